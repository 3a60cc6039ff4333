import { encodeAction, type PromptOp } from '../core/action.ts';
import {
  clockTime,
  instantOf,
  localDate,
  localMinute,
  longDate,
  shortDate,
  zoneName,
} from '../core/local-time.ts';
import { type Button, type Message, say, withButtons } from '../core/message.ts';
import type { Locale } from '../core/model.ts';
import { openSnoozes, type Snooze, type SnoozeFacts } from '../core/snooze.ts';
import type { Texts } from '../i18n/texts.ts';
import { ONE_TAP } from './absence.ts';
import type { AskedDay } from './asked-day.ts';
import { slotName } from './prompt-plan.ts';

/** What else a prompt has to say: the person is back after an absence, and drafts of that day wait for them. */
export interface PromptNews {
  back: boolean;
  drafts: number;
}

/** The question to report at a slot, with everything that answers it in one tap. */
export function promptMessage(
  t: Texts,
  locale: Locale,
  name: string,
  slot: string,
  facts: SnoozeFacts,
  now: number,
  { back, drafts }: PromptNews = { back: false, drafts: 0 },
): Message {
  const { date } = facts;
  const day = longDate(date, locale);
  const body =
    slotName(slot) === 'last'
      ? [dueLine(t, locale, facts, now), t.prompts.lastBody(day)]
      : [...(slot.startsWith('snooze') ? [t.prompts.again()] : []), t.prompt.body(day)];
  return withButtons(
    say(
      { kind: 'line', parts: [t.prompt.title(name)] },
      ...(back ? [t.prompts.back()] : []),
      ...body,
      { kind: 'quote', text: t.prompt.example() },
      ...(drafts > 0 ? [{ kind: 'note' as const, text: t.prompts.drafts(drafts) }] : []),
    ),
    [{ ...promptButton(date, 'report', t.button.reportNow()), style: 'primary' }],
    [promptButton(date, 'same', t.button.sameAsYesterday())],
    snoozeButtons(t, date, openSnoozes(now, facts)),
    ONE_TAP.map((kind) => promptButton(date, kind, t.button.absence(kind))),
  );
}

/** What a prompt turns into once its day is not to be asked any more; without buttons. */
export function doneMessage(t: Texts, locale: Locale, date: string, day: AskedDay): Message {
  const { reportedAt, off, days, snooze } = day;
  const title = { kind: 'title' as const, text: longDate(date, locale) };
  if (reportedAt !== null)
    return say(title, t.prompts.done.reported(timeOfDay(t, locale, reportedAt, date, days.zone)));
  if (off?.kind === 'absent') return say(title, t.prompts.done.absent(t.button.absence(off.absence)));
  if (off?.kind === 'holiday') return say(title, t.prompts.done.holiday(off.name));
  if (off) return say(title, t.prompts.done.dayOff());
  return say(title, t.prompts.done.closed(timeOfDay(t, locale, snooze.window.closesAt, date, days.zone)));
}

/** Buttons that put a prompt off. */
export function snoozeButtons(t: Texts, date: string, choices: readonly Snooze[]): Button[] {
  return choices.map((choice) => promptButton(date, choice, t.prompts.snooze.button(choice)));
}

/** A button of a prompt. */
export function promptButton(date: string, op: PromptOp, label: string): Button {
  return { label, action: encodeAction({ do: 'prompt', date, op }) };
}

/** An instant as people say it on a date: `pukul 17.00 WIB`, `pukul 24.00 WIB`, or with its own day when that is another. */
export function timeOfDay(t: Texts, locale: Locale, at: number, date: string, zone: string): string {
  if (at === instantOf(date, 1440, zone))
    return t.prompts.at(`${clockTime(1440, locale)} ${zoneName(zone, at)}`);
  const [own, time] = [
    localDate(at, zone),
    `${clockTime(localMinute(at, zone), locale)} ${zoneName(zone, at)}`,
  ];
  return own === date ? t.prompts.at(time) : t.prompts.atDay(shortDate(own, locale, date), time);
}

function dueLine(t: Texts, locale: Locale, { date, zone, window }: SnoozeFacts, now: number): string {
  const left = Math.max(1, Math.round((window.closesAt - now) / 60_000));
  return t.prompts.last(timeOfDay(t, locale, window.closesAt, date, zone), t.duration(left));
}
