import { openRequestsBetween, updateFeedbackRequest } from '../../../db/queries/feedback-requests.ts';
import { personById } from '../../../db/queries/people.ts';
import { first, type Statement } from '../../../db/store.ts';
import type { Services } from '../services.ts';
import { requestNotices } from './request.ts';
import { requestTiming } from './request-timing.ts';

/**
 * Moves the open requests of an employee from one supervisor to the next, who is told and reminded by their own calendar.
 *
 * Feedback that was shared stays with its author and its readers; drafts and private notes never move.
 */
export async function handOverRequests(
  services: Services,
  personId: string,
  fromSupervisor: string,
  toSupervisor: string,
  now: number,
): Promise<Statement[]> {
  const { store } = services;
  const next = await first(store, personById({ id: toSupervisor }));
  if (!next || fromSupervisor === toSupervisor || toSupervisor === personId) return [];
  const open = await store.all(openRequestsBetween({ employeeId: personId, askedId: fromSupervisor }));
  const moved = await Promise.all(
    open.map(async (request) => [
      updateFeedbackRequest(request.id, request.revision, { askedId: next.id }),
      ...requestNotices(
        { id: request.id, askedId: next.id, revision: request.revision + 1 },
        (await requestTiming(services, next, now)).at,
        now,
      ),
    ]),
  );
  return moved.flat();
}
