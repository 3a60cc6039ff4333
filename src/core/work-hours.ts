import type { Hours, WeekHours } from './rules.ts';

const days = new Map<string, number>();
for (const [at, names] of [
  'senin sen monday mon 1',
  'selasa sel tuesday tue 2',
  'rabu rab wednesday wed 3',
  'kamis kam thursday thu 4',
  "jumat jum jum’at jum'at friday fri 5",
  'sabtu sab saturday sat 6',
  'minggu min ahad sunday sun 7',
].entries())
  for (const name of names.split(' ')) days.set(name, at + 1);

const SPAN = /^(\d{1,2})[:.](\d{2})\s*[-–—]\s*(\d{1,2})[:.](\d{2})(.*)$/;
const PAUSE = /^[\s,]+(?:istirahat|break)\s+(\d{1,3})(?:\s*(?:menit|minutes|min))?$/i;
const DAY = 1440;

/** The ISO 8601 number of a day of the week by its Indonesian or English name, or its number; null for anything else. */
export function readDay(text: string): number | null {
  return days.get(text.trim().toLowerCase()) ?? null;
}

/** The days that `jum`, `sen-kam` or `sen, rab` name, in the order of the week; null for anything else. */
export function readDaySpan(text: string): number[] | null {
  const named = new Set<number>();
  for (const part of text.split(',')) {
    const [first, last, more] = part.split(/[-–—]/);
    const from = readDay(first ?? '');
    const to = last === undefined ? from : readDay(last);
    if (from === null || to === null || more !== undefined || from > to) return null;
    for (let day = from; day <= to; day += 1) named.add(day);
  }
  return [...named].sort((a, b) => a - b);
}

/** A time of the day (`07:30` or `7.30`) in minutes after midnight; null for anything else and beyond `latest`. */
export function readClock(text: string, latest = DAY - 1): number | null {
  const match = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim());
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  return match && Number(match[2]) < 60 && minute <= latest ? minute : null;
}

/**
 * Working hours such as `07:30-16:00 istirahat 60` (or `break 60`; without it there is no pause); null for anything else.
 *
 * An end before the start lies on the next day.
 */
export function readHours(text: string): Hours | null {
  const match = SPAN.exec(text.trim());
  if (!match) return null;
  const [, startHour, startMinute, endHour, endMinute, rest = ''] = match;
  const start = readClock(`${startHour}:${startMinute}`);
  const end = readClock(`${endHour}:${endMinute}`, DAY);
  const pause = rest === '' ? '0' : PAUSE.exec(rest)?.[1];
  if (start === null || end === null || pause === undefined || start === end) return null;
  const hours = { start, end: end < start ? end + DAY : end, pause: Number(pause) };
  return hours.pause < hours.end - hours.start ? hours : null;
}

/** Working hours by day in their shortest form: Monday, and the days that differ from it. */
export function weekHours(byDay: ReadonlyMap<number, Hours>): WeekHours | null {
  const monday = byDay.get(1);
  if (!monday) return null;
  const same = (hours: Hours) =>
    hours.start === monday.start && hours.end === monday.end && hours.pause === monday.pause;
  const others = [...byDay].filter(([day, hours]) => day !== 1 && !same(hours));
  return Object.fromEntries([[1, monday] as const, ...others.sort(([a], [b]) => a - b)]);
}
