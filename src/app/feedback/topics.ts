import type { FeedbackContext, Topic } from '../../../conversations/feedback-parts.ts';
import type { DraftRow } from '../../../db/queries/drafts.ts';
import { entriesBetween, entryById } from '../../../db/queries/entries.ts';
import type { FeedbackRow } from '../../../db/queries/feedback.ts';
import type { PersonRow } from '../../../db/queries/people.ts';
import { first } from '../../../db/store.ts';
import { addDays, shortDate } from '../../core/local-time.ts';
import { canReadEntry } from '../../core/permissions.ts';
import { clip } from '../entry-view.ts';
import { planOn } from '../plan/in-force.ts';
import type { Session } from '../session.ts';

/** Days of activities, and how many of them, that feedback can be about. */
const TOPIC_DAYS = 7;
const MAX_ENTRIES = 8;
const MAX_RESULTS = 12;

/** What stored feedback is about. */
export function topicOf({
  entryId,
  workResultId,
}: Pick<FeedbackRow, 'entryId' | 'workResultId'>): Topic | undefined {
  if (entryId) return { kind: 'entry', id: entryId };
  return workResultId ? { kind: 'result', id: workResultId } : undefined;
}

/** The employee's work results and latest activities, for whoever may read them; and what the form was opened about. */
export async function topicsOf(
  { services, person, t, locale, today }: Session,
  employee: PersonRow,
  { subject }: DraftRow,
): Promise<FeedbackContext['topics']> {
  const { store } = services;
  const named = (entry: { id: string; what: string; localDate: string }) => ({
    kind: 'entry' as const,
    id: entry.id,
    label: `${clip(entry.what, 60)} (${shortDate(entry.localDate, locale, today)})`,
  });
  const plan = await planOn(store, employee.id, today);
  const results = (plan?.content.results ?? []).map(({ id, number, title }) => ({
    kind: 'result' as const,
    id,
    label: t.workResult.named(number, clip(title, 80)),
  }));
  // What a request names was disclosed by the employee; all else is for those who may read it.
  if (!canReadEntry(person, employee))
    return results.filter(({ id }) => subject.topicKind === 'result' && subject.topicId === id);
  const span = { personId: employee.id, from: addDays(today, -TOPIC_DAYS), to: addDays(today, 1) };
  const entries = (await store.all(entriesBetween(span))).toReversed().slice(0, MAX_ENTRIES);
  const missing = subject.topicKind === 'entry' && !entries.some(({ id }) => id === subject.topicId);
  const older = missing ? await first(store, entryById({ id: subject.topicId ?? '' })) : null;
  return [
    ...results.slice(0, MAX_RESULTS),
    ...entries.map(named),
    ...(older?.personId === employee.id ? [named(older)] : []),
  ];
}
