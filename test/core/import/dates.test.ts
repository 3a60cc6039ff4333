import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCalendarDate, parseDate } from '../../../src/core/import/dates.ts';

describe('a date in a file', () => {
  it.each([
    ['2026-08-17', '2026-08-17'],
    ['17/08/2026', '2026-08-17'],
    ['17-08-2026', '2026-08-17'],
    ['1/2/2026', '2026-02-01'],
    [' 2024-02-29 ', '2024-02-29'],
  ])('%s is read with the day before the month', (text, date) => {
    expect(parseDate(text)).toBe(date);
  });

  it.each([
    '',
    '2026-02-29',
    '31/04/2026',
    '2026-13-01',
    '17/08-2026',
    '17/08/26',
    '0026-08-17',
    '45000',
    'besok',
  ])('%s is no date', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it('is a day of the calendar exactly where the calendar has it', () => {
    const part = (max: number) => fc.integer({ min: -1, max });
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2999 }), part(14), part(33), (year, month, day) => {
        const date = new Date(Date.UTC(year, month - 1, day));
        const real =
          date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        expect(isCalendarDate(year, month, day)).toBe(real);
      }),
    );
  });
});
