import { parseDate } from '../import/dates.ts';
import { addDays } from '../local-time.ts';
import type { Span } from './regime.ts';

/** A period with its short name: `2019`, `2021-H1`, `2024-Q3`, `2024-07`, or `2019-03-01..2019-08-31`. */
export interface NamedPeriod extends Span {
  name: string;
}

const HALVES = new Map([
  ...['1', 'i', 'h1', 's1'].map((word) => [word, 1] as const),
  ...['2', 'ii', 'h2', 's2'].map((word) => [word, 2] as const),
]);
const QUARTERS = new Map(
  [1, 2, 3, 4].flatMap((number) => {
    const roman = ['i', 'ii', 'iii', 'iv'][number - 1]!;
    return [String(number), roman, `q${number}`, `tw${number}`].map((word) => [word, number] as const);
  }),
);

/**
 * Reads the period of an evaluation: a year, a half (`2021-H1`, `2021 I`, `semester 2 2021`, `periode I 2021`), a quarter
 * (`2024-Q3`, `triwulan III 2024`), a month (`2024-07`), or two dates (`2019-03-01..2019-08-31`, `… s/d …`). Null for anything else.
 */
export function parseNamedPeriod(text: string): NamedPeriod | null {
  const words = text.trim().toLowerCase();
  const [first = '', second, ...more] = words.split(/\s*(?:\.\.+|…|\bs\/d\b|\bsampai\b)\s*/);
  if (more.length > 0) return null;
  if (second !== undefined) {
    const [from, to] = [parseDate(first), parseDate(second)];
    return from && to && from <= to ? nameSpan(from, to) : null;
  }
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(words))
    return months(Number(words.slice(0, 4)), Number(words.slice(5)), 1);
  const years = words.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g);
  if (years?.length !== 1) return null;
  const year = Number(years[0]);
  const rest = words
    .replace(years[0]!, ' ')
    .replace(/[\s/-]+/g, ' ')
    .trim();
  if (rest === '' || rest === 'tahun') return months(year, 1, 12);
  const [, quarterly, number = ''] =
    /^(?:(triwulan|tw|kuartal|quarter) ?|(?:semester|periode) ?)?(\S+)$/.exec(rest) ?? [];
  const quarter = quarterly || /^(q|tw)\d$/.test(number) ? QUARTERS.get(number) : undefined;
  if (quarter) return months(year, 3 * quarter - 2, 3);
  const half = quarterly ? undefined : HALVES.get(number);
  return half ? months(year, 6 * half - 5, 6) : null;
}

/** Names a span of dates, by its year, half, quarter or month where it is one. */
export function nameSpan(from: string, to: string): NamedPeriod {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (const length of [12, 6, 3, 1]) {
    if ((month - 1) % length !== 0) continue;
    const period = months(year, month, length);
    if (period.from === from && period.to === to) return period;
  }
  return { name: `${from}..${to}`, from, to };
}

function months(year: number, first: number, length: number): NamedPeriod {
  const two = (number: number) => String(number).padStart(2, '0');
  const after = first + length;
  const next = after > 12 ? `${year + 1}-01-01` : `${year}-${two(after)}-01`;
  const ordinal = (first - 1) / length + 1;
  const name = {
    12: `${year}`,
    6: `${year}-H${ordinal}`,
    3: `${year}-Q${ordinal}`,
    1: `${year}-${two(first)}`,
  }[length]!;
  return { name, from: `${year}-${two(first)}-01`, to: addDays(next, -1) };
}
