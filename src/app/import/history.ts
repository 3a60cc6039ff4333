import { insertAudit } from '../../../db/queries/calendar.ts';
import {
  type PastEvaluationRow,
  pastEvaluationsOf,
  putPastEvaluations,
} from '../../../db/queries/past-evaluations.ts';
import { allPeople } from '../../../db/queries/people.ts';
import type { Statement, Store } from '../../../db/store.ts';
import { inChunks } from '../../core/chunks.ts';
import { type HistoryProblem, readHistory } from '../../core/import/history.ts';
import type { Table, TableWarning } from '../../core/import/table.ts';
import { localDate } from '../../core/local-time.ts';
import type { Services } from '../services.ts';
import { compareHistory, fileResult, type HistoryDifference } from './history-difference.ts';
import type { ImportServices } from './people.ts';

/** What came of a history file; with problems nothing is stored. */
export interface HistoryImport {
  problems: HistoryProblem[];
  warnings: TableWarning[];
  difference: HistoryDifference;
  /** Names and NIPs of everybody, by id. */
  people: ReadonlyMap<string, { name: string; nip: string }>;
  applied: boolean;
}

/** Results that are read or written with one statement. */
const CHUNK = 500;

/** Stores results of past evaluations as a history file gives them, in one commit; `dryRun` only compares. */
export async function importHistory(
  services: ImportServices,
  table: Table,
  { dryRun }: { dryRun: boolean },
): Promise<HistoryImport> {
  const { store, agency, now } = services;
  const everybody = await store.all(allPeople());
  const { results, problems, warnings } = readHistory(table, {
    knownNips: everybody.map(({ nip }) => nip),
    today: localDate(now(), agency.zone),
  });
  const ids = new Map(everybody.map(({ nip, id }) => [nip, id]));
  const wanted = results.map((line) => fileResult(line, ids.get(line.nip)!));
  const stored = await storedHistory(store, [...new Set(wanted.map(({ personId }) => personId))]);
  const difference = compareHistory(wanted, stored);
  const different = difference.added.length + difference.changed.length > 0;
  const applied = problems.length === 0 && !dryRun && different;
  if (applied) await store.commit(historyWrites(difference, services));
  const people = new Map(everybody.map(({ id, name, nip }) => [id, { name, nip }]));
  return { problems, warnings, difference, people, applied };
}

/** The writes that a difference asks for, with one row for the audit trail. */
function historyWrites(
  { added, changed, unchanged }: HistoryDifference,
  { now, newId }: Pick<Services, 'now' | 'newId'>,
): Statement[] {
  const at = now();
  const rows = [
    ...added.map((result): PastEvaluationRow => ({ ...result, id: newId(), at })),
    ...changed.map(({ result, before }): PastEvaluationRow => ({ ...result, id: before.id, at })),
  ];
  const detail = { added: added.length, changed: changed.length, unchanged };
  const audit = { id: newId(), at, actorId: null, subject: 'history', detail };
  return [
    ...inChunks(rows, CHUNK).map(putPastEvaluations),
    insertAudit({ ...audit, action: 'import.history' }),
  ];
}

async function storedHistory(store: Store, personIds: readonly string[]): Promise<PastEvaluationRow[]> {
  const stored: PastEvaluationRow[] = [];
  for (const some of inChunks(personIds, CHUNK)) stored.push(...(await store.all(pastEvaluationsOf(some))));
  return stored;
}
