import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/core/local-time.ts';
import { leadingDate } from '../../src/core/quick-date.ts';

const TODAY = '2026-11-23';

describe('the date that a message begins with', () => {
  it.each([
    ['kemarin rapat', '2026-11-22', 'rapat'],
    ['Kemarin: 08.00-10.00 rapat', '2026-11-22', '08.00-10.00 rapat'],
    ['besok piket', '2026-11-24', 'piket'],
    ['hari ini rapat', '2026-11-23', 'rapat'],
    ['yesterday meeting', '2026-11-22', 'meeting'],
    ['tomorrow meeting', '2026-11-24', 'meeting'],
    ['tgl 20/11 rapat', '2026-11-20', 'rapat'],
    ['tanggal 20 rapat', '2026-11-20', 'rapat'],
    ['20/11 rapat', '2026-11-20', 'rapat'],
    ['20/11/2026 rapat', '2026-11-20', 'rapat'],
    ['20-11-2026 rapat', '2026-11-20', 'rapat'],
    ['2026-11-20 rapat', '2026-11-20', 'rapat'],
    ['20 Nov: rapat', '2026-11-20', 'rapat'],
    ['20 November 2025 rapat', '2025-11-20', 'rapat'],
    ['3 Agustus rapat', '2026-08-03', 'rapat'],
    ['kemarin', '2026-11-22', ''],
    ['31/2 rapat', null, 'rapat'],
  ])('%s', (text, date, rest) => {
    expect(leadingDate(text, TODAY)).toEqual({ date, rest });
  });

  it.each([
    'Rapat kemarin',
    '08.00-10.00 Rapat 20/11',
    '8-10 rapat',
    '3 dokumen selesai',
    '3 desain poster',
    '1/2 hari pelatihan',
    'besoknya rapat',
    'tglx',
    'Kemarinan',
    '',
  ])('is not seen in: %s', (text) => {
    expect(leadingDate(text, TODAY)).toBeNull();
  });

  it('without a year is the nearest one, so that December is last December in January', () => {
    expect(leadingDate('30/12 rapat', '2027-01-02')?.date).toBe('2026-12-30');
    expect(leadingDate('2/1 rapat', '2026-12-31')?.date).toBe('2027-01-02');
    expect(leadingDate('tgl 31 rapat', '2026-12-01')?.date).toBe('2026-12-31');
  });

  it('is read back from every way in which near dates are written, with the rest untouched', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 20 }), fc.constantFrom('rapat', 'a b 3 dokumen'), (n, what) => {
        const date = addDays(TODAY, n);
        const [, month, day] = date.split('-').map(Number);
        for (const said of [
          date,
          `${day}/${month}`,
          `tgl ${day}/${month}`,
          `${day}/${month}/${date.slice(0, 4)}`,
        ])
          expect(leadingDate(`${said} ${what}`, TODAY)).toEqual({ date, rest: what });
      }),
    );
  });
});
