import { activePeopleAfter, leadersAmong, planYearsOf } from '../../db/queries/audience.ts';
import { firstReports } from '../../db/queries/entries.ts';
import { type AccountRow, accountsOfMany, allUnits, type PersonRow } from '../../db/queries/people.ts';
import { acknowledgementsOf } from '../../db/queries/recipients.ts';
import type { AudienceFilter } from '../core/announcement.ts';
import {
  type AudienceFacts,
  belongs,
  inAudience,
  isInState,
  lookBackDays,
  silentDays,
} from '../core/audience.ts';
import { groupBy } from '../core/group.ts';
import { addDays, localDate } from '../core/local-time.ts';
import { withUnitsBelow } from '../core/unit-tree.ts';
import { daysOfMany } from './calendar-facts.ts';
import { bestAccount } from './rendered.ts';
import type { Services } from './services.ts';
import { zoneOf } from './session.ts';

type Reading = Pick<Services, 'store' | 'agency' | 'now'>;

/** People who are looked at together. */
export const CHUNK = 300;

/** Somebody whom an announcement is for. */
export interface Addressee {
  person: PersonRow;
  /** Where it reaches them, or why it does not. */
  account: AccountRow | 'not_linked' | 'unreachable';
}

/** An audience, with its units already looked up. */
export interface Audience {
  filter: AudienceFilter;
  /** The units with all those below them; null: everywhere. */
  within: ReadonlySet<string> | null;
}

/** Looks up the units of an audience; one that names only units that are gone is for nobody. */
export async function audienceOf(
  { store }: Pick<Services, 'store'>,
  filter: AudienceFilter,
): Promise<Audience> {
  if (filter.unitIds.length === 0) return { filter, within: null };
  return { filter, within: withUnitsBelow(filter.unitIds, await store.all(allUnits())) };
}

/** The next people of an audience behind one of them, in the order of their ids; `cursor` null: there are no more. */
export async function nextAddressees(
  services: Reading,
  audience: Audience,
  after: string | null,
): Promise<{ addressees: Addressee[]; cursor: string | null }> {
  const { filter, within } = audience;
  const units = within === null ? null : [...within];
  if (units?.length === 0) return { addressees: [], cursor: null };
  const people = await services.store.all(activePeopleAfter(units, after, CHUNK));
  const known = await factsOf(services, people, filter);
  return {
    addressees: known
      .filter(({ facts }) => inAudience(facts, filter, within))
      .map(({ person, account }) => ({ person, account })),
    cursor: people.length < CHUNK ? null : people.at(-1)!.id,
  };
}

/** Which of some people an audience still holds by unit and role, whatever their state is by now. */
export async function addresseesAmong(
  services: Reading,
  audience: Audience,
  people: readonly PersonRow[],
): Promise<Addressee[]> {
  const { filter, within } = audience;
  const known = await factsOf(services, people, { ...filter, state: null });
  return known
    .filter(({ facts }) => belongs(facts, filter, within))
    .map(({ person, account }) => ({ person, account }));
}

/**
 * Why an announcement is not for somebody any more at the moment of sending; null if it still is.
 *
 * Whoever was not linked has to be by now, so that state is not asked for again.
 */
export async function whyNotAddressed(
  services: Reading,
  audience: Audience,
  person: PersonRow,
): Promise<'inactive' | 'moved' | 'state_passed' | null> {
  if (!person.active) return 'inactive';
  const { filter, within } = audience;
  const [known] = await factsOf(services, [person], filter);
  if (!known || !belongs(known.facts, filter, within)) return 'moved';
  return filter.state?.kind === 'not_linked' || isInState(known.facts, filter.state) ? null : 'state_passed';
}

/** What a filter has to know about some people; what it does not ask for is not loaded. */
async function factsOf(
  services: Reading,
  people: readonly PersonRow[],
  { supervisorsOnly, state }: AudienceFilter,
): Promise<{ person: PersonRow; account: Addressee['account']; facts: AudienceFacts }[]> {
  if (people.length === 0) return [];
  const { store } = services;
  const ids = people.map((person) => person.id);
  const [accounts, leaders, plans, marks, silent] = await Promise.all([
    store.all(accountsOfMany(ids)),
    supervisorsOnly ? store.all(leadersAmong(ids)) : [],
    state?.kind === 'no_plan' ? store.all(planYearsOf(ids)) : [],
    state?.kind === 'not_acknowledged' ? store.all(acknowledgementsOf(state.announcementId, ids)) : [],
    state?.kind === 'not_reported' ? silentBy(services, people, state.days) : new Map<string, number>(),
  ]);
  const accountsBy = groupBy(accounts, (account) => account.personId);
  const plansBy = groupBy(plans, (plan) => plan.personId);
  const marksBy = groupBy(marks, (mark) => mark.personId);
  const leading = new Set(leaders.map((leader) => leader.id));
  return people.map((person) => {
    const own = accountsBy.get(person.id) ?? [];
    const best = bestAccount(own, 'employee');
    return {
      person,
      account: 'skip' in best ? (best.skip as 'not_linked' | 'unreachable') : best,
      facts: {
        active: person.active,
        unitId: person.unitId,
        roles: person.roles,
        supervises: leading.has(person.id),
        linked: own.length > 0,
        planYears: (plansBy.get(person.id) ?? []).map((plan) => plan.year),
        silentDays: silent.get(person.id) ?? 0,
        acknowledged: new Set((marksBy.get(person.id) ?? []).map((mark) => mark.announcementId)),
      },
    };
  });
}

/**
 * How many working days in a row each of some people have not reported, up to `days`; who has reported lately is left out.
 *
 * Calendars are loaded for a short span first: few people need the long one.
 */
async function silentBy(
  services: Reading,
  people: readonly PersonRow[],
  days: number,
): Promise<Map<string, number>> {
  const now = services.now();
  // Dates of all zones; each person's own are chosen below.
  const to = addDays(localDate(now, 'UTC'), 1);
  const ids = people.map((person) => person.id);
  const reports = await services.store.all(firstReports(ids, addDays(to, -lookBackDays(days) - 2), to));
  const reportsBy = groupBy(reports, (report) => report.personId);
  const datesOf = (person: PersonRow) =>
    new Set((reportsBy.get(person.id) ?? []).map((report) => report.localDate));
  const hasReportFrom = (person: PersonRow, from: string) =>
    reportsBy.get(person.id)?.some((report) => report.localDate >= from) ?? false;
  const todays = new Map<string, string>();
  const todayOf = (person: PersonRow) => {
    const zone = zoneOf(person, services);
    const today = todays.get(zone) ?? localDate(now, zone);
    todays.set(zone, today);
    return today;
  };
  const silent = new Map<string, number>();
  // Behind a report there are no more working days than days of the calendar.
  let open = people.filter((person) => !hasReportFrom(person, addDays(todayOf(person), -days)));
  for (const back of [days * 2 + 7, lookBackDays(days)]) {
    if (open.length === 0) break;
    const findDays = await daysOfMany(services, open, { from: addDays(to, -back - 2), to });
    open = open.filter((person) => {
      const today = todayOf(person);
      const earliest = addDays(today, -back);
      const since = person.activeFrom > earliest ? person.activeFrom : earliest;
      const count = silentDays(today, since, datesOf(person), findDays(person).facts, days);
      silent.set(person.id, count);
      return count < days && since === earliest && !hasReportFrom(person, earliest);
    });
  }
  return silent;
}
