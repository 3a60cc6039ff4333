import { isCalendarDate } from '../import/dates.ts';

/** A span of local dates (`yyyy-MM-dd`), both included. */
export interface Span {
  from: string;
  to: string;
}

/**
 * The rules that hold in a period: `pp46`: PP 46/2011 with Perka BKN 1/2013; `pp30`: PP 30/2019 with PermenPANRB 8/2021;
 * `integration2021`: the whole year 2021, SE MenPANRB 3/2021; `p2022`: PermenPANRB 6/2022.
 */
export type Regime = 'pp46' | 'pp30' | 'integration2021' | 'p2022';

/** Why no rules hold in a period. */
export type PeriodProblem =
  /** Not two dates, or the second is before the first. */
  | { code: 'not_a_period' }
  /** Before 2014 there were DP3 lists, which have no rule book here. */
  | { code: 'before_2014' }
  /** The rules changed on `change`, within the period. */
  | { code: 'straddles'; change: string };

/** The answer of `regimeOf`. */
export type RegimeAnswer = { ok: true; regime: Regime } | { ok: false; problem: PeriodProblem };

/** The first date on which each rule book holds, in order. */
const BEGINNINGS: readonly { from: string; regime: Regime }[] = [
  { from: '2014-01-01', regime: 'pp46' },
  { from: '2021-07-01', regime: 'pp30' },
  { from: '2022-01-01', regime: 'p2022' },
];

/** Says which rules hold in a period; the year 2021 as a whole is the only one that is integrated from two. */
export function regimeOf({ from, to }: Span): RegimeAnswer {
  if (!isDate(from) || !isDate(to) || from > to) return { ok: false, problem: { code: 'not_a_period' } };
  if (from === '2021-01-01' && to === '2021-12-31') return { ok: true, regime: 'integration2021' };
  const first = BEGINNINGS.findLast((beginning) => beginning.from <= from);
  if (!first) return { ok: false, problem: { code: 'before_2014' } };
  const next = BEGINNINGS.find((beginning) => beginning.from > from);
  if (next && next.from <= to) return { ok: false, problem: { code: 'straddles', change: next.from } };
  return { ok: true, regime: first.regime };
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year !== undefined && isCalendarDate(Number(year), Number(month), Number(day));
}
