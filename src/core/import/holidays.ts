import { parseDate } from './dates.ts';
import {
  byLine,
  type ColumnSpec,
  optionalText,
  type Place,
  selectColumns,
  synonymsOf,
  type Table,
  type TableProblem,
  type TableWarning,
} from './table.ts';

/** Columns of the holidays file. */
export type HolidaysColumn = 'tanggal' | 'nama' | 'jenis' | 'sumber' | 'status';

/** Kinds of holiday: national and collective leave (SKB 3 Menteri), or of a region. */
export type HolidayKind = 'libur_nasional' | 'cuti_bersama' | 'libur_daerah';

/** One day on which nobody is expected to report. */
export interface HolidayRow {
  line: number;
  /** `yyyy-MM-dd` */
  date: string;
  name: string;
  kind: HolidayKind;
  /** The decree, as written. */
  source: string | null;
  /** True for `sementara`: announced or expected, not decreed. */
  provisional: boolean;
}

/** What is wrong in a holidays file; nothing of a file with problems should be stored. */
export type HolidaysProblem =
  | TableProblem
  /** A cell that must be filled: `tanggal`, `nama` or `jenis`. */
  | (Place & { code: 'empty' })
  /** Not a day as `yyyy-MM-dd`, `dd/MM/yyyy` or `dd-MM-yyyy`. */
  | (Place & { code: 'date'; value: string })
  | (Place & { code: 'holiday_kind'; value: string })
  /** `status` is neither `pasti` nor `sementara`. */
  | (Place & { code: 'holiday_status'; value: string })
  | (Place & { code: 'duplicate_date'; value: string; firstLine: number });

/** A holidays file as read; `holidays` holds the rows without a problem, for a preview. */
export interface HolidaysReading {
  holidays: HolidayRow[];
  problems: HolidaysProblem[];
  warnings: TableWarning[];
}

const spec: ColumnSpec<HolidaysColumn> = {
  required: ['tanggal', 'nama', 'jenis'],
  optional: ['sumber', 'status'],
  synonyms: synonymsOf<HolidaysColumn>({
    tanggal: ['tgl', 'date'],
    nama: ['nama_libur', 'keterangan', 'hari_libur', 'name'],
    jenis: ['jenis_libur', 'kind'],
    sumber: ['dasar', 'dasar_hukum', 'source'],
  }),
};

const kinds = new Map<string, HolidayKind>([
  ['libur nasional', 'libur_nasional'],
  ['nasional', 'libur_nasional'],
  ['cuti bersama', 'cuti_bersama'],
  ['libur daerah', 'libur_daerah'],
  ['daerah', 'libur_daerah'],
  ['libur lokal', 'libur_daerah'],
  ['lokal', 'libur_daerah'],
]);

const statuses = new Map([
  ['pasti', false],
  ['tetap', false],
  ['sementara', true],
  ['perkiraan', true],
]);

/** Reads the holidays file, one row a day (national holidays and cuti bersama by SKB 3 Menteri). */
export function readHolidays(table: Table): HolidaysReading {
  const selected = selectColumns(table, spec);
  const problems: HolidaysProblem[] = [...selected.problems];
  const holidays: HolidayRow[] = [];
  const firstLines = new Map<string, number>();
  for (const { line, cells } of selected.rows) {
    for (const column of spec.required)
      if (cells[column] === '') problems.push({ line, column, code: 'empty' });
    const date = parseDate(cells.tanggal);
    const firstLine = date === null ? undefined : firstLines.get(date);
    if (date === null && cells.tanggal !== '')
      problems.push({ line, column: 'tanggal', code: 'date', value: cells.tanggal });
    if (date !== null && firstLine !== undefined)
      problems.push({ line, column: 'tanggal', code: 'duplicate_date', value: date, firstLine });
    else if (date !== null) firstLines.set(date, line);
    const kind = kinds.get(wordsOf(cells.jenis));
    if (!kind && cells.jenis !== '')
      problems.push({ line, column: 'jenis', code: 'holiday_kind', value: cells.jenis });
    const status = optionalText(cells.status);
    const provisional = status === null ? false : statuses.get(wordsOf(status));
    if (provisional === undefined)
      problems.push({ line, column: 'status', code: 'holiday_status', value: cells.status });
    if (date === null || !kind || provisional === undefined) continue;
    holidays.push({ line, date, name: cells.nama, kind, source: optionalText(cells.sumber), provisional });
  }
  const faulty = new Set(problems.map(({ line }) => line));
  return {
    holidays: holidays.filter(({ line }) => !faulty.has(line)),
    problems: byLine(problems),
    warnings: selected.warnings,
  };
}

function wordsOf(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, ' ');
}
