import { runDigests } from '../../src/scheduler/digests.ts';
import { runPrompts } from '../../src/scheduler/prompts.ts';
import type { World } from './world.ts';

/** Lets the scheduler look at an instant, or now, and everything leave that is due. */
export async function tick(world: World, at?: string): Promise<void> {
  if (at) world.now = Date.parse(at);
  await runPrompts(world.services);
  await runDigests(world.services);
  await world.settle();
}

/** Lets the scheduler look every so many minutes up to an instant. */
export async function tickUntil(world: World, end: string, minutes = 15): Promise<void> {
  while (world.now < Date.parse(end)) {
    world.now = Math.min(Date.parse(end), world.now + minutes * 60_000);
    await tick(world);
  }
}
