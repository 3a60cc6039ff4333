import type { Locale } from './model.ts';

/** Rules of the agency or of a unit at one date; what a unit does not set comes from the unit above it. */
export interface Rules {
  /** Days of the week that are worked, ISO 8601 numbers (1 is Monday); Perpres 21/2023: Monday to Friday. */
  workDays: number[];
  /** Local time (`HH:mm`) at which those who have not reported are prompted. */
  promptAt: string;
  /** Minutes after which a missed prompt is skipped instead of caught up. */
  promptLateness: number;
  /** Whom people without an account turn to, in their language. */
  contact: Record<Locale, string> | null;
}

/** What holds where nothing is set. */
export const defaultRules: Rules = {
  workDays: [1, 2, 3, 4, 5],
  promptAt: '15:30',
  promptLateness: 120,
  contact: null,
};

/** A version of the rules of a unit (null: the whole agency), in force from a date on. */
export interface RulesVersion {
  unitId: string | null;
  effectiveFrom: string;
  body: Partial<Rules>;
}

/** A unit's place in the tree. */
export interface UnitPlace {
  id: string;
  parentId: string | null;
}

/**
 * The rules of a unit at a date: the newest version in force of the unit itself, then of each unit above it, then the
 * agency's, then the defaults; nearer ones win setting by setting.
 */
export function rulesAt(
  date: string,
  unitId: string,
  units: ReadonlyMap<string, UnitPlace>,
  versions: readonly RulesVersion[],
): Rules {
  const chain: (string | null)[] = [];
  for (let id: string | null = unitId; id && !chain.includes(id); id = units.get(id)?.parentId ?? null)
    chain.push(id);
  chain.push(null);
  let rules: Partial<Rules> = {};
  for (const id of chain) {
    const inForce = versions
      .filter((v) => v.unitId === id && v.effectiveFrom <= date)
      .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
    for (const version of inForce.reverse()) rules = { ...version.body, ...rules };
  }
  return { ...defaultRules, ...rules };
}

/** Minutes after midnight of an `HH:mm` text. */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
