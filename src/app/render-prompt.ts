import { entriesBetween } from '../../db/queries/entries.ts';
import { dayOff } from '../core/calendar.ts';
import { localDate } from '../core/local-time.ts';
import { textsOf } from '../i18n/texts.ts';
import { calendarOf } from './calendar-facts.ts';
import { promptMessage } from './prompt-view.ts';
import { accountFor, personOf, plain, type Renderer, skip } from './rendered.ts';
import { zoneOf } from './session.ts';

/** The question to report. */
export const prompt: Renderer<'prompt'> = async (services, row, { date }) => {
  const person = await personOf(services, row.personId);
  if (!person?.active) return skip('inactive');
  if (localDate(services.now(), zoneOf(person, services)) !== date) return skip('day_passed');
  const entries = await services.store.all(entriesBetween({ personId: person.id, from: date, to: date }));
  if (entries.length > 0) return skip('reported');
  // A holiday may have been announced, or a roster changed, since it was decided to ask.
  const off = dayOff(date, await calendarOf(services, person, { from: date, to: date }));
  if (off) return skip(off.kind);
  const to = await accountFor(services, person, 'employee');
  if ('skip' in to) return skip(to.skip);
  const locale = person.locale ?? services.agency.locale;
  return plain(to, promptMessage(textsOf(locale), locale, person.name, date));
};
