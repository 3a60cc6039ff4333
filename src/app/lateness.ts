import type { Explanation } from '../../conversations/activity-date.ts';
import { insertAudit } from '../../db/queries/calendar.ts';
import type { EntryRow } from '../../db/queries/entries.ts';

import {
  decideLateness,
  insertLateness,
  type LatenessRow,
  latenessBetween,
  latenessById,
} from '../../db/queries/lateness.ts';
import { peopleWithRole } from '../../db/queries/outages.ts';
import { personById } from '../../db/queries/people.ts';
import { first, type Statement } from '../../db/store.ts';
import { dayOff } from '../core/calendar.ts';
import { say } from '../core/message.ts';
import { canDecideLateness } from '../core/permissions.ts';
import { stateOf } from '../core/report-window.ts';
import { calendarOf } from './calendar-facts.ts';
import { latenessFacts, latenessMessage, reasonOf } from './lateness-view.ts';
import { notify, refresh, refreshCard } from './notices.ts';
import { edited, type Outcome, toast } from './outcome.ts';
import { refreshDigests } from './refresh-digests.ts';
import type { Session } from './session.ts';
import { cutoffText } from './time-view.ts';
import { sessionWindows, windowOn } from './windows.ts';

/** What follows from when a report came: sentences for its receipt, and what is written with it. */
export interface Timing {
  notes: string[];
  writes: Statement[];
}

/**
 * Says how a report of a date stands whose day already has `others`; the first reason of a late day is stored, and HR
 * is asked where the agency may accept it.
 */
export async function timingOf(
  session: Session,
  date: string,
  others: readonly EntryRow[],
  why: Explanation | null,
): Promise<Timing> {
  const { person, t, locale, now, zone } = session;
  const windows = await sessionWindows(session);
  const window = windows.window(date);
  const cutoff = cutoffText(t, locale, date, window.closesAt, zone);
  const state = stateOf(now, window, now);
  const note = (text: string): Timing => ({ notes: [text], writes: [] });
  if (state === 'on_time')
    return now > windows.regularClosing(date).closesAt
      ? note(t.window.receipt.extended(cutoff))
      : { notes: [], writes: [] };
  const inTime = others.some((entry) => entry.submittedAt <= window.graceUntil);
  if (state === 'grace') return note(inTime ? t.window.receipt.added() : t.window.receipt.grace(cutoff));
  const span = { personId: person.id, from: date, to: date };
  const [known] = await session.services.store.all(latenessBetween(span));
  if (known) {
    const again = known.status === 'waiting' && others.length === 0 ? await askHr(session, known) : [];
    return inTime
      ? note(t.window.receipt.added())
      : { notes: lateNotes(session, cutoff, known), writes: again };
  }
  if (!why) return { notes: [], writes: [] };
  const asked = inTime ? [] : await askedAbout(session, date, why);
  const row: LatenessRow = {
    id: session.services.newId(),
    personId: person.id,
    localDate: date,
    kind: why.kind,
    reason: why.reason,
    status: asked.length > 0 ? 'waiting' : 'noted',
    decidedBy: null,
    decidedAt: null,
    createdAt: now,
  };
  return {
    notes: inTime ? [t.window.receipt.added()] : lateNotes(session, cutoff, row),
    writes: [insertLateness(row), ...asked.map((id) => ask(row, id, now))],
  };
}

/** Does what HR's button about a late report says: once, whoever presses how often. */
export async function pressLateness(
  session: Session,
  id: string,
  op: 'accept' | 'decline',
): Promise<Outcome> {
  const { services, person, t, now } = session;
  const row = await first(services.store, latenessById({ id }));
  const employee = row && (await first(services.store, personById({ id: row.personId })));
  if (!row || !employee) return toast(t.problem.gone());
  if (!canDecideLateness(person, employee)) return toast(t.window.hr.notAllowed());
  if (row.status === 'noted') return toast(t.draft.alreadyDone());
  const facts = await latenessFacts(services, row, employee);
  if (row.status !== 'waiting') {
    const by = row.decidedBy && (await first(services.store, personById({ id: row.decidedBy })));
    const text = t.window.hr.already(by ? by.name : '–', row.status === 'accepted');
    const shown = edited(latenessMessage(session, row, employee, facts, [text]));
    return { ...shown, reply: { ...shown.reply, toast: text } };
  }
  const { date } = { date: row.localDate };
  if (facts.firstAt === null) return edited(say(t.window.hr.withdrawn()));
  const window = await windowOn(services, employee, date);
  if (facts.firstAt <= window.graceUntil) return edited(say(t.window.hr.inTime()));
  const status = op === 'accept' ? ('accepted' as const) : ('declined' as const);
  const decided =
    status === 'accepted' ? t.window.hr.accepted(person.name) : t.window.hr.declined(person.name);
  return edited(
    latenessMessage(session, { ...row, status }, employee, facts, [decided]),
    decideLateness(id, status, person.id, now),
    insertAudit({
      id: services.newId(),
      at: now,
      actorId: person.id,
      action: `lateness_${status}`,
      subject: id,
      detail: { personId: employee.id, date },
    }),
    notify('lateness_decided', `lateness_decided:${id}`, employee.id, { latenessId: id }, now),
    ...refreshCard(employee, date, now),
    ...(await refreshDigests(services, employee.id, date)),
  );
}

/** Whom in HR a new reason is put to; nobody where the agency does not accept it or no report was expected. */
async function askedAbout(session: Session, date: string, why: Explanation): Promise<string[]> {
  const { services, person } = session;
  const { rules } = await sessionWindows(session);
  if (!rules(date).acceptedReasons.some((kind) => kind === why.kind)) return [];
  const calendar = await calendarOf(services, person, { from: date, to: date });
  return dayOff(date, calendar) ? [] : deciders(session);
}

async function deciders({ services, person }: Session): Promise<string[]> {
  const hr = await services.store.all(peopleWithRole('hr'));
  return hr.filter((actor) => canDecideLateness(actor, person)).map((actor) => actor.id);
}

/** HR is asked again: the day's report was withdrawn and has come once more. */
async function askHr(session: Session, row: LatenessRow): Promise<Statement[]> {
  return (await deciders(session)).map((id) =>
    refresh('lateness', noticeKey(row, id), id, { latenessId: row.id }, session.now),
  );
}

const noticeKey = (row: LatenessRow, hrId: string) => `lateness:${row.id}:${hrId}`;

function ask(row: LatenessRow, hrId: string, now: number): Statement {
  return notify('lateness', noticeKey(row, hrId), hrId, { latenessId: row.id }, now);
}

function lateNotes({ t }: Session, cutoff: string, row: LatenessRow): string[] {
  const status = row.status === 'noted' ? [] : [t.window.receipt[row.status]()];
  return [t.window.receipt.late(cutoff, reasonOf(t, row)), ...status];
}
