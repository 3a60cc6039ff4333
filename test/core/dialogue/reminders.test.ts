import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarFacts } from '../../../src/core/calendar.ts';
import { MAX_LINE, readMinutes } from '../../../src/core/dialogue/minutes.ts';
import { kitMoment, morningAfter, morningBefore } from '../../../src/core/dialogue/reminders.ts';

const facts: CalendarFacts = {
  workDays: () => [1, 2, 3, 4, 5],
  holidays: new Map([['2026-12-09', 'Pilkada']]),
  absences: [{ fromDate: '2026-12-07', toDate: '2026-12-08', kind: 'cuti' }],
  shifts: new Map(),
  ramadan: [],
};
const wita = { zone: 'Asia/Makassar', facts };
const at = (moment: number) => new Date(moment).toISOString();

describe('reminders', () => {
  it('come at 08.00 local time of the working day before and after', () => {
    expect(at(morningBefore('2026-11-27', wita))).toBe('2026-11-26T00:00:00.000Z');
    // Monday: the Friday before.
    expect(at(morningBefore('2026-11-30', wita))).toBe('2026-11-27T00:00:00.000Z');
    expect(at(morningAfter('2026-11-27', wita))).toBe('2026-11-30T00:00:00.000Z');
  });

  it('leave out holidays and leave', () => {
    expect(at(morningBefore('2026-12-10', wita))).toBe('2026-12-04T00:00:00.000Z');
    expect(at(morningAfter('2026-12-06', wita))).toBe('2026-12-10T00:00:00.000Z');
  });

  it('of a page for a dialogue come at once where that morning is over', () => {
    const start = Date.parse('2026-11-27T02:00:00Z');
    const morning = Date.parse('2026-11-26T00:00:00Z');
    expect(kitMoment(start, morning - 1, wita)).toBe(morning);
    expect(kitMoment(start, morning + 1, wita)).toBe(morning + 1);
  });

  it('still come where nobody works', () => {
    const never = { zone: 'Asia/Jakarta', facts: { ...facts, workDays: () => [] } };
    expect(at(morningBefore('2026-11-27', never))).toBe('2026-11-26T01:00:00.000Z');
  });
});

describe('minutes', () => {
  it('are read line by line, without numbers and bullets', () => {
    expect(readMinutes('1. Target dibahas\n\n- Data  kurang\n• 3 desa dulu')).toEqual({
      lines: ['Target dibahas', 'Data kurang', '3 desa dulu'],
    });
  });

  it('have one to five lines of a fair length', () => {
    expect(readMinutes(' \n-\n')).toEqual({ problem: 'empty' });
    expect(readMinutes('a\nb\nc\nd\ne\nf')).toEqual({ problem: 'too_many', count: 6 });
    expect(readMinutes(`a\n${'b'.repeat(MAX_LINE + 1)}`)).toMatchObject({ problem: 'too_long', line: 2 });
  });

  it('have no blanks at their ends and none that is empty, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const first = readMinutes(text);
        if ('lines' in first) for (const line of first.lines) expect(line.trim()).toBe(line);
      }),
    );
  });
});
