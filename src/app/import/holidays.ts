import { join } from 'node:path';
import { packageRoot } from '../../../db/migrations.ts';
import {
  holidaysBetween,
  insertAudit,
  putHoliday,
  type HolidayRow as StoredHoliday,
} from '../../../db/queries/calendar.ts';
import type { Statement, Store } from '../../../db/store.ts';
import { type HolidayRow, type HolidaysProblem, readHolidays } from '../../core/import/holidays.ts';
import type { Table, TableWarning } from '../../core/import/table.ts';
import { readTableFile } from '../table-file.ts';
import type { ImportServices } from './people.ts';

/** What a holidays file would change, by date. */
export interface HolidaysDifference {
  added: HolidayRow[];
  changed: { holiday: HolidayRow; fields: ('name' | 'kind' | 'source' | 'provisional')[] }[];
  unchanged: number;
  /** Stored holidays of the file's years that it does not list; an import leaves them alone. */
  missing: number;
}

/** What came of a holidays file; with problems nothing is stored. */
export interface HolidaysImport {
  problems: HolidaysProblem[];
  warnings: TableWarning[];
  difference: HolidaysDifference;
  applied: boolean;
}

/** Compares a holidays file with what is stored. */
export function compareHolidays(
  holidays: readonly HolidayRow[],
  stored: readonly StoredHoliday[],
): HolidaysDifference {
  const byDate = new Map(stored.map((holiday) => [holiday.date, holiday]));
  const listed = new Set(holidays.map(({ date }) => date));
  const years = new Set(holidays.map(({ date }) => date.slice(0, 4)));
  const added = holidays.filter(({ date }) => !byDate.has(date));
  const changed = holidays.flatMap((holiday) => {
    const old = byDate.get(holiday.date);
    const fields = (['name', 'kind', 'source', 'provisional'] as const).filter(
      (field) => old && old[field] !== holiday[field],
    );
    return fields.length > 0 ? [{ holiday, fields }] : [];
  });
  return {
    ...{ added, changed, unchanged: holidays.length - added.length - changed.length },
    missing: stored.filter(({ date }) => years.has(date.slice(0, 4)) && !listed.has(date)).length,
  };
}

/** Brings the stored holidays to what a holidays file says, in one commit; `dryRun` only compares. */
export async function importHolidays(
  services: ImportServices,
  table: Table,
  { dryRun }: { dryRun: boolean },
): Promise<HolidaysImport> {
  const { store, now, newId } = services;
  const reading = readHolidays(table);
  const difference = compareHolidays(reading.holidays, await allHolidays(store));
  const { added, changed, unchanged } = difference;
  const news = [...added, ...changed.map(({ holiday }) => holiday)];
  const applied = reading.problems.length === 0 && !dryRun && news.length > 0;
  const detail = { added: added.length, changed: changed.length, unchanged };
  const audit = { id: newId(), at: now(), actorId: null, subject: 'holidays', detail };
  if (applied)
    await store.commit([...news.map(writeOf), insertAudit({ ...audit, action: 'import.holidays' })]);
  return { problems: reading.problems, warnings: reading.warnings, difference, applied };
}

/**
 * Loads the calendar that is shipped with Tutur where no holiday is stored yet, and gives the number of days loaded.
 *
 * Throws if the shipped file is damaged.
 */
export async function importShippedHolidays(store: Store): Promise<number> {
  if ((await allHolidays(store)).length > 0) return 0;
  const path = join(packageRoot(), 'data-files', 'holidays.csv');
  const file = await readTableFile(path);
  const reading = file.ok ? readHolidays(file.table) : null;
  if (!reading || reading.problems.length > 0) throw new Error(`the shipped calendar is damaged: ${path}`);
  await store.commit(reading.holidays.map(writeOf));
  return reading.holidays.length;
}

/** Every stored holiday, by date. */
export function allHolidays(store: Store): Promise<StoredHoliday[]> {
  return store.all(holidaysBetween({ from: '0000-01-01', to: '9999-12-31' }));
}

function writeOf({ date, name, kind, source, provisional }: HolidayRow): Statement {
  return putHoliday({ date, name, kind, source, provisional });
}
