import { feedbackRepliesTo } from '../../../db/queries/feedback.ts';
import { type FeedbackRequestRow, feedbackRequestById } from '../../../db/queries/feedback-requests.ts';
import type { PersonRow } from '../../../db/queries/people.ts';
import { first } from '../../../db/store.ts';
import { localDate, shortDate } from '../../core/local-time.ts';
import { say, withButtons } from '../../core/message.ts';
import { type Texts, textsOf } from '../../i18n/texts.ts';
import { accountFor, type NotRendered, personOf, plain, type Renderer, skip } from '../rendered.ts';
import type { Services } from '../services.ts';
import { zoneOf } from '../session.ts';
import { relationTo } from './people.ts';
import { requestTiming } from './request-timing.ts';
import { feedbackButton } from './view.ts';

/** A request for feedback, for whoever is asked. */
export const feedbackRequest: Renderer<'feedback_request'> = async (services, row, payload) => {
  const found = await load(services, row.personId, payload);
  if ('skip' in found) return found;
  const { t, request } = found;
  return message(services, found, t.feedback.request.title(found.employee.name), request.about);
};

/** The one reminder of a request; whoever is asked may have been absent since it was planned, then it waits. */
export const feedbackReminder: Renderer<'feedback_reminder'> = async (services, row, payload) => {
  const found = await load(services, row.personId, payload);
  if ('skip' in found) return found;
  const { t, request, asked, employee } = found;
  const { at } = await requestTiming(services, asked, request.createdAt);
  if (at > services.now()) return { holdUntil: at, reason: 'not_at_work' };
  return message(services, found, t.feedback.request.reminder(employee.name), request.about);
};

/** A request that was declined, with its reason, for whoever made it. */
export const feedbackDeclined: Renderer<'feedback_declined'> = async (services, row, { requestId }) => {
  const request = await first(services.store, feedbackRequestById({ id: requestId }));
  const recipient = await personOf(services, row.personId);
  const asked = request && (await personOf(services, request.askedId));
  if (!request || !asked || !recipient?.active) return skip('gone');
  if (recipient.id !== request.employeeId || request.status !== 'declined') return skip('not_allowed');
  const to = await accountFor(services, recipient, 'employee');
  if ('skip' in to) return to;
  const [reason] = await services.store.all(feedbackRepliesTo({ feedbackId: request.id }));
  const t = textsOf(recipient.locale ?? services.agency.locale);
  return plain(
    to,
    say(
      { kind: 'title', text: t.feedback.request.declined(asked.name) },
      t.feedback.notice.about(request.about),
      ...(reason ? [{ kind: 'quote' as const, text: reason.body }] : []),
    ),
  );
};

interface Found {
  t: Texts;
  request: FeedbackRequestRow;
  asked: PersonRow;
  employee: PersonRow;
}

/** A request that still waits for this recipient, who may still answer it. */
async function load(
  services: Services,
  recipientId: string | null,
  { requestId, revision }: { requestId: string; revision: number },
): Promise<Found | NotRendered> {
  const request = await first(services.store, feedbackRequestById({ id: requestId }));
  const asked = await personOf(services, recipientId);
  const employee = request && (await personOf(services, request.employeeId));
  if (!request || !asked || !employee) return skip('gone');
  if (request.status !== 'open') return skip('settled');
  if (request.askedId !== asked.id || request.revision !== revision) return skip('handed_over');
  const today = localDate(services.now(), zoneOf(employee, services));
  if (!(await relationTo(services, asked, employee, today))) return skip('not_allowed');
  return { t: textsOf(asked.locale ?? services.agency.locale), request, asked, employee };
}

async function message(
  services: Services,
  { t, request, asked, employee }: Found,
  title: string,
  about: string,
) {
  const leads = employee.supervisorId === asked.id;
  const to = await accountFor(services, asked, leads ? 'supervisor' : 'employee');
  if ('skip' in to) return to;
  const zone = zoneOf(asked, services);
  const locale = asked.locale ?? services.agency.locale;
  const date = shortDate(localDate(request.createdAt, zone), locale, localDate(services.now(), zone));
  const { id } = request;
  return {
    ...plain(
      to,
      withButtons(
        say({ kind: 'title', text: title }, t.feedback.notice.about(about), { kind: 'note', text: date }),
        [
          { ...feedbackButton('answer', t.feedback.button.answer(), id), style: 'primary' as const },
          feedbackButton('decline', t.feedback.button.decline(), id),
        ],
      ),
    ),
    // What a supervisor gets as such is not counted.
    conversation: leads,
  };
}
