import { removeAbsence } from '../core/absence-merge.ts';
import { encodeAction } from '../core/action.ts';
import { addDays, longDate } from '../core/local-time.ts';
import { say, withButtons } from '../core/message.ts';
import { absenceWrites, knownAbsences } from './absence-writes.ts';
import { answered, type Outcome } from './outcome.ts';
import type { Session } from './session.ts';

/**
 * "I am back": ends the absence of today as of yesterday, or cancels it if it began today, and offers to report.
 *
 * Open to everybody, whoever recorded the absence; those who did are told.
 */
export async function backAtWork(session: Session): Promise<Outcome> {
  const { services, person, t, today, locale } = session;
  const report = {
    label: t.button.reportNow(),
    action: encodeAction({ do: 'command', name: 'lapor' }),
    style: 'primary' as const,
  };
  const known = await knownAbsences(services, person, { from: today, to: today });
  const row = known.rows.find((a) => a.fromDate <= today && a.toDate >= today);
  if (!row) return answered(withButtons(say(t.absence.back.none()), [report]));
  const days = { fromDate: today, toDate: row.toDate };
  const change = removeAbsence([row], days, null);
  const what =
    row.fromDate === today
      ? t.absence.back.removed(row.kind, row.toDate > today)
      : t.absence.back.ended(row.kind, longDate(addDays(today, -1), locale));
  return answered(
    withButtons(say(t.absence.back.done(person.name, what)), [report]),
    ...(await absenceWrites(session, known, change, {
      action: 'ended',
      kind: row.kind,
      from: today,
      to: row.toDate,
    })),
  );
}
