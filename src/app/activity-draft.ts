import { type ActivityContext, activityForm, type EvidenceList } from '../../conversations/activity.ts';
import type { Answers } from '../../conversations/form.ts';
import type { DraftRow } from '../../db/queries/drafts.ts';
import { insertEvidence } from '../../db/queries/entries.ts';
import { latenessBetween } from '../../db/queries/lateness.ts';
import type { Statement } from '../../db/store.ts';
import { addDays } from '../core/local-time.ts';
import { REPORT_DATES_BACK, reportDates } from '../core/report-dates.ts';
import { notify } from './notices.ts';
import { oncePerMessage } from './once.ts';
import { plannedOn } from './plan/planned.ts';
import type { Session } from './session.ts';
import { sessionWindows } from './windows.ts';

/** What the questions about an activity need to know. */
export async function activityContext(
  session: Session,
  draft: Pick<DraftRow, 'subject' | 'answers'>,
): Promise<ActivityContext> {
  const { services, t, locale, today } = session;
  const date = String(draft.answers.date ?? today);
  const [{ workResults, actionPlans }, days] = await Promise.all([
    plannedOn(session, date),
    reportDays(session),
  ]);
  const numbers = new Map(workResults.map((result) => [result.id, result.number]));
  return {
    ...{ t, locale, today, workResults, newId: services.newId },
    units: workResults.flatMap(({ indicators = [] }) => indicators.flatMap(({ unit }) => unit ?? [])),
    actionPlans: actionPlans.flatMap(({ id, workResultId, number, title, period, current }) => {
      const workResultNumber = numbers.get(workResultId);
      // A removed one stays with the activity that has it.
      const kept = draft.subject.entryId !== undefined && id === draft.answers.ra;
      return workResultNumber === undefined || !(current || kept)
        ? []
        : [{ id, workResultNumber, number, title, period }];
    }),
    ...days,
    ownDate: draft.subject.entryId ? (draft.subject.startedOn ?? null) : null,
  };
}

type ReportDays = Pick<ActivityContext, 'dates' | 'explained' | 'contact'>;

/** The days that can be reported now. */
const reportDays = oncePerMessage(async (session): Promise<ReportDays> => {
  const { services, person, t, locale, today, now } = session;
  const [windows, late] = await Promise.all([
    sessionWindows(session),
    services.store.all(
      latenessBetween({ personId: person.id, from: addDays(today, -REPORT_DATES_BACK), to: today }),
    ),
  ]);
  return {
    dates: reportDates({ today, now, window: windows.window }),
    explained: new Set(late.map((row) => row.localDate)),
    contact: windows.rules(today).contact?.[locale] ?? t.link.contact(),
  };
});

/** An activity that nothing is known of yet, for today unless its answers say otherwise. */
export function newActivity(
  session: Session,
  answers: Answers = {},
  subject: Record<string, string> = {},
): DraftRow {
  return {
    id: session.services.newId(),
    personId: session.person.id,
    form: activityForm.id,
    subject: { startedOn: session.today, ...subject },
    answers: { date: session.today, ...answers },
    editing: null,
    listening: false,
    revision: 1,
    updatedAt: session.now,
  };
}

/** Stores the pieces of evidence that came in between two states of a draft, and has their files fetched. */
export function evidenceWrites(session: Session, before: Answers, after: Answers): Statement[] {
  const { person, sender, now } = session;
  const had = new Set(itemsOf(before).map((item) => item.id));
  return itemsOf(after)
    .filter((item) => !had.has(item.id))
    .flatMap(({ ref, ...item }) => [
      insertEvidence({
        ...item,
        personId: person.id,
        entryId: null,
        path: null,
        sha256: null,
        status: ref === null ? 'stored' : 'pending',
        createdAt: now,
      }),
      ...(ref === null
        ? []
        : [
            notify(
              'fetch',
              `fetch:${item.id}`,
              person.id,
              { evidenceId: item.id, platform: sender.platform, ref },
              now,
            ),
          ]),
    ]);
}

/** The pieces of evidence among answers. */
export function itemsOf(answers: Answers): EvidenceList['items'] {
  return (answers.proof as EvidenceList | null | undefined)?.items ?? [];
}
