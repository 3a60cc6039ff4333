import { allUnits, type PersonRow } from '../../../db/queries/people.ts';
import { agreementGoalsOf } from '../../../db/queries/plan-support.ts';
import { planVersionsOf } from '../../../db/queries/plan-versions.ts';
import type { Store } from '../../../db/store.ts';
import type { PlanContent, PlanSupport } from '../../core/plan/content.ts';
import { planOn } from './in-force.ts';

/**
 * What a work result of somebody can support from a local date on: the supervisor's work results, agreed or at least
 * proposed, and for whoever leads a unit the goals of its agreement (perjanjian kinerja).
 */
export async function supportsOf(store: Store, owner: PersonRow, date: string): Promise<PlanSupport[]> {
  const year = Number(date.slice(0, 4));
  const led = (await store.all(allUnits())).filter(({ leaderId }) => leaderId === owner.id);
  const goals =
    led.length > 0
      ? await store.all(
          agreementGoalsOf(
            led.map(({ id }) => id),
            year,
          ),
        )
      : [];
  const plan = owner.supervisorId === null ? null : await knownPlan(store, owner.supervisorId, date);
  return [
    ...goals.map(({ id, number, title }): PlanSupport => ({ kind: 'goal', id, number, title })),
    ...(plan?.results ?? []).map(
      ({ id, number, title }): PlanSupport => ({ kind: 'result', id, number, title }),
    ),
  ];
}

/** The plan of a leader on a date; before the first one is agreed, the one that is proposed. */
async function knownPlan(store: Store, personId: string, date: string): Promise<PlanContent | null> {
  const inForce = await planOn(store, personId, date);
  if (inForce) return inForce.content;
  const versions = await store.all(planVersionsOf({ personId, year: Number(date.slice(0, 4)) }));
  return versions.find(({ status }) => status === 'proposed' || status === 'agreed')?.content ?? null;
}
