import { insertAudit } from '../../../db/queries/calendar.ts';
import { type FeedbackRow, updateFeedback } from '../../../db/queries/feedback.ts';
import { feedbackRequestById, reopenFeedbackRequest } from '../../../db/queries/feedback-requests.ts';
import { objectionsAbout } from '../../../db/queries/objections.ts';
import { personById } from '../../../db/queries/people.ts';
import { first, type Statement, type Store } from '../../../db/store.ts';
import { canBeWithdrawn } from '../../core/feedback/kinds.ts';
import { say, withButtons } from '../../core/message.ts';
import { edited, type Outcome, toast } from '../outcome.ts';
import type { Session } from '../session.ts';
import { withdrawalNotices } from './share.ts';
import { feedbackButton } from './view.ts';

/** Asks whether feedback is to be taken back, or does it (`sure`): by its author, within its time, with a trace. */
export async function withdraw(session: Session, row: FeedbackRow, sure: boolean): Promise<Outcome> {
  const { services, person, t, now } = session;
  const texts = t.feedback.withdraw;
  const employee = await first(services.store, personById({ id: row.employeeId }));
  if (!employee) return toast(t.problem.gone());
  if (row.authorId !== person.id) return toast(t.feedback.problem.notYours());
  if (row.status === 'withdrawn') return toast(texts.already());
  if (row.status !== 'shared' || row.sharedAt === null) return toast(t.problem.gone());
  if (!canBeWithdrawn(row.sharedAt, now) && !(await contestedWithSuccess(services.store, row.id)))
    return toast(texts.tooLate());
  if (!sure) {
    const question = withButtons(say(texts.ask(employee.name)), [
      { ...feedbackButton('withdraw!', t.feedback.button.withdrawYes(), row.id), style: 'danger' },
      feedbackButton('keep', t.feedback.button.keep(), row.id),
    ]);
    return edited(question);
  }
  return edited(
    say(texts.done(employee.name)),
    updateFeedback(row.id, row.revision, { status: 'withdrawn' }),
    insertAudit({
      id: services.newId(),
      at: now,
      actorId: person.id,
      action: 'feedback.withdrawn',
      subject: row.id,
      detail: { employeeId: employee.id, visibility: row.visibility, read: row.readAt !== null },
    }),
    ...(await withdrawalNotices(services, row, employee, now)),
    ...(await reopened(session, row)),
  );
}

/** Whether an objection to feedback was accepted, so that its author is asked to take it back whenever that was. */
async function contestedWithSuccess(store: Store, id: string): Promise<boolean> {
  return (await store.all(objectionsAbout({ subjectId: id }))).some(({ status }) => status === 'accepted');
}

/** The request that was answered with it waits again. */
async function reopened({ services }: Session, { id, requestId }: FeedbackRow): Promise<Statement[]> {
  const request =
    requestId === null ? null : await first(services.store, feedbackRequestById({ id: requestId }));
  const answered = request?.status === 'answered' && request.feedbackId === id;
  return answered ? [reopenFeedbackRequest(request.id, request.revision)] : [];
}
