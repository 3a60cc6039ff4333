import {
  disputedEvaluations,
  finalEvaluations,
  finalPeriods,
  importedResults,
  importedYears,
} from '../../../db/queries/follow-up.ts';
import type { Store } from '../../../db/store.ts';
import type { Predicate } from '../../core/evaluation/content.ts';
import { predicateOf, predicates } from '../../core/evaluation/predicate.ts';
import { readNamedPeriod } from '../../core/named-period.ts';

/** The final result of a person in a period, rated here or imported. */
export interface PeriodResult {
  personId: string;
  period: string;
  from: string;
  to: string;
  predicate: Predicate;
  /** Whether an objection to it is still open. */
  disputed: boolean;
}

/** Final results of some periods, at most one for a person and period: what was rated here goes before what was imported. */
export async function finalResults(store: Store, periods: readonly string[]): Promise<PeriodResult[]> {
  const [evaluations, imported, disputed] = await Promise.all([
    store.all(finalEvaluations(periods)),
    store.all(importedResults(periods)),
    store.all(disputedEvaluations()),
  ]);
  const objections = new Set(disputed.map(({ id }) => id));
  const results = new Map<string, PeriodResult>();
  for (const { personId, period, predicate: word } of imported) {
    const predicate = predicates.find((one) => one === word);
    const span = readNamedPeriod(period);
    if (!predicate || !span) continue;
    const { from, to } = span;
    results.set(`${personId} ${period}`, { personId, period, from, to, predicate, disputed: false });
  }
  for (const row of evaluations) {
    const { id, personId, period, fromDate: from, toDate: to, resultRating, behaviourRating } = row;
    if (!resultRating || !behaviourRating) continue;
    const predicate = predicateOf(resultRating, behaviourRating);
    const disputed = objections.has(id);
    results.set(`${personId} ${period}`, { personId, period, from, to, predicate, disputed });
  }
  return [...results.values()];
}

/** The latest whole year with final results, else the latest period with some; null where there are none. */
export async function latestPeriod(store: Store): Promise<string | null> {
  const year = await latestYear(store);
  if (year !== null) return String(year);
  return (await store.all(finalPeriods()))[0]?.period ?? null;
}

/** The latest year of which there are annual results; null where there is none. */
export async function latestYear(store: Store): Promise<number | null> {
  const [rated, imported] = await Promise.all([store.all(finalPeriods()), store.all(importedYears())]);
  const years = [...rated, ...imported].map(({ period }) => period).filter((one) => /^\d{4}$/.test(one));
  return years.length === 0 ? null : Math.max(...years.map(Number));
}
