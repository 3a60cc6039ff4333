import { expect, it } from 'vitest';
import { allHolidays, importHolidays, importShippedHolidays } from '../../../src/app/import/holidays.ts';
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

it('loads the shipped calendar into an empty table, and only there', async () => {
  const { store } = createServices();
  expect(await importShippedHolidays(store)).toBeGreaterThan(90);
  expect(await importShippedHolidays(store)).toBe(0);
  expect((await allHolidays(store)).some(({ date }) => date === '2026-08-17')).toBe(true);
});

it('changes nothing when the file is the same', async () => {
  const services = createServices();
  await importHolidays(services, tableOf(columns, [day('2027-01-01', 'Tahun Baru')]), save);
  const again = await importHolidays(services, tableOf(columns, [day('2027-01-01', 'Tahun Baru')]), save);
  expect(again.applied).toBe(false);
});
