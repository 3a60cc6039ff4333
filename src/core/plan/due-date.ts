import { isCalendarDate } from '../import/dates.ts';

const MONTHS = [
  /^(jan|januari|january)$/,
  /^(feb|februari|february)$/,
  /^(mar|mrt|maret|march)$/,
  /^(apr|april)$/,
  /^(mei|may)$/,
  /^(jun|juni|june)$/,
  /^(jul|juli|july)$/,
  /^(agu|ags|agt|agust|agustus|aug|august)$/,
  /^(sep|sept|september)$/,
  /^(okt|oktober|oct|october)$/,
  /^(nov|nop|november|nopember)$/,
  /^(des|desember|dec|december)$/,
];
const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };
const LEAD =
  /^(?:(?:paling lambat|plg lambat|selambatnya|sampai|hingga|s\.?\/?d\.?|selesai|pada|tanggal|tgl\.?|by|until|due|on|before)\s+)+/;
const END = /^(?:akhir|end of)\s+/;

/**
 * Reads until when something is due in a plan's year: `31 Des`, `31/12/2026`, `2026-12-31`, `akhir Juni`, `TW II`, `akhir tahun`.
 *
 * A date without a year lies in the plan's year; a month, quarter or half-year means its last day. `invalid`: it looks like
 * a date that does not exist. Null: it is no date.
 */
export function readDue(text: string, year: number): { date: string } | 'invalid' | null {
  const words = text.trim().toLowerCase().replace(LEAD, '').replace(/[.!]$/, '').trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = /^(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}))?$/.exec(words);
  if (numeric) return dateOf(Number(numeric[4] ?? year), Number(numeric[3]), Number(numeric[1]));
  const named = /^(\d{1,2})\s+([a-z]{3,9})\.?(?:\s+(\d{4}))?$/.exec(words);
  if (named) {
    const month = monthOf(named[2]!);
    return month === 0 ? null : dateOf(Number(named[3] ?? year), month, Number(named[1]));
  }
  const period = words.replace(END, '');
  if (/^(tahun|the year|year)$/.test(period) && END.test(words)) return dateOf(year, 12, 31);
  const part = /^(?:triwulan|tw|quarter|q)\s*([1-4]|i{1,3}|iv)(?:\s+(\d{4}))?$/.exec(period);
  if (part) return endOf(Number(part[2] ?? year), 3 * (ROMAN[part[1]!] ?? Number(part[1])));
  const half = /^(?:semester|smt)\s*([12]|i{1,2})(?:\s+(\d{4}))?$/.exec(period);
  if (half) return endOf(Number(half[2] ?? year), 6 * (ROMAN[half[1]!] ?? Number(half[1])));
  const month = /^([a-z]{3,9})(?:\s+(\d{4}))?$/.exec(period);
  const number = month ? monthOf(month[1]!) : 0;
  return number === 0 ? null : endOf(Number(month![2] ?? year), number);
}

const monthOf = (name: string) => MONTHS.findIndex((pattern) => pattern.test(name)) + 1;

function dateOf(year: number, month: number, day: number): { date: string } | 'invalid' {
  if (!isCalendarDate(year, month, day)) return 'invalid';
  const two = (n: number) => String(n).padStart(2, '0');
  return { date: `${year}-${two(month)}-${two(day)}` };
}

function endOf(year: number, month: number): { date: string } | 'invalid' {
  const day = [31, 30, 29, 28].find((last) => isCalendarDate(year, month, last)) ?? 0;
  return dateOf(year, month, day);
}
