import { departureForm, departureIn } from '../../../conversations/departure.ts';
import { bind } from '../../../conversations/form.ts';
import type { StaffContext } from '../../../conversations/staff-parts.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import { type PersonRow, personById, subordinatesOf } from '../../../db/queries/people.ts';
import { staffDirectory } from '../../../db/queries/supervisions.ts';
import { first } from '../../../db/store.ts';
import { encodeAction } from '../../core/action.ts';
import { localDate, longDate } from '../../core/local-time.ts';
import { type Message, say, withButtons } from '../../core/message.ts';
import { canManageStaff } from '../../core/permissions.ts';
import { departureProblem, hasLeft } from '../../core/staffing/departure.ts';
import { draftButton } from '../draft-view.ts';
import { answered, edited, type Outcome, toast } from '../outcome.ts';
import type { RoomAction } from '../rooms.ts';
import { type Session, zoneOf } from '../session.ts';
import { departureWrites, returnWrites } from './departure.ts';
import { beginAnew } from './supervisors.ts';

/** What the questions about somebody who leaves need to know; null for whoever may not record it. */
export async function departureContext({
  services,
  person,
  t,
  locale,
  today,
}: Session): Promise<StaffContext | null> {
  if (!canManageStaff(person)) return null;
  return { t, locale, today, people: await services.store.all(staffDirectory()) };
}

/** `keluar`: HR records that somebody leaves. */
export async function leaving(session: Session): Promise<Outcome> {
  const { services, person, t, now } = session;
  if (!canManageStaff(person)) return answered(say(t.staffing.onlyHr()));
  const draft: DraftRow = {
    ...{ id: services.newId(), personId: person.id, form: departureForm.id, subject: {}, answers: {} },
    ...{ editing: null, listening: false, revision: 1, updatedAt: now },
  };
  return beginAnew(session, departureForm.id, draft, person.id, services);
}

/** Who leaves, when, and what follows; or why it is refused. */
export async function departureReview(session: Session, draft: DraftRow): Promise<Message> {
  const { services, t, locale, person } = session;
  const context = await departureContext(session);
  const { who, lastDay } = departureIn(draft.answers);
  const leaver = await first(services.store, personById({ id: who.id }));
  if (!context || !leaver) return say(t.staffing.onlyHr());
  const texts = t.staffing.leave;
  const problem = departureProblem(leaver, lastDay, todayOf(session, leaver), person.id);
  const team = await services.store.all(subordinatesOf({ supervisorId: leaver.id }));
  const rows = bind(departureForm, context)
    .shown(draft)
    .map(({ label, value }): [string, string] => [label, value ?? t.draft.empty()]);
  const op = draftButton(draft);
  const now = hasLeft({ activeUntil: lastDay }, todayOf(session, leaver));
  const lines = problem
    ? [texts.problem(problem, leaver.name)]
    : [
        now ? texts.atOnce() : texts.later(longDate(lastDay, locale)),
        ...(team.length > 0 ? [texts.team(team.length)] : []),
      ];
  return withButtons(say({ kind: 'title', text: texts.title() }, { kind: 'fields', rows }, ...lines), [
    ...(problem ? [] : [{ ...op('confirm', t.button.save()), style: 'primary' as const }]),
    op('menu', t.button.change()),
    op('cancel', t.button.cancel()),
  ]);
}

/** Records that somebody leaves. */
export async function saveDeparture(session: Session, draft: DraftRow): Promise<Outcome> {
  const { services, person, t, locale, now } = session;
  const done = deleteDraft(draft.id, draft.revision);
  if (!canManageStaff(person)) return answered(say(t.staffing.onlyHr()), done);
  const { who, lastDay, reason } = departureIn(draft.answers);
  const leaver = await first(services.store, personById({ id: who.id }));
  const texts = t.staffing.leave;
  if (!leaver) return answered(say(t.problem.gone()), done);
  const problem = departureProblem(leaver, lastDay, todayOf(session, leaver), person.id);
  if (problem) return answered(say(texts.problem(problem, leaver.name)), done);
  const writes = await departureWrites(services, leaver, { lastDay, reason, actorId: person.id }, now);
  const undo = encodeAction({ do: 'room', room: 'staffing', op: 'stay', id: leaver.id, arg: '' });
  return answered(
    withButtons(say(texts.saved(leaver.name, longDate(lastDay, locale))), [
      { label: texts.undo(), action: undo },
    ]),
    done,
    ...writes,
  );
}

/** Takes back that somebody leaves. */
export async function stay(session: Session, { id }: RoomAction): Promise<Outcome> {
  const { services, person, t, now } = session;
  if (!canManageStaff(person)) return toast(t.staffing.onlyHr());
  const leaver = id === null ? null : await first(services.store, personById({ id }));
  if (!leaver) return toast(t.problem.gone());
  const texts = t.staffing.leave;
  if (leaver.active && leaver.activeUntil === null) return toast(texts.nothingToUndo(leaver.name));
  return edited(say(texts.undone(leaver.name)), ...returnWrites(services, leaver, null, person.id, now));
}

const todayOf = ({ services, now }: Session, person: PersonRow) => localDate(now, zoneOf(person, services));
