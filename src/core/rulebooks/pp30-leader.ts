import { type Band, band, inBands } from './bands.ts';
import { atLeast, type Fraction, fraction, mean, minus, percentOf, plus } from './fraction.ts';
import { achievementsOf, type Pp30Category, type Pp30Indicator } from './pp30-indicator.ts';
import { type InputProblem, refused } from './rulebook.ts';

/** An indicator of a JPT or head of an independent unit; `maximal`: its target is the most that can be attained. */
export interface LeaderIndicator extends Pp30Indicator {
  maximal: boolean;
}

/** The value of one indicator. */
export interface LeaderIndicatorValue {
  /** Achievement in percent. */
  percent: Fraction;
  category: Pp30Category;
  value: Fraction;
}

/** What the main performance of a leader is evaluated from. */
export interface LeaderPlan {
  /** Indicators of the performance agreement (perjanjian kinerja). */
  agreement: readonly LeaderIndicator[];
  /** Action plans and strategic initiatives. */
  initiatives: readonly LeaderIndicator[];
}

/**
 * Values by percent achieved (PermenPANRB 8/2021 p. 363). The line of 101–110% is reconstructed by analogy with those below; from
 * 110% on it is 120.
 */
const LINES: readonly (Band & { category: Pp30Category })[] = [
  { ...band(101, 110, 110, 120), category: 'very_good' },
  { ...band(100, 101, 109, 109), category: 'good' },
  { ...band(80, 99, 70, 89), category: 'sufficient' },
  { ...band(60, 79, 50, 69), category: 'poor' },
  { ...band(0, 59, 0, 49), category: 'very_poor' },
];

const BEST: { category: Pp30Category; value: Fraction } = { category: 'very_good', value: fraction(120) };

/** The value and category of an achievement; a target that is the most attainable gives 120 when it is met (p. 93). */
export function leaderValueOf(
  percent: Fraction,
  maximal: boolean,
): { category: Pp30Category; value: Fraction } {
  if (maximal && atLeast(percent, fraction(100))) return BEST;
  // Far above a target of which less is better, the formula of the achievement falls below zero; the bands do not.
  const { band: found, value } = inBands(percent, LINES);
  return { category: found.category, value };
}

/**
 * The value of the main performance: the means of agreement and initiatives by their shares. That they weigh 60 and 40 is
 * inferred from the one printed example; with only one of them, it counts alone.
 */
export function leaderMainValue(
  plan: LeaderPlan,
  agreementShare: Fraction,
):
  | { ok: true; agreement: LeaderIndicatorValue[]; initiatives: LeaderIndicatorValue[]; value: Fraction }
  | { ok: false; problem: InputProblem } {
  const agreement = valuesOf(plan.agreement, 'agreement');
  if (!agreement.ok) return agreement;
  const initiatives = valuesOf(plan.initiatives, 'initiatives');
  if (!initiatives.ok) return initiatives;
  const means = [agreement, initiatives].map(({ values }) =>
    values.length === 0 ? null : mean(values.map(({ value }) => value)),
  );
  const [first = null, second = null] = means;
  const value =
    first && second
      ? plus(percentOf(agreementShare, first), percentOf(minus(fraction(100), agreementShare), second))
      : (first ?? second);
  if (!value) return refused({ code: 'nothing_to_evaluate', field: 'agreement' });
  return { ok: true, agreement: agreement.values, initiatives: initiatives.values, value };
}

/** The value of a leader's plan in a periodic evaluation: half action plans, half main performance that can be measured by then. */
export function periodicPlanValue(
  actionPlans: readonly Fraction[],
  measurable: readonly Fraction[],
): Fraction {
  return mean([mean(actionPlans), mean(measurable)]);
}

function valuesOf(
  indicators: readonly LeaderIndicator[],
  field: string,
): { ok: true; values: LeaderIndicatorValue[] } | { ok: false; problem: InputProblem } {
  const achieved = achievementsOf(indicators, field);
  if (!achieved.ok) return achieved;
  const values = achieved.percents.map((percent, item) => ({
    percent,
    ...leaderValueOf(percent, indicators[item]!.maximal),
  }));
  return { ok: true, values };
}
