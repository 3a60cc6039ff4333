import type { Option } from '../src/core/message.ts';
import type { Texts } from '../src/i18n/texts.ts';
import { chosen, option, shortId } from './feedback-parts.ts';
import type { Form, Question } from './form.ts';

/** What the questions about a request for feedback need to know. */
export interface RequestContext {
  t: Texts;
  /** Who may be asked, the supervisor first. */
  people: readonly { id: string; label: string }[];
  /** Work results that it may be about. */
  results: readonly { id: string; label: string }[];
}

/** What a request is about: words, and the work result they name. */
export interface RequestTopic {
  text: string;
  workResultId: string | null;
}

type Q = Question<RequestContext>;
const always = () => true;
const MAX_ABOUT = 300;
const MAX_WORDS = 2000;

const whom: Q = {
  id: 'whom',
  optional: false,
  when: (_, { people }) => people.length > 1,
  label: ({ t }) => t.feedback.field.whom(),
  ask: (context) => ({
    text: context.t.feedback.ask.whom(),
    hint: null,
    input: { kind: 'choice', options: options(context.people) },
  }),
  parse(answer, { t, people }) {
    const hit = chosen(answer, options(people));
    const person = people.find(({ id }) => shortId(id) === hit?.value);
    return person ? { value: person.id } : { problem: t.problem.chooseOne() };
  },
  accepts: (value, { people }) => people.some(({ id }) => id === value),
  complete: always,
  show: (value, { people }) => people.find(({ id }) => id === value)?.label ?? '',
  initial: (value) => shortId(String(value)),
};

const about: Q = {
  id: 'about',
  optional: false,
  when: always,
  label: ({ t }) => t.feedback.field.about(),
  ask: ({ t, results }) => ({
    text: t.feedback.ask.requestAbout(),
    hint: t.feedback.ask.requestHint(),
    input: { kind: 'suggest', options: options(results), placeholder: t.feedback.ask.requestExample() },
  }),
  parse(answer, { t, results }) {
    const hit = chosen(answer, options(results));
    const result = hit && results.find(({ id }) => shortId(id) === hit.value);
    if (result) return { value: { text: result.label, workResultId: result.id } satisfies RequestTopic };
    const said = 'text' in answer ? answer.text.trim() : '';
    if (!/\p{L}{2}/u.test(said)) return { problem: t.problem.emptyText() };
    if (said.length > MAX_ABOUT) return { problem: t.problem.tooLong(said.length, MAX_ABOUT) };
    return { value: { text: said, workResultId: null } satisfies RequestTopic };
  },
  accepts: (value) => typeof (value as RequestTopic).text === 'string',
  complete: always,
  show: (value) => (value as RequestTopic).text,
  initial: (value) => (value as RequestTopic).text,
};

/** A wish for feedback: from whom, and about what. */
export const askFeedbackForm: Form<RequestContext> = {
  id: 'ask_feedback',
  questions: [whom, about],
  review: false,
  title: ({ t }) => t.feedback.button.request(),
  submit: ({ t }) => t.button.send(),
};

/** One text and nothing else: why a request is declined, or an answer to feedback. */
export interface WordsContext {
  t: Texts;
  /** Whom it goes to. */
  to: string;
  /** What it is about, in a line. */
  about: string;
}

const words = (ask: (context: WordsContext) => string): Question<WordsContext> => ({
  id: 'text',
  optional: false,
  when: always,
  label: ({ t }) => t.field.message(),
  ask: (context) => ({
    text: ask(context),
    hint: context.about,
    input: { kind: 'text', multiline: true, placeholder: context.t.feedback.ask.wordsExample() },
  }),
  parse(answer, { t }) {
    const said = 'text' in answer ? answer.text.trim() : '';
    if (said === '') return { problem: t.problem.emptyText() };
    if (said.length > MAX_WORDS) return { problem: t.problem.tooLong(said.length, MAX_WORDS) };
    return { value: said };
  },
  accepts: (value) => typeof value === 'string' && value !== '',
  complete: always,
  show: (value) => String(value),
  initial: (value) => String(value),
});

/** Why a request for feedback is declined. */
export const declineFeedbackForm: Form<WordsContext> = {
  id: 'decline_feedback',
  questions: [words(({ t, to }) => t.feedback.ask.decline(to))],
  review: false,
  title: ({ t }) => t.feedback.button.decline(),
  submit: ({ t }) => t.button.send(),
};

/** An answer to feedback, of either side. */
export const answerFeedbackForm: Form<WordsContext> = {
  id: 'answer_feedback',
  questions: [words(({ t, to }) => t.ask.answer(to))],
  review: false,
  title: ({ t }) => t.form.answer(),
  submit: ({ t }) => t.button.send(),
};

const options = (list: readonly { id: string; label: string }[]): Option[] =>
  list.map(({ id, label }) => option(shortId(id), label));
