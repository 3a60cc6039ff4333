import { parseDate } from './import/dates.ts';
import { addDays } from './local-time.ts';

/** Periods of a calendar year. */
export type CalendarKind = 'month' | 'quarter' | 'half' | 'year';

/** A period with its short name `text`: `2024-07`, `2024-Q3`, `2021-H1`, `2019`, or `2019-03-01..2019-08-31`. */
export interface NamedPeriod<Kind extends CalendarKind | 'span' = CalendarKind | 'span'> {
  kind: Kind;
  text: string;
  year: number;
  /** 1–12 for a month, 1–4 for a quarter, 1–2 for a half, 0 for a year or a span. */
  index: number;
  /** First and last local date. */
  from: string;
  to: string;
}

const ALL_KINDS = ['month', 'quarter', 'half', 'year', 'span'] as const;
const MONTHS: Record<CalendarKind, number> = { month: 1, quarter: 3, half: 6, year: 12 };
const HALVES = new Map([
  ...['1', 'i', 'h1', 's1'].map((word) => [word, 1] as const),
  ...['2', 'ii', 'h2', 's2'].map((word) => [word, 2] as const),
]);
const QUARTERS = new Map(
  ['i', 'ii', 'iii', 'iv'].flatMap((roman, at) =>
    [roman, String(at + 1)].map((word) => [word, at + 1] as const),
  ),
);

/**
 * Reads a period of one of some kinds: a year, a half (`2021-H1`, `2021 I`, `semester 2 2021`, `periode I 2021`), a quarter
 * (`2024-Q3`, `2024 TW3`, `triwulan III 2024`), a month (`2024-07`), or two dates (`2019-03-01..2019-08-31`, `… s/d …`);
 * null for anything else.
 */
export function readNamedPeriod<Kind extends CalendarKind | 'span' = CalendarKind | 'span'>(
  text: string,
  kinds: readonly Kind[] = ALL_KINDS as readonly string[] as readonly Kind[],
): NamedPeriod<Kind> | null {
  const period = read(text.trim().toLowerCase());
  return period && isOneOf(period, kinds) ? period : null;
}

function isOneOf<Kind extends CalendarKind | 'span'>(
  period: NamedPeriod,
  kinds: readonly Kind[],
): period is NamedPeriod<Kind> {
  return (kinds as readonly string[]).includes(period.kind);
}

function read(words: string): NamedPeriod | null {
  const [first = '', second, ...more] = words.split(/\s*(?:\.\.+|…|\bs\/d\b|\bsampai\b)\s*/);
  if (more.length > 0) return null;
  if (second !== undefined) {
    const [from, to] = [parseDate(first), parseDate(second)];
    return from && to && from <= to ? nameSpan(from, to) : null;
  }
  const [, ofYear, month] = /^(\d{4})[- ]?(0[1-9]|1[0-2])$/.exec(words) ?? [];
  if (month) return periodOf('month', Number(ofYear), Number(month));
  const years = words.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g);
  if (years?.length !== 1) return null;
  const year = Number(years[0]);
  const rest = words
    .replace(years[0]!, ' ')
    .replace(/[\s/-]+/g, ' ')
    .trim();
  if (/^(?:tahun|tahunan|year|annual)?$/.test(rest)) return periodOf('year', year, 0);
  const [, quarterly, number = ''] =
    /^(?:(triwulan|tw|kuartal|quarter|q) ?|(?:semester|periode) ?)?(\S+)$/.exec(rest) ?? [];
  return quarterly
    ? periodOf('quarter', year, QUARTERS.get(number) ?? 0)
    : periodOf('half', year, HALVES.get(number) ?? 0);
}

/** The period of a kind and year; null where there is no such month, quarter or half. */
export function periodOf<Kind extends CalendarKind>(
  kind: Kind,
  year: number,
  index: number,
): NamedPeriod<Kind> | null {
  const months = MONTHS[kind];
  if (year < 1000 || (kind === 'year' ? index !== 0 : index < 1 || index > 12 / months)) return null;
  const first = kind === 'year' ? 1 : (index - 1) * months + 1;
  const next = first + months;
  const name = { month: two(index), quarter: `Q${index}`, half: `H${index}`, year: '' }[kind];
  return {
    ...{ kind, year, index },
    text: name === '' ? `${year}` : `${year}-${name}`,
    from: `${year}-${two(first)}-01`,
    to: addDays(next > 12 ? `${year + 1}-01-01` : `${year}-${two(next)}-01`, -1),
  };
}

/** The period of a kind that a local date lies in. */
export function periodOn<Kind extends CalendarKind>(kind: Kind, date: string): NamedPeriod<Kind> {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return periodOf(kind, year, kind === 'year' ? 0 : Math.ceil(month / MONTHS[kind]))!;
}

/** The period of the same kind that comes next. */
export const periodAfter = <Kind extends CalendarKind>({ kind, to }: NamedPeriod<Kind>): NamedPeriod<Kind> =>
  periodOn(kind, addDays(to, 1));

/** The period of the same kind that comes before. */
export const periodBefore = <Kind extends CalendarKind>({
  kind,
  from,
}: NamedPeriod<Kind>): NamedPeriod<Kind> => periodOn(kind, addDays(from, -1));

/** Names a span of dates, by its year, half, quarter or month where it is one. */
export function nameSpan(from: string, to: string): NamedPeriod {
  for (const kind of ['year', 'half', 'quarter', 'month'] as const) {
    const period = periodOn(kind, from);
    if (period.from === from && period.to === to) return period;
  }
  return { kind: 'span', text: `${from}..${to}`, year: Number(from.slice(0, 4)), index: 0, from, to };
}

const two = (number: number) => String(number).padStart(2, '0');
