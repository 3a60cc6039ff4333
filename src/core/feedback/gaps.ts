import { addDays, datesBetween } from '../local-time.ts';

/** How far back feedback is looked for, in days; an older gap counts as this long. */
export const GAP_LOOKBACK = 120;

/** A member of a supervisor's staff, as far as the gauge of feedback needs to know them. */
export interface GapFacts {
  id: string;
  name: string;
  /** First local date on which they were this supervisor's, or reports were expected. */
  since: string;
  /** Local date of the last feedback of this supervisor; null if there is none within `GAP_LOOKBACK`. */
  last: string | null;
  /** Whether somebody was absent on a date; a weekend or a holiday is no absence. */
  isAbsent(date: string): boolean;
}

/** Somebody without feedback for long. */
export interface Gap {
  id: string;
  name: string;
  last: string | null;
  /** Calendar days without feedback, without those of absence. */
  days: number;
  /** The date on which the gap became that long. */
  reachedOn: string;
}

/**
 * Who has had no feedback for `gapDays` days up to a date, by name: a gauge, never a ranking.
 *
 * Days are those of the calendar, as people count a fortnight; days on which somebody was absent do not count, and
 * whoever is absent on the date itself is not named.
 */
export function gapsOf(staff: readonly GapFacts[], gapDays: number, today: string): Gap[] {
  return staff
    .flatMap((person) => {
      const gap = gapOf(person, gapDays, today);
      return gap && !person.isAbsent(today) ? [gap] : [];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'id') || (a.id < b.id ? -1 : 1));
}

function gapOf({ id, name, since, last, isAbsent }: GapFacts, gapDays: number, today: string): Gap | null {
  const earliest = addDays(today, -GAP_LOOKBACK);
  // The first day counts as one on which there still was feedback, or nothing yet to say.
  const start = [last ?? since, since, earliest].reduce((latest, date) => (date > latest ? date : latest));
  let days = 0;
  let reachedOn: string | null = null;
  for (const date of datesBetween(addDays(start, 1), today)) {
    if (isAbsent(date)) continue;
    days += 1;
    if (days === gapDays) reachedOn = date;
  }
  return reachedOn === null ? null : { id, name, last, days, reachedOn };
}
