import { describe, expect, it } from 'vitest';
import { absenceLimit } from '../../src/core/absence-limits.ts';
import type { CalendarFacts } from '../../src/core/calendar.ts';
import { returnedFrom, spanOfWorkingDays, workingDaysIn } from '../../src/core/working-days.ts';

/** Monday to Friday; 2026-11-23 is a Monday. */
const facts = (change: Partial<CalendarFacts> = {}): CalendarFacts => ({
  workDays: () => [1, 2, 3, 4, 5],
  holidays: new Map(),
  absences: [],
  shifts: new Map(),
  ramadan: [],
  ...change,
});
const cuti = (fromDate: string, toDate: string) => facts({ absences: [{ fromDate, toDate, kind: 'cuti' }] });

describe('days of absence', () => {
  it('are working days of the person: no weekend, no holiday, and the roster overrules both', () => {
    expect(spanOfWorkingDays('2026-11-26', 3, facts())).toEqual({ from: '2026-11-26', to: '2026-11-30' });
    expect(spanOfWorkingDays('2026-11-28', 1, facts())).toEqual({ from: '2026-11-30', to: '2026-11-30' });
    const holiday = facts({ holidays: new Map([['2026-11-25', 'Libur']]) });
    expect(spanOfWorkingDays('2026-11-24', 3, holiday)).toEqual({ from: '2026-11-24', to: '2026-11-27' });
    const guard = facts({
      shifts: new Map([
        ['2026-11-24', null],
        ['2026-11-28', { start: 1200, end: 1920 }],
      ]),
    });
    expect(spanOfWorkingDays('2026-11-24', 4, guard)).toEqual({ from: '2026-11-25', to: '2026-11-28' });
    expect(workingDaysIn({ from: '2026-11-23', to: '2026-11-29' }, guard)).toBe(5);
  });

  it('count although the person is absent already', () => {
    expect(workingDaysIn({ from: '2026-11-23', to: '2026-11-29' }, cuti('2026-11-01', '2026-12-31'))).toBe(5);
    expect(spanOfWorkingDays('2026-11-23', 2, cuti('2026-11-01', '2026-12-31'))?.to).toBe('2026-11-24');
  });

  it('are none for somebody who never works', () => {
    expect(spanOfWorkingDays('2026-11-23', 1, facts({ workDays: () => [] }))).toBeNull();
  });
});

describe('the welcome back', () => {
  it('is for the first working day after two or more working days of absence', () => {
    expect(returnedFrom('2026-11-25', cuti('2026-11-23', '2026-11-24'))).toBe(true);
    expect(returnedFrom('2026-11-26', cuti('2026-11-23', '2026-11-24'))).toBe(false);
    expect(returnedFrom('2026-11-25', cuti('2026-11-24', '2026-11-24'))).toBe(false);
    expect(returnedFrom('2026-11-24', cuti('2026-11-23', '2026-11-24'))).toBe(false);
    expect(returnedFrom('2026-11-30', cuti('2026-11-26', '2026-11-27'))).toBe(true);
    expect(returnedFrom('2026-11-30', cuti('2026-11-27', '2026-11-29'))).toBe(false);
    expect(returnedFrom('2026-11-25', facts())).toBe(false);
  });
});

describe('limits of an absence', () => {
  const of = (from: string, to: string, kind: 'cuti' | 'tugas_belajar' = 'cuti', hr = false) =>
    absenceLimit({ kind, from, to }, '2026-11-24', hr);
  it('are a year, or the years of a study assignment', () => {
    expect(of('2026-11-24', '2027-11-24')).toBeNull();
    expect(of('2026-11-24', '2027-11-25')).toBe('too_long');
    expect(of('2026-11-24', '2029-11-25', 'tugas_belajar')).toBeNull();
    expect(of('2026-11-24', '2033-11-25', 'tugas_belajar')).toBe('too_long');
    expect(of('2026-11-24', '2026-11-23')).toBe('end_before_start');
  });

  it('leave what is long past to HR, and what is far ahead to later', () => {
    expect(of('2026-10-24', '2026-10-24')).toBeNull();
    expect(of('2026-10-23', '2026-11-30')).toBe('too_far_back');
    expect(of('2025-10-23', '2025-10-30', 'cuti', true)).toBeNull();
    expect(of('2027-11-26', '2027-11-26')).toBe('too_far_ahead');
  });
});
