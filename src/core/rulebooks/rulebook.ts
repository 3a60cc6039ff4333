import type { Fraction } from './fraction.ts';
import { type PeriodProblem, type Regime, regimeOf, type Span } from './regime.ts';

/** What is wrong with what a rule book was given; `item` counts from 0 in the list that the field is of. */
export type InputProblem =
  /** The list is empty, and at least one is needed. */
  | { code: 'nothing_to_evaluate'; field: string }
  /** A target has to be more than zero, and the end of a range not before its beginning. */
  | { code: 'target'; field: string; item: number }
  /** Outside `min` to `max`. */
  | { code: 'out_of_range'; field: string; item: number; min: number; max: number };

/** What is wrong with one item of a list. */
export type ItemProblem = Extract<InputProblem, { item: number }>;

/** Why a rule book gave no evaluation. */
export type RuleBookProblem =
  | PeriodProblem
  /** Other rules (`wanted`) hold in that period than those of this book (`given`). */
  | { code: 'other_rules'; wanted: Regime; given: Regime }
  | InputProblem;

/** An evaluation, or why there is none. */
export type Evaluated<E> = { ok: true; evaluation: E } | { ok: false; problem: RuleBookProblem };

/** One set of rules; it evaluates nothing outside its period. */
export interface RuleBook<R extends Regime, Input, E> {
  regime: R;
  evaluate(period: Span, input: Input): Evaluated<E>;
}

/** Binds a computation to the period in which its rules hold. */
export function defineRuleBook<R extends Regime, Input, E>(
  regime: R,
  compute: (input: Input) => Evaluated<E>,
): RuleBook<R, Input, E> {
  return {
    regime,
    evaluate(period, input) {
      const answer = regimeOf(period);
      if (!answer.ok) return answer;
      if (answer.regime !== regime)
        return { ok: false, problem: { code: 'other_rules', wanted: answer.regime, given: regime } };
      return compute(input);
    },
  };
}

/** Says that an input cannot be evaluated. */
export function refused<P extends InputProblem>(problem: P): { ok: false; problem: P } {
  return { ok: false, problem };
}

/** The first value outside `min` to `max`, as a problem; null where there is none. */
export function outOfRange(
  field: string,
  values: readonly Fraction[],
  min: number,
  max: number,
): InputProblem | null {
  const item = values.findIndex(
    ({ numerator, denominator }) =>
      numerator < BigInt(min) * denominator || numerator > BigInt(max) * denominator,
  );
  return item < 0 ? null : { code: 'out_of_range', field, item, min, max };
}
