import type { Division } from '../src/core/cascade/facts.ts';
import type { Option } from '../src/core/message.ts';
import type { CascadeMethod } from '../src/core/plan/content.ts';
import type { Texts } from '../src/i18n/texts.ts';
import type { Form, Question } from './form.ts';

/** What the questions about a cell of a role matrix need to know. */
export interface RoleCellContext {
  t: Texts;
  /** The leader's results, and the people among whom they are divided. */
  results: { id: string; number: number; title: string }[];
  people: { id: string; name: string }[];
}

/** How a result is divided: the method of the cascade, with what a direct division goes by. */
export interface DivisionChoice {
  method: CascadeMethod;
  divided: Division | null;
}

/** Every way of dividing a result by the name under which an answer keeps it (PermenPANRB 8/2021, domain.md §6). */
export const DIVISIONS: Record<string, DivisionChoice> = {
  non_direct: { method: 'non_direct', divided: null },
  aspect: { method: 'direct', divided: 'aspect' },
  region: { method: 'direct', divided: 'region' },
  share: { method: 'direct', divided: 'share' },
};

const MAX_CONTRIBUTION = 500;

/** The answer that names a person: the end of their id, because a button has little room. */
export const personAnswer = (id: string) => id.slice(-12);

const one = (
  id: string,
  label: (t: Texts) => string,
  ask: (t: Texts) => string,
  options: (context: RoleCellContext) => Option[],
): Question<RoleCellContext> => ({
  id,
  optional: false,
  when: () => true,
  label: ({ t }) => label(t),
  ask: (context) => ({
    text: ask(context.t),
    hint: null,
    input: { kind: 'choice', options: options(context) },
  }),
  parse(answer, context) {
    const typed = 'text' in answer ? answer.text.trim().toLowerCase() : null;
    const hit = options(context).find((option, index) =>
      'choice' in answer
        ? option.value === answer.choice
        : String(index + 1) === typed || option.short.toLowerCase() === typed,
    );
    return hit ? { value: hit.value } : { problem: context.t.problem.chooseOne() };
  },
  accepts: (value, context) => options(context).some((option) => option.value === value),
  complete: () => true,
  show: (value, context) => options(context).find((option) => option.value === value)?.label ?? '',
  initial: (value) => String(value),
});

const result = one(
  'result',
  (t) => t.cascade.cell.result(),
  (t) => t.cascade.cell.askResult(),
  ({ t, results }) =>
    results.map(({ number, title }) => ({
      value: String(number),
      label: t.workResult.named(number, title),
      short: t.workResult.short(number),
    })),
);

const person = one(
  'person',
  (t) => t.cascade.cell.person(),
  (t) => t.cascade.cell.askPerson(),
  ({ people }) => people.map(({ id, name }) => ({ value: personAnswer(id), label: name, short: name })),
);

const contribution: Question<RoleCellContext> = {
  id: 'contribution',
  optional: false,
  when: () => true,
  label: ({ t }) => t.cascade.cell.contribution(),
  ask: ({ t }) => ({
    text: t.cascade.cell.askContribution(),
    hint: t.cascade.cell.contributionHint(),
    input: { kind: 'text', multiline: true, placeholder: t.cascade.cell.contributionExample() },
  }),
  parse(answer, { t }) {
    const text = 'text' in answer ? answer.text.trim().replace(/\s+/g, ' ') : '';
    if (!/\p{L}{2}/u.test(text)) return { problem: t.cascade.cell.unclear() };
    if (text.length > MAX_CONTRIBUTION) return { problem: t.problem.tooLong(text.length, MAX_CONTRIBUTION) };
    return { value: text };
  },
  accepts: (value) => typeof value === 'string' && value !== '',
  complete: () => true,
  show: (value) => String(value),
  initial: (value) => String(value),
};

const method = one(
  'method',
  (t) => t.cascade.cell.method(),
  (t) => t.cascade.cell.askMethod(),
  ({ t }) =>
    Object.entries(DIVISIONS).map(([value, { divided }]) => ({
      value,
      label: t.cascade.cell.methodOption(divided),
      short: t.cascade.cell.methodShort(divided),
    })),
);

/** A contribution of somebody to a result of their leader: a cell of the role matrix (matriks peran hasil). */
export const roleCellForm: Form<RoleCellContext> = {
  id: 'role_cell',
  questions: [result, person, contribution, method],
  review: false,
  title: ({ t }) => t.cascade.cell.title(),
  submit: ({ t }) => t.button.save(),
};
