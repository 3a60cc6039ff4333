import { insertAudit } from '../../../db/queries/calendar.ts';
import { type GoalRow, goalsOf, insertGoal, updateGoal } from '../../../db/queries/goals.ts';
import { allUnits } from '../../../db/queries/people.ts';
import type { Statement } from '../../../db/store.ts';
import { inChunks } from '../../core/chunks.ts';
import { type GoalsProblem, readGoals } from '../../core/import/goals.ts';
import type { Table, TableWarning } from '../../core/import/table.ts';
import { localDate } from '../../core/local-time.ts';
import type { Services } from '../services.ts';
import { compareGoals, type GoalsDifference, goalKey } from './agreement-difference.ts';
import type { ImportServices } from './people.ts';

/** What came of an agreement file; with problems nothing is stored. */
export interface AgreementImport {
  problems: GoalsProblem[];
  warnings: TableWarning[];
  difference: GoalsDifference;
  /** Names of units by id. */
  units: ReadonlyMap<string, string>;
  applied: boolean;
}

/** Units that are asked for at once. */
const CHUNK = 300;

/**
 * Brings the stored goals of units to what an agreement file says, in one commit; `dryRun` only compares.
 *
 * Throws `Conflict` if somebody stored one of the new goals meanwhile.
 */
export async function importAgreement(
  services: ImportServices,
  table: Table,
  { dryRun }: { dryRun: boolean },
): Promise<AgreementImport> {
  const { store, agency } = services;
  const units = await store.all(allUnits());
  const today = localDate(services.now(), agency.zone);
  const stored: GoalRow[] = [];
  for (const year of yearsIn(table))
    for (const ids of inChunks(
      units.map(({ id }) => id),
      CHUNK,
    ))
      stored.push(...(await store.all(goalsOf(ids, year))));
  const { goals, problems, warnings } = readGoals(table, {
    ...{ units, today },
    stored: stored.filter(({ current }) => current),
  });
  const difference = compareGoals(goals, stored);
  const { added, changed, retired } = difference;
  const applied = problems.length === 0 && !dryRun && added.length + changed.length + retired.length > 0;
  if (applied) await store.commit(goalWrites(difference, stored, services));
  return {
    ...{ problems, warnings, difference, applied },
    units: new Map(units.map(({ id, name }) => [id, name])),
  };
}

/** The years that a file may be about, whatever heading they stand under. */
function yearsIn(table: Table): number[] {
  const texts = table.rows.flatMap(({ cells }) => Object.values(cells));
  return [...new Set(texts.filter((text) => /^20\d{2}$/.test(text.trim())).map(Number))];
}

/** The writes that a difference asks for, with one row for the audit trail. */
function goalWrites(
  { added, changed, retired }: GoalsDifference,
  stored: readonly GoalRow[],
  { now, newId }: Pick<Services, 'now' | 'newId'>,
): Statement[] {
  const ids = new Map(stored.map((row) => [goalKey(row), row.id]));
  for (const goal of added) ids.set(goalKey(goal), newId());
  const parentOf = (goal: GoalsDifference['added'][number]) =>
    goal.parent ? (ids.get(goalKey(goal.parent)) ?? null) : null;
  const detail = { added: added.length, changed: changed.length, retired: retired.length };
  return [
    ...added.map((goal) => {
      const { unitId, year, kind, number, title, indicators } = goal;
      const row = { unitId, year, kind, number, title, indicators, parentId: parentOf(goal), current: true };
      return insertGoal({ id: ids.get(goalKey(goal))!, ...row });
    }),
    ...changed.map(({ id, goal }) =>
      updateGoal(id, {
        ...{ title: goal.title, indicators: goal.indicators },
        ...{ parentId: parentOf(goal), current: true },
      }),
    ),
    ...retired.map(({ id }) => updateGoal(id, { current: false })),
    insertAudit({
      ...{ id: newId(), at: now(), actorId: null },
      ...{ action: 'import.agreement', subject: 'unit_goals', detail },
    }),
  ];
}
