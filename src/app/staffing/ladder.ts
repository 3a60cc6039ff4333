import {
  type AdminReminderRow,
  dueReminders,
  insertReminders,
  MAX_STEPS,
  updateReminder,
} from '../../../db/queries/admin-reminders.ts';
import { peopleWithRole } from '../../../db/queries/outages.ts';
import { type PersonRow, peopleByIds } from '../../../db/queries/people.ts';
import { Conflict, type Statement } from '../../../db/store.ts';
import { inChunks } from '../../core/chunks.ts';
import { groupBy } from '../../core/group.ts';
import { addDays, instantOf, localDate } from '../../core/local-time.ts';
import { isHr } from '../../core/permissions.ts';
import {
  decideStep,
  LADDER_STEPS,
  parseSubject,
  type ReminderSubject,
  reminderId,
  subjectText,
} from '../../core/staffing/ladder.ts';
import { daysOfMany, type PersonDays } from '../calendar-facts.ts';
import { notify } from '../notices.ts';
import type { Services } from '../services.ts';
import { zoneOf } from '../session.ts';
import { completeAmong } from './complete.ts';

/** Days of the calendar that a decision has to see. */
const AHEAD_DAYS = 400;
/** Rows in one statement. */
const CHUNK = 200;
/** Conflicts in a row after which the rest is left to the next look. */
const MAX_CONFLICTS = 5;

/** Begins the reminders of some people; a ladder that was begun before stays as it is. */
export function startLadder(
  services: Pick<Services, 'agency'>,
  people: readonly PersonRow[],
  subject: ReminderSubject,
  { reason, createdBy, now }: { reason: string; createdBy: string; now: number },
): Statement[] {
  const rows = people.map(
    (person): AdminReminderRow => ({
      ...stepOf(person.id, subjectText(subject), 1, localDate(now, zoneOf(person, services)), now),
      ...{ reason, createdBy },
    }),
  );
  return inChunks(rows, CHUNK).map(insertReminders);
}

/** What was done in one look. */
export interface Reminded {
  sent: number;
  settled: number;
}

/** Looks at the steps whose date has come, some at a time, each lot in one commit. */
export async function climbLadders(services: Services): Promise<Reminded> {
  const { store } = services;
  const done: Reminded = { sent: 0, settled: 0 };
  const now = services.now();
  // The date that is reached first, far in the east; each person's own is asked below.
  const date = addDays(localDate(now, 'UTC'), 1);
  for (let conflicts = 0; conflicts < MAX_CONFLICTS; ) {
    const due = await store.all(dueReminders({ date }));
    const { writes, sent, settled } = await climb(services, due, now);
    if (writes.length === 0) break;
    try {
      await store.commit(writes);
      conflicts = 0;
      done.sent += sent;
      done.settled += settled;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      conflicts += 1;
    }
    if (due.length < MAX_STEPS) break;
  }
  return done;
}

async function climb(
  services: Services,
  due: readonly AdminReminderRow[],
  now: number,
): Promise<{ writes: Statement[] } & Reminded> {
  const done: { writes: Statement[] } & Reminded = { writes: [], sent: 0, settled: 0 };
  if (due.length === 0) return done;
  const ids = [...new Set(due.map(({ personId }) => personId))];
  const people = new Map((await services.store.all(peopleByIds(ids))).map((person) => [person.id, person]));
  const span = { from: addDays(localDate(now, 'UTC'), -1), to: addDays(localDate(now, 'UTC'), AHEAD_DAYS) };
  const daysFor = await daysOfMany(services, [...people.values()], span);
  const listed: { row: AdminReminderRow; subject: string }[] = [];
  for (const [text, rows] of groupBy(due, ({ subject }) => subject)) {
    const subject = parseSubject(text);
    const known = rows.flatMap(({ personId }) => people.get(personId) ?? []);
    const complete = subject ? await completeAmong(services, known, subject) : new Set<string>();
    for (const row of rows) {
      const person = people.get(row.personId);
      if (!subject || !person?.active) {
        done.writes.push(updateReminder(row, { status: 'cancelled', at: now }));
        continue;
      }
      const days = daysFor(person);
      if (row.onDate > localDate(now, days.zone)) continue;
      const decided = stepWrites(row, days, complete.has(person.id), now);
      done.writes.push(...decided.writes);
      done.settled += decided.kind === 'settled' ? 1 : 0;
      if (decided.kind !== 'sent') continue;
      done.sent += 1;
      if (row.step === LADDER_STEPS) listed.push({ row, subject: text });
      else done.writes.push(...told(row, person, days, now));
    }
  }
  done.writes.push(...(await lists(services, listed, now)));
  return done;
}

function stepWrites(
  row: AdminReminderRow,
  days: PersonDays,
  complete: boolean,
  now: number,
): { kind: 'settled' | 'waits' | 'sent'; writes: Statement[] } {
  const today = localDate(now, days.zone);
  const { ladderDays } = days.rules(today);
  const decision = decideStep({ step: row.step, complete, ladderDays }, today, days.facts);
  if (decision.kind === 'settled')
    return { kind: 'settled', writes: [updateReminder(row, { status: 'settled', at: now })] };
  if (decision.kind === 'waits')
    return { kind: 'waits', writes: [updateReminder(row, { onDate: decision.onDate, at: now })] };
  const { nextOn } = decision;
  const next =
    nextOn === null ? [] : [{ ...row, ...stepOf(row.personId, row.subject, row.step + 1, nextOn, now) }];
  return {
    kind: 'sent',
    writes: [
      updateReminder(row, { status: 'sent', onDate: today, at: now }),
      ...(next.length > 0 ? [insertReminders(next)] : []),
    ],
  };
}

/** The employee is reminded when their work begins; the second time their supervisor gets a copy. */
function told(row: AdminReminderRow, person: PersonRow, days: PersonDays, now: number): Statement[] {
  const today = localDate(now, days.zone);
  const dueAt = Math.max(now, instantOf(today, days.hours(today).start, days.zone));
  const payload = { reminderId: row.id };
  const copy = row.step === 2 && person.supervisorId !== null ? [person.supervisorId] : [];
  return [
    notify('admin_reminder', `admin_reminder:${row.id}`, person.id, payload, now, dueAt),
    ...copy.map((to) => notify('admin_copy', `admin_copy:${row.id}`, to, payload, now, dueAt)),
  ];
}

/** HR reads, once for each lot, who is still incomplete after all steps. */
async function lists(
  { store }: Services,
  listed: readonly { row: AdminReminderRow; subject: string }[],
  now: number,
): Promise<Statement[]> {
  if (listed.length === 0) return [];
  const hr = (await store.all(peopleWithRole('hr'))).filter(isHr);
  return [...groupBy(listed, ({ subject }) => subject).values()].flatMap((some) => {
    const reminders = some.map(({ row }) => row.id).sort();
    return hr.map(({ id }) =>
      notify('admin_list', `admin_list:${reminders[0]}:${reminders.length}:${id}`, id, { reminders }, now),
    );
  });
}

function stepOf(personId: string, subject: string, step: number, onDate: string, at: number) {
  const id = reminderId(personId, subject, step);
  return { id, personId, subject, step, onDate, status: 'scheduled' as const, at, revision: 1 };
}
