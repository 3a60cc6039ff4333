import { periodAfter, periodOn } from '../named-period.ts';
import { sameText } from '../same-text.ts';
import { isOpenOn, readActionPeriod } from './period.ts';

/** An action plan (rencana aksi) of a work result in a period. */
export interface ActionPlan {
  id: string;
  workResultId: string;
  /** `2026-03` or `2026-Q1`. */
  period: string;
  /** Counts the person's action plans of a year; `RA3` names it. */
  number: number;
  title: string;
  /** As written; with `unit` where it is an amount. */
  target: string | null;
  unit: string | null;
  /** False once it was removed; activities keep it. */
  current: boolean;
}

/** Whether an activity of a work result and local date can carry out an action plan. */
export function fits(
  plan: Pick<ActionPlan, 'workResultId' | 'period'>,
  workResultId: string | null,
  date: string,
): boolean {
  return plan.workResultId === workResultId && isOpenOn(plan.period, date);
}

/** The number of the next action plan of a year; numbers of removed ones are not given again. */
export function nextNumber(plans: readonly Pick<ActionPlan, 'number'>[]): number {
  return plans.reduce((highest, { number }) => Math.max(highest, number), 0) + 1;
}

/**
 * The action plans of the last month and quarter that the present ones lack, with the period that a copy belongs to.
 *
 * @param workResultIds the work results of the plan in force; those of others are left out
 */
export function toBeCopied<P extends Pick<ActionPlan, 'workResultId' | 'period' | 'title' | 'current'>>(
  plans: readonly P[],
  today: string,
  workResultIds: ReadonlySet<string>,
): { plan: P; period: string }[] {
  const current = plans.filter((plan) => plan.current);
  return current.flatMap((plan) => {
    const past = readActionPeriod(plan.period);
    if (!past || !workResultIds.has(plan.workResultId)) return [];
    const period = periodAfter(past).text;
    if (period !== periodOn(past.kind, today).text) return [];
    const known = current.some(
      (other) =>
        other.period === period &&
        other.workResultId === plan.workResultId &&
        sameText(other.title, plan.title),
    );
    return known ? [] : [{ plan, period }];
  });
}
