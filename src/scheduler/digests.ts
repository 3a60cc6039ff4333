import { type AgendaRow, missingSupervisors, planAgenda } from '../../db/queries/agenda.ts';
import { insertPrompts, type PromptRow, promptsOn } from '../../db/queries/calendar.ts';
import { accountsOfMany, peopleByIds, teamsOf } from '../../db/queries/people.ts';
import type { Statement } from '../../db/store.ts';
import { DIGEST_DAYS, decideDigests, earliestListed, loadTeam } from '../app/digest-plan.ts';
import { notify } from '../app/notices.ts';
import type { Services } from '../app/services.ts';
import { groupBy } from '../core/group.ts';
import { addDays, localDate } from '../core/local-time.ts';
import { DAY_MS, decideDue, joinAll } from './due.ts';

/** Supervisors who are decided about in one transaction. */
const CHUNK = 20;

/**
 * Gives each supervisor one list for each date of their team that is over, at their first working moment after it.
 *
 * A list is decided like a slot: once, under a unique key. Dates that come together are one message. Gives the number
 * of messages.
 */
export async function runDigests(services: Services): Promise<number> {
  const now = services.now();
  const counts = await decideDue(services, 'digest', now, CHUNK, (rows) => decideChunk(services, rows, now));
  return counts.reduce((messages, lists) => messages + lists, 0);
}

/** Puts every supervisor on the agenda who was forgotten there. */
export async function completeDigests(services: Pick<Services, 'store' | 'now'>): Promise<void> {
  const ids = (await services.store.all(missingSupervisors())).flatMap(({ id }) => id ?? []);
  await joinAll(services, 'digest', ids);
}

async function decideChunk(
  services: Services,
  rows: readonly AgendaRow[],
  now: number,
): Promise<{ counts: number; writes: Statement[] }> {
  const { store } = services;
  const ids = rows.map((row) => row.personId);
  // Dates of all zones, and those on which a supervisor may be back at work.
  const span = {
    from: earliestListed(now),
    to: addDays(localDate(now, 'UTC'), DIGEST_DAYS + 2),
  };
  const [supervisors, accounts, people, known] = await Promise.all([
    store.all(peopleByIds(ids)),
    store.all(accountsOfMany(ids)),
    store.all(teamsOf(ids)),
    store.all(promptsOn(ids, span.from, span.to)),
  ]);
  const own = await loadTeam(services, supervisors, span);
  const members = await loadTeam(services, people, span);
  const personBy = new Map(supervisors.map((person) => [person.id, person]));
  const teamBy = groupBy(people, (person) => person.supervisorId);
  const decidedBy = groupBy(
    known.filter((row) => row.slot === 'digest'),
    (row) => row.personId,
  );
  const linked = new Set(accounts.filter((a) => a.reachable).map((a) => a.personId));
  const prompts: PromptRow[] = [];
  const plans = new Map<number, string[]>();
  for (const row of rows) {
    const supervisor = personBy.get(row.personId);
    const team = teamBy.get(row.personId) ?? [];
    let nextAt = now + DAY_MS;
    if (supervisor?.active && team.length > 0) {
      const plan = decideDigests({
        days: own.days(supervisor),
        team: { ...members, people: team },
        decided: new Set((decidedBy.get(supervisor.id) ?? []).map((decision) => decision.localDate)),
        since: row.createdAt,
        linked: linked.has(supervisor.id),
        now,
      });
      for (const decision of plan.decisions)
        prompts.push({
          ...{ id: services.newId(), personId: supervisor.id, at: now, settled: null, settledAt: null },
          ...decision,
        });
      nextAt = Math.min(nextAt, plan.nextAt);
    }
    plans.set(nextAt, [...(plans.get(nextAt) ?? []), row.key]);
  }
  const told = new Set(prompts.filter((p) => p.outcome === 'prompted').map((p) => p.personId));
  return {
    counts: told.size,
    writes: [
      ...(prompts.length > 0 ? [insertPrompts(prompts)] : []),
      ...[...told].map((id) => notify('digest', `digest:${id}:${now}`, id, { at: now }, now)),
      ...[...plans].map(([nextAt, keys]) => planAgenda(keys, nextAt, now)),
    ],
  };
}
