import { feedbackIn, giveFeedbackForm } from '../../../conversations/feedback.ts';
import type { FeedbackContext, Topic } from '../../../conversations/feedback-parts.ts';
import type { BoundForm } from '../../../conversations/form.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import {
  type FeedbackRow,
  feedbackById,
  insertFeedback,
  updateFeedback,
} from '../../../db/queries/feedback.ts';
import { feedbackRequestById } from '../../../db/queries/feedback-requests.ts';
import { type PersonRow, personById } from '../../../db/queries/people.ts';
import { first } from '../../../db/store.ts';
import {
  FEEDBACK_KINDS,
  FEEDBACK_VISIBILITIES,
  type FeedbackKind,
  kindsFor,
  visibilitiesFor,
} from '../../core/feedback/kinds.ts';
import { localDate } from '../../core/local-time.ts';
import { type Block, type Message, say, withButtons } from '../../core/message.ts';
import { draftButton, draftMessage } from '../draft-view.ts';
import { answered, type Outcome } from '../outcome.ts';
import { type Session, zoneOf } from '../session.ts';
import { type Audience, audienceOf, peersAllowed, relationTo } from './people.ts';
import { shareWrites } from './share.ts';
import { topicOf, topicsOf } from './topics.ts';
import { contextLines, feedbackButton, readersText, tagLines } from './view.ts';

/** What is known of feedback before its form is opened. */
interface Beginning {
  kind?: FeedbackKind;
  topic?: Topic;
  requestId?: string;
  /** A stored draft that is to be changed. */
  stored?: FeedbackRow;
}

/** A form for feedback to somebody. */
export function newFeedback(
  session: Session,
  employee: Pick<PersonRow, 'id'>,
  begin: Beginning = {},
): DraftRow {
  const { services, person, now } = session;
  const { kind, requestId, stored } = begin;
  const topic = begin.topic ?? (stored && topicOf(stored));
  const asked = requestId ?? stored?.requestId ?? null;
  return {
    id: services.newId(),
    personId: person.id,
    form: giveFeedbackForm.id,
    subject: {
      employeeId: employee.id,
      ...(topic && { topicKind: topic.kind, topicId: topic.id }),
      ...(asked !== null && { requestId: asked }),
      ...(stored && { feedbackId: stored.id, feedbackRevision: String(stored.revision) }),
    },
    answers: {
      ...(kind && { kind }),
      ...(topic && { about: topic }),
      ...(stored && {
        kind: stored.kind,
        about: topic ?? null,
        text: stored.body,
        values: stored.behaviours.length > 0 ? stored.behaviours : null,
      }),
    },
    editing: null,
    listening: false,
    revision: 1,
    updatedAt: now,
  };
}

/** What the questions about feedback need to know; null where its employee is gone. */
export async function feedbackContext(session: Session, draft: DraftRow): Promise<FeedbackContext | null> {
  const { services, person, t, today } = session;
  const { employeeId = '', requestId } = draft.subject;
  const employee = await first(services.store, personById({ id: employeeId }));
  if (!employee) return null;
  const [relation, audience, request] = await Promise.all([
    relationTo(services, person, employee, today),
    audienceOf(services, person.id, employee, today),
    requestId ? first(services.store, feedbackRequestById({ id: requestId })) : null,
  ]);
  // Whoever has lost the right to give feedback meanwhile is told so at the end, and not asked any more.
  const kinds = kindsFor(relation ?? 'peer').filter((kind) => kind !== 'note' || !request);
  const readers = (visibility: (typeof FEEDBACK_VISIBILITIES)[number]) =>
    readersText(t, person.id, person, employee, audience, visibility);
  return {
    t,
    to: employee.name,
    kinds,
    visibilities: table(FEEDBACK_KINDS, (kind) =>
      relation ? visibilitiesFor(kind, audience.scope) : ['employee' as const],
    ),
    leaderId: audience.leader?.id ?? null,
    readers: table(FEEDBACK_VISIBILITIES, readers),
    topics: await topicsOf(session, employee, draft),
    request: request?.about ?? null,
  };
}

/** Everything as it will be shared, and who will read it. */
export async function feedbackReview(session: Session, draft: DraftRow, form: BoundForm): Promise<Message> {
  const { t, person, services, today } = session;
  const context = await feedbackContext(session, draft);
  const employee = await first(services.store, personById({ id: draft.subject.employeeId ?? '' }));
  if (!context || !employee) return draftMessage(session, draft, form);
  const given = feedbackIn(draft.answers, context);
  const audience = await audienceOf(services, person.id, employee, today);
  const { review, button } = t.feedback;
  const note = given.kind === 'note';
  const about = context.topics.find(({ id }) => id === given.topic?.id)?.label ?? null;
  const blocks: Block[] = [
    { kind: 'title', text: review.title(given.kind, employee.name) },
    ...contextLines(t, about, context.request),
    { kind: 'quote', text: given.body },
    ...tagLines(t, given),
    {
      kind: 'line',
      parts: [
        {
          bold: note
            ? review.noteReaders()
            : review.readers(readersText(t, person.id, person, employee, audience, given.visibility)),
        },
      ],
    },
    ...(note ? [] : [{ kind: 'note' as const, text: review.until() }]),
  ];
  const op = draftButton(draft);
  return withButtons(
    { blocks, buttons: [], files: [] },
    [
      { ...op('confirm', note ? button.saveNote() : button.share()), style: 'primary' },
      ...(note ? [] : [op('add', button.saveDraft())]),
    ],
    [op('menu', t.button.change()), op('cancel', t.button.cancel())],
  );
}

/** Shares what a finished form holds, or keeps it as a draft (`add`) or as a private note. */
export async function finishFeedback(
  session: Session,
  draft: DraftRow,
  op: 'confirm' | 'add' | 'replace',
): Promise<Outcome> {
  const { services, person, t, now, today } = session;
  const done = deleteDraft(draft.id, draft.revision);
  const { employeeId = '', requestId = null, feedbackId, feedbackRevision } = draft.subject;
  const employee = await first(services.store, personById({ id: employeeId }));
  const context = await feedbackContext(session, draft);
  if (!employee || !context) return answered(say(t.problem.gone()), done);
  const relation = await relationTo(services, person, employee, today);
  if (!relation) return answered(say(await refusal(session, employee)), done);
  const { topic, ...given } = feedbackIn(draft.answers, context);
  const shares = op !== 'add' && given.kind !== 'note';
  const row: FeedbackRow = {
    id: feedbackId ?? draft.id,
    authorId: person.id,
    employeeId,
    relation,
    // A private note stays a draft for ever: nothing that is shared can be one.
    status: shares ? 'shared' : 'draft',
    ...given,
    workResultId: topic?.kind === 'result' ? topic.id : null,
    entryId: topic?.kind === 'entry' ? topic.id : null,
    requestId: given.kind === 'note' ? null : requestId,
    dialogueId: null,
    localDate: localDate(now, zoneOf(employee, services)),
    revision: 1,
    createdAt: now,
    sharedAt: shares ? now : null,
    readAt: null,
  };
  const stored = feedbackId ? await first(services.store, feedbackById({ id: feedbackId })) : null;
  if (feedbackId && !isChangeable(stored, session, feedbackRevision))
    return answered(say(t.feedback.drafts.changed()), done);
  const { id, revision: _, createdAt: __, ...change } = row;
  const write = stored ? updateFeedback(id, stored.revision, change) : insertFeedback(row);
  if (!shares) {
    const said = given.kind === 'note' ? t.feedback.saved.note(employee.name) : t.feedback.saved.draft();
    return answered(say(said), done, write);
  }
  const audience = await audienceOf(services, person.id, employee, today);
  const notices = await shareWrites(services, row, employee, audience, now);
  return answered(sharedReceipt(session, row, employee, audience), done, write, ...notices);
}

/** What the author sees once feedback is shared. */
export function sharedReceipt(
  { t, person }: Session,
  { id, visibility }: FeedbackRow,
  employee: PersonRow,
  audience: Audience,
): Message {
  const readers = readersText(t, person.id, person, employee, audience, visibility);
  return withButtons(say(t.feedback.saved.shared(employee.name, readers)), [
    feedbackButton('withdraw', t.feedback.button.withdraw(), id),
  ]);
}

/** Says who may give somebody feedback, to whoever may not. */
export async function refusal({ services, t, today }: Session, employee: PersonRow): Promise<string> {
  return t.feedback.problem.notAllowed(employee.name, await peersAllowed(services, employee, today));
}

function isChangeable(stored: FeedbackRow | null, { person }: Session, revision = ''): boolean {
  return stored?.status === 'draft' && stored.authorId === person.id && String(stored.revision) === revision;
}

function table<K extends string, V>(keys: readonly K[], make: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, V>;
}
