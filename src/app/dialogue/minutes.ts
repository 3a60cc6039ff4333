import type { BoundForm } from '../../../conversations/form.ts';
import { commitmentsAnswer, type MinutesContext, minutesForm } from '../../../conversations/minutes.ts';
import {
  type CommitmentRow,
  commitmentsOfDialogue,
  deleteCommitmentsOf,
  insertCommitments,
} from '../../../db/queries/commitments.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import type { CommitmentText } from '../../core/dialogue/commitment-text.ts';
import { takeStep } from '../../core/dialogue/life.ts';
import { type Message, say } from '../../core/message.ts';
import { answered, type Outcome, toast } from '../outcome.ts';
import type { Session } from '../session.ts';
import { dialogueCard } from './card-view.ts';
import { openForm } from './form-draft.ts';
import { type Meeting, meetingOf, placeIn } from './meeting.ts';
import { reviewMessage } from './review-view.ts';
import { pressed, problemText, refused, take } from './steps.ts';

/** Begins the minutes of a dialogue, or their correction. */
export async function writeMinutes(session: Session, id: string | null): Promise<Outcome> {
  const { services, person, t, now } = session;
  const meeting = await meetingOf(services.store, id);
  if (!meeting || !placeIn(meeting, person.id)) return toast(t.problem.notYours());
  const { row } = meeting;
  const tried = takeStep(row, { do: 'write', lines: ['-'] }, person.id, now);
  if ('problem' in tried) return refused(session, meeting, tried);
  const rows = await services.store.all(commitmentsOfDialogue(row));
  const written = rows.map(
    ({ ownerId, what, dueOn }): CommitmentText => ({
      ...{ what, dueOn },
      owner: ownerId === row.employeeId ? 'employee' : 'leader',
    }),
  );
  const context = contextOf(session, meeting);
  return openForm(
    session,
    minutesForm.id,
    // Whoever corrects must know what they correct.
    { about: row.id, wording: String(row.minutesRevision) },
    row.minutes === null
      ? {}
      : { lines: row.minutes, commitments: rows.length > 0 ? commitmentsAnswer(written, context) : null },
  );
}

/** What the questions about the minutes need to know; null for whoever is not part of the dialogue. */
export async function minutesContext(session: Session, draft: DraftRow): Promise<MinutesContext | null> {
  const meeting = await meetingOf(session.services.store, draft.subject.about ?? null);
  return meeting && placeIn(meeting, session.person.id) ? contextOf(session, meeting) : null;
}

/** The minutes as they will be stored, with the owner and date of each commitment. */
export async function minutesReview(session: Session, draft: DraftRow, form: BoundForm): Promise<Message> {
  const { services, person, t } = session;
  const meeting = await meetingOf(services.store, draft.subject.about ?? null);
  const other = meeting && placeIn(meeting, person.id)?.other;
  return reviewMessage(session, draft, form, {
    title: t.dialogue.review.minutes(),
    send: t.dialogue.review.confirm(),
    note: t.dialogue.review.minutesNote(other?.name ?? '–'),
  });
}

/** Stores a wording of the minutes, confirmed by whoever writes it, and lets the other one confirm or correct it. */
export async function finishMinutes(session: Session, draft: DraftRow): Promise<Outcome> {
  const { services, person, t, now } = session;
  const done = deleteDraft(draft.id, draft.revision);
  const meeting = await meetingOf(services.store, draft.subject.about ?? null);
  if (!meeting || !placeIn(meeting, person.id)) return answered(say(t.problem.notYours()), done);
  const { row, employee, leader } = meeting;
  if (row.status === 'held' && draft.subject.wording !== String(row.minutesRevision))
    return answered(await dialogueCard(session, meeting, t.dialogue.problem.minutes_changed()), done);
  const { lines, commitments } = draft.answers;
  const step = { do: 'write' as const, lines: lines as string[] };
  const outcome = await take(session, meeting, step, row.minutes === null ? 'minutes' : 'corrected');
  if ('problem' in outcome)
    return answered(await dialogueCard(session, meeting, problemText(session, meeting, outcome)), done);
  const rows = ((commitments ?? []) as CommitmentText[]).map(
    ({ owner, what, dueOn }): CommitmentRow => ({
      id: services.newId(),
      employeeId: employee.id,
      leaderId: leader.id,
      dialogueId: row.id,
      ownerId: owner === 'employee' ? employee.id : leader.id,
      ...{ what, dueOn },
      status: 'open',
      note: null,
      revision: 1,
      createdAt: now,
      closedAt: null,
    }),
  );
  return answered(
    await dialogueCard(session, outcome.meeting, outcome.said, rows),
    done,
    ...outcome.writes,
    deleteCommitmentsOf(row),
    ...(rows.length > 0 ? [insertCommitments(rows)] : []),
  );
}

/** Confirms the minutes as they were worded where the button was pressed. */
export async function confirmMinutes(session: Session, id: string | null, wording: string): Promise<Outcome> {
  const meeting = await meetingOf(session.services.store, id);
  if (!meeting || !placeIn(meeting, session.person.id)) return toast(session.t.problem.notYours());
  const step = { do: 'confirm' as const, revision: /^\d{1,4}$/.test(wording) ? Number(wording) : -1 };
  return pressed(session, meeting, step, 'confirmed');
}

function contextOf({ t, locale, today, person }: Session, meeting: Meeting): MinutesContext {
  return {
    ...{ t, locale, today },
    employee: meeting.employee.name,
    leader: meeting.leader.name,
    author: placeIn(meeting, person.id)?.side ?? 'employee',
  };
}
