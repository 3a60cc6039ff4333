import { type CalendarFacts, dayOff } from './calendar.ts';
import type { DaySpan } from './day-span.ts';
import { addDays, datesBetween } from './local-time.ts';

/** Nobody has no working day for longer than this; then their calendar is wrong. */
const LONGEST_GAP = 60;

/** The working days of a span, whether or not the person is absent on them. */
export function workingDaysIn({ from, to }: DaySpan, facts: CalendarFacts): number {
  const free = { ...facts, absences: [] };
  return datesBetween(from, to).filter((date) => dayOff(date, free) === null).length;
}

/** From the first working day on or after a date to the `count`th; null where the calendar does not have so many. */
export function spanOfWorkingDays(from: string, count: number, facts: CalendarFacts): DaySpan | null {
  const free = { ...facts, absences: [] };
  let first: string | null = null;
  let left = count;
  for (let date = from, gap = 0; gap <= LONGEST_GAP; date = addDays(date, 1), gap += 1) {
    if (dayOff(date, free) !== null) continue;
    first ??= date;
    left -= 1;
    gap = 0;
    if (left === 0) return { from: first, to: date };
  }
  return null;
}

/** Absences of fewer working days than this are not worth a welcome. */
const WORTH_A_WELCOME = 2;

/**
 * Whether a date is the first working day after an absence of two or more working days.
 *
 * The facts have to reach back to the absence; thirty days always suffice.
 */
export function returnedFrom(date: string, facts: CalendarFacts): boolean {
  if (dayOff(date, facts) !== null) return false;
  let absent = 0;
  for (let back = 1; back <= LONGEST_GAP && absent < WORTH_A_WELCOME; back += 1) {
    const off = dayOff(addDays(date, -back), facts);
    if (off === null) return false;
    if (off.kind === 'absent') absent += 1;
  }
  return absent === WORTH_A_WELCOME;
}
