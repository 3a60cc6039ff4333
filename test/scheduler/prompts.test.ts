import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAgain } from '../../db/queries/agenda.ts';
import { insertRules, promptsOn, putHoliday } from '../../db/queries/calendar.ts';
import { statement } from '../../db/store.ts';
import { runPrompts } from '../../src/scheduler/prompts.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

/** Monday, 15:29 in WIB; the default slot is 15:30. */
const BEFORE = '2026-11-23T08:29:00Z';
const HOUR = 3_600_000;
let world: World;
let unit: string;
let siti: TestPerson;

beforeEach(async () => {
  world = await createWorld(BEFORE);
  unit = await world.unit('Bidang A');
  siti = await world.person('Siti', { unit });
});
afterEach(() => world.close());

async function tick(): Promise<void> {
  await runPrompts(world.services);
  await world.settle();
}
const reasons = async () =>
  (
    await world.store.all(
      statement('prompts', (db, t) =>
        db.select({ outcome: t.prompts.outcome, reason: t.prompts.reason }).from(t.prompts),
      ),
    )
  ).map((p) => p.reason ?? p.outcome);

describe('the prompt', () => {
  it('comes once, when the slot has passed and not before', async () => {
    await tick();
    expect(siti.messages).toHaveLength(0);
    world.advance(7 * 60_000 + 13_000);
    for (let i = 0; i < 3; i += 1) await tick();
    expect(siti.messages).toHaveLength(1);
    expect(siti.last().buttons).toEqual([
      'Lapor sekarang',
      'Sama seperti kemarin',
      'Tunda 15 menit',
      'Tunda 1 jam',
      'Usai jam kerja',
      'Cuti',
      'Sakit',
      'Dinas luar',
    ]);
  });

  it('welcomes somebody back and names the drafts that wait', async () => {
    world.now = Date.parse('2026-11-19T08:29:00Z');
    await siti.say('cuti 19-20 Nov');
    await siti.press('Simpan');
    world.now = Date.parse(BEFORE);
    await siti.say('08.00-10.00 Rapat koordinasi');
    world.advance(60_000);
    await tick();
    const { text } = siti.last();
    expect(text).toContain('Selamat bertugas kembali.');
    expect(text).toContain('1 draf hari ini belum disimpan');
  });

  it('comes once even if two processes decide at the same moment', async () => {
    world.advance(60_000);
    await Promise.all([runPrompts(world.services), runPrompts(world.services)]);
    await world.settle();
    expect(siti.messages).toHaveLength(1);
  });

  it('does not come again when the clock jumps back', async () => {
    world.advance(60_000);
    await tick();
    world.advance(-2 * HOUR);
    await tick();
    world.advance(3 * HOUR);
    await tick();
    expect(siti.messages).toHaveLength(1);
  });

  it('is caught up after a downtime, and skipped with its reason when its moment has passed', async () => {
    await tick();
    world.advance(90 * 60_000);
    await tick();
    expect(siti.messages).toHaveLength(1);
    world.advance(24 * HOUR + 2 * HOUR);
    await tick();
    expect(siti.messages).toHaveLength(1);
    const decided = await world.store.all(promptsOn([siti.id], '2026-11-24', '2026-11-24'));
    expect(decided).toMatchObject([{ slot: 'first', outcome: 'skipped', reason: 'too_late' }]);
  });

  it('comes at the local time of each zone', async () => {
    world.now = Date.parse('2026-11-23T06:00:00Z');
    const papua = await world.person('Yosep', { unit, zone: 'Asia/Jayapura' });
    world.now = Date.parse('2026-11-23T06:31:00Z');
    await tick();
    expect([siti.messages.length, papua.messages.length]).toEqual([0, 1]);
    world.now = Date.parse('2026-11-23T08:31:00Z');
    await tick();
    expect([siti.messages.length, papua.messages.length]).toEqual([1, 1]);
  });

  it('spares whoever reported, is absent, or has a day off, and stores why', async () => {
    const rudi = await world.person('Rudi', { unit });
    const watcher = await world.person('Wati', { unit, roles: ['pengamat'] });
    await world.person('Joko', { unit, linked: false });
    await siti.say('Rapat');
    await siti.press('Simpan');
    await rudi.say('/cuti');
    await rudi.press('Cuti');
    const before = [siti, rudi, watcher].map((p) => p.messages.length);
    world.advance(HOUR);
    await tick();
    expect([siti, rudi, watcher].map((p) => p.messages.length)).toEqual(before);
    expect((await reasons()).sort()).toEqual(['absent:cuti', 'not_linked', 'reported']);
  });

  it('does not come on holidays and weekends', async () => {
    await world.store.commit([
      putHoliday({
        date: '2026-11-23',
        name: 'Libur',
        kind: 'libur_nasional',
        source: null,
        provisional: false,
      }),
    ]);
    world.advance(HOUR);
    await tick();
    world.now = Date.parse('2026-11-28T09:00:00Z');
    await tick();
    expect(siti.messages).toHaveLength(0);
    const decided = await world.store.all(promptsOn([siti.id], '2026-11-23', '2026-11-28'));
    expect(decided.filter((p) => p.slot === 'first').map((p) => p.reason)).toEqual([
      'holiday:Libur',
      ...Array.from({ length: 4 }, () => 'too_late'),
      'weekend',
    ]);
  });

  it('reaches unit B although unit A is complete (the loop does not end early)', async () => {
    const other = await world.unit('Bidang B');
    const rudi = await world.person('Rudi', { unit: other });
    await siti.say('Rapat');
    await siti.press('Simpan');
    world.advance(HOUR);
    await tick();
    expect(rudi.last().text).toContain('belum tercatat');
  });

  it('follows the slot of the unit', async () => {
    await world.store.commit([
      insertRules({ id: 'r', unitId: unit, effectiveFrom: '2026-11-01', body: { promptAt: '16:45' } }),
    ]);
    world.advance(HOUR);
    await tick();
    expect(siti.messages).toHaveLength(0);
    world.advance(HOUR);
    await tick();
    expect(siti.messages).toHaveLength(1);
  });

  it('comes again at a new time only if it did not come at the old one', async () => {
    const moveTo = (promptAt: string) =>
      world.store.commit([
        insertRules({ id: promptAt, unitId: unit, effectiveFrom: '2026-11-23', body: { promptAt } }),
        lookAgain(null),
      ]);
    world.advance(3 * HOUR);
    await tick();
    expect(await reasons()).toEqual(['too_late']);
    await moveTo('18:45');
    world.advance(HOUR / 2);
    await tick();
    expect(siti.messages).toHaveLength(1);
    await moveTo('19:15');
    world.advance(HOUR / 2);
    await tick();
    expect(siti.messages).toHaveLength(1);
  });

  it('is not sent when the report arrives between decision and sending', async () => {
    world.outcomes = [{ ok: false, kind: 'later', afterMs: 60_000, scope: 'chat', reason: '429' }];
    world.advance(HOUR);
    await tick();
    await siti.say('Rapat');
    await siti.press('Simpan');
    world.advance(120_000);
    await world.settle();
    expect(siti.messages.some((m) => m.text.includes('Yth.'))).toBe(false);
  });

  it('has no effect from yesterday’s buttons', async () => {
    world.advance(HOUR);
    await tick();
    world.advance(24 * HOUR);
    expect(await siti.press('Cuti')).toContain('hari yang sudah lewat');
  });
});
