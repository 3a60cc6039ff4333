import { firstReports } from '../../db/queries/entries.ts';
import type { PersonRow } from '../../db/queries/people.ts';
import { dayOff } from '../core/calendar.ts';
import { addDays, datesBetween, localDate } from '../core/local-time.ts';
import { isExpectedToReport } from '../core/permissions.ts';
import { windowOf } from '../core/report-window.ts';
import { workingMoment } from '../core/working-moment.ts';
import { daysOfMany, type PersonDays } from './calendar-facts.ts';
import type { Decision } from './prompt-plan.ts';
import type { Services } from './services.ts';

/** Dates that are looked back at; the list of an older one is of no use any more. */
export const DIGEST_DAYS = 7;
/** No list that was decided at an instant (ms UTC) is about an earlier date, whatever the zone. */
export const earliestListed = (at: number) => addDays(localDate(at, 'UTC'), -DIGEST_DAYS - 2);
/** People whose days are loaded in one query. */
const CHUNK = 200;

/** A team as its supervisor's list needs it. */
export interface Team {
  people: readonly PersonRow[];
  days(person: PersonRow): PersonDays;
  /** When somebody first reported a date (ms UTC). */
  reportedAt(personId: string, date: string): number | null;
}

/** Loads the days and first reports of people of any number. */
export async function loadTeam(
  services: Pick<Services, 'store' | 'agency'>,
  people: readonly PersonRow[],
  span: { from: string; to: string },
): Promise<Team> {
  const days = new Map<string, PersonDays>();
  const reports = new Map<string, number>();
  for (let from = 0; from < people.length; from += CHUNK) {
    const some = people.slice(from, from + CHUNK);
    const ids = some.map((person) => person.id);
    const [find, rows] = await Promise.all([
      daysOfMany(services, some, span),
      services.store.all(firstReports(ids, span.from, span.to)),
    ]);
    for (const person of some) days.set(person.id, find(person));
    for (const row of rows) reports.set(`${row.personId}|${row.localDate}`, row.submittedAt);
  }
  return {
    people,
    days: (person) => days.get(person.id)!,
    reportedAt: (personId, date) => reports.get(`${personId}|${date}`) ?? null,
  };
}

/** Whether a date is on the list at all: somebody had to report, is absent, or reported although it was a day off. */
export function isListed(team: Team, person: PersonRow, date: string): 'yes' | 'absent' | 'no' {
  if (date < person.activeFrom || !isExpectedToReport(person)) return 'no';
  if (team.reportedAt(person.id, date) !== null) return 'yes';
  const off = dayOff(date, team.days(person).facts);
  if (!off) return 'yes';
  return off.kind === 'absent' ? 'absent' : 'no';
}

/** What is known about a supervisor when their lists are decided. */
export interface DigestFacts {
  days: PersonDays;
  team: Team;
  /** Dates whose list was decided before. */
  decided: ReadonlySet<string>;
  /** First instant (ms UTC) from which on the supervisor is looked after. */
  since: number;
  linked: boolean;
  now: number;
}

/** Decides the list of each date whose moment has come, and says when the next one comes. */
export function decideDigests(facts: DigestFacts): { decisions: Decision[]; nextAt: number } {
  const { days, team, decided, since, linked, now } = facts;
  const today = localDate(now, days.zone);
  const times = { ...days, isOff: (date: string) => dayOff(date, days.facts) !== null };
  const decisions: Decision[] = [];
  let nextAt = Number.POSITIVE_INFINITY;
  for (const date of datesBetween(addDays(today, -DIGEST_DAYS), addDays(today, 1))) {
    if (decided.has(date)) continue;
    const end = endOf(team, date);
    const at = end === null ? null : workingMoment(end, addDays(today, DIGEST_DAYS), times);
    if (at === null || at < since) continue;
    if (at > now) {
      nextAt = Math.min(nextAt, at);
      continue;
    }
    const someone = team.people.some((person) => isListed(team, person, date) === 'yes');
    const reason = someone ? (linked ? null : 'not_linked') : 'nobody_expected';
    const outcome = reason === null ? 'prompted' : 'skipped';
    decisions.push({ localDate: date, slot: 'digest', slotAt: at, outcome, reason });
  }
  return { decisions, nextAt };
}

/** When the whole team's window of a date is over; a window that an outage extends does not keep the others waiting. */
function endOf(team: Team, date: string): number | null {
  const ends = team.people
    .filter((person) => isExpectedToReport(person) && date >= person.activeFrom)
    .map((person) => {
      const { zone, rules, facts } = team.days(person);
      return windowOf(date, zone, rules(date), facts.shifts.get(date) ?? null, []).graceUntil;
    });
  return ends.length > 0 ? Math.max(...ends) : null;
}
