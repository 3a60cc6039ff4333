import { addDays } from '../local-time.ts';
import { parseDate } from './dates.ts';
import { type ColumnRow, type ColumnSpec, optionalText, type Place, synonymsOf } from './table.ts';

/** Columns of the holidays file. */
export type HolidaysColumn = 'tanggal' | 'sampai' | 'nama' | 'jenis' | 'unit' | 'sumber' | 'status';

/** Kinds of row: a national holiday, collective leave (SKB 3 Menteri), a regional holiday, or the span of Ramadan. */
export type HolidayKind = 'libur_nasional' | 'cuti_bersama' | 'libur_daerah' | 'ramadan';

/** Whose day off it is; null: the whole agency's. */
export interface HolidayPlace {
  unitId: string | null;
  /** The unit's name. */
  unit: string | null;
}

/** One row of the holidays file. */
export interface HolidayLine extends HolidayPlace {
  line: number;
  /** First and last date, `yyyy-MM-dd`. */
  from: string;
  to: string;
  /** Null only where it is cancelled. */
  kind: HolidayKind | null;
  name: string;
  source: string | null;
  provisional: boolean;
  /** It was announced and is not a day off after all. */
  cancelled: boolean;
}

/** What is wrong in one row of the holidays file. */
export type HolidayLineProblem =
  /** A cell that must be filled: `tanggal`, `nama`, `jenis`, and `sampai` of Ramadan. */
  | (Place & { code: 'empty' })
  /** Not a day as `yyyy-MM-dd`, `dd/MM/yyyy` or `dd-MM-yyyy`. */
  | (Place & { code: 'date'; value: string })
  /** `sampai` lies before `tanggal`, or more than `max` days behind it. */
  | (Place & { code: 'date_span'; value: string; max: number })
  | (Place & { code: 'holiday_kind'; value: string })
  /** `status` is neither `pasti`, `sementara` nor `batal`. */
  | (Place & { code: 'holiday_status'; value: string })
  /** Only regional holidays may be of a unit. */
  | (Place & { code: 'holiday_unit'; value: string })
  | (Place & { code: 'unit_unknown'; value: string });

/** The columns of the holidays file, with other headings under which they are found. */
export const holidaysColumns: ColumnSpec<HolidaysColumn> = {
  required: ['tanggal', 'nama', 'jenis'],
  optional: ['sampai', 'unit', 'sumber', 'status'],
  synonyms: synonymsOf<HolidaysColumn>({
    tanggal: ['tgl', 'date', 'mulai', 'dari'],
    sampai: ['s_d', 'sd', 'hingga', 'tanggal_selesai', 'until', 'to'],
    nama: ['nama_libur', 'keterangan', 'hari_libur', 'name'],
    jenis: ['jenis_libur', 'kind'],
    unit: ['unit_kerja', 'opd'],
    sumber: ['dasar', 'dasar_hukum', 'source'],
  }),
};

/** Most days of a span behind its first date. */
const MAX_SPAN = 31;

const kinds = new Map<string, HolidayKind>([
  ['libur nasional', 'libur_nasional'],
  ['nasional', 'libur_nasional'],
  ['cuti bersama', 'cuti_bersama'],
  ['libur daerah', 'libur_daerah'],
  ['daerah', 'libur_daerah'],
  ['libur lokal', 'libur_daerah'],
  ['lokal', 'libur_daerah'],
  ['ramadan', 'ramadan'],
  ['ramadhan', 'ramadan'],
  ['puasa', 'ramadan'],
]);

const statuses = new Map<string, 'certain' | 'provisional' | 'cancelled'>([
  ['pasti', 'certain'],
  ['tetap', 'certain'],
  ['certain', 'certain'],
  ['sementara', 'provisional'],
  ['perkiraan', 'provisional'],
  ['provisional', 'provisional'],
  ['batal', 'cancelled'],
  ['dibatalkan', 'cancelled'],
  ['dicabut', 'cancelled'],
  ['cancelled', 'cancelled'],
  ['canceled', 'cancelled'],
]);

/** Reads one row of the holidays file by itself; `row` is null where it has a problem. */
export function readHolidayLine(
  { line, cells }: ColumnRow<HolidaysColumn>,
  units: readonly { id: string; name: string }[],
): { row: HolidayLine | null; problems: HolidayLineProblem[] } {
  const problems: HolidayLineProblem[] = [];
  const status = cells.status === '' ? 'certain' : statuses.get(wordsOf(cells.status));
  if (!status) problems.push({ line, column: 'status', code: 'holiday_status', value: cells.status });
  const cancelled = status === 'cancelled';
  const kind = kinds.get(wordsOf(cells.jenis)) ?? null;
  if (!kind && cells.jenis !== '')
    problems.push({ line, column: 'jenis', code: 'holiday_kind', value: cells.jenis });
  // Whoever cancels a day need not name it again.
  const needed: HolidaysColumn[] = cancelled
    ? ['tanggal']
    : ['tanggal', ...(kind === 'ramadan' ? (['sampai'] as const) : []), 'nama', 'jenis'];
  for (const column of needed) if (cells[column] === '') problems.push({ line, column, code: 'empty' });
  const dateIn = (column: 'tanggal' | 'sampai') => {
    const date = parseDate(cells[column]);
    if (date === null && cells[column] !== '')
      problems.push({ line, column, code: 'date', value: cells[column] });
    return date;
  };
  const from = dateIn('tanggal');
  const to = dateIn('sampai') ?? from;
  if (from !== null && to !== null && (to < from || to > addDays(from, MAX_SPAN)))
    problems.push({ line, column: 'sampai', code: 'date_span', value: cells.sampai, max: MAX_SPAN });
  const place = placeOf(cells.unit, units);
  if (!place) problems.push({ line, column: 'unit', code: 'unit_unknown', value: cells.unit });
  else if (place.unitId !== null && kind !== null && kind !== 'libur_daerah')
    problems.push({ line, column: 'unit', code: 'holiday_unit', value: cells.unit });
  if (problems.length > 0 || from === null || to === null || !place) return { row: null, problems };
  const texts = { name: cells.nama, source: optionalText(cells.sumber) };
  const row = { line, from, to, kind, ...texts, provisional: status === 'provisional', cancelled, ...place };
  return { row, problems };
}

function placeOf(name: string, units: readonly { id: string; name: string }[]): HolidayPlace | null {
  if (name === '') return { unitId: null, unit: null };
  const unit = units.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return unit ? { unitId: unit.id, unit: unit.name } : null;
}

function wordsOf(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, ' ');
}
