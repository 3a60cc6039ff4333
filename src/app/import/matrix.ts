import { insertAudit } from '../../../db/queries/calendar.ts';
import { allPeople, type PersonRow } from '../../../db/queries/people.ts';
import {
  insertRoleCell,
  type RoleCellRow,
  roleCellsOfLeader,
  updateRoleCell,
} from '../../../db/queries/role-cells.ts';
import type { Statement } from '../../../db/store.ts';
import type { PlannedResult } from '../../core/cascade/facts.ts';
import { leadersIn, type MatrixLine, type MatrixProblem, readMatrix } from '../../core/import/matrix.ts';
import type { Table, TableWarning } from '../../core/import/table.ts';
import { localDate } from '../../core/local-time.ts';
import { sameText } from '../../core/same-text.ts';
import { dateIn } from '../cascade/facts.ts';
import { resultsOn } from '../cascade/plans-in-force.ts';
import type { ImportServices } from './people.ts';

/** What a matrix file would change; what it does not name stays as it is. */
export interface MatrixDifference {
  added: MatrixLine[];
  /** Drafts whose words or division are new. */
  changed: { stored: RoleCellRow; cell: MatrixLine }[];
  unchanged: number;
}

/** What came of a matrix file; with problems nothing is stored. */
export interface MatrixImport {
  problems: MatrixProblem[];
  warnings: TableWarning[];
  difference: MatrixDifference;
  /** Names by NIP. */
  names: ReadonlyMap<string, string>;
  applied: boolean;
}

/**
 * Brings cells of role matrices from a file, as drafts that each leader shares in the chat; `dryRun` only compares.
 *
 * Throws `Conflict` if a leader changed one of the drafts meanwhile.
 */
export async function importMatrix(
  services: ImportServices,
  table: Table,
  { dryRun }: { dryRun: boolean },
): Promise<MatrixImport> {
  const { store, agency, now, newId } = services;
  const today = localDate(now(), agency.zone);
  const people = (await store.all(allPeople())).filter(({ active }) => active);
  const byNip = new Map(people.map((person) => [person.nip, person]));
  const plans = await plansOf(services, leadersIn(table, today), byNip, today);
  const { cells, problems, warnings } = readMatrix(table, {
    today,
    supervisors: supervisorsOf(people),
    results: new Map([...plans].map(([key, results]) => [key, new Set(results.map(({ number }) => number))])),
  });
  const resultOf = (cell: MatrixLine) =>
    plans.get(`${cell.leaderNip} ${cell.year}`)?.find(({ number }) => number === cell.number)?.id ?? '';
  const stored: RoleCellRow[] = [];
  for (const key of plans.keys()) {
    const [nip = '', year = ''] = key.split(' ');
    const leaderId = byNip.get(nip)!.id;
    stored.push(...(await store.all(roleCellsOfLeader({ leaderId, year: Number(year) }))));
  }
  const difference = compare(cells, stored, (cell, row) => {
    const [person, result] = [byNip.get(cell.nip)?.id, resultOf(cell)];
    return row.year === cell.year && row.personId === person && row.workResultId === result;
  });
  const { added, changed } = difference;
  const applied = problems.length === 0 && !dryRun && added.length + changed.length > 0;
  if (applied) {
    const at = now();
    const writes: Statement[] = [
      ...added.map((cell) =>
        insertRoleCell({
          ...{ id: newId(), leaderId: byNip.get(cell.leaderNip)!.id, personId: byNip.get(cell.nip)!.id },
          ...{ year: cell.year, workResultId: resultOf(cell), contribution: cell.contribution },
          ...{ method: cell.method, divided: cell.divided, status: 'draft', revision: 1 },
          ...{ createdAt: at, updatedAt: at },
        }),
      ),
      ...changed.map(({ stored: row, cell: { contribution, method, divided } }) =>
        updateRoleCell(row, { contribution, method, divided, updatedAt: at }),
      ),
      insertAudit({
        ...{ id: newId(), at, actorId: null, action: 'import.matrix', subject: 'role_cells' },
        detail: { added: added.length, changed: changed.length },
      }),
    ];
    await store.commit(writes);
  }
  const names = new Map(people.map(({ nip, name }) => [nip, name]));
  return { problems, warnings, difference, names, applied };
}

/** Main results in force by `<nip> <year>`, of leaders in the file. */
async function plansOf(
  { store }: ImportServices,
  leaders: readonly { nip: string; year: number }[],
  byNip: ReadonlyMap<string, PersonRow>,
  today: string,
): Promise<Map<string, readonly PlannedResult[]>> {
  const found = new Map<string, readonly PlannedResult[]>();
  for (const year of new Set(leaders.map((one) => one.year))) {
    const own = leaders.flatMap((one) => (one.year === year ? (byNip.get(one.nip) ?? []) : []));
    const plans = await resultsOn(
      store,
      own.map(({ id }) => id),
      dateIn(year, today),
    );
    for (const { id, nip } of own)
      found.set(
        `${nip} ${year}`,
        (plans.get(id) ?? []).filter(({ additional }) => !additional),
      );
  }
  return found;
}

function supervisorsOf(people: readonly PersonRow[]): Map<string, string | null> {
  const nips = new Map(people.map(({ id, nip }) => [id, nip]));
  return new Map(people.map(({ nip, supervisorId }) => [nip, nips.get(supervisorId ?? '') ?? null]));
}

/** Rows meet cells that say the same, then drafts of the same place in their order; the others are new. */
function compare(
  cells: readonly MatrixLine[],
  stored: readonly RoleCellRow[],
  samePlace: (cell: MatrixLine, row: RoleCellRow) => boolean,
): MatrixDifference {
  const taken = new Set<string>();
  const take = (row: RoleCellRow | undefined) => {
    if (row) taken.add(row.id);
    return row;
  };
  const free = (cell: MatrixLine) => stored.filter((row) => !taken.has(row.id) && samePlace(cell, row));
  const equal = cells.map((cell) => ({
    cell,
    row: take(free(cell).find((row) => sameText(row.contribution, cell.contribution))),
  }));
  const met = equal.map(({ cell, row }) => ({
    cell,
    row: row ?? take(free(cell).find(({ status }) => status === 'draft')),
  }));
  const isChanged = ({ cell, row }: (typeof met)[number]) =>
    row?.status === 'draft' &&
    (row.contribution !== cell.contribution || row.method !== cell.method || row.divided !== cell.divided);
  const changed = met.filter(isChanged);
  return {
    added: met.filter(({ row }) => !row).map(({ cell }) => cell),
    changed: changed.map(({ cell, row }) => ({ cell, stored: row! })),
    unchanged: met.filter((one) => one.row && !isChanged(one)).length,
  };
}
