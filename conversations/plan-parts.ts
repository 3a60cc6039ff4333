import { cleanText } from '../src/core/import/table.ts';
import type { Answer } from '../src/core/inbound.ts';
import { longDate } from '../src/core/local-time.ts';
import type { Option } from '../src/core/message.ts';
import type { Locale } from '../src/core/model.ts';
import { parseDay } from '../src/core/moment.ts';
import type { Texts } from '../src/i18n/texts.ts';
import type { Question } from './form.ts';

/** What every question about a plan needs to know. */
export interface PlanFormContext {
  t: Texts;
  locale: Locale;
  today: string;
  year: number;
  /** The earliest local date from which the version can be in force. */
  earliest: string;
}

/** Lines of a list, such as an annex, at most; and characters of a line. */
const MAX_LINES = 20;
const MAX_LINE = 400;
const MAX_TEXT = 2000;

/** What is asked, and how an answer looks. */
interface Wording<C> {
  label(context: C): string;
  ask(context: C): string;
  hint?(context: C): string;
  example(context: C): string;
}

type Place<C> = Pick<Question<C>, 'id' | 'optional'> & Partial<Pick<Question<C>, 'when'>>;

const always = () => true;

/** A question whose answer is text, of one line or of several. */
export function textQuestion<C extends PlanFormContext>(
  place: Place<C>,
  wording: Wording<C>,
  multiline: boolean,
): Question<C> {
  return {
    when: always,
    ...place,
    label: wording.label,
    ask: (context) => ({
      text: wording.ask(context),
      hint: wording.hint?.(context) ?? null,
      input: { kind: 'text', multiline, placeholder: wording.example(context) },
    }),
    parse(answer, { t }) {
      const said = 'text' in answer ? answer.text.trim() : '';
      const text = multiline ? said : cleanText(said);
      if (!/\p{L}{2}/u.test(text)) return { problem: t.plan.form.problem.empty() };
      const max = multiline ? MAX_TEXT : MAX_LINE;
      return text.length > max ? { problem: t.problem.tooLong(text.length, max) } : { value: text };
    },
    accepts: (value) => typeof value === 'string' && value !== '',
    complete: always,
    show: (value) => String(value),
    initial: (value) => String(value),
  };
}

/** A question whose answer is a list, one item a line. */
export function listQuestion<C extends PlanFormContext>(place: Place<C>, wording: Wording<C>): Question<C> {
  return {
    ...textQuestion(place, wording, true),
    parse(answer, { t }) {
      const items = linesIn(answer);
      const long = items.find((item) => item.length > MAX_LINE);
      if (items.length === 0) return { problem: t.plan.form.problem.empty() };
      if (items.length > MAX_LINES) return { problem: t.plan.form.problem.tooMany(MAX_LINES) };
      return long ? { problem: t.problem.tooLong(long.length, MAX_LINE) } : { value: items };
    },
    accepts: (value) => Array.isArray(value) && value.length > 0,
    show: (value) => (value as string[]).join('; '),
    initial: (value) => (value as string[]).join('\n'),
  };
}

/** The lines of an answer without bullets, numbers and empty ones. */
export function linesIn(answer: Answer): string[] {
  const text = 'text' in answer ? answer.text : '';
  return text
    .split('\n')
    .map((line) => cleanText(line).replace(/^(?:[-–—*•·]\s*|\d{1,2}[.)]\s+)+/, ''))
    .filter((line) => line !== '');
}

/** A question with a few answers; what they stand for is stored. */
export function choiceQuestion<C extends PlanFormContext, V>(
  place: Place<C>,
  wording: Pick<Wording<C>, 'label' | 'ask'>,
  optionsOf: (context: C) => { value: V; option: Option }[],
): Question<C> {
  const found = (value: unknown, context: C) =>
    optionsOf(context).find((one) => JSON.stringify(one.value) === JSON.stringify(value));
  return {
    when: always,
    ...place,
    label: wording.label,
    ask: (context) => ({
      text: wording.ask(context),
      hint: null,
      input: { kind: 'choice', options: optionsOf(context).map(({ option }) => option) },
    }),
    parse(answer, context) {
      const said = ('choice' in answer ? answer.choice : 'text' in answer ? answer.text : '')
        .trim()
        .toLowerCase();
      const options = optionsOf(context);
      const hit =
        options.find(({ option }) => option.value === said) ??
        options.find(({ option }) => option.short.toLowerCase() === said) ??
        options.find(({ option }) => said.length >= 4 && option.label.toLowerCase().includes(said));
      return hit ? { value: hit.value } : { problem: context.t.problem.chooseOne() };
    },
    accepts: (value, context) => found(value, context) !== undefined,
    complete: always,
    show: (value, context) => found(value, context)?.option.label ?? '',
    initial: (value) => String(value),
  };
}

/** From which local date a version is in force, in the plan's year and not before it can be. */
export const fromQuestion: Question<PlanFormContext> = {
  ...textQuestion<PlanFormContext>(
    { id: 'from', optional: false },
    {
      label: ({ t }) => t.plan.form.field.from(),
      ask: ({ t }) => t.plan.form.ask.from(),
      hint: ({ t, locale, earliest }) => t.plan.form.ask.fromHint(longDate(earliest, locale)),
      example: ({ earliest }) => earliest,
    },
    false,
  ),
  parse(answer, { t, locale, today, year, earliest }) {
    const said = 'text' in answer ? answer.text : '';
    const date = parseDay(said, today < `${year}-01-01` ? `${year}-01-01` : today);
    if (date === null) return { problem: t.plan.form.problem.date() };
    // A date without a year is the next one; a plan means its own year.
    const meant = /\d{4}/.test(said) ? date : `${year}${date.slice(4)}`;
    if (meant.slice(0, 4) !== String(year)) return { problem: t.plan.form.problem.year(year) };
    if (meant < earliest) return { problem: t.plan.form.problem.early(longDate(earliest, locale)) };
    return { value: meant };
  },
  accepts: (value, { earliest, year }) =>
    typeof value === 'string' && value >= earliest && value.slice(0, 4) === String(year),
  show: (value, { locale }) => longDate(String(value), locale),
};
