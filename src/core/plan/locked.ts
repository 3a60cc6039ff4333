import { addDays } from '../local-time.ts';

/** The last local date of a period: `2026-03`, `2026-Q1` or `2026`; null for anything else. */
export function periodEnd(period: string): string | null {
  const match = /^(\d{4})(?:-(?:(\d{2})|Q([1-4])))?$/.exec(period);
  if (!match) return null;
  const [year, month] = [Number(match[1]), match[3] ? Number(match[3]) * 3 : Number(match[2] ?? 12)];
  if (month < 1 || month > 12) return null;
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
}

/**
 * The last local date that is locked for somebody in a year, by locked evaluations and by locks of periods for their unit,
 * one above it, or the agency; of several locks of one period in one place the newest decides.
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
    const place = `${unitId ?? ''}|${period}`;
    if (decided.has(place) || (unitId !== null && !unitIds.has(unitId))) continue;
    decided.add(place);
    const end = periodEnd(period);
    if (locked && end?.slice(0, 4) === String(year)) ends.push(end);
  }
  return ends.toSorted().at(-1) ?? null;
}
