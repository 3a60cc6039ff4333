import type {
  IndicatorRow as StoredIndicator,
  WorkResultRow as StoredWorkResult,
} from '../../../db/queries/plans.ts';
import type { PlanRow, PlansReading } from '../../core/import/plans.ts';

/** A stored plan with its work results, current or not, and their indicators in order. */
export interface StoredPlan {
  id: string;
  nip: string;
  year: number;
  workResults: readonly (StoredWorkResult & { indicators: readonly StoredIndicator[] })[];
}

type FileWorkResult = PlanRow['workResults'][number];

/** What an import can change about a work result; `restored`: it is listed again after it was not. */
export type WorkResultField = 'title' | 'additional' | 'superior' | 'indicators' | 'restored';

/** A stored work result whose rows in the file say something new. */
export interface WorkResultChange {
  id: string;
  workResult: FileWorkResult;
  fields: WorkResultField[];
}

/** What a plans file would change about one person's plan of a year. */
export interface PlanDifference {
  nip: string;
  year: number;
  /** `null`: the plan is new. */
  planId: string | null;
  added: FileWorkResult[];
  changed: WorkResultChange[];
  unchanged: number;
  /** Work results that the file no longer lists; entries of the past keep them. */
  retired: { id: string; number: number; title: string }[];
}

/** Compares a plans file with what is stored, plan by plan; plans that the file does not name stay as they are. */
export function comparePlans(
  reading: Pick<PlansReading, 'plans'>,
  stored: readonly StoredPlan[],
): PlanDifference[] {
  const byPlan = new Map(stored.map((plan) => [`${plan.nip} ${plan.year}`, plan]));
  return reading.plans.map((plan) => comparePlan(plan, byPlan.get(`${plan.nip} ${plan.year}`)));
}

/** Whether a plan would stay as it is. */
export function isUnchanged({ planId, added, changed, retired }: PlanDifference): boolean {
  return planId !== null && added.length + changed.length + retired.length === 0;
}

function comparePlan({ nip, year, workResults }: PlanRow, stored: StoredPlan | undefined): PlanDifference {
  const byNumber = new Map((stored?.workResults ?? []).map((result) => [result.number, result]));
  const listed = new Set(workResults.map(({ number }) => number));
  const added: FileWorkResult[] = [];
  const changed: WorkResultChange[] = [];
  for (const workResult of workResults) {
    const old = byNumber.get(workResult.number);
    if (!old) {
      added.push(workResult);
      continue;
    }
    const fields: WorkResultField[] = [];
    if (old.title !== workResult.title) fields.push('title');
    if (old.additional !== workResult.additional) fields.push('additional');
    if (old.superiorNumber !== workResult.superiorNumber) fields.push('superior');
    if (textOf(old.indicators) !== textOf(workResult.indicators)) fields.push('indicators');
    if (!old.current) fields.push('restored');
    if (fields.length > 0) changed.push({ id: old.id, workResult, fields });
  }
  const retired = [...byNumber.values()]
    .filter(({ current, number }) => current && !listed.has(number))
    .map(({ id, number, title }) => ({ id, number, title }));
  const unchanged = workResults.length - added.length - changed.length;
  return { nip, year, planId: stored?.id ?? null, added, changed, unchanged, retired };
}

function textOf(
  indicators: readonly Pick<StoredIndicator, 'aspect' | 'title' | 'target' | 'unit'>[],
): string {
  return JSON.stringify(indicators.map(({ aspect, title, target, unit }) => [aspect, title, target, unit]));
}
