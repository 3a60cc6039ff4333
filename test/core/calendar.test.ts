import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarFacts, dayOff, hoursOn, netMinutes, type Shift } from '../../src/core/calendar.ts';
import { addDays, datesBetween, weekday } from '../../src/core/local-time.ts';
import { defaultRules } from '../../src/core/rules.ts';

const facts = (change: Partial<CalendarFacts> = {}): CalendarFacts => ({
  workDays: () => defaultRules.workDays,
  holidays: new Map(),
  absences: [],
  shifts: new Map(),
  ramadan: [],
  ...change,
});
const MONDAY = '2026-11-23';
const night: Shift = { start: 1320, end: 1800 };
const date = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2024-01-01', days));

/** Minutes that are worked in the week that begins on a Monday, holidays left out. */
const weekMinutes = (monday: string, calendar: CalendarFacts) =>
  datesBetween(monday, addDays(monday, 6))
    .filter((day) => dayOff(day, calendar) === null)
    .reduce((sum, day) => sum + netMinutes(hoursOn(day, defaultRules, calendar)), 0);

describe('a week by the default rules (Perpres 21/2023)', () => {
  it('has 37 hours 30, and 32 hours 30 in Ramadan', () => {
    const ramadan = [{ fromDate: '2026-02-19', toDate: '2026-03-20' }];
    expect(weekMinutes(MONDAY, facts())).toBe(37 * 60 + 30);
    expect(weekMinutes('2026-02-23', facts({ ramadan }))).toBe(32 * 60 + 30);
    expect(hoursOn('2026-02-20', defaultRules, facts({ ramadan }))).toEqual({
      ...{ start: 480, end: 930, pause: 60, by: 'ramadan' },
    });
    expect(hoursOn('2026-03-23', defaultRules, facts({ ramadan })).by).toBe('week');
  });

  it('is shorter by exactly the hours of the holidays in it', () => {
    fc.assert(
      fc.property(date, fc.subarray([0, 1, 2, 3, 4, 5, 6]), (any, days) => {
        const monday = addDays(any, 1 - weekday(any));
        const off = days.map((day) => addDays(monday, day));
        const holidays = new Map(off.map((day) => [day, 'Libur']));
        const lost = off
          .filter((day) => weekday(day) <= 5)
          .reduce((sum, day) => sum + netMinutes(hoursOn(day, defaultRules, facts())), 0);
        expect(weekMinutes(monday, facts({ holidays }))).toBe(37 * 60 + 30 - lost);
      }),
    );
  });
});

describe('a six-day week', () => {
  it('is worked on Saturday and free on Sunday', () => {
    const six = facts({ workDays: () => [1, 2, 3, 4, 5, 6] });
    expect(dayOff('2026-11-28', six)).toBeNull();
    expect(dayOff('2026-11-29', six)).toEqual({ kind: 'weekend' });
    expect(dayOff('2026-11-28', facts())).toEqual({ kind: 'weekend' });
  });
});

describe('a duty roster', () => {
  it('overrules week and holidays on its date, both ways, and on no other', () => {
    const holidays = new Map([['2026-12-25', 'Natal']]);
    const shifts = new Map<string, Shift | null>([
      ['2026-12-25', night],
      ['2026-11-28', night],
      [MONDAY, null],
    ]);
    const calendar = facts({ holidays, shifts });
    expect(dayOff('2026-12-25', calendar)).toBeNull();
    expect(dayOff('2026-11-28', calendar)).toBeNull();
    expect(dayOff(MONDAY, calendar)).toEqual({ kind: 'off_duty' });
    expect(dayOff('2026-11-29', calendar)).toEqual({ kind: 'weekend' });
    expect(dayOff('2026-11-24', calendar)).toBeNull();
  });

  it('gives its hours, in Ramadan as well', () => {
    const ramadan = [{ fromDate: MONDAY, toDate: MONDAY }];
    const calendar = facts({ ramadan, shifts: new Map([[MONDAY, night]]) });
    expect(hoursOn(MONDAY, defaultRules, calendar)).toEqual({ ...night, pause: 0, by: 'shift' });
  });

  it('decides alone, whatever week and holidays say; only an absence is stronger than a shift', () => {
    fc.assert(
      fc.property(
        date,
        fc.subarray([1, 2, 3, 4, 5, 6, 7]),
        fc.boolean(),
        fc.boolean(),
        fc.option(fc.constant(night)),
        (day, workDays, isHoliday, isAbsent, shift) => {
          const off = dayOff(
            day,
            facts({
              workDays: () => workDays,
              holidays: new Map(isHoliday ? [[day, 'Libur']] : []),
              absences: isAbsent ? [{ fromDate: day, toDate: day, kind: 'cuti' }] : [],
              shifts: new Map([[day, shift]]),
            }),
          );
          if (shift === null) expect(off).toEqual({ kind: 'off_duty' });
          else expect(off?.kind ?? null).toBe(isAbsent ? 'absent' : null);
        },
      ),
    );
  });
});
