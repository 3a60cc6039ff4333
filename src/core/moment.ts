import { DateTime } from 'luxon';
import { addDays, instantOf, localDate, weekday } from './local-time.ts';
import { parsePeriod } from './period.ts';

const MAX_TEXT = 60;
const DAYS: Record<string, number> = {
  ...{ 'hari ini': 0, today: 0, besok: 1, tomorrow: 1, lusa: 2 },
};
const WEEKDAYS = [
  /^(senin|monday)$/,
  /^(selasa|tuesday)$/,
  /^(rabu|wednesday)$/,
  /^(kamis|thursday)$/,
  /^(jum'?at|friday)$/,
  /^(sabtu|saturday)$/,
  /^(minggu|ahad|sunday)$/,
];
const NOW = /^(sekarang|segera|now)$/;
const CLOCK = /(?:^|[\s,]+)(?:pukul|jam|pkl\.?|at)?\s*(\d{1,2})[.:](\d{2})(?:\s*(?:wib|wita|wit))?$/;

/**
 * Reads a day that lies ahead, in words or numbers: `besok`, `Jumat`, `31 Januari`, `31/1/2027`, `2027-01-31`.
 *
 * A weekday is the next one; a date without a year is the next one as well. Null for anything else.
 */
export function parseDay(text: string, today: string): string | null {
  const words = text.trim().toLowerCase();
  if (words === '' || words.length > MAX_TEXT) return null;
  const shift = DAYS[words];
  if (shift !== undefined) return addDays(today, shift);
  const [day = '', ...rest] = words.split(/[\s,]+/);
  const index = WEEKDAYS.findIndex((pattern) => pattern.test(day));
  if (index >= 0) {
    const said = rest.join(' ');
    // A date behind its weekday says it better.
    if (said !== '' && !/^(depan|next|ini)$/.test(said)) return parseDay(said, today);
    return addDays(today, (index + 1 - weekday(today) + 7) % 7 || 7);
  }
  if (!/\d/.test(words) || /^\d{4}(-\d{2})?$/.test(words)) return null;
  const period = parsePeriod(words, today);
  if (period?.kind !== 'day') return null;
  return /\d{4}/.test(words) || period.from >= today ? period.from : nextYear(period.from);
}

/**
 * Reads a moment ahead in a zone: `sekarang`, `besok 08.00`, `27 November pukul 08.00`, `2026-11-27 08:00`, `16.00`.
 *
 * `at` is in ms UTC, null for now; a time alone is the next such time.
 */
export function parseMoment(text: string, now: number, zone: string): { at: number | null } | null {
  const words = text.trim().toLowerCase();
  if (words.length > MAX_TEXT) return null;
  if (NOW.test(words)) return { at: null };
  const clock = CLOCK.exec(words);
  if (!clock) return null;
  const [hour, minute] = [Number(clock[1]), Number(clock[2])];
  if (hour > 23 || minute > 59) return null;
  const today = localDate(now, zone);
  const said = words.slice(0, clock.index).trim();
  if (said === '') {
    const at = instantOf(today, hour * 60 + minute, zone);
    return { at: at > now ? at : instantOf(addDays(today, 1), hour * 60 + minute, zone) };
  }
  const date = parseDay(said, today);
  return date === null ? null : { at: instantOf(date, hour * 60 + minute, zone) };
}

function nextYear(date: string): string {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ years: 1 }).toFormat('yyyy-MM-dd');
}
