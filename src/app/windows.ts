import { allRules } from '../../db/queries/calendar.ts';
import { allUnits, type PersonRow } from '../../db/queries/people.ts';
import { shiftsBetween } from '../../db/queries/roster.ts';
import { extensionsOf } from '../../db/queries/windows.ts';
import type { Shift } from '../core/calendar.ts';
import { addDays } from '../core/local-time.ts';
import { REPORT_DATES_AHEAD, REPORT_DATES_BACK } from '../core/report-dates.ts';
import { type Closing, closingOf, type ReportWindow, windowOf } from '../core/report-window.ts';
import { type Rules, rulesAt } from '../core/rules.ts';
import { shiftOf } from './calendar-facts.ts';
import type { Services } from './services.ts';
import { type Session, zoneOf } from './session.ts';

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
  const [versions, shifts, extensions] = await Promise.all([
    store.all(allRules({})),
    store.all(shiftsBetween(personId, from, to)),
    store.all(extensionsOf({ personId, from, to })),
  ]);
  // The tree only matters where a unit has rules of its own.
  const units = versions.some((version) => version.unitId !== null) ? await store.all(allUnits()) : [];
  const places = new Map(units.map((unit) => [unit.id, unit]));
  const zone = zoneOf(person, services);
  const rulesBy = new Map<string, Rules>();
  const rules = (date: string): Rules => {
    const known = rulesBy.get(date) ?? rulesAt(date, person.unitId, places, versions);
    rulesBy.set(date, known);
    return known;
  };
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

const known = new WeakMap<Session, Promise<PersonWindows>>();

/** The report windows around today of whoever is talking, read once for each message. */
export function sessionWindows(session: Session): Promise<PersonWindows> {
  const { services, person, today } = session;
  const before = known.get(session);
  if (before) return before;
  const span = { from: addDays(today, -REPORT_DATES_BACK), to: addDays(today, REPORT_DATES_AHEAD) };
  const windows = windowsOf(services, person, span);
  known.set(session, windows);
  return windows;
}

/** The window of one date of a person, wherever it lies. */
export async function windowOn(
  services: Pick<Services, 'store' | 'agency'>,
  person: Who,
  date: string,
): Promise<ReportWindow> {
  return (await windowsOf(services, person, { from: date, to: date })).window(date);
}
