import type { Aspect, CascadeMethod, Perspective } from '../plan/content.ts';
import { type EmployeeCellProblem, readEmployeeCell } from './employee-cell.ts';
import {
  FRAME_COLUMNS,
  type FrameColumn,
  readApproach,
  readAspect,
  readDueCell,
  readFrom,
  readMethod,
  readPerspective,
} from './plan-cells.ts';
import { type ColumnRow, type ColumnSpec, optionalText, type Place, synonymsOf } from './table.ts';

/** Columns of the plans file. */
export type PlansColumn =
  | 'nip'
  | 'tahun'
  | 'jenis'
  | 'rhk_no'
  | 'rhk'
  | 'rhk_atasan_no'
  | 'aspek'
  | 'iki'
  | 'target'
  | 'satuan'
  | 'perspektif'
  | 'metode'
  | 'tenggat'
  | FrameColumn;

/** One row of the plans file: an indicator, and what the row says about its work result. */
export interface PlanLine {
  line: number;
  nip: string;
  year: number;
  number: number;
  /** `null` where the row leaves it to another row of the same work result. */
  additional: boolean | null;
  title: string | null;
  superiorNumber: number | null;
  aspect: Aspect | null;
  indicator: string;
  target: string | null;
  unit: string | null;
  /** Local date. */
  dueOn: string | null;
  method: CascadeMethod | null;
  perspective: Perspective | null;
  /** What the row says about the plan as a whole, as written. */
  frame: Partial<Record<FrameColumn, string>>;
}

/** What is wrong in one cell of a plans file. */
export type PlanLineProblem =
  | EmployeeCellProblem
  /** A cell that must be filled: `nip`, `tahun`, `rhk_no` or `iki`; `rhk` where no row has its text. */
  | (Place & { code: 'empty' })
  /** Not a year from `min` to `max`. */
  | (Place & { code: 'year'; value: string; min: number; max: number })
  /** `jenis` is neither `utama` nor `tambahan`. */
  | (Place & { code: 'work_result_kind'; value: string })
  /** `rhk_no` or `rhk_atasan_no` is not a whole number from 1 to 999. */
  | (Place & { code: 'work_result_number'; value: string })
  | (Place & { code: 'aspect'; value: string })
  | (Place & { code: 'perspective'; value: string })
  /** `metode` is neither `langsung` nor `tidak langsung`. */
  | (Place & { code: 'cascade_method'; value: string })
  /** `pendekatan` is neither `kuantitatif` nor `kualitatif`. */
  | (Place & { code: 'approach'; value: string })
  /** `tenggat` is no date, or `berlaku_mulai` is none in the plan's year. */
  | (Place & { code: 'plan_date'; value: string });

type CellCode = Extract<
  PlanLineProblem,
  { value: string; code: 'aspect' | 'perspective' | 'cascade_method' | 'approach' | 'plan_date' }
>['code'];

/** The columns of the plans file, with other headings under which they are found. */
export const plansColumns: ColumnSpec<PlansColumn> = {
  required: ['nip', 'tahun', 'rhk_no', 'rhk', 'iki'],
  optional: [
    ...(['jenis', 'rhk_atasan_no', 'aspek', 'target', 'satuan', 'perspektif', 'metode', 'tenggat'] as const),
    ...FRAME_COLUMNS,
  ],
  synonyms: synonymsOf<PlansColumn>({
    nip: ['nip_pegawai', 'nip_baru', 'nip_nippk', 'employee_number'],
    tahun: ['year', 'tahun_skp'],
    jenis: ['jenis_rhk', 'jenis_hasil_kerja'],
    rhk_no: ['no_rhk', 'nomor_rhk', 'rhk_nomor'],
    rhk: ['rencana_hasil_kerja', 'uraian_rhk'],
    rhk_atasan_no: ['no_rhk_atasan', 'nomor_rhk_atasan', 'rhk_pimpinan_no', 'no_rhk_pimpinan'],
    aspek: ['aspect'],
    iki: ['indikator', 'indikator_kinerja_individu'],
    satuan: ['unit', 'satuan_target'],
    perspektif: ['perspective'],
    metode: ['metode_cascading', 'cara_penurunan', 'method'],
    tenggat: ['batas_waktu', 'tenggat_waktu', 'due_date', 'due'],
    pendekatan: ['approach'],
    berlaku_mulai: ['tmt', 'from'],
    lampiran_sumber_daya: ['dukungan_sumber_daya'],
    lampiran_pertanggungjawaban: ['skema_pertanggungjawaban'],
    lampiran_konsekuensi: ['konsekuensi'],
  }),
};

/** Earliest year of a plan that an import takes. */
export const firstPlanYear = 2000;

const kinds = new Map([
  ['utama', false],
  ['tambahan', true],
  ['main', false],
  ['additional', true],
]);

/** Reads one row of the plans file by itself; `row` is `null` where a problem leaves nothing to group. */
export function readPlanLine(
  { line, cells }: ColumnRow<PlansColumn>,
  today: string,
): { row: PlanLine | null; problems: PlanLineProblem[] } {
  const problems: PlanLineProblem[] = [];
  for (const column of ['nip', 'tahun', 'rhk_no', 'iki'] as const)
    if (cells[column] === '') problems.push({ line, column, code: 'empty' });

  const nip = cells.nip === '' ? null : readEmployeeCell(cells.nip, { line, column: 'nip' }, today);
  if (nip && !nip.ok) problems.push(nip.problem);
  const [min, max] = [firstPlanYear, Number(today.slice(0, 4)) + 1];
  const year = /^\d{4}$/.test(cells.tahun) ? Number(cells.tahun) : 0;
  if (cells.tahun !== '' && (year < min || year > max))
    problems.push({ line, column: 'tahun', code: 'year', value: cells.tahun, min, max });
  const readNumber = (column: 'rhk_no' | 'rhk_atasan_no'): number | null => {
    const value = optionalText(cells[column]);
    if (value === null) return null;
    const number = Number(/^(?:rhk)?\s*0*(\d{1,3})\.?$/i.exec(value)?.[1] ?? 0);
    if (number === 0) problems.push({ line, column, code: 'work_result_number', value });
    return number || null;
  };
  const number = readNumber('rhk_no');
  const superiorNumber = readNumber('rhk_atasan_no');

  const kind = optionalText(cells.jenis);
  const additional = kind === null ? null : (kinds.get(kind.toLowerCase()) ?? null);
  if (kind !== null && additional === null)
    problems.push({ line, column: 'jenis', code: 'work_result_kind', value: kind });
  const read = <V>(column: PlansColumn, code: CellCode, reader: (text: string) => V | null): V | null => {
    const value = optionalText(cells[column]);
    const found = value === null ? null : reader(value);
    if (value !== null && found === null) problems.push({ line, column, code, value });
    return found;
  };
  const aspect = read('aspek', 'aspect', readAspect);
  const perspective = read('perspektif', 'perspective', readPerspective);
  const method = read('metode', 'cascade_method', readMethod);
  const dueOn = read('tenggat', 'plan_date', (text) => readDueCell(text, year));
  read('pendekatan', 'approach', readApproach);
  if (year) read('berlaku_mulai', 'plan_date', (text) => readFrom(text, year));
  const filled = FRAME_COLUMNS.filter((column) => cells[column] !== '');
  const frame = Object.fromEntries(filled.map((column) => [column, cells[column]]));

  if (!nip?.ok || !year || !number) return { row: null, problems };
  const plan = { line, nip: nip.nip, year, number, additional, superiorNumber, aspect };
  const texts = { title: optionalText(cells.rhk), indicator: cells.iki };
  const target = { target: optionalText(cells.target), unit: optionalText(cells.satuan), dueOn };
  return { row: { ...plan, ...texts, ...target, method, perspective, frame }, problems };
}
