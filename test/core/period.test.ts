import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../src/core/period.ts';

describe('the period of a recap', () => {
  it.each([
    ['', 'month', '2026-11-01', '2026-11-30'],
    ['hari', 'day', '2026-11-25', '2026-11-25'],
    ['kemarin', 'day', '2026-11-24', '2026-11-24'],
    ['minggu', 'week', '2026-11-23', '2026-11-29'],
    ['bulan', 'month', '2026-11-01', '2026-11-30'],
    ['triwulan', 'quarter', '2026-10-01', '2026-12-31'],
    ['tahun', 'year', '2026-01-01', '2026-12-31'],
    ['Week', 'week', '2026-11-23', '2026-11-29'],
    ['2026-02', 'month', '2026-02-01', '2026-02-28'],
    ['2025', 'year', '2025-01-01', '2025-12-31'],
    ['2026-11-01..2026-11-15', 'range', '2026-11-01', '2026-11-15'],
    ['1 Nov 2026 sampai 15 Nov 2026', 'range', '2026-11-01', '2026-11-15'],
    ['2026-Q3', 'quarter', '2026-07-01', '2026-09-30'],
    ['triwulan III 2026', 'quarter', '2026-07-01', '2026-09-30'],
    ['3/11/2026', 'day', '2026-11-03', '2026-11-03'],
    ['17 Agustus', 'day', '2026-08-17', '2026-08-17'],
    ['1 Oktober', 'day', '2026-10-01', '2026-10-01'],
    ['1 Oktober to 5 October', 'range', '2026-10-01', '2026-10-05'],
  ])('reads "%s"', (text, kind, from, to) => {
    expect(parsePeriod(text, '2026-11-25')).toEqual({ kind, from, to });
  });

  it.each(['besok lusa', '2026-13', '2026-02-30', '2026-11-15..2026-11-01', 'a..b', '1..2..3'])(
    'does not guess at "%s"',
    (text) => {
      expect(parsePeriod(text, '2026-11-25')).toBeNull();
    },
  );
});
