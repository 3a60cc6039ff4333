import { inArray } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openSqlite } from '../../db/sqlite.ts';
import { statement } from '../../db/store.ts';
import { accountFor, personOf, plain, type RenderResult, skip } from '../../src/app/rendered.ts';
import type { Services } from '../../src/app/services.ts';
import { say } from '../../src/core/message.ts';
import type { Platform } from '../../src/core/model.ts';
import { PACE } from '../../src/core/pace.ts';
import { createDelivery, type Delivery } from '../../src/delivery/delivery.ts';
import { createGate } from '../../src/delivery/gate.ts';
import { createBusyPlatform } from '../bench/busy-platform.ts';
import { addCrowd, addRows, addressAt } from '../bench/crowd.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

/** Monday, 08:00 in Jakarta. */
const START = Date.parse('2026-11-23T01:00:00Z');

/** An agency whose people are on one platform, and when what was sent to each of them arrived (ms after the start). */
async function agency(size: number, on: Platform) {
  const clock = createVirtualClock(START);
  const store = clock.watch(openSqlite(':memory:'));
  await addCrowd(store, size, on);
  const arrived: { kind: string; to: string; at: number }[] = [];
  const platforms = (['telegram', 'slack'] as const).map((platform) => ({
    platform,
    ...createBusyPlatform(platform, { perSecond: PACE[platform].perSecond + 1, perChat: 1 }, clock),
  }));
  const services: Services = {
    ...{ store, now: clock.now, newId: () => 'id', random: (bytes) => new Uint8Array(bytes) },
    agency: { zone: 'Asia/Jakarta', locale: 'id' },
    log: { info() {}, warn() {}, error: (facts) => expect(facts).toBe(null) },
    arrived: async () => {},
    pages: () => 1,
  };
  const render = async (
    _: Services,
    row: { kind: string; personId: string | null },
  ): Promise<RenderResult> => {
    const person = await personOf(services, row.personId);
    if (!person) return skip('gone');
    const to = await accountFor(services, person, 'employee');
    return 'skip' in to ? to : plain(to, say(row.kind));
  };
  const delivery: Delivery = createDelivery({
    ...{ services, render, evidenceDir: '.', isSending: () => false, renewLeases: async () => {} },
    after: clock.after,
    adapters: new Map(
      platforms.map(({ platform, adapter }) => [
        platform,
        {
          adapter: {
            ...adapter,
            async send(to, message) {
              const sent = await adapter.send(to, message);
              const [block] = message.blocks;
              const kind = block?.kind === 'line' ? String(block.parts[0]) : '';
              if (sent.ok) arrived.push({ kind, to: to.address, at: clock.now() - START });
              return sent;
            },
          },
          gate: createGate(PACE[platform], clock.now, clock.sleep),
        },
      ]),
    ),
  });
  return {
    ...{ clock, store, arrived, delivery },
    of: (kind: string) => arrived.filter((one) => one.kind === kind),
    async close() {
      let stopped = false;
      void delivery.stop().then(() => {
        stopped = true;
      });
      await clock.run(() => stopped);
      await store.close();
    },
  };
}

it('what concerns one person overtakes an announcement to thousands that is overdue', async () => {
  const { clock, store, delivery, of, close } = await agency(3_000, 'telegram');
  await addRows(store, 3_000, () => ({ kind: 'announcement', platform: 'telegram', dueAt: START - 60_000 }));
  delivery.start();
  await clock.run(() => of('announcement').length > 200);
  const said = clock.now();
  await addRows(store, 20, () => ({ kind: 'card', platform: null, dueAt: said }));
  await clock.run(() => of('card').length === 20);
  // Two seconds of bulk are under way before them, and they wait for the next look.
  expect(clock.now() - said).toBeLessThan(5_000);
  await clock.run(() => of('announcement').length === 3_000);
  await close();
});

it('prompts go first where an announcement is due at the same time', async () => {
  const { clock, store, delivery, of, arrived, close } = await agency(600, 'telegram');
  await addRows(store, 600, () => ({ kind: 'announcement', platform: 'telegram', dueAt: START - 60_000 }));
  await addRows(store, 600, () => ({ kind: 'prompt', platform: null, dueAt: START }));
  delivery.start();
  await clock.run(() => of('prompt').length === 600);
  expect(of('announcement').length).toBeLessThan(100);
  await clock.run(() => arrived.length === 1_200);
  await close();
});

it('a slow platform with a long queue holds up nobody on another one', async () => {
  const { clock, store, delivery, of, close } = await agency(1_000, 'slack');
  // Some people are on Telegram; everybody else waits for Slack, which takes four a second.
  const moved = new Set([990, 991, 992, 993].map(addressAt));
  await store.commit([
    statement('move', (db, t) =>
      db
        .update(t.accounts)
        .set({ platform: 'telegram' })
        .where(inArray(t.accounts.address, [...moved]))
        .returning({ id: t.accounts.id }),
    ),
  ]);
  await addRows(store, 1_000, (number) => ({ kind: 'talk', platform: null, dueAt: START - 1_000 + number }));
  delivery.start();
  await clock.run(() => of('talk').filter((one) => moved.has(one.to)).length === 4);
  expect(clock.now() - START).toBeLessThan(10_000);
  await clock.run(() => of('talk').length === 1_000);
  // Each lane keeps its order.
  const slack = of('talk').filter((one) => !moved.has(one.to));
  const numbers = slack.map((one) => Number(one.to.slice('chat-'.length)));
  const displaced = numbers.filter((number, index) => Math.abs(number - index) > 20);
  expect(displaced).toEqual([]);
  await close();
});
