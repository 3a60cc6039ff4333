import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bucket, refill, take } from '../../src/core/pace.ts';
import { MAX_ATTEMPTS, retryDelay } from '../../src/core/retry.ts';
import { createGate } from '../../src/delivery/gate.ts';

describe('a bucket', () => {
  it('never lets more through than its size and rate allow, however messages come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 50 }), (gaps) => {
        let [bucket, now]: [Bucket, number] = [{ tokens: 3, at: 0 }, 0];
        const sent: number[] = [];
        for (const gap of gaps) {
          now += gap;
          const taken = take(refill(bucket, now, 1, 3), 1);
          bucket = taken.bucket;
          sent.push(now + taken.waitMs);
        }
        for (const start of sent) {
          expect(sent.filter((t) => t >= start && t < start + 10_000).length).toBeLessThanOrEqual(3 + 10);
        }
      }),
    );
  });
});

describe('the gate of a platform', () => {
  const limits = { perSecond: 10, perChat: 1, chatBurst: 2 };
  function gateAt() {
    let now = 0;
    const waits: number[] = [];
    const gate = createGate(
      limits,
      () => now,
      async (ms) => void waits.push(ms),
    );
    return { gate, waits, advance: (ms: number) => (now += ms) };
  }

  it('keeps a distance in one conversation and over all of them', async () => {
    const { gate, waits } = gateAt();
    for (let i = 0; i < 3; i += 1) await gate.turn('a');
    expect(waits).toEqual([100, 1000]);
  });

  it('leaves a blocked conversation alone, and everybody when the platform asks for it', async () => {
    const { gate, advance } = gateAt();
    gate.block('a', 5_000);
    expect(gate.blockedFor('a')).toBe(5_000);
    expect(gate.blockedFor('b')).toBe(0);
    gate.block(null, 2_000);
    expect(gate.blockedFor('b')).toBe(2_000);
    advance(5_000);
    expect(gate.blockedFor('a')).toBe(0);
  });

  it('counts answers, so that notices keep their distance from them', async () => {
    const { gate, waits } = gateAt();
    gate.count('a');
    gate.count('a');
    await gate.turn('a');
    expect(waits).toEqual([1000]);
  });
});

describe('trying again', () => {
  it('doubles its pauses up to five minutes and ends after about half an hour', () => {
    expect([1, 2, 3, 4].map(retryDelay)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(retryDelay(50)).toBe(300_000);
    const total = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, i) => retryDelay(i + 1)).reduce(
      (a, b) => a + b,
      0,
    );
    expect(total / 60_000).toBeGreaterThan(25);
    expect(total / 60_000).toBeLessThan(40);
  });
});
