import { weekday } from './local-time.ts';
import type { AbsenceKind } from './model.ts';

/** Why a person is not expected to report on a date. */
export type DayOff =
  | { kind: 'weekend' }
  | { kind: 'holiday'; name: string }
  | { kind: 'absent'; absence: AbsenceKind };

/** What decides whether a date is a working day of a person. */
export interface CalendarFacts {
  /** ISO 8601 numbers of the days that are worked on that date. */
  workDays: (date: string) => readonly number[];
  /** Names of holidays by date. */
  holidays: ReadonlyMap<string, string>;
  absences: readonly { fromDate: string; toDate: string; kind: AbsenceKind }[];
}

/** Why no report is expected on a date; null on a working day. */
export function dayOff(date: string, facts: CalendarFacts): DayOff | null {
  if (!facts.workDays(date).includes(weekday(date))) return { kind: 'weekend' };
  const holiday = facts.holidays.get(date);
  if (holiday !== undefined) return { kind: 'holiday', name: holiday };
  const absence = facts.absences.find((a) => a.fromDate <= date && date <= a.toDate);
  return absence ? { kind: 'absent', absence: absence.kind } : null;
}
