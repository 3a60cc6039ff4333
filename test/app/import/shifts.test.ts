import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allPeople } from '../../../db/queries/people.ts';
import { shiftsBetween } from '../../../db/queries/roster.ts';
import { calendarOf } from '../../../src/app/calendar-facts.ts';
import { importHolidays } from '../../../src/app/import/holidays.ts';
import { importPeople } from '../../../src/app/import/people.ts';
import { importShifts } from '../../../src/app/import/shifts.ts';
import { dutiesPutRight } from '../../../src/app/import/shifts-difference.ts';
import { dayOff } from '../../../src/core/calendar.ts';
import { addDays } from '../../../src/core/local-time.ts';
import { nip, tableOf } from '../../core/import/builders.ts';
import { createServices } from './services.ts';

const columns = ['nip', 'tanggal', 'mulai', 'selesai'];
const save = { dryRun: false };
const duty = (tanggal: string, mulai: string, selesai = '', serial = 1) => ({
  ...{ nip: nip(serial), tanggal, mulai, selesai },
});

async function withPeople() {
  const services = createServices();
  const people = [1, 2].map((serial) => ({ nip: nip(serial), nama: `Pegawai ${serial}`, unit: 'RSUD' }));
  await importPeople(services, tableOf(['nip', 'nama', 'unit'], people), save);
  const [first, second] = await services.store.all(allPeople());
  const stored = async (id = first!.id) =>
    (await services.store.all(shiftsBetween(id, '2026-01-01', '2027-12-31'))).map((row) => [
      ...[row.date, row.startMinute, row.endMinute],
    ]);
  const load = (...rows: Record<string, string>[]) => importShifts(services, tableOf(columns, rows), save);
  return { services, first: first!, second: second!, stored, load };
}

it('stores duties by person and date, changes only what differs, and leaves other dates alone', async () => {
  const { load, stored } = await withPeople();
  await load(duty('2026-11-23', '07:00', '14:00'), duty('2026-11-24', '21:00', '07:00'));
  const { difference } = await load(duty('2026-11-24', 'libur'), duty('2026-11-25', '14:00', '21:00'));
  expect([difference.added.length, difference.changed.length, difference.unchanged]).toEqual([1, 1, 0]);
  expect(await stored()).toEqual([
    ['2026-11-23', 420, 840],
    ['2026-11-24', null, null],
    ['2026-11-25', 840, 1260],
  ]);
  expect((await load(duty('2026-11-24', 'off'))).applied).toBe(false);
});

it('takes a duty back, so that week and holidays decide again', async () => {
  const { load, stored } = await withPeople();
  await load(duty('2026-11-23', '07:00', '14:00'));
  const { difference } = await load(duty('2026-11-23', 'batal'), duty('2026-11-24', 'batal'));
  expect([difference.removed.length, difference.unchanged]).toEqual([1, 1]);
  expect(await stored()).toEqual([]);
});

it('has only the people concerned looked at again, in the same commit, and names the dates that changed', async () => {
  const { services, load, second } = await withPeople();
  const { difference } = await load(
    duty('2026-11-23', '07:00', '14:00', 2),
    duty('2026-11-24', 'libur', '', 2),
  );
  expect(services.commits.at(-1)!.map(({ label }) => label)).toEqual([
    'putShifts',
    'lookAgain',
    'insertAudit',
  ]);
  expect(dutiesPutRight(difference, '2026-11-23')).toEqual([{ personId: second.id, date: '2026-11-23' }]);
});

it('overrules a holiday and a weekend on its dates, for its person only', async () => {
  const { services, load, first, second } = await withPeople();
  const holiday = { tanggal: '2026-12-25', nama: 'Natal', jenis: 'libur_nasional' };
  await importHolidays(services, tableOf(['tanggal', 'nama', 'jenis'], [holiday]), save);
  await load(
    duty('2026-12-25', '21:00', '07:00'),
    duty('2026-12-26', '07:00', '14:00'),
    duty('2026-12-28', 'off'),
  );
  const off = async (person: typeof first, date: string) =>
    dayOff(date, await calendarOf(services, person, { from: date, to: date }))?.kind ?? null;
  expect(await off(first, '2026-12-25')).toBeNull();
  expect(await off(first, '2026-12-26')).toBeNull();
  expect(await off(first, '2026-12-28')).toBe('off_duty');
  expect(await off(second, '2026-12-25')).toBe('holiday');
  expect(await off(second, '2026-12-26')).toBe('weekend');
  expect(await off(second, '2026-12-28')).toBeNull();
});

it('stores nothing of a file with a problem', async () => {
  const { load, stored } = await withPeople();
  const { problems, applied } = await load(
    duty('2026-11-23', '07:00', '14:00'),
    duty('2026-11-24', 'pagi', 'x'),
  );
  expect([problems.length, applied]).toEqual([2, false]);
  expect(await stored()).toEqual([]);
});

it('stores what the last file says about each date, whatever came before', async () => {
  const row = fc
    .tuple(fc.integer({ min: 0, max: 30 }), fc.constantFrom('libur', 'batal', '07:00', '21:00'))
    .map(([at, mulai]) =>
      duty(addDays('2027-01-01', at), mulai, mulai === '07:00' || mulai === '21:00' ? '07:00' : ''),
    );
  const file = fc.uniqueArray(row, { minLength: 1, maxLength: 20, selector: ({ tanggal }) => tanggal });
  await fc.assert(
    fc.asyncProperty(file, file, async (earlier, later) => {
      const { services, load, stored } = await withPeople();
      await load(...earlier);
      await load(...later);
      expect((await load(...later)).applied).toBe(false);
      const wanted = new Map([...earlier, ...later].map(({ tanggal, mulai }) => [tanggal, mulai]));
      const minutes: Record<string, unknown> = { libur: null, '07:00': 420, '21:00': 1260 };
      expect((await stored()).map(([date, start]) => [date, start])).toEqual(
        [...wanted]
          .filter(([, mulai]) => mulai !== 'batal')
          .map(([date, mulai]) => [date, minutes[mulai]])
          .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
      );
      await services.store.close();
    }),
    { numRuns: 20 },
  );
});

it('takes a year of a hospital’s roster in one commit', async () => {
  const { load, services } = await withPeople();
  const rows = Array.from({ length: 365 }, (_, at) => addDays('2027-01-01', at)).flatMap((date) =>
    [1, 2].map((serial) => duty(date, '07:00', '14:00', serial)),
  );
  const before = services.commits.length;
  const { difference } = await load(...rows);
  expect(difference.added).toHaveLength(730);
  expect(services.commits.length - before).toBe(1);
});
