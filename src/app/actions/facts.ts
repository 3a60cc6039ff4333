import { type ActionPlanRow, actionPlansFrom } from '../../../db/queries/action-plans.ts';
import { entriesBetween } from '../../../db/queries/entries.ts';
import type { PersonRow } from '../../../db/queries/people.ts';
import type { Store } from '../../../db/store.ts';
import { type ActionPeriod, overlaps, readActionPeriod } from '../../core/actions/period.ts';
import { type Progress, progressOf } from '../../core/actions/progress.ts';
import { periodOn } from '../../core/named-period.ts';
import type { PlanResult } from '../../core/plan/content.ts';
import { loadRules } from '../calendar-facts.ts';
import { planOn } from '../plan/in-force.ts';
import type { Services } from '../services.ts';

/** Somebody's action plans of a period, with what was done for each. */
export interface PeriodActions {
  period: ActionPeriod;
  /** The work results of the plan in force in the period. */
  results: PlanResult[];
  plans: ActionPlanRow[];
  progress: ReadonlyMap<string, Progress>;
}

/** The month or quarter that a person is evaluated for on a local date, by the rules of their unit. */
export async function presentPeriod(
  store: Store,
  person: Pick<PersonRow, 'unitId'>,
  today: string,
): Promise<ActionPeriod> {
  const rules = await loadRules(store);
  return periodOn(rules(today, person.unitId).evaluationPeriod, today);
}

/** The action plans of a person that have a day in common with a period. */
export async function periodActions(
  { store }: Pick<Services, 'store'>,
  person: Pick<PersonRow, 'id'>,
  period: ActionPeriod,
  today: string,
): Promise<PeriodActions> {
  const date = today < period.from ? period.from : today > period.to ? period.to : today;
  const [plan, rows] = await Promise.all([
    planOn(store, person.id, date),
    store.all(actionPlansFrom({ personId: person.id, year: period.year })),
  ]);
  const plans = rows.filter((row) => {
    const own = readActionPeriod(row.period);
    return row.current && own !== null && overlaps(own, period);
  });
  return {
    ...{ period, results: plan?.content.results ?? [], plans },
    progress: await progressIn(store, person.id, plans),
  };
}

/** What was done for some action plans of a person, removed ones or not. */
export async function progressIn(
  store: Store,
  personId: string,
  plans: readonly Pick<ActionPlanRow, 'period'>[],
): Promise<Map<string, Progress>> {
  const spans = plans.flatMap(({ period }) => readActionPeriod(period) ?? []);
  if (spans.length === 0) return new Map();
  const from = spans.reduce(
    (earliest, span) => (span.from < earliest ? span.from : earliest),
    spans[0]!.from,
  );
  const to = spans.reduce((latest, span) => (span.to > latest ? span.to : latest), spans[0]!.to);
  return progressOf(await store.all(entriesBetween({ personId, from, to })));
}
