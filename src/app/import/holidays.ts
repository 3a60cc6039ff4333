import { join } from 'node:path';
import { packageRoot } from '../../../db/migrations.ts';
import { lookAgain } from '../../../db/queries/agenda.ts';
import {
  dropHoliday,
  holidaysBetween,
  insertAudit,
  putHoliday,
  type HolidayRow as StoredHoliday,
} from '../../../db/queries/calendar.ts';
import { allPeople, allUnits } from '../../../db/queries/people.ts';
import {
  dropSeason,
  dropUnitHoliday,
  putSeason,
  putUnitHoliday,
  type SeasonRow as StoredSeason,
  seasonId,
  seasonsBetween,
  unitHolidayId,
  unitHolidaysBetween,
} from '../../../db/queries/roster.ts';
import type { Statement, Store } from '../../../db/store.ts';
import {
  type HolidayRow,
  type HolidaysProblem,
  type HolidaysReading,
  readHolidays,
  type SeasonRow,
} from '../../core/import/holidays.ts';
import type { Table, TableWarning } from '../../core/import/table.ts';
import { addDays, localDate } from '../../core/local-time.ts';
import { unitChain } from '../../core/rules.ts';
import { putRight } from '../put-right.ts';
import type { Services } from '../services.ts';
import { readTableFile } from '../table-file.ts';
import {
  compareHolidays,
  datesPutRight,
  type HolidaysDifference,
  isSameCalendar,
} from './holidays-difference.ts';
import type { ImportServices } from './people.ts';

/** What came of a holidays file; with problems nothing is stored. */
export interface HolidaysImport {
  problems: HolidaysProblem[];
  warnings: TableWarning[];
  difference: HolidaysDifference;
  applied: boolean;
}

const EVER = { from: '0000-01-01', to: '9999-12-31' };

/** Brings the stored holidays and seasons to what a holidays file says, in one commit; `dryRun` only compares. */
export async function importHolidays(
  services: ImportServices,
  table: Table,
  { dryRun }: { dryRun: boolean },
): Promise<HolidaysImport> {
  const { store } = services;
  const reading = readHolidays(table, { units: await store.all(allUnits()) });
  const difference = compareHolidays(reading, {
    holidays: await allHolidays(store),
    unitHolidays: await store.all(unitHolidaysBetween(EVER)),
    seasons: await allSeasons(store),
  });
  const applied = reading.problems.length === 0 && !dryRun && !isSameCalendar(difference);
  if (applied)
    await store.commit([
      ...holidayWrites(difference, services),
      ...(await datesRewritten(services, difference)),
    ]);
  return { problems: reading.problems, warnings: reading.warnings, difference, applied };
}

/** What was sent already about days that turned out to be off, or to be worked after all. */
async function datesRewritten(
  services: ImportServices,
  difference: HolidaysDifference,
): Promise<Statement[]> {
  const { store, now, agency } = services;
  const until = addDays(localDate(now(), agency.zone), 1);
  const changes = datesPutRight(difference, until);
  if (changes.length === 0) return [];
  const units = new Map((await store.all(allUnits())).map((unit) => [unit.id, unit]));
  const people = (await store.all(allPeople())).filter((person) => person.active);
  const writes: Statement[] = [];
  for (const { unitId, date } of changes) {
    const concerned = people.filter((p) => unitId === null || unitChain(p.unitId, units).includes(unitId));
    const ids = concerned.map((person) => person.id);
    writes.push(...(await putRight(services, ids, { from: date, to: date })));
  }
  return writes;
}

/** The writes that a difference asks for, with one row for the audit trail. */
function holidayWrites(
  { added, changed, removed, unchanged, seasons }: HolidaysDifference,
  { now, newId }: Pick<Services, 'now' | 'newId'>,
): Statement[] {
  const detail = {
    ...{ added: added.length, changed: changed.length, removed: removed.length, unchanged },
    seasons: seasons.added.length + seasons.changed.length,
  };
  const audit = { id: newId(), at: now(), actorId: null, subject: 'holidays', detail };
  return [
    ...removed.map(({ unitId, date }) =>
      unitId === null ? dropHoliday(date) : dropUnitHoliday(unitHolidayId(unitId, date)),
    ),
    ...[...added, ...changed.map(({ holiday }) => holiday)].map(writeOf),
    ...seasons.removed.map(({ id }) => dropSeason(id)),
    ...[...seasons.added, ...seasons.changed.map(({ season }) => season)].map(writeSeason),
    lookAgain(null),
    insertAudit({ ...audit, action: 'import.holidays' }),
  ];
}

/**
 * Loads the calendar that is shipped with Tutur: holidays where none is stored yet, the spans of Ramadan where none of
 * them is. Gives how many of both were loaded.
 *
 * Throws if a shipped file is damaged.
 */
export async function importShippedHolidays(store: Store): Promise<number> {
  const empty = (await allHolidays(store)).length === 0;
  const holidays = empty ? (await shipped('holidays.csv')).holidays : [];
  const seasons = (await allSeasons(store)).length === 0 ? (await shipped('ramadan.csv')).seasons : [];
  if (holidays.length + seasons.length === 0) return 0;
  await store.commit([...holidays.map(writeOf), ...seasons.map(writeSeason), lookAgain(null)]);
  return holidays.length + seasons.length;
}

async function shipped(name: string): Promise<HolidaysReading> {
  const path = join(packageRoot(), 'data-files', name);
  const file = await readTableFile(path);
  const reading = file.ok ? readHolidays(file.table) : null;
  if (!reading || reading.problems.length > 0) throw new Error(`the shipped calendar is damaged: ${path}`);
  return reading;
}

/** Every stored holiday of the whole agency, by date. */
export function allHolidays(store: Store): Promise<StoredHoliday[]> {
  return store.all(holidaysBetween(EVER));
}

/** Every stored season, by its first date. */
export function allSeasons(store: Store): Promise<StoredSeason[]> {
  return store.all(seasonsBetween(EVER));
}

function writeOf({ unitId, date, name, kind, source, provisional }: HolidayRow): Statement {
  return unitId === null
    ? putHoliday({ date, name, kind, source, provisional })
    : putUnitHoliday({ id: unitHolidayId(unitId, date), unitId, date, name, source, provisional });
}

function writeSeason({ fromDate, toDate, name, source, provisional }: SeasonRow): Statement {
  const id = seasonId('ramadan', fromDate);
  return putSeason({ id, kind: 'ramadan', fromDate, toDate, name, source, provisional });
}
