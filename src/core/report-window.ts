import type { Shift } from './calendar.ts';
import { addDays, instantOf } from './local-time.ts';
import { minuteOf, type Rules } from './rules.ts';

/** When a date's report stops being on time; instants in ms UTC. */
export interface Closing {
  /** The cut-off: up to and including it a report is on time. */
  closesAt: number;
  /** Up to here a report is in the grace period. */
  graceUntil: number;
  /** The cut-off lies later because of an outage. */
  extended: boolean;
}

/** The span in which a date is reported; instants in ms UTC. */
export interface ReportWindow extends Closing {
  /** From here on it can be reported, ahead where the agency allows that. */
  opensAt: number;
  /** Up to here a report is taken, late and with a reason. */
  lateUntil: number;
}

/** The part of the rules that a date's cut-off depends on. */
export type ClosingRules = Pick<Rules, 'closeAt' | 'graceMinutes'>;

/** How a day was reported, or whether it still can be in time. */
export type ReportState = 'open' | 'on_time' | 'grace' | 'late' | 'missed';

/** Minutes after a shift across midnight in which its day can still be reported on time. */
const AFTER_SHIFT = 120;
const MINUTE = 60_000;

/**
 * The cut-off of a date in the person's zone.
 *
 * A shift that ends after the cut-off keeps the window open for two hours behind it. `extensions` are later cut-offs
 * (ms UTC) that were granted because of an outage.
 */
export function closingOf(
  date: string,
  zone: string,
  rules: ClosingRules,
  shift: Shift | null,
  extensions: readonly number[],
): Closing {
  const regular = instantOf(date, closeMinute(rules, shift), zone);
  const closesAt = Math.max(regular, ...extensions);
  return { closesAt, graceUntil: closesAt + rules.graceMinutes * MINUTE, extended: closesAt > regular };
}

/** The report window of a date in the person's zone: its cut-off, and how long before and after it is reported. */
export function windowOf(
  date: string,
  zone: string,
  rules: ClosingRules & Pick<Rules, 'lateDays' | 'aheadDays'>,
  shift: Shift | null,
  extensions: readonly number[],
): ReportWindow {
  const closing = closingOf(date, zone, rules, shift, extensions);
  const late = instantOf(addDays(date, rules.lateDays), closeMinute(rules, shift), zone);
  return {
    ...closing,
    opensAt: instantOf(addDays(date, -rules.aheadDays), 0, zone),
    lateUntil: Math.max(closing.graceUntil, late),
  };
}

function closeMinute({ closeAt }: ClosingRules, shift: Shift | null): number {
  return Math.max(minuteOf(closeAt), shift && shift.end > 1440 ? shift.end + AFTER_SHIFT : 0);
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
