import { describe, expect, it } from 'vitest';
import { createEase } from '../../src/delivery/ease.ts';
import { createGate } from '../../src/delivery/gate.ts';

describe('the pace that a platform takes', () => {
  function easeAt() {
    let now = 0;
    return { ease: createEase(29, () => now), advance: (ms: number) => (now += ms) };
  }

  it('falls a little with a refusal, further while refusals go on, and counts those that come together once', () => {
    const { ease, advance } = easeAt();
    for (let i = 0; i < 5; i += 1) ease.refused();
    expect(ease.perSecond()).toBeCloseTo(28.71, 2);
    advance(3_000);
    ease.refused();
    expect(ease.perSecond()).toBeCloseTo(28.14, 2);
    for (let i = 0; i < 100; i += 1) {
      advance(3_000);
      ease.refused();
    }
    expect(ease.perSecond()).toBe(29 / 4);
  });

  it('is tried again after an hour without a refusal, and never exceeds its limit', () => {
    const { ease, advance } = easeAt();
    ease.refused();
    advance(59 * 60_000);
    expect(ease.perSecond()).toBeCloseTo(28.71, 2);
    advance(2 * 60_000);
    expect(ease.perSecond()).toBeCloseTo(29, 1);
    for (let i = 0; i < 5; i += 1) {
      advance(2 * 3_600_000);
      expect(ease.perSecond()).toBeLessThanOrEqual(29);
    }
  });
});

describe('the gate', () => {
  /** A clock on which everybody sleeps longer than asked, now and then very long. */
  function lateClock(lateness: (n: number) => number) {
    let now = 0;
    let turn = 0;
    const sleepers: { at: number; wake(): void }[] = [];
    return {
      now: () => now,
      sleep: (ms: number) =>
        new Promise<void>((wake) => void sleepers.push({ at: now + ms + lateness(turn++), wake })),
      async run(until: () => boolean) {
        while (!until()) {
          for (let i = 0; i < 5; i += 1) await Promise.resolve();
          sleepers.sort((a, b) => a.at - b.at);
          const next = sleepers.shift();
          if (!next) continue;
          now = Math.max(now, next.at);
          next.wake();
        }
      },
    };
  }

  it('lets no second have more than its share, however late timers fire, and loses next to nothing', async () => {
    const clock = lateClock((n) => (n % 97 === 0 ? 300 : (n * 7) % 4));
    const gate = createGate({ perSecond: 29, perChat: 1, chatBurst: 3 }, clock.now, clock.sleep);
    const sent: number[] = [];
    const total = 3_000;
    let next = 0;
    const send = async () => {
      while (next < total) {
        await gate.turn(`chat ${next++}`);
        sent.push(clock.now());
      }
    };
    const senders = Array.from({ length: 58 }, send);
    await clock.run(() => sent.length === total);
    await Promise.all(senders);
    for (let i = 29; i < total; i += 1)
      expect((sent[i] as number) - (sent[i - 29] as number)).toBeGreaterThanOrEqual(1_000);
    const seconds = ((sent.at(-1) as number) - (sent[300] as number)) / 1_000;
    expect((total - 301) / seconds).toBeGreaterThan(0.95 * 30);
  });

  it('takes a refusal of a conversation that had room of its own for one of the platform', async () => {
    let now = 0;
    const waits: number[] = [];
    const gate = createGate(
      { perSecond: 10, perChat: 1, chatBurst: 3 },
      () => now,
      async (ms) => void waits.push(ms),
    );
    await gate.turn('a');
    gate.block('a', 0);
    await gate.turn('b');
    now += 1;
    expect(waits[0]).toBeGreaterThan(100);
    for (let i = 0; i < 4; i += 1) await gate.turn('c');
    now += 60_000;
    waits.length = 0;
    await gate.turn('d');
    gate.count('e');
    gate.count('e');
    gate.count('e');
    gate.block('e', 0);
    await gate.turn('f');
    expect(waits[0]).toBeLessThanOrEqual(102);
  });
});
