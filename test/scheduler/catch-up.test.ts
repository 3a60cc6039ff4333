import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { joinAgenda, lookAgain } from '../../db/queries/agenda.ts';
import { type PromptRow, promptsOn } from '../../db/queries/calendar.ts';
import { putAccount } from '../../db/queries/linking.ts';
import { updatePerson } from '../../db/queries/people.ts';
import { purgePrompts } from '../../db/queries/prompts.ts';
import { completeAgenda, runPrompts } from '../../src/scheduler/prompts.ts';
import { tick, tickUntil } from '../support/clock.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

/** Monday in WIB; the slots are 15:30 (08:30Z) and 20:45 (13:45Z). */
const DATE = '2026-11-23';
let world: World;
let unit: string;
let siti: TestPerson;

beforeEach(async () => {
  world = await createWorld('2026-11-23T01:00:00Z');
  unit = await world.unit('Bidang A');
  siti = await world.person('Siti', { unit });
});
afterEach(() => world.close());

const rows = (who = siti, date = DATE): Promise<PromptRow[]> =>
  world.store.all(promptsOn([who.id], date, date));
const told = async (who = siti, date = DATE) =>
  (await rows(who, date)).map((row) => `${row.slot} ${row.reason ?? row.settled ?? 'waiting'}`);
const questions = (who = siti) =>
  who.messages.filter((m) => /Yth\.|Batas lapor sudah lewat/.test(m.text)).length;
const link = (who: TestPerson) =>
  world.store.commit([
    putAccount({
      ...{ id: `a${who.id}`, personId: who.id, platform: 'telegram', externalId: `x${who.id.slice(-6)}` },
      ...{ address: `x${who.id.slice(-6)}`, current: true, reachable: true, unreachableReason: null },
      linkedAt: world.now,
    }),
    lookAgain([who.id]),
  ]);

describe('who comes late', () => {
  it('and links after the first slot gets only the rest', async () => {
    const rudi = await world.person('Rudi', { unit, linked: false });
    await tick(world, '2026-11-23T08:30:00Z');
    await link(rudi);
    await tickUntil(world, '2026-11-23T16:00:00Z');
    expect(await told(rudi)).toEqual(['first not_linked', 'last sent']);
    expect(questions(rudi)).toBe(1);
  });

  it('and is imported well after a slot is not asked about it', async () => {
    world.now = Date.parse('2026-11-23T09:10:00Z');
    const rudi = await world.person('Rudi', { unit });
    await tickUntil(world, '2026-11-23T16:00:00Z');
    expect(await told(rudi)).toEqual(['first joined_later', 'last sent']);
    expect(await rows(rudi, '2026-11-22')).toEqual([]);
  });

  it('and was forgotten on the agenda is put on it', async () => {
    expect(await completeAgenda(world.services)).toBe(0);
    await world.store.commit([joinAgenda('prompt', [siti.id], world.now)]);
    await tick(world, '2026-11-23T08:30:00Z');
    expect(questions()).toBe(1);
  });
});

describe('a report', () => {
  it('that arrives between two slots silences the second', async () => {
    await tick(world, '2026-11-23T08:30:00Z');
    await siti.say('Rapat');
    await siti.press('Simpan');
    await tickUntil(world, '2026-11-23T16:00:00Z');
    expect(await told()).toEqual(['first sent', 'last reported']);
  });

  it('that arrives between decision and sending stops the prompt, and the reason is kept', async () => {
    world.outcomes = [{ ok: false, kind: 'later', afterMs: 60_000, scope: 'chat', reason: '429' }];
    await tick(world, '2026-11-23T08:30:00Z');
    await siti.say('Rapat');
    await siti.press('Simpan');
    world.advance(120_000);
    await world.settle();
    expect(questions()).toBe(0);
    expect(await rows()).toMatchObject([{ slot: 'first', outcome: 'prompted', settled: 'reported' }]);
    expect(await siti.say('/kenapa')).toContain(
      'dibatalkan sesaat sebelum dikirim, karena laporan sudah masuk',
    );
  });
});

describe('a downtime', () => {
  it('over a slot is caught up while the slot is of use, else told as missed', async () => {
    await tick(world);
    await tick(world, '2026-11-23T10:00:00Z');
    expect(questions()).toBe(1);
    await tick(world, '2026-11-23T16:00:00Z');
    expect(await told()).toEqual(['first sent', 'last too_late']);
    expect(await siti.say('/kenapa')).toContain('terlewat saat sistem tidak berjalan');
  });

  it('of days is not made up for, and every slot says so', async () => {
    await tick(world);
    await tick(world, '2026-11-26T09:00:00Z');
    expect(questions()).toBe(1);
    expect(await told(siti, '2026-11-24')).toEqual(['first too_late', 'last too_late']);
    expect(await told(siti, '2026-11-26')).toEqual(['first sent']);
  });

  it('of the platform past the cut-off leaves the prompt out', async () => {
    world.outcomes = [{ ok: false, kind: 'later', afterMs: 4 * 3_600_000, scope: 'chat', reason: '429' }];
    await tick(world, '2026-11-23T13:45:00Z');
    world.now = Date.parse('2026-11-23T17:45:00Z');
    await world.settle();
    expect(questions()).toBe(0);
    expect((await rows()).find((row) => row.slot === 'last')).toMatchObject({ settled: 'closed' });
  });
});

describe('a clock that jumps', () => {
  it('back and forward again fires each slot once', async () => {
    await tick(world, '2026-11-23T08:30:00Z');
    await tick(world, '2026-11-23T06:00:00Z');
    await tickUntil(world, '2026-11-23T16:00:00Z', 10);
    expect(questions()).toBe(2);
    expect(await told()).toEqual(['first sent', 'last sent']);
  });

  it('a year ahead and back does not silence the year between', async () => {
    await tick(world, '2027-11-23T01:00:00Z');
    await tick(world, '2026-11-23T08:30:00Z');
    expect(questions()).toBe(1);
  });
});

describe('two processes', () => {
  it('at once prompt each person once', async () => {
    const others = await Promise.all(['A', 'B', 'C'].map((name) => world.person(name, { unit })));
    world.now = Date.parse('2026-11-23T08:30:00Z');
    await Promise.all([1, 2, 3].map(() => runPrompts(world.services)));
    await world.settle();
    expect([siti, ...others].map(questions)).toEqual([1, 1, 1, 1]);
  });
});

describe('a zone that moves during the day', () => {
  const move = (zone: string) => world.store.commit([updatePerson(siti.id, { zone }), lookAgain([siti.id])]);

  it('east brings the slots nearer, west puts them off; each fires once', async () => {
    await tick(world, '2026-11-23T07:00:00Z');
    await move('Asia/Jayapura');
    await tick(world);
    // 15:30 in WIT was half an hour ago: still of use.
    expect(questions()).toBe(1);
    await move('Asia/Jakarta');
    await tickUntil(world, '2026-11-23T16:00:00Z');
    expect(await told()).toEqual(['first sent', 'last sent']);
    expect(questions()).toBe(2);
  });
});

describe('decisions', () => {
  it('are kept for as long as people ask, then forgotten', async () => {
    await tick(world, '2026-11-23T08:30:00Z');
    await world.store.commit([purgePrompts(world.now)]);
    expect(await rows()).toHaveLength(1);
    await world.store.commit([purgePrompts(world.now + 1)]);
    expect(await rows()).toHaveLength(0);
  });
});
