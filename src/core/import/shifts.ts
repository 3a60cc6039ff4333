import type { Shift } from '../calendar.ts';
import { readClock } from '../work-hours.ts';
import { parseDate } from './dates.ts';
import { type KnownEmployeeProblem, readKnownEmployee } from './employee-cell.ts';
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

/** Columns of the roster file. */
export type ShiftsColumn = 'nip' | 'tanggal' | 'mulai' | 'selesai';

/** What a roster says about a person's date: a shift, a day off, or nothing any more. */
export type Duty = Shift | 'off' | 'none';

/** One row of the roster file. */
export interface ShiftLine {
  line: number;
  /** 18 digits. */
  nip: string;
  /** `yyyy-MM-dd`; a shift across midnight belongs to the date on which it begins. */
  date: string;
  duty: Duty;
}

/** What is wrong in a roster file; nothing of a file with problems should be stored. */
export type ShiftsProblem =
  | TableProblem
  | KnownEmployeeProblem
  /** A cell that must be filled: `nip`, `tanggal`, `mulai`, and `selesai` of a shift. */
  | (Place & { code: 'empty' })
  | (Place & { code: 'date'; value: string })
  /** Neither a time nor a word for a day off. */
  | (Place & { code: 'shift_clock'; value: string })
  /** A day off has an end. */
  | (Place & { code: 'shift_end'; value: string })
  /** The same person has two duties on a date. */
  | (Place & { code: 'duplicate_shift'; value: string; firstLine: number });

/** A roster file as read; `shifts` holds the rows without a problem, for a preview. */
export interface ShiftsReading {
  shifts: ShiftLine[];
  problems: ShiftsProblem[];
  warnings: TableWarning[];
}

/** The columns of the roster file, with other headings under which they are found. */
const spec: ColumnSpec<ShiftsColumn> = {
  required: ['nip', 'tanggal', 'mulai'],
  optional: ['selesai'],
  synonyms: synonymsOf<ShiftsColumn>({
    nip: ['nip_pegawai', 'nip_baru', 'nip_nippk', 'employee_number'],
    tanggal: ['tgl', 'tanggal_dinas', 'date'],
    mulai: ['jam_mulai', 'waktu_mulai', 'masuk', 'jam_masuk', 'start'],
    selesai: ['jam_selesai', 'waktu_selesai', 'pulang', 'jam_pulang', 'end'],
  }),
};

const DAY = 1440;
const OFF = ['libur', 'off', 'lepas', 'lepas dinas', 'lepas jaga'];
const NONE = ['batal', 'hapus', 'cancelled', 'canceled'];

/** Reads the roster file, one row a person and date (shifts and guards are exempt from the usual week, Perpres 21/2023). */
export function readShifts(
  table: Table,
  { knownNips, today }: { knownNips: Iterable<string>; today: string },
): ShiftsReading {
  const selected = selectColumns(table, spec);
  const known = new Set(knownNips);
  const problems: ShiftsProblem[] = [...selected.problems];
  const shifts: ShiftLine[] = [];
  const firstLines = new Map<string, number>();
  for (const row of selected.rows) {
    const read = readLine(row, known, today);
    problems.push(...read.problems);
    if (!read.shift) continue;
    const key = `${read.shift.nip} ${read.shift.date}`;
    const firstLine = firstLines.get(key);
    if (firstLine === undefined) {
      firstLines.set(key, row.line);
      shifts.push(read.shift);
    } else {
      const value = read.shift.date;
      problems.push({ line: row.line, column: 'tanggal', code: 'duplicate_shift', value, firstLine });
    }
  }
  return { shifts, problems: byLine(problems), warnings: selected.warnings };
}

function readLine(
  { line, cells }: ColumnRow<ShiftsColumn>,
  known: ReadonlySet<string>,
  today: string,
): { shift: ShiftLine | null; problems: ShiftsProblem[] } {
  const problems: ShiftsProblem[] = [];
  for (const column of ['nip', 'tanggal', 'mulai'] as const)
    if (cells[column] === '') problems.push({ line, column, code: 'empty' });
  const { nip, problems: unknown } = readKnownEmployee(cells.nip, { line, column: 'nip' }, known, today);
  problems.push(...unknown);
  const date = parseDate(cells.tanggal);
  if (date === null && cells.tanggal !== '')
    problems.push({ line, column: 'tanggal', code: 'date', value: cells.tanggal });
  const duty = cells.mulai === '' ? null : readDuty(line, cells.mulai, cells.selesai, problems);
  const sound = problems.length === 0 && nip !== null && date !== null && duty !== null;
  return { shift: sound ? { line, nip: nip, date, duty } : null, problems };
}

function readDuty(line: number, start: string, end: string, problems: ShiftsProblem[]): Duty | null {
  const word = start.toLowerCase();
  const without = OFF.includes(word) ? 'off' : NONE.includes(word) ? 'none' : null;
  if (without) {
    if (end !== '') problems.push({ line, column: 'selesai', code: 'shift_end', value: end });
    return without;
  }
  const [from, to] = [readCell(start, DAY - 1), readCell(end, DAY)];
  if (from === null) problems.push({ line, column: 'mulai', code: 'shift_clock', value: start });
  if (end === '') problems.push({ line, column: 'selesai', code: 'empty' });
  else if (to === null) problems.push({ line, column: 'selesai', code: 'shift_clock', value: end });
  if (from === null || to === null) return null;
  // Guards of 24 hours begin and end at the same time.
  return { start: from, end: to <= from ? to + DAY : to };
}

/** A time as people or a spreadsheet (with seconds) write it. */
function readCell(text: string, latest: number): number | null {
  return readClock(text.replace(/^(\d{1,2}[:.]\d{2})[:.]00$/, '$1'), latest);
}
