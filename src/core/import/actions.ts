import { readActionPeriod } from '../actions/period.ts';
import { type KnownEmployeeProblem, readKnownEmployee } from './employee-cell.ts';
import { firstPlanYear } from './plan-row.ts';
import {
  byLine,
  type ColumnRow,
  type ColumnSpec,
  optionalText,
  type Place,
  selectColumns,
  synonymsOf,
  type Table,
  type TableProblem,
  type TableWarning,
} from './table.ts';

/** Columns of the action plans file. */
export type ActionsColumn = 'nip' | 'tahun' | 'rhk_no' | 'periode' | 'rencana_aksi' | 'target' | 'satuan';

/** One action plan (rencana aksi) of the file. */
export interface ActionRow {
  line: number;
  nip: string;
  year: number;
  workResultNumber: number;
  /** `2026-03` or `2026-Q1`. */
  period: string;
  title: string;
  target: string | null;
  unit: string | null;
}

/** What is wrong in an action plans file; nothing of a file with problems should be stored. */
export type ActionsProblem =
  | TableProblem
  | KnownEmployeeProblem
  | (Place & { code: 'empty' })
  | (Place & { code: 'year'; value: string; min: number; max: number })
  | (Place & { code: 'work_result_number'; value: string })
  /** Neither a month (`2026-03`) nor a quarter (`2026-Q1`). */
  | (Place & { code: 'action_period'; value: string })
  /** The period does not lie in the year of the row. */
  | (Place & { code: 'action_period_year'; value: string; year: number })
  /** The plan of that year has no such work result. */
  | (Place & { code: 'work_result_unknown'; value: string; year: number })
  | (Place & { code: 'action_too_long'; length: number; max: number })
  | (Place & { code: 'duplicate_action'; value: string; firstLine: number });

/** An action plans file as read; `rows` holds what had no problem. */
export interface ActionsReading {
  rows: ActionRow[];
  problems: ActionsProblem[];
  warnings: TableWarning[];
}

/** The columns of the action plans file, with other headings under which they are found. */
const actionsColumns: ColumnSpec<ActionsColumn> = {
  required: ['nip', 'tahun', 'rhk_no', 'periode', 'rencana_aksi'],
  optional: ['target', 'satuan'],
  synonyms: synonymsOf<ActionsColumn>({
    nip: ['nip_pegawai', 'nip_baru', 'nip_nippk', 'employee_number'],
    tahun: ['year', 'tahun_skp'],
    rhk_no: ['no_rhk', 'nomor_rhk', 'rhk_nomor'],
    periode: ['period', 'bulan', 'triwulan'],
    rencana_aksi: ['aksi', 'action_plan', 'uraian_rencana_aksi'],
    satuan: ['unit', 'satuan_target'],
  }),
};

/**
 * Reads the action plans file, one row an action plan.
 *
 * @param today local date (`yyyy-MM-dd`); a plan is at most for the next year
 * @param maxTitle characters of an action plan at most
 */
export function readActions(
  table: Table,
  options: { knownNips: Iterable<string>; today: string; maxTitle: number },
): ActionsReading {
  const selected = selectColumns(table, actionsColumns);
  const known = new Set(options.knownNips);
  const read = selected.rows.map((row) => readLine(row, known, options));
  const rows = read.flatMap(({ row }) => row ?? []);
  const repeated = duplicates(rows);
  const faulty = new Set(repeated.map(({ line }) => line));
  return {
    rows: rows.filter(({ line }) => !faulty.has(line)),
    problems: byLine([...selected.problems, ...read.flatMap(({ problems }) => problems), ...repeated]),
    warnings: selected.warnings,
  };
}

/**
 * Rows whose work result is not in the plan.
 *
 * @param numbersOf the numbers of the work results of a person's plan of a year
 */
export function unknownWorkResults(
  rows: readonly ActionRow[],
  numbersOf: (nip: string, year: number) => ReadonlySet<number>,
): ActionsProblem[] {
  return rows
    .filter(({ nip, year, workResultNumber }) => !numbersOf(nip, year).has(workResultNumber))
    .map(({ line, year, workResultNumber }) => ({
      ...{ line, column: 'rhk_no', code: 'work_result_unknown', value: String(workResultNumber), year },
    }));
}

function readLine(
  { line, cells }: ColumnRow<ActionsColumn>,
  known: ReadonlySet<string>,
  { today, maxTitle }: { today: string; maxTitle: number },
): { row: ActionRow | null; problems: ActionsProblem[] } {
  const problems: ActionsProblem[] = [];
  for (const column of actionsColumns.required)
    if (cells[column] === '') problems.push({ line, column, code: 'empty' });
  const { nip, problems: unknown } = readKnownEmployee(cells.nip, { line, column: 'nip' }, known, today);
  problems.push(...unknown);
  const [min, max] = [firstPlanYear, Number(today.slice(0, 4)) + 1];
  const year = /^\d{4}$/.test(cells.tahun) ? Number(cells.tahun) : 0;
  if (cells.tahun !== '' && (year < min || year > max))
    problems.push({ line, column: 'tahun', code: 'year', value: cells.tahun, min, max });
  const number = Number(/^(?:rhk)?\s*0*(\d{1,3})\.?$/i.exec(cells.rhk_no)?.[1] ?? 0);
  if (cells.rhk_no !== '' && number === 0)
    problems.push({ line, column: 'rhk_no', code: 'work_result_number', value: cells.rhk_no });
  const value = cells.periode;
  const period = readActionPeriod(value) ?? readActionPeriod(`${cells.tahun}-${value}`);
  if (value !== '' && !period) problems.push({ line, column: 'periode', code: 'action_period', value });
  if (period && year && period.year !== year)
    problems.push({ line, column: 'periode', code: 'action_period_year', value, year });
  const title = cells.rencana_aksi;
  if (title.length > maxTitle)
    problems.push({
      ...{ line, column: 'rencana_aksi', code: 'action_too_long', length: title.length, max: maxTitle },
    });
  if (problems.length > 0 || nip === null || !period) return { row: null, problems };
  const target = { target: optionalText(cells.target), unit: optionalText(cells.satuan) };
  return {
    row: { ...{ line, nip: nip, year, workResultNumber: number, period: period.text, title }, ...target },
    problems,
  };
}

function duplicates(rows: readonly ActionRow[]): ActionsProblem[] {
  const firstLines = new Map<string, number>();
  return rows.flatMap(({ line, title: value, ...row }): ActionsProblem[] => {
    const words = value
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const key = `${row.nip} ${row.period} ${row.workResultNumber} ${words}`;
    const firstLine = firstLines.get(key);
    if (firstLine === undefined) {
      firstLines.set(key, line);
      return [];
    }
    return [{ line, column: 'rencana_aksi', code: 'duplicate_action', value, firstLine }];
  });
}
