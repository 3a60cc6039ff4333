import type { PersonRow } from '../../../db/queries/people.ts';
import { personById } from '../../../db/queries/people.ts';
import { plansWaitingFor, updatePlanVersion } from '../../../db/queries/plan-versions.ts';
import { first, type Statement } from '../../../db/store.ts';
import { notify } from '../notices.ts';
import { changeWrites } from './draft.ts';
import { openVersion, type PlanServices, planFacts } from './facts.ts';
import { proposalNotice } from './propose.ts';

/**
 * Gives the proposals of somebody that wait for one supervisor to another one, who is told of each; what was agreed stays
 * with whoever agreed.
 */
export async function handOverPlans(
  { store }: Pick<PlanServices, 'store'>,
  personId: string,
  fromSupervisor: string,
  toSupervisor: string,
  now: number,
): Promise<Statement[]> {
  const waiting = await store.all(plansWaitingFor({ supervisorId: fromSupervisor }));
  return waiting
    .filter((version) => version.personId === personId)
    .flatMap((version) => [
      updatePlanVersion(version.id, version.revision, { supervisorId: toSupervisor }),
      proposalNotice({ ...version, revision: version.revision + 1 }, toSupervisor, now),
    ]);
}

/**
 * Prepares a draft for somebody who moves to another unit, position or supervisor on a local date, from the plan in force,
 * and tells them; nothing where there is no plan, or a draft is open already.
 */
export async function moveDraft(
  services: PlanServices,
  personId: string,
  from: string,
  place: Partial<Pick<PersonRow, 'unitId' | 'position' | 'supervisorId'>> = {},
): Promise<Statement[]> {
  const person = await first(services.store, personById({ id: personId }));
  if (!person?.active) return [];
  const facts = await planFacts(services, { ...person, ...place }, Number(from.slice(0, 4)));
  if (openVersion(facts)) return [];
  const draft = changeWrites(services, facts, 'move', null, from);
  if (!draft) return [];
  const { id } = draft.version;
  return [
    ...draft.writes,
    notify('plan_moved', `plan_moved:${id}`, personId, { versionId: id }, services.now()),
  ];
}
