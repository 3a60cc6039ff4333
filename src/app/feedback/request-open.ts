import { askFeedbackForm, declineFeedbackForm } from '../../../conversations/feedback-request.ts';
import type { DraftRow } from '../../../db/queries/drafts.ts';
import type { FeedbackRequestRow } from '../../../db/queries/feedback-requests.ts';
import { personById } from '../../../db/queries/people.ts';
import { first } from '../../../db/store.ts';
import { findPerson } from '../../core/find-person.ts';
import { say } from '../../core/message.ts';
import { begin } from '../drafts.ts';
import { answered, type Outcome, toast } from '../outcome.ts';
import type { Session } from '../session.ts';
import { newFeedback, refusal } from './form.ts';
import { askableBy, relationTo } from './people.ts';
import { closedFor } from './request.ts';

/** Begins a request for feedback, from somebody who is named or (empty) from whoever is chosen. */
export async function askForFeedback(session: Session, name: string): Promise<Outcome> {
  const { t } = session;
  const people = await askableBy(session);
  if (people.length === 0) return answered(say(t.feedback.request.nobody()));
  if (name.trim() === '') return begin(session, newRequest(session, null));
  const found = findPerson(
    name,
    people.map(({ person }) => person),
  );
  if (!found.ok && found.problem === 'unknown') return answered(say(t.feedback.request.notFound(name)));
  return begin(session, newRequest(session, found.ok ? found.person.id : null));
}

/** Opens the form in which a request is answered. */
export async function answerRequest(session: Session, request: FeedbackRequestRow): Promise<Outcome> {
  const { services, person, today } = session;
  const closed = await closedFor(session, request);
  if (closed) return toast(closed);
  const employee = await first(services.store, personById({ id: request.employeeId }));
  if (!employee) return toast(session.t.problem.gone());
  if (!(await relationTo(services, person, employee, today))) return toast(await refusal(session, employee));
  const topic = request.workResultId ? ({ kind: 'result', id: request.workResultId } as const) : undefined;
  const beginning = { requestId: request.id, ...(topic && { topic }) };
  return begin(session, newFeedback(session, employee, beginning));
}

/** Opens the form in which a request is declined, with a reason. */
export async function declineRequest(session: Session, request: FeedbackRequestRow): Promise<Outcome> {
  const closed = await closedFor(session, request);
  if (closed) return toast(closed);
  return begin(session, newForm(session, declineFeedbackForm.id, { requestId: request.id }));
}

function newRequest(session: Session, askedId: string | null): DraftRow {
  const draft = newForm(session, askFeedbackForm.id, {});
  return { ...draft, answers: askedId === null ? {} : { whom: askedId } };
}

function newForm({ services, person, now }: Session, form: string, subject: DraftRow['subject']): DraftRow {
  return {
    id: services.newId(),
    personId: person.id,
    form,
    subject,
    answers: {},
    editing: null,
    listening: false,
    revision: 1,
    updatedAt: now,
  };
}
