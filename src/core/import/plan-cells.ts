import {
  type Approach,
  ASPECTS,
  type Aspect,
  BEHAVIOURS,
  type Behaviour,
  type CascadeMethod,
  PERSPECTIVES,
  type Perspective,
  type PlanAnnexes,
} from '../plan/content.ts';
import { readDue } from '../plan/due-date.ts';
import { parseDate } from './dates.ts';
import { normaliseHeader } from './table.ts';

/** Columns of the plans file that say something about the plan as a whole; any of its rows may fill them in. */
export const FRAME_COLUMNS = [
  'pendekatan',
  'berlaku_mulai',
  'lampiran_sumber_daya',
  'lampiran_pertanggungjawaban',
  'lampiran_konsekuensi',
  'ekspektasi_berorientasi_pelayanan',
  'ekspektasi_akuntabel',
  'ekspektasi_kompeten',
  'ekspektasi_harmonis',
  'ekspektasi_loyal',
  'ekspektasi_adaptif',
  'ekspektasi_kolaboratif',
] as const;

/** A column about the plan as a whole. */
export type FrameColumn = (typeof FRAME_COLUMNS)[number];

/** What a plans file says about a plan as a whole; what is null or missing is not said. */
export interface PlanFrame {
  approach: Approach | null;
  /** Local date. */
  from: string | null;
  annexes: Partial<PlanAnnexes>;
  expectations: Partial<Record<Behaviour, string>>;
}

const APPROACHES = new Map<string, Approach>([
  ['kuantitatif', 'quantitative'],
  ['kualitatif', 'qualitative'],
  ['quantitative', 'quantitative'],
  ['qualitative', 'qualitative'],
]);
const METHODS = new Map<string, CascadeMethod>([
  ['langsung', 'direct'],
  ['direct', 'direct'],
  ['tidak_langsung', 'non_direct'],
  ['non_direct', 'non_direct'],
  ['nondirect', 'non_direct'],
  ['indirect', 'non_direct'],
]);

/** Reads `kuantitas`, `kualitas`, `waktu` or `biaya`. */
export const readAspect = (text: string): Aspect | null =>
  ASPECTS.find((name) => name === normaliseHeader(text)) ?? null;

/** Reads a perspective such as `Penerima Layanan`. */
export const readPerspective = (text: string): Perspective | null =>
  PERSPECTIVES.find((name) => name === normaliseHeader(text)) ?? null;

/** Reads `langsung` or `tidak langsung`. */
export const readMethod = (text: string): CascadeMethod | null => METHODS.get(normaliseHeader(text)) ?? null;

/** Reads `kuantitatif` or `kualitatif`. */
export const readApproach = (text: string): Approach | null => APPROACHES.get(normaliseHeader(text)) ?? null;

/** Reads a due date in words or numbers; one without a year lies in the plan's year. */
export function readDueCell(text: string, year: number): string | null {
  const due = readDue(text, year);
  return due === null || due === 'invalid' ? null : due.date;
}

/** Reads from when a plan is in force: a date in its year. */
export function readFrom(text: string, year: number): string | null {
  const date = parseDate(text) ?? readDueCell(text, year);
  return date?.slice(0, 4) === String(year) ? date : null;
}

/** Puts together what the cells about a plan as a whole say; cells that are wrong are left out. */
export function frameOf(cells: Partial<Record<FrameColumn, string>>, year: number): PlanFrame {
  const list = (text: string | undefined) =>
    (text ?? '')
      .split(';')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  const annexes = {
    resources: list(cells.lampiran_sumber_daya),
    accountability: list(cells.lampiran_pertanggungjawaban),
    consequences: list(cells.lampiran_konsekuensi),
  };
  return {
    approach: readApproach(cells.pendekatan ?? ''),
    from: readFrom(cells.berlaku_mulai ?? '', year),
    annexes: Object.fromEntries(Object.entries(annexes).filter(([, items]) => items.length > 0)),
    expectations: Object.fromEntries(
      BEHAVIOURS.flatMap((behaviour) => {
        const text = cells[`ekspektasi_${behaviour}`];
        return text ? [[behaviour, text]] : [];
      }),
    ),
  };
}
