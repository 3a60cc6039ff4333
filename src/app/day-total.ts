import { type EntryRow, entriesBetween } from '../../db/queries/entries.ts';
import { dayOff, netMinutes } from '../core/calendar.ts';
import { minutesOf, type TimeSpan } from '../core/time-span.ts';
import { daysOf } from './calendar-facts.ts';
import type { Session } from './session.ts';

/** The minutes of a day's activities in words, against its net working time where it is a working day; null: none. */
export async function dayMinutes(
  session: Session,
  date: string,
  entries: readonly Pick<EntryRow, 'startMinute' | 'endMinute'>[],
): Promise<string | null> {
  const { services, person, t } = session;
  const minutes = entries.reduce((sum, entry) => sum + minutesOf(entry), 0);
  if (minutes === 0) return null;
  const days = await daysOf(services, person, { from: date, to: date });
  const norm = dayOff(date, days.facts) === null ? netMinutes(days.hours(date)) : 0;
  return norm > 0 ? t.fieldMode.total.of(t.duration(minutes), t.duration(norm)) : t.duration(minutes);
}

/** What a day's activities take together once a draft is stored; null where the draft says no time. */
export async function dayMinutesWith(
  session: Session,
  answers: Record<string, unknown>,
  entryId: string | undefined,
): Promise<string | null> {
  const time = answers.time as TimeSpan | null | undefined;
  if (!time) return null;
  const date = String(answers.date);
  const span = { personId: session.person.id, from: date, to: date };
  const others = (await session.services.store.all(entriesBetween(span))).filter(({ id }) => id !== entryId);
  return dayMinutes(session, date, [...others, { startMinute: time.start, endMinute: time.end }]);
}
