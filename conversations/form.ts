import type { Answer } from '../src/core/inbound.ts';
import type { FormField, InputKind } from '../src/core/message.ts';

/** Answers so far by question id; `null` marks a question that was skipped. */
export type Answers = Record<string, unknown>;

/** What a person typed, understood or not; a problem says what to do next. */
export type Parsed = { value: unknown } | { problem: string };

/** How a question is put. */
export interface Prompt {
  text: string;
  hint: string | null;
  input: InputKind;
}

/** One question of a form; pure, with everything it needs to know in its context `C`. */
export interface Question<C> {
  /** Stored with the answer; a question whose meaning changes gets a new id. */
  id: string;
  optional: boolean;
  /** Begun with an answer and only asked when the person wants to change it; not counted among the questions. */
  aside?: true;
  /** Whether the question is on the path, given what was answered before it. */
  when(answers: Answers, context: C): boolean;
  ask(context: C, answers: Answers): Prompt;
  parse(answer: Answer, context: C, previous: unknown, answers: Answers): Parsed;
  /** Whether a stored answer still makes sense, given the others; if not, the question is asked again. */
  accepts(value: unknown, context: C, answers: Answers): boolean;
  /** False while a list wants more items; true for every other answer. */
  complete(value: unknown): boolean;
  /** The answer as the review shows it. */
  show(value: unknown, context: C): string;
  /** The answer as a form field is filled with it. */
  initial(value: unknown, context: C): string;
  /** Name of the answer in the review. */
  label(context: C): string;
}

/** A conversation: a list of questions, and whether its answers are shown for confirmation. */
export interface Form<C> {
  id: string;
  questions: Question<C>[];
  /** With a review the person confirms; without it the last answer finishes. */
  review: boolean;
  title(context: C): string;
  submit(context: C): string;
}

/** The part of a draft that the engine works on. */
export interface FormState {
  answers: Answers;
  /** The question being edited, else null. */
  editing: string | null;
}

/** What comes next: a question with its place on the path, or the end. */
export type Step<C> = { kind: 'ask'; question: Question<C>; index: number; total: number } | { kind: 'end' };

/** The question being edited, else the first one on the path without a valid answer, else the end. */
export function next<C>(form: Form<C>, state: FormState, context: C): Step<C> {
  const path = pathOf(form, state, context);
  const question =
    path.find((q) => q.id === state.editing) ?? path.find((q) => !isAnswered(q, state.answers, context));
  if (!question) return { kind: 'end' };
  const counted = path.filter((q) => q === question || !q.aside);
  return { kind: 'ask', question, index: counted.indexOf(question), total: counted.length };
}

/** Puts an answer into the state; an answer that is not understood changes nothing. */
export function answer<C>(
  form: Form<C>,
  state: FormState,
  context: C,
  id: string,
  given: Answer,
): FormState | { problem: string } {
  const question = form.questions.find((q) => q.id === id);
  if (!question) return state;
  const parsed = question.parse(given, context, state.answers[id] ?? null, state.answers);
  if ('problem' in parsed) return parsed;
  const answers = { ...state.answers, [id]: parsed.value };
  return { answers, editing: question.complete(parsed.value) && state.editing === id ? null : state.editing };
}

/** Leaves an optional question unanswered; a list keeps what it has. */
export function skip<C>(form: Form<C>, state: FormState, context: C, id: string): FormState {
  const question = form.questions.find((q) => q.id === id);
  if (!question?.optional) return state;
  const given = state.answers[id] ?? null;
  const value = given !== null && question.accepts(given, context, state.answers) ? given : null;
  return { answers: { ...state.answers, [id]: finished(question, value) }, editing: null };
}

/** Takes an optional answer away and asks for it again. */
export function clear<C>(form: Form<C>, state: FormState, id: string): FormState {
  const question = form.questions.find((q) => q.id === id);
  return question?.optional ? { answers: { ...state.answers, [id]: null }, editing: id } : state;
}

/** Goes to the question before the present one on the path; from a change of one answer back to the review. */
export function back<C>(form: Form<C>, state: FormState, context: C): FormState {
  const path = pathOf(form, state, context);
  const complete = path.every((q) => isAnswered(q, state.answers, context));
  if (state.editing !== null && complete && form.review) return { ...state, editing: null };
  const step = next(form, state, context);
  if (step.kind === 'ask' && step.question.aside && isAnswered(step.question, state.answers, context))
    return { ...state, editing: null };
  const index = step.kind === 'ask' ? path.indexOf(step.question) : path.length;
  const before = path.slice(0, index).findLast((q) => !q.aside);
  return { ...state, editing: before?.id ?? path[0]?.id ?? null };
}

/** The questions that are asked, given the answers so far. */
export function pathOf<C>(form: Form<C>, state: FormState, context: C): Question<C>[] {
  return form.questions.filter((q) => q.when(state.answers, context));
}

function isAnswered<C>(question: Question<C>, answers: Answers, context: C): boolean {
  const value = answers[question.id];
  if (value === undefined) return false;
  if (value === null) return question.optional;
  return question.accepts(value, context, answers) && question.complete(value);
}

/** A list that was left with items counts as complete from then on. */
function finished<C>(question: Question<C>, value: unknown): unknown {
  if (value === null || question.complete(value)) return value;
  return { ...(value as object), done: true };
}

/** A form with its context: what the rest of the program works with. */
export interface BoundForm {
  id: string;
  review: boolean;
  title: string;
  submit: string;
  next(state: FormState): BoundStep;
  answer(state: FormState, id: string, given: Answer): FormState | { problem: string };
  skip(state: FormState, id: string): FormState;
  clear(state: FormState, id: string): FormState;
  back(state: FormState): FormState;
  /** Each answer on the path as the review shows it; null where there is none. */
  shown(state: FormState): { id: string; label: string; value: string | null }[];
  /** Names of the questions on the path of which nothing is known; a list with items lacks nothing. */
  missing(state: FormState): string[];
  /** Every question as a field of a form, filled with what is answered. */
  fields(state: FormState): FormField[];
}

/** What comes next, with the question already put. */
export type BoundStep =
  | {
      kind: 'ask';
      id: string;
      index: number;
      total: number;
      optional: boolean;
      /** Asked beside the path, so it has no place on it. */
      aside: boolean;
      prompt: Prompt;
    }
  | { kind: 'end' };

/** Ties a form to its context. */
export function bind<C>(form: Form<C>, context: C): BoundForm {
  const valid = (q: Question<C>, state: FormState) => {
    const value = state.answers[q.id];
    return value !== undefined && value !== null && q.accepts(value, context, state.answers);
  };
  return {
    id: form.id,
    review: form.review,
    title: form.title(context),
    submit: form.submit(context),
    next(state) {
      const step = next(form, state, context);
      if (step.kind === 'end') return step;
      const { question, index, total } = step;
      const prompt = question.ask(context, state.answers);
      const { id, optional, aside = false } = question;
      return { kind: 'ask', id, index, total, optional, aside, prompt };
    },
    answer: (state, id, given) => answer(form, state, context, id, given),
    skip: (state, id) => skip(form, state, context, id),
    clear: (state, id) => clear(form, state, id),
    back: (state) => back(form, state, context),
    shown: (state) =>
      pathOf(form, state, context).map((q) => {
        const text = valid(q, state) ? q.show(state.answers[q.id], context) : '';
        return { id: q.id, label: q.label(context), value: text === '' ? null : text };
      }),
    missing: (state) =>
      pathOf(form, state, context)
        .filter((q) => !isAnswered({ ...q, complete: () => true }, state.answers, context))
        .map((q) => q.label(context)),
    fields: (state) =>
      pathOf(form, state, context).map((q) => {
        const { text, hint, input } = q.ask(context, state.answers);
        const initial = valid(q, state) ? q.initial(state.answers[q.id], context) : null;
        return { id: q.id, label: text, hint, optional: q.optional, input, initial: initial || null };
      }),
  };
}
