import { MAX_ACTION } from '../../../conversations/action-plan.ts';
import {
  type ActionPlanRow,
  actionPlansOfMany,
  insertActionPlan,
  updateActionPlan,
} from '../../../db/queries/action-plans.ts';
import { insertAudit } from '../../../db/queries/calendar.ts';
import { allPeople } from '../../../db/queries/people.ts';
import { workResultsOf } from '../../../db/queries/plans.ts';
import type { Statement } from '../../../db/store.ts';
import { nextNumber } from '../../core/actions/action-plan.ts';
import { groupBy } from '../../core/group.ts';
import {
  type ActionRow,
  type ActionsProblem,
  readActions,
  unknownWorkResults,
} from '../../core/import/actions.ts';
import { byLine, type Table, type TableWarning } from '../../core/import/table.ts';
import { localDate } from '../../core/local-time.ts';
import { type ActionsDifference, compareActions } from './actions-difference.ts';
import type { ImportServices } from './people.ts';

/** What came of an action plans file; with problems nothing is stored. */
export interface ActionsImport {
  problems: ActionsProblem[];
  warnings: TableWarning[];
  /** One for each person and year of the file, changed or not. */
  differences: ActionsDifference[];
  /** Names of the people, by NIP. */
  names: ReadonlyMap<string, string>;
  applied: boolean;
}

/**
 * Adds and changes action plans as a file says, in one commit; none is removed. `dryRun` only compares.
 *
 * Throws `Conflict` if somebody added an action plan meanwhile.
 */
export async function importActions(
  services: ImportServices,
  table: Table,
  { dryRun }: { dryRun: boolean },
): Promise<ActionsImport> {
  const { store, agency } = services;
  const people = await store.all(allPeople());
  const reading = readActions(table, {
    knownNips: people.map(({ nip }) => nip),
    today: localDate(services.now(), agency.zone),
    maxTitle: MAX_ACTION,
  });
  const ids = new Map(people.map(({ nip, id }) => [nip, id]));
  const groups = groupBy(reading.rows, planOf);
  const stored = new Map<string, Stored>();
  for (const [key, [first]] of groups)
    if (first) stored.set(key, await storedFor(services, ids.get(first.nip)!, first.year));
  const numbersOf = (nip: string, year: number) =>
    new Set(stored.get(planOf({ nip, year }))?.results.keys() ?? []);
  const problems = byLine([...reading.problems, ...unknownWorkResults(reading.rows, numbersOf)]);
  const differences = [...groups].flatMap(([key, rows]) => {
    const [first] = rows;
    const { results, plans } = stored.get(key)!;
    const filed = rows.flatMap((row) => {
      const workResultId = results.get(row.workResultNumber);
      return workResultId === undefined ? [] : [{ ...row, workResultId }];
    });
    return first ? [compareActions(first, filed, plans)] : [];
  });
  const different = differences.some(({ added, changed }) => added.length + changed.length > 0);
  const applied = problems.length === 0 && !dryRun && different;
  if (applied) await store.commit(writesFor(services, differences, ids, stored));
  return {
    ...{ problems, warnings: reading.warnings, differences, applied },
    names: new Map(people.map(({ nip, name }) => [nip, name])),
  };
}

/** What is stored of one person and year: the ids of work results by number, and every action plan. */
interface Stored {
  results: Map<number, string>;
  plans: ActionPlanRow[];
}

const planOf = ({ nip, year }: Pick<ActionRow, 'nip' | 'year'>) => `${nip} ${year}`;

async function storedFor({ store }: ImportServices, personId: string, year: number): Promise<Stored> {
  const [results, plans] = await Promise.all([
    store.all(workResultsOf({ personId, year })),
    store.all(actionPlansOfMany([personId], year)),
  ]);
  return { results: new Map(results.map(({ number, id }) => [number, id])), plans };
}

function writesFor(
  { now, newId }: ImportServices,
  differences: readonly ActionsDifference[],
  ids: ReadonlyMap<string, string>,
  stored: ReadonlyMap<string, Stored>,
): Statement[] {
  const updatedAt = now();
  const writes = differences.flatMap((difference) => {
    const { nip, year, added, changed } = difference;
    const from = nextNumber(stored.get(planOf(difference))?.plans ?? []);
    return [
      ...added.map(({ workResultId, period, title, target, unit }, index) =>
        insertActionPlan({
          ...{ id: newId(), personId: ids.get(nip)!, year, workResultId, period, number: from + index },
          ...{ title, target, unit, current: true, revision: 1, updatedAt },
        }),
      ),
      ...changed.map(({ stored: { id, revision }, row: { target, unit } }) =>
        updateActionPlan(id, revision, { target, unit, updatedAt }),
      ),
    ];
  });
  const total = (count: (d: ActionsDifference) => number) => differences.reduce((n, d) => n + count(d), 0);
  const detail = { added: total((d) => d.added.length), changed: total((d) => d.changed.length) };
  return [
    ...writes,
    insertAudit({
      ...{ id: newId(), at: updatedAt, actorId: null, action: 'import.actions', subject: 'actions', detail },
    }),
  ];
}
