import type { PersonRow } from '../../db/queries/people.ts';
import { type AbsentOp, type AbsentUntil, encodeAction } from '../core/action.ts';
import type { DaySpan } from '../core/day-span.ts';
import { longRange, shortRange } from '../core/local-time.ts';
import type { Button } from '../core/message.ts';
import type { AbsenceKind } from '../core/model.ts';
import { workingDaysIn } from '../core/working-days.ts';
import { calendarOf } from './calendar-facts.ts';
import type { Session } from './session.ts';

/** An absence as people are shown it, with its working days. */
export async function absenceLine(
  { services, t, locale }: Pick<Session, 'services' | 't' | 'locale'>,
  employee: PersonRow,
  { kind, from, to }: DaySpan & { kind: AbsenceKind },
): Promise<string> {
  const facts = await calendarOf(services, employee, { from, to });
  return t.absence.what(kind, longRange(from, to, locale), workingDaysIn({ from, to }, facts));
}

/** An absence in as few characters as a button has. */
export function briefAbsence(
  { t, locale, today }: Session,
  { kind, from, to }: DaySpan & { kind: AbsenceKind },
): string {
  return t.absence.brief(kind, shortRange(from, to, locale, today));
}

/** A button about days of absence. */
export function absentButton(
  label: string,
  person: string,
  kind: AbsenceKind,
  from: string,
  until: AbsentUntil,
  op: AbsentOp,
): Button {
  return { label, action: encodeAction({ do: 'absent', person, kind, from, until, op }) };
}
