import { activityForm, type Contribution } from '../../conversations/activity.ts';
import { type DraftRow, draftsOf } from '../../db/queries/drafts.ts';
import { type EntryRow, entryBySource, revisionsOf } from '../../db/queries/entries.ts';
import { first } from '../../db/store.ts';
import { messageSource } from '../core/inbound.ts';
import { addDays, longDate } from '../core/local-time.ts';
import { say, silence } from '../core/message.ts';
import { evidenceWrites } from './activity-draft.ts';
import { daysOf } from './calendar-facts.ts';
import { proceed } from './drafts.ts';
import { reviseEntry } from './entries.ts';
import { editingDraft } from './entry-actions.ts';
import { answered, type Outcome } from './outcome.ts';
import { type QuickReading, readQuickly } from './quick.ts';
import { rereadAnswers } from './reread.ts';
import type { Session } from './session.ts';

/** Days in which the entry of an edited message is looked for; older ones belong to quarters that are over. */
const LOOK_BACK_DAYS = 92;
const NOTHING: Outcome = { reply: silence, writes: [] };

/** Somebody edited a message: the draft or the stored entry that was read from it changes with it. */
export async function editedMessage(session: Session, messageId: string, text: string): Promise<Outcome> {
  const { services, person, sender, today } = session;
  const source = messageSource(sender, messageId);
  const drafts = await services.store.all(draftsOf({ personId: person.id }));
  const draft = drafts.find((d) => d.form === activityForm.id && d.subject.source === source);
  if (draft) return rereadDraft(session, draft, text);
  const from = addDays(today, -LOOK_BACK_DAYS);
  const entry = await first(services.store, entryBySource({ personId: person.id, source, from }));
  return entry ? rereadEntry(session, entry, text) : NOTHING;
}

/** Reads an open draft again and shows it; nothing changes where the new text is not understood. */
async function rereadDraft(session: Session, draft: DraftRow, text: string): Promise<Outcome> {
  const said = draft.subject.said ?? '';
  if (text === said) return NOTHING;
  const after = await readQuickly(session, draft, text);
  const no = refusal(session, after);
  if (no) return no;
  const before = await readQuickly(session, draft, said);
  const answers = {
    ...(after.planned ? {} : { rhk: { kind: 'none', number: null } satisfies Contribution }),
    ...{ time: null, qty: null, proof: null },
    ...rereadAnswers(draft.answers, before.said, after.said),
  };
  const changed = { ...draft, subject: { ...draft.subject, said: text } };
  return proceed(session, changed, after.form, { answers, editing: draft.editing });
}

/** Saves a stored entry as its message now describes it, as a new revision and at once. */
async function rereadEntry(session: Session, entry: EntryRow, text: string): Promise<Outcome> {
  const { services, person, t, locale, now } = session;
  const revisions = await services.store.all(revisionsOf({ entryId: entry.id }));
  const said = revisions.findLast(({ revision }) => revision.content.said !== undefined);
  // Platforms also report changes that people cannot see, such as the preview of a link.
  if (text === said?.revision.content.said) return NOTHING;
  const date = entry.localDate;
  if (entry.status === 'withdrawn') return answered(say(t.fieldMode.edit.withdrawn(entry.number)));
  const days = await daysOf(services, person, { from: date, to: date });
  if (now > days.window(date).lateUntil) {
    return answered(say(t.fieldMode.edit.tooLate(entry.number, longDate(date, locale))));
  }
  const draft = await editingDraft(session, entry);
  const after = await readQuickly(session, draft, text);
  const no = refusal(session, after);
  if (no) return no;
  const before = await readQuickly(session, draft, said?.revision.content.said ?? '');
  const answers = rereadAnswers(draft.answers, before.said, after.said);
  // Another day may need a reason, so it is changed where that can be asked.
  if (answers.date !== date) return answered(say(t.fieldMode.edit.unchanged(), t.window.date.byButton()));
  const subject = { ...draft.subject, said: text };
  const evidence = evidenceWrites(session, draft.answers, answers);
  return reviseEntry(session, entry, { ...draft, subject, answers }, evidence);
}

/** What the person is told where the new text cannot be read as an activity. */
function refusal({ t }: Session, { problems, said }: QuickReading): Outcome | null {
  const [problem = said.what === undefined ? t.problem.whatUnclear() : null] = problems;
  return problem === null ? null : answered(say(t.fieldMode.edit.unchanged(), problem));
}
