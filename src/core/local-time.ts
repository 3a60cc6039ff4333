import { DateTime } from 'luxon';
import type { Locale } from './model.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Zones differ from UTC, and change, by whole quarters of an hour. */
const QUARTER = 15 * MINUTE;
const MAX_KNOWN = 20_000;

/** Remembers what is asked for again and again, within bounds. */
function remembered<T>(make: (zone: string, at: number) => T): (zone: string, at: number) => T {
  const known = new Map<string, Map<number, T>>();
  return (zone, at) => {
    const values = known.get(zone) ?? new Map<number, T>();
    if (values.size === 0) known.set(zone, values);
    let value = values.get(at);
    if (value === undefined) {
      value = make(zone, at);
      if (values.size >= MAX_KNOWN) values.clear();
      values.set(at, value);
    }
    return value;
  };
}

/** Milliseconds between UTC and a zone in a quarter of an hour. */
const offsetIn = remembered(
  (zone, quarter) => DateTime.fromMillis(quarter * QUARTER, { zone }).offset * MINUTE,
);

/** The instant of a date's local midnight; dates are counted in days since 1970. */
const midnightOf = remembered((zone, day) =>
  DateTime.fromISO(dateOf(day), { zone }).startOf('day').toMillis(),
);

const dayNumbers = new Map<string, number>();
const dayNames = new Map<number, string>();

/** Days since 1970 of a date; the few dates that everybody speaks of are remembered. */
function dayOf(date: string): number {
  let day = dayNumbers.get(date);
  if (day === undefined) {
    day = Date.parse(`${date}T00:00:00Z`) / DAY;
    if (dayNumbers.size >= MAX_KNOWN) dayNumbers.clear();
    dayNumbers.set(date, day);
  }
  return day;
}

function dateOf(day: number): string {
  let date = dayNames.get(day);
  if (date === undefined) {
    date = new Date(day * DAY).toISOString().slice(0, 10);
    if (dayNames.size >= MAX_KNOWN) dayNames.clear();
    dayNames.set(day, date);
  }
  return date;
}

const localMillis = (now: number, zone: string) => now + offsetIn(zone, Math.floor(now / QUARTER));

/** The calendar date (`yyyy-MM-dd`) of an instant (ms UTC) in a zone: the employee's local day. */
export function localDate(now: number, zone: string): string {
  return dateOf(Math.floor(localMillis(now, zone) / DAY));
}

/** Minutes after local midnight of an instant, 0 to 1439. */
export function localMinute(now: number, zone: string): number {
  const local = localMillis(now, zone);
  return Math.floor((local - Math.floor(local / DAY) * DAY) / MINUTE);
}

/** The instant (ms UTC) at which a local date reaches a minute of its day. */
export function instantOf(date: string, minute: number, zone: string): number {
  return midnightOf(zone, dayOf(date)) + minute * MINUTE;
}

/** The date that lies `days` after another. */
export function addDays(date: string, days: number): string {
  return dateOf(dayOf(date) + days);
}

/** The dates from one to another, both included; empty if they are in the wrong order. */
export function datesBetween(from: string, to: string): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** Day of the week by ISO 8601: 1 is Monday, 7 is Sunday. */
export function weekday(date: string): number {
  // The first day of 1970 was a Thursday.
  return ((((dayOf(date) + 3) % 7) + 7) % 7) + 1;
}

/** The name of a day of the week (ISO 8601: 1 is Monday): `Senin`. */
export function weekdayName(day: number, locale: Locale): string {
  // 1 January 2024 was a Monday.
  return DateTime.fromObject({ year: 2024, month: 1, day }, { zone: 'utc', locale }).toFormat('cccc');
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

/** `Selasa 24 – Kamis 26 November 2026`; a single day as `longDate`. */
export function longRange(from: string, to: string, locale: Locale): string {
  if (from === to) return longDate(from, locale);
  const [first, last] = [from, to].map((date) => DateTime.fromISO(date, { zone: 'utc', locale }));
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const start =
    from.slice(0, 7) === to.slice(0, 7) ? 'cccc d' : sameYear ? 'cccc d LLLL' : 'cccc d LLLL yyyy';
  return `${first!.toFormat(start)} – ${last!.toFormat('cccc d LLLL yyyy')}`;
}

/** `24–26 Nov`, with the year when it is not the one of `today`; a single day as `shortDate`. */
export function shortRange(from: string, to: string, locale: Locale, today: string): string {
  if (from === to) return shortDate(from, locale, today);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const start = sameMonth ? String(Number(from.slice(8))) : shortDate(from, locale, today);
  return `${start}${sameMonth ? '–' : ' – '}${shortDate(to, locale, today)}`;
}

/** `16.05` in Indonesian, `16:05` in English. */
export function clockTime(minute: number, locale: Locale): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}${locale === 'id' ? '.' : ':'}${two(minute % 60)}`;
}
