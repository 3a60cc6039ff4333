import { answerFeedbackForm, type WordsContext } from '../../../conversations/feedback-request.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import {
  type FeedbackRow,
  feedbackById,
  insertFeedbackReply,
  updateFeedback,
} from '../../../db/queries/feedback.ts';
import { personById } from '../../../db/queries/people.ts';
import { first, type Statement } from '../../../db/store.ts';
import { say } from '../../core/message.ts';
import { canAnswerFeedback, canReadFeedback } from '../../core/permissions.ts';
import { clip } from '../entry-view.ts';
import { notify } from '../notices.ts';
import { answered, edited, type Outcome, toast } from '../outcome.ts';
import type { Session } from '../session.ts';
import { feedbackMessage } from './view.ts';

/** The form in which feedback is answered. */
export function newAnswer({ services, person, now }: Session, { id }: FeedbackRow): DraftRow {
  return {
    id: services.newId(),
    personId: person.id,
    form: answerFeedbackForm.id,
    subject: { feedbackId: id },
    answers: {},
    editing: null,
    listening: false,
    revision: 1,
    updatedAt: now,
  };
}

/** What the question for an answer needs to know; null where there is nothing to answer for the sender. */
export async function answerContext(session: Session, { subject }: DraftRow): Promise<WordsContext | null> {
  const { services, person, t } = session;
  const row = await first(services.store, feedbackById({ id: subject.feedbackId ?? '' }));
  if (!row || !canAnswerFeedback(person, row)) return null;
  const other = await first(services.store, personById({ id: otherOf(row, person.id) }));
  return other && { t, to: other.name, about: t.feedback.notice.replyAbout(clip(row.body, 120)) };
}

/** Passes on what a finished answer form holds. */
export async function finishAnswer(session: Session, draft: DraftRow): Promise<Outcome> {
  const outcome = await replyToFeedback(session, draft.subject.feedbackId ?? '', String(draft.answers.text));
  return { ...outcome, writes: [deleteDraft(draft.id, draft.revision), ...outcome.writes] };
}

/** An answer to feedback: from its recipient to its author, or back; nobody else takes part. */
export async function replyToFeedback(session: Session, feedbackId: string, body: string): Promise<Outcome> {
  const { services, person, t, now } = session;
  const row = await first(services.store, feedbackById({ id: feedbackId }));
  const employee = row && (await first(services.store, personById({ id: row.employeeId })));
  if (!row || !employee) return answered(say(t.problem.gone()));
  if (row.status === 'withdrawn' && [row.authorId, row.employeeId].includes(person.id))
    return answered(say(t.feedback.withdraw.already()));
  if (!canAnswerFeedback(person, row)) {
    if (!canReadFeedback(person, row, employee)) return answered(say(t.feedback.problem.notYours()));
    const leads = employee.supervisorId === person.id;
    return answered(say(leads ? t.feedback.reply.onlyTwo(employee.name) : t.feedback.reply.notToTeam()));
  }
  const other = await first(services.store, personById({ id: otherOf(row, person.id) }));
  if (!other) return answered(say(t.problem.gone()));
  if (!other.active) return answered(say(t.feedback.reply.left(other.name)));
  const id = services.newId();
  return answered(
    say(t.talk.sent(other.name)),
    insertFeedbackReply({ id, feedbackId: row.id, authorId: person.id, body, at: now }),
    notify('feedback_reply', `feedback_reply:${id}`, other.id, { replyId: id }, now),
    // Whoever answers has read it.
    ...acknowledged(session, row),
  );
}

/** Does what “I have read it” says: once, for the employee only. */
export async function acknowledge(session: Session, row: FeedbackRow): Promise<Outcome> {
  const { services, person, t, locale, zone, now } = session;
  if (row.employeeId !== person.id) return toast(t.feedback.problem.notYours());
  if (row.status === 'withdrawn') return toast(t.feedback.withdraw.already());
  const shown = await feedbackMessage(
    services,
    { t, locale, person, zone, now },
    { ...row, readAt: row.readAt ?? now },
  );
  const said = row.readAt === null ? t.feedback.read.thanks() : t.feedback.read.already();
  if (!shown) return toast(said);
  const outcome = edited(shown, ...acknowledged(session, row));
  return { ...outcome, reply: { ...outcome.reply, toast: said } };
}

/** Notes that the employee has read it; nothing where that is known, or where it was not the employee. */
export function acknowledged({ person, now }: Session, row: FeedbackRow): Statement[] {
  if (row.employeeId !== person.id || row.readAt !== null) return [];
  return [updateFeedback(row.id, row.revision, { readAt: now })];
}

const otherOf = ({ authorId, employeeId }: FeedbackRow, personId: string) =>
  personId === employeeId ? authorId : employeeId;

/** A reaction to feedback: the employee has read it. */
export async function reactToFeedback(session: Session, feedbackId: string): Promise<Statement[]> {
  const row = await first(session.services.store, feedbackById({ id: feedbackId }));
  return row?.status === 'shared' ? acknowledged(session, row) : [];
}

/** A file in answer to feedback: only its caption can be passed on. */
export async function fileToFeedback(
  session: Session,
  feedbackId: string,
  caption: string,
): Promise<Outcome> {
  const { t } = session;
  if (caption.trim() === '') return answered(say(t.feedback.reply.noFile()));
  const said = await replyToFeedback(session, feedbackId, caption);
  return {
    ...said,
    reply: { ...said.reply, messages: [...said.reply.messages, say(t.feedback.reply.noFile())] },
  };
}
