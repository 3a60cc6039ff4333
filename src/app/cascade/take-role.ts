import { auditCount, insertAudit } from '../../../db/queries/calendar.ts';
import { personById } from '../../../db/queries/people.ts';
import {
  insertPlanVersion,
  type PlanVersionRow,
  planVersionsOf,
  updatePlanVersion,
} from '../../../db/queries/plan-versions.ts';
import { planOf, workResultsOfPlan } from '../../../db/queries/plans.ts';
import { type RoleCellRow, roleCellById, updateRoleCell } from '../../../db/queries/role-cells.ts';
import { first, type Statement } from '../../../db/store.ts';
import { encodeAction } from '../../core/action.ts';
import type { PlannedResult } from '../../core/cascade/facts.ts';
import { isResultOf } from '../../core/cascade/role-cell.ts';
import { withButtons } from '../../core/message.ts';
import { canReadRole } from '../../core/permissions.ts';
import { emptyPlan, type PlanContent, type PlanResult } from '../../core/plan/content.ts';
import { edited, type Outcome, toast } from '../outcome.ts';
import { planOn } from '../plan/in-force.ts';
import type { Session } from '../session.ts';
import { dateIn } from './facts.ts';
import { resultsOn } from './plans-in-force.ts';
import { ownRole, roleMessage } from './role.ts';

/**
 * Makes a shared contribution a work result in the draft of the person's own plan, with the leader's result that it
 * supports; what the person has typed before stays, and they complete the indicators in `skp`.
 *
 * The result gets the id of the cell, so that taking it twice makes one.
 */
export async function takeRole(session: Session, cellId: string): Promise<Outcome> {
  const { services, person, t, now } = session;
  const { store } = services;
  const cell = await first(store, roleCellById({ id: cellId }));
  if (!cell || cell.personId !== person.id || !canReadRole(person, cell))
    return toast(cell?.status === 'withdrawn' ? t.cascade.cell.gone() : t.problem.notYours());
  const leader = (await resultsOn(store, [cell.leaderId], dateIn(cell.year, session.today))).get(
    cell.leaderId,
  );
  const above = leader?.find(({ id }) => id === cell.workResultId);
  if (!above) return toast(t.cascade.cell.resultGone());
  const trail = `plan|${person.id}|${cell.year}`;
  // Counted before the rows are read: a step in between, from another device, is then noticed.
  const steps = (await first(store, auditCount({ subject: trail })))?.count ?? 0;
  const versions = await store.all(planVersionsOf({ personId: person.id, year: cell.year }));
  const open = versions.find(({ status }) => status === 'draft' || status === 'returned');
  const waiting = versions.find(({ status }) => status === 'proposed');
  if (!open && waiting) {
    const by = waiting.supervisorId && (await first(store, personById({ id: waiting.supervisorId })));
    return toast(t.cascade.role.waiting(by ? by.name : '–'));
  }
  const base = open?.content ?? (await planOn(store, person.id, dateIn(cell.year, session.today)))?.content;
  const content = base ?? emptyPlan;
  const plan = await first(store, planOf({ personId: person.id, year: cell.year }));
  const stored = plan ? await store.all(workResultsOfPlan({ planId: plan.id })) : [];
  const used = [...versions.flatMap((version) => version.content.results), ...stored].map(
    ({ number }) => number,
  );
  const { next, number } = withRole(content, cell, above, Math.max(0, ...used) + 1);
  const taken: RoleCellRow = { ...cell, status: 'taken', revision: cell.revision + 1 };
  const writes: Statement[] = [
    ...(next === content
      ? []
      : open
        ? [updatePlanVersion(open.id, open.revision, { content: next })]
        : [
            insertPlanVersion(
              newDraft(session, cell.year, next, versions, plan?.id ?? null, base ? 'expectation' : 'first'),
            ),
          ]),
    ...(cell.status === 'taken' ? [] : [updateRoleCell(cell, { status: 'taken', updatedAt: now })]),
  ];
  if (writes.length === 0) return toast(t.cascade.role.alreadyTaken());
  const id = `${trail}|${steps + 1}`;
  const detail = { cellId: cell.id, number };
  writes.push(
    insertAudit({ id, at: now, actorId: person.id, action: 'plan.role_taken', subject: trail, detail }),
  );
  const role = await ownRole(session, cell.year);
  const cells = role.cells.map((one) => (one.id === cell.id ? taken : one));
  const message = withButtons(await roleMessage(session, cell.year, { ...role, cells }), [
    { label: t.cascade.role.openPlan(), action: encodeAction({ do: 'command', name: 'skp' }) },
  ]);
  const outcome = edited(
    { ...message, blocks: [...message.blocks, { kind: 'line', parts: [t.cascade.role.taken(number)] }] },
    ...writes,
  );
  return { ...outcome, reply: { ...outcome.reply, toast: t.cascade.role.taken(number) } };
}

/**
 * A plan with a contribution as one of its results: one that says the same already is joined to the leader's result,
 * and the plan is returned as it is where nothing changes.
 */
export function withRole(
  content: PlanContent,
  cell: Pick<RoleCellRow, 'id' | 'workResultId' | 'contribution' | 'method'>,
  above: Pick<PlannedResult, 'id' | 'number' | 'title'>,
  freeNumber: number,
): { next: PlanContent; number: number } {
  const supports = { kind: 'result' as const, id: above.id, number: above.number, title: above.title };
  const known = content.results.find(
    (result) =>
      isResultOf(cell, result) || (result.supports === null && isResultOf(cell, { ...result, supports })),
  );
  if (known?.supports?.id === above.id && known.method === cell.method)
    return { next: content, number: known.number };
  const result: PlanResult = known
    ? { ...known, supports, method: cell.method }
    : {
        ...{ id: cell.id, number: freeNumber, additional: false, title: cell.contribution },
        ...{ supports, method: cell.method, perspective: null, indicators: [] },
      };
  const results = known
    ? content.results.map((one) => (one.id === known.id ? result : one))
    : [...content.results, result];
  return { next: { ...content, results }, number: result.number };
}

/** Another version of the person's plan, as a draft; the first one of a year is meant from its beginning. */
function newDraft(
  { services, person, today, now }: Session,
  year: number,
  content: PlanContent,
  versions: readonly PlanVersionRow[],
  storedPlanId: string | null,
  reason: 'first' | 'expectation',
): PlanVersionRow {
  const agreed = versions.some(({ status }) => status === 'agreed');
  return {
    id: services.newId(),
    planId: storedPlanId ?? versions[0]?.planId ?? services.newId(),
    personId: person.id,
    year,
    number: Math.max(0, ...versions.map(({ number }) => number)) + 1,
    ...{ status: 'draft', reason, content },
    fromDate: agreed && year === Number(today.slice(0, 4)) ? today : `${year}-01-01`,
    toDate: null,
    ...{ unitId: person.unitId, position: person.position, supervisorId: person.supervisorId },
    ...{ remark: null, revision: 1, createdAt: now, proposedAt: null, decidedAt: null, decidedBy: null },
  };
}
