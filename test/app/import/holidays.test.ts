import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertUnit } from '../../../db/queries/people.ts';
import { unitHolidaysBetween } from '../../../db/queries/roster.ts';
import { calendarOf } from '../../../src/app/calendar-facts.ts';
import {
  allHolidays,
  allSeasons,
  importHolidays,
  importShippedHolidays,
} from '../../../src/app/import/holidays.ts';
import { datesPutRight } from '../../../src/app/import/holidays-difference.ts';
import { dayOff } from '../../../src/core/calendar.ts';
import { addDays } from '../../../src/core/local-time.ts';
import { tableOf } from '../../core/import/builders.ts';
import { createServices } from './services.ts';

const columns = ['tanggal', 'nama', 'jenis', 'status'];
const day = (tanggal: string, nama: string, status = 'pasti') => ({
  tanggal,
  nama,
  jenis: 'libur_nasional',
  status,
});
const save = { dryRun: false };

it('updates holidays by date, and leaves those alone that the file does not list', async () => {
  const services = createServices();
  const first = [day('2027-01-01', 'Tahun Baru', 'sementara'), day('2027-05-01', 'Hari Buruh')];
  await importHolidays(services, tableOf(columns, first), save);
  const news = [day('2027-01-01', 'Tahun Baru'), day('2027-08-17', 'Proklamasi')];
  const { difference } = await importHolidays(services, tableOf(columns, news), save);
  expect(difference).toMatchObject({ changed: [{ fields: ['provisional'] }], unchanged: 0, missing: 1 });
  const stored = await allHolidays(services.store);
  expect(stored.map(({ date, provisional }) => [date, provisional])).toEqual([
    ['2027-01-01', false],
    ['2027-05-01', false],
    ['2027-08-17', false],
  ]);
});

it('loads the shipped calendar into empty tables, and only there', async () => {
  const { store } = createServices();
  expect(await importShippedHolidays(store)).toBeGreaterThan(90);
  expect(await importShippedHolidays(store)).toBe(0);
  expect((await allHolidays(store)).some(({ date }) => date === '2026-08-17')).toBe(true);
  expect((await allSeasons(store)).map(({ fromDate }) => fromDate)).toEqual([
    ...['2024-03-12', '2025-03-01', '2026-02-19', '2027-02-08'],
  ]);
});

it('loads the spans of Ramadan where holidays are stored already, and has everybody looked at again', async () => {
  const services = createServices();
  await importHolidays(services, tableOf(columns, [day('2027-01-01', 'Tahun Baru')]), save);
  expect(await importShippedHolidays(services.store)).toBe(4);
  expect(await allHolidays(services.store)).toHaveLength(1);
  expect(services.commits.at(-1)!.map(({ label }) => label)).toContain('lookAgain');
});

it('changes nothing when the file is the same', async () => {
  const services = createServices();
  await importHolidays(services, tableOf(columns, [day('2027-01-01', 'Tahun Baru')]), save);
  const again = await importHolidays(services, tableOf(columns, [day('2027-01-01', 'Tahun Baru')]), save);
  expect(again.applied).toBe(false);
});

it('commits every change with a new look at everybody', async () => {
  const services = createServices();
  await importHolidays(services, tableOf(columns, [day('2027-01-01', 'Tahun Baru')]), save);
  await importHolidays(services, tableOf(columns, [day('2027-01-01', '', 'batal')]), save);
  expect(services.commits.map((commit) => commit.map(({ label }) => label))).toEqual([
    ['putHoliday', 'lookAgain', 'insertAudit'],
    ['dropHoliday', 'lookAgain', 'insertAudit'],
  ]);
});

it('takes back a day that is cancelled, once, and says which dates changed up to today', async () => {
  const services = createServices();
  const days = [day('2026-11-20', 'Cuti'), day('2026-11-23', 'Cuti'), day('2026-12-24', 'Cuti')];
  const first = await importHolidays(services, tableOf(columns, days), save);
  expect(datesPutRight(first.difference, '2026-11-23')).toEqual([
    { unitId: null, date: '2026-11-20', off: true },
    { unitId: null, date: '2026-11-23', off: true },
  ]);
  const cancel = tableOf(columns, [day('2026-11-20', '', 'batal'), day('2026-12-25', '', 'batal')]);
  const { difference } = await importHolidays(services, cancel, save);
  expect(difference).toMatchObject({
    removed: [{ date: '2026-11-20', name: 'Cuti' }],
    unchanged: 1,
    missing: 0,
  });
  expect(datesPutRight(difference, '2026-11-23')).toEqual([{ unitId: null, date: '2026-11-20', off: false }]);
  expect((await allHolidays(services.store)).map(({ date }) => date)).toEqual(['2026-11-23', '2026-12-24']);
  expect((await importHolidays(services, cancel, save)).applied).toBe(false);
});

describe('the span of Ramadan', () => {
  const spanColumns = ['tanggal', 'sampai', 'nama', 'jenis', 'status'];
  const span = (tanggal: string, sampai: string, status = 'pasti') =>
    tableOf(spanColumns, [{ tanggal, sampai, nama: 'Ramadan 1448', jenis: 'ramadan', status }]);

  it('is replaced when it turns out to begin a day later', async () => {
    const services = createServices();
    await importShippedHolidays(services.store);
    const { difference } = await importHolidays(services, span('2027-02-09', '2027-03-10'), save);
    expect(difference.seasons).toMatchObject({
      added: [{ fromDate: '2027-02-09' }],
      removed: [{ fromDate: '2027-02-08' }],
    });
    const stored = (await allSeasons(services.store)).filter(({ fromDate }) => fromDate > '2027');
    expect(stored).toMatchObject([{ fromDate: '2027-02-09', toDate: '2027-03-10', provisional: false }]);
  });

  it('becomes certain, stays as it is when imported again, and is cancelled by any of its dates', async () => {
    const services = createServices();
    await importHolidays(services, span('2027-02-08', '2027-03-09', 'sementara'), save);
    const certain = await importHolidays(services, span('2027-02-08', '2027-03-09'), save);
    expect(certain.difference.seasons.changed).toHaveLength(1);
    expect((await importHolidays(services, span('2027-02-08', '2027-03-09'), save)).applied).toBe(false);
    await importHolidays(services, span('2027-02-20', '', 'batal'), save);
    expect(await allSeasons(services.store)).toEqual([]);
  });
});

describe('a regional holiday', () => {
  it('is of its unit and those below it, and of nobody else', async () => {
    const services = createServices();
    const unit = (id: string, parentId: string | null) => insertUnit({ id, name: id, parentId, zone: null });
    const person = (unitId: string, zone: string | null) => ({
      ...{ id: `p-${unitId}`, unitId, zone, unitZone: null },
    });
    await services.store.commit([
      unit('Provinsi', null),
      ...[unit('Dinas', 'Provinsi'), unit('UPT', 'Dinas'), unit('Badan', 'Provinsi')],
    ]);
    const regional = ['tanggal', 'nama', 'jenis', 'unit', 'status'];
    const row = {
      tanggal: '2026-11-24',
      nama: 'Hari Jadi',
      jenis: 'libur_daerah',
      unit: 'dinas',
      status: '',
    };
    const { difference } = await importHolidays(services, tableOf(regional, [row]), save);
    expect(datesPutRight(difference, '2026-11-24')).toEqual([
      { unitId: 'Dinas', date: '2026-11-24', off: true },
    ]);
    const span = { from: '2026-11-24', to: '2026-11-24' };
    const off = async (unitId: string) =>
      dayOff('2026-11-24', await calendarOf(services, person(unitId, null), span));
    expect(await off('Dinas')).toEqual({ kind: 'holiday', name: 'Hari Jadi' });
    expect(await off('UPT')).toEqual({ kind: 'holiday', name: 'Hari Jadi' });
    expect([await off('Provinsi'), await off('Badan')]).toEqual([null, null]);
    expect((await importHolidays(services, tableOf(regional, [row]), save)).applied).toBe(false);
    await importHolidays(services, tableOf(regional, [{ ...row, status: 'batal' }]), save);
    expect(await services.store.all(unitHolidaysBetween({ from: '2026-01-01', to: '2026-12-31' }))).toEqual(
      [],
    );
  });
});

it('says how to come to the same calendar, whatever was stored: importing twice changes nothing', async () => {
  const row = fc
    .tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom('pasti', 'sementara', 'batal'),
      fc.constantFrom('A', 'B'),
    )
    .map(([at, status, nama]) => day(addDays('2027-01-01', at), nama, status));
  const file = fc.uniqueArray(row, { minLength: 1, maxLength: 12, selector: ({ tanggal }) => tanggal });
  await fc.assert(
    fc.asyncProperty(file, file, async (first, second) => {
      const services = createServices();
      await importHolidays(services, tableOf(columns, first), save);
      await importHolidays(services, tableOf(columns, second), save);
      expect((await importHolidays(services, tableOf(columns, second), save)).applied).toBe(false);
      const wanted = new Map([...first, ...second].map((each) => [each.tanggal, each]));
      const stored = new Map((await allHolidays(services.store)).map(({ date, name }) => [date, name]));
      for (const { tanggal, status, nama } of wanted.values())
        expect(stored.get(tanggal)).toBe(status === 'batal' ? undefined : nama);
      await services.store.close();
    }),
    { numRuns: 25 },
  );
});
