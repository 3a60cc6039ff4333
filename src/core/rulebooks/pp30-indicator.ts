import { compare, type Fraction, fraction, minus, over, times, zero } from './fraction.ts';
import { type ItemProblem, refused } from './rulebook.ts';

/** A target that is one value, or a range (both ends included). */
export type Target = Fraction | { low: Fraction; high: Fraction };

/** An individual performance indicator (IKI) under PermenPANRB 8/2021 with what was realised, in its own unit. */
export interface Pp30Indicator {
  target: Target;
  realised: Fraction;
  /** `normal`: more is better; `special` (kondisi khusus): less is better, such as time or cost. */
  condition: 'normal' | 'special';
}

/** Categories of PermenPANRB 8/2021: Sangat Baik, Baik, Cukup, Kurang, Sangat Kurang. */
export type Pp30Category = 'very_good' | 'good' | 'sufficient' | 'poor' | 'very_poor';

const hundred = fraction(100);

/**
 * The achievement of an indicator in percent, exact: R/T, or 1 + (1 − R/T) where less is better.
 *
 * Within a range the target is met (100); outside, the nearer end is the target. The regulation prints 113% for 92% of 80–90%,
 * a slip of arithmetic: its own formula gives 102.22%.
 */
export function achievementOf(
  { target, realised, condition }: Pp30Indicator,
  field: string,
  item: number,
): { ok: true; percent: Fraction } | { ok: false; problem: ItemProblem } {
  const { low, high } = 'low' in target ? target : { low: target, high: target };
  if (compare(low, zero) <= 0 || compare(low, high) > 0) return refused({ code: 'target', field, item });
  if (compare(realised, zero) < 0)
    return refused({ code: 'out_of_range', field, item, min: 0, max: Number.MAX_SAFE_INTEGER });
  const nearest = compare(realised, high) > 0 ? high : compare(realised, low) < 0 ? low : realised;
  const share = over(times(realised, hundred), nearest);
  return { ok: true, percent: condition === 'normal' ? share : minus(fraction(200), share) };
}

/** The achievements of several indicators, or what is wrong with the first that has none. */
export function achievementsOf(
  indicators: readonly Pp30Indicator[],
  field: string,
): { ok: true; percents: Fraction[] } | { ok: false; problem: ItemProblem } {
  const percents: Fraction[] = [];
  for (const [item, indicator] of indicators.entries()) {
    const answer = achievementOf(indicator, field, item);
    if (!answer.ok) return answer;
    percents.push(answer.percent);
  }
  return { ok: true, percents };
}
