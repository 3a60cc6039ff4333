import {
  allPeople,
  allUnits,
  currentAccounts,
  type PersonRow,
  type UnitRow,
} from '../../../db/queries/people.ts';
import { planVersionsOfMany } from '../../../db/queries/plan-versions.ts';
import { indicatorsOf, workResultsOfMany } from '../../../db/queries/plans.ts';
import { inChunks } from '../../core/chunks.ts';
import { groupBy } from '../../core/group.ts';
import { findCycles } from '../../core/import/cycles.ts';
import { localDate } from '../../core/local-time.ts';
import { isExpectedToReport } from '../../core/permissions.ts';
import { emptyPlan, type PlanContent } from '../../core/plan/content.ts';
import { versionOn } from '../../core/plan/version.ts';
import { FINDINGS, type Finding, findingsOf } from '../../core/staffing/data-check.ts';
import { withUnitsBelow } from '../../core/unit-tree.ts';
import { plannedIndicator } from '../plan/in-force.ts';
import type { Services } from '../services.ts';

/** People in one statement. */
const CHUNK = 200;

type CheckServices = Pick<Services, 'store' | 'now' | 'agency'>;

/** How ready the data are for a cycle. */
export interface CycleCheck {
  year: number;
  /** People who were looked at. */
  people: number;
  ready: number;
  /** Whom, or which unit, each finding is about, by name. */
  found: Record<Finding, FoundOne[]>;
}

/** A person or a unit that something is missing about. */
export interface FoundOne {
  id: string;
  name: string;
  /** Null for a unit. */
  person: PersonRow | null;
}

/** Checks active people of a unit and those below it (null: everybody) for what a year's cycle needs. */
export async function checkCycle(
  services: CheckServices,
  year: number,
  unitId: string | null,
): Promise<CycleCheck> {
  const { store, agency } = services;
  const [everybody, units, accounts] = await Promise.all([
    store.all(allPeople()),
    store.all(allUnits()),
    store.all(currentAccounts()),
  ]);
  const within = unitId === null ? null : withUnitsBelow([unitId], units);
  const inside = (id: string) => within === null || within.has(id);
  const people = everybody.filter((person) => person.active && inside(person.unitId));
  const byId = new Map(everybody.map((person) => [person.id, person]));
  const linked = new Set(accounts.filter(({ reachable }) => reachable).map(({ personId }) => personId));
  const superiors = new Map(
    everybody.filter(({ active }) => active).map(({ id, supervisorId }) => [id, supervisorId]),
  );
  const inLoop = new Set(findCycles(superiors).flat());
  const tops = new Set(
    units.filter(({ parentId }) => parentId === null).flatMap(({ leaderId }) => leaderId ?? []),
  );
  const today = localDate(services.now(), agency.zone);
  const plans = await plansOf(
    services,
    people.map(({ id }) => id),
    year,
    today,
  );
  const found = Object.fromEntries(FINDINGS.map((finding) => [finding, [] as FoundOne[]])) as Record<
    Finding,
    FoundOne[]
  >;
  let ready = 0;
  for (const person of people) {
    const supervisor = person.supervisorId === null ? undefined : byId.get(person.supervisorId);
    const findings = findingsOf({
      plans: isExpectedToReport(person),
      linked: linked.has(person.id),
      top: tops.has(person.id),
      supervisor: supervisor ? { active: supervisor.active, linked: linked.has(supervisor.id) } : null,
      inLoop: inLoop.has(person.id),
      levelKnown: person.level !== null,
      plan: plans.get(person.id) ?? null,
    });
    if (findings.length === 0) ready += 1;
    for (const finding of findings) found[finding].push({ id: person.id, name: person.name, person });
  }
  found.unit_leader = leaderless(units, people, byId).map(({ id, name }) => ({ id, name, person: null }));
  return { year, people: people.length, ready, found };
}

/** Units with people in them that nobody leads who is active. */
function leaderless(
  units: readonly UnitRow[],
  people: readonly PersonRow[],
  byId: ReadonlyMap<string, PersonRow>,
): UnitRow[] {
  const used = new Set(people.map(({ unitId }) => unitId));
  return units.filter(
    ({ id, leaderId }) => used.has(id) && (leaderId === null || !byId.get(leaderId)?.active),
  );
}

/** The agreed plans of a year: the version in force today, else the newest; or those from before there were versions. */
async function plansOf(
  { store }: CheckServices,
  ids: readonly string[],
  year: number,
  today: string,
): Promise<Map<string, PlanContent>> {
  const plans = new Map<string, PlanContent>();
  for (const some of inChunks(ids, CHUNK)) {
    const versions = groupBy(await store.all(planVersionsOfMany(some, year)), (row) => row.personId);
    for (const [personId, own] of versions) {
      const agreed = own.filter(({ status }) => status === 'agreed');
      const version = versionOn(agreed, today) ?? agreed.at(-1);
      if (version) plans.set(personId, version.content);
    }
    const older = some.filter((id) => !versions.has(id));
    for (const [id, content] of await olderPlans(store, older, year)) plans.set(id, content);
  }
  return plans;
}

async function olderPlans(
  store: CheckServices['store'],
  ids: readonly string[],
  year: number,
): Promise<Map<string, PlanContent>> {
  if (ids.length === 0) return new Map();
  const results = await store.all(workResultsOfMany(ids, year));
  const measures = groupBy(
    results.length > 0 ? await store.all(indicatorsOf(results.map(({ id }) => id))) : [],
    (row) => row.workResultId,
  );
  const byPerson = groupBy(results, (row) => row.personId);
  return new Map(
    [...byPerson].map(([personId, own]): [string, PlanContent] => [
      personId,
      {
        ...emptyPlan,
        results: own.map(({ id, number, title, additional }) => ({
          ...{ id, number, title, additional, supports: null, method: null, perspective: null },
          indicators: (measures.get(id) ?? []).map(plannedIndicator),
        })),
      },
    ]),
  );
}
