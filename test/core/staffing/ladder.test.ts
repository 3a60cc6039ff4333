import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarFacts, dayOff } from '../../../src/core/calendar.ts';
import { addDays, datesBetween } from '../../../src/core/local-time.ts';
import {
  canBeMissing,
  decideStep,
  parseSubject,
  subjectSpan,
  subjectText,
  workingDayAfter,
} from '../../../src/core/staffing/ladder.ts';

/** A Monday. */
const TODAY = '2026-11-23';
const calendar = (change: Partial<CalendarFacts> = {}): CalendarFacts => ({
  workDays: () => [1, 2, 3, 4, 5],
  holidays: new Map(),
  absences: [],
  shifts: new Map(),
  ramadan: [],
  ...change,
});
const away = (fromDate: string, toDate: string) =>
  calendar({ absences: [{ fromDate, toDate, kind: 'cuti' }] });
const step = (n: number, complete = false) => ({ step: n, complete, ladderDays: 5 });

describe('administrative reminders 1-2-3', () => {
  it('follow each other after working days, and end with the third', () => {
    expect(decideStep(step(1), TODAY, calendar())).toEqual({ kind: 'sent', nextOn: '2026-11-30' });
    expect(decideStep(step(2), '2026-11-30', calendar())).toEqual({ kind: 'sent', nextOn: '2026-12-07' });
    expect(decideStep(step(3), '2026-12-07', calendar())).toEqual({ kind: 'sent', nextOn: null });
  });

  it('stop by themselves once nothing is missing', () => {
    for (const n of [1, 2, 3])
      expect(decideStep(step(n, true), TODAY, calendar())).toEqual({ kind: 'settled' });
  });

  it('wait for somebody who is away, and do not count the days away', () => {
    expect(decideStep(step(1), TODAY, away('2026-11-20', '2026-11-25'))).toEqual({
      kind: 'waits',
      onDate: '2026-11-26',
    });
    expect(decideStep(step(1), TODAY, away('2026-11-24', '2026-11-26'))).toEqual({
      kind: 'sent',
      nextOn: '2026-12-03',
    });
  });

  it('look again at somebody who is away for very long', () => {
    expect(decideStep(step(1), TODAY, away('2026-01-01', '2028-01-01'))).toEqual({
      kind: 'waits',
      onDate: addDays(TODAY, 120),
    });
  });

  it('never come on a day off', () => {
    const dates = datesBetween(TODAY, addDays(TODAY, 40));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...dates), { maxLength: 20 }),
        fc.integer({ min: 0, max: 12 }),
        (holidays, count) => {
          const facts = calendar({ holidays: new Map(holidays.map((date) => [date, 'Libur'])) });
          const date = workingDayAfter(TODAY, count, facts)!;
          expect(dayOff(date, facts)).toBeNull();
          const worked = datesBetween(addDays(TODAY, 1), date).filter((d) => dayOff(d, facts) === null);
          if (count > 0) expect(worked).toHaveLength(count);
        },
      ),
    );
  });
});

describe('what is missing', () => {
  it.each(['plan:2026', 'evaluation:2026', 'evaluation:2026-03', 'evaluation:2026-Q1', 'reports:2026-03'])(
    'is read as it was written: %s',
    (text) => {
      expect(subjectText(parseSubject(text)!)).toBe(text);
    },
  );

  it.each(['plan:2026-03', 'reports:2026', 'reports:2026-13', 'evaluation:2026-Q5', 'teguran:2026', ''])(
    'is nothing else: "%s"',
    (text) => {
      expect(parseSubject(text)).toBeNull();
    },
  );

  it('has a period that has to have come', () => {
    expect(subjectSpan({ kind: 'evaluation', period: '2026-Q1' })).toEqual({
      from: '2026-01-01',
      to: '2026-03-31',
    });
    expect(canBeMissing({ kind: 'plan', period: '2027' }, TODAY)).toBe(true);
    expect(canBeMissing({ kind: 'plan', period: '2028' }, TODAY)).toBe(false);
    expect(canBeMissing({ kind: 'evaluation', period: '2026-Q3' }, TODAY)).toBe(true);
    expect(canBeMissing({ kind: 'evaluation', period: '2026-Q4' }, TODAY)).toBe(false);
    expect(canBeMissing({ kind: 'reports', period: '2026-11' }, TODAY)).toBe(true);
    expect(canBeMissing({ kind: 'reports', period: '2026-12' }, TODAY)).toBe(false);
  });
});
