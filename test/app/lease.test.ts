import { afterEach, beforeEach, expect, it } from 'vitest';
import { dueInLane } from '../../db/queries/lanes.ts';
import { createApp } from '../../src/app/app.ts';
import type { Inbound } from '../../src/core/inbound.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const lane = { platform: 'telegram', bulk: false } as const;
const due = async () => (await world.store.all(dueInLane(lane, { now: world.now }))).map((row) => row.key);
const hello = (key: string): Inbound => ({
  key,
  from: {
    ...{ platform: 'telegram', id: 'x', address: 'x', name: 'x', language: 'id', forms: false },
    email: async () => null,
  },
  event: { kind: 'text', text: 'halo', replyTo: null, messageId: '1', forwarded: false },
});

it('an answer that takes long to send is left alone by other processes, and taken over when its own is gone', async () => {
  const app = createApp(world.services, () => {});
  await app.handle(hello('k'));
  for (let second = 0; second < 20; second += 1) {
    world.advance(1_000);
    await app.renewLeases();
    expect(await due()).toEqual([]);
  }
  world.advance(2_900);
  expect(await due()).toEqual([]);
  world.advance(200);
  expect(await due()).toEqual(['k']);
});

it('an answer that was put off keeps the moment it was put off to', async () => {
  const app = createApp(world.services, () => {});
  await app.handle(hello('k'));
  world.advance(2_000);
  app.unsent('k', 60_000, 'Too Many Requests');
  await app.renewLeases();
  await world.store.commit([]);
  world.advance(59_000);
  await app.renewLeases();
  expect(await due()).toEqual([]);
  world.advance(2_000);
  expect(await due()).toEqual(['k']);
});
