import type { DayOff } from './calendar.ts';
import { addDays, instantOf } from './local-time.ts';
import type { ReportWindow } from './report-window.ts';

/** A date that can be reported now. */
export interface ReportDate {
  date: string;
  /** Whether it lies ahead, is in time (grace included), or past its grace period and needs a reason. */
  state: 'ahead' | 'open' | 'late';
}

/** What the dates that can be reported now depend on. */
export interface ReportDateFacts {
  today: string;
  now: number;
  window(date: string): ReportWindow;
}

/** So many dates before and after today are looked at; no window reaches further. */
export const REPORT_DATES_BACK = 40;
export const REPORT_DATES_AHEAD = 31;

/**
 * The dates that a person may report now, in order: those whose window takes reports, today always among them.
 *
 * Days before somebody was to report are among them: they did work, and nobody is counted as missing on them.
 */
export function reportDates({ today, now, window }: ReportDateFacts): ReportDate[] {
  const dates: ReportDate[] = [];
  for (let back = 0; back <= REPORT_DATES_BACK; back += 1) {
    const date = addDays(today, -back);
    const { graceUntil, lateUntil } = window(date);
    if (back > 0 && now > lateUntil) {
      // Only an extension lets an older date outlast a newer one, and hardly by more than a week.
      if (back > 7) break;
      continue;
    }
    dates.unshift({ date, state: now <= graceUntil ? 'open' : 'late' });
  }
  for (let ahead = 1; ahead <= REPORT_DATES_AHEAD; ahead += 1) {
    const date = addDays(today, ahead);
    if (now < window(date).opensAt) break;
    dates.push({ date, state: 'ahead' });
  }
  return dates;
}

/** What decides which day a report without a date belongs to. */
export interface ReportingFacts {
  now: number;
  zone: string;
  today: string;
  yesterday: {
    off: DayOff | null;
    window: Pick<ReportWindow, 'graceUntil'>;
    /** Its shift ends today. */
    nightShift: boolean;
    reported: boolean;
  };
  /** Minute of today at which work begins; null on a day off. */
  startsAt: number | null;
}

/**
 * The day that a report without a date belongs to.
 *
 * Before today's work begins it is yesterday, while yesterday is still open (grace included), a report was expected
 * and none has come; on a shift that ends today also further reports.
 */
export function reportingDate({ now, zone, today, yesterday, startsAt }: ReportingFacts): string {
  const begun = startsAt !== null && now >= instantOf(today, startsAt, zone);
  const wanted = !yesterday.reported || yesterday.nightShift;
  const open = now <= yesterday.window.graceUntil && yesterday.off === null;
  return !begun && wanted && open ? addDays(today, -1) : today;
}
