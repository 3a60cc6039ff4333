import { addDays, weekday } from '../local-time.ts';
import type { Gap } from './gaps.ts';

/** Which gaps a supervisor's list tells about: those that became long after a date (null: all of them). */
export interface WeeklySpan {
  after: string | null;
}

/**
 * What one of the lists of a team tells about feedback; null where it tells nothing, because another list of its week
 * came before it.
 *
 * @param date local date on which the list was made
 * @param earlier local dates on which the lists before it were made
 */
export function weeklySpan(date: string, earlier: readonly string[]): WeeklySpan | null {
  const monday = mondayOf(date);
  if (earlier.some((other) => mondayOf(other) === monday)) return null;
  const before = earlier
    .filter((other) => other < monday)
    .toSorted()
    .at(-1);
  if (before === undefined) return { after: null };
  // Only the first list of a week tells about feedback.
  const told = earlier.filter((other) => mondayOf(other) === mondayOf(before)).toSorted()[0];
  return { after: told ?? before };
}

/** The gaps that are told about: each once, in the first list after it became long. */
export function gapsToTell(gaps: readonly Gap[], { after }: WeeklySpan): Gap[] {
  return gaps.filter(({ reachedOn }) => after === null || reachedOn > after);
}

const mondayOf = (date: string) => addDays(date, 1 - weekday(date));
