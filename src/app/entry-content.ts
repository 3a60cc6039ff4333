import type { Contribution, EvidenceList } from '../../conversations/activity.ts';
import type { EntryRow } from '../../db/queries/entries.ts';
import type { EntryContent } from '../core/model.ts';
import type { Quantity } from '../core/quantity.ts';
import type { TimeSpan } from '../core/time-span.ts';

/** The part of an entry that its person writes. */
export function snapshot(entry: EntryRow): EntryContent {
  const { what, kind, workResultId, actionPlanId, startMinute, endMinute, quantityMilli, unit } = entry;
  return { what, kind, workResultId, actionPlanId, startMinute, endMinute, quantityMilli, unit };
}

/** The activity that a draft's answers describe. */
export function contentOf(
  answers: Record<string, unknown>,
  workResults: { id: string; number: number }[],
): EntryContent {
  const { kind, number } = (answers.rhk ?? { kind: 'none', number: null }) as Contribution;
  const time = answers.time as TimeSpan | null;
  const quantity = answers.qty as Quantity | null;
  return {
    what: String(answers.what),
    kind,
    workResultId: workResults.find((r) => r.number === number)?.id ?? null,
    actionPlanId: null,
    startMinute: time?.start ?? null,
    endMinute: time?.end ?? null,
    quantityMilli: quantity?.milli ?? null,
    unit: quantity?.unit ?? null,
  };
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
