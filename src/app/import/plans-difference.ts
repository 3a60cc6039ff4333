import type { PlanRow } from '../../core/import/plans.ts';
import type { PlanContent, PlanResult } from '../../core/plan/content.ts';

/** What is stored of a plan: its content, and its work results that are not current any more. */
export interface StoredPlan {
  id: string;
  /** As agreed last; null where nothing is current. */
  content: PlanContent | null;
  known: readonly { id: string; number: number; current: boolean }[];
}

/** What a plans file says of a plan, and the content that comes of it. */
export interface NewPlan {
  row: PlanRow;
  content: PlanContent;
}

/** What an import can change about a work result; `restored`: it is listed again after it was not. */
export type WorkResultField =
  | 'title'
  | 'additional'
  | 'superior'
  | 'method'
  | 'perspective'
  | 'indicators'
  | 'restored';

/** What an import can change about a plan as a whole. */
export type PlanField = 'approach' | 'annexes' | 'expectations';

/** A stored work result whose rows in the file say something new. */
export interface WorkResultChange {
  id: string;
  workResult: PlanResult;
  fields: WorkResultField[];
}

/** What a plans file would change about one person's plan of a year. */
export interface PlanDifference {
  nip: string;
  year: number;
  /** `null`: the plan is new. */
  planId: string | null;
  added: PlanResult[];
  changed: WorkResultChange[];
  unchanged: number;
  /** Work results that the file no longer lists; entries of the past keep them. */
  retired: { id: string; number: number; title: string }[];
  /** What changes about the plan as a whole. */
  fields: PlanField[];
  /** The local date from which the changed plan is in force; null where nothing changes. */
  from: string | null;
}

/** Whether a plan would stay as it is. */
export function isUnchanged({ planId, added, changed, retired, fields }: PlanDifference): boolean {
  return planId !== null && added.length + changed.length + retired.length + fields.length === 0;
}

/** Compares what a file says of a plan with what is stored of it. */
export function comparePlan({ row, content }: NewPlan, stored: StoredPlan | null): PlanDifference {
  const before = new Map((stored?.content?.results ?? []).map((result) => [result.number, result]));
  const known = new Map((stored?.known ?? []).map((result) => [result.number, result]));
  const listed = new Set(content.results.map(({ number }) => number));
  const added: PlanResult[] = [];
  const changed: WorkResultChange[] = [];
  for (const workResult of content.results) {
    const [old, kept] = [before.get(workResult.number), known.get(workResult.number)];
    if (old) {
      const fields = fieldsOf(old, workResult);
      if (fields.length > 0) changed.push({ id: old.id, workResult, fields });
    } else if (kept) changed.push({ id: kept.id, workResult, fields: ['restored'] });
    else added.push(workResult);
  }
  return {
    ...{ nip: row.nip, year: row.year, planId: stored?.id ?? null, added, changed },
    unchanged: content.results.length - added.length - changed.length,
    retired: [...before.values()]
      .filter(({ number }) => !listed.has(number))
      .map(({ id, number, title }) => ({ id, number, title })),
    fields: stored?.content ? frameFields(stored.content, content) : [],
    from: null,
  };
}

function fieldsOf(old: PlanResult, now: PlanResult): WorkResultField[] {
  const support = ({ supports }: PlanResult) =>
    textOf(supports && [supports.kind, supports.id, supports.number]);
  const measures = ({ indicators }: PlanResult) =>
    textOf(indicators.map(({ aspect, title, target, unit, dueOn }) => [aspect, title, target, unit, dueOn]));
  const same: Record<Exclude<WorkResultField, 'restored'>, boolean> = {
    title: old.title === now.title,
    additional: old.additional === now.additional,
    superior: support(old) === support(now),
    method: old.method === now.method,
    perspective: old.perspective === now.perspective,
    indicators: measures(old) === measures(now),
  };
  return (Object.keys(same) as (keyof typeof same)[]).filter((field) => !same[field]);
}

function frameFields(old: PlanContent, now: PlanContent): PlanField[] {
  const expectations = (content: PlanContent) => textOf(Object.entries(content.expectations).toSorted());
  return [
    ...(old.approach === now.approach ? [] : (['approach'] as const)),
    ...(textOf(old.annexes) === textOf(now.annexes) ? [] : (['annexes'] as const)),
    ...(expectations(old) === expectations(now) ? [] : (['expectations'] as const)),
  ];
}

const textOf = (value: unknown) => JSON.stringify(value);
