import { type AgendaRow, missingOnAgenda, planAgenda } from '../../db/queries/agenda.ts';
import { putFact } from '../../db/queries/calendar.ts';
import { accountsOfMany, peopleByIds } from '../../db/queries/people.ts';
import type { Statement } from '../../db/store.ts';
import { AHEAD_DAYS, toldKey, type Watch, watch } from '../app/actions/radar-facts.ts';
import { notify } from '../app/notices.ts';
import type { Services } from '../app/services.ts';
import { quietOn } from '../core/actions/radar.ts';
import { dayOff } from '../core/calendar.ts';
import { addDays, instantOf } from '../core/local-time.ts';
import { isExpectedToReport } from '../core/permissions.ts';
import { workingMoment } from '../core/working-moment.ts';
import { DAY_MS, decideDue, joinAll } from './due.ts';

/** People who are decided about in one transaction. */
const CHUNK = 50;
/** Somebody whose work results are all active is looked at again after so many days at the latest, as their plan may change. */
const MAX_DAYS = 7;

/**
 * Tells people, once for each quiet stretch of a work result, that nothing has been done for it for too long.
 *
 * Somebody is only looked at when one of their work results may have become quiet, so the cost does not grow with those
 * who are fine. Gives the number of notices.
 */
export async function runRadar(services: Services): Promise<number> {
  const now = services.now();
  const counts = await decideDue(services, 'radar', now, CHUNK, (rows) => decideChunk(services, rows, now));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Puts everybody on the radar's agenda who was forgotten there. */
export async function completeRadar(services: Pick<Services, 'store' | 'now'>): Promise<void> {
  const ids = (await services.store.all(missingOnAgenda('radar'))).map(({ id }) => id);
  await joinAll(services, 'radar', ids);
}

async function decideChunk(
  services: Services,
  rows: readonly AgendaRow[],
  now: number,
): Promise<{ counts: number; writes: Statement[] }> {
  const { store } = services;
  const ids = rows.map((row) => row.personId);
  const [people, accounts] = await Promise.all([store.all(peopleByIds(ids)), store.all(accountsOfMany(ids))]);
  const linked = new Set(accounts.filter(({ reachable }) => reachable).map(({ personId }) => personId));
  const watched = people.filter((person) => isExpectedToReport(person) && linked.has(person.id));
  const decided = new Map(
    (await watch(services, watched, now)).map((one) => [one.person.id, decide(one, now)]),
  );
  const plans = new Map<number, string[]>();
  for (const { key, personId } of rows) {
    const nextAt = decided.get(personId)?.nextAt ?? now + MAX_DAYS * DAY_MS;
    plans.set(nextAt, [...(plans.get(nextAt) ?? []), key]);
  }
  const notices = [...decided.values()].flatMap(({ told }) => told);
  return {
    counts: notices.length,
    writes: [
      ...notices.flatMap(({ personId, workResultId, from, dueAt }) => [
        notify('radar', `radar:${workResultId}:${from}`, personId, { workResultId, from }, now, dueAt),
        putFact(toldKey(workResultId), from),
      ]),
      ...[...plans].map(([nextAt, keys]) => planAgenda(keys, nextAt, now)),
    ],
  };
}

/** What somebody is told now, at their next working moment, and when to look at them again. */
function decide({ person, days, today, rules, results, quiet, told }: Watch, now: number) {
  const times = { ...days, isOff: (date: string) => dayOff(date, days.facts) !== null };
  const dueAt = workingMoment(now, addDays(today, AHEAD_DAYS), times) ?? now;
  const fresh = quiet.filter(({ id, quietFrom }) => told.get(id) !== quietFrom);
  const cap = Math.min(MAX_DAYS, Math.max(1, rules.days));
  const isQuiet = new Set(quiet.map(({ id }) => id));
  const next = results
    .filter(({ id }) => !isQuiet.has(id))
    .flatMap((result) => quietOn(result, rules, addDays(today, cap)) ?? [])
    .map((date) => instantOf(date, 0, days.zone));
  return {
    told: fresh.map(({ id, quietFrom: from }) => ({
      ...{ personId: person.id, workResultId: id, from, dueAt },
    })),
    nextAt: Math.min(now + cap * DAY_MS, ...next),
  };
}
