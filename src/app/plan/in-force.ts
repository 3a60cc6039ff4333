import { type PlanVersionRow, planVersionsOf } from '../../../db/queries/plan-versions.ts';
import { type IndicatorRow, indicatorsOf, workResultsOf } from '../../../db/queries/plans.ts';
import type { Store } from '../../../db/store.ts';
import {
  ASPECTS,
  emptyPlan,
  type PlanContent,
  type PlanIndicator,
  type PlanResult,
} from '../../core/plan/content.ts';
import { versionOn } from '../../core/plan/version.ts';

/** A plan as it is in force on a date; `version` null: from before there were versions. */
export interface PlanInForce {
  version: PlanVersionRow | null;
  content: PlanContent;
}

/** The plan of a person that is in force on a local date; null if there is none. */
export async function planOn(store: Store, personId: string, date: string): Promise<PlanInForce | null> {
  const version = await agreedOn(store, personId, date);
  if (version !== undefined) return version && { version, content: version.content };
  const content = await unversionedPlan(store, personId, yearOf(date));
  return content && { version: null, content };
}

/** The version that is in force on a local date, null if there is none then; undefined where none was ever agreed. */
async function agreedOn(
  store: Store,
  personId: string,
  date: string,
): Promise<PlanVersionRow | null | undefined> {
  const versions = await store.all(planVersionsOf({ personId, year: yearOf(date) }));
  return versions.some(({ status }) => status === 'agreed') ? versionOn(versions, date) : undefined;
}

const yearOf = (date: string) => Number(date.slice(0, 4));

/** What the stored work results of a year say, of a plan that has no version. */
export async function unversionedPlan(
  store: Store,
  personId: string,
  year: number,
): Promise<PlanContent | null> {
  const results = await store.all(workResultsOf({ personId, year }));
  if (results.length === 0) return null;
  const indicators = await store.all(indicatorsOf(results.map(({ id }) => id)));
  return {
    ...emptyPlan,
    results: results.map(({ id, number, additional, title, superiorNumber }) => ({
      ...{ id, number, additional, title, method: null, perspective: null },
      supports:
        superiorNumber === null ? null : { kind: 'result', id: null, number: superiorNumber, title: null },
      indicators: indicators.filter(({ workResultId }) => workResultId === id).map(plannedIndicator),
    })),
  };
}

/** A work result that activities can name; its indicators are known where the plan has a version. */
type NamedResult = Pick<PlanResult, 'id' | 'number' | 'title' | 'additional'> &
  Partial<Pick<PlanResult, 'indicators'>>;

/** The work results that activities of a local date can name: those of the plan in force then. */
export async function workResultsOn(store: Store, personId: string, date: string): Promise<NamedResult[]> {
  const version = await agreedOn(store, personId, date);
  if (version !== undefined) return version?.content.results ?? [];
  return store.all(workResultsOf({ personId, year: yearOf(date) }));
}

/** A stored indicator as a plan says it. */
export function plannedIndicator({ aspect, title, target, unit, dueOn }: IndicatorRow): PlanIndicator {
  return { aspect: ASPECTS.find((name) => name === aspect) ?? null, title, target, unit, dueOn };
}
