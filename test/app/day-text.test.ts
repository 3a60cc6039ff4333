import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertRules, putHoliday } from '../../db/queries/calendar.ts';
import { insertExtensions, putSeason, putShift, shiftId } from '../../db/queries/roster.ts';
import { createWorld, type World } from '../support/world.ts';

const MONDAY = '2026-11-23';
const HOUR = 3_600_000;
let world: World;
let unit: string;

beforeEach(async () => {
  world = await createWorld('2026-11-23T03:00:00Z');
  unit = await world.unit('Bidang A');
});
afterEach(() => world.close());

async function profileOf(
  change: { zone?: string; locale?: 'id' | 'en' } = {},
  prepare = async (_id: string) => {},
) {
  const person = await world.person('Siti', { unit, ...change });
  await prepare(person.id);
  return person.say('/profil');
}
const duty = (personId: string, startMinute: number | null, endMinute: number | null) =>
  world.store.commit([
    putShift({ id: shiftId(personId, MONDAY), personId, date: MONDAY, startMinute, endMinute }),
  ]);

describe('the profile says what is expected today', () => {
  it('in the hours and the zone of each person', async () => {
    const lines = [];
    for (const zone of ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])
      lines.push(await profileOf({ zone }));
    for (const [at, name] of ['WIB', 'WITA', 'WIT'].entries())
      expect(lines[at]).toContain(`Hari ini hari kerja, 07.30–16.00 ${name}; laporan sampai pukul 24.00.`);
    expect(await profileOf({ locale: 'en' })).toContain(
      'Today is a working day, 07:30–16:00 WIB; please report by 24:00.',
    );
  });

  it('with Ramadan hours, and the cut-off that really holds', async () => {
    await world.store.commit([
      putSeason({
        ...{ id: 's', kind: 'ramadan', fromDate: MONDAY, toDate: MONDAY, name: 'Ramadan' },
        ...{ source: null, provisional: false },
      }),
      insertRules({ id: 'r', unitId: null, effectiveFrom: '2026-11-01', body: { closeAt: '26:00' } }),
    ]);
    expect(await profileOf()).toContain(
      'Hari ini hari kerja, 08.00–15.00 WIB (Ramadan); laporan sampai besok pukul 02.00.',
    );
  });

  it('with a duty of the roster, whose window stays open behind it, or a day off by it', async () => {
    expect(await profileOf({}, (id) => duty(id, 1320, 1800))).toContain(
      'Hari ini dinas menurut jadwal, 22.00–06.00 WIB; laporan sampai besok pukul 08.00.',
    );
    expect(await profileOf({}, (id) => duty(id, null, null))).toContain(
      'Hari ini tidak perlu melapor: lepas dinas menurut jadwal.',
    );
  });

  it('with a window that was extended', async () => {
    const closesAt = Date.parse('2026-11-24T00:00:00+07:00') + 36 * HOUR;
    const text = await profileOf({}, (personId) =>
      world.store.commit([
        insertExtensions([{ id: 'x', personId, localDate: MONDAY, outageId: 'o', closesAt }]),
      ]),
    );
    expect(text).toContain('laporan sampai 25 Nov pukul 12.00.');
  });

  it('or why nothing is', async () => {
    await world.store.commit([
      putHoliday({ date: MONDAY, name: 'Hari Jadi', kind: 'libur_daerah', source: null, provisional: false }),
    ]);
    expect(await profileOf()).toContain('Hari ini tidak perlu melapor: Hari Jadi.');
    world.now = Date.parse('2026-11-22T03:00:00Z');
    expect(await profileOf({ locale: 'en' })).toContain('No report is needed today: not a working day.');
  });
});
