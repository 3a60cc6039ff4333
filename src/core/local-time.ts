import { DateTime } from 'luxon';
import type { Locale } from './model.ts';

/** The calendar date (`yyyy-MM-dd`) of an instant (ms UTC) in a zone: the employee's local day. */
export function localDate(now: number, zone: string): string {
  return DateTime.fromMillis(now, { zone }).toFormat('yyyy-MM-dd');
}

/** Minutes after local midnight of an instant, 0 to 1439. */
export function localMinute(now: number, zone: string): number {
  const t = DateTime.fromMillis(now, { zone });
  return t.hour * 60 + t.minute;
}

/** The instant (ms UTC) at which a local date reaches a minute of its day. */
export function instantOf(date: string, minute: number, zone: string): number {
  return DateTime.fromISO(date, { zone }).startOf('day').plus({ minutes: minute }).toMillis();
}

/** The date that lies `days` after another. */
export function addDays(date: string, days: number): string {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}

/** The dates from one to another, both included; empty if they are in the wrong order. */
export function datesBetween(from: string, to: string): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** Day of the week by ISO 8601: 1 is Monday, 7 is Sunday. */
export function weekday(date: string): number {
  return DateTime.fromISO(date, { zone: 'utc' }).weekday;
}

const INDONESIAN_ZONES: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** What people call a zone: WIB, WITA or WIT (Keppres 41/1987), else its offset. */
export function zoneName(zone: string, now: number): string {
  return INDONESIAN_ZONES[zone] ?? DateTime.fromMillis(now, { zone }).toFormat('ZZZZ');
}

/** `Senin, 23 November 2026`. */
export function longDate(date: string, locale: Locale): string {
  const key = `${locale}${date}`;
  let text = longDates.get(key);
  if (text === undefined) {
    text = DateTime.fromISO(date, { zone: 'utc', locale }).toFormat('cccc, d LLLL yyyy');
    if (longDates.size >= MAX_DATES) longDates.clear();
    longDates.set(key, text);
  }
  return text;
}

/** Written dates are asked for with every message, and nearly always for the same few days. */
const longDates = new Map<string, string>();
const MAX_DATES = 1_000;

/** `23 Nov`, with the year when it is not the one of `today`. */
export function shortDate(date: string, locale: Locale, today: string): string {
  const sameYear = date.slice(0, 4) === today.slice(0, 4);
  return DateTime.fromISO(date, { zone: 'utc', locale }).toFormat(sameYear ? 'd LLL' : 'd LLL yyyy');
}

/** `16.05` in Indonesian, `16:05` in English. */
export function clockTime(minute: number, locale: Locale): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}${locale === 'id' ? '.' : ':'}${two(minute % 60)}`;
}
