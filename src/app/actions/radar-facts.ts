import type { PersonRow } from '../../../db/queries/people.ts';
import { factsNamed, lastActivities, lastEvidence } from '../../../db/queries/radar.ts';
import type { ActionPeriod } from '../../core/actions/period.ts';
import {
  type QuietResult,
  quietResults,
  type RadarRules,
  type WatchedResult,
} from '../../core/actions/radar.ts';
import { addDays, localDate } from '../../core/local-time.ts';
import { periodOn } from '../../core/named-period.ts';
import { daysOfMany, type PersonDays } from '../calendar-facts.ts';
import { resultsInForce } from '../plan/results-in-force.ts';
import type { Services } from '../services.ts';

/** Days ahead for which the calendar is loaded, to find the next working day behind long holidays and absences. */
export const AHEAD_DAYS = 60;

/** What the radar knows of one person today. */
export interface Watch {
  person: PersonRow;
  days: PersonDays;
  today: string;
  /** The period that closes next. */
  period: ActionPeriod;
  rules: RadarRules;
  results: WatchedResult[];
  quiet: QuietResult[];
  /** First dates of the stretches that their owner was told about, by work result. */
  told: ReadonlyMap<string, string>;
}

/** The fact that remembers which stretch of a work result its owner was told about. */
export const toldKey = (workResultId: string) => `radar.told|${workResultId}`;
/** The fact that remembers until when nothing is needed for a work result. */
export const pauseKey = (workResultId: string) => `radar.pause|${workResultId}`;

/** Watches the work results of the plans in force of some people (a few hundred at most). */
export async function watch(
  services: Pick<Services, 'store' | 'agency'>,
  people: readonly PersonRow[],
  now: number,
): Promise<Watch[]> {
  const { store } = services;
  if (people.length === 0) return [];
  const ids = people.map(({ id }) => id);
  // In some zone it may still be last year.
  const from = `${addDays(localDate(now, 'UTC'), -1).slice(0, 4)}-01-01`;
  const to = addDays(localDate(now, 'UTC'), AHEAD_DAYS + 1);
  const [find, activities, evidence] = await Promise.all([
    daysOfMany(services, people, { from, to }),
    store.all(lastActivities(ids, from)),
    store.all(lastEvidence(ids, from)),
  ]);
  const activityOf = new Map(activities.map((row) => [row.workResultId, row.lastOn]));
  const evidenceOf = new Map(evidence.map((row) => [row.workResultId, row.lastAt]));
  const dated = people.map((person) => {
    const days = find(person);
    return { person, days, today: localDate(now, days.zone) };
  });
  const years = [...new Set(dated.map(({ today }) => Number(today.slice(0, 4))))];
  const inForce = await resultsInForce(store, ids, years);
  const plans = dated.map((one) => ({
    ...one,
    results: inForce(one.person.id, one.today).map((result) => {
      const { activeFrom } = one.person;
      return { ...result, since: result.since > activeFrom ? result.since : activeFrom };
    }),
  }));
  const resultIds = plans.flatMap(({ results }) => results.map(({ id }) => id));
  const facts =
    resultIds.length > 0
      ? await store.all(factsNamed(resultIds.flatMap((id) => [toldKey(id), pauseKey(id)])))
      : [];
  const known = new Map(facts.map(({ key, value }) => [key, value]));
  return plans.map(({ person, days, today, results }) => {
    const rules = { facts: days.facts, days: days.rules(today).radarDays };
    const watched = results.map((result): WatchedResult => {
      const [last, proof] = [activityOf.get(result.id), evidenceOf.get(result.id)];
      const shownOn = proof === undefined ? undefined : localDate(proof, days.zone);
      const dates = [last, shownOn].flatMap((date) => date ?? []).sort();
      const pausedUntil = known.get(pauseKey(result.id)) ?? null;
      return { ...result, lastOn: dates.at(-1) ?? null, pausedUntil };
    });
    return {
      ...{ person, days, today, rules, results: watched },
      period: periodOn(days.rules(today).evaluationPeriod, today),
      quiet: quietResults(watched, rules, today),
      told: new Map(results.map(({ id }) => [id, known.get(toldKey(id)) ?? ''])),
    };
  });
}
