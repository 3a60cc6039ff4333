import { type RemarkContext, WHOLE_DAY } from '../../conversations/remark.ts';
import { type DraftRow, deleteDraft } from '../../db/queries/drafts.ts';
import { type EntryRow, entriesBetween, updateEntry } from '../../db/queries/entries.ts';
import { type PersonRow, personById } from '../../db/queries/people.ts';
import { insertTalk, type PostingRow, talkById, talksOfDay } from '../../db/queries/talks.ts';
import { first, type Statement } from '../../db/store.ts';
import { isAppreciation } from '../core/appreciation.ts';
import { say } from '../core/message.ts';
import type { TalkKind } from '../core/model.ts';
import { canReadTalk, canReview } from '../core/permissions.ts';
import { history } from './entries.ts';
import { notify, refreshCard } from './notices.ts';
import { answered, type Outcome } from './outcome.ts';
import { refreshDigests } from './refresh-digests.ts';
import type { Session } from './session.ts';

/** The day, and perhaps the activity, that a remark is about. */
interface Topic {
  employee: PersonRow;
  date: string;
  entryId: string | null;
}

/** A form that ends in a remark, for a day or in answer to a remark. */
export function newRemark(
  session: Session,
  form: 'feedback' | 'return' | 'answer',
  subject: { employeeId: string; date: string; entryId?: string },
): DraftRow {
  return {
    id: session.services.newId(),
    personId: session.person.id,
    form,
    subject,
    answers: {},
    editing: null,
    listening: false,
    revision: 1,
    updatedAt: session.now,
  };
}

/** The form in which a remark is answered; null for whoever may not read it. */
export async function answerTo(session: Session, talkId: string): Promise<DraftRow | null> {
  const talk = await first(session.services.store, talkById({ id: talkId }));
  if (!talk || !canReadTalk(session.person, talk)) return null;
  const { employeeId, localDate, entryId } = talk;
  return newRemark(session, 'answer', { employeeId, date: localDate, ...(entryId && { entryId }) });
}

/** What a remark's questions need to know; null when there is nobody to send it to. */
export async function remarkContext(session: Session, draft: DraftRow): Promise<RemarkContext | null> {
  const { employeeId = '', date = '' } = draft.subject;
  const employee = await first(session.services.store, personById({ id: employeeId }));
  const to = employee && (await counterpart(session, employee));
  if (!to) return null;
  const entries = await entriesOf(session, employeeId, date);
  return { t: session.t, to: to.name, entries, wholeDay: draft.form === 'feedback' };
}

/** Sends the remark that a finished form holds. */
export async function finishRemark(session: Session, draft: DraftRow): Promise<Outcome> {
  const { employeeId = '', date = '' } = draft.subject;
  const entries = await entriesOf(session, employeeId, date);
  const named = draft.subject.entryId ?? (draft.answers.about === WHOLE_DAY ? null : draft.answers.about);
  const entryId =
    named === undefined && entries.length === 1 ? entries[0]!.id : ((named as string | null) ?? null);
  const body = String(draft.answers.text);
  const outcome =
    draft.form === 'return'
      ? await returnEntry(session, entries.find((entry) => entry.id === entryId) ?? null, body)
      : await send(session, employeeId, date, entryId, body, draft.form === 'answer' ? 'reply' : 'feedback');
  return { ...outcome, writes: [deleteDraft(draft.id, draft.revision), ...outcome.writes] };
}

/** A reply to one of our messages about a day: feedback of the supervisor, or an answer of the employee. */
export async function replyInThread(session: Session, posting: PostingRow, body: string): Promise<Outcome> {
  const { employeeId, date, entryId } = await topicOf(session, posting);
  return send(session, employeeId, date, entryId, body, posting.kind === 'card' ? 'feedback' : 'reply');
}

/** A reaction of the supervisor to one of our messages about a day, as an appreciation for the employee. */
export async function appreciate(session: Session, posting: PostingRow, emoji: string): Promise<Statement[]> {
  if (!isAppreciation(emoji)) return [];
  const { employeeId, date, entryId } = await topicOf(session, posting);
  const employee = await first(session.services.store, personById({ id: employeeId }));
  if (!employee || !canReview(session.person, employee)) return [];
  const day = await session.services.store.all(talksOfDay({ employeeId, localDate: date }));
  const again = day.some(
    ({ talk }) => talk.kind === 'appreciation' && talk.body === emoji && talk.entryId === entryId,
  );
  if (again) return [];
  return remark(session, { employee, date, entryId }, employee.id, 'appreciation', emoji);
}

/** A remark, stored and on its way to its recipient. */
export function remark(
  session: Session,
  topic: Topic,
  recipientId: string,
  kind: TalkKind,
  body: string,
): Statement[] {
  const { services, person, now } = session;
  const id = services.newId();
  const { employee, date, entryId } = topic;
  return [
    insertTalk({
      id,
      employeeId: employee.id,
      localDate: date,
      entryId,
      authorId: person.id,
      recipientId,
      kind,
      body,
      at: now,
    }),
    notify('talk', `talk:${id}`, recipientId, { talkId: id }, now),
  ];
}

async function send(
  session: Session,
  employeeId: string,
  date: string,
  entryId: string | null,
  body: string,
  kind: 'feedback' | 'reply',
): Promise<Outcome> {
  const { services, person, t } = session;
  const employee = await first(services.store, personById({ id: employeeId }));
  const to = employee && (await counterpart(session, employee));
  if (!employee || !to) {
    return answered(say(employee?.id === person.id ? t.talk.nobody() : t.problem.notAllowed()));
  }
  const said = employee.id === person.id ? 'reply' : kind;
  return answered(
    say(t.talk.sent(to.name)),
    ...remark(session, { employee, date, entryId }, to.id, said, body),
  );
}

async function returnEntry(session: Session, entry: EntryRow | null, reason: string): Promise<Outcome> {
  const { services, person, t, now } = session;
  const employee = entry && (await first(services.store, personById({ id: entry.personId })));
  if (!entry || !employee) return answered(say(t.talk.noEntries()));
  if (!canReview(person, employee)) return answered(say(t.problem.notAllowed()));
  const returned: EntryRow = { ...entry, status: 'returned', revision: entry.revision + 1 };
  return answered(
    say(t.talk.returnedToast(employee.name)),
    updateEntry(entry.id, entry.revision, { status: 'returned' }),
    history(session, returned, 'returned', reason),
    ...remark(
      session,
      { employee, date: entry.localDate, entryId: entry.id },
      employee.id,
      'returned',
      reason,
    ),
    ...refreshCard(employee, entry.localDate, now),
    ...(await refreshDigests(services, employee.id, entry.localDate)),
  );
}

/** Who a remark of the sender about an employee goes to: their supervisor, or the employee; null for outsiders. */
async function counterpart(session: Session, employee: PersonRow): Promise<PersonRow | null> {
  const { services, person } = session;
  if (canReview(person, employee)) return employee;
  if (person.id !== employee.id || !employee.supervisorId) return null;
  const supervisor = await first(services.store, personById({ id: employee.supervisorId }));
  // Who has left reads nothing any more.
  return supervisor?.active ? supervisor : null;
}

async function topicOf(
  session: Session,
  posting: PostingRow,
): Promise<{ employeeId: string; date: string; entryId: string | null }> {
  const [employeeId = '', date = ''] = posting.subject.split(':');
  if (posting.entryId) return { employeeId, date, entryId: posting.entryId };
  const entries = await entriesOf(session, employeeId, date);
  return { employeeId, date, entryId: entries.length === 1 ? entries[0]!.id : null };
}

const entriesOf = (session: Session, personId: string, date: string) =>
  session.services.store.all(entriesBetween({ personId, from: date, to: date }));
