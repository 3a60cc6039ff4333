import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpenOn, overlaps, readActionPeriod } from '../../../src/core/actions/period.ts';
import { addDays } from '../../../src/core/local-time.ts';
import { periodAfter, periodBefore, periodOn } from '../../../src/core/named-period.ts';

const date = fc.integer({ min: 0, max: 5_000 }).map((days) => addDays('2020-01-01', days));
const kind = fc.constantFrom('month' as const, 'quarter' as const);

describe('a period of action plans', () => {
  it.each([
    ['2026-03', 'month', '2026-03-01', '2026-03-31'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2026-Q1', 'quarter', '2026-01-01', '2026-03-31'],
    ['2026-q4', 'quarter', '2026-10-01', '2026-12-31'],
    ['2026-TW2', 'quarter', '2026-04-01', '2026-06-30'],
  ])('%s is a %s from %s to %s', (text, expected, from, to) => {
    expect(readActionPeriod(text)).toMatchObject({ kind: expected, from, to });
  });

  it.each(['', '2026', '2026-13', '2026-00', '2026-Q5', '2026-Q0', 'Q1', '26-01', '2026-1'])(
    'is not named by %j',
    (text) => {
      expect(readActionPeriod(text)).toBeNull();
    },
  );

  it('names itself, and every date lies in exactly one month and one quarter', () => {
    fc.assert(
      fc.property(date, kind, (day, of) => {
        const period = periodOn(of, day);
        expect(readActionPeriod(period.text)).toEqual(period);
        expect(isOpenOn(period.text, day)).toBe(true);
        expect(isOpenOn(periodAfter(period).text, day)).toBe(false);
        expect(isOpenOn(periodBefore(period).text, day)).toBe(false);
      }),
    );
  });

  it('follows the one before without a gap, over the year as well', () => {
    fc.assert(
      fc.property(date, kind, (day, of) => {
        const period = periodOn(of, day);
        expect(periodAfter(period).from).toBe(addDays(period.to, 1));
        expect(periodBefore(periodAfter(period))).toEqual(period);
      }),
    );
  });

  it('overlaps the quarter that it lies in and no other', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        const [month, quarter] = [periodOn('month', a), periodOn('quarter', b)];
        expect(overlaps(month, quarter)).toBe(periodOn('quarter', a).text === quarter.text);
        expect(overlaps(month, quarter)).toBe(overlaps(quarter, month));
      }),
    );
  });
});
