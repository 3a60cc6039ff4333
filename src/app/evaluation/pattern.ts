import { type AchievementRow, achievementsOf } from '../../../db/queries/achievements.ts';
import { ratingCounts } from '../../../db/queries/evaluation-boards.ts';
import { allUnits, type UnitRow } from '../../../db/queries/people.ts';
import type { Store } from '../../../db/store.ts';
import type { Achievement, Predicate } from '../../core/evaluation/content.ts';
import {
  countPredicates,
  type DistributionWarning,
  distributionWarnings,
  type PredicateCounts,
} from '../../core/evaluation/distribution.ts';
import { predicateOf } from '../../core/evaluation/predicate.ts';
import { unitChain } from '../../core/rules.ts';
import { withUnitsBelow } from '../../core/unit-tree.ts';
import type { Texts } from '../../i18n/texts.ts';

/** How the predicates of an organisation are distributed, beside the pattern of its achievement. */
export interface Distribution {
  unit: UnitRow;
  achievement: AchievementRow | null;
  /** People of the unit and those below it, without its leader. */
  counts: PredicateCounts;
  total: number;
  warnings: DistributionWarning[];
}

/** The predicate that somebody is about to be given, to be counted instead of the one they have. */
export interface Candidate {
  personId: string;
  predicate: Predicate;
}

/** How the predicates of a unit and those below it are distributed in a period. */
export async function distributionOf(
  store: Store,
  unit: UnitRow,
  period: string,
  candidate: Candidate | null = null,
): Promise<Distribution> {
  const [units, achievements] = await Promise.all([
    store.all(allUnits()),
    store.all(achievementsOf([unit.id], period)),
  ]);
  const within = [...withUnitsBelow([unit.id], units)];
  const except = [unit.leaderId, candidate?.personId ?? null].flatMap((id) => id ?? []);
  const counts = countPredicates([]);
  for (const { resultRating, behaviourRating, count } of await store.all(
    ratingCounts(period, within, except),
  ))
    if (resultRating && behaviourRating) counts[predicateOf(resultRating, behaviourRating)] += count;
  if (candidate && candidate.personId !== unit.leaderId) counts[candidate.predicate] += 1;
  const achievement = achievements[0] ?? null;
  return {
    ...{ unit, achievement, counts },
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    warnings: achievement ? distributionWarnings(achievement.level, counts) : [],
  };
}

/** The organisation whose pattern concerns somebody in a unit: the nearest one with an achievement, else their own. */
export async function organisationOf(store: Store, unitId: string, period: string): Promise<UnitRow | null> {
  const units = new Map((await store.all(allUnits())).map((unit) => [unit.id, unit]));
  const chain = unitChain(unitId, units);
  const set = new Set((await store.all(achievementsOf(chain, period))).map((row) => row.unitId));
  return units.get(chain.find((id) => set.has(id)) ?? unitId) ?? null;
}

/** Where a distribution differs from its pattern, in sentences; none where it does not, or nobody knows the pattern. */
export function warningTexts(t: Texts, warnings: readonly DistributionWarning[]): string[] {
  return warnings.map((warning) => warningText(t, warning));
}

function warningText(t: Texts, warning: DistributionWarning): string {
  const texts = t.evaluation.board.pattern;
  const named = (some: readonly Predicate[]) =>
    some.map((predicate) => t.evaluation.predicate(predicate)).join(texts.or());
  switch (warning.code) {
    case 'not_majority':
      return texts.notMajority(named([warning.predicate]));
    case 'too_many':
      return texts.tooMany(named([warning.predicate]), warning.count, warning.limit, warning.percent);
    case 'too_few':
      return texts.tooFew(named(warning.predicates), warning.count, warning.limit, warning.percent);
    case 'none_of':
      return texts.noneOf(named(warning.predicates));
    case 'not_allowed':
      return texts.notAllowed(named([warning.predicate]), warning.count);
  }
}

/** What whoever rates somebody should consider, in sentences. */
export function considerations(t: Texts, { unit, achievement, warnings }: Distribution): string[] {
  const texts = t.evaluation.board.pattern;
  if (!achievement) return [texts.noAchievement(unit.name)];
  if (warnings.length === 0) return [];
  return [texts.about(levelName(t, achievement.level), unit.name), ...warningTexts(t, warnings)];
}

/** An achievement in words. */
export const levelName = (t: Texts, level: Achievement) => t.evaluation.achievement(level);
