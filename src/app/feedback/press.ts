import { entryById } from '../../../db/queries/entries.ts';
import { type FeedbackRow, feedbackById } from '../../../db/queries/feedback.ts';
import { type FeedbackRequestRow, feedbackRequestById } from '../../../db/queries/feedback-requests.ts';
import { personById } from '../../../db/queries/people.ts';
import { first } from '../../../db/store.ts';
import { say } from '../../core/message.ts';
import { canAnswerFeedback, canReadEntry, canReadFeedback } from '../../core/permissions.ts';
import { begin } from '../drafts.ts';
import { answered, edited, type Outcome, toast } from '../outcome.ts';
import type { PressRoom } from '../rooms.ts';
import type { Session } from '../session.ts';
import { newFeedback, refusal } from './form.ts';
import { relationTo } from './people.ts';
import { acknowledge, newAnswer } from './reply.ts';
import { takeBack } from './request.ts';
import { answerRequest, askForFeedback, declineRequest } from './request-open.ts';
import { changeDraft, deleteStored, listDrafts, listNotes, openDraft, shareDraft } from './stored.ts';
import { feedbackMessage } from './view.ts';
import { withdraw } from './withdraw.ts';

/** Does what a button of feedback says. */
export const pressFeedback: PressRoom = async (session, { op, id, arg }) => {
  const { t } = session;
  if (id === null) {
    if (op === 'ask') return askForFeedback(session, '');
    if (op === 'drafts') return listDrafts(session);
    return op === 'notes' ? listNotes(session) : toast(t.problem.unknownButton());
  }
  if (op === 'give') return give(session, id);
  if (op === 'about') return giveAbout(session, id);
  const onRequest = requestOps[op];
  if (onRequest) {
    const request = await first(session.services.store, feedbackRequestById({ id }));
    return request ? onRequest(session, request) : toast(t.problem.gone());
  }
  const row = await first(session.services.store, feedbackById({ id }));
  const onRow = feedbackOps[op];
  if (!onRow) return toast(t.problem.unknownButton());
  // What somebody may not read is not there for them, a draft or a private note of another above all.
  if (!row || !(await mayKnow(session, row))) return toast(t.problem.gone());
  return onRow(session, row, arg);
};

type OnRequest = (session: Session, request: FeedbackRequestRow) => Outcome | Promise<Outcome>;
type OnFeedback = (session: Session, row: FeedbackRow, arg: string) => Outcome | Promise<Outcome>;

const requestOps: Record<string, OnRequest> = {
  answer: answerRequest,
  decline: declineRequest,
  take_back: takeBack,
};

const feedbackOps: Record<string, OnFeedback> = {
  open,
  read: acknowledge,
  reply,
  withdraw: (session, row) => withdraw(session, row, false),
  'withdraw!': (session, row) => withdraw(session, row, true),
  keep: ({ t }) => edited(say(t.feedback.withdraw.kept())),
  draft: own((session, row) => (isOpenDraft(row) ? openDraft(session, row) : closed(session))),
  share: own(shareDraft),
  change: own((session, row) => (isOpenDraft(row) ? changeDraft(session, row) : closed(session))),
  delete: own(deleteStored),
};

/** Only for the author. */
function own(run: OnFeedback): OnFeedback {
  return (session, row, arg) =>
    row.authorId === session.person.id ? run(session, row, arg) : toast(session.t.problem.gone());
}

const isOpenDraft = (row: FeedbackRow) => row.status === 'draft' && row.kind !== 'note';
const closed = ({ t }: Session) => toast(t.feedback.drafts.already());

async function mayKnow({ services, person }: Session, row: FeedbackRow): Promise<boolean> {
  // Its recipient is told that it was taken back.
  if (row.status === 'withdrawn' && row.employeeId === person.id) return true;
  const employee = await first(services.store, personById({ id: row.employeeId }));
  return employee !== null && canReadFeedback(person, row, employee);
}

async function give(session: Session, employeeId: string): Promise<Outcome> {
  const { services, person, t, today } = session;
  const employee = await first(services.store, personById({ id: employeeId }));
  if (!employee) return toast(t.problem.gone());
  if (!(await relationTo(services, person, employee, today))) return toast(await refusal(session, employee));
  return begin(session, newFeedback(session, employee));
}

async function giveAbout(session: Session, entryId: string): Promise<Outcome> {
  const { services, person, t } = session;
  const entry = await first(services.store, entryById({ id: entryId }));
  const employee = entry && (await first(services.store, personById({ id: entry.personId })));
  if (!entry || !employee || entry.status === 'withdrawn') return toast(t.problem.gone());
  if (person.id === employee.id || !canReadEntry(person, employee))
    return toast(await refusal(session, employee));
  return begin(session, newFeedback(session, employee, { topic: { kind: 'entry', id: entry.id } }));
}

async function open(session: Session, row: FeedbackRow): Promise<Outcome> {
  const { services, person, t, locale, zone, now } = session;
  if (row.status === 'withdrawn') return toast(t.feedback.withdraw.already());
  if (row.status === 'draft') return toast(t.problem.gone());
  const message = await feedbackMessage(services, { t, locale, person, zone, now }, row);
  return message ? answered(message) : toast(t.problem.gone());
}

async function reply(session: Session, row: FeedbackRow): Promise<Outcome> {
  const { person, t } = session;
  if (row.status === 'withdrawn') return toast(t.feedback.withdraw.already());
  if (!canAnswerFeedback(person, row)) return toast(t.feedback.problem.notYours());
  return begin(session, newAnswer(session, row));
}
