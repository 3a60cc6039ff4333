import {
  type AgendaRow,
  lookAgain,
  MAX_LOOKED_AT,
  missingOnAgenda,
  planAgenda,
} from '../../db/queries/agenda.ts';
import { factOf, insertPrompts, type PromptRow, promptsOn, putFact } from '../../db/queries/calendar.ts';
import { firstReports } from '../../db/queries/entries.ts';
import { accountsOfMany, peopleByIds } from '../../db/queries/people.ts';
import { first, type Statement } from '../../db/store.ts';
import { daysOfMany } from '../app/calendar-facts.ts';
import { notify } from '../app/notices.ts';
import { type Decision, decideDays } from '../app/prompt-plan.ts';
import { refreshPrompts } from '../app/refresh-prompts.ts';
import type { Services } from '../app/services.ts';
import { groupBy } from '../core/group.ts';
import { addDays, localDate } from '../core/local-time.ts';
import { isExpectedToReport } from '../core/permissions.ts';
import { DAY_MS, decideDue, joinAll } from './due.ts';

/** After a long downtime only this many days are looked back at; older slots are of no use to anybody. */
const LOOK_BACK_DAYS = 7;
/** The fact that holds the instant of the last tick that was finished. */
export const TICK = 'scheduler.tick';

/** How many decisions there were. */
export interface Decided {
  prompted: number;
  skipped: number;
}

/**
 * Prompts those who have not reported, at every slot of theirs that has passed and was not decided before.
 *
 * Only people whose moment has come are looked at. A slot is due when its moment has passed, not when the minute is
 * equal; its decision is stored under a unique key together with the notice, so it fires once across restarts,
 * processes and clocks that jump.
 */
export async function runPrompts(services: Services): Promise<Decided> {
  const { store } = services;
  const now = services.now();
  const tick = await first(store, factOf({ key: TICK }));
  // The clock went back: what was planned for later may be due now.
  if (tick && Number(tick.value) > now) await store.commit([lookAgain(null)]);
  const counts = await decideDue(services, 'prompt', now, MAX_LOOKED_AT, async (rows) => {
    const { prompts, writes } = await decideChunk(services, rows, now);
    const asked = prompts.filter((p) => p.outcome === 'prompted').length;
    return { writes, counts: { prompted: asked, skipped: prompts.length - asked } };
  });
  await store.commit([putFact(TICK, String(now))]);
  return counts.reduce<Decided>(
    (all, { prompted, skipped }) => ({ prompted: all.prompted + prompted, skipped: all.skipped + skipped }),
    { prompted: 0, skipped: 0 },
  );
}

/** Puts everybody on the agenda who is to report and was forgotten there. */
export async function completeAgenda(services: Pick<Services, 'store' | 'now'>): Promise<number> {
  const ids = (await services.store.all(missingOnAgenda('prompt'))).map(({ id }) => id);
  await joinAll(services, 'prompt', ids);
  return ids.length;
}

async function decideChunk(
  services: Services,
  rows: readonly AgendaRow[],
  now: number,
): Promise<{ prompts: PromptRow[]; writes: Statement[] }> {
  const { store } = services;
  const ids = rows.map((row) => row.personId);
  // Dates of all zones; each person's own are chosen below.
  const from = addDays(localDate(now, 'UTC'), -LOOK_BACK_DAYS - 1);
  const to = addDays(localDate(now, 'UTC'), 2);
  const [people, accounts, reports, decided] = await Promise.all([
    store.all(peopleByIds(ids)),
    store.all(accountsOfMany(ids)),
    store.all(firstReports(ids, from, to)),
    store.all(promptsOn(ids, from, to)),
  ]);
  const findDays = await daysOfMany(services, people, { from, to });
  const personBy = new Map(people.map((person) => [person.id, person]));
  const reportsBy = groupBy(reports, (row) => row.personId);
  const decidedBy = groupBy(decided, (row) => row.personId);
  const linked = new Set(accounts.filter((a) => a.reachable).map((a) => a.personId));
  const prompts: PromptRow[] = [];
  const plans = new Map<number, string[]>();
  /** Dates whose prompts have to be rewritten, with the people concerned. */
  const over = new Map<string, string[]>();
  for (const row of rows) {
    const person = personBy.get(row.personId);
    let nextAt = now + DAY_MS;
    if (person && isExpectedToReport(person)) {
      const days = findDays(person);
      const today = localDate(now, days.zone);
      const looked = localDate(Math.min(row.lookedAt ?? now, now), days.zone);
      const joined = localDate(Math.min(row.createdAt, now), days.zone);
      // Yesterday's window may reach into today.
      const back = addDays(latest(looked, addDays(today, -LOOK_BACK_DAYS)), -1);
      const plan = decideDays({
        person,
        days,
        from: latest(back, joined),
        to: addDays(today, 1),
        since: row.createdAt,
        reported: new Set((reportsBy.get(person.id) ?? []).map((r) => r.localDate)),
        decided: decidedBy.get(person.id) ?? [],
        linked: linked.has(person.id),
        lookedAt: row.lookedAt,
        now,
      });
      for (const decision of plan.decisions)
        prompts.push({
          id: services.newId(),
          personId: person.id,
          at: now,
          settled: null,
          settledAt: null,
          ...decision,
        });
      const arrived = reportsBy.get(person.id) ?? [];
      for (const date of new Set([
        ...plan.closed,
        ...overtaken(plan.decisions, decidedBy.get(person.id) ?? [], arrived),
      ]))
        over.set(date, [...(over.get(date) ?? []), person.id]);
      nextAt = Math.min(nextAt, plan.nextAt);
    }
    plans.set(nextAt, [...(plans.get(nextAt) ?? []), row.key]);
  }
  const asked = prompts.filter((p) => p.outcome === 'prompted');
  const rewritten: Statement[] = [];
  for (const [date, who] of over) rewritten.push(...(await refreshPrompts(services, who, date)));
  return {
    prompts,
    writes: [
      ...(prompts.length > 0 ? [insertPrompts(prompts)] : []),
      ...asked.map(({ personId, localDate: date, slot }) =>
        notify('prompt', `prompt:${personId}:${date}:${slot}`, personId, { date, slot }, now),
      ),
      ...rewritten,
      ...[...plans].map(([nextAt, keys]) => planAgenda(keys, nextAt, now)),
    ],
  };
}

/** Dates on which a report came while a prompt was on its way, found when the next slot sees the report. */
function overtaken(
  decisions: readonly Decision[],
  decided: readonly PromptRow[],
  reports: readonly { localDate: string; submittedAt: number }[],
): string[] {
  return decisions
    .filter((decision) => decision.reason === 'reported')
    .map((decision) => decision.localDate)
    .filter((date) => {
      const report = reports.find((row) => row.localDate === date);
      return decided.some(
        (row) =>
          row.localDate === date && row.settled === 'sent' && report && row.settledAt! >= report.submittedAt,
      );
    });
}

const latest = (a: string, b: string) => (a > b ? a : b);
