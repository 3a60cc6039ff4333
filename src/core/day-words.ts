import { isCalendarDate } from './import/dates.ts';
import { addDays, weekday } from './local-time.ts';

/** A day as people name it; what they leave out is filled in by `nearestDay` or by the other end of a range. */
export type DayWords =
  | { kind: 'date'; date: string }
  /** ISO 8601 number; `next`: in the week after this one. */
  | { kind: 'weekday'; weekday: number; next: boolean }
  | { kind: 'partial'; day: number; month: number | null; year: number | null };

const WEEKDAYS = [
  'senin|monday|mon',
  'selasa|tuesday|tue',
  'rabu|wednesday|wed',
  'kamis|thursday|thu',
  "jumat|jum'at|friday|fri",
  'sabtu|saturday|sat',
  'minggu|ahad|sunday|sun',
];
const MONTHS = [
  'jan(?:uari|uary)?',
  'feb(?:ruari|ruary)?',
  'mar(?:et|ch)?',
  'apr(?:il)?',
  'mei|may',
  'jun[ie]?',
  'jul[iy]?',
  'ags|agt|agu(?:stus)?|aug(?:ust)?',
  'sept?(?:ember)?',
  'o[kc]t(?:ober)?',
  'nop(?:ember)?|nov(?:ember)?',
  'de[sc](?:ember)?',
];
const MONTH = `(${MONTHS.join('|')})`;
const ANY_WEEKDAY = `(${WEEKDAYS.join('|')})`;
const RELATIVE: [RegExp, number][] = [
  [/^(hari ini|hr ini|today)$/, 0],
  [/^(besok|bsk|esok|tomorrow)$/, 1],
  [/^((besok )?lusa|the day after tomorrow|day after tomorrow)$/, 2],
  [/^(kemarin|kmrn|yesterday)$/, -1],
];
const NAMED_WEEKDAY = new RegExp(`^(?:this )?(next )?(?:hari )?${ANY_WEEKDAY}(?: (?:ini|(depan)))?$`);
const LEAD = new RegExp(`^(?:(?:pada|on|the|tanggal|tgl\\.?|${ANY_WEEKDAY},?)\\s+)+(?=\\d|${MONTH})`);
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/;
const DAY_MONTH = /^(\d{1,2})[/.](\d{1,2})$/;
const DAY_NAME = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ?${MONTH}\\.?(?:,? (\\d{4}))?$`);
const NAME_DAY = new RegExp(`^${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?$`);
const DAY_ALONE = /^(\d{1,2})(?:st|nd|rd|th)?$/;

/** A date without a year lies at most this many days back; otherwise next year's is meant. */
const BACK_DAYS = 60;
/** A day of the month without its month lies at most this many days back. */
const BACK_DAYS_IN_MONTH = 7;

/** Reads one day in lower case, such as `besok`, `jumat depan`, `24/11`, `24 nov 2026` or `24`; null if it is none. */
export function readDay(text: string, today: string): DayWords | null {
  for (const [pattern, days] of RELATIVE)
    if (pattern.test(text)) return { kind: 'date', date: addDays(today, days) };
  const named = NAMED_WEEKDAY.exec(text);
  if (named)
    return {
      kind: 'weekday',
      weekday: indexOf(WEEKDAYS, named[2]),
      next: Boolean(named[1] ?? named[3]),
    };
  const bare = text.replace(LEAD, '');
  const iso = ISO.exec(bare);
  if (iso) return partial(iso[3], Number(iso[2]), iso[1]);
  const numeric = NUMERIC.exec(bare);
  if (numeric) return partial(numeric[1], Number(numeric[3]), numeric[4]);
  const dayMonth = DAY_MONTH.exec(bare);
  if (dayMonth) return partial(dayMonth[1], Number(dayMonth[2]));
  const dayName = DAY_NAME.exec(bare);
  if (dayName) return partial(dayName[1], indexOf(MONTHS, dayName[2]), dayName[3]);
  const nameDay = NAME_DAY.exec(bare);
  if (nameDay) return partial(nameDay[2], indexOf(MONTHS, nameDay[1]), nameDay[3]);
  const alone = DAY_ALONE.exec(bare);
  return alone ? partial(alone[1], null) : null;
}

/** Whether only the day of the month is said. */
export const isDayAlone = (day: DayWords): boolean => day.kind === 'partial' && day.month === null;

/** The date that is meant, seen from `today`: the nearest sensible one; null for a day that does not exist. */
export function nearestDay(day: DayWords, today: string): string | null {
  if (day.kind === 'date') return day.date;
  if (day.kind === 'weekday') {
    const ahead = (day.weekday - weekday(today) + 7) % 7;
    return addDays(today, day.next ? 7 - weekday(today) + day.weekday : ahead);
  }
  const { day: d, month, year } = day;
  const [thisYear, thisMonth] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  if (month !== null && year !== null) return dateOf(year, month, d);
  if (month !== null)
    return nearest(
      [-1, 0, 1].map((n) => dateOf(thisYear + n, month, d)),
      addDays(today, -BACK_DAYS),
    );
  return nearest(
    [0, 1].map((n) => dateOf(thisYear + (thisMonth + n > 12 ? 1 : 0), ((thisMonth + n - 1) % 12) + 1, d)),
    addDays(today, -BACK_DAYS_IN_MONTH),
  );
}

/** `yyyy-MM-dd`; null for a day that does not exist. */
export function dateOf(year: number, month: number, day: number): string | null {
  if (!isCalendarDate(year, month, day)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The first candidate that exists and is not before a date. */
function nearest(candidates: (string | null)[], earliest: string): string | null {
  return candidates.find((date) => date !== null && date >= earliest) ?? null;
}

function partial(day: string | undefined, month: number | null, year?: string): DayWords {
  const full = year === undefined ? null : Number(year) + (year.length === 2 ? 2000 : 0);
  return { kind: 'partial', day: Number(day), month, year: full };
}

/** The place of a word in a list of alternatives, from 1. */
function indexOf(patterns: readonly string[], word = ''): number {
  return patterns.findIndex((pattern) => new RegExp(`^(?:${pattern})$`).test(word)) + 1;
}
