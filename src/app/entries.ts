import { isDeepStrictEqual } from 'node:util';
import type { Contribution, EvidenceList } from '../../conversations/activity.ts';
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
import { workResultsOf } from '../../db/queries/plans.ts';
import { first, type Statement } from '../../db/store.ts';
import { say, withButtons } from '../core/message.ts';
import type { EntryContent } from '../core/model.ts';
import type { Quantity } from '../core/quantity.ts';
import { receiptNumber } from '../core/receipt-number.ts';
import { sameText } from '../core/same-text.ts';
import type { TimeSpan } from '../core/time-span.ts';
import { itemsOf } from './activity-draft.ts';
import { draftButton } from './draft-view.ts';
import { refreshCard } from './notices.ts';
import { answered, noted, type Outcome, toast } from './outcome.ts';
import { type PlannedResult, receipt } from './receipt.ts';
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
  const year = Number(date.slice(0, 4));
  const workResults = await services.store.all(workResultsOf({ personId: person.id, year }));
  const content = contentOf(draft.answers, workResults);
  const day = await services.store.all(entriesBetween({ personId: person.id, from: date, to: date }));
  const done = deleteDraft(draft.id, draft.revision);

  if (draft.subject.entryId) {
    const entry = await first(services.store, entryById({ id: draft.subject.entryId }));
    if (!entry || entry.status === 'withdrawn') return answered(say(t.entry.alreadyWithdrawn()), done);
    return change(session, entry, content, draft, [done], day, workResults);
  }
  const same = day.find((entry) => sameText(entry.what, content.what));
  if (same && op === 'replace') return change(session, same, content, draft, [done], day, workResults);
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
  const entry: EntryRow = {
    ...content,
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
    ...answered(
      await receipt(session, entry, draft, t.receipt.title(entry.number), [...day, entry], workResults),
    ),
    writes: [
      done,
      insertEntry(entry),
      history(session, entry, 'created', null),
      ...evidenceOfEntry(draft, entry),
      ...refreshCard(person, date, session.now),
    ],
  };
}

async function change(
  session: Session,
  entry: EntryRow,
  content: EntryContent,
  draft: DraftRow,
  writes: Statement[],
  day: EntryRow[],
  workResults: PlannedResult[],
): Promise<Outcome> {
  const { person, t, now } = session;
  const date = String(draft.answers.date);
  const changed: EntryRow = {
    ...entry,
    ...content,
    localDate: date,
    status: 'submitted',
    revision: entry.revision + 1,
  };
  const title = t.receipt.changed(entry.number, changed.revision);
  const items = itemsOf(draft.answers).map((item) => item.id);
  const had = (await session.services.store.all(evidenceOf([entry.id]))).map((row) => row.id);
  const same = isDeepStrictEqual([snapshot(changed), date, items], [snapshot(entry), entry.localDate, had]);
  if (same && entry.status !== 'returned') return answered(say(t.receipt.unchanged(entry.number)), ...writes);
  const others = day.filter((other) => other.id !== entry.id);
  return {
    ...noted(
      answered(await receipt(session, changed, draft, title, [...others, changed], workResults)),
      entry.status === 'approved' ? [t.receipt.approvalAgain()] : [],
    ),
    writes: [
      ...writes,
      updateEntry(entry.id, entry.revision, { ...content, localDate: date, status: 'submitted' }),
      history(session, changed, 'edited', null),
      detachEvidence(entry.id, items),
      ...evidenceOfEntry(draft, entry),
      ...refreshCard(person, entry.localDate, now),
      ...(date === entry.localDate ? [] : refreshCard(person, date, now)),
    ],
  };
}

/** A line in the history of an entry. */
export function history(
  session: Session,
  entry: EntryRow,
  action: RevisionRow['action'],
  reason: string | null,
): Statement {
  const { services, person, now } = session;
  return insertRevision({
    id: services.newId(),
    entryId: entry.id,
    revision: entry.revision,
    action,
    actorId: person.id,
    at: now,
    content: snapshot(entry),
    reason,
  });
}

function snapshot(entry: EntryRow): EntryContent {
  const { what, kind, workResultId, startMinute, endMinute, quantityMilli, unit } = entry;
  return { what, kind, workResultId, startMinute, endMinute, quantityMilli, unit };
}

/** The activity that a draft's answers describe. */
function contentOf(
  answers: Record<string, unknown>,
  workResults: { id: string; number: number }[],
): EntryContent {
  const contribution = answers.rhk as Contribution;
  const time = answers.time as TimeSpan | null;
  const quantity = answers.qty as Quantity | null;
  return {
    what: String(answers.what),
    kind: contribution.kind,
    workResultId: workResults.find((r) => r.number === contribution.number)?.id ?? null,
    startMinute: time?.start ?? null,
    endMinute: time?.end ?? null,
    quantityMilli: quantity?.milli ?? null,
    unit: quantity?.unit ?? null,
  };
}

function evidenceOfEntry(draft: DraftRow, entry: EntryRow): Statement[] {
  const ids = itemsOf(draft.answers).map((item) => item.id);
  return ids.length > 0 ? [attachEvidence(ids, entry.id, entry.personId)] : [];
}

/** Answers from which an entry can be edited or copied. */
export function answersOf(
  entry: EntryRow,
  numbers: ReadonlyMap<string, number>,
  evidence: EvidenceList['items'],
): Record<string, unknown> {
  const number = entry.workResultId === null ? undefined : numbers.get(entry.workResultId);
  const kind = entry.kind === 'work_result' && number === undefined ? undefined : entry.kind;
  return {
    what: entry.what,
    ...(kind && { rhk: { kind, number: number ?? null } satisfies Contribution }),
    time: entry.startMinute === null ? null : { start: entry.startMinute, end: entry.endMinute },
    qty: entry.quantityMilli === null ? null : { milli: entry.quantityMilli, unit: entry.unit },
    proof: evidence.length > 0 ? { items: evidence, done: true } : null,
  };
}

/** What is said about an entry that its owner cannot act on. */
export function refused(session: Session, entry: EntryRow | null): Outcome | null {
  if (!entry) return toast(session.t.problem.gone());
  if (entry.personId !== session.person.id) return toast(session.t.problem.notYours());
  return null;
}
