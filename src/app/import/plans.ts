import { insertAudit } from '../../../db/queries/calendar.ts';
import { allPeople } from '../../../db/queries/people.ts';
import {
  dropIndicators,
  indicatorsOf,
  insertIndicator,
  insertPlan,
  insertWorkResult,
  planOf,
  updateWorkResult,
  workResultsOfPlan,
} from '../../../db/queries/plans.ts';
import { expecting, first, type Statement, type Store } from '../../../db/store.ts';
import { type PlansProblem, type PlansReading, readPlans } from '../../core/import/plans.ts';
import type { Table, TableWarning } from '../../core/import/table.ts';
import { localDate } from '../../core/local-time.ts';
import type { Services } from '../services.ts';
import type { ImportServices } from './people.ts';
import { comparePlans, isUnchanged, type PlanDifference, type StoredPlan } from './plans-difference.ts';

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

/**
 * Brings stored plans (SKP) to what a plans file says, in one commit; `dryRun` only compares.
 *
 * Throws `Conflict` if somebody stored one of the new plans meanwhile.
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
  const ids = new Map(people.map(({ nip, id }) => [nip, id]));
  const differences = comparePlans(reading, await storedPlans(store, reading, ids));
  const different = differences.filter((difference) => !isUnchanged(difference));
  const applied = reading.problems.length === 0 && !dryRun && different.length > 0;
  if (applied) await store.commit(plansWrites(different, ids, services));
  return {
    ...{ problems: reading.problems, warnings: reading.warnings, differences, applied },
    names: new Map(people.map(({ nip, name }) => [nip, name])),
  };
}

async function storedPlans(
  store: Store,
  { plans }: PlansReading,
  ids: ReadonlyMap<string, string>,
): Promise<StoredPlan[]> {
  const stored: StoredPlan[] = [];
  for (const { nip, year } of plans) {
    const plan = await first(store, planOf({ personId: ids.get(nip)!, year }));
    if (!plan) continue;
    const results = await store.all(workResultsOfPlan({ planId: plan.id }));
    const indicators =
      results.length > 0 ? await store.all(indicatorsOf(results.map((result) => result.id))) : [];
    const workResults = results.map((result) => ({
      ...result,
      indicators: indicators.filter(({ workResultId }) => workResultId === result.id),
    }));
    stored.push({ id: plan.id, nip, year, workResults });
  }
  return stored;
}

/** The writes that differences ask for, with one row for the audit trail. */
export function plansWrites(
  differences: readonly PlanDifference[],
  personIds: ReadonlyMap<string, string>,
  { now, newId }: Pick<Services, 'now' | 'newId'>,
): Statement[] {
  const indicators = (
    workResultId: string,
    list: PlanDifference['added'][number]['indicators'],
  ): Statement[] =>
    list.map(({ aspect, title, target, unit }, position) =>
      insertIndicator({ id: newId(), workResultId, position, aspect, title, target, unit }),
    );
  const writes = differences.flatMap((difference): Statement[] => {
    const { nip, year, added, changed, retired } = difference;
    const planId = difference.planId ?? newId();
    return [
      ...(difference.planId === null
        ? [insertPlan({ id: planId, personId: personIds.get(nip)!, year })]
        : []),
      ...added.flatMap((result) => {
        const id = newId();
        const { number, additional, title, superiorNumber } = result;
        const row = { id, planId, number, additional, title, superiorNumber, current: true };
        return [insertWorkResult(row), ...indicators(id, result.indicators)];
      }),
      ...changed.flatMap(({ id, workResult, fields }) => {
        const { additional, title, superiorNumber } = workResult;
        const change = { additional, title, superiorNumber, current: true };
        const rewritten = fields.includes('indicators')
          ? [dropIndicators(id), ...indicators(id, workResult.indicators)]
          : [];
        return [expecting(1, updateWorkResult(id, change)), ...rewritten];
      }),
      ...retired.map(({ id }) => expecting(1, updateWorkResult(id, { current: false }))),
    ];
  });
  const total = (count: (d: PlanDifference) => number) => differences.reduce((sum, d) => sum + count(d), 0);
  const detail = {
    plans: differences.length,
    ...{ added: total((d) => d.added.length), changed: total((d) => d.changed.length) },
    retired: total((d) => d.retired.length),
  };
  return [
    ...writes,
    insertAudit({ id: newId(), at: now(), actorId: null, action: 'import.plans', subject: 'plans', detail }),
  ];
}
