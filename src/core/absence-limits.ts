import type { DaySpan } from './day-span.ts';
import { addDays } from './local-time.ts';
import type { AbsenceKind } from './model.ts';

/** Why an absence is not taken though its dates are clear. */
export type AbsenceLimit = 'end_before_start' | 'too_long' | 'too_far_back' | 'too_far_ahead';

/** Days back to which people and supervisors record an absence; HR records older ones. */
export const BACK_DAYS = 31;
const YEAR = 366;
/** A study assignment (tugas belajar) takes a whole course of studies. */
const STUDIES = 5 * YEAR;

/** What speaks against an absence of these days, seen from `today`; null: nothing. */
export function absenceLimit(
  { kind, from, to }: DaySpan & { kind: AbsenceKind },
  today: string,
  isHr: boolean,
): AbsenceLimit | null {
  if (to < from) return 'end_before_start';
  const longest = kind === 'tugas_belajar' ? STUDIES : YEAR;
  if (to > addDays(from, longest - 1)) return 'too_long';
  if (from < addDays(today, -(isHr ? STUDIES : BACK_DAYS))) return 'too_far_back';
  return from > addDays(today, YEAR) ? 'too_far_ahead' : null;
}
