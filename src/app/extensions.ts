import { lookAgain } from '../../db/queries/agenda.ts';
import { firstReports } from '../../db/queries/entries.ts';
import {
  markOutageApplied,
  type OutageRow,
  outagesWithin,
  peopleAfter,
  unappliedOutages,
} from '../../db/queries/outages.ts';
import { accountsOfMany, type PersonRow, peopleByIds } from '../../db/queries/people.ts';
import { type ExtensionRow, insertExtensions } from '../../db/queries/roster.ts';
import { Conflict, type Statement } from '../../db/store.ts';
import { dayOff } from '../core/calendar.ts';
import { inChunks } from '../core/chunks.ts';
import { groupBy } from '../core/group.ts';
import { addDays, datesBetween, localDate } from '../core/local-time.ts';
import type { Platform } from '../core/model.ts';
import { closesAfter, type Downtime } from '../core/outage.ts';
import { isExpectedToReport } from '../core/permissions.ts';
import { daysOfMany, type PersonDays } from './calendar-facts.ts';
import { notify } from './notices.ts';
import type { Services } from './services.ts';

/** People whose windows are extended in one transaction. */
const CHUNK = 200;
/** Rows of one statement. */
const MAX_ROWS = 1_000;
/** After a long outage the windows of this many days before its end are extended. */
const MAX_DAYS = 31;
/** A window reaches at most this many days beyond its date, by a late cut-off, a night shift or grace. */
const REACH_DAYS = 3;
const DAY_MS = 24 * 60 * 60_000;

/** What was done about outages that are over. */
export interface Applied {
  outages: number;
  /** People with a window that was extended. */
  people: number;
}

/**
 * Extends the report windows that outages have hit, each outage once, and tells those who have not reported yet.
 *
 * Goes through the people in chunks; broken off and begun again it grants and announces nothing twice.
 */
export async function applyOutages(services: Services): Promise<Applied> {
  const { store, now } = services;
  const result: Applied = { outages: 0, people: 0 };
  for (const outage of await store.all(unappliedOutages())) {
    const nearby = await store.all(outagesWithin(outage.fromAt - REACH_DAYS * DAY_MS, now()));
    // Those that are not applied yet come after this one, and see it.
    const around = nearby.filter((other) => other.appliedAt !== null || other.id === outage.id);
    for (let after = ''; ; ) {
      const ids = (await store.all(peopleAfter(after, CHUNK))).map((row) => row.id);
      const last = ids.at(-1);
      if (last === undefined) break;
      const { extensions, writes } = await extendChunk(services, outage, around, ids);
      if (writes.length > 0) await store.commit(writes);
      result.people += new Set(extensions.map((row) => row.personId)).size;
      after = last;
    }
    try {
      await store.commit([markOutageApplied(outage.id, now())]);
      result.outages += 1;
    } catch (error) {
      // Another process has done the same meanwhile.
      if (!(error instanceof Conflict)) throw error;
    }
  }
  return result;
}

async function extendChunk(
  services: Services,
  outage: OutageRow,
  around: readonly OutageRow[],
  ids: readonly string[],
): Promise<{ extensions: ExtensionRow[]; writes: Statement[] }> {
  const { store, now } = services;
  const end = outage.toAt ?? now();
  const to = addDays(localDate(end, 'UTC'), 1);
  const begin = addDays(localDate(outage.fromAt, 'UTC'), -REACH_DAYS);
  const earliest = addDays(localDate(end, 'UTC'), -MAX_DAYS);
  const from = begin < earliest ? earliest : begin;
  const [people, accounts, reports] = await Promise.all([
    store.all(peopleByIds(ids)),
    store.all(accountsOfMany(ids)),
    store.all(firstReports(ids, from, to)),
  ]);
  const findDays = await daysOfMany(services, people, { from, to });
  const platformsOf = groupBy(
    accounts.filter((account) => account.reachable),
    (account) => account.personId,
  );
  const reported = new Set(reports.map((row) => `${row.personId}|${row.localDate}`));
  const extensions: ExtensionRow[] = [];
  const told = new Set<string>();
  for (const person of people) {
    const platforms = new Set((platformsOf.get(person.id) ?? []).map((account) => account.platform));
    if (!isExpectedToReport(person) || !isHit(outage, platforms)) continue;
    const relevant = around.filter((other) => isHit(other, platforms)).map(downtime);
    const days = findDays(person);
    for (const date of datesBetween(from, to)) {
      const closesAt = extendedClose(person, days, date, relevant);
      if (closesAt === null) continue;
      extensions.push({
        id: `${person.id}|${date}|${outage.id}`,
        ...{ personId: person.id, localDate: date, outageId: outage.id, closesAt },
      });
      if (!reported.has(`${person.id}|${date}`)) told.add(person.id);
    }
  }
  const hit = new Set(extensions.map((row) => row.personId));
  // The list that a supervisor gets after the cut-off moves with it.
  const touched = people.flatMap(({ id, supervisorId }) => (hit.has(id) ? [id, supervisorId ?? id] : []));
  return {
    extensions,
    writes: [
      ...inChunks(extensions, MAX_ROWS).map(insertExtensions),
      ...(touched.length > 0 ? [lookAgain([...new Set(touched)])] : []),
      ...[...told].map((id) =>
        notify('extension', `extension:${id}:${outage.id}`, id, { outageId: outage.id }, now()),
      ),
    ],
  };
}

/** The cut-off of a date after outages; null where it is no later than it was granted before. */
function extendedClose(
  person: Pick<PersonRow, 'activeFrom'>,
  days: PersonDays,
  date: string,
  relevant: readonly Downtime[],
): number | null {
  if (date < person.activeFrom || dayOff(date, days.facts)) return null;
  const closesAt = closesAfter(days.regularClosing(date), relevant, days.zone, days.rules(date));
  return closesAt > days.closing(date).closesAt ? closesAt : null;
}

/** The program's outage hits everybody who could have written; a platform's, those who have no other way. */
function isHit({ source }: Pick<OutageRow, 'source'>, platforms: ReadonlySet<Platform>): boolean {
  if (platforms.size === 0) return false;
  return source === 'program' || (platforms.size === 1 && platforms.has(source));
}

function downtime({ fromAt, toAt }: OutageRow): Downtime {
  return { fromAt, toAt: toAt ?? fromAt };
}
