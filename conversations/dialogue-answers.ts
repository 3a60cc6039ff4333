import {
  type DialogueKind,
  GUIDED_QUESTIONS,
  type GuidedQuestion,
  guidedQuestions,
  type Side,
} from '../src/core/dialogue/kinds.ts';
import type { Texts } from '../src/i18n/texts.ts';
import type { Form, Question } from './form.ts';

const MAX_ANSWER = 800;

/** What the guided questions need to know. */
export interface PreparingContext {
  t: Texts;
  kind: DialogueKind;
  side: Side;
}

const question = (name: GuidedQuestion): Question<PreparingContext> => ({
  id: name,
  optional: true,
  when: (_, { kind, side }) => guidedQuestions(kind, side).includes(name),
  label: ({ t }) => t.dialogue.question(name),
  ask: ({ t }) => ({
    text: t.dialogue.question(name),
    hint: t.dialogue.ask.answerHint(),
    input: { kind: 'text', multiline: true, placeholder: t.dialogue.ask.answerExample() },
  }),
  parse(answer, { t }) {
    const said = 'text' in answer ? answer.text.trim() : '';
    if (said === '') return { problem: t.problem.required() };
    return said.length > MAX_ANSWER
      ? { problem: t.problem.tooLong(said.length, MAX_ANSWER) }
      : { value: said };
  },
  accepts: (value) => typeof value === 'string' && value !== '',
  complete: () => true,
  show: String,
  initial: String,
});

/** What one side prepares for a dialogue, by its kind; nothing has to be answered. */
export const answersForm: Form<PreparingContext> = {
  id: 'dialogue_answers',
  questions: GUIDED_QUESTIONS.map(question),
  review: false,
  title: ({ t }) => t.dialogue.form.answers(),
  submit: ({ t }) => t.dialogue.form.save(),
};
