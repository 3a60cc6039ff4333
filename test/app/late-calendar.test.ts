import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { promptsOn } from '../../db/queries/calendar.ts';
import { peopleByIds } from '../../db/queries/people.ts';
import { putShift, shiftId } from '../../db/queries/roster.ts';
import { importHolidays } from '../../src/app/import/holidays.ts';
import { summaryOf } from '../../src/app/recap.ts';
import { runPrompts } from '../../src/scheduler/prompts.ts';
import { tableOf } from '../core/import/builders.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

/** Monday, 15:31 in WIB: the first prompt of the day is due. */
const DUE = '2026-11-23T08:31:00Z';
const MINUTE = 60_000;
let world: World;
let unit: string;
let siti: TestPerson;

beforeEach(async () => {
  world = await createWorld('2026-11-23T08:00:00Z');
  unit = await world.unit('Bidang A');
  siti = await world.person('Siti', { unit });
});
afterEach(() => world.close());

const announce = (tanggal: string, change: Record<string, string> = {}) =>
  importHolidays(
    world.services,
    tableOf(
      ['tanggal', 'nama', 'jenis', 'unit', 'status'],
      [{ tanggal, nama: 'Cuti bersama', jenis: 'cuti_bersama', ...change }],
    ),
    { dryRun: false },
  );

/** The prompts are decided, but the platform lets none through yet. */
async function decideAndWait(people: number): Promise<void> {
  world.now = Date.parse(DUE);
  world.outcomes = Array.from({ length: people }, () => ({
    ...{ ok: false, kind: 'later', afterMs: 10 * MINUTE, scope: 'chat', reason: '429' },
  })) as World['outcomes'];
  await runPrompts(world.services);
  await world.settle();
}
async function letThrough(): Promise<void> {
  world.advance(11 * MINUTE);
  await world.settle();
}
async function settled(person: TestPerson): Promise<(string | null)[]> {
  const rows = await world.store.all(promptsOn([person.id], '2026-11-23', '2026-11-23'));
  return rows.map((row) => row.settled);
}

describe('a day off that is announced after people were to be asked', () => {
  it('rewrites a prompt that was sent, and asks again in its place when the day is taken back', async () => {
    world.now = Date.parse(DUE);
    await runPrompts(world.services);
    await world.settle();
    expect(siti.last().buttons).toContain('Lapor sekarang');
    await announce('2026-11-23');
    await world.settle();
    expect(siti.messages).toHaveLength(1);
    expect(siti.last().text).toContain('Cuti bersama');
    expect(siti.last().buttons).toEqual([]);
    await announce('2026-11-23', { status: 'batal' });
    await world.settle();
    expect(siti.messages).toHaveLength(1);
    expect(siti.last().buttons).toContain('Lapor sekarang');
  });

  it('rewrites the prompt of whoever turns out to be absent', async () => {
    world.now = Date.parse(DUE);
    await runPrompts(world.services);
    await world.settle();
    const [prompt] = siti.messages;
    await siti.press('Sakit');
    await world.settle();
    expect(siti.messages.find((m) => m.id === prompt?.id)?.text).toContain('Sakit');
    expect(siti.messages.find((m) => m.id === prompt?.id)?.buttons).toEqual([]);
  });

  it('keeps a prompt that still waits from leaving, and stores why', async () => {
    await decideAndWait(1);
    await announce('2026-11-23');
    await letThrough();
    expect(siti.messages).toEqual([]);
    expect(await settled(siti)).toEqual(['holiday:Cuti bersama']);
  });

  it('does so for the unit that it is announced for, and for no other', async () => {
    const other = await world.person('Rudi', { unit: await world.unit('Bidang B') });
    await decideAndWait(2);
    await announce('2026-11-23', { jenis: 'libur_daerah', unit: 'Bidang A' });
    await letThrough();
    expect([siti.messages.length, other.messages.length]).toEqual([0, 1]);
    expect([await settled(siti), await settled(other)]).toEqual([['holiday:Cuti bersama'], ['sent']]);
  });

  it('does not silence whoever is on duty by the roster', async () => {
    const id = shiftId(siti.id, '2026-11-23');
    const shift = { id, personId: siti.id, date: '2026-11-23', startMinute: 450, endMinute: 960 };
    await world.store.commit([putShift(shift)]);
    await decideAndWait(1);
    await announce('2026-11-23');
    await letThrough();
    expect(siti.messages).toHaveLength(1);
  });

  it('is asked about after all when it is cancelled before the prompt', async () => {
    await announce('2026-11-23');
    await announce('2026-11-23', { status: 'batal' });
    world.now = Date.parse(DUE);
    await runPrompts(world.services);
    await world.settle();
    expect(siti.messages).toHaveLength(1);
  });
});

describe('what was counted', () => {
  it('is put right by itself when a past day is announced as a day off, and when that is taken back', async () => {
    await siti.say('08.00-10.00 Rapat');
    await siti.press('Simpan');
    world.now = Date.parse('2026-11-27T10:00:00Z');
    const [person] = await world.store.all(peopleByIds([siti.id]));
    const counts = async () => {
      const period = { from: '2026-11-23', to: '2026-11-27' };
      const { summary } = await summaryOf(world.services, person!, period, '2026-11-27');
      const { expected, reported, reportedOff, missing } = summary;
      return { expected, reported, reportedOff, missing: missing.length };
    };
    expect(await counts()).toEqual({ expected: 5, reported: 1, reportedOff: 0, missing: 4 });
    await announce('2026-11-24');
    expect(await counts()).toEqual({ expected: 4, reported: 1, reportedOff: 0, missing: 3 });
    await announce('2026-11-23', { jenis: 'libur_daerah', unit: 'bidang a' });
    expect(await counts()).toEqual({ expected: 3, reported: 0, reportedOff: 1, missing: 3 });
    await announce('2026-11-24', { status: 'batal' });
    expect(await counts()).toEqual({ expected: 4, reported: 0, reportedOff: 1, missing: 4 });
  });
});
