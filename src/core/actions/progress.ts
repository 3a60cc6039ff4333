import type { EntryStatus } from '../model.ts';

/** What was done for an action plan. */
export interface Progress {
  /** Activities that carry it out. */
  count: number;
  /** Sums per unit in thousandths, in alphabetical order of the units. */
  quantities: { unit: string; milli: number }[];
}

/** The part of an activity that progress is counted from. */
export interface LinkedEntry {
  actionPlanId: string | null;
  status: EntryStatus;
  quantityMilli: number | null;
  unit: string | null;
}

/** What activities did for each action plan, by its id; those that were withdrawn do not count. */
export function progressOf(entries: readonly LinkedEntry[]): Map<string, Progress> {
  const found = new Map<string, { count: number; sums: Map<string, number> }>();
  for (const { actionPlanId, status, quantityMilli, unit } of entries) {
    if (actionPlanId === null || status === 'withdrawn') continue;
    const known = found.get(actionPlanId) ?? { count: 0, sums: new Map<string, number>() };
    found.set(actionPlanId, known);
    known.count += 1;
    if (quantityMilli === null || unit === null) continue;
    const name = unit.trim().toLowerCase();
    known.sums.set(name, (known.sums.get(name) ?? 0) + quantityMilli);
  }
  return new Map(
    [...found].map(([id, { count, sums }]) => [
      id,
      {
        count,
        quantities: [...sums]
          .map(([unit, milli]) => ({ unit, milli }))
          .sort((a, b) => (a.unit < b.unit ? -1 : 1)),
      },
    ]),
  );
}
