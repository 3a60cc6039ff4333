import { insertAudit } from '../../../db/queries/calendar.ts';
import { allPeople, type PersonRow } from '../../../db/queries/people.ts';
import { insertPlanVersion, planVersionsOf } from '../../../db/queries/plan-versions.ts';
import { planOf, workResultsOfPlan } from '../../../db/queries/plans.ts';
import { first, type Statement, type Store } from '../../../db/store.ts';
import { type PlansProblem, type PlansReading, readPlans } from '../../core/import/plans.ts';
import { byLine, type Table, type TableWarning } from '../../core/import/table.ts';
import { localDate } from '../../core/local-time.ts';
import { usualFrom } from '../../core/plan/agreement.ts';
import { agreementWrites } from '../plan/agreement-writes.ts';
import { baselineOf, newVersion, planFacts, step } from '../plan/facts.ts';
import { unversionedPlan } from '../plan/in-force.ts';
import type { ImportServices } from './people.ts';
import { contentOf, type FindSuperior } from './plans-content.ts';
import {
  comparePlan,
  isUnchanged,
  type NewPlan,
  type PlanDifference,
  type StoredPlan,
} from './plans-difference.ts';

/** What came of a plans file; with problems nothing is stored. */
export interface PlansImport {
  problems: PlansProblem[];
  warnings: TableWarning[];
  /** One for each plan of the file, changed or not. */
  differences: PlanDifference[];
  /** Names of the people in the file, by NIP. */
  names: ReadonlyMap<string, string>;
  applied: boolean;
}

/** A plan of the file that says something new, and what has to be written for it. */
interface Agreed {
  difference: PlanDifference;
  problem: PlansProblem | null;
  writes: Statement[];
}

/**
 * Brings stored plans (SKP) to what a plans file says, in one commit; `dryRun` only compares.
 *
 * What is new is an agreed version: the first one of a year is in force from its beginning, a later one from today, or each
 * from the date that the file names. Throws `Conflict` if one of the plans was changed meanwhile.
 */
export async function importPlans(
  services: ImportServices,
  table: Table,
  { dryRun }: { dryRun: boolean },
): Promise<PlansImport> {
  const { store, agency } = services;
  const people = await store.all(allPeople());
  const reading = readPlans(table, {
    knownNips: people.map(({ nip }) => nip),
    today: localDate(services.now(), agency.zone),
  });
  const byNip = new Map(people.map((person) => [person.nip, person]));
  const compared = await compare(services, reading, people, byNip);
  const agreed = new Map<PlanDifference, Agreed>();
  for (const { plan, difference } of compared)
    if (!isUnchanged(difference))
      agreed.set(difference, await agreementOf(services, byNip.get(plan.row.nip)!, plan, difference));
  const changes = [...agreed.values()];
  const problems = byLine([...reading.problems, ...changes.flatMap(({ problem }) => problem ?? [])]);
  const applied = problems.length === 0 && !dryRun && changes.length > 0;
  if (applied) await store.commit([...changes.flatMap(({ writes }) => writes), summary(services, changes)]);
  return {
    ...{ problems, warnings: reading.warnings, applied },
    differences: compared.map(({ difference }) => agreed.get(difference)?.difference ?? difference),
    names: new Map(people.map(({ nip, name }) => [nip, name])),
  };
}

/** Every plan of the file beside what is stored of it; work results of supervisors are found in the file as well. */
async function compare(
  { store, newId }: ImportServices,
  reading: PlansReading,
  people: readonly PersonRow[],
  byNip: ReadonlyMap<string, PersonRow>,
): Promise<{ plan: NewPlan; difference: PlanDifference }[]> {
  const stored = new Map<string, StoredPlan | null>();
  const load = async (person: PersonRow, year: number) => {
    const key = `${person.id} ${year}`;
    if (!stored.has(key)) stored.set(key, await storedPlan(store, person.id, year));
    return stored.get(key) ?? null;
  };
  const byId = new Map(people.map((person) => [person.id, person]));
  const results = new Map<string, { id: string; title: string }>();
  for (const { nip, year, workResults } of reading.plans) {
    const person = byNip.get(nip)!;
    const leader = person.supervisorId === null ? undefined : byId.get(person.supervisorId);
    for (const { number, id, title } of (leader && (await load(leader, year))?.content?.results) ?? [])
      if (!results.has(`${leader!.id} ${year} ${number}`))
        results.set(`${leader!.id} ${year} ${number}`, { id, title });
    const known = (await load(person, year))?.known ?? [];
    for (const { number, title } of workResults) {
      const id = known.find((one) => one.number === number)?.id ?? newId();
      results.set(`${person.id} ${year} ${number}`, { id, title });
    }
  }
  const superior: FindSuperior = (nip, year, number) =>
    results.get(`${byNip.get(nip)!.supervisorId ?? ''} ${year} ${number}`) ?? null;
  const compared = [];
  for (const row of reading.plans) {
    const person = byNip.get(row.nip)!;
    const before = await load(person, row.year);
    const idOf = (number: number) => results.get(`${person.id} ${row.year} ${number}`)!.id;
    const plan = { row, content: contentOf(row, reading.columns, before, idOf, superior) };
    compared.push({ plan, difference: comparePlan(plan, before) });
  }
  return compared;
}

async function storedPlan(store: Store, personId: string, year: number): Promise<StoredPlan | null> {
  const plan = await first(store, planOf({ personId, year }));
  if (!plan) return null;
  const versions = (await store.all(planVersionsOf({ personId, year })))
    .filter(({ status }) => status === 'agreed')
    .toSorted((a, b) => b.fromDate.localeCompare(a.fromDate));
  const content = versions[0]?.content ?? (await unversionedPlan(store, personId, year));
  return { id: plan.id, content, known: await store.all(workResultsOfPlan({ planId: plan.id })) };
}

/** What has to be written so that a plan is in force as the file says, or why its date is not possible. */
async function agreementOf(
  services: ImportServices,
  person: PersonRow,
  { row, content }: NewPlan,
  difference: PlanDifference,
): Promise<Agreed> {
  const loaded = await planFacts(services, person, row.year);
  const baseline = baselineOf(services, loaded);
  const facts = baseline ? { ...loaded, versions: [baseline, ...loaded.versions] } : loaded;
  const from = row.from ?? usualFrom(facts.versions, facts.dates);
  const version = newVersion(services, facts, { content, reason: 'import', fromDate: from });
  const agreement = agreementWrites(services, facts, version, from, {
    at: services.now(),
    by: null,
    remark: null,
  });
  if ('problem' in agreement) {
    const place = { line: row.line, column: 'berlaku_mulai', code: 'plan_from' as const };
    return { difference, problem: { ...place, value: from, earliest: agreement.earliest }, writes: [] };
  }
  return {
    difference: { ...difference, from },
    problem: null,
    writes: [
      ...(baseline ? [insertPlanVersion(baseline)] : []),
      ...agreement.writes,
      step(facts, services.now(), null, 'imported', { version: version.id, from }).write,
    ],
  };
}

function summary({ newId, now }: ImportServices, changes: readonly Agreed[]): Statement {
  const total = (count: (difference: PlanDifference) => number) =>
    changes.reduce((sum, { difference }) => sum + count(difference), 0);
  const detail = {
    plans: changes.length,
    ...{ added: total((d) => d.added.length), changed: total((d) => d.changed.length) },
    retired: total((d) => d.retired.length),
  };
  return insertAudit({
    ...{ id: newId(), at: now(), actorId: null, action: 'import.plans', subject: 'plans', detail },
  });
}
