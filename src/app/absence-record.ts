import { absenceById } from '../../db/queries/calendar.ts';
import { type PersonRow, personById } from '../../db/queries/people.ts';
import { first } from '../../db/store.ts';
import { absenceLimit, BACK_DAYS } from '../core/absence-limits.ts';
import { mergeAbsences, removeAbsence } from '../core/absence-merge.ts';
import type { AbsenceRequest } from '../core/absence-text.ts';
import { type Action, encodeAction } from '../core/action.ts';
import type { DaySpan } from '../core/day-span.ts';
import { addDays } from '../core/local-time.ts';
import { say, withButtons } from '../core/message.ts';
import type { AbsenceKind } from '../core/model.ts';
import { canCancelAbsence, canRecordAbsence, isHr } from '../core/permissions.ts';
import { spanOfWorkingDays } from '../core/working-days.ts';
import { absenceLine, absentButton, briefAbsence } from './absence-view.ts';
import { absenceWrites, knownAbsences } from './absence-writes.ts';
import { calendarOf } from './calendar-facts.ts';
import { answered, edited, type Outcome, toast } from './outcome.ts';
import type { Session } from './session.ts';

type Absence = DaySpan & { kind: AbsenceKind };

/** Nobody asks for more working days at once. */
const MAX_WORKING_DAYS = 366;
/** Calendar days that are looked at for each working day that is asked for. */
const SEARCH = 3;

/** Shows an absence as it will be stored, to be confirmed with one tap. */
export async function proposeAbsence(
  session: Session,
  employee: PersonRow,
  request: AbsenceRequest,
): Promise<Outcome> {
  const { person, t } = session;
  if (!canRecordAbsence(person, employee)) return answered(say(t.absence.notAllowed()));
  const absence = await datesOf(session, employee, request);
  if (typeof absence === 'string') return answered(say(absence));
  const { kind, from, to } = absence;
  const known = await knownAbsences(session.services, employee, absence);
  const line = await absenceLine(session, employee, absence);
  const what = person.id === employee.id ? line : t.absence.of(employee.name, line);
  const change = mergeAbsences(known.rows, added(session, absence), employee.id);
  if (change.insert.length + change.cancel.length === 0) return answered(say(t.absence.known(what)));
  const replaced = known.rows
    .filter((row) => change.cancel.includes(row.id) && row.kind !== kind)
    .map((row) => ({
      kind: row.kind,
      from: row.fromDate > from ? row.fromDate : from,
      to: row.toDate < to ? row.toDate : to,
    }));
  const message = say(
    { kind: 'title', text: t.draft.review() },
    what,
    ...replaced.map((row) => t.absence.replaces(briefAbsence(session, row))),
  );
  return answered(
    withButtons(message, [
      { ...absentButton(t.button.save(), employee.id, kind, from, to, 'save'), style: 'primary' },
      { label: t.button.cancel(), action: encodeAction({ do: 'dismiss' }) },
    ]),
  );
}

/** Does what a button about days of absence says. */
export async function pressAbsent(
  session: Session,
  action: Extract<Action, { do: 'absent' }>,
): Promise<Outcome> {
  const { services, person, t } = session;
  const employee = await first(services.store, personById({ id: action.person }));
  if (!employee || !canRecordAbsence(person, employee)) return toast(t.absence.notAllowed());
  const { kind, from, until } = action;
  const request = typeof until === 'number' ? { kind, from, workingDays: until } : { kind, from, to: until };
  if (action.op === 'ask') return proposeAbsence(session, employee, request);
  const absence = await datesOf(session, employee, request);
  if (typeof absence === 'string') return answered(say(absence));
  if (action.op === 'undo') return removeDays(session, employee, absence);
  const outcome = await recordAbsence(session, employee, absence);
  const [message] = outcome.reply.messages;
  return message ? edited(message, ...outcome.writes) : outcome;
}

/** Stores an absence, merged with what is known; saying it twice changes nothing. */
export async function recordAbsence(
  session: Session,
  employee: PersonRow,
  absence: Absence,
): Promise<Outcome> {
  const { services, person, t } = session;
  const known = await knownAbsences(services, employee, absence);
  const change = mergeAbsences(known.rows, added(session, absence), employee.id);
  const line = await absenceLine(session, employee, absence);
  if (change.insert.length + change.cancel.length === 0) return answered(say(t.absence.known(line)));
  const { kind, from, to } = absence;
  const own = person.id === employee.id;
  return answered(
    withButtons(say(own ? t.absence.recorded(line) : t.absence.recordedFor(employee.name, line)), [
      absentButton(t.button.undo(), employee.id, kind, from, to, 'undo'),
    ]),
    ...(await absenceWrites(session, known, change, { action: 'recorded', ...absence })),
  );
}

/** Takes a stored absence back as a whole. */
export async function cancelAbsenceById(session: Session, id: string): Promise<Outcome> {
  const { services, t } = session;
  const row = await first(services.store, absenceById({ id }));
  const employee = row && (await first(services.store, personById({ id: row.personId })));
  if (!row || !employee) return toast(t.problem.gone());
  if (!canRecordAbsence(session.person, employee)) return toast(t.problem.notYours());
  if (row.cancelledAt !== null) return toast(t.draft.alreadyDone());
  return removeDays(session, employee, { kind: row.kind, from: row.fromDate, to: row.toDate });
}

async function removeDays(session: Session, employee: PersonRow, absence: Absence): Promise<Outcome> {
  const { services, person, t } = session;
  const known = await knownAbsences(services, employee, absence);
  const days = { fromDate: absence.from, toDate: absence.to };
  const change = removeAbsence(known.rows, days, absence.kind);
  const hit = known.rows.filter((row) => change.cancel.includes(row.id));
  if (hit.length === 0) return toast(t.draft.alreadyDone());
  if (hit.some((row) => !canCancelAbsence(person, employee, row.createdBy)))
    return toast(t.absence.setByOther());
  const line = await absenceLine(session, employee, absence);
  return answered(
    say(t.absence.cancelled(person.id === employee.id ? line : t.absence.of(employee.name, line))),
    ...(await absenceWrites(session, known, change, { action: 'cancelled', ...absence })),
  );
}

/** The dates that are asked for, or what is wrong with them, in words. */
async function datesOf(
  session: Session,
  employee: PersonRow,
  request: AbsenceRequest,
): Promise<Absence | string> {
  const { services, person, today, t } = session;
  const { kind, from } = request;
  const problem = (name: Parameters<typeof t.absence.problem>[0]) => t.absence.problem(name, BACK_DAYS);
  let span: DaySpan | null = 'to' in request ? { from, to: request.to } : null;
  if ('workingDays' in request) {
    if (request.workingDays > MAX_WORKING_DAYS) return problem('too_long');
    const until = addDays(from, request.workingDays * SEARCH + 60);
    const facts = await calendarOf(services, employee, { from, to: until });
    span = spanOfWorkingDays(from, request.workingDays, facts);
  }
  if (!span) return problem('no_working_days');
  const limit = absenceLimit({ kind, ...span }, today, isHr(person));
  return limit ? problem(limit) : { kind, ...span };
}

const added = ({ person }: Session, { kind, from, to }: Absence) => ({
  ...{ kind, fromDate: from, toDate: to, createdBy: person.id },
});
