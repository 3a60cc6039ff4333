import type { Form } from './form.ts';
import { fromQuestion, type PlanFormContext, textQuestion } from './plan-parts.ts';

/** What a form of one answer about somebody's plan needs to know. */
export interface PlanWordsContext extends PlanFormContext {
  /** The name of whom the words go to. */
  to: string;
}

const words = (ask: (context: PlanWordsContext) => string) =>
  textQuestion<PlanWordsContext>(
    { id: 'text', optional: false },
    { label: ({ t }) => t.field.message(), ask, example: ({ t }) => t.plan.form.ask.textExample() },
    true,
  );

/** Why a proposed plan is returned. */
export const planReturnForm: Form<PlanWordsContext> = {
  id: 'plan_return',
  questions: [words(({ t }) => t.plan.form.ask.return())],
  review: false,
  title: ({ t }) => t.plan.form.title.return(),
  submit: ({ t }) => t.button.return(),
};

/** A question of the supervisor about a proposed plan. */
export const planQuestionForm: Form<PlanWordsContext> = {
  id: 'plan_question',
  questions: [words(({ t, to }) => t.plan.form.ask.question(to))],
  review: false,
  title: ({ t }) => t.plan.form.title.question(),
  submit: ({ t }) => t.button.send(),
};

/** The answer of the employee to a question about their plan. */
export const planAnswerForm: Form<PlanWordsContext> = {
  id: 'plan_answer',
  questions: [words(({ t, to }) => t.plan.form.ask.answer(to))],
  review: false,
  title: ({ t }) => t.plan.form.title.answer(),
  submit: ({ t }) => t.button.send(),
};

/** From which day a plan is agreed, where it is another one than proposed. */
export const planAgreeForm: Form<PlanFormContext> = {
  id: 'plan_agree',
  questions: [fromQuestion],
  review: false,
  title: ({ t }) => t.plan.form.title.agree(),
  submit: ({ t }) => t.button.approve(),
};
