import type { Band } from '../../rulebooks/bands.ts';
import { type ConversionTable, checkConversion } from '../../rulebooks/conversion.ts';
import { compare, parseDecimal } from '../../rulebooks/fraction.ts';
import {
  byLine,
  type ColumnSpec,
  type Place,
  selectColumns,
  synonymsOf,
  type Table,
  type TableProblem,
} from '../table.ts';

/** Columns of a conversion table for the first half of 2021: a band of values, and what its ends become. */
export type ConversionColumn = 'dari' | 'sampai' | 'nilai_dari' | 'nilai_sampai';

/** What is wrong with a conversion table. */
export type ConversionTableProblem =
  | TableProblem
  | (Place & { code: 'empty' })
  | (Place & { code: 'score'; value: string; min: number; max: number | null })
  /** The end of a band is not above its beginning, or its values go down. */
  | (Place & { code: 'conversion_band' })
  /** A band reaches into the one above it. */
  | (Place & { code: 'conversion_overlap' });

const COLUMNS = ['dari', 'sampai', 'nilai_dari', 'nilai_sampai'] as const;

const spec: ColumnSpec<ConversionColumn> = {
  required: COLUMNS,
  optional: [],
  synonyms: synonymsOf<ConversionColumn>({
    dari: ['from'],
    sampai: ['to'],
    nilai_dari: ['konversi_dari', 'low'],
    nilai_sampai: ['konversi_sampai', 'high'],
  }),
};

/** Reads the conversion table that an agency has from SE MenPANRB 3/2021 and vouches for; bands in any order. */
export function readConversion(
  table: Table,
): { ok: true; conversion: ConversionTable } | { ok: false; problems: ConversionTableProblem[] } {
  const selected = selectColumns(table, spec);
  const problems: ConversionTableProblem[] = [...selected.problems];
  const rows = selected.rows.map(({ line, cells }) => {
    const numbers = COLUMNS.map((column) => {
      const [value, number] = [cells[column], parseDecimal(cells[column])];
      if (value === '') problems.push({ line, column, code: 'empty' });
      else if (!number || number.numerator < 0n)
        problems.push({ line, column, code: 'score', value, min: 0, max: null });
      return number;
    });
    return { line, numbers };
  });
  const bands = rows.flatMap(({ line, numbers: [from, to, low, high] }): (Band & { line: number })[] =>
    from && to && low && high ? [{ line, from, to, low, high }] : [],
  );
  if (problems.length > 0) return { ok: false, problems: byLine(problems) };
  bands.sort((a, b) => compare(b.from, a.from));
  const problem = checkConversion(bands);
  if (!problem || problem.code === 'no_bands') return { ok: true, conversion: { bands, verified: true } };
  const { line } = bands[problem.band]!;
  const code = problem.code === 'band' ? 'conversion_band' : 'conversion_overlap';
  return { ok: false, problems: [{ line, column: 'dari', code }] };
}
