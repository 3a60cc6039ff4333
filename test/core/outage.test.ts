import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../src/core/local-time.ts';
import { closesAfter, type Downtime } from '../../src/core/outage.ts';
import { quietSpan } from '../../src/core/quiet-hours.ts';

const ZONE = 'Asia/Jakarta';
const DATE = '2026-11-23';
const QUIET = { quietFrom: '21:00', quietTo: '06:00' };
const NEVER_QUIET = { quietFrom: '00:00', quietTo: '00:00' };
const at = (minute: number) => instantOf(DATE, minute, ZONE);
const clock = (hours: number, minutes = 0) => at(hours * 60 + minutes);
const closing = (close: number, grace = 0) => ({ closesAt: close, graceUntil: close + grace * 60_000 });
const down = (from: number, to: number): Downtime => ({ fromAt: from, toAt: to });

describe('the cut-off after an outage', () => {
  it('is its end plus what was lost of the last three hours', () => {
    const four = closing(clock(16));
    expect(closesAfter(four, [down(clock(15, 10), clock(15, 55))], ZONE, QUIET)).toBe(clock(16, 40));
    expect(closesAfter(four, [down(clock(9), clock(17))], ZONE, QUIET)).toBe(clock(20));
    expect(closesAfter(four, [down(clock(15, 30), clock(18))], ZONE, QUIET)).toBe(clock(18, 30));
  });

  it('stays where there is time enough, and where nothing was hit', () => {
    const four = closing(clock(16));
    for (const harmless of [
      down(clock(9), clock(13)),
      down(clock(13), clock(14)),
      down(clock(16), clock(18)),
      down(clock(14), clock(14, 30)),
    ])
      expect(closesAfter(four, [harmless], ZONE, QUIET)).toBe(clock(16));
  });

  it('counts the grace period as a time in which people report', () => {
    const grace = closing(clock(16), 60);
    expect(closesAfter(grace, [down(clock(16, 10), clock(16, 40))], ZONE, QUIET)).toBe(clock(17, 10));
  });

  it('is moved behind quiet hours, with what was lost', () => {
    const midnight = closing(clock(24));
    const lost = [down(clock(23, 20), clock(23, 50))];
    expect(closesAfter(midnight, lost, ZONE, QUIET)).toBe(clock(30, 30));
    expect(closesAfter(midnight, lost, ZONE, NEVER_QUIET)).toBe(clock(24, 20));
  });

  it('is moved again by an outage that hits what was gained', () => {
    const outages = [down(clock(15, 10), clock(15, 55)), down(clock(16, 10), clock(16, 30))];
    expect(closesAfter(closing(clock(16)), outages, ZONE, QUIET)).toBe(clock(16, 50));
  });

  it('counts overlapping outages once', () => {
    const outages = [down(clock(15), clock(15, 40)), down(clock(15, 20), clock(15, 55))];
    expect(closesAfter(closing(clock(16)), outages, ZONE, QUIET)).toBe(clock(16, 50));
  });

  const outage = fc
    .record({ from: fc.integer({ min: 0, max: 2_400 }), minutes: fc.integer({ min: 1, max: 700 }) })
    .map(({ from, minutes }) => down(at(from), at(from + minutes)));
  const window = fc
    .record({ close: fc.constantFrom(840, 960, 1_440, 1_590), grace: fc.constantFrom(0, 30, 120) })
    .map(({ close, grace }) => closing(at(close), grace));
  const quiet = fc.constantFrom(QUIET, NEVER_QUIET, { quietFrom: '12:00', quietTo: '13:00' });

  it('is never earlier than before, and does not depend on the order of outages', () => {
    fc.assert(
      fc.property(
        window,
        fc.array(outage, { maxLength: 6 }),
        quiet,
        fc.infiniteStream(fc.nat()),
        (w, list, q, keys) => {
          const close = closesAfter(w, list, ZONE, q);
          expect(close).toBeGreaterThanOrEqual(w.closesAt);
          const shuffled = list.map((o) => ({ o, key: keys.next().value })).sort((a, b) => a.key - b.key);
          expect(
            closesAfter(
              w,
              shuffled.map(({ o }) => o),
              ZONE,
              q,
            ),
          ).toBe(close);
          expect(closesAfter(w, [...list, ...list], ZONE, q)).toBe(close);
        },
      ),
    );
  });

  it('is only moved by what overlaps the last three hours or the grace period, and never into quiet hours', () => {
    fc.assert(
      fc.property(window, outage, quiet, (w, o, q) => {
        const close = closesAfter(w, [o], ZONE, q);
        const hit = o.fromAt < w.graceUntil && o.toAt > w.closesAt - 3 * 3_600_000;
        if (!hit) expect(close).toBe(w.closesAt);
        if (close === w.closesAt) return;
        expect(close).toBeGreaterThan(o.toAt);
        expect(quietSpan(close, ZONE, q)).toBeNull();
      }),
    );
  });
});
