import { lookAgain } from '../../db/queries/agenda.ts';
import {
  type AbsenceRow,
  absencesOf,
  auditCount,
  cancelAbsence,
  insertAbsence,
  insertAudit,
} from '../../db/queries/calendar.ts';
import type { PersonRow } from '../../db/queries/people.ts';
import { first, type Statement } from '../../db/store.ts';
import type { AbsenceChange } from '../core/absence-merge.ts';
import type { DaySpan } from '../core/day-span.ts';
import { addDays } from '../core/local-time.ts';
import type { AbsenceKind } from '../core/model.ts';
import { notify } from './notices.ts';
import { putRight } from './put-right.ts';
import type { Services } from './services.ts';
import type { Session } from './session.ts';

/** The absences of a person that touch or adjoin some days, as they were when a change of them was decided. */
export interface KnownAbsences {
  employee: PersonRow;
  rows: AbsenceRow[];
  /** How many changes there have been; a change that was decided on older rows is refused by it. */
  changes: number;
}

/** What a change of absences means to people. */
export interface AbsenceNews extends DaySpan {
  /** `ended`: the person is back at work. */
  action: 'recorded' | 'cancelled' | 'ended';
  kind: AbsenceKind;
}

const subjectOf = (personId: string) => `absence|${personId}`;

/** Loads what a change of a person's absences is decided on. */
export async function knownAbsences(
  { store }: Pick<Services, 'store'>,
  employee: PersonRow,
  { from, to }: DaySpan,
): Promise<KnownAbsences> {
  // Counted before the rows are read: a change in between is then noticed and not overwritten.
  const counted = await first(store, auditCount({ subject: subjectOf(employee.id) }));
  const span = { from: addDays(from, -1), to: addDays(to, 1) };
  const rows = await store.all(absencesOf({ personId: employee.id, ...span }));
  return { employee, rows, changes: counted?.count ?? 0 };
}

/**
 * Everything that is written when the absences of a person change; every change goes through here.
 *
 * Whoever the change concerns and did not make it is told: the employee, or those whose record an employee changes.
 */
export async function absenceWrites(
  { services, person, now }: Pick<Session, 'services' | 'person' | 'now'>,
  { employee, rows, changes }: KnownAbsences,
  { cancel, insert }: AbsenceChange,
  news: AbsenceNews,
): Promise<Statement[]> {
  if (cancel.length + insert.length === 0) return [];
  const subject = subjectOf(employee.id);
  // Numbered, so that of two changes at the same moment one is decided again.
  const id = `${subject}|${changes + 1}`;
  const added = insert.map((span) => ({ ...span, id: services.newId() }));
  const owners = rows.filter((row) => cancel.includes(row.id)).map((row) => row.createdBy);
  const told = person.id === employee.id ? owners : [employee.id];
  return [
    ...cancel.map((absence) => cancelAbsence(absence, now)),
    ...added.map((absence) =>
      insertAbsence({ ...absence, personId: employee.id, createdAt: now, cancelledAt: null }),
    ),
    insertAudit({
      id,
      at: now,
      actorId: person.id,
      action: `absence.${news.action}`,
      subject,
      detail: { ...news, cancelled: cancel, inserted: added.map((absence) => absence.id) },
    }),
    ...[...new Set(told)]
      .filter((recipient) => recipient !== person.id)
      .map((recipient) => notify('absence', `${id}|${recipient}`, recipient, { change: id }, now)),
    lookAgain([employee.id]),
    ...(await putRight(services, employee.id, news)),
  ];
}
