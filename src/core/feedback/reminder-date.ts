import { type CalendarFacts, dayOff } from '../calendar.ts';
import { addDays } from '../local-time.ts';

/** Nobody is waited for longer than this, in days; then their calendar is wrong or they are away for long. */
export const REMINDER_HORIZON = 90;

/**
 * The date of the `count`th working day after a date on which somebody is at work: weekends, holidays and their absences
 * do not count. Null if there is none within ninety days.
 */
export function reminderDate(from: string, count: number, facts: CalendarFacts): string | null {
  let left = count;
  for (let days = 1; days <= REMINDER_HORIZON; days += 1) {
    const date = addDays(from, days);
    if (dayOff(date, facts) !== null) continue;
    left -= 1;
    if (left <= 0) return date;
  }
  return null;
}
