import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quietFrom, quietOn, quietResults, type WatchedResult } from '../../../src/core/actions/radar.ts';
import type { CalendarFacts } from '../../../src/core/calendar.ts';
import { addDays } from '../../../src/core/local-time.ts';

const facts: CalendarFacts = {
  ...{ workDays: () => [1, 2, 3, 4, 5], holidays: new Map(), absences: [], shifts: new Map(), ramadan: [] },
};
const result = (change: Partial<WatchedResult> = {}): WatchedResult => ({
  ...{ id: 'r', number: 2, title: 'Rapat', since: '2026-01-01', lastOn: '2026-11-02', pausedUntil: null },
  ...change,
});
const absent = (fromDate: string, toDate: string): CalendarFacts => ({
  ...facts,
  absences: [{ fromDate, toDate, kind: 'cuti' }],
});

describe('a quiet work result', () => {
  it('is found on the working day after fifteen working days without an activity or evidence', () => {
    // Monday 2 November; the fifteenth working day behind it is Monday 23 November.
    expect(quietOn(result(), { facts, days: 15 }, '2026-12-31')).toBe('2026-11-24');
    expect(quietResults([result()], { facts, days: 15 }, '2026-11-23')).toEqual([]);
    expect(quietResults([result()], { facts, days: 15 }, '2026-11-24')).toMatchObject([
      { number: 2, quietFrom: '2026-11-03', workingDays: 15 },
    ]);
  });

  it('is not found on days on which its owner is away', () => {
    const away = { facts: absent('2026-11-09', '2026-11-13'), days: 15 };
    expect(quietOn(result(), away, '2026-12-31')).toBe('2026-12-01');
    const back = { facts: absent('2026-11-24', '2026-11-27'), days: 15 };
    expect(quietOn(result(), back, '2026-12-31')).toBe('2026-11-30');
    const holiday = { facts: { ...facts, holidays: new Map([['2026-11-24', 'Libur']]) }, days: 15 };
    expect(quietOn(result(), holiday, '2026-12-31')).toBe('2026-11-25');
  });

  it('begins to be quiet when it comes into the plan, with the last thing done, or when a pause ends', () => {
    expect(quietFrom(result({ lastOn: null, since: '2026-10-05' }))).toBe('2026-10-05');
    expect(quietFrom(result())).toBe('2026-11-03');
    expect(quietFrom(result({ pausedUntil: '2026-12-31' }))).toBe('2027-01-01');
  });

  it('is not told of before the pause is over and as many working days have passed again', () => {
    const paused = result({ pausedUntil: '2026-09-30' });
    expect(quietOn({ ...paused, lastOn: '2026-07-01' }, { facts, days: 15 }, '2026-12-31')).toBe(
      '2026-10-22',
    );
  });

  const watched = fc.record({
    since: fc.integer({ min: 0, max: 200 }).map((n) => addDays('2026-01-01', n)),
    lastOn: fc.option(fc.integer({ min: 0, max: 300 }).map((n) => addDays('2026-01-01', n))),
    pausedUntil: fc.option(fc.integer({ min: 0, max: 300 }).map((n) => addDays('2026-01-01', n))),
  });
  const away = fc
    .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 30 }))
    .map(([from, days]) => absent(addDays('2026-01-01', from), addDays('2026-01-01', from + days)));

  it('is never found earlier because of an absence or something that was done', () => {
    fc.assert(
      fc.property(watched, away, fc.integer({ min: 1, max: 30 }), (change, calendar, days) => {
        const one = result(change);
        const plain = quietOn(one, { facts, days }, '2027-12-31')!;
        expect(quietOn(one, { facts: calendar, days }, '2027-12-31')! >= plain).toBe(true);
        const active = { ...one, lastOn: plain };
        expect(quietOn(active, { facts, days }, '2027-12-31')! > plain).toBe(true);
      }),
    );
  });

  it('is quiet from the day that was foretold, and on every later one', () => {
    fc.assert(
      fc.property(watched, away, fc.integer({ min: 1, max: 20 }), (change, calendar, days) => {
        const rules = { facts: calendar, days };
        const one = result(change);
        const on = quietOn(one, rules, '2027-12-31')!;
        expect(quietResults([one], rules, addDays(on, -1))).toEqual([]);
        expect(quietResults([one], rules, on)[0]!.workingDays).toBe(days);
        expect(quietResults([one], rules, addDays(on, 10))[0]!.workingDays).toBeGreaterThanOrEqual(days);
      }),
    );
  });
});
