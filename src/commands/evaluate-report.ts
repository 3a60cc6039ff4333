import { maskEmployeeNumber } from '../core/employee-number.ts';
import type { AnyEvaluation, EvaluatedPeriod } from '../core/import/evaluations/evaluations.ts';
import type { PastPredicate } from '../core/import/history.ts';
import type { Locale } from '../core/model.ts';
import { type Fraction, fixed } from '../core/rulebooks/fraction.ts';
import type { OperatorTexts } from '../i18n/operator-texts.ts';

/** An evaluation for the screen: who and what in the first line, below it how that came about. */
export function evaluationLines(
  { nip, name, period, evaluation }: EvaluatedPeriod,
  locale: Locale,
  t: OperatorTexts,
): string[] {
  const number = (value: Fraction) => (locale === 'id' ? fixed(value).replace('.', ',') : fixed(value));
  const who = `${name ? `${name} ` : ''}(${maskEmployeeNumber(nip)})`;
  const value = 'value' in evaluation ? `${number(evaluation.value)} ` : '';
  const parts = partLines(evaluation, number, t).map((line) => `  ${line}`);
  return [`${who}, ${period.text}: ${value}${predicateText(evaluation, t)}`, ...parts];
}

/** An evaluation for `--json`; numbers have two decimal places, and there are none since 2022. */
export function evaluationData({ line, nip, name, period, evaluation }: EvaluatedPeriod) {
  return {
    ...{ line, nip: maskEmployeeNumber(nip), name, period: period.text, from: period.from, to: period.to },
    ...{ regime: evaluation.regime, predicate: predicateOf(evaluation) },
    value: 'value' in evaluation ? Number(fixed(evaluation.value)) : null,
    unverified: 'unverified' in evaluation && evaluation.unverified,
    parts: partData(evaluation),
  };
}

function partLines(
  evaluation: AnyEvaluation,
  number: (value: Fraction) => string,
  t: OperatorTexts,
): string[] {
  const texts = t.evaluate;
  switch (evaluation.regime) {
    case 'pp46': {
      const { plan, behaviour, weightedPlan, weightedBehaviour, activities } = evaluation;
      const weighted = [number(weightedPlan), number(weightedBehaviour)] as const;
      const values = activities.map(({ value }) => number(value));
      const { additionalPoints, creativityPoints } = evaluation;
      return [
        texts.pp46(number(plan), number(behaviour), ...weighted),
        ...(values.length > 0 ? [texts.activities(values, additionalPoints, creativityPoints)] : []),
      ];
    }
    case 'pp30': {
      const { plan, behaviour, planWeight, weightedPlan, weightedBehaviour, items } = evaluation;
      const weighted = [number(weightedPlan), number(weightedBehaviour)] as const;
      return [
        texts.pp30(planWeight, number(plan), number(behaviour), ...weighted),
        ...(items.length > 0 ? [texts.main(number(evaluation.main), number(evaluation.additional))] : []),
      ];
    }
    case 'integration2021': {
      const { converted, second, unverified } = evaluation;
      if (!converted || !second) return [texts.official()];
      return [
        texts.integration(number(converted), number(second)),
        ...(unverified ? [texts.unverified()] : []),
      ];
    }
    case 'p2022':
      return [texts.p2022(evaluation.resultRating, evaluation.behaviourRating)];
  }
}

function partData(evaluation: AnyEvaluation): Record<string, unknown> {
  const number = (value: Fraction) => Number(fixed(value));
  switch (evaluation.regime) {
    case 'pp46': {
      const { activities, additionalPoints, creativityPoints, plan, behaviour } = evaluation;
      return {
        activities: activities.map(({ value }) => number(value)),
        ...{ additionalPoints, creativityPoints, plan: number(plan), behaviour: number(behaviour) },
        weightedPlan: number(evaluation.weightedPlan),
        weightedBehaviour: number(evaluation.weightedBehaviour),
      };
    }
    case 'pp30': {
      const { items, main, additional, plan, behaviour, planWeight } = evaluation;
      return {
        items: items.map(({ category, value }) => ({ category, value: number(value) })),
        ...{ main: number(main), additional: number(additional), plan: number(plan) },
        ...{ behaviour: number(behaviour), planWeight },
        weightedPlan: number(evaluation.weightedPlan),
        weightedBehaviour: number(evaluation.weightedBehaviour),
      };
    }
    case 'integration2021': {
      const { converted, second } = evaluation;
      return { converted: converted && number(converted), second: second && number(second) };
    }
    case 'p2022': {
      const { resultRating, behaviourRating } = evaluation;
      return { resultRating, behaviourRating };
    }
  }
}

function predicateOf(evaluation: AnyEvaluation): PastPredicate {
  return evaluation.regime === 'p2022' ? evaluation.predicate : evaluation.category;
}

function predicateText(evaluation: AnyEvaluation, t: OperatorTexts): string {
  const predicate = predicateOf(evaluation);
  return evaluation.regime === 'p2022' && predicate === 'poor'
    ? t.evaluate.misconduct()
    : t.evaluate.predicate(predicate);
}
