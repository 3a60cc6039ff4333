import { addDays } from '../local-time.ts';
import { type Regime, regimeOf } from '../rulebooks/regime.ts';
import type { Rules } from '../rules.ts';

/** A month, a quarter or a year that is evaluated; `text` names it: `2026-03`, `2026-Q1`, `2026`. */
export interface EvaluationPeriod {
  kind: 'month' | 'quarter' | 'year';
  text: string;
  year: number;
  /** 1–12 for a month, 1–4 for a quarter, 0 for a year. */
  index: number;
  /** First and last local date. */
  from: string;
  to: string;
}

/** Why a text names no period that is evaluated by predicate; `regime` is the rule book that holds, null before 2014. */
export type PeriodProblem = { code: 'unclear' } | { code: 'other_rules'; regime: Regime | null };

/** The answer of `readEvaluationPeriod`. */
export type PeriodReading =
  | { ok: true; period: EvaluationPeriod }
  | { ok: false; problem: PeriodProblem; period: EvaluationPeriod | null };

/** Reads `2026-03`, `2026-Q1`, `2026 TW1`, `triwulan 1 2026`, `tahun 2026` or `2026`; PermenPANRB 6/2022 holds from 2022 on. */
export function readEvaluationPeriod(text: string): PeriodReading {
  const period = parse(text);
  if (!period) return { ok: false, problem: { code: 'unclear' }, period: null };
  const answer = regimeOf({ from: period.from, to: period.to });
  if (answer.ok && answer.regime === 'p2022') return { ok: true, period };
  return { ok: false, problem: { code: 'other_rules', regime: answer.ok ? answer.regime : null }, period };
}

/** The period that a stored text names. */
export function periodNamed(text: string): EvaluationPeriod {
  const period = parse(text);
  if (!period) throw new Error('not an evaluation period');
  return period;
}

function parse(text: string): EvaluationPeriod | null {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const month = /^(\d{4})-(\d{2})$/.exec(words);
  if (month) return periodOf('month', Number(month[1]), Number(month[2]));
  const quarter =
    /^(\d{4})[- ]?(?:q|tw|triwulan ?|quarter ?)([1-4])$/.exec(words) ??
    swapped(/^(?:q|tw|triwulan|quarter) ?([1-4]|iii|iv|ii|i) (\d{4})$/.exec(words));
  if (quarter) return periodOf('quarter', Number(quarter[1]), Number(quarter[2]));
  const year = /^(?:tahun |tahunan |year |annual )?(\d{4})$/.exec(words);
  return year ? periodOf('year', Number(year[1]), 0) : null;
}

const ROMAN: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4' };

function swapped(match: RegExpExecArray | null): string[] | null {
  return match && ['', match[2]!, ROMAN[match[1]!] ?? match[1]!];
}

/** The period of a kind and year; null where there is no such month or quarter. */
export function periodOf(
  kind: EvaluationPeriod['kind'],
  year: number,
  index: number,
): EvaluationPeriod | null {
  const months = { month: 1, quarter: 3, year: 12 }[kind];
  const last = 12 / months;
  if (year < 1000 || (kind === 'year' ? index !== 0 : index < 1 || index > last)) return null;
  const firstMonth = kind === 'year' ? 1 : (index - 1) * months + 1;
  const next = firstMonth + months;
  return {
    ...{ kind, year, index },
    text: kind === 'year' ? `${year}` : kind === 'quarter' ? `${year}-Q${index}` : `${year}-${two(index)}`,
    from: `${year}-${two(firstMonth)}-01`,
    to: addDays(next > 12 ? `${year + 1}-01-01` : `${year}-${two(next)}-01`, -1),
  };
}

/** The newest periodic evaluation period that is over before a local date. */
export function lastPeriodicBefore(today: string, kind: Rules['evaluationPeriod']): EvaluationPeriod {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const index = kind === 'month' ? month : Math.ceil(month / 3);
  const last = kind === 'month' ? 12 : 4;
  return index > 1 ? periodOf(kind, year, index - 1)! : periodOf(kind, year - 1, last)!;
}

/** The periods whose evaluation can begin on a local date, the newest ones: the last periodic one and the last year. */
export function periodsOver(today: string, kind: Rules['evaluationPeriod']): EvaluationPeriod[] {
  return [lastPeriodicBefore(today, kind), periodOf('year', Number(today.slice(0, 4)) - 1, 0)!];
}

/** The period of the same kind that comes next. */
export function periodAfter(period: EvaluationPeriod): EvaluationPeriod {
  const { kind, year, index } = period;
  return kind === 'year'
    ? periodOf('year', year + 1, 0)!
    : (periodOf(kind, year, index + 1) ?? periodOf(kind, year + 1, 1)!);
}

/** The periodic periods that an annual evaluation looks back at. */
export function periodsOfYear(year: number, kind: Rules['evaluationPeriod']): EvaluationPeriod[] {
  const count = kind === 'month' ? 12 : 4;
  return Array.from({ length: count }, (_, index) => periodOf(kind, year, index + 1)!);
}

/** The last local date for an evaluation to be done, by the agency's rules. */
export function dueOn(period: EvaluationPeriod, rules: Pick<Rules, 'periodicDueDays' | 'annualDue'>): string {
  return period.kind === 'year'
    ? `${period.year + 1}-${rules.annualDue}`
    : addDays(period.to, rules.periodicDueDays);
}

const two = (n: number) => String(n).padStart(2, '0');
