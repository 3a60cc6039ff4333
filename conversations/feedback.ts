import { behavioursIn, readBehaviours, withBehaviours } from '../src/core/feedback/behaviours.ts';
import { type FeedbackKind, STARTER_PARTS } from '../src/core/feedback/kinds.ts';
import type { Option } from '../src/core/message.ts';
import { BEHAVIOURS, type Behaviour } from '../src/core/plan/content.ts';
import {
  chosen,
  type FeedbackAnswers,
  type FeedbackContext,
  option,
  type Readers,
  shortId,
  type Topic,
  visibilityIn,
} from './feedback-parts.ts';
import type { Answers, Form, Question } from './form.ts';

type Q = Question<FeedbackContext>;
const always = () => true;
const MAX_FEEDBACK = 2000;

const kind: Q = {
  id: 'kind',
  optional: false,
  when: always,
  label: ({ t }) => t.feedback.field.kind(),
  ask: (context) => ({
    text: context.t.feedback.ask.kind(context.to),
    hint: null,
    input: { kind: 'choice', options: kindOptions(context) },
  }),
  parse(answer, context) {
    const hit = chosen(answer, kindOptions(context));
    return hit ? { value: hit.value } : { problem: context.t.problem.chooseOne() };
  },
  accepts: (value, { kinds }) => kinds.some((one) => one === value),
  complete: always,
  show: (value, { t }) => t.feedback.kind(value as FeedbackKind),
  initial: (value) => String(value),
};

const about: Q = {
  id: 'about',
  optional: true,
  when: (_, { topics }) => topics.length > 0,
  label: ({ t }) => t.feedback.field.about(),
  ask: (context) => ({
    text: context.t.feedback.ask.about(),
    hint: context.t.feedback.ask.aboutHint(),
    input: { kind: 'choice', options: topicOptions(context) },
  }),
  parse(answer, context) {
    const options = topicOptions(context);
    const hit = chosen(answer, options);
    const topic = hit && context.topics[options.indexOf(hit)];
    return topic
      ? { value: { kind: topic.kind, id: topic.id } satisfies Topic }
      : { problem: context.t.problem.chooseOne() };
  },
  accepts: (value, { topics }) => topics.some(({ id }) => id === (value as Topic).id),
  complete: always,
  show: (value, { topics }) => topics.find(({ id }) => id === (value as Topic).id)?.label ?? '',
  initial: (value) => choiceOf(value as Topic),
};

const text: Q = {
  id: 'text',
  optional: false,
  when: always,
  label: ({ t }) => t.feedback.field.text(),
  ask({ t, to, request }, answers) {
    const said = answers.kind as FeedbackKind | undefined;
    const of = said ?? 'praise';
    const starters = of === 'note' ? [] : STARTER_PARTS.map((part) => t.feedback.starter(of, part));
    return {
      text:
        request !== null
          ? t.feedback.ask.answer(to, request)
          : // In a form of all questions at once the kind is not chosen yet.
            said === undefined
            ? t.ask.feedback(to)
            : t.feedback.ask.text(said, to),
      hint: starters.length > 0 ? t.feedback.ask.starters(starters) : t.feedback.ask.noteHint(),
      input: { kind: 'text', multiline: true, placeholder: starters[0] ?? t.feedback.ask.noteExample() },
    };
  },
  parse(answer, { t }) {
    const body = 'text' in answer ? answer.text.trim() : '';
    if (body === '') return { problem: t.problem.emptyText() };
    if (body.length > MAX_FEEDBACK) return { problem: t.problem.tooLong(body.length, MAX_FEEDBACK) };
    return { value: body };
  },
  accepts: (value) => typeof value === 'string' && value !== '',
  complete: always,
  show: (value) => String(value),
  initial: (value) => String(value),
};

const values: Q = {
  id: 'values',
  optional: true,
  // Tags in the text say it already.
  when: (answers) => answers.kind !== 'note' && behavioursIn(String(answers.text ?? '')).length === 0,
  label: ({ t }) => t.feedback.field.values(),
  ask: ({ t }) => ({
    text: t.feedback.ask.values(),
    hint: t.feedback.ask.valuesHint(),
    input: {
      kind: 'suggest',
      options: BEHAVIOURS.map((name) => option(name, t.plan.behaviour[name].name)),
      placeholder: t.feedback.ask.valuesExample(),
    },
  }),
  parse(answer, { t }) {
    const named = readBehaviours('choice' in answer ? answer.choice : 'text' in answer ? answer.text : '');
    return named ? { value: named } : { problem: t.feedback.problem.values() };
  },
  accepts: (value) => Array.isArray(value) && value.every((one) => BEHAVIOURS.some((name) => name === one)),
  complete: always,
  show: (value, { t }) => (value as Behaviour[]).map((name) => t.plan.behaviour[name].name).join(', '),
  initial: (value) => (value as Behaviour[]).join(', '),
};

/** Who reads it; one question for each kind, so that a choice for praise is never taken for criticism. */
const seen = (of: Exclude<FeedbackKind, 'note'>): Q => ({
  id: `seen_${of}`,
  optional: false,
  when: (answers, { visibilities }) => answers.kind === of && visibilities[of].length > 1,
  label: ({ t }) => t.feedback.field.readers(),
  ask: (context) => ({
    text: context.t.feedback.ask.readers(),
    hint: context.t.feedback.ask.readersHint(of),
    input: { kind: 'choice', options: readerOptions(of, context) },
  }),
  parse(answer, context) {
    const hit = chosen(answer, readerOptions(of, context));
    const visibility = context.visibilities[of].find((one) => one === hit?.value);
    return visibility
      ? { value: { visibility, leaderId: context.leaderId } satisfies Readers }
      : { problem: context.t.problem.chooseOne() };
  },
  accepts(value, { visibilities, leaderId }) {
    const said = value as Readers;
    const narrow = said.visibility === 'employee';
    return visibilities[of].includes(said.visibility) && (narrow || said.leaderId === leaderId);
  },
  complete: always,
  show: (value, { readers }) => readers[(value as Readers).visibility],
  initial: (value) => (value as Readers).visibility,
});

/** Feedback to somebody (umpan balik berkelanjutan): what, about what, in which words, and who will read it. */
export const giveFeedbackForm: Form<FeedbackContext> = {
  id: 'give_feedback',
  questions: [kind, about, text, values, seen('praise'), seen('improve')],
  review: true,
  title: ({ t }) => t.feedback.title(),
  submit: ({ t }) => t.button.review(),
};

/** The answers of a complete form as one thing. */
export function feedbackIn(answers: Answers, context: FeedbackContext): FeedbackAnswers {
  const body = String(answers.text);
  const said = answers.kind as FeedbackKind;
  const topic = answers.about as Topic | null | undefined;
  return {
    kind: said,
    topic: topic && context.topics.some(({ id }) => id === topic.id) ? topic : null,
    body,
    behaviours:
      said === 'note' ? [] : withBehaviours(behavioursIn(body), (answers.values as Behaviour[] | null) ?? []),
    visibility: visibilityIn(answers, context),
  };
}

const kindOptions = ({ kinds, t }: FeedbackContext): Option[] =>
  kinds.map((one) => option(one, t.feedback.kind(one)));

const topicOptions = ({ topics }: FeedbackContext): Option[] =>
  topics.map((topic, index) => ({
    value: choiceOf(topic),
    label: `${index + 1}. ${topic.label}`,
    short: String(index + 1),
  }));

const readerOptions = (of: FeedbackKind, { visibilities, readers }: FeedbackContext): Option[] =>
  visibilities[of].map((one) => option(one, readers[one]));

const choiceOf = ({ kind: of, id }: Topic) => `${of === 'result' ? 'r' : 'e'}${shortId(id)}`;
