import { absenceById, absencesOf, cancelAbsence, insertAbsence } from '../../db/queries/calendar.ts';
import { first } from '../../db/store.ts';
import { encodeAction } from '../core/action.ts';
import { longDate } from '../core/local-time.ts';
import { say, withButtons } from '../core/message.ts';
import { answered, type Outcome, toast } from './outcome.ts';
import type { Session } from './session.ts';

/** The absences that one tap records. */
export const ONE_TAP = ['cuti', 'sakit', 'dinas_luar'] as const;

/** Records that the person is absent today; a second tap changes nothing. */
export async function absentToday(session: Session, kind: (typeof ONE_TAP)[number]): Promise<Outcome> {
  const { services, person, t, today, locale, now } = session;
  const [known] = await services.store.all(absencesOf({ personId: person.id, from: today, to: today }));
  if (known) {
    const undo = {
      label: t.button.undo(),
      action: encodeAction({ do: 'absence', absence: known.id, op: 'cancel' }),
    };
    return answered(withButtons(say(t.absence.already(known.kind)), [undo]));
  }
  const id = services.newId();
  const undo = { label: t.button.undo(), action: encodeAction({ do: 'absence', absence: id, op: 'cancel' }) };
  return answered(
    withButtons(say(t.absence.recorded(kind, longDate(today, locale))), [undo]),
    insertAbsence({
      id,
      personId: person.id,
      kind,
      fromDate: today,
      toDate: today,
      createdBy: person.id,
      createdAt: now,
      cancelledAt: null,
    }),
  );
}

/** Takes an absence back. */
export async function undoAbsence(session: Session, id: string): Promise<Outcome> {
  const { services, person, t, now } = session;
  const absence = await first(services.store, absenceById({ id }));
  if (!absence || absence.personId !== person.id) return toast(t.problem.notYours());
  if (absence.cancelledAt !== null) return toast(t.draft.alreadyDone());
  return answered(say(t.absence.cancelled()), cancelAbsence(id, now));
}

/** Asks what today's absence is. */
export function askAbsence({ t, today }: Session): Outcome {
  const buttons = ONE_TAP.map((kind) => ({
    label: t.button.absence(kind),
    action: encodeAction({ do: 'prompt', date: today, op: kind }),
  }));
  return answered(withButtons(say(t.ask.absence()), buttons));
}
