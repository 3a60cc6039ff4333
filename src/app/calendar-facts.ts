import { absencesOf, allRules, holidaysBetween } from '../../db/queries/calendar.ts';
import { allUnits, type PersonRow } from '../../db/queries/people.ts';
import type { Store } from '../../db/store.ts';
import type { CalendarFacts } from '../core/calendar.ts';
import { type Rules, rulesAt } from '../core/rules.ts';

/** Finds the rules of a unit at a date. */
export type RulesFinder = (date: string, unitId: string) => Rules;

/** Loads what decides about rules, once, for any number of units and dates. */
export async function loadRules(store: Store): Promise<RulesFinder> {
  const [units, versions] = await Promise.all([store.all(allUnits()), store.all(allRules({}))]);
  const places = new Map(units.map((unit) => [unit.id, unit]));
  const known = new Map<string, Rules>();
  return (date, unitId) => {
    const key = `${date}|${unitId}`;
    const rules = known.get(key) ?? rulesAt(date, unitId, places, versions);
    known.set(key, rules);
    return rules;
  };
}

/** What decides which dates of a span are working days of a person. */
export async function calendarOf(
  store: Store,
  person: Pick<PersonRow, 'id' | 'unitId'>,
  span: { from: string; to: string },
): Promise<CalendarFacts> {
  const [rules, holidays, absences] = await Promise.all([
    loadRules(store),
    store.all(holidaysBetween(span)),
    store.all(absencesOf({ personId: person.id, ...span })),
  ]);
  return {
    workDays: (date) => rules(date, person.unitId).workDays,
    holidays: new Map(holidays.map((h) => [h.date, h.name])),
    absences,
  };
}
