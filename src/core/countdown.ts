import { DateTime } from 'luxon';
import { addDays, instantOf } from './local-time.ts';

/** Days before a deadline on which a countdown is sent: H-14, H-7, H-3, H-1 and the day itself. */
export const COUNTDOWN_DAYS = [14, 7, 3, 1, 0] as const;

/** A step of a countdown. */
export interface CountdownStep {
  daysBefore: number;
  date: string;
  /** ms UTC */
  at: number;
}

/** The steps of a countdown to a deadline, at a minute of the local day; only those behind the first sending (ms UTC). */
export function countdownTo(
  deadline: string,
  minute: number,
  zone: string,
  firstAt: number,
): CountdownStep[] {
  return COUNTDOWN_DAYS.map((daysBefore) => {
    const date = addDays(deadline, -daysBefore);
    return { daysBefore, date, at: instantOf(date, minute, zone) };
  }).filter(({ at }) => at > firstAt);
}

/** Days from a date to a deadline; negative behind it. */
export function daysUntil(deadline: string, today: string): number {
  const [to, from] = [deadline, today].map((date) => DateTime.fromISO(date, { zone: 'utc' }));
  return Math.round(to!.diff(from!, 'days').days);
}
