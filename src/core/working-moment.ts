import { addDays, instantOf, localDate } from './local-time.ts';
import { type QuietRules, quietEnd } from './quiet-hours.ts';
import type { Hours } from './rules.ts';

/** When somebody works, by date. */
export interface WorkingTimes {
  zone: string;
  isOff(date: string): boolean;
  hours(date: string): Pick<Hours, 'start' | 'end'>;
  rules(date: string): QuietRules;
}

/**
 * The first moment (ms UTC) from an instant on at which somebody is at work and outside quiet hours; null if there is
 * none up to a date.
 *
 * Who only works in quiet hours is reached when these end.
 */
export function workingMoment(from: number, until: string, times: WorkingTimes): number | null {
  const { zone } = times;
  // A shift of the day before may still be under way.
  for (let date = addDays(localDate(from, zone), -1); date <= until; date = addDays(date, 1)) {
    if (times.isOff(date)) continue;
    const { start, end } = times.hours(date);
    const at = Math.max(from, instantOf(date, start, zone));
    if (at <= instantOf(date, end, zone)) return quietEnd(at, zone, times.rules(date));
  }
  return null;
}
