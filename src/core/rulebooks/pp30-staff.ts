import { atLeast, compare, type Fraction, fraction, mean, percentOf } from './fraction.ts';
import { achievementsOf, type Pp30Category, type Pp30Indicator } from './pp30-indicator.ts';
import { type InputProblem, refused } from './rulebook.ts';

/**
 * One planned result (rencana kinerja) of a JA or JF: its indicators by aspect (model dasar), or the level that was reached
 * of a written standard (model pengembangan, where "good" is the target).
 */
export interface StaffResult {
  outcome: { aspects: readonly Pp30Indicator[] } | { level: Pp30Category };
  /** Whether it came down from the superior's result directly or by a supporting output (non-direct). */
  cascade: 'direct' | 'non_direct';
}

/** What a planned result is worth. */
export interface StaffResultValue {
  /** Achievement of each aspect in percent; empty where the level was given. */
  percents: Fraction[];
  category: Pp30Category;
  /** Before and after the share of its cascade. */
  value: Fraction;
  weighted: Fraction;
}

/** Values of categories, as in an implementation that was read; the regulation's own table was not seen. */
const RESULT_VALUES: Record<Pp30Category, number> = {
  very_good: 120,
  good: 100,
  sufficient: 80,
  poor: 60,
  very_poor: 25,
};

/** The category of one indicator: above 100% Sangat Baik, 100% Baik, from 80% Cukup, from 60% Kurang, else Sangat Kurang. */
export function indicatorCategoryOf(percent: Fraction): Pp30Category {
  const against = compare(percent, fraction(100));
  if (against > 0) return 'very_good';
  if (against === 0) return 'good';
  if (atLeast(percent, fraction(80))) return 'sufficient';
  return atLeast(percent, fraction(60)) ? 'poor' : 'very_poor';
}

/**
 * The category of a planned result from those of its aspects, in the order of an implementation that was read: mostly Sangat
 * Baik; then two Sangat Kurang; then two Kurang or one Sangat Kurang; then one Kurang or two Cukup; else Baik.
 */
export function resultCategoryOf(aspects: readonly Pp30Category[]): Pp30Category {
  const count = (category: Pp30Category) => aspects.filter((aspect) => aspect === category).length;
  if (2 * count('very_good') > aspects.length) return 'very_good';
  if (count('very_poor') >= 2) return 'very_poor';
  if (count('poor') >= 2 || count('very_poor') >= 1) return 'poor';
  return count('poor') === 1 || count('sufficient') >= 2 ? 'sufficient' : 'good';
}

/** The value of the main performance: the mean of the results, of which non-direct ones count `nonDirectShare` percent. */
export function staffMainValue(
  results: readonly StaffResult[],
  nonDirectShare: Fraction,
): { ok: true; results: StaffResultValue[]; value: Fraction } | { ok: false; problem: InputProblem } {
  const values: StaffResultValue[] = [];
  for (const [item, { outcome, cascade }] of results.entries()) {
    const given = 'level' in outcome;
    const achieved = given ? { ok: true as const, percents: [] } : achievementsOf(outcome.aspects, 'aspects');
    if (!achieved.ok) return refused({ ...achieved.problem, field: 'results', item });
    if (!given && achieved.percents.length === 0)
      return refused({ code: 'nothing_to_evaluate', field: 'aspects' });
    const { percents } = achieved;
    const category = given ? outcome.level : resultCategoryOf(percents.map(indicatorCategoryOf));
    const value = fraction(RESULT_VALUES[category]);
    const weighted = cascade === 'direct' ? value : percentOf(nonDirectShare, value);
    values.push({ percents, category, value, weighted });
  }
  if (values.length === 0) return refused({ code: 'nothing_to_evaluate', field: 'results' });
  return { ok: true, results: values, value: mean(values.map(({ weighted }) => weighted)) };
}
