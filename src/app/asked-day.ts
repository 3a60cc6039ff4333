import { firstReports } from '../../db/queries/entries.ts';
import type { PersonRow } from '../../db/queries/people.ts';
import { first } from '../../db/store.ts';
import { type DayOff, dayOff } from '../core/calendar.ts';
import type { SnoozeFacts } from '../core/snooze.ts';
import { daysOf, type PersonDays } from './calendar-facts.ts';
import type { Services } from './services.ts';

/** How a person's date stands: whether there is still something to ask. */
export interface AskedDay {
  days: PersonDays;
  /** When the first report came (ms UTC). */
  reportedAt: number | null;
  off: DayOff | null;
  /** The window is over: the cut-off and its grace have passed. */
  closed: boolean;
  snooze: SnoozeFacts;
}

/** Loads how a person's date stands now. */
export async function askedDay(
  services: Pick<Services, 'store' | 'agency' | 'now'>,
  person: PersonRow,
  date: string,
): Promise<AskedDay> {
  const [days, report] = await Promise.all([
    daysOf(services, person, { from: date, to: date }),
    first(services.store, firstReports([person.id], date, date)),
  ]);
  const { zone } = days;
  const [window, rules, hours] = [days.window(date), days.rules(date), days.hours(date)];
  return {
    days,
    reportedAt: report?.submittedAt ?? null,
    off: dayOff(date, days.facts),
    closed: services.now() >= window.graceUntil,
    snooze: { date, zone, rules, hours, window },
  };
}

/** Whether nothing is to be asked about a date any more. */
export function isDone({ reportedAt, off, closed }: AskedDay): boolean {
  return reportedAt !== null || off !== null || closed;
}
