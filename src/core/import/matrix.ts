import type { Division } from '../cascade/facts.ts';
import type { CascadeMethod } from '../plan/content.ts';
import { sameText } from '../same-text.ts';
import { type KnownEmployeeProblem, readEmployeeCell, readKnownEmployee } from './employee-cell.ts';
import { readMethod } from './plan-cells.ts';
import { firstPlanYear } from './plan-row.ts';
import {
  byLine,
  type ColumnRow,
  type ColumnSpec,
  type Place,
  selectColumns,
  synonymsOf,
  type Table,
  type TableProblem,
  type TableWarning,
} from './table.ts';

/** Columns of the matrix file. */
export type MatrixColumn =
  | 'atasan_nip'
  | 'rhk_no'
  | 'nip'
  | 'kontribusi'
  | 'metode'
  | 'dibagi_menurut'
  | 'tahun';

/** One row of the matrix file: what somebody contributes to a result of their leader. */
export interface MatrixLine {
  line: number;
  leaderNip: string;
  number: number;
  nip: string;
  contribution: string;
  method: CascadeMethod;
  divided: Division | null;
  year: number;
}

/** What is wrong in a matrix file; nothing of a file with problems should be stored. */
export type MatrixProblem =
  | TableProblem
  | KnownEmployeeProblem
  | (Place & { code: 'empty' })
  | (Place & { code: 'year'; value: string; min: number; max: number })
  | (Place & { code: 'work_result_number'; value: string })
  /** The employee's supervisor is somebody else. */
  | (Place & { code: 'not_subordinate'; value: string })
  /** The leader has no main result with this number in a plan of the year that is in force. */
  | (Place & { code: 'leader_result_unknown'; value: string })
  /** `metode` is neither `langsung` nor `tidak langsung`. */
  | (Place & { code: 'cascade_method'; value: string })
  /** `dibagi_menurut` is not `aspek`, `wilayah` or `beban`, or stands beside an indirect contribution. */
  | (Place & { code: 'cascade_division'; value: string })
  | (Place & { code: 'duplicate_role'; value: string; firstLine: number });

/** A matrix file as read; `cells` holds the rows without a problem, for a preview. */
export interface MatrixReading {
  cells: MatrixLine[];
  problems: MatrixProblem[];
  warnings: TableWarning[];
}

/** What the rows are compared with. */
export interface MatrixFacts {
  today: string;
  /** The NIP of the supervisor by NIP, null where there is none. */
  supervisors: ReadonlyMap<string, string | null>;
  /** Numbers of the main results in force, by `<nip> <year>`. */
  results: ReadonlyMap<string, ReadonlySet<number>>;
}

const spec: ColumnSpec<MatrixColumn> = {
  required: ['atasan_nip', 'rhk_no', 'nip', 'kontribusi', 'metode', 'tahun'],
  optional: ['dibagi_menurut'],
  synonyms: synonymsOf<MatrixColumn>({
    atasan_nip: ['nip_atasan', 'nip_pimpinan', 'pimpinan_nip'],
    rhk_no: ['no_rhk', 'nomor_rhk', 'rhk_atasan_no', 'rhk_pimpinan_no'],
    nip: ['nip_pegawai', 'nip_baru', 'employee_number'],
    kontribusi: ['peran', 'peran_hasil', 'hasil_antara', 'contribution'],
    metode: ['metode_cascading', 'cara', 'method'],
    dibagi_menurut: ['pembagian', 'dasar_pembagian', 'divided_by'],
    tahun: ['year', 'tahun_skp'],
  }),
};

const DIVIDED = new Map<string, Division>([
  ['aspek', 'aspect'],
  ['aspect', 'aspect'],
  ['wilayah', 'region'],
  ['region', 'region'],
  ['beban', 'share'],
  ['beban target', 'share'],
  ['share', 'share'],
]);

/** The rows of a matrix file whose people and numbers can be asked for, before anything is compared. */
export function leadersIn(table: Table, today: string): { nip: string; year: number }[] {
  return selectColumns(table, spec).rows.flatMap(({ line, cells }) => {
    const nip = readEmployeeCell(cells.atasan_nip, { line, column: 'atasan_nip' }, today);
    return nip.ok && /^\d{4}$/.test(cells.tahun) ? [{ nip: nip.nip, year: Number(cells.tahun) }] : [];
  });
}

/** Reads the matrix file, one row a contribution, into cells of role matrices (matriks peran hasil). */
export function readMatrix(table: Table, facts: MatrixFacts): MatrixReading {
  const selected = selectColumns(table, spec);
  const problems: MatrixProblem[] = [...selected.problems];
  const cells: MatrixLine[] = [];
  for (const row of selected.rows) {
    const read = readLine(row, facts);
    problems.push(...read.problems);
    if (!read.cell) continue;
    const cell = read.cell;
    const twin = cells.find(
      (one) =>
        one.leaderNip === cell.leaderNip &&
        one.year === cell.year &&
        one.number === cell.number &&
        one.nip === cell.nip &&
        sameText(one.contribution, cell.contribution),
    );
    if (!twin) cells.push(cell);
    else
      problems.push({
        ...{ line: cell.line, column: 'kontribusi', code: 'duplicate_role' },
        ...{ value: cell.contribution, firstLine: twin.line },
      });
  }
  return { cells, problems: byLine(problems), warnings: selected.warnings };
}

function readLine(
  { line, cells }: ColumnRow<MatrixColumn>,
  { today, supervisors, results }: MatrixFacts,
): { cell: MatrixLine | null; problems: MatrixProblem[] } {
  const problems: MatrixProblem[] = [];
  for (const column of spec.required)
    if (cells[column] === '') problems.push({ line, column, code: 'empty' });
  const readNip = (column: 'atasan_nip' | 'nip'): string | null => {
    const read = readKnownEmployee(cells[column], { line, column }, supervisors, today);
    problems.push(...read.problems);
    return read.problems.length === 0 ? read.nip : null;
  };
  const [leader, nip] = [readNip('atasan_nip'), readNip('nip')];
  if (leader && nip && supervisors.get(nip) !== leader)
    problems.push({ line, column: 'nip', code: 'not_subordinate', value: nip });
  const [min, max] = [firstPlanYear, Number(today.slice(0, 4)) + 1];
  const year = /^\d{4}$/.test(cells.tahun) ? Number(cells.tahun) : 0;
  if (cells.tahun !== '' && (year < min || year > max))
    problems.push({ line, column: 'tahun', code: 'year', value: cells.tahun, min, max });
  const number = Number(/^(?:rhk)?\s*0*(\d{1,3})\.?$/i.exec(cells.rhk_no)?.[1] ?? 0);
  if (cells.rhk_no !== '' && number === 0)
    problems.push({ line, column: 'rhk_no', code: 'work_result_number', value: cells.rhk_no });
  else if (leader && year && number && !results.get(`${leader} ${year}`)?.has(number))
    problems.push({ line, column: 'rhk_no', code: 'leader_result_unknown', value: String(number) });
  const method = readMethod(cells.metode);
  if (cells.metode !== '' && !method)
    problems.push({ line, column: 'metode', code: 'cascade_method', value: cells.metode });
  const divided = DIVIDED.get(cells.dibagi_menurut.toLowerCase()) ?? null;
  if (method === 'direct' && cells.dibagi_menurut === '')
    problems.push({ line, column: 'dibagi_menurut', code: 'empty' });
  else if (cells.dibagi_menurut !== '' && (!divided || method === 'non_direct'))
    problems.push({ line, column: 'dibagi_menurut', code: 'cascade_division', value: cells.dibagi_menurut });
  if (problems.length > 0 || !leader || !nip || !method) return { cell: null, problems };
  const contribution = cells.kontribusi;
  return { cell: { line, leaderNip: leader, number, nip, contribution, method, divided, year }, problems };
}
