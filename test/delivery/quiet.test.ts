import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertRules } from '../../db/queries/calendar.ts';
import { outboxByKey } from '../../db/queries/outbox.ts';
import { updatePerson } from '../../db/queries/people.ts';
import { statement } from '../../db/store.ts';
import { policyOf } from '../../src/app/notice-policy.ts';
import { notify } from '../../src/app/notices.ts';
import { instantOf, localDate, localMinute } from '../../src/core/local-time.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

const HOUR = 3_600_000;
let world: World;
let unit: string;
let siti: TestPerson;
let budi: TestPerson;

/** A world at a local time (WIB) of Monday, 23 November 2026. */
async function at(time: string): Promise<void> {
  world = await createWorld(new Date(`2026-11-23T${time}:00+07:00`).toISOString());
  unit = await world.unit('Bidang A');
  budi = await world.person('Budi', { unit, platform: 'slack' });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
}
async function report(what: string): Promise<void> {
  await siti.say(what);
  await siti.press('Simpan');
}
const pending = () => world.store.all(statement('pending', (db, t) => db.select().from(t.outbox)));

afterEach(() => world.close());

describe('in quiet hours', () => {
  beforeEach(() => at('21:30'));

  it('the card of a late report waits for the morning, and the employee is answered at once', async () => {
    await report('Rapat malam');
    expect(siti.last().text).toContain('Tersimpan');
    expect(budi.messages).toEqual([]);
    expect((await pending()).find((row) => row.kind === 'card')).toMatchObject({
      ...{ status: 'pending', reason: 'quiet' },
    });
    world.now = Date.parse('2026-11-24T05:59:59+07:00');
    await world.settle();
    expect(budi.messages).toEqual([]);
    world.advance(1_000);
    await world.settle();
    expect(budi.messages).toHaveLength(1);
  });

  it('a message that is there already is changed', async () => {
    world.now = Date.parse('2026-11-23T20:00:00+07:00');
    await report('Rapat sore');
    world.now = Date.parse('2026-11-23T22:00:00+07:00');
    await report('Rapat malam');
    expect(budi.messages).toHaveLength(1);
    expect(budi.last().text).toContain('Rapat malam');
  });

  it('remarks wait and arrive in the order in which they were said', async () => {
    world.now = Date.parse('2026-11-23T20:00:00+07:00');
    await report('Rapat sore');
    const card = budi.last();
    world.now = Date.parse('2026-11-23T22:00:00+07:00');
    await budi.say('Pertama', card.id);
    world.advance(60_000);
    await budi.say('Kedua', card.id);
    expect(siti.messages.some((m) => m.text.includes('Pertama'))).toBe(false);
    world.advance(8 * HOUR);
    await world.settle();
    const text = siti.messages.map((m) => m.text).join('\n');
    expect(text.indexOf('Pertama')).toBeGreaterThan(-1);
    expect(text.indexOf('Kedua')).toBeGreaterThan(text.indexOf('Pertama'));
  });

  it('a prompt is left out and says why', async () => {
    const date = localDate(world.now, 'Asia/Jakarta');
    await world.store.commit([notify('prompt', 'prompt:x', siti.id, { date, slot: 'first' }, world.now)]);
    await world.settle();
    expect(siti.messages).toEqual([]);
    const [row] = await world.store.all(outboxByKey({ key: 'prompt:x' }));
    expect(row).toMatchObject({ status: 'skipped', reason: 'quiet' });
  });

  it('whoever lost an account to another hears of it at once', async () => {
    const stolen = { platform: 'telegram' as const, address: siti.messages[0]?.id ?? 'x' };
    await world.store.commit([notify('replaced', 'replaced:x', siti.id, stolen, world.now)]);
    await world.settle();
    const [row] = await world.store.all(outboxByKey({ key: 'replaced:x' }));
    expect(row?.status).toBe('sent');
  });

  it('a kind of notice that nobody has thought of waits as well', () => {
    expect(policyOf('something_new')).toMatchObject({ quiet: 'waits', budget: 'free', merges: false });
  });
});

describe('quiet hours are those', () => {
  it('of the recipient’s zone', async () => {
    await at('19:30');
    // 21:30 where Budi works.
    await world.store.commit([updatePerson(budi.id, { zone: 'Asia/Jayapura' })]);
    await report('Rapat');
    expect(budi.messages).toEqual([]);
    world.now = Date.parse('2026-11-24T06:00:00+09:00');
    await world.settle();
    expect(budi.messages).toHaveLength(1);
  });

  it('of the recipient’s unit, and a change counts within a minute', async () => {
    await at('21:30');
    const rules = { id: 'r', effectiveFrom: '2026-11-01' };
    await report('Rapat');
    await world.store.commit([
      insertRules({ ...rules, unitId: unit, body: { quietFrom: '23:00', quietTo: '05:00' } }),
    ]);
    world.advance(61_000);
    await report('Rapat lagi');
    expect(budi.messages).toHaveLength(1);
  });
});

it('no notice is sent in its recipient’s quiet hours, whatever the zone, the rules and the hour', async () => {
  const zone = fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'America/New_York');
  const time = fc.integer({ min: 0, max: 1439 });
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  await fc.assert(
    fc.asyncProperty(zone, time, time, time, async (where, from, to, said) => {
      world = await createWorld(new Date(instantOf('2026-11-23', said, where)).toISOString());
      unit = await world.unit('Bidang A');
      await world.store.commit([
        insertRules({
          ...{ id: 'r', unitId: unit, effectiveFrom: '2026-11-01' },
          body: { quietFrom: clock(from), quietTo: clock(to) },
        }),
      ]);
      budi = await world.person('Budi', { unit, platform: 'slack', zone: where });
      siti = await world.person('Siti', { unit, supervisor: budi.id, zone: where });
      await report('Rapat');
      const quiet = (minute: number) =>
        from === to ? false : from < to ? minute >= from && minute < to : minute >= from || minute < to;
      if (budi.messages.length === 0) {
        expect(quiet(localMinute(world.now, where))).toBe(true);
        const [card] = (await pending()).filter((row) => row.kind === 'card');
        world.now = (card?.dueAt ?? 0) - 1;
        await world.settle();
        expect(budi.messages).toEqual([]);
        world.advance(1);
        await world.settle();
      }
      expect(budi.messages).toHaveLength(1);
      expect(quiet(localMinute(world.now, where))).toBe(false);
      await world.close();
    }),
    { numRuns: 60 },
  );
  world = await createWorld();
});
