import type { Contribution, EvidenceList } from '../../conversations/activity.ts';
import type { EntryRow } from '../../db/queries/entries.ts';
import { fits } from '../core/actions/action-plan.ts';
import type { EntryContent } from '../core/model.ts';
import type { Quantity } from '../core/quantity.ts';
import type { TimeSpan } from '../core/time-span.ts';
import type { Planned } from './receipt.ts';

/** The part of an entry that its person writes. */
export function snapshot(entry: EntryRow): EntryContent {
  const { what, kind, workResultId, actionPlanId, startMinute, endMinute, quantityMilli, unit } = entry;
  return { what, kind, workResultId, actionPlanId, startMinute, endMinute, quantityMilli, unit };
}

/**
 * The activity that a draft's answers describe; an action plan that does not fit its work result and date is left out.
 *
 * @param before the activity that is changed; it may keep an action plan that was removed meanwhile
 */
export function contentOf(
  answers: Record<string, unknown>,
  { workResults, actionPlans }: Planned,
  before: EntryContent | null = null,
): EntryContent {
  const { kind, number } = (answers.rhk ?? { kind: 'none', number: null }) as Contribution;
  const time = answers.time as TimeSpan | null;
  const quantity = answers.qty as Quantity | null;
  const workResultId = workResults.find((r) => r.number === number)?.id ?? null;
  const action = actionPlans.find(
    ({ id, current }) => id === answers.ra && (current || id === before?.actionPlanId),
  );
  return {
    what: String(answers.what),
    kind,
    workResultId,
    actionPlanId: action && fits(action, workResultId, String(answers.date)) ? action.id : null,
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
    ra: entry.actionPlanId,
    time: entry.startMinute === null ? null : { start: entry.startMinute, end: entry.endMinute },
    qty: entry.quantityMilli === null ? null : { milli: entry.quantityMilli, unit: entry.unit },
    proof: evidence.length > 0 ? { items: evidence, done: true } : null,
  };
}
