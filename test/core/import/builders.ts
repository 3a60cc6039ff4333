import fc from 'fast-check';
import { makeTable, type Table } from '../../../src/core/import/table.ts';

/** The local date of the tests. */
export const today = '2026-11-22';

/** A valid employee number, a different one for each `serial` from 1 to 999. */
export function nip(serial: number): string {
  return `198609262015051${String(serial).padStart(3, '0')}`;
}

/** A table of rows given by column; the header is in line 1 and rows follow without a gap. */
export function tableOf(columns: readonly string[], rows: readonly Record<string, string>[]): Table {
  const grid = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return makeTable(grid.map((cells, at) => ({ line: at + 1, cells })));
}

/** Every employee number that is valid without a warning in 2026: PNS and PPPK, men and women. */
export const validNip: fc.Arbitrary<string> = fc
  .record({
    born: fc.date({ min: new Date('1970-01-01'), max: new Date('1995-12-31'), noInvalidDate: true }),
    year: fc.integer({ min: 2014, max: 2025 }),
    month: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 21, max: 99 })),
    sex: fc.constantFrom('1', '2'),
    serial: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ born, year, month, sex, serial }) =>
    [
      born.toISOString().slice(0, 10).replaceAll('-', ''),
      year,
      String(month).padStart(2, '0'),
      sex,
      String(serial).padStart(3, '0'),
    ].join(''),
  );
