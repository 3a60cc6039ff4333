import { evaluationStates } from '../../../db/queries/completeness.ts';
import { firstReports } from '../../../db/queries/entries.ts';
import type { PersonRow } from '../../../db/queries/people.ts';
import { planVersionsOfMany } from '../../../db/queries/plan-versions.ts';
import { workResultsOfMany } from '../../../db/queries/plans.ts';
import { dayOff } from '../../core/calendar.ts';
import { inChunks } from '../../core/chunks.ts';
import { addDays, datesBetween, localDate } from '../../core/local-time.ts';
import { type ReminderSubject, subjectSpan } from '../../core/staffing/ladder.ts';
import { daysOfMany } from '../calendar-facts.ts';
import type { Services } from '../services.ts';
import { zoneOf } from '../session.ts';

/** People in one statement. */
const CHUNK = 200;

type CompleteServices = Pick<Services, 'store' | 'now' | 'agency'>;

/**
 * Which of some people are complete: their plan is agreed upon (or is from before there were versions), their evaluation
 * is handed in, or every worked day of the month up to yesterday is reported.
 */
export async function completeAmong(
  services: CompleteServices,
  people: readonly PersonRow[],
  subject: ReminderSubject,
): Promise<Set<string>> {
  const complete = new Set<string>();
  for (const some of inChunks(people, CHUNK))
    for (const id of await completeIn(services, some, subject)) complete.add(id);
  return complete;
}

function completeIn(
  services: CompleteServices,
  people: readonly PersonRow[],
  subject: ReminderSubject,
): Promise<string[]> {
  const ids = people.map(({ id }) => id);
  if (subject.kind === 'plan') return withPlan(services, ids, Number(subject.period));
  if (subject.kind === 'evaluation') return evaluated(services, ids, subject.period);
  return reported(services, people, subject);
}

/** Those with an agreed version of a year's plan, or with one from before there were versions. */
async function withPlan(
  { store }: CompleteServices,
  ids: readonly string[],
  year: number,
): Promise<string[]> {
  const versions = await store.all(planVersionsOfMany(ids, year));
  const agreed = versions.filter(({ status }) => status === 'agreed').map(({ personId }) => personId);
  const versioned = new Set(versions.map(({ personId }) => personId));
  const older = await store.all(workResultsOfMany(ids, year));
  return [...agreed, ...older.map(({ personId }) => personId).filter((id) => !versioned.has(id))];
}

async function evaluated(
  { store }: CompleteServices,
  ids: readonly string[],
  period: string,
): Promise<string[]> {
  const rows = await store.all(evaluationStates(ids, period));
  return rows
    .filter(({ status }) => status === 'submitted' || status === 'rated' || status === 'locked')
    .map(({ personId }) => personId);
}

async function reported(
  services: CompleteServices,
  people: readonly PersonRow[],
  subject: ReminderSubject,
): Promise<string[]> {
  const { from, to } = subjectSpan(subject);
  const ids = people.map(({ id }) => id);
  const [reports, daysFor] = await Promise.all([
    services.store.all(firstReports(ids, from, to)),
    daysOfMany(services, people, { from, to }),
  ]);
  const dates = new Set(reports.map(({ personId, localDate: date }) => `${personId}|${date}`));
  return people
    .filter((person) => {
      const { facts } = daysFor(person);
      const yesterday = addDays(localDate(services.now(), zoneOf(person, services)), -1);
      return datesBetween(
        person.activeFrom > from ? person.activeFrom : from,
        to < yesterday ? to : yesterday,
      )
        .filter((date) => dayOff(date, facts) === null)
        .every((date) => dates.has(`${person.id}|${date}`));
    })
    .map(({ id }) => id);
}

/** Whether one person is complete. */
export async function isComplete(
  services: CompleteServices,
  person: PersonRow,
  subject: ReminderSubject,
): Promise<boolean> {
  return (await completeAmong(services, [person], subject)).has(person.id);
}
