import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readShifts } from '../../../src/core/import/shifts.ts';
import { addDays } from '../../../src/core/local-time.ts';
import { nip, tableOf, today } from './builders.ts';

const columns = ['nip', 'tanggal', 'mulai', 'selesai'];
const shift = (other: Record<string, string> = {}): Record<string, string> => ({
  ...{ nip: nip(1), tanggal: '2026-11-23', mulai: '07:00', selesai: '14:00' },
  ...other,
});
const read = (...rows: Record<string, string>[]) =>
  readShifts(tableOf(columns, rows), { knownNips: [nip(1), nip(2)], today });

describe('a roster file', () => {
  it('gives shifts, nights into the next day, guards of 24 hours, and days off', () => {
    const { shifts, problems } = read(
      shift(),
      shift({ tanggal: '24/11/2026', mulai: '21.00', selesai: '7.00' }),
      shift({ tanggal: '2026-11-25', mulai: '08:00:00', selesai: '08:00:00' }),
      shift({ tanggal: '2026-11-26', mulai: 'Libur', selesai: '-' }),
      shift({ tanggal: '2026-11-27', mulai: 'off', selesai: '' }),
      shift({ tanggal: '2026-11-28', mulai: 'batal', selesai: '' }),
      shift({ nip: '19860926 201505 1 002', selesai: '24:00' }),
    );
    expect(problems).toEqual([]);
    expect(shifts.map(({ nip: who, date, duty }) => [who.slice(-1), date, duty])).toEqual([
      ['1', '2026-11-23', { start: 420, end: 840 }],
      ['1', '2026-11-24', { start: 1260, end: 1860 }],
      ['1', '2026-11-25', { start: 480, end: 1920 }],
      ['1', '2026-11-26', 'off'],
      ['1', '2026-11-27', 'off'],
      ['1', '2026-11-28', 'none'],
      ['2', '2026-11-23', { start: 420, end: 1440 }],
    ]);
  });

  it('is found under other headings', () => {
    const table = tableOf(
      ['NIP Pegawai', 'Tgl', 'Jam Mulai', 'Jam Selesai'],
      [{ 'NIP Pegawai': nip(1), Tgl: '2026-11-23', 'Jam Mulai': '07.00', 'Jam Selesai': '14.00' }],
    );
    const { shifts, problems, warnings } = readShifts(table, { knownNips: [nip(1)], today });
    expect([problems, warnings]).toEqual([[], []]);
    expect(shifts).toHaveLength(1);
  });

  it.each([
    [{ nip: '' }, { column: 'nip', code: 'empty' }],
    [{ tanggal: '' }, { column: 'tanggal', code: 'empty' }],
    [{ mulai: '' }, { column: 'mulai', code: 'empty' }],
    [{ selesai: '' }, { column: 'selesai', code: 'empty' }],
    [{ nip: nip(9) }, { column: 'nip', code: 'person_unknown', value: nip(9) }],
    [{ tanggal: '31/11/2026' }, { column: 'tanggal', code: 'date', value: '31/11/2026' }],
    [{ mulai: 'pagi' }, { column: 'mulai', code: 'shift_clock', value: 'pagi' }],
    [{ mulai: '24:00' }, { column: 'mulai', code: 'shift_clock', value: '24:00' }],
    [{ selesai: '14,5' }, { column: 'selesai', code: 'shift_clock', value: '14,5' }],
    [{ mulai: 'libur' }, { column: 'selesai', code: 'shift_end', value: '14:00' }],
  ])('names the line and column of a faulty cell: %o', (fault, problem) => {
    const { shifts, problems } = read(shift({ tanggal: '2026-11-30' }), shift(fault));
    expect(problems).toEqual([{ line: 3, ...problem }]);
    expect(shifts).toHaveLength(1);
  });

  it('names both lines of a person’s date that comes twice', () => {
    expect(read(shift(), shift({ nip: nip(2) }), shift({ mulai: 'libur', selesai: '' })).problems).toEqual([
      { line: 4, column: 'tanggal', code: 'duplicate_shift', value: '2026-11-23', firstLine: 2 },
    ]);
  });

  it('gives every written shift as it was meant: it ends after it began, within 24 hours', () => {
    const two = (n: number) => String(n).padStart(2, '0');
    const minute = fc.integer({ min: 0, max: 1439 });
    const clock = (at: number, mark: string) => `${two(Math.floor(at / 60))}${mark}${two(at % 60)}`;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(minute, minute, fc.constantFrom(':', '.')), { minLength: 1, maxLength: 20 }),
        (list) => {
          const rows = list.map(([start, end, mark], at) =>
            shift({
              tanggal: addDays('2026-11-01', at),
              ...{ mulai: clock(start, mark), selesai: clock(end, mark) },
            }),
          );
          const { shifts, problems } = read(...rows);
          expect(problems).toEqual([]);
          expect(shifts.map(({ duty }) => duty)).toEqual(
            list.map(([start, end]) => ({ start, end: end <= start ? end + 1440 : end })),
          );
        },
      ),
    );
  });

  it('gives each row as a shift or a problem, and never both, whatever is in the cells', () => {
    const cell = fc.oneof(fc.constantFrom('07:00', 'libur', 'batal', '', nip(1), '2026-11-23'), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 8 }), (grid) => {
        const rows = grid.map((cells) =>
          Object.fromEntries(columns.map((column, at) => [column, cells[at]!])),
        );
        const { shifts, problems } = read(...rows);
        const faulty = new Set(problems.map(({ line }) => line));
        for (const { line } of shifts) expect(faulty.has(line)).toBe(false);
      }),
    );
  });
});
