import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertRules } from '../../db/queries/calendar.ts';
import { outboxByKey } from '../../db/queries/outbox.ts';
import { statement } from '../../db/store.ts';
import { notify } from '../../src/app/notices.ts';
import type { Sent } from '../../src/core/adapter.ts';
import { nextMorning } from '../../src/core/message-budget.ts';
import { quietSpan } from '../../src/core/quiet-hours.ts';
import { createWorld, type Seen, type TestPerson, type World } from '../support/world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let world: World;
let unit: string;
let siti: TestPerson;
let budi: TestPerson;
let card: string;

async function open(budget = 5): Promise<void> {
  world = await createWorld('2026-11-23T02:00:00Z');
  unit = await world.unit('Bidang A');
  await world.store.commit([
    insertRules({ id: 'r', unitId: null, effectiveFrom: '2026-11-01', body: { messageBudget: budget } }),
  ]);
  budi = await world.person('Budi', { unit, platform: 'slack' });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
  await siti.say('Rapat');
  await siti.press('Simpan');
  card = budi.last().id;
}
beforeEach(() => open());
afterEach(() => world.close());

const outbox = (kind: string) =>
  world.store
    .all(statement('all', (db, t) => db.select().from(t.outbox).orderBy(t.outbox.createdAt, t.outbox.key)))
    .then((rows) => rows.filter((row) => row.kind === kind));
const remarks = () => siti.messages.filter((m) => m.text.includes('Umpan balik dari Budi'));
const occurrences = (messages: Seen[], text: string) =>
  messages.reduce((sum, m) => sum + m.text.split(text).length - 1, 0);
async function say(...texts: string[]): Promise<void> {
  for (const text of texts) {
    await budi.say(text, card);
    world.advance(60_000);
  }
}

describe('the budget of a day', () => {
  it('lets so many messages through; the rest comes in the morning, in one message, and nothing is lost', async () => {
    await say('satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh');
    expect(remarks()).toHaveLength(5);
    const held = (await outbox('talk')).filter((row) => row.status === 'pending');
    expect(held.map((row) => [row.reason, new Date(row.dueAt).toISOString()])).toEqual([
      ['budget', '2026-11-23T23:00:00.000Z'],
      ['budget', '2026-11-23T23:00:00.000Z'],
    ]);
    world.now = Date.parse('2026-11-23T23:00:00Z');
    await world.settle();
    expect(remarks()).toHaveLength(6);
    expect(remarks().at(-1)?.text).toMatch(/1\. Umpan balik[\s\S]*enam[\s\S]*2\. Umpan balik[\s\S]*tujuh/);
  });

  it('leaves a prompt out and says so', async () => {
    await say('satu', 'dua', 'tiga', 'empat', 'lima');
    const ani = siti.id;
    await world.store.commit([
      notify('prompt', 'prompt:x', ani, { date: '2026-11-22', slot: 'first' }, world.now),
    ]);
    await world.settle();
    // What is not wanted any more says that first.
    expect((await outbox('prompt'))[0]).toMatchObject({ status: 'skipped', reason: 'weekend' });
    const rina = await world.person('Rina', { unit, supervisor: budi.id });
    await world.store.commit([
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((slot) =>
        notify('prompt', `prompt:${slot}`, rina.id, { date: '2026-11-23', slot }, world.now),
      ),
    ]);
    await world.settle();
    expect(rina.messages).toHaveLength(5);
    const [last] = await world.store.all(outboxByKey({ key: 'prompt:f' }));
    expect(last).toMatchObject({ status: 'skipped', reason: 'budget' });
  });

  it('counts neither answers to what somebody wrote, nor a conversation, nor the supervisor’s cards', async () => {
    await say('satu', 'dua', 'tiga', 'empat', 'lima');
    const feedback = remarks()[0] as Seen;
    for (let round = 0; round < 3; round += 1) {
      await siti.say(`jawaban ${round}`, feedback.id);
      const reply = budi.messages.findLast((m) => m.text.includes(`jawaban ${round}`)) as Seen;
      expect(reply).toBeDefined();
      await budi.say(`balasan ${round}`, reply.id);
      expect(siti.last().text).toContain(`balasan ${round}`);
    }
    for (let i = 0; i < 8; i += 1) {
      await siti.say(`Kegiatan ${i}`);
      await siti.press('Simpan');
      expect(siti.last().text).toContain('Tersimpan');
    }
    expect(budi.messages.find((m) => m.id === card)?.text).toContain('Kegiatan 7');
  });

  it('is used up again on the next day, and what is left waits once more', async () => {
    await world.close();
    await open(1);
    await say('satu', 'dua');
    expect(remarks()).toHaveLength(1);
    world.advance(DAY);
    await world.settle();
    expect(remarks()).toHaveLength(2);
    await say('tiga');
    expect(remarks()).toHaveLength(2);
    world.advance(DAY);
    await world.settle();
    expect(remarks()).toHaveLength(3);
  });

  it('of nothing still lets one message a day through', async () => {
    await world.close();
    await open(0);
    await say('satu', 'dua');
    expect(remarks()).toHaveLength(1);
  });
});

describe('notices that are due together', () => {
  /** Remarks that wait for the same moment. */
  async function together(...texts: string[]): Promise<void> {
    world.now = Date.parse('2026-11-23T15:00:00Z');
    await say(...texts);
    world.now = Date.parse('2026-11-23T23:00:00Z');
  }

  it('leave in one message and count once; each row is settled with it', async () => {
    await together('satu', 'dua', 'tiga');
    await world.settle();
    expect(remarks()).toHaveLength(1);
    expect(remarks()[0]?.buttons).toEqual(['1. Balas', '2. Balas', '3. Balas']);
    const rows = await outbox('talk');
    expect(rows.map((row) => [row.status, row.reason])).toEqual([
      ['sent', null],
      ['sent', `merged:${rows[0]?.key}`],
      ['sent', `merged:${rows[0]?.key}`],
    ]);
  });

  it('keep their buttons: each remark can be answered by itself', async () => {
    await together('satu', 'dua');
    await world.settle();
    await siti.press('2. Balas');
    await siti.say('Siap yang kedua');
    expect(budi.last().text).toContain('Siap yang kedua');
  });

  it('wait together when the platform fails, and come once', async () => {
    await together('satu', 'dua');
    world.outcomes = [{ ok: false, kind: 'later', afterMs: null, scope: 'chat', reason: 'HTTP 502' }];
    await world.settle();
    expect(remarks()).toEqual([]);
    expect((await outbox('talk')).map((row) => row.attempts)).toEqual([1, 1]);
    world.advance(2_000);
    await world.settle();
    expect(occurrences(remarks(), 'satu') + occurrences(remarks(), 'dua')).toBe(2);
    expect(remarks()).toHaveLength(1);
  });

  it('do not fail together: what the platform refuses is tried alone', async () => {
    await together('satu', 'dua', 'tiga');
    const refused: Sent = { ok: false, kind: 'refused', reason: 'invalid_blocks' };
    world.outcomes = [refused, refused];
    await world.settle();
    expect((await outbox('talk')).map((row) => row.status).toSorted()).toEqual(['failed', 'sent', 'sent']);
    expect(remarks()).toHaveLength(2);
  });
});

it('whatever comes when, nothing is lost, nothing comes twice, and no day has more than its budget', async () => {
  const failures = fc.constantFrom<Sent | null>(
    null,
    null,
    { ok: false, kind: 'later', afterMs: null, scope: 'chat', reason: 'HTTP 502' },
    { ok: false, kind: 'later', afterMs: 3_000, scope: 'chat', reason: '429' },
  );
  const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 * HOUR }), fc.integer({ min: 1, max: 4 })), {
    minLength: 1,
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      steps,
      fc.array(failures),
      async (budget, waits, bad) => {
        await world.close();
        await open(budget);
        const before = siti.messages.length;
        const came: { at: number; count: number }[] = [];
        const watch = async (ms: number) => {
          const seen = siti.messages.length;
          world.advance(ms);
          await world.settle();
          came.push({ at: world.now, count: siti.messages.length - seen });
        };
        world.outcomes = bad.map((sent): Sent => sent ?? { ok: true, messageIds: [] });
        let said = 0;
        for (const [wait, count] of waits) {
          const seen = siti.messages.length;
          for (let i = 0; i < count; i += 1) await budi.say(`kata-${said++}.`, card);
          came.push({ at: world.now, count: siti.messages.length - seen });
          await watch(wait);
        }
        for (let hour = 0; hour < 24 * 20; hour += 1) await watch(HOUR);
        const news = siti.messages.slice(before);
        for (let i = 0; i < said; i += 1) expect(occurrences(news, `kata-${i}.`)).toBe(1);
        const perDay = new Map<string, number>();
        for (const { at, count } of came) {
          const date = new Date(at + 7 * HOUR).toISOString().slice(0, 10);
          perDay.set(date, (perDay.get(date) ?? 0) + count);
        }
        for (const count of perDay.values()) expect(count).toBeLessThanOrEqual(budget);
        expect((await outbox('talk')).every((row) => row.status === 'sent')).toBe(true);
      },
    ),
    { numRuns: 15 },
  );
}, 120_000);

it('the morning is never quiet, is on the next day, and comes within two days', () => {
  const clock = fc.integer({ min: 0, max: 1439 }).map((minute) => {
    const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
    return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  });
  const now = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-01-01') });
  const zone = fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura');
  fc.assert(
    fc.property(now, zone, clock, clock, (at, where, quietFrom, quietTo) => {
      const rules = { quietFrom, quietTo };
      const morning = nextMorning(at, where, rules);
      expect(quietSpan(morning, where, rules)).toBe(null);
      expect(morning).toBeGreaterThan(at);
      expect(morning - at).toBeLessThanOrEqual(2 * DAY);
    }),
  );
});
