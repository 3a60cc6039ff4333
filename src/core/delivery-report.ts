import { OUTCOMES, type RecipientOutcome } from './announcement.ts';

/** How many people each outcome has; `audience` is always the sum of all outcomes. */
export type Tally = Record<RecipientOutcome, number> & {
  audience: number;
  /** Have done what the announcement wants. */
  complete: number;
};

/** How an announcement stands in one unit, or in several that are summed (`unitId` null). */
export interface UnitTally extends Tally {
  unitId: string | null;
  /** How many units these are. */
  units: number;
}

/** Counts of one outcome in one unit. */
export interface OutcomeCount {
  unitId: string;
  outcome: RecipientOutcome;
  count: number;
}

/** Nobody. */
function emptyTally(): Tally {
  return {
    ...{ delivered: 0, failed: 0, unreachable: 0, not_linked: 0, skipped: 0, waiting: 0 },
    audience: 0,
    complete: 0,
  };
}

/** Sums of the counts of each unit, the units furthest behind first. */
export function tallyUnits(
  counts: readonly OutcomeCount[],
  complete: readonly { unitId: string; count: number }[],
): UnitTally[] {
  const units = new Map<string, UnitTally>();
  for (const { unitId, outcome, count } of counts) {
    const unit = units.get(unitId) ?? { ...emptyTally(), unitId, units: 1 };
    unit[outcome] += count;
    unit.audience += count;
    units.set(unitId, unit);
  }
  for (const { unitId, count } of complete) {
    const unit = units.get(unitId);
    if (unit) unit.complete += count;
  }
  return [...units.values()].sort(
    (a, b) => behind(b) - behind(a) || b.audience - a.audience || (a.unitId! < b.unitId! ? -1 : 1),
  );
}

/** The sum of several tallies. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  const sum = emptyTally();
  for (const tally of tallies) {
    for (const key of [...OUTCOMES, 'audience', 'complete'] as const) sum[key] += tally[key];
  }
  return sum;
}

/** The first units as they are, and all others as one line. */
export function foldTallies(units: readonly UnitTally[], most: number): UnitTally[] {
  if (units.length <= most + 1) return [...units];
  const rest = units.slice(most);
  return [...units.slice(0, most), { ...sumTallies(rest), unitId: null, units: rest.length }];
}

/** Share of the audience that is not complete yet. */
function behind({ audience, complete }: Tally): number {
  return audience === 0 ? 0 : (audience - complete) / audience;
}
