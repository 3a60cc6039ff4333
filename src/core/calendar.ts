import { weekday } from './local-time.ts';
import type { AbsenceKind } from './model.ts';
import type { Hours, Rules } from './rules.ts';

/** Why a person is not expected to report on a date. */
export type DayOff =
  | { kind: 'weekend' }
  | { kind: 'holiday'; name: string }
  /** Free by the duty roster. */
  | { kind: 'off_duty' }
  | { kind: 'absent'; absence: AbsenceKind };

/** A shift of a duty roster: minutes after local midnight of its date; `end` above 1440 lies on the next day. */
export interface Shift {
  start: number;
  end: number;
}

/** What decides whether a date is a working day of a person, and when they work. */
export interface CalendarFacts {
  /** ISO 8601 numbers of the days that are worked on that date. */
  workDays: (date: string) => readonly number[];
  /** Names of holidays by date, those of the person's unit among them. */
  holidays: ReadonlyMap<string, string>;
  absences: readonly { fromDate: string; toDate: string; kind: AbsenceKind }[];
  /** The person's duty roster by date: a shift, or null for a day off; it overrules week and holidays. */
  shifts: ReadonlyMap<string, Shift | null>;
  /** Spans of dates with Ramadan hours. */
  ramadan: readonly { fromDate: string; toDate: string }[];
}

/** Why no report is expected on a date; null on a working day. */
export function dayOff(date: string, facts: CalendarFacts): DayOff | null {
  const shift = facts.shifts.get(date);
  if (shift === null) return { kind: 'off_duty' };
  if (shift === undefined) {
    if (!facts.workDays(date).includes(weekday(date))) return { kind: 'weekend' };
    const holiday = facts.holidays.get(date);
    if (holiday !== undefined) return { kind: 'holiday', name: holiday };
  }
  const absence = facts.absences.find((a) => a.fromDate <= date && date <= a.toDate);
  return absence ? { kind: 'absent', absence: absence.kind } : null;
}

/** When a person works on a date, and what says so: the roster, Ramadan, or the week. */
export interface DayHours extends Hours {
  by: 'shift' | 'ramadan' | 'week';
}

/** The working hours of a date, whether or not it is worked. */
export function hoursOn(
  date: string,
  rules: Pick<Rules, 'workHours' | 'ramadanHours'>,
  facts: Pick<CalendarFacts, 'shifts' | 'ramadan'>,
): DayHours {
  const shift = facts.shifts.get(date);
  if (shift) return { ...shift, pause: 0, by: 'shift' };
  const ramadan = facts.ramadan.some((span) => span.fromDate <= date && date <= span.toDate);
  const week = ramadan ? rules.ramadanHours : rules.workHours;
  return { ...(week[String(weekday(date))] ?? week['1']!), by: ramadan ? 'ramadan' : 'week' };
}

/** Minutes that are worked between the start and the end of a day. */
export function netMinutes({ start, end, pause }: Hours): number {
  return Math.max(0, end - start - pause);
}
