import type { PersonRow } from '../../../db/queries/people.ts';
import { dayOff } from '../../core/calendar.ts';
import { REMINDER_HORIZON, reminderDate } from '../../core/feedback/reminder-date.ts';
import { addDays, instantOf, localDate } from '../../core/local-time.ts';
import { workingMoment } from '../../core/working-moment.ts';
import { daysOf } from '../calendar-facts.ts';
import type { Services } from '../services.ts';
import { zoneOf } from '../session.ts';

/** When a request is brought to mind, and after how many working days of whoever is asked. */
export interface RequestTiming {
  /** Instant (ms UTC), in working hours. */
  at: number;
  workingDays: number;
}

/**
 * When somebody is reminded of a request that was made at an instant: after the agency's number of their working days, at
 * a moment at which they are at work, as their calendar stands now; absences that come later move it.
 */
export async function requestTiming(
  services: Pick<Services, 'store' | 'now' | 'agency'>,
  asked: PersonRow,
  createdAt: number,
): Promise<RequestTiming> {
  const zone = zoneOf(asked, services);
  const now = services.now();
  const from = localDate(createdAt, zone);
  const until = addDays(localDate(Math.max(createdAt, now), zone), REMINDER_HORIZON);
  const days = await daysOf(services, asked, { from, to: until });
  const workingDays = days.rules(from).requestReminderDays;
  const date = reminderDate(from, workingDays, days.facts) ?? until;
  const earliest = Math.max(instantOf(date, 0, zone), createdAt);
  const moment = (start: number) =>
    workingMoment(start, until, { ...days, isOff: (day) => dayOff(day, days.facts) !== null });
  const due = moment(earliest) ?? earliest;
  // Once it is due, it waits for the next moment at work.
  const at = due <= now ? (moment(now) ?? now) : due;
  return { at, workingDays };
}
