import type { Rating } from '../src/core/evaluation/content.ts';
import { ratings } from '../src/core/evaluation/predicate.ts';
import { needsRemark } from '../src/core/evaluation/transition.ts';
import type { Option } from '../src/core/message.ts';
import type { Texts } from '../src/i18n/texts.ts';
import { choiceQuestion, wordsQuestion } from './evaluation-questions.ts';
import type { Answers, Form } from './form.ts';

/** What the questions about ratings need to know. */
export interface RatingContext {
  t: Texts;
  /** The result rating that follows from the achievement of the unit that the employee leads; null: it is asked. */
  given: { rating: Rating; unit: string } | null;
}

/** The two ratings of an evaluation and why they were given so. */
export interface GivenRatings {
  resultRating: Rating;
  behaviourRating: Rating;
  remark: string | null;
}

/** The ratings that a complete form holds. */
export function ratingsIn(answers: Answers, given: RatingContext['given']): GivenRatings {
  return {
    resultRating: given?.rating ?? (answers.result as Rating),
    behaviourRating: answers.behaviour as Rating,
    remark: (answers.remark as string | null) ?? (answers.explain as string | null) ?? null,
  };
}

/** Result rating, behaviour rating and a remark, which is required where one of them is below expectations. */
export const ratingForm: Form<RatingContext> = {
  id: 'rating',
  questions: [
    choiceQuestion(
      'result',
      ({ t }) => t.evaluation.field.result(),
      ({ t }) => ({ text: t.evaluation.ask.result(), hint: t.evaluation.ask.resultHint() }),
      options,
      (_, { given }) => given === null,
    ),
    choiceQuestion(
      'behaviour',
      ({ t }) => t.evaluation.field.behaviour(),
      ({ t, given }) => ({
        text: t.evaluation.ask.behaviour(),
        hint: given
          ? `${t.evaluation.ask.fromUnit(given.unit, t.evaluation.rating(given.rating))} ${t.evaluation.ask.behaviourHint()}`
          : t.evaluation.ask.behaviourHint(),
      }),
      options,
    ),
    wordsQuestion(
      'remark',
      true,
      ({ t }) => t.evaluation.field.remark(),
      ({ t }) => ({
        text: t.evaluation.ask.remark(),
        hint: null,
        placeholder: t.evaluation.ask.remarkExample(),
      }),
      (answers, context) => Boolean(answers.remark) || !isBelow(answers, context),
    ),
    wordsQuestion(
      'explain',
      false,
      ({ t }) => t.evaluation.field.remark(),
      ({ t }) => ({
        text: t.evaluation.ask.explain(),
        hint: t.evaluation.ask.explainHint(),
        placeholder: t.evaluation.ask.remarkExample(),
      }),
      (answers, context) => !answers.remark && isBelow(answers, context),
    ),
  ],
  review: true,
  title: ({ t }) => t.evaluation.form.rating(),
  submit: ({ t }) => t.evaluation.form.review(),
};

function options({ t }: RatingContext): Option[] {
  return ratings.map((rating) => {
    const name = t.evaluation.rating(rating);
    return { value: rating, label: name, short: name };
  });
}

function isBelow(answers: Answers, { given }: RatingContext): boolean {
  const { resultRating, behaviourRating } = ratingsIn(answers, given);
  return needsRemark(resultRating, behaviourRating);
}
