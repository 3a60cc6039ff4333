import { DateTime } from 'luxon';
import { readNamedPeriod } from './named-period.ts';

/** A span of local dates, both ends included, and what it is called. */
export interface Period {
  kind: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'range';
  from: string;
  to: string;
}

/** No period takes more characters to say. */
const MAX_TEXT = 80;

const WORDS: Record<string, Exclude<Period['kind'], 'range'>> = {
  hari: 'day',
  'hari ini': 'day',
  day: 'day',
  today: 'day',
  minggu: 'week',
  pekan: 'week',
  'minggu ini': 'week',
  week: 'week',
  bulan: 'month',
  'bulan ini': 'month',
  month: 'month',
  triwulan: 'quarter',
  quarter: 'quarter',
  tahun: 'year',
  'tahun ini': 'year',
  year: 'year',
};

/** Reads `hari`, `minggu`, `bulan`, `triwulan`, `tahun`, `kemarin`, a date, a named month, quarter or year, or `from..to`; null if it is none of them. */
export function parsePeriod(text: string, today: string): Period | null {
  if (text.length > MAX_TEXT) return null;
  const words = text.trim().toLowerCase();
  if (words === '') return periodAround('month', today);
  const kind = WORDS[words];
  if (kind) return periodAround(kind, today);
  if (words === 'kemarin' || words === 'yesterday') {
    const date = DateTime.fromISO(today, { zone: 'utc' }).minus({ days: 1 }).toFormat('yyyy-MM-dd');
    return { kind: 'day', from: date, to: date };
  }
  const named = readNamedPeriod(words, ['month', 'quarter', 'year']);
  if (named) return { kind: named.kind, from: named.from, to: named.to };
  const [a = '', b, ...more] = words.split(/\s*(?:\.\.+|…|s\/d|(?<!\p{L})(?:sampai|to)(?!\p{L}))\s*/u);
  if (more.length > 0) return null;
  const from = parseDate(a, today);
  if (from && b === undefined) return { kind: 'day', from, to: from };
  const to = parseDate(b ?? '', today);
  if (!from || !to || from > to) return null;
  return { kind: 'range', from, to };
}

/** The day, week (Monday to Sunday), month, quarter or year that a date lies in. */
export function periodAround(kind: Exclude<Period['kind'], 'range'>, date: string): Period {
  const t = DateTime.fromISO(date, { zone: 'utc' });
  return { kind, from: t.startOf(kind).toFormat('yyyy-MM-dd'), to: t.endOf(kind).toFormat('yyyy-MM-dd') };
}

function parseDate(text: string, today: string): string | null {
  for (const format of [
    'yyyy-MM-dd',
    'd/M/yyyy',
    'd-M-yyyy',
    'd.M.yyyy',
    'd LLLL yyyy',
    'd LLL yyyy',
    'd LLLL',
    'd LLL',
    'd/M',
  ]) {
    for (const locale of ['id', 'en']) {
      const date = DateTime.fromFormat(text, format, { zone: 'utc', locale });
      if (!date.isValid) continue;
      return format.includes('y')
        ? date.toFormat('yyyy-MM-dd')
        : `${today.slice(0, 4)}-${date.toFormat('MM-dd')}`;
    }
  }
  return null;
}
