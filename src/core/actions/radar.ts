import { type CalendarFacts, dayOff } from '../calendar.ts';
import { addDays, datesBetween } from '../local-time.ts';

/** What is known of a work result of the plan in force when its silence is measured; dates are local. */
export interface WatchedResult {
  id: string;
  number: number;
  title: string;
  /** The first date on which something could be done for it. */
  since: string;
  /** The last date with an activity for it or a piece of evidence; null: none so far. */
  lastOn: string | null;
  /** The last date of the period for which its owner said that nothing is needed. */
  pausedUntil: string | null;
}

/** A work result that has been quiet for too long. */
export interface QuietResult extends WatchedResult {
  /** The first date of the quiet stretch; it names the stretch. */
  quietFrom: string;
  /** Working days of its owner in the stretch, today not among them. */
  workingDays: number;
}

/** The calendar of the person, and how many quiet working days are too many. */
export interface RadarRules {
  facts: CalendarFacts;
  days: number;
}

/** The first date of the present stretch without an activity or evidence. */
export function quietFrom({ since, lastOn, pausedUntil }: WatchedResult): string {
  return [lastOn, pausedUntil]
    .flatMap((date) => (date === null ? [] : addDays(date, 1)))
    .reduce((latest, date) => (date > latest ? date : latest), since);
}

/**
 * The first working day on which a work result will have been quiet for too long if nothing is done for it; null if
 * that is not before `until`.
 *
 * Weekends, holidays and absences are no working days, so nobody is reminded of what they could not do.
 */
export function quietOn(result: WatchedResult, { facts, days }: RadarRules, until: string): string | null {
  let quiet = 0;
  for (let date = quietFrom(result); date <= until; date = addDays(date, 1)) {
    if (dayOff(date, facts) !== null) continue;
    if (quiet >= days) return date;
    quiet += 1;
  }
  return null;
}

/** The work results that have been quiet for too long on a date, in their own order. */
export function quietResults(
  results: readonly WatchedResult[],
  rules: RadarRules,
  today: string,
): QuietResult[] {
  return results.flatMap((result) => {
    if (quietOn(result, rules, today) === null) return [];
    const from = quietFrom(result);
    const workingDays = datesBetween(from, addDays(today, -1)).filter(
      (date) => dayOff(date, rules.facts) === null,
    ).length;
    return [{ ...result, quietFrom: from, workingDays }];
  });
}
