import type { Option } from '../src/core/message.ts';
import { parseQuantity } from '../src/core/quantity.ts';
import type { Texts } from '../src/i18n/texts.ts';
import type { Answers, Form, Question } from './form.ts';

/** What the questions about an action plan need to know. */
export interface ActionPlanContext {
  t: Texts;
  /** Work results of the plans in force in the offered periods. */
  results: readonly { id: string; number: number; title: string; year: number }[];
  /** Periods that an action plan can be made for, the present ones first; `name` is what people call it. */
  periods: readonly { text: string; name: string; year: number }[];
  /** Activities carry it out already, so that its work result and period stay. */
  fixed: boolean;
}

/** A target as it is stored: an amount with its unit, or words alone. */
export interface ActionTarget {
  target: string;
  unit: string | null;
}

/** Characters of an action plan at most. */
export const MAX_ACTION = 300;
const MAX_TARGET = 100;

type Q = Question<ActionPlanContext>;
const always = () => true;

const workResult: Q = {
  id: 'rhk',
  optional: false,
  when: (_, { fixed }) => !fixed,
  label: ({ t }) => t.field.workResult(),
  ask: (context) => ({
    text: context.t.actions.ask.workResult(),
    hint: null,
    input: { kind: 'choice', options: resultOptions(context) },
  }),
  parse(answer, context) {
    const said = ('choice' in answer ? answer.choice : 'text' in answer ? answer.text : '').trim();
    const number = Number(/^(?:rhk\s*)?(\d{1,3})$/i.exec(said)?.[1] ?? Number.NaN);
    const hit = context.results.find((r) => choiceOf(r) === said || r.number === number);
    return hit ? { value: hit.id } : { problem: context.t.problem.chooseOne() };
  },
  accepts: (value, { results }) => results.some(({ id }) => id === value),
  complete: always,
  show(value, { t, results }) {
    const found = results.find(({ id }) => id === value);
    return found ? t.workResult.inField(found.number, found.title) : '';
  },
  initial(value, { results }) {
    const found = results.find(({ id }) => id === value);
    return found ? choiceOf(found) : '';
  },
};

const period: Q = {
  id: 'period',
  optional: false,
  when: (_, { fixed }) => !fixed,
  label: ({ t }) => t.actions.field.period(),
  ask: (context, answers) => ({
    text: context.t.actions.ask.period(),
    hint: null,
    input: {
      kind: 'choice',
      options: periodsOf(context, answers).map(({ text, name }) => ({
        value: text,
        label: name,
        short: name,
      })),
    },
  }),
  parse(answer, context, _previous, answers) {
    const said = ('choice' in answer ? answer.choice : 'text' in answer ? answer.text : '')
      .trim()
      .toLowerCase();
    const named = (one: { text: string; name: string }) =>
      one.text.toLowerCase() === said || one.name.toLowerCase() === said;
    const hit = periodsOf(context, answers).find(named);
    if (hit) return { value: hit.text };
    const other = context.periods.find(named);
    if (other) return { problem: context.t.actions.problem.otherYear(other.name) };
    return { problem: context.t.problem.chooseOne() };
  },
  accepts: (value, context, answers) => periodsOf(context, answers).some(({ text }) => text === value),
  complete: always,
  show: (value, { periods }) => periods.find(({ text }) => text === value)?.name ?? String(value),
  initial: (value) => String(value),
};

const what: Q = {
  id: 'what',
  optional: false,
  when: always,
  label: ({ t }) => t.actions.label(),
  ask: ({ t }) => ({
    text: t.actions.ask.what(),
    hint: null,
    input: { kind: 'text', multiline: true, placeholder: t.actions.ask.whatExample() },
  }),
  parse(answer, { t }) {
    const text = 'text' in answer ? answer.text.trim().replace(/\s+/g, ' ') : '';
    if (!/\p{L}{2}/u.test(text)) return { problem: t.actions.problem.whatUnclear() };
    if (text.length > MAX_ACTION) return { problem: t.problem.tooLong(text.length, MAX_ACTION) };
    return { value: text };
  },
  accepts: (value) => typeof value === 'string' && value !== '',
  complete: always,
  show: (value) => String(value),
  initial: (value) => String(value),
};

const target: Q = {
  id: 'target',
  optional: true,
  when: always,
  label: ({ t }) => t.actions.field.target(),
  ask: ({ t }) => ({
    text: t.actions.ask.target(),
    hint: t.actions.ask.targetHint(),
    input: { kind: 'text', multiline: false, placeholder: t.ask.quantityExample() },
  }),
  parse(answer, { t }) {
    const text = 'text' in answer ? answer.text.trim().replace(/\s+/g, ' ') : '';
    if (text === '') return { problem: t.problem.quantityUnclear() };
    if (text.length > MAX_TARGET) return { problem: t.problem.tooLong(text.length, MAX_TARGET) };
    return targetOf(text) ?? { problem: t.problem.noUnit() };
  },
  accepts: (value) => typeof (value as ActionTarget).target === 'string',
  complete: always,
  show: (value) => targetText(value as ActionTarget),
  initial: (value) => targetText(value as ActionTarget),
};

/** An action plan (rencana aksi) of a work result in a month or quarter. */
export const actionPlanForm: Form<ActionPlanContext> = {
  id: 'action_plan',
  questions: [workResult, period, what, target],
  review: true,
  title: ({ t }) => t.actions.label(),
  submit: ({ t }) => t.button.review(),
};

/** `5 dokumen`, or words such as `tepat waktu`. */
export function targetText({ target: text, unit }: { target: string | null; unit: string | null }): string {
  return [text, unit].filter(Boolean).join(' ');
}

/** A number with its unit, or words; null for a number alone. */
function targetOf(text: string): { value: ActionTarget } | null {
  const quantity = parseQuantity(text);
  if (!('problem' in quantity)) {
    const [amount = text] = /^[\d.,]+/.exec(text) ?? [];
    return { value: { target: amount, unit: text.slice(amount.length).trim() } };
  }
  return quantity.problem === 'no_unit' ? null : { value: { target: text, unit: null } };
}

const choiceOf = ({ year, number }: { year: number; number: number }) => `${year}-${number}`;

function resultOptions({ t, results }: ActionPlanContext): Option[] {
  const years = new Set(results.map(({ year }) => year));
  return results.map((result) => {
    const { number, title, year } = result;
    const aside = years.size > 1 ? ` (${year})` : '';
    return {
      value: choiceOf(result),
      label: `${t.workResult.named(number, title)}${aside}`,
      short: `${t.workResult.short(number)}${aside}`,
    };
  });
}

/** The periods of the year whose plan the work result belongs to. */
function periodsOf({ results, periods }: ActionPlanContext, { rhk }: Answers): ActionPlanContext['periods'] {
  const year = results.find(({ id }) => id === rhk)?.year;
  return year === undefined ? periods : periods.filter((one) => one.year === year);
}
