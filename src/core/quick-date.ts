import { DateTime } from 'luxon';
import { addDays } from './local-time.ts';

const DAYS: Record<string, number> = {
  'hari ini': 0,
  kemarin: -1,
  kemaren: -1,
  'kemarin lusa': -2,
  'kemarin dulu': -2,
  besok: 1,
  lusa: 2,
  today: 0,
  yesterday: -1,
  tomorrow: 1,
};
const MONTHS = [
  'jan(?:uari|uary)?',
  '(?:feb|peb)(?:ruari|ruary)?',
  'mar(?:et|ch)?',
  'apr(?:il)?',
  'mei|may',
  'jun[ie]?',
  'jul[iy]?',
  'ag(?:u|us|ustus|t)|aug(?:ust)?',
  'sep(?:t|tember)?',
  'o[kc]t(?:ober)?',
  'no[vp](?:ember)?',
  'de[sc](?:ember)?',
];
const END = String.raw`(?=[\s:,;.-]|$)`;
const RELATIVE = new RegExp(
  `^(hari ini|kemarin lusa|kemarin dulu|kemar[ie]n|besok|lusa|today|yesterday|tomorrow)${END}`,
  'i',
);
const MARK = String.raw`(?:(tgl\.?|tanggal|date)\s+)?`;
const ISO = new RegExp(`^${MARK}(\\d{4})-(\\d{2})-(\\d{2})${END}`, 'i');
const NUMBERS = new RegExp(
  `^${MARK}(\\d{1,2})(?:/(\\d{1,2})(?:/(\\d{4}))?|-(\\d{1,2})-(\\d{4}))(?=[\\s:,;]|$)`,
  'i',
);
const NAMED = new RegExp(`^${MARK}(\\d{1,2})\\s+(${MONTHS.join('|')})(?:\\s+(\\d{4}))?${END}`, 'i');
const DAY_ONLY = /^(?:tgl\.?|tanggal)\s+(\d{1,2})(?=[\s:,;]|$)/i;
/** Half a day of work is not a date. */
const FRACTION = /^\s*(?:hari|jam|day|hour|bagian)/i;

/**
 * Reads the date that a message begins with, such as `kemarin …`, `besok …`, `tgl 20/11 …` or `20 Nov: …`.
 *
 * Null where it begins with none. A date without a year is the one nearest to today; `date` is null where there is no
 * such day.
 */
export function leadingDate(text: string, today: string): { date: string | null; rest: string } | null {
  const said = text.trimStart();
  const relative = RELATIVE.exec(said);
  if (relative) {
    const days = DAYS[relative[1]!.toLowerCase()]!;
    return { date: addDays(today, days), rest: behind(said, relative[0]) };
  }
  const iso = ISO.exec(said);
  if (iso) return found(said, iso[0], dateOf(Number(iso[2]), Number(iso[3]), Number(iso[4])));
  const numbers = NUMBERS.exec(said);
  if (numbers) {
    const [all, mark, day, month = numbers[5], year = numbers[6]] = numbers;
    if (!mark && !year && FRACTION.test(said.slice(all.length))) return null;
    return found(said, all, nearest(Number(day), Number(month), year, today));
  }
  const named = NAMED.exec(said);
  if (named) {
    const [all, , day, name, year] = named;
    const month = MONTHS.findIndex((pattern) => new RegExp(`^(?:${pattern})$`, 'i').test(name!)) + 1;
    return found(said, all, nearest(Number(day), month, year, today));
  }
  const only = DAY_ONLY.exec(said);
  return only ? found(said, only[0], nearestDay(Number(only[1]), today)) : null;
}

function found(text: string, read: string, date: string | null) {
  return { date, rest: behind(text, read) };
}

function behind(text: string, read: string): string {
  return text.slice(read.length).replace(/^[\s:,;.-]+/, '');
}

function dateOf(year: number, month: number, day: number): string | null {
  const date = DateTime.fromObject({ year, month, day }, { zone: 'utc' });
  return date.isValid ? date.toFormat('yyyy-MM-dd') : null;
}

function nearest(day: number, month: number, year: string | undefined, today: string): string | null {
  if (year !== undefined) return dateOf(Number(year), month, day);
  const now = Number(today.slice(0, 4));
  return closest(
    [now - 1, now, now + 1].map((y) => dateOf(y, month, day)),
    today,
  );
}

function nearestDay(day: number, today: string): string | null {
  const month = DateTime.fromISO(today, { zone: 'utc' }).startOf('month');
  return closest(
    [-1, 0, 1].map((months) => {
      const { year, month: number } = month.plus({ months });
      return dateOf(year, number, day);
    }),
    today,
  );
}

function closest(dates: readonly (string | null)[], today: string): string | null {
  const distance = (date: string) => Math.abs(Date.parse(date) - Date.parse(today));
  return dates
    .filter((date) => date !== null)
    .reduce<string | null>(
      (best, date) => (best === null || distance(date) < distance(best) ? date : best),
      null,
    );
}
