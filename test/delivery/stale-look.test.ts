import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../db/sqlite.ts';
import type { Store } from '../../db/store.ts';
import { runPrompts } from '../../src/scheduler/prompts.ts';
import { createWorld } from '../support/world.ts';

describe('delivery', () => {
  it('does not send again what was sent while the outbox was being read', async () => {
    const base = openSqlite(':memory:');
    let held: (() => void)[] = [];
    let slow = false;
    // A database that answers late, with what was pending when it was asked.
    const store: Store = {
      ...base,
      async all(s) {
        const rows = await base.all(s);
        if (slow && s.label === 'dueInLane' && rows.length > 0)
          await new Promise<void>((resolve) => held.push(resolve));
        return rows;
      },
    };
    const world = await createWorld('2026-11-23T01:00:00Z', store);
    const siti = await world.person('Siti', { unit: await world.unit('Bidang A') });
    world.now = Date.parse('2026-11-23T08:30:00Z');
    await runPrompts(world.services);
    const turn = async () => {
      for (let i = 0; i < 30; i += 1) await new Promise((resolve) => setImmediate(resolve));
    };
    const release = () => {
      const now = held;
      held = [];
      for (const go of now) go();
    };
    slow = true;
    world.wake();
    await turn();
    // The first look takes the prompt in hand; a second one reads before it is written down.
    release();
    for (let i = 0; i < 50 && siti.messages.length === 0; i += 1) {
      world.wake();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await turn();
    release();
    slow = false;
    await turn();
    await world.settle();
    expect(siti.messages).toHaveLength(1);
    await world.close();
  });
});
