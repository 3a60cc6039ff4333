import { isDeepStrictEqual } from 'node:util';
import type { Explanation } from '../../conversations/activity-date.ts';
import { type DraftRow, deleteDraft, saveDraft } from '../../db/queries/drafts.ts';
import {
  attachEvidence,
  detachEvidence,
  type EntryRow,
  entriesBetween,
  entryById,
  evidenceOf,
  insertEntry,
  insertRevision,
  type RevisionRow,
  updateEntry,
} from '../../db/queries/entries.ts';
import { insertObstacle } from '../../db/queries/obstacles.ts';
import { first, type Statement } from '../../db/store.ts';
import { say, withButtons } from '../core/message.ts';
import type { EntryContent } from '../core/model.ts';
import { receiptNumber } from '../core/receipt-number.ts';
import { sameText } from '../core/same-text.ts';
import { itemsOf } from './activity-draft.ts';
import { draftButton } from './draft-view.ts';
import { contentOf, snapshot } from './entry-content.ts';
import { timingOf } from './lateness.ts';
import { refreshCard } from './notices.ts';
import { newObstacle, obstacleWrites } from './obstacles.ts';
import { answered, noted, type Outcome, toast } from './outcome.ts';
import { plannedOn } from './plan/planned.ts';
import { type Planned, receipt } from './receipt.ts';
import { refreshDigests } from './refresh-digests.ts';
import { refreshPrompts } from './refresh-prompts.ts';
import type { Session } from './session.ts';

/**
 * Stores the activity that a draft holds: a new entry, a new revision of the entry being edited, or, with `replace`,
 * of the entry of that day that says the same.
 */
export async function saveActivity(
  session: Session,
  draft: DraftRow,
  op: 'confirm' | 'add' | 'replace',
): Promise<Outcome> {
  const { services, person, t } = session;
  const date = String(draft.answers.date);
  const planned = await plannedOn(session, date);
  const day = await services.store.all(entriesBetween({ personId: person.id, from: date, to: date }));
  const done = deleteDraft(draft.id, draft.revision);

  if (draft.subject.entryId) {
    const entry = await first(services.store, entryById({ id: draft.subject.entryId }));
    if (!entry || entry.status === 'withdrawn') return answered(say(t.entry.alreadyWithdrawn()), done);
    return change(session, entry, contentOf(draft.answers, planned, entry), draft, [done], day, planned);
  }
  const content = contentOf(draft.answers, planned);
  const same = day.find((entry) => sameText(entry.what, content.what));
  if (same && op === 'replace') return change(session, same, content, draft, [done], day, planned);
  if (same && op === 'confirm') {
    const asked = { ...draft, updatedAt: session.now };
    const button = draftButton({ ...draft, revision: draft.revision + 1 });
    return answered(
      withButtons(say(t.draft.sameText(same.number)), [
        button('add', t.button.add()),
        button('replace', t.button.replace()),
        button('cancel', t.button.cancel()),
      ]),
      // Saved as it is, so that a confirmation elsewhere at the same moment is noticed.
      saveDraft(asked),
    );
  }
  const { entry, writes } = newEntry(session, draft, planned);
  const timing = await timingOf(session, date, day, whyOf(draft));
  const shown = { day: [...day, entry], ...planned, notes: timing.notes };
  return {
    ...answered(await receipt(session, entry, draft, t.receipt.title(entry.number), shown)),
    writes: [
      ...writes,
      ...timing.writes,
      ...refreshCard(person, date, session.now),
      ...(day.length === 0 ? await refreshPrompts(services, person.id, date) : []),
      ...(await refreshDigests(services, person.id, date)),
    ],
  };
}

/** The entry that a complete draft becomes, with everything that is written for it but the supervisor's card. */
export function newEntry(
  session: Session,
  draft: DraftRow,
  planned: Planned,
): { entry: EntryRow; writes: Statement[] } {
  const { services, person } = session;
  const { obstacle } = draft.answers;
  const date = String(draft.answers.date);
  const entry: EntryRow = {
    ...contentOf(draft.answers, planned),
    id: services.newId(),
    number: receiptNumber(date, services.random(5)),
    personId: person.id,
    localDate: date,
    status: 'submitted',
    revision: 1,
    submittedAt: session.now,
    zone: session.zone,
    source: draft.subject.source ?? null,
  };
  return {
    entry,
    writes: [
      deleteDraft(draft.id, draft.revision),
      insertEntry(entry),
      history(session, entry, 'created', null, draft.subject.said),
      ...evidenceOfEntry(draft, entry),
      ...(typeof obstacle === 'string' ? [insertObstacle(newObstacle(session, entry, obstacle))] : []),
    ],
  };
}

/**
 * Saves a stored entry as a draft of it describes it, without a review: a new revision with its receipt.
 *
 * @param writes what has to be written before, such as new evidence
 */
export async function reviseEntry(
  session: Session,
  entry: EntryRow,
  draft: DraftRow,
  writes: Statement[],
): Promise<Outcome> {
  const { store } = session.services;
  const { personId, localDate: date } = entry;
  const [day, planned] = await Promise.all([
    store.all(entriesBetween({ personId, from: date, to: date })),
    plannedOn(session, date),
  ]);
  const { kind, workResultId, actionPlanId } = entry;
  const content = contentOf(draft.answers, planned, entry);
  // A work result that has left the plan cannot be answered any more; the entry keeps it.
  const kept = draft.answers.rhk === undefined ? { ...content, kind, workResultId, actionPlanId } : content;
  return change(session, entry, kept, draft, writes, day, planned);
}

async function change(
  session: Session,
  entry: EntryRow,
  content: EntryContent,
  draft: DraftRow,
  writes: Statement[],
  day: EntryRow[],
  planned: Planned,
): Promise<Outcome> {
  const { services, person, t, now } = session;
  const date = String(draft.answers.date);
  const moved = date !== entry.localDate;
  const changed: EntryRow = {
    ...entry,
    ...content,
    localDate: date,
    // For another day it has only been reported now.
    submittedAt: moved ? now : entry.submittedAt,
    status: 'submitted',
    revision: entry.revision + 1,
    source: draft.subject.source ?? entry.source,
  };
  const title = t.receipt.changed(entry.number, changed.revision);
  const items = itemsOf(draft.answers).map((item) => item.id);
  const had = (await services.store.all(evidenceOf([entry.id]))).map((row) => row.id);
  const same = isDeepStrictEqual([snapshot(changed), date, items], [snapshot(entry), entry.localDate, had]);
  const said = draft.answers.obstacle as string | null | undefined;
  const obstacle = await obstacleWrites(session, entry, said);
  // An obstacle is no part of what is approved, so it makes no new version by itself.
  if (same && entry.status !== 'returned' && (obstacle.length === 0 || draft.subject.said === undefined)) {
    const text = said ? t.fieldMode.obstacle.noted(said) : t.fieldMode.obstacle.closed();
    return answered(
      say(obstacle.length > 0 ? text : t.receipt.unchanged(entry.number)),
      ...writes,
      ...obstacle,
      ...(obstacle.length > 0 ? refreshCard(person, date, now) : []),
    );
  }
  const others = day.filter((other) => other.id !== entry.id);
  const timing = moved ? await timingOf(session, date, others, whyOf(draft)) : { notes: [], writes: [] };
  return {
    ...noted(
      answered(
        await receipt(session, changed, draft, title, {
          ...{ day: [...others, changed], ...planned, notes: timing.notes },
        }),
      ),
      entry.status === 'approved' ? [t.receipt.approvalAgain()] : [],
    ),
    writes: [
      ...writes,
      ...timing.writes,
      updateEntry(entry.id, entry.revision, {
        ...content,
        ...{ localDate: date, status: 'submitted', source: changed.source, submittedAt: changed.submittedAt },
      }),
      history(session, changed, 'edited', null, draft.subject.said),
      detachEvidence(entry.id, items),
      ...evidenceOfEntry(draft, entry),
      ...obstacle,
      ...refreshCard(person, entry.localDate, now),
      ...(await refreshDigests(services, person.id, entry.localDate)),
      ...(moved ? await movedTo(session, entry.localDate, date) : []),
    ],
  };
}

/** What an entry's move to another date changes besides its card there. */
async function movedTo({ services, person, now }: Session, from: string, to: string): Promise<Statement[]> {
  return [
    ...refreshCard(person, to, now),
    ...(await refreshPrompts(services, person.id, from)),
    ...(await refreshPrompts(services, person.id, to)),
    ...(await refreshDigests(services, person.id, to)),
  ];
}

const whyOf = (draft: DraftRow) => (draft.answers.why as Explanation | undefined) ?? null;

/** A line in the history of an entry; `said` is the message that it was read from. */
export function history(
  session: Session,
  entry: EntryRow,
  action: RevisionRow['action'],
  reason: string | null,
  said?: string,
): Statement {
  const { services, person, now } = session;
  return insertRevision({
    id: services.newId(),
    entryId: entry.id,
    revision: entry.revision,
    action,
    actorId: person.id,
    at: now,
    content: said === undefined ? snapshot(entry) : { ...snapshot(entry), said },
    reason,
  });
}

function evidenceOfEntry(draft: DraftRow, entry: EntryRow): Statement[] {
  const ids = itemsOf(draft.answers).map((item) => item.id);
  return ids.length > 0 ? [attachEvidence(ids, entry.id, entry.personId)] : [];
}

/** What is said about an entry that its owner cannot act on. */
export function refused(session: Session, entry: EntryRow | null): Outcome | null {
  if (!entry) return toast(session.t.problem.gone());
  if (entry.personId !== session.person.id) return toast(session.t.problem.notYours());
  return null;
}
