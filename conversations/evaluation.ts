import type { Option } from '../src/core/message.ts';
import { BEHAVIOURS, type PlanResult } from '../src/core/plan/content.ts';
import type { Texts } from '../src/i18n/texts.ts';
import { choiceQuestion, wordsQuestion } from './evaluation-questions.ts';
import type { Form } from './form.ts';

/** What the questions about one realisation need to know. */
interface RealisationContext {
  t: Texts;
  /** `1.2` */
  number: string;
  proposed: string;
}

/** The realisation of one indicator, as its employee corrects it. */
export const realisationForm: Form<RealisationContext> = {
  id: 'realisation',
  questions: [
    wordsQuestion(
      'said',
      false,
      ({ t }) => t.evaluation.field.realisation(),
      ({ t, number, proposed }) => ({
        text: t.evaluation.ask.realisation(number),
        hint: t.evaluation.ask.realisationHint(proposed),
        placeholder: t.evaluation.ask.realisationExample(),
      }),
    ),
    wordsQuestion(
      'source',
      true,
      ({ t }) => t.evaluation.field.source(),
      ({ t }) => ({
        text: t.evaluation.ask.source(),
        hint: null,
        placeholder: t.evaluation.ask.sourceExample(),
      }),
    ),
  ],
  review: false,
  title: ({ t }) => t.evaluation.form.realisation(),
  submit: ({ t }) => t.button.save(),
};

/** What the questions about feedback in an evaluation need to know. */
interface FeedbackContext {
  t: Texts;
  results: readonly PlanResult[];
}

/** Feedback on one work result or one of the seven behaviours, by the supervisor. */
export const evaluationFeedbackForm: Form<FeedbackContext> = {
  id: 'evaluation_feedback',
  questions: [
    choiceQuestion(
      'about',
      ({ t }) => t.evaluation.field.about(),
      ({ t }) => ({ text: t.evaluation.ask.about(), hint: null }),
      parts,
    ),
    wordsQuestion(
      'text',
      false,
      ({ t }) => t.evaluation.field.feedback(),
      ({ t }) => ({
        text: t.evaluation.ask.feedback(),
        hint: null,
        placeholder: t.evaluation.ask.feedbackExample(),
      }),
    ),
  ],
  review: false,
  title: ({ t }) => t.evaluation.form.feedback(),
  submit: ({ t }) => t.button.save(),
};

/** The work results by their place (`r0`), and the behaviours by theirs (`b0`). */
function parts({ t, results }: FeedbackContext): Option[] {
  return [
    ...results.map(({ number, title }, index) => ({
      value: `r${index}`,
      label: t.workResult.named(number, title),
      short: t.workResult.short(number),
    })),
    ...BEHAVIOURS.map((behaviour, index) => {
      const name = t.plan.behaviour[behaviour].name;
      return { value: `b${index}`, label: name, short: name };
    }),
  ];
}

/** Returning an evaluation to its employee, with the reason. */
export const evaluationReturnForm: Form<{ t: Texts }> = {
  id: 'evaluation_return',
  questions: [
    wordsQuestion(
      'reason',
      false,
      ({ t }) => t.evaluation.field.reason(),
      ({ t }) => ({
        text: t.evaluation.ask.return(),
        hint: null,
        placeholder: t.evaluation.ask.feedbackExample(),
      }),
    ),
  ],
  review: false,
  title: ({ t }) => t.evaluation.form.return(),
  submit: ({ t }) => t.button.return(),
};

/** Opening a locked period again, with the reason. */
export const unlockForm: Form<{ t: Texts }> = {
  id: 'evaluation_unlock',
  questions: [
    wordsQuestion(
      'reason',
      false,
      ({ t }) => t.evaluation.field.reason(),
      ({ t }) => ({
        text: t.evaluation.board.lock.reason(),
        hint: null,
        placeholder: t.evaluation.board.lock.reasonExample(),
      }),
    ),
  ],
  review: false,
  title: ({ t }) => t.evaluation.board.lock.form(),
  submit: ({ t }) => t.evaluation.board.lock.openButton(),
};
