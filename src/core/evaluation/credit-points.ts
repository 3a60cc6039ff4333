import type { PositionLevel } from '../model.ts';
import type { Predicate } from './content.ts';

/** A level of a functional position (jabatan fungsional), the only ones that earn credit points. */
export type FunctionalLevel = keyof typeof COEFFICIENTS;

/** Credit points (angka kredit) of a year with the predicate Baik, in hundredths (PermenPANRB 1/2023). */
const COEFFICIENTS = {
  pemula: 375,
  terampil: 500,
  mahir: 1250,
  penyelia: 2500,
  ahli_pertama: 1250,
  ahli_muda: 2500,
  ahli_madya: 3750,
  ahli_utama: 5000,
} as const satisfies Partial<Record<PositionLevel, number>>;

/** Percent of the coefficient by predicate (PermenPANRB 1/2023, PerBKN 3/2023). */
const PERCENTAGES: Record<Predicate, number> = {
  very_good: 150,
  good: 100,
  needs_improvement: 75,
  poor: 50,
  very_poor: 25,
};

/** Whether a level earns credit points; leaders and pelaksana do not. */
export function earnsCreditPoints(level: PositionLevel): level is FunctionalLevel {
  return level in COEFFICIENTS;
}

/** Credit points, in hundredths, of so many months (1 to 12) at a level with a predicate; halves are rounded up. */
export function creditPointsOf(level: FunctionalLevel, predicate: Predicate, months = 12): number {
  const product = COEFFICIENTS[level] * PERCENTAGES[predicate] * months;
  return Math.floor((2 * product + 1200) / 2400);
}
