import { clockTime, localDate, localMinute, longDate, zoneName } from '../src/core/local-time.ts';
import type { Locale } from '../src/core/model.ts';
import { parseMoment } from '../src/core/moment.ts';
import type { Texts } from '../src/i18n/texts.ts';
import { type Moment, typedMoment } from './announcement-parts.ts';
import type { Question } from './form.ts';

/** What the questions about a dialogue need to know of the one who answers, and of the other one. */
export interface DialogueContext {
  t: Texts;
  locale: Locale;
  now: number;
  /** The zone of the one who answers, and the local date there. */
  zone: string;
  today: string;
  other: { name: string; zone: string };
}

/** What the questions of a proposal need to know. */
export interface ProposalContext extends DialogueContext {
  /** The employee's work results in force. */
  results: readonly { id: string; number: number; title: string }[];
}

const MAX_TEXT = 300;

/** A question whose answer is a few words. */
export function words<C extends { t: Texts }>(
  id: string,
  optional: boolean,
  text: {
    label: (c: C) => string;
    ask: (c: C) => string;
    example: (c: C) => string;
    empty: (c: C) => string;
  },
  max = MAX_TEXT,
): Question<C> {
  return {
    id,
    optional,
    when: () => true,
    label: text.label,
    ask: (context) => ({
      text: text.ask(context),
      hint: null,
      input: { kind: 'text', multiline: max > 100, placeholder: text.example(context) },
    }),
    parse(answer, context) {
      const said = 'text' in answer ? answer.text.trim() : '';
      if (!/[\p{L}\d]/u.test(said)) return { problem: text.empty(context) };
      return said.length > max ? { problem: context.t.problem.tooLong(said.length, max) } : { value: said };
    },
    accepts: (value) => typeof value === 'string' && value !== '',
    complete: () => true,
    show: (value) => String(value),
    initial: (value) => String(value),
  };
}

/** When a dialogue begins, said in the zone of whoever answers. */
export function momentQuestion<C extends DialogueContext>(): Question<C> {
  return {
    id: 'at',
    optional: false,
    when: () => true,
    label: ({ t }) => t.dialogue.field.when(),
    ask: ({ t, zone, other, now }) => ({
      text: t.dialogue.ask.at(),
      hint:
        zoneName(zone, now) === zoneName(other.zone, now)
          ? t.dialogue.ask.atHint(zoneName(zone, now))
          : t.dialogue.ask.atHintZones(zoneName(zone, now), other.name, zoneName(other.zone, now)),
      input: { kind: 'text', multiline: false, placeholder: t.dialogue.ask.atExample() },
    }),
    parse(answer, { t, now, zone }) {
      const moment = 'text' in answer ? parseMoment(withMinutes(answer.text), now, zone) : null;
      if (moment?.at == null) return { problem: t.dialogue.problem.moment() };
      if (moment.at <= now) return { problem: t.dialogue.problem.moment_past() };
      return { value: { at: moment.at, zone } satisfies Moment };
    },
    accepts: (value, { now }) => Number((value as Moment).at) > now,
    complete: () => true,
    show: (value, context) => whenBoth(momentIn(value), context),
    initial: (value) => typedMoment(value as Moment),
  };
}

/** The instant (ms UTC) of an answer to the question when. */
export const momentIn = (value: unknown): number => Number((value as Moment).at);

/** A moment in the zone of whoever reads it, and in the other one's where the clocks there differ. */
export function whenBoth(
  at: number,
  { t, locale, zone, other }: Pick<DialogueContext, 't' | 'locale' | 'zone' | 'other'>,
): string {
  const clock = (of: string) => clockTime(localMinute(at, of), locale);
  const date = localDate(at, zone);
  const mine = t.receipt.stamp(longDate(date, locale), clock(zone), zoneName(zone, at));
  const theirDate = localDate(at, other.zone);
  if (clock(zone) === clock(other.zone) && date === theirDate) return mine;
  const time = `${clock(other.zone)} ${zoneName(other.zone, at)}`;
  return t.dialogue.alsoAt(
    mine,
    date === theirDate ? time : t.dialogue.at(longDate(theirDate, locale), time),
    other.name,
  );
}

/** `jam 9` means 09.00. */
const withMinutes = (text: string) =>
  text.replace(/\b(pukul|jam|pkl\.?|at)\s*(\d{1,2})(?![\d.:])/i, (_, word, hour) => `${word} ${hour}.00`);
