import {
  addDays,
  clockTime,
  instantOf,
  localDate,
  localMinute,
  longDate,
  shortDate,
  zoneName,
} from '../core/local-time.ts';
import type { Locale } from '../core/model.ts';
import type { Texts } from '../i18n/texts.ts';

/** A cut-off in words: `pukul 16.40 WIB`, with its own date where it lies on another day than the reported one. */
export function cutoffText(t: Texts, locale: Locale, date: string, at: number, zone: string): string {
  const name = zoneName(zone, at);
  // The end of a day is said as 24.00 of that day.
  if (at === instantOf(addDays(date, 1), 0, zone)) return t.window.time.at(clockTime(1440, locale), name);
  const time = t.window.time.at(clockTime(localMinute(at, zone), locale), name);
  const day = localDate(at, zone);
  return day === date ? time : t.window.time.on(longDate(day, locale), time);
}

/** A span of instants in words: `pukul 15.10–15.55 WIB`, with dates where they differ or are not of today. */
export function spanText(
  t: Texts,
  locale: Locale,
  { fromAt, toAt }: { fromAt: number; toAt: number },
  zone: string,
  today: string,
): string {
  const clock = (at: number) => clockTime(localMinute(at, zone), locale);
  const [from, to] = [localDate(fromAt, zone), localDate(toAt, zone)];
  const name = zoneName(zone, toAt);
  if (from === to && from === today) return t.window.time.between(clock(fromAt), clock(toAt), name);
  const moment = (at: number, date: string) =>
    t.window.time.moment(shortDate(date, locale, today), clock(at));
  return t.window.time.span(moment(fromAt, from), from === to ? clock(toAt) : moment(toAt, to), name);
}
