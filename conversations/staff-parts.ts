import { type FoundPerson, findPerson, type NamedPerson } from '../src/core/find-person.ts';
import type { Answer } from '../src/core/inbound.ts';
import { longDate } from '../src/core/local-time.ts';
import type { Option } from '../src/core/message.ts';
import type { Locale } from '../src/core/model.ts';
import { parseDay } from '../src/core/moment.ts';
import type { Texts } from '../src/i18n/texts.ts';
import type { Answers, Parsed, Question } from './form.ts';

/** What questions about staff need to know. */
export interface StaffContext {
  t: Texts;
  locale: Locale;
  today: string;
  people: readonly NamedPerson[];
}

/** A person as an answer. */
export interface ChosenPerson {
  id: string;
  name: string;
}

/** What was typed or chosen. */
export const saidIn = (answer: Answer): string =>
  'choice' in answer ? answer.choice : 'text' in answer ? answer.text.trim() : '';

/** An option whose button says all of it. */
export const optionOf = (value: string, label: string): Option => ({ value, label, short: label });

/** Reads whom a text names, or says why it names nobody. */
function parsePerson(said: string, { t, people }: StaffContext): Parsed {
  const found = findPerson(said, people);
  if (!found.ok) return { problem: nobodyFound(said, found, t) };
  return { value: { id: found.person.id, name: found.person.name } satisfies ChosenPerson };
}

/** Why a text names nobody, in a sentence. */
export function nobodyFound(
  said: string,
  { problem, candidates }: Extract<FoundPerson, { ok: false }>,
  t: Texts,
): string {
  const texts = t.staffing.person;
  if (problem === 'unknown') return texts.unknown(said);
  return texts.several(said, candidates.map((one) => texts.inUnit(one.name, one.unitName)).join('; '));
}

/** A question for one of the active people. */
export function personQuestion<C extends StaffContext>(
  id: string,
  texts: (t: Texts) => { ask: string; hint: string; label: string },
): Question<C> {
  return {
    id,
    optional: false,
    when: () => true,
    label: ({ t }) => texts(t).label,
    ask: ({ t }) => ({
      text: texts(t).ask,
      hint: texts(t).hint,
      input: { kind: 'text', multiline: false, placeholder: '' },
    }),
    parse: (answer, context) => parsePerson(saidIn(answer), context),
    accepts: (value, { people }) =>
      people.some(({ id: known, active }) => active && known === (value as ChosenPerson).id),
    complete: () => true,
    show: (value) => (value as ChosenPerson).name,
    initial: (value) => (value as ChosenPerson).name,
  };
}

/** A question for a date, in words or numbers. */
export function dateQuestion<C extends StaffContext>(
  id: string,
  texts: (t: Texts) => { ask: string; label: string },
  offered: (context: C, answers: Answers) => { date: string; label: string }[],
  when: (answers: Answers) => boolean = () => true,
): Question<C> {
  return {
    id,
    optional: false,
    when,
    label: ({ t }) => texts(t).label,
    ask: (context, answers) => ({
      text: texts(context.t).ask,
      hint: context.t.staffing.date.hint(),
      input: {
        kind: 'suggest',
        options: offered(context, answers).map(({ date, label }) => optionOf(date, label)),
        placeholder: longDate(context.today, context.locale),
      },
    }),
    parse(answer, { t, today }) {
      const said = saidIn(answer);
      const date = /^\d{4}-\d{2}-\d{2}$/.test(said) && 'choice' in answer ? said : parseDay(said, today);
      return date === null ? { problem: t.staffing.date.unclear() } : { value: date };
    },
    accepts: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
    complete: () => true,
    show: (value, { locale }) => longDate(String(value), locale),
    initial: (value) => String(value),
  };
}

/** A question with a few answers. */
export function choiceQuestion<C extends StaffContext>(
  id: string,
  texts: (t: Texts) => { ask: string; label: string },
  options: (context: C) => Option[],
): Question<C> {
  return {
    id,
    optional: false,
    when: () => true,
    label: ({ t }) => texts(t).label,
    ask: (context) => ({
      text: texts(context.t).ask,
      hint: null,
      input: { kind: 'choice', options: options(context) },
    }),
    parse(answer, context) {
      const said = saidIn(answer).toLowerCase();
      const hit =
        options(context).find(({ value, label }) => value === said || label.toLowerCase() === said) ??
        options(context).find(({ label }) => said.length >= 3 && label.toLowerCase().includes(said));
      return hit ? { value: hit.value } : { problem: context.t.problem.chooseOne() };
    },
    accepts: (value, context) => options(context).some((option) => option.value === value),
    complete: () => true,
    show: (value, context) =>
      options(context).find((option) => option.value === value)?.label ?? String(value),
    initial: (value) => String(value),
  };
}

/** A question for a few words that may be left out, or have to be there. */
export function wordsQuestion<C extends { t: Texts }>(
  id: string,
  texts: (t: Texts) => { ask: string; hint: string | null; label: string; example: string },
  { optional, most, multiline }: { optional: boolean; most: number; multiline: boolean },
): Question<C> {
  return {
    id,
    optional,
    when: () => true,
    label: ({ t }) => texts(t).label,
    ask: ({ t }) => ({
      text: texts(t).ask,
      hint: texts(t).hint,
      input: { kind: 'text', multiline, placeholder: texts(t).example },
    }),
    parse(answer, { t }) {
      const said = saidIn(answer);
      if (said === '') return { problem: t.problem.emptyText() };
      return said.length > most ? { problem: t.problem.tooLong(said.length, most) } : { value: said };
    },
    accepts: (value) => typeof value === 'string' && value !== '',
    complete: () => true,
    show: (value) => String(value),
    initial: (value) => String(value),
  };
}
