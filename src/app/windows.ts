import type { PersonRow } from '../../db/queries/people.ts';
import { shiftsBetween } from '../../db/queries/roster.ts';
import { extensionsOf } from '../../db/queries/windows.ts';
import type { Shift } from '../core/calendar.ts';
import { addDays } from '../core/local-time.ts';
import { REPORT_DATES_AHEAD, REPORT_DATES_BACK } from '../core/report-dates.ts';
import { type Closing, closingOf, type ReportWindow, windowOf } from '../core/report-window.ts';
import type { Rules } from '../core/rules.ts';
import { loadRules, shiftOf } from './calendar-facts.ts';
import { oncePerMessage } from './once.ts';
import type { Services } from './services.ts';
import { zoneOf } from './session.ts';

/** The report windows of one person; all that a report needs to know about its day, in few queries. */
export interface PersonWindows {
  zone: string;
  rules(date: string): Rules;
  window(date: string): ReportWindow;
  /** The cut-off as it would be without outages. */
  regularClosing(date: string): Closing;
}

type Who = Pick<PersonRow, 'id' | 'unitId' | 'zone' | 'unitZone'>;

/** The report windows of a person in a span of dates. */
export async function windowsOf(
  services: Pick<Services, 'store' | 'agency'>,
  person: Who,
  { from, to }: { from: string; to: string },
): Promise<PersonWindows> {
  const { store } = services;
  const personId = person.id;
  const [find, shifts, extensions] = await Promise.all([
    loadRules(store),
    store.all(shiftsBetween(personId, from, to)),
    store.all(extensionsOf({ personId, from, to })),
  ]);
  const zone = zoneOf(person, services);
  const rules = (date: string) => find(date, person.unitId);
  const shift = (date: string): Shift | null => {
    const duty = shifts.find((row) => row.date === date);
    return duty ? shiftOf(duty) : null;
  };
  return {
    zone,
    rules,
    regularClosing: (date) => closingOf(date, zone, rules(date), shift(date), []),
    window(date) {
      const later = extensions.filter(({ extension }) => extension.localDate === date);
      return windowOf(
        date,
        zone,
        rules(date),
        shift(date),
        later.map(({ extension }) => extension.closesAt),
      );
    },
  };
}

/** The report windows around today of whoever is talking. */
export const sessionWindows = oncePerMessage(({ services, person, today }) =>
  windowsOf(services, person, {
    from: addDays(today, -REPORT_DATES_BACK),
    to: addDays(today, REPORT_DATES_AHEAD),
  }),
);

/** The window of one date of a person, wherever it lies. */
export async function windowOn(
  services: Pick<Services, 'store' | 'agency'>,
  person: Who,
  date: string,
): Promise<ReportWindow> {
  return (await windowsOf(services, person, { from: date, to: date })).window(date);
}
