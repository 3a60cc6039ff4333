import type { RequestContext, RequestTopic, WordsContext } from '../../../conversations/feedback-request.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import { insertFeedbackReply } from '../../../db/queries/feedback.ts';
import {
  type FeedbackRequestRow,
  feedbackRequestById,
  insertFeedbackRequest,
  openRequestsBetween,
  updateFeedbackRequest,
} from '../../../db/queries/feedback-requests.ts';
import { personById } from '../../../db/queries/people.ts';
import { first, type Statement } from '../../../db/store.ts';
import { say } from '../../core/message.ts';
import { sameText } from '../../core/same-text.ts';
import { clip } from '../entry-view.ts';
import { notify } from '../notices.ts';
import { answered, type Outcome, toast } from '../outcome.ts';
import { planOn } from '../plan/in-force.ts';
import type { Session } from '../session.ts';
import { askableBy } from './people.ts';
import { requestTiming } from './request-timing.ts';

/** People who are offered in one question; Slack takes no more than a hundred. */
const MAX_PEOPLE = 90;
const MAX_RESULTS = 10;

/** What the questions of a request need to know; null where there is nobody to ask. */
export async function requestContext(session: Session): Promise<RequestContext | null> {
  const { services, person, t, today } = session;
  const people = await askableBy(session);
  if (people.length === 0) return null;
  const plan = await planOn(services.store, person.id, today);
  return {
    t,
    people: people.slice(0, MAX_PEOPLE).map(({ person: { id, name }, relation }) => ({
      id,
      label: `${name} (${t.feedback.notice.relation(relation)})`,
    })),
    results: (plan?.content.results ?? [])
      .slice(0, MAX_RESULTS)
      .map(({ id, number, title }) => ({ id, label: t.workResult.named(number, clip(title, 60)) })),
  };
}

/** Sends the request that a finished form holds, and plans the one reminder. */
export async function finishRequest(session: Session, draft: DraftRow): Promise<Outcome> {
  const { services, person, t, now } = session;
  const done = deleteDraft(draft.id, draft.revision);
  const people = await askableBy(session);
  const chosen = draft.answers.whom ?? people[0]?.person.id;
  const asked = people.find((one) => one.person.id === chosen)?.person;
  if (!asked) return answered(say(t.feedback.request.nobody()), done);
  const about = draft.answers.about as RequestTopic;
  const open = await services.store.all(openRequestsBetween({ employeeId: person.id, askedId: asked.id }));
  if (open.some((one) => sameText(one.about, about.text)))
    return answered(say(t.feedback.request.same(asked.name)), done);
  const row: FeedbackRequestRow = {
    id: draft.id,
    employeeId: person.id,
    askedId: asked.id,
    about: about.text,
    workResultId: about.workResultId,
    status: 'open',
    feedbackId: null,
    revision: 1,
    createdAt: now,
    settledAt: null,
  };
  const timing = await requestTiming(services, asked, now);
  return answered(
    say(t.feedback.request.sent(asked.name, timing.workingDays)),
    done,
    insertFeedbackRequest(row),
    ...requestNotices(row, timing.at, now),
  );
}

/** The request for whoever is asked, and its one reminder at an instant; both are wanted once for each who is asked in turn. */
export function requestNotices(
  { id, askedId, revision }: Pick<FeedbackRequestRow, 'id' | 'askedId' | 'revision'>,
  remindAt: number,
  now: number,
): Statement[] {
  const payload = { requestId: id, revision };
  const name = `${id}:${revision}`;
  return [
    notify('feedback_request', `feedback_request:${name}`, askedId, payload, now),
    notify('feedback_reminder', `feedback_reminder:${name}`, askedId, payload, now, remindAt),
  ];
}

/** What the question for the reason needs to know. */
export async function declineContext(
  { services, t }: Session,
  draft: DraftRow,
): Promise<WordsContext | null> {
  const request = await first(services.store, feedbackRequestById({ id: draft.subject.requestId ?? '' }));
  const employee = request && (await first(services.store, personById({ id: request.employeeId })));
  return request && employee && { t, to: employee.name, about: clip(request.about, 150) };
}

/** Declines a request; its reason is kept as an answer under the request's id, and passed on. */
export async function finishDecline(session: Session, draft: DraftRow): Promise<Outcome> {
  const { services, person, t, now } = session;
  const done = deleteDraft(draft.id, draft.revision);
  const request = await first(services.store, feedbackRequestById({ id: draft.subject.requestId ?? '' }));
  const employee = request && (await first(services.store, personById({ id: request.employeeId })));
  if (!request || !employee) return answered(say(t.problem.gone()), done);
  const closed = await closedFor(session, request);
  if (closed) return answered(say(closed), done);
  const { id } = request;
  return answered(
    say(t.feedback.request.declinedSaid(employee.name)),
    done,
    updateFeedbackRequest(id, request.revision, { status: 'declined', settledAt: now }),
    insertFeedbackReply({
      id: services.newId(),
      feedbackId: id,
      authorId: person.id,
      body: String(draft.answers.text),
      at: now,
    }),
    notify('feedback_declined', `feedback_declined:${id}`, employee.id, { requestId: id }, now),
  );
}

/** Takes a request back, by whoever made it. */
export function takeBack({ person, t, now }: Session, request: FeedbackRequestRow): Outcome {
  if (request.employeeId !== person.id) return toast(t.problem.notYours());
  if (request.status !== 'open') return toast(t.feedback.request.settled(request.status));
  return toast(
    t.feedback.request.takenBack(),
    updateFeedbackRequest(request.id, request.revision, { status: 'withdrawn', settledAt: now }),
  );
}

/** Why the sender cannot settle a request, in a sentence; null where they can. */
export async function closedFor(
  { services, person, t }: Session,
  request: FeedbackRequestRow,
): Promise<string | null> {
  if (request.status !== 'open') return t.feedback.request.settled(request.status);
  if (request.askedId === person.id) return null;
  const asked = await first(services.store, personById({ id: request.askedId }));
  return asked ? t.feedback.request.movedTo(asked.name) : t.problem.gone();
}
