import type { Option } from '../src/core/message.ts';
import type { Texts } from '../src/i18n/texts.ts';
import type { Form, Question } from './form.ts';

/** What a remark about an employee's day needs to know. */
export interface RemarkContext {
  t: Texts;
  /** The name of whom the remark goes to. */
  to: string;
  entries: { id: string; what: string }[];
  /** Whether the remark may be about the day as a whole. */
  wholeDay: boolean;
}

/** The answer that names no single activity. */
export const WHOLE_DAY = 'day';
const MAX_REMARK = 2000;

const about: Question<RemarkContext> = {
  id: 'about',
  optional: false,
  when: (_, { entries }) => entries.length > 1,
  label: ({ t }) => t.field.activity(),
  ask: (context) => ({
    text: context.t.ask.whichActivity(),
    hint: null,
    input: { kind: 'choice', options: entryOptions(context) },
  }),
  parse(answer, context) {
    const options = entryOptions(context);
    const typed = 'text' in answer ? answer.text.trim() : null;
    const hit = options.find((o, i) =>
      'choice' in answer ? o.value === answer.choice : String(i + 1) === typed,
    );
    if (!hit) return { problem: context.t.problem.chooseOne() };
    return { value: hit.value === WHOLE_DAY ? WHOLE_DAY : context.entries[Number(hit.value)]?.id };
  },
  accepts: (value, { entries }) => value === WHOLE_DAY || entries.some((entry) => entry.id === value),
  complete: () => true,
  show: (value, { entries }) => entries.find((entry) => entry.id === value)?.what ?? '',
  initial: () => '',
};

const words = (ask: (context: RemarkContext) => string): Question<RemarkContext> => ({
  id: 'text',
  optional: false,
  when: () => true,
  label: ({ t }) => t.field.message(),
  ask: (context) => ({
    text: ask(context),
    hint: null,
    input: { kind: 'text', multiline: true, placeholder: context.t.ask.remarkExample() },
  }),
  parse(answer, { t }) {
    const text = 'text' in answer ? answer.text.trim() : '';
    if (text === '') return { problem: t.problem.emptyText() };
    if (text.length > MAX_REMARK) return { problem: t.problem.tooLong(text.length, MAX_REMARK) };
    return { value: text };
  },
  accepts: (value) => typeof value === 'string' && value !== '',
  complete: () => true,
  show: (value) => String(value),
  initial: (value) => String(value),
});

/** Feedback of the supervisor about one of the day's activities (umpan balik berkelanjutan). */
const feedbackForm: Form<RemarkContext> = {
  id: 'feedback',
  questions: [about, words(({ t, to }) => t.ask.feedback(to))],
  review: false,
  title: ({ t }) => t.form.feedback(),
  submit: ({ t }) => t.button.send(),
};

/** Returning an activity with a reason (dikembalikan). */
const returnForm: Form<RemarkContext> = {
  id: 'return',
  questions: [about, words(({ t }) => t.ask.returnReason())],
  review: false,
  title: ({ t }) => t.form.return(),
  submit: ({ t }) => t.button.return(),
};

/** An answer to a remark. */
const answerForm: Form<RemarkContext> = {
  id: 'answer',
  questions: [words(({ t, to }) => t.ask.answer(to))],
  review: false,
  title: ({ t }) => t.form.answer(),
  submit: ({ t }) => t.button.send(),
};

/** Every form that ends in a remark, by its id. */
export const remarkForms: Record<string, Form<RemarkContext>> = {
  feedback: feedbackForm,
  return: returnForm,
  answer: answerForm,
};

function entryOptions({ entries, wholeDay, t }: RemarkContext): Option[] {
  const options = entries.map((entry, index) => ({
    value: String(index),
    label: `${index + 1}. ${entry.what}`,
    short: String(index + 1),
  }));
  return wholeDay
    ? [...options, { value: WHOLE_DAY, label: t.ask.wholeDay(), short: t.ask.wholeDay() }]
    : options;
}
