import { lookAgain } from '../../../db/queries/agenda.ts';
import { insertAudit } from '../../../db/queries/calendar.ts';
import { allPeople } from '../../../db/queries/people.ts';
import { dropShifts, putShifts, type ShiftRow, shiftId, shiftsById } from '../../../db/queries/roster.ts';
import type { Statement, Store } from '../../../db/store.ts';
import { inChunks } from '../../core/chunks.ts';
import { groupBy } from '../../core/group.ts';
import { readShifts, type ShiftsProblem } from '../../core/import/shifts.ts';
import type { Table, TableWarning } from '../../core/import/table.ts';
import { addDays, localDate } from '../../core/local-time.ts';
import { putRight } from '../put-right.ts';
import type { Services } from '../services.ts';
import type { ImportServices } from './people.ts';
import { compareShifts, dutiesPutRight, type FileShift, type ShiftsDifference } from './shifts-difference.ts';

/** What came of a roster file; with problems nothing is stored. */
export interface ShiftsImport {
  problems: ShiftsProblem[];
  warnings: TableWarning[];
  difference: ShiftsDifference;
  /** Names and NIPs of the people in the file, by id. */
  people: ReadonlyMap<string, { name: string; nip: string }>;
  applied: boolean;
}

/** Duties that are read or written with one statement. */
const CHUNK = 500;

/**
 * Brings stored duty rosters to what a roster file says, in one commit; `dryRun` only compares. Dates that the file does not
 * list stay as they are.
 */
export async function importShifts(
  services: ImportServices,
  table: Table,
  { dryRun }: { dryRun: boolean },
): Promise<ShiftsImport> {
  const { store, agency, now } = services;
  const everybody = await store.all(allPeople());
  const reading = readShifts(table, {
    knownNips: everybody.map(({ nip }) => nip),
    today: localDate(now(), agency.zone),
  });
  const ids = new Map(everybody.map(({ nip, id }) => [nip, id]));
  const wanted = reading.shifts.map(({ nip, date, duty }): FileShift => {
    const personId = ids.get(nip)!;
    return { id: shiftId(personId, date), personId, date, duty };
  });
  const difference = compareShifts(wanted, await storedShifts(store, wanted));
  const { added, changed, removed } = difference;
  const different = added.length + changed.length + removed.length > 0;
  const applied = reading.problems.length === 0 && !dryRun && different;
  if (applied)
    await store.commit([
      ...shiftWrites(difference, services),
      ...(await dutiesRewritten(services, difference)),
    ]);
  const people = new Map(everybody.map(({ id, name, nip }) => [id, { name, nip }]));
  return { problems: reading.problems, warnings: reading.warnings, difference, people, applied };
}

/** What was sent already about days on which somebody's duty has changed. */
async function dutiesRewritten(services: ImportServices, difference: ShiftsDifference): Promise<Statement[]> {
  const until = addDays(localDate(services.now(), services.agency.zone), 1);
  const byDate = groupBy(dutiesPutRight(difference, until), (duty) => duty.date);
  const writes: Statement[] = [];
  for (const [date, duties] of byDate) {
    const ids = duties.map((duty) => duty.personId);
    writes.push(...(await putRight(services, ids, { from: date, to: date })));
  }
  return writes;
}

/** The writes that a difference asks for, with one row for the audit trail. */
function shiftWrites(
  { added, changed, removed, unchanged }: ShiftsDifference,
  { now, newId }: Pick<Services, 'now' | 'newId'>,
): Statement[] {
  const rows = [...added, ...changed];
  const people = [...new Set([...rows, ...removed].map(({ personId }) => personId))];
  const detail = { added: added.length, changed: changed.length, removed: removed.length, unchanged };
  const audit = { id: newId(), at: now(), actorId: null, subject: 'shifts', detail };
  return [
    ...inChunks(rows, CHUNK).map(putShifts),
    ...inChunks(removed, CHUNK).map((gone) => dropShifts(gone.map(({ id }) => id))),
    ...inChunks(people, CHUNK).map(lookAgain),
    insertAudit({ ...audit, action: 'import.shifts' }),
  ];
}

async function storedShifts(store: Store, wanted: readonly FileShift[]): Promise<ShiftRow[]> {
  const stored: ShiftRow[] = [];
  for (const some of inChunks(wanted, CHUNK))
    stored.push(...(await store.all(shiftsById(some.map(({ id }) => id)))));
  return stored;
}
