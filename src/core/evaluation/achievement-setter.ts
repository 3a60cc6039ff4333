import { unitChain } from '../rules.ts';

/** A unit, its place in the tree, and who leads it. */
export interface LedUnit {
  id: string;
  parentId: string | null;
  leaderId: string | null;
}

/** Who sets the achievement of a unit: a leader above it, or HR with a recorded recommendation. */
export type AchievementSetter = { kind: 'leader'; personId: string } | { kind: 'hr' };

/**
 * Who sets the achievement of a unit (SE MenPANRB 3/2023: the leader of the organisation above).
 *
 * Nobody sets that of a unit that they lead themselves, so whoever leads both is passed over; where nobody is left
 * above, HR records what was decided.
 */
export function achievementSetter(
  unitId: string,
  units: ReadonlyMap<string, LedUnit>,
  isActive: (personId: string) => boolean,
): AchievementSetter {
  const own = units.get(unitId)?.leaderId ?? null;
  const leader = unitChain(unitId, units)
    .slice(1)
    .map((id) => units.get(id)?.leaderId ?? null)
    .find((id) => id !== null && id !== own && isActive(id));
  return leader ? { kind: 'leader', personId: leader } : { kind: 'hr' };
}
