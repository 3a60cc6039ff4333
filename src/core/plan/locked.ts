import { readNamedPeriod } from '../named-period.ts';

/**
 * The last local date that is locked for somebody in a year, by locked evaluations and by locks of periods for their unit,
 * one above it, or the agency; of several that concern one period the newest decides.
 *
 * @param locks the newest first; `unitIds`: the unit and those above it
 */
export function lockedThrough(
  year: number,
  evaluationEnds: readonly string[],
  locks: readonly { unitId: string | null; period: string; locked: boolean }[],
  unitIds: ReadonlySet<string>,
): string | null {
  const decided = new Set<string>();
  const ends = evaluationEnds.filter((date) => date.slice(0, 4) === String(year));
  for (const { unitId, period, locked } of locks) {
    if (decided.has(period) || (unitId !== null && !unitIds.has(unitId))) continue;
    decided.add(period);
    const end = readNamedPeriod(period)?.to;
    if (locked && end?.slice(0, 4) === String(year)) ends.push(end);
  }
  return ends.toSorted().at(-1) ?? null;
}
