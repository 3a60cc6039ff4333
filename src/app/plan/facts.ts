import { auditCount, insertAudit } from '../../../db/queries/calendar.ts';
import { allUnits, type PersonRow } from '../../../db/queries/people.ts';
import { lockedEvaluationsOf, periodLocksOf } from '../../../db/queries/plan-support.ts';
import { type PlanVersionRow, planVersionsOf } from '../../../db/queries/plan-versions.ts';
import { planOf, type WorkResultRow, workResultsOfPlan } from '../../../db/queries/plans.ts';
import { first, type Statement, type Store } from '../../../db/store.ts';
import { localDate } from '../../core/local-time.ts';
import type { AgreementFacts } from '../../core/plan/agreement.ts';
import type { PlanContent } from '../../core/plan/content.ts';
import { lockedThrough } from '../../core/plan/locked.ts';
import type { PlanReason } from '../../core/plan/version.ts';
import { unitChain } from '../../core/rules.ts';
import type { Services } from '../services.ts';
import { zoneOf } from '../session.ts';
import { unversionedPlan } from './in-force.ts';

/** A person's plan of a year with all its versions, as it was when something about it was decided. */
export interface PlanFacts {
  owner: PersonRow;
  year: number;
  /** Id of its stored row; null: nothing was ever agreed. */
  planId: string | null;
  /** The newest first. */
  versions: PlanVersionRow[];
  /** Stored work results, current or not. */
  known: WorkResultRow[];
  /** What is stored and has no version; null where there are agreed versions, or nothing. */
  unversioned: PlanContent | null;
  /** How many steps there have been; one that was decided on older facts is refused by it. */
  steps: number;
  /** What dates of an agreement depend on. */
  dates: AgreementFacts;
}

/** Everything that is done to plans needs these services. */
export type PlanServices = Pick<Services, 'store' | 'now' | 'newId' | 'agency'>;

const OPEN: readonly PlanVersionRow['status'][] = ['draft', 'proposed', 'returned'];

const subjectOf = (personId: string, year: number) => `plan|${personId}|${year}`;

/** Loads what a step of a plan is decided on. */
export async function planFacts(services: PlanServices, owner: PersonRow, year: number): Promise<PlanFacts> {
  const { store } = services;
  const personId = owner.id;
  // Counted before the rows are read: a step in between is then noticed and not overwritten.
  const counted = await first(store, auditCount({ subject: subjectOf(personId, year) }));
  const versions = await store.all(planVersionsOf({ personId, year }));
  const plan = await first(store, planOf({ personId, year }));
  const known = plan ? await store.all(workResultsOfPlan({ planId: plan.id })) : [];
  const agreed = versions.some(({ status }) => status === 'agreed');
  return {
    ...{ owner, year, versions, known, planId: plan?.id ?? null },
    unversioned: agreed ? null : await unversionedPlan(store, personId, year),
    steps: counted?.count ?? 0,
    dates: {
      year,
      today: localDate(services.now(), zoneOf(owner, services)),
      lockedThrough: await lockedOf(store, owner, year),
    },
  };
}

/** The version that is being drafted, proposed or repaired; there is at most one. */
export function openVersion({ versions }: Pick<PlanFacts, 'versions'>): PlanVersionRow | null {
  return versions.find(({ status }) => OPEN.includes(status)) ?? null;
}

/** The id that all versions of a plan have in common. */
function planIdOf({ planId, versions }: PlanFacts, newId: () => string): string {
  return planId ?? versions[0]?.planId ?? newId();
}

/** Another version of a plan, as a draft. */
export function newVersion(
  { newId, now }: Pick<Services, 'newId' | 'now'>,
  facts: PlanFacts,
  said: { content: PlanContent; reason: PlanReason; fromDate: string },
): PlanVersionRow {
  const { owner, year, versions } = facts;
  return {
    id: newId(),
    planId: planIdOf(facts, newId),
    personId: owner.id,
    year,
    number: Math.max(0, ...versions.map(({ number }) => number)) + 1,
    status: 'draft',
    toDate: null,
    unitId: owner.unitId,
    position: owner.position,
    supervisorId: owner.supervisorId,
    remark: null,
    revision: 1,
    createdAt: now(),
    ...{ proposedAt: null, decidedAt: null, decidedBy: null },
    ...said,
  };
}

/** What a plan from before there were versions says, as the version that it would be; null where there is none. */
export function baselineOf(services: PlanServices, facts: PlanFacts): PlanVersionRow | null {
  if (facts.unversioned === null) return null;
  const said = { content: facts.unversioned, reason: 'import' as const, fromDate: `${facts.year}-01-01` };
  return { ...newVersion(services, facts, said), status: 'agreed', decidedAt: services.now() };
}

/** One step in the trail of a plan; numbered, so that of two steps at the same moment one is decided again. */
export function step(
  { owner, year, steps }: PlanFacts,
  at: number,
  actorId: string | null,
  action: string,
  detail: Record<string, unknown>,
): { id: string; write: Statement } {
  const subject = subjectOf(owner.id, year);
  const id = `${subject}|${steps + 1}`;
  return { id, write: insertAudit({ id, at, actorId, action: `plan.${action}`, subject, detail }) };
}

/** Names the trail of a plan. */
export const trailOf = ({ owner, year }: PlanFacts) => subjectOf(owner.id, year);

async function lockedOf(store: Store, owner: PersonRow, year: number): Promise<string | null> {
  const [evaluations, locks, units] = await Promise.all([
    store.all(lockedEvaluationsOf({ personId: owner.id })),
    store.all(periodLocksOf(year)),
    store.all(allUnits()),
  ]);
  const chain = unitChain(owner.unitId, new Map(units.map((unit) => [unit.id, unit])));
  return lockedThrough(
    year,
    evaluations.map(({ toDate }) => toDate),
    locks,
    new Set(chain),
  );
}
