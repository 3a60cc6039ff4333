import { addDays } from '../local-time.ts';
import { type NamedPeriod, periodBefore, periodOf, periodOn, readNamedPeriod } from '../named-period.ts';
import { type Regime, regimeOf } from '../rulebooks/regime.ts';
import type { Rules } from '../rules.ts';

/** The kinds of period that are evaluated. */
const KINDS = ['month', 'quarter', 'year'] as const;

/** A month, a quarter or a year that is evaluated. */
export type EvaluationPeriod = NamedPeriod<(typeof KINDS)[number]>;

/** Why a text names no period that is evaluated by predicate; `regime` is the rule book that holds, null before 2014. */
export type PeriodProblem = { code: 'unclear' } | { code: 'other_rules'; regime: Regime | null };

/** The answer of `readEvaluationPeriod`. */
export type PeriodReading =
  | { ok: true; period: EvaluationPeriod }
  | { ok: false; problem: PeriodProblem; period: EvaluationPeriod | null };

/** Reads `2026-03`, `2026-Q1`, `2026 TW1`, `triwulan 1 2026`, `tahun 2026` or `2026`; PermenPANRB 6/2022 holds from 2022 on. */
export function readEvaluationPeriod(text: string): PeriodReading {
  const period = readNamedPeriod(text, KINDS);
  if (!period) return { ok: false, problem: { code: 'unclear' }, period: null };
  const answer = regimeOf({ from: period.from, to: period.to });
  if (answer.ok && answer.regime === 'p2022') return { ok: true, period };
  return { ok: false, problem: { code: 'other_rules', regime: answer.ok ? answer.regime : null }, period };
}

/** The period that a stored text names. */
export function periodNamed(text: string): EvaluationPeriod {
  const period = readNamedPeriod(text, KINDS);
  if (!period) throw new Error('not an evaluation period');
  return period;
}

/** The newest periodic evaluation period that is over before a local date. */
export function lastPeriodicBefore(today: string, kind: Rules['evaluationPeriod']): EvaluationPeriod {
  return periodBefore(periodOn(kind, today));
}

/** The periods whose evaluation can begin on a local date, the newest ones: the last periodic one and the last year. */
export function periodsOver(today: string, kind: Rules['evaluationPeriod']): EvaluationPeriod[] {
  return [lastPeriodicBefore(today, kind), periodBefore(periodOn('year', today))];
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
