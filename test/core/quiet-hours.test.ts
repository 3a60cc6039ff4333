import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, localMinute } from '../../src/core/local-time.ts';
import { quietEnd, quietSpan } from '../../src/core/quiet-hours.ts';
import { minuteOf } from '../../src/core/rules.ts';

const MINUTE = 60_000;
const two = (n: number) => String(n).padStart(2, '0');
const clock = fc.integer({ min: 0, max: 1439 }).map((m) => `${two(Math.floor(m / 60))}:${two(m % 60)}`);
const rules = fc.record({ quietFrom: clock, quietTo: clock });
const zone = fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Asia/Kathmandu');
const instant = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2028-01-01') });

/** Whether a minute of the day lies in quiet hours, said in the plainest way. */
function isQuiet(minute: number, from: number, to: number): boolean {
  if (from < to) return from <= minute && minute < to;
  return from > to && (minute >= from || minute < to);
}

describe('quiet hours', () => {
  it('hold an instant exactly if its local minute lies between their times', () => {
    fc.assert(
      fc.property(instant, zone, rules, (now, where, quiet) => {
        const wanted = isQuiet(localMinute(now, where), minuteOf(quiet.quietFrom), minuteOf(quiet.quietTo));
        expect(quietSpan(now, where, quiet) !== null).toBe(wanted);
      }),
    );
  });

  it('are a span around the instant that begins and ends at their local times', () => {
    fc.assert(
      fc.property(instant, zone, rules, (now, where, quiet) => {
        const span = quietSpan(now, where, quiet);
        if (!span) return;
        expect(span.from <= now && now < span.to).toBe(true);
        expect(localMinute(span.from, where)).toBe(minuteOf(quiet.quietFrom));
        expect(localMinute(span.to, where)).toBe(minuteOf(quiet.quietTo));
        expect(span.to - span.from).toBeLessThan(24 * 60 * MINUTE);
      }),
    );
  });

  it('are the same span wherever in it one asks', () => {
    fc.assert(
      fc.property(
        instant,
        zone,
        rules,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (now, where, quiet, part) => {
          const span = quietSpan(now, where, quiet);
          if (!span) return;
          const other = span.from + Math.floor((span.to - span.from) * part);
          expect(quietSpan(other, where, quiet)).toEqual(span);
          expect(quietSpan(span.from - 1, where, quiet)).not.toEqual(span);
        },
      ),
    );
  });

  it('end at the first instant that is not quiet: never before now, and nothing later is needed', () => {
    fc.assert(
      fc.property(instant, zone, rules, (now, where, quiet) => {
        const end = quietEnd(now, where, quiet);
        expect(end).toBeGreaterThanOrEqual(now);
        expect(quietSpan(end, where, quiet)).toBeNull();
        expect(quietEnd(end, where, quiet)).toBe(end);
        if (end > now) expect(quietSpan(end - 1, where, quiet)).not.toBeNull();
      }),
    );
  });

  it('are never, where both times are the same', () => {
    fc.assert(
      fc.property(instant, zone, clock, (now, where, time) => {
        expect(quietEnd(now, where, { quietFrom: time, quietTo: time })).toBe(now);
      }),
    );
  });

  it('reach over midnight, and are each person’s own', () => {
    const night = { quietFrom: '21:00', quietTo: '06:00' };
    const at = instantOf('2026-11-23', 19 * 60 + 30, 'Asia/Jakarta');
    expect(quietSpan(at, 'Asia/Jakarta', night)).toBeNull();
    expect(quietSpan(at, 'Asia/Jayapura', night)).toEqual({
      from: instantOf('2026-11-23', 21 * 60, 'Asia/Jayapura'),
      to: instantOf('2026-11-24', 6 * 60, 'Asia/Jayapura'),
    });
    const early = instantOf('2026-11-23', 5 * 60 + 59, 'Asia/Jakarta');
    expect(quietEnd(early, 'Asia/Jakarta', night)).toBe(early + MINUTE);
  });
});
