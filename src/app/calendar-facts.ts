import {
  absencesBetween,
  absencesOf,
  allRules,
  holidaysBetween,
  type RulesRow,
} from '../../db/queries/calendar.ts';
import { allUnits, type PersonRow, type UnitRow } from '../../db/queries/people.ts';
import {
  extensionsBetween,
  personExtensions,
  seasonsBetween,
  shiftsBetween,
  shiftsOfMany,
  unitHolidaysBetween,
} from '../../db/queries/roster.ts';
import type { Store } from '../../db/store.ts';
import { type CalendarFacts, type DayHours, hoursOn, type Shift } from '../core/calendar.ts';
import { groupBy } from '../core/group.ts';
import { type Closing, closingOf, type ReportWindow, windowOf } from '../core/report-window.ts';
import { type Rules, rulesAt, unitChain } from '../core/rules.ts';
import type { Services } from './services.ts';
import { zoneOf } from './session.ts';

/** Finds the rules of a unit at a date. */
export type RulesFinder = (date: string, unitId: string) => Rules;

/** Everything about the days of one person that the rules in core ask for. */
export interface PersonDays {
  zone: string;
  facts: CalendarFacts;
  rules(date: string): Rules;
  hours(date: string): DayHours;
  window(date: string): ReportWindow;
  /** The cut-off alone, which costs less than the whole window. */
  closing(date: string): Closing;
  /** The cut-off as it would be without outages. */
  regularClosing(date: string): Closing;
}

type Who = Pick<PersonRow, 'id' | 'unitId' | 'zone' | 'unitZone'>;
interface Span {
  from: string;
  to: string;
}

/** Loads what decides about rules, once, for any number of units and dates. */
export async function loadRules(store: Store): Promise<RulesFinder> {
  const versions = await store.all(allRules());
  // The tree only matters where a unit has rules of its own.
  const units = versions.some(({ unitId }) => unitId !== null) ? await store.all(allUnits()) : NO_UNITS;
  const before = finders.get(versions);
  if (before?.units === units) return before.find;
  const find = finderOf(placesOf(units), versions);
  finders.set(versions, { units, find });
  return find;
}

const NO_UNITS: UnitRow[] = [];
/** What was made of rows; a store that remembers them gives the same ones again. */
const finders = new WeakMap<RulesRow[], { units: UnitRow[]; find: RulesFinder }>();
const places = new WeakMap<UnitRow[], ReadonlyMap<string, UnitRow>>();
const MAX_KNOWN = 5_000;

function finderOf(units: ReadonlyMap<string, UnitRow>, versions: readonly RulesRow[]): RulesFinder {
  const known = new Map<string, Rules>();
  return (date, unitId) => {
    const key = `${date}|${unitId}`;
    let rules = known.get(key);
    if (!rules) {
      rules = rulesAt(date, unitId, units, versions);
      if (known.size >= MAX_KNOWN) known.clear();
      known.set(key, rules);
    }
    return rules;
  };
}

function placesOf(units: UnitRow[]): ReadonlyMap<string, UnitRow> {
  const known = places.get(units) ?? new Map(units.map((unit) => [unit.id, unit]));
  places.set(units, known);
  return known;
}

/** The days of one person in a span of dates. */
export async function daysOf(
  services: Pick<Services, 'store' | 'agency'>,
  person: Who,
  span: Span,
): Promise<PersonDays> {
  const find = await daysOfMany(services, [person], span);
  return find(person);
}

/** What decides which dates of a span are working days of a person. */
export async function calendarOf(
  services: Pick<Services, 'store' | 'agency'>,
  person: Who,
  span: Span,
): Promise<CalendarFacts> {
  return (await daysOf(services, person, span)).facts;
}

/** The days of some people (a few hundred at most) in a span of dates, with as many queries as for one. */
export async function daysOfMany(
  { store, agency }: Pick<Services, 'store' | 'agency'>,
  people: readonly Who[],
  { from, to }: Span,
): Promise<(person: Who) => PersonDays> {
  const ids = people.map((person) => person.id);
  const [rules, units, holidays, local, ramadan, absences, shifts, extensions] = await Promise.all([
    loadRules(store),
    store.all(allUnits()),
    store.all(holidaysBetween({ from, to })),
    store.all(unitHolidaysBetween({ from, to })),
    store.all(seasonsBetween({ from, to })),
    ...ownRows(store, ids, { from, to }),
  ]);
  const tree = placesOf(units);
  const absencesBy = groupBy(absences, (absence) => absence.personId);
  const shiftsBy = groupBy(shifts, (shift) => shift.personId);
  const extensionsBy = groupBy(extensions, (extension) => extension.personId);
  const holidaysBy = new Map<string, ReadonlyMap<string, string>>();

  /** National holidays, and those of the unit and the units above it. */
  function holidaysOf(unitId: string): ReadonlyMap<string, string> {
    const known = holidaysBy.get(unitId);
    if (known) return known;
    const chain = new Set(unitChain(unitId, tree));
    const own = local.filter((holiday) => chain.has(holiday.unitId));
    const names = new Map([...own, ...holidays].map((holiday) => [holiday.date, holiday.name]));
    holidaysBy.set(unitId, names);
    return names;
  }

  return (person) => {
    const zone = zoneOf(person, { agency });
    const facts: CalendarFacts = {
      workDays: (date) => rules(date, person.unitId).workDays,
      holidays: holidaysOf(person.unitId),
      absences: absencesBy.get(person.id) ?? [],
      shifts: new Map((shiftsBy.get(person.id) ?? []).map((row) => [row.date, shiftOf(row)])),
      ramadan,
    };
    const later = groupBy(extensionsBy.get(person.id) ?? [], (row) => row.localDate);
    const cutoffs = (date: string) => (later.get(date) ?? []).map((row) => row.closesAt);
    const shift = (date: string) => facts.shifts.get(date) ?? null;
    const rulesOn = (date: string) => rules(date, person.unitId);
    return {
      zone,
      facts,
      rules: rulesOn,
      hours: (date) => hoursOn(date, rulesOn(date), facts),
      window: (date) => windowOf(date, zone, rulesOn(date), shift(date), cutoffs(date)),
      closing: (date) => closingOf(date, zone, rulesOn(date), shift(date), cutoffs(date)),
      regularClosing: (date) => closingOf(date, zone, rulesOn(date), shift(date), []),
    };
  };
}

/** Absences, duties and later cut-offs of some people; one person, the usual case, has prepared queries. */
function ownRows(store: Store, ids: readonly string[], { from, to }: Span) {
  const [only] = ids;
  if (only !== undefined && ids.length === 1)
    return [
      store.all(absencesOf({ personId: only, from, to })),
      store.all(shiftsBetween(only, from, to)),
      store.all(personExtensions({ personId: only, from, to })),
    ] as const;
  const some = ids.length > 0;
  return [
    some ? store.all(absencesBetween(ids, from, to)) : Promise.resolve([]),
    some ? store.all(shiftsOfMany(ids, from, to)) : Promise.resolve([]),
    some ? store.all(extensionsBetween(ids, from, to)) : Promise.resolve([]),
  ] as const;
}

/** A duty as the rules in core know it; null on a day off. */
export function shiftOf({
  startMinute,
  endMinute,
}: {
  startMinute: number | null;
  endMinute: number | null;
}): Shift | null {
  return startMinute === null || endMinute === null ? null : { start: startMinute, end: endMinute };
}
