import { type FeedbackRow, shownFeedbackTo } from '../../../db/queries/feedback.ts';
import { feedbackRequestById, updateFeedbackRequest } from '../../../db/queries/feedback-requests.ts';
import { insertNotices, outboxByKey } from '../../../db/queries/outbox.ts';
import type { PersonRow } from '../../../db/queries/people.ts';
import { first, type Statement } from '../../../db/store.ts';
import { noticeRow, notify, refresh } from '../notices.ts';
import type { Services } from '../services.ts';
import type { Audience } from './people.ts';

/** Everything that leaves when feedback is shared: to the employee, and to whom else its author chose. */
export async function shareWrites(
  services: Services,
  feedback: FeedbackRow,
  employee: PersonRow,
  audience: Audience,
  now: number,
): Promise<Statement[]> {
  const { id, visibility } = feedback;
  const { leader, team } = audience;
  const wide = visibility === 'leader' || visibility === 'team';
  return [
    notify('feedback', feedbackKey(id), employee.id, { feedbackId: id }, now),
    ...(wide && leader
      ? [notify('feedback_copy', copyKey(id, leader.id), leader.id, { feedbackId: id }, now)]
      : []),
    ...(visibility === 'team' && team.length > 0
      ? [
          insertNotices(
            team.map((one) =>
              noticeRow('feedback_praise', praiseKey(id, one.id), one.id, { feedbackId: id }, now),
            ),
          ),
        ]
      : []),
    ...(await answeredRequest(services, feedback, now)),
  ];
}

/**
 * Has those who read feedback see that it was taken back, where they had it in front of them: the employee, and whoever
 * was their supervisor when it was shared.
 */
export async function withdrawalNotices(
  { store }: Pick<Services, 'store'>,
  { id }: FeedbackRow,
  employee: PersonRow,
  now: number,
): Promise<Statement[]> {
  const shown = await store.all(shownFeedbackTo({ feedbackId: id }));
  const copies = await Promise.all(
    shown.map(({ personId }) => first(store, outboxByKey({ key: copyKey(id, personId) }))),
  );
  return [
    refresh('feedback', feedbackKey(id), employee.id, { feedbackId: id }, now),
    ...copies.flatMap((copy) =>
      copy?.personId ? [refresh('feedback_copy', copy.key, copy.personId, { feedbackId: id }, now)] : [],
    ),
  ];
}

/** Settles the request that shared feedback answers; somebody may have settled it meanwhile, which changes nothing. */
async function answeredRequest(
  { store }: Services,
  { id, requestId, authorId, employeeId }: FeedbackRow,
  now: number,
): Promise<Statement[]> {
  if (requestId === null) return [];
  const request = await first(store, feedbackRequestById({ id: requestId }));
  if (request?.status !== 'open') return [];
  if (request.askedId !== authorId || request.employeeId !== employeeId) return [];
  return [
    updateFeedbackRequest(request.id, request.revision, {
      status: 'answered',
      feedbackId: id,
      settledAt: now,
    }),
  ];
}

const feedbackKey = (id: string) => `feedback:${id}`;
const copyKey = (id: string, leaderId: string) => `feedback_copy:${id}:${leaderId}`;
const praiseKey = (id: string, personId: string) => `feedback_praise:${id}:${personId}`;
