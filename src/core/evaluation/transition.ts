import type { EvaluationStatus, Rating } from './content.ts';

/** What is done to an evaluation. */
export type EvaluationStep =
  | 'correct'
  | 'submit'
  | 'feedback'
  | 'return'
  | 'rate'
  | 'lock'
  | 'unlock'
  | 'reopen';

/** Why a step is not possible now; each is told with whoever has to do what next. */
export type StepProblem =
  /** The supervisor has it; only they can return it. */
  | 'with_supervisor'
  /** The employee has not submitted it. */
  | 'not_submitted'
  /** The employee has it back. */
  | 'with_employee'
  /** It has been rated. */
  | 'already_rated'
  /** HR has locked it, and only HR can open it. */
  | 'locked'
  /** It was not locked. */
  | 'not_locked'
  /** Nothing has been rated that could be opened again. */
  | 'not_rated';

/** The answer of `stepFrom`. */
export type StepAnswer = { ok: true; status: EvaluationStatus } | { ok: false; problem: StepProblem };

const to = (status: EvaluationStatus): StepAnswer => ({ ok: true, status });
const no = (problem: StepProblem): StepAnswer => ({ ok: false, problem });

/** Who has an evaluation that was not submitted: the employee, for the first time or again. */
const early: Record<'correct' | 'submit' | 'feedback' | 'return' | 'rate' | 'lock' | 'unlock', StepAnswer> = {
  correct: to('open'),
  submit: to('submitted'),
  feedback: no('not_submitted'),
  return: no('not_submitted'),
  rate: no('not_submitted'),
  lock: no('not_rated'),
  unlock: no('not_locked'),
};

const STEPS: Record<EvaluationStatus, Record<EvaluationStep, StepAnswer>> = {
  open: { ...early, reopen: no('not_rated') },
  returned: {
    ...early,
    correct: to('returned'),
    feedback: no('with_employee'),
    return: no('with_employee'),
    rate: no('with_employee'),
    reopen: no('not_rated'),
  },
  submitted: {
    correct: no('with_supervisor'),
    submit: no('with_supervisor'),
    feedback: to('submitted'),
    return: to('returned'),
    rate: to('rated'),
    lock: no('not_rated'),
    unlock: no('not_locked'),
    reopen: no('not_rated'),
  },
  rated: {
    correct: no('already_rated'),
    submit: no('already_rated'),
    feedback: no('already_rated'),
    return: no('already_rated'),
    // Until it is locked a supervisor may rate once more.
    rate: to('rated'),
    lock: to('locked'),
    unlock: no('not_locked'),
    reopen: to('submitted'),
  },
  locked: {
    correct: no('locked'),
    submit: no('locked'),
    feedback: no('locked'),
    return: no('locked'),
    rate: no('locked'),
    lock: no('locked'),
    unlock: to('rated'),
    reopen: to('submitted'),
  },
};

/** Where a step leads from a status; a locked evaluation only changes by being opened again. */
export function stepFrom(status: EvaluationStatus, step: EvaluationStep): StepAnswer {
  return STEPS[status][step];
}

/** Whether the supervisor has to say why they rated so: whatever is below expectations has to be explained. */
export function needsRemark(resultRating: Rating, behaviourRating: Rating): boolean {
  return resultRating === 'below' || behaviourRating === 'below';
}
