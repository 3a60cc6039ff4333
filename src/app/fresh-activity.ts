import type { DraftRow } from '../../db/queries/drafts.ts';
import { entriesBetween } from '../../db/queries/entries.ts';
import { dayOff } from '../core/calendar.ts';
import { addDays } from '../core/local-time.ts';
import { reportingDate } from '../core/report-dates.ts';
import { newActivity } from './activity-draft.ts';
import { daysOf } from './calendar-facts.ts';
import type { Session } from './session.ts';
import { sessionWindows } from './windows.ts';

/**
 * An activity that nothing is known of yet, for the day that is meant: before work begins that may be yesterday.
 *
 * Where yesterday was assumed the draft remembers it, so that its review says so.
 */
export async function freshActivity(
  session: Session,
  subject: Record<string, string> = {},
): Promise<DraftRow> {
  const date = await meantDate(session);
  return date === session.today
    ? newActivity(session, {}, subject)
    : newActivity(session, { date }, { ...subject, assumed: date });
}

async function meantDate(session: Session): Promise<string> {
  const { services, person, today, now, zone } = session;
  const date = addDays(today, -1);
  const window = (await sessionWindows(session)).window(date);
  // Nearly always yesterday is over, and nothing more has to be read.
  if (now > window.graceUntil || date < person.activeFrom) return today;
  const [days, entries] = await Promise.all([
    daysOf(services, person, { from: date, to: today }),
    services.store.all(entriesBetween({ personId: person.id, from: date, to: date })),
  ]);
  const shift = days.facts.shifts.get(date);
  return reportingDate({
    ...{ now, zone, today },
    yesterday: {
      off: dayOff(date, days.facts),
      window,
      nightShift: shift !== null && shift !== undefined && shift.end > 1440,
      reported: entries.length > 0,
    },
    startsAt: dayOff(today, days.facts) ? null : days.hours(today).start,
  });
}
