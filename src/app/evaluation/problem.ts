import type { EvaluationStep, StepProblem } from '../../core/evaluation/transition.ts';
import { stepFrom } from '../../core/evaluation/transition.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { EvaluationCase } from './case.ts';

/**
 * Why a step is not possible now, in one sentence that says who has to do what next; null: it is possible.
 *
 * @param by who wants to take it
 */
export function whyNot(
  t: Texts,
  found: EvaluationCase,
  step: EvaluationStep,
  by: 'employee' | 'rater',
): string | null {
  if (found.held) return t.evaluation.problem.locked(t.period(found.period.text));
  const answer = stepFrom(found.row.status, step);
  return answer.ok ? null : problemText(t, found, answer.problem, by);
}

function problemText(
  t: Texts,
  found: EvaluationCase,
  problem: StepProblem,
  by: 'employee' | 'rater',
): string {
  const texts = t.evaluation.problem;
  const employee = found.employee.name;
  const evaluator = evaluatorName(t, found);
  switch (problem) {
    case 'with_supervisor':
      return texts.withSupervisor(evaluator);
    case 'not_submitted':
      return texts.notSubmitted(employee);
    case 'with_employee':
      return texts.withEmployee(employee);
    case 'already_rated':
      return by === 'rater' ? texts.ratedByYou() : texts.alreadyRated(evaluator);
    case 'locked':
      return texts.locked(t.period(found.period.text));
    case 'not_locked':
    case 'not_rated':
      return texts.notRated();
  }
}

/** Whoever rates an evaluation, by name. */
export function evaluatorName(t: Texts, { evaluator }: Pick<EvaluationCase, 'evaluator'>): string {
  return evaluator?.name ?? t.evaluation.hr();
}
