import { type AgendaRow, missingOnAgenda, planAgenda } from '../../db/queries/agenda.ts';
import { evaluationsAmong } from '../../db/queries/evaluations.ts';
import { peopleWithRole } from '../../db/queries/outages.ts';
import { type PersonRow, peopleByIds } from '../../db/queries/people.ts';
import type { Statement } from '../../db/store.ts';
import { daysOfMany, loadRules, type PersonDays } from '../app/calendar-facts.ts';
import { notify } from '../app/notices.ts';
import type { Services } from '../app/services.ts';
import { dayOff } from '../core/calendar.ts';
import { dueOn, type EvaluationPeriod, lastPeriodicBefore, periodsOver } from '../core/evaluation/period.ts';
import { decideReminder, type ReminderMoments } from '../core/evaluation/reminders.ts';
import { addDays, instantOf, localDate } from '../core/local-time.ts';
import { periodAfter } from '../core/named-period.ts';
import { canLockPeriods, isExpectedToReport } from '../core/permissions.ts';
import { workingMoment } from '../core/working-moment.ts';
import { DAY_MS, decideDue, joinAll } from './due.ts';

/** People who are decided about in one transaction. */
const CHUNK = 100;
/** Calendar days before an evaluation is due on which it is brought to mind once. */
const REMIND_DAYS = 3;
/** Calendar days within which somebody has to have a working day, or is not told. */
const SEARCH_DAYS = 14;
/** Nobody is looked at less often than this, should rules or calendars change. */
const LONGEST_MS = 31 * DAY_MS;

/**
 * Tells employees on their first working day after a period that it can be evaluated, and once more before it is due;
 * supervisors and HR once when something is overdue. Gives the number of people who were looked at.
 */
export async function runEvaluations(services: Services): Promise<number> {
  const now = services.now();
  const counts = await decideDue(services, 'evaluation', now, CHUNK, (rows) =>
    decideChunk(services, rows, now),
  );
  return counts.reduce((people, some) => people + some, 0);
}

/** Puts everybody on the agenda who was forgotten there. */
export async function completeEvaluations(services: Pick<Services, 'store' | 'now'>): Promise<void> {
  const ids = (await services.store.all(missingOnAgenda('evaluation'))).map(({ id }) => id);
  await joinAll(services, 'evaluation', ids);
}

async function decideChunk(
  services: Services,
  rows: readonly AgendaRow[],
  now: number,
): Promise<{ counts: number; writes: Statement[] }> {
  const { store, agency } = services;
  const today = localDate(now, agency.zone);
  const [people, rules, hr] = await Promise.all([
    store.all(peopleByIds(rows.map((row) => row.personId))),
    loadRules(store),
    store.all(peopleWithRole('hr')),
  ]);
  const personBy = new Map(people.map((person) => [person.id, person]));
  // Every period that some rule of the agency may have ended lately.
  const periods = [...periodsOver(today, 'quarter'), lastPeriodicBefore(today, 'month')];
  const known = await store.all(
    evaluationsAmong(
      [...personBy.keys()],
      periods.map(({ text }) => text),
    ),
  );
  const from = addDays(periods.map(({ to }) => to).sort()[0]!, 1);
  const findDays = await daysOfMany(services, people, { from, to: addDays(today, SEARCH_DAYS) });
  const writes: Statement[] = [];
  const plans = new Map<number, string[]>();
  for (const row of rows) {
    const person = personBy.get(row.personId);
    let nextAt = now + LONGEST_MS;
    if (person && isExpectedToReport(person)) {
      const days = findDays(person);
      const { evaluationPeriod } = rules(today, person.unitId);
      const since = Math.max(row.createdAt, row.lookedAt ?? row.createdAt);
      for (const period of periodsOver(localDate(now, days.zone), evaluationPeriod)) {
        if (period.to < person.activeFrom || period.year < 2022) continue;
        const status = known.find((one) => one.personId === person.id && one.period === period.text)?.status;
        const due = dueOn(period, rules(period.to, person.unitId));
        const decision = decideReminder(momentsOf(period, due, days), since, now, status ?? null);
        if (decision.due) writes.push(...noticesOf(decision.due, person, period, hr, now));
        nextAt = Math.min(nextAt, decision.nextAt ?? nextAt);
      }
      nextAt = Math.min(nextAt, nextOpening(now, evaluationPeriod, days.zone));
    }
    plans.set(nextAt, [...(plans.get(nextAt) ?? []), row.key]);
  }
  writes.push(...[...plans].map(([nextAt, keys]) => planAgenda(keys, nextAt, now)));
  return { counts: rows.length, writes };
}

/** When the steps of a period lie for somebody: at their first working moments from certain dates on. */
function momentsOf(period: EvaluationPeriod, due: string, days: PersonDays): ReminderMoments {
  const times = {
    ...{ zone: days.zone, hours: days.hours, rules: days.rules },
    isOff: (date: string) => dayOff(date, days.facts) !== null,
  };
  const first = (date: string) =>
    workingMoment(instantOf(date, 0, days.zone), addDays(date, SEARCH_DAYS), times);
  return {
    opened: first(addDays(period.to, 1)),
    reminder: first(addDays(due, -REMIND_DAYS)),
    overdue: first(addDays(due, 1)),
  };
}

/** The begin of the day after the period that runs now (ms UTC): the working moment of it is looked for then. */
function nextOpening(now: number, kind: 'month' | 'quarter', zone: string): number {
  const running = periodAfter(lastPeriodicBefore(localDate(now, zone), kind));
  return instantOf(addDays(running.to, 1), 0, zone);
}

/** Each is told once: the key names the person and the period. */
function noticesOf(
  step: 'opened' | 'reminder' | 'overdue',
  person: PersonRow,
  period: EvaluationPeriod,
  hr: readonly Parameters<typeof canLockPeriods>[0][],
  now: number,
): Statement[] {
  const { text } = period;
  if (step !== 'overdue')
    return [
      notify(
        'evaluation_due',
        `evaluation_${step}:${person.id}:${text}`,
        person.id,
        { period: text, step },
        now,
      ),
    ];
  const about = { period: text };
  return [
    ...(person.supervisorId
      ? [
          notify(
            'evaluation_waiting',
            `evaluation_waiting:${person.supervisorId}:${text}`,
            person.supervisorId,
            about,
            now,
          ),
        ]
      : []),
    ...hr
      .filter(canLockPeriods)
      .map(({ id }) => notify('evaluation_overdue', `evaluation_overdue:${id}:${text}`, id, about, now)),
  ];
}
