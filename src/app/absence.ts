import { absencesOf } from '../../db/queries/calendar.ts';
import { BACK_DAYS } from '../core/absence-limits.ts';
import { readAbsence } from '../core/absence-text.ts';
import { say, withButtons } from '../core/message.ts';
import type { AbsenceKind } from '../core/model.ts';
import { canCancelAbsence } from '../core/permissions.ts';
import { showAbsences } from './absence-list.ts';
import { absenceOfOther } from './absence-others.ts';
import { proposeAbsence, recordAbsence } from './absence-record.ts';
import { absentButton } from './absence-view.ts';
import { answered, type Outcome } from './outcome.ts';
import type { Session } from './session.ts';

/** The absences that one tap at a prompt records. */
export const ONE_TAP = ['cuti', 'sakit', 'dinas_luar'] as const;

/** Answers `cuti` with what is recorded, and `cuti <words>` with the absence that they mean. */
export async function absence(session: Session, args: string): Promise<Outcome> {
  const { person, t, today } = session;
  if (args.trim() === '') return showAbsences(session, person);
  const reading = readAbsence(args, today, 'cuti');
  if (!reading) return absenceOfOther(session, args);
  if ('problem' in reading) return answered(say(t.absence.problem(reading.problem, BACK_DAYS)));
  return proposeAbsence(session, person, reading);
}

/** Records that the person is absent today; a second tap changes nothing. */
export async function absentToday(session: Session, kind: AbsenceKind): Promise<Outcome> {
  const { services, person, t, today } = session;
  const [known] = await services.store.all(absencesOf({ personId: person.id, from: today, to: today }));
  if (!known) return recordAbsence(session, person, { kind, from: today, to: today });
  const undo = canCancelAbsence(person, person, known.createdBy)
    ? [absentButton(t.button.undo(), person.id, known.kind, today, today, 'undo')]
    : [];
  return answered(withButtons(say(t.absence.already(known.kind)), undo));
}
