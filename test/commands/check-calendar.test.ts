import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putHoliday } from '../../db/queries/calendar.ts';
import { insertPerson, insertUnit, updatePerson } from '../../db/queries/people.ts';
import { putSeason, putShift, seasonId, shiftId } from '../../db/queries/roster.ts';
import { openSqlite } from '../../db/sqlite.ts';
import type { Store } from '../../db/store.ts';
import { importShippedHolidays } from '../../src/app/import/holidays.ts';
import { checkCalendar } from '../../src/commands/check-calendar.ts';
import { operatorTexts } from '../../src/i18n/operator-texts.ts';
import { nip } from '../core/import/builders.ts';

let store: Store;
beforeEach(() => {
  store = openSqlite(':memory:');
});
afterEach(() => store.close());

const check = (today: string) => checkCalendar(store, today, operatorTexts('id'));
/** What was found, as `area level`. */
const found = async (today: string) => (await check(today)).map(({ area, level }) => `${area} ${level}`);
const holiday = (date: string, provisional = false) =>
  putHoliday({ date, name: 'Libur', kind: 'libur_nasional', source: null, provisional });
const ramadan = (fromDate: string, toDate: string, provisional = false) =>
  putSeason({
    ...{ id: seasonId('ramadan', fromDate), kind: 'ramadan', fromDate, toDate, name: 'Ramadan' },
    ...{ source: null, provisional },
  });

describe('the check of the calendar', () => {
  it('says that nothing is there yet, once', async () => {
    expect(await found('2026-11-23')).toEqual(['holidays warning']);
  });

  it('takes the shipped calendar as it is: this year is certain, the next one provisional', async () => {
    await importShippedHolidays(store);
    expect(await found('2026-06-01')).toEqual(['holidays ok', 'ramadan ok']);
    expect(await found('2026-11-23')).toEqual([
      ...['holidays ok', 'ramadan ok', 'holidays warning', 'ramadan warning'],
    ]);
    const [, , next, fast] = await check('2026-11-23');
    expect(next?.message).toBe('Hari libur 2027: 26 hari, 26 di antaranya masih sementara.');
    expect(next?.remedy).toContain('import holidays libur-2027.csv');
    expect(fast?.message).toBe('Jam kerja Ramadan 2027: 2027-02-08..2027-03-09, masih sementara.');
  });

  it('finds a missing year: this one is a problem, the next one a warning from October on', async () => {
    await store.commit([holiday('2026-08-17'), ramadan('2026-02-19', '2026-03-20')]);
    expect(await found('2026-09-30')).toEqual(['holidays ok', 'ramadan ok']);
    expect(await found('2026-10-01')).toEqual([
      ...['holidays ok', 'ramadan ok', 'holidays warning', 'ramadan warning'],
    ]);
    expect(await found('2027-01-01')).toEqual(['holidays problem', 'ramadan warning']);
  });

  it('is not concerned about provisional days that have passed', async () => {
    await store.commit([
      ...[holiday('2026-01-01', true), holiday('2026-08-17')],
      ramadan('2026-02-19', '2026-03-20', true),
    ]);
    expect(await found('2026-01-01')).toEqual(['holidays warning', 'ramadan warning']);
    expect(await found('2026-03-20')).toEqual(['holidays ok', 'ramadan warning']);
    expect(await found('2026-03-21')).toEqual(['holidays ok', 'ramadan ok']);
  });

  it('finds rosters that end within a week or ended lately, of active people only', async () => {
    const person = (id: string) => ({
      ...{ id, nip: nip(Number(id)), name: id, position: '', unitId: 'u', supervisorId: null, email: null },
      ...{ roles: ['pegawai' as const], zone: null, locale: null, activeFrom: '2026-01-01', active: true },
      updatedAt: 0,
    });
    const last = (id: string, date: string) =>
      putShift({ id: shiftId(id, date), personId: id, date, startMinute: 420, endMinute: 840 });
    await store.commit([
      insertUnit({ id: 'u', name: 'RSUD', parentId: null, zone: null }),
      ...['1', '2', '3'].map((id) => insertPerson(person(id))),
      ...[last('1', '2026-11-01'), last('1', '2026-12-31'), last('2', '2026-11-30'), last('3', '2026-11-20')],
    ]);
    const rosters = async (today: string) => (await check(today)).filter(({ area }) => area === 'rosters');
    expect(await rosters('2026-11-23')).toMatchObject([
      {
        level: 'warning',
        message: expect.stringContaining('2 pegawai sudah atau segera habis (terakhir 2026-11-20)'),
      },
    ]);
    await store.commit([updatePerson('3', { active: false })]);
    expect(await rosters('2026-11-22')).toMatchObject([{ level: 'ok' }]);
    expect(await rosters('2026-11-23')).toMatchObject([{ level: 'warning' }]);
    expect(await rosters('2027-03-01')).toEqual([]);
  });
});
