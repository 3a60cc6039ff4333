import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropHoliday, holidaysBetween, putHoliday } from '../../db/queries/calendar.ts';
import { updatePerson, zonesOfPeople } from '../../db/queries/people.ts';
import {
  dropSeason,
  dropShifts,
  dropUnitHoliday,
  putSeason,
  putShift,
  putShifts,
  putUnitHoliday,
  rosterEnds,
  seasonId,
  seasonsBetween,
  shiftId,
  shiftsBetween,
  shiftsById,
  shiftsOfMany,
  unitHolidayId,
  unitHolidaysBetween,
} from '../../db/queries/roster.ts';
import type { Store } from '../../db/store.ts';
import { addPerson } from './rows.ts';
import type { Open, Place } from './store.ts';

/** The queries behind calendar and duty rosters. */
export function calendarContract(open: Open): void {
  describe('the calendar', () => {
    let place: Place;
    let store: Store;
    beforeAll(async () => {
      place = await open();
      store = place.store;
    });
    afterAll(() => place.close());

    const shift = (personId: string, date: string, startMinute: number | null, endMinute: number | null) => ({
      ...{ id: shiftId(personId, date), personId, date, startMinute, endMinute },
    });

    it('writes many duties at once, over those that are there, and takes some back', async () => {
      const [one, two] = [await addPerson(store), await addPerson(store)];
      await store.commit([putShift(shift(one, '2026-11-23', 420, 840))]);
      const rows = [
        shift(one, '2026-11-23', 1260, 1860),
        shift(one, '2026-11-24', null, null),
        shift(two, '2026-11-23', 420, 840),
      ];
      await store.commit([putShifts(rows)]);
      expect(await store.all(shiftsBetween(one, '2026-11-01', '2026-11-30'))).toEqual(rows.slice(0, 2));
      expect(await store.all(shiftsOfMany([two], '2026-11-23', '2026-11-24'))).toEqual([rows[2]]);
      expect(await store.all(shiftsOfMany([one, two], '2026-11-24', '2026-11-30'))).toEqual([rows[1]]);
      expect(await store.all(shiftsById([rows[1]!.id, 'none']))).toEqual([rows[1]]);
      await store.commit([dropShifts([rows[0]!.id, 'none'])]);
      expect(await store.all(shiftsBetween(one, '2026-11-01', '2026-11-30'))).toEqual([rows[1]]);
      expect(await store.all(shiftsBetween(two, '2026-11-01', '2026-11-30'))).toEqual([rows[2]]);
    });

    it('knows the last date of each roster of somebody active, and the zones that people have', async () => {
      const [one, two] = [await addPerson(store), await addPerson(store)];
      await store.commit([
        putShifts([
          shift(one, '2026-12-01', 1, 2),
          shift(one, '2026-11-30', 1, 2),
          shift(two, '2026-11-30', 1, 2),
        ]),
        updatePerson(two, { active: false, zone: 'Asia/Jayapura' }),
      ]);
      const ends = (await store.all(rosterEnds())).filter(({ personId }) => [one, two].includes(personId));
      expect(ends).toEqual([{ personId: one, date: '2026-12-01' }]);
      expect((await store.all(zonesOfPeople())).map(({ zone }) => zone)).toContain('Asia/Jayapura');
    });

    it('takes back holidays of the agency and of a unit, and seasons, and nothing else', async () => {
      const day = { name: 'Libur', source: null, provisional: false };
      const dates = ['2030-01-01', '2030-01-02'];
      const season = (fromDate: string, toDate: string) => ({
        ...{ id: seasonId('ramadan', fromDate), kind: 'ramadan' as const, fromDate, toDate, ...day },
      });
      await store.commit([
        ...dates.map((date) => putHoliday({ date, kind: 'libur_nasional', ...day })),
        ...dates.map((date) => putUnitHoliday({ id: unitHolidayId('u', date), unitId: 'u', date, ...day })),
        ...[putSeason(season('2030-01-05', '2030-02-03')), putSeason(season('2030-12-26', '2031-01-24'))],
        ...[dropHoliday('2030-01-01'), dropUnitHoliday(unitHolidayId('u', '2030-01-02'))],
        dropSeason(seasonId('ramadan', '2030-01-05')),
      ]);
      const span = { from: '2030-01-01', to: '2030-12-31' };
      expect((await store.all(holidaysBetween(span))).map(({ date }) => date)).toEqual(['2030-01-02']);
      const local = await store.all(unitHolidaysBetween(span));
      expect(local.map(({ date }) => date)).toEqual(['2030-01-01']);
      const seasons = await store.all(seasonsBetween({ from: '2031-01-01', to: '2031-12-31' }));
      expect(seasons.map(({ fromDate }) => fromDate)).toEqual(['2030-12-26']);
    });
  });
}
