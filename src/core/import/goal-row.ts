import type { GoalKind } from '../cascade/facts.ts';
import { firstPlanYear } from './plan-row.ts';
import { type ColumnRow, type ColumnSpec, optionalText, type Place, synonymsOf } from './table.ts';

/** Columns of the agreement file. */
export type GoalsColumn =
  | 'unit'
  | 'tahun'
  | 'jenis'
  | 'nomor'
  | 'sasaran'
  | 'iku'
  | 'target'
  | 'satuan'
  | 'induk_unit'
  | 'induk_nomor';

/** The goal that a row says its goal supports; `unit` null: of the same unit. */
export interface ParentName {
  unit: string | null;
  number: number;
}

/** One row of the agreement file: an indicator, and what the row says about its goal. */
export interface GoalLine {
  line: number;
  unit: string;
  year: number;
  kind: GoalKind;
  number: number;
  /** Null where the row leaves it to another row of the same goal. */
  title: string | null;
  parent: ParentName | null;
  /** Null: the row names no indicator. */
  indicator: { title: string; target: string | null; unit: string | null } | null;
}

/** What is wrong in one cell of an agreement file. */
export type GoalLineProblem =
  /** A cell that must be filled; `iku` where there is a target; `induk_nomor` where there is a unit. */
  | (Place & { code: 'empty' })
  | (Place & { code: 'year'; value: string; min: number; max: number })
  /** `jenis` is neither `renstra` nor `pk`. */
  | (Place & { code: 'goal_kind'; value: string })
  /** `nomor` or `induk_nomor` is not a whole number from 1 to 999. */
  | (Place & { code: 'goal_number'; value: string });

/** The columns of the agreement file, with other headings under which they are found. */
export const goalsColumns: ColumnSpec<GoalsColumn> = {
  required: ['unit', 'tahun', 'jenis', 'nomor', 'sasaran'],
  optional: ['iku', 'target', 'satuan', 'induk_unit', 'induk_nomor'],
  synonyms: synonymsOf<GoalsColumn>({
    unit: ['unit_kerja', 'opd', 'perangkat_daerah', 'nama_unit'],
    tahun: ['year'],
    jenis: ['jenis_dokumen', 'dokumen', 'kind'],
    nomor: ['no', 'no_sasaran', 'nomor_sasaran', 'number'],
    sasaran: ['sasaran_strategis', 'tujuan_sasaran', 'goal'],
    iku: ['indikator', 'indikator_kinerja', 'indikator_kinerja_utama', 'indicator'],
    satuan: ['satuan_target'],
    induk_unit: ['unit_induk', 'unit_sasaran_induk'],
    induk_nomor: ['nomor_induk', 'no_induk', 'sasaran_induk'],
  }),
};

const kinds = new Map<string, GoalKind>([
  ['renstra', 'strategy'],
  ['rencana strategis', 'strategy'],
  ['strategy', 'strategy'],
  ['pk', 'agreement'],
  ['perjanjian kinerja', 'agreement'],
  ['agreement', 'agreement'],
]);

/** Reads one row of the agreement file by itself; `row` is null where a problem leaves nothing to group. */
export function readGoalLine(
  { line, cells }: ColumnRow<GoalsColumn>,
  today: string,
): { row: GoalLine | null; problems: GoalLineProblem[] } {
  const problems: GoalLineProblem[] = [];
  const empty = (column: GoalsColumn) => problems.push({ line, column, code: 'empty' });
  for (const column of ['unit', 'tahun', 'jenis', 'nomor'] as const) if (cells[column] === '') empty(column);
  const [min, max] = [firstPlanYear, Number(today.slice(0, 4)) + 1];
  const year = /^\d{4}$/.test(cells.tahun) ? Number(cells.tahun) : 0;
  if (cells.tahun !== '' && (year < min || year > max))
    problems.push({ line, column: 'tahun', code: 'year', value: cells.tahun, min, max });
  const kind = kinds.get(cells.jenis.toLowerCase()) ?? null;
  if (cells.jenis !== '' && kind === null)
    problems.push({ line, column: 'jenis', code: 'goal_kind', value: cells.jenis });
  const readNumber = (column: 'nomor' | 'induk_nomor'): number | null => {
    const value = optionalText(cells[column]);
    if (value === null) return null;
    const number = Number(/^0*(\d{1,3})\.?$/.exec(value)?.[1] ?? 0);
    if (number === 0) problems.push({ line, column, code: 'goal_number', value });
    return number || null;
  };
  const [number, parentNumber] = [readNumber('nomor'), readNumber('induk_nomor')];
  if (cells.induk_unit !== '' && cells.induk_nomor === '') empty('induk_nomor');
  if (cells.iku === '' && (cells.target !== '' || cells.satuan !== '')) empty('iku');
  if (problems.length > 0 || kind === null || number === null) return { row: null, problems };
  return {
    problems,
    row: {
      ...{ line, unit: cells.unit, year, kind, number, title: optionalText(cells.sasaran) },
      parent: parentNumber === null ? null : { unit: optionalText(cells.induk_unit), number: parentNumber },
      indicator:
        cells.iku === ''
          ? null
          : { title: cells.iku, target: optionalText(cells.target), unit: optionalText(cells.satuan) },
    },
  };
}
