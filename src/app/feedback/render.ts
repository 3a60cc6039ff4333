import { type FeedbackRow, feedbackById, feedbackReplyById } from '../../../db/queries/feedback.ts';
import type { AccountRow, PersonRow } from '../../../db/queries/people.ts';
import { type PostingRow, postingsAbout } from '../../../db/queries/talks.ts';
import { first } from '../../../db/store.ts';
import { localDate, shortDate } from '../../core/local-time.ts';
import { say } from '../../core/message.ts';
import { canReadFeedback, isSupervisorOf, isTeammate } from '../../core/permissions.ts';
import { textsOf } from '../../i18n/texts.ts';
import { clip } from '../entry-view.ts';
import { accountFor, personOf, type Rendered, type Renderer, type RenderResult, skip } from '../rendered.ts';
import type { Services } from '../services.ts';
import { zoneOf } from '../session.ts';
import { contextLines, feedbackMessage, tagLines, topicText, type Viewer, withdrawnMessage } from './view.ts';

/** Shared feedback, for the employee; one that was taken back is replaced where it was shown. */
export const feedback: Renderer<'feedback'> = async (services, row, { feedbackId }) => {
  const found = await load(services, row.personId, feedbackId);
  if (!found || found.recipient.id !== found.row.employeeId) return skip('not_allowed');
  const { recipient, viewer } = found;
  const to = await accountFor(services, recipient, 'employee');
  if ('skip' in to) return to;
  if (found.row.status === 'withdrawn') return takenBack(services, found, to);
  if (!canReadFeedback(recipient, found.row, found.employee)) return skip('not_allowed');
  const message = await feedbackMessage(services, viewer, found.row);
  return message ? posted(to, message, found.row) : skip('gone');
};

/** Shared feedback, for the employee's supervisor of now, where its author chose so. */
export const feedbackCopy: Renderer<'feedback_copy'> = async (services, row, { feedbackId }) => {
  const found = await load(services, row.personId, feedbackId);
  if (!found) return skip('gone');
  const { recipient, employee, author, viewer } = found;
  const to = await accountFor(services, recipient, 'supervisor');
  if ('skip' in to) return to;
  if (found.row.status === 'withdrawn') return takenBack(services, found, to);
  if (!isSupervisorOf(recipient, employee)) return skip('not_supervisor');
  if (!canReadFeedback(recipient, found.row, employee)) return skip('not_allowed');
  const { t } = viewer;
  const about = await topicText(services, viewer, found.row);
  const message = say(
    { kind: 'title', text: t.feedback.notice.copy(author.name, employee.name) },
    t.feedback.kind(found.row.kind),
    ...contextLines(t, about, null),
    { kind: 'quote', text: found.row.body },
    ...tagLines(t, found.row),
    { kind: 'note', text: t.feedback.notice.copyWhy(employee.name) },
  );
  return posted(to, message, found.row);
};

/** Praise for a colleague, for the team; what it is about is the employee's own and stays out. */
export const feedbackPraise: Renderer<'feedback_praise'> = async (services, row, { feedbackId }) => {
  const found = await load(services, row.personId, feedbackId);
  if (!found) return skip('gone');
  const { recipient, employee, author, viewer } = found;
  if (found.row.status === 'withdrawn') return skip('withdrawn');
  if (!isTeammate(recipient, employee)) return skip('not_in_team');
  if (!canReadFeedback(recipient, found.row, employee)) return skip('not_allowed');
  const to = await accountFor(services, recipient, 'employee');
  if ('skip' in to) return to;
  const { t } = viewer;
  const message = say(
    { kind: 'title', text: t.feedback.notice.praise(author.name, employee.name) },
    { kind: 'quote', text: found.row.body },
    ...tagLines(t, found.row),
    { kind: 'note', text: t.feedback.notice.praiseWhy() },
  );
  return posted(to, message, found.row);
};

/** An answer to feedback, for the other side, in the thread of what they have of it. */
export const feedbackReply: Renderer<'feedback_reply'> = async (services, row, { replyId }) => {
  const reply = await first(services.store, feedbackReplyById({ id: replyId }));
  const found = reply && (await load(services, row.personId, reply.feedbackId));
  const from = reply && (await personOf(services, reply.authorId));
  if (!reply || !found || !from) return skip('gone');
  const { recipient, employee, viewer } = found;
  if (found.row.status !== 'shared') return skip('withdrawn');
  const sides = [found.row.authorId, found.row.employeeId];
  if (!recipient.active || recipient.id === from.id || !sides.includes(recipient.id))
    return skip('not_allowed');
  const isEmployee = recipient.id === employee.id;
  const to = await accountFor(services, recipient, isEmployee ? 'employee' : 'supervisor');
  if ('skip' in to) return to;
  const { t } = viewer;
  const root = await shownBefore(services, found, to);
  const message = say(
    { kind: 'title', text: t.feedback.notice.reply(from.name) },
    { kind: 'note', text: t.feedback.notice.replyAbout(clip(found.row.body, 120)) },
    { kind: 'quote', text: reply.body },
    { kind: 'note', text: t.feedback.notice.howto() },
  );
  return { ...posted(to, message, found.row), thread: root?.messageId ?? null, conversation: true };
};

/** Everything that the renderers need to know about one feedback and its recipient. */
interface Found {
  row: FeedbackRow;
  recipient: PersonRow;
  author: PersonRow;
  employee: PersonRow;
  viewer: Viewer;
}

async function load(
  services: Services,
  recipientId: string | null,
  feedbackId: string,
): Promise<Found | null> {
  const row = await first(services.store, feedbackById({ id: feedbackId }));
  if (!row) return null;
  const [recipient, author, employee] = await Promise.all(
    [recipientId, row.authorId, row.employeeId].map((id) => personOf(services, id)),
  );
  if (!recipient || !author || !employee) return null;
  const locale = recipient.locale ?? services.agency.locale;
  const zone = zoneOf(recipient, services);
  const viewer = { t: textsOf(locale), locale, person: recipient, zone, now: services.now() };
  return { row, recipient, author, employee, viewer };
}

const posted = (account: AccountRow, message: Rendered['message'], { id }: FeedbackRow): Rendered => ({
  account,
  message,
  thread: null,
  edit: null,
  posting: { kind: 'feedback', subject: id, entryId: null },
});

/** The first message that a recipient has of a feedback. */
async function shownBefore(
  services: Services,
  { row, recipient }: Found,
  { platform, address }: AccountRow,
): Promise<PostingRow | null> {
  const about = { subject: row.id, personId: recipient.id, platform };
  const postings = await services.store.all(postingsAbout(about));
  return postings.find((p) => p.kind === 'feedback' && p.address === address) ?? null;
}

async function takenBack(services: Services, found: Found, to: AccountRow): Promise<RenderResult> {
  const edit = await shownBefore(services, found, to);
  if (!edit) return skip('withdrawn');
  const { t, locale, zone, now } = found.viewer;
  const today = localDate(now, zone);
  const message = withdrawnMessage(t, found.author.name, shortDate(today, locale, today));
  return { account: to, message, thread: null, edit, posting: null };
}
