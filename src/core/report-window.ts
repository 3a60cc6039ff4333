import type { Shift } from './calendar.ts';
import { addDays, instantOf } from './local-time.ts';
import { minuteOf, type Rules } from './rules.ts';

/** The span in which a date is reported; instants in ms UTC. */
export interface ReportWindow {
  /** From here on it can be reported, ahead where the agency allows that. */
  opensAt: number;
  /** The cut-off: up to and including it a report is on time. */
  closesAt: number;
  /** Up to here a report is in the grace period. */
  graceUntil: number;
  /** Up to here a report is taken, late and with a reason. */
  lateUntil: number;
  /** The cut-off lies later because of an outage. */
  extended: boolean;
}

/** How a day was reported, or whether it still can be in time. */
export type ReportState = 'open' | 'on_time' | 'grace' | 'late' | 'missed';

/** Minutes after a shift across midnight in which its day can still be reported on time. */
const AFTER_SHIFT = 120;
const MINUTE = 60_000;

/**
 * The report window of a date in the person's zone.
 *
 * A shift that ends after the cut-off keeps the window open for two hours behind it. `extensions` are later cut-offs
 * (ms UTC) that were granted because of an outage.
 */
export function windowOf(
  date: string,
  zone: string,
  rules: Pick<Rules, 'closeAt' | 'graceMinutes' | 'lateDays' | 'aheadDays'>,
  shift: Shift | null,
  extensions: readonly number[],
): ReportWindow {
  const close = Math.max(minuteOf(rules.closeAt), shift && shift.end > 1440 ? shift.end + AFTER_SHIFT : 0);
  const regular = instantOf(date, close, zone);
  const closesAt = Math.max(regular, ...extensions);
  const graceUntil = closesAt + rules.graceMinutes * MINUTE;
  return {
    opensAt: instantOf(addDays(date, -rules.aheadDays), 0, zone),
    closesAt,
    graceUntil,
    lateUntil: Math.max(graceUntil, instantOf(addDays(date, rules.lateDays), close, zone)),
    extended: closesAt > regular,
  };
}

/** How a day stands whose first report came at an instant, or has not come (null). */
export function stateOf(
  submittedAt: number | null,
  window: Pick<ReportWindow, 'closesAt' | 'graceUntil'>,
  now: number,
): ReportState {
  if (submittedAt === null) return now <= window.graceUntil ? 'open' : 'missed';
  if (submittedAt <= window.closesAt) return 'on_time';
  return submittedAt <= window.graceUntil ? 'grace' : 'late';
}
