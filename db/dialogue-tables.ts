import type { Behaviour } from '../src/core/plan/content.ts';
import type { Columns } from './columns.ts';

/** Tables of feedback (umpan balik), performance dialogues (dialog kinerja) and what was agreed in them. */
export function defineDialogueTables(c: Columns) {
  const feedback = c.table(
    'feedback',
    {
      id: c.key('id'),
      authorId: c.text('author_id').notNull(),
      employeeId: c.text('employee_id').notNull(),
      kind: c.text('kind').$type<'praise' | 'improve' | 'note'>().notNull(),
      /** Who reads it besides its author: nobody, the employee, the supervisor as well, or the team. */
      visibility: c.text('visibility').$type<'author' | 'employee' | 'leader' | 'team'>().notNull(),
      /** What the author was to the employee. */
      relation: c.text('relation').$type<'supervisor' | 'peer' | 'subordinate'>().notNull(),
      status: c.text('status').$type<'draft' | 'shared' | 'withdrawn'>().notNull(),
      body: c.text('body').notNull(),
      behaviours: c.json('behaviours').$type<Behaviour[]>().notNull(),
      workResultId: c.text('work_result_id'),
      entryId: c.text('entry_id'),
      requestId: c.text('request_id'),
      dialogueId: c.text('dialogue_id'),
      /** Local date of the employee. */
      localDate: c.text('local_date').notNull(),
      revision: c.int('revision').notNull(),
      createdAt: c.int('created_at').notNull(),
      sharedAt: c.int('shared_at'),
      /** When the employee acknowledged it. */
      readAt: c.int('read_at'),
    },
    (t) => [
      c.index('feedback_employee').on(t.employeeId, t.localDate),
      c.index('feedback_author').on(t.authorId, t.status),
    ],
  );

  const feedbackReplies = c.table(
    'feedback_replies',
    {
      id: c.key('id'),
      feedbackId: c.text('feedback_id').notNull(),
      authorId: c.text('author_id').notNull(),
      body: c.text('body').notNull(),
      at: c.int('at').notNull(),
    },
    (t) => [c.index('feedback_replies_feedback').on(t.feedbackId)],
  );

  const feedbackRequests = c.table(
    'feedback_requests',
    {
      id: c.key('id'),
      employeeId: c.text('employee_id').notNull(),
      /** Who is asked. */
      askedId: c.text('asked_id').notNull(),
      about: c.text('about').notNull(),
      workResultId: c.text('work_result_id'),
      status: c.text('status').$type<'open' | 'answered' | 'declined' | 'withdrawn'>().notNull(),
      feedbackId: c.text('feedback_id'),
      revision: c.int('revision').notNull(),
      createdAt: c.int('created_at').notNull(),
      settledAt: c.int('settled_at'),
    },
    (t) => [
      c.index('feedback_requests_asked').on(t.askedId, t.status),
      c.index('feedback_requests_employee').on(t.employeeId),
    ],
  );

  const dialogues = c.table(
    'dialogues',
    {
      id: c.key('id'),
      employeeId: c.text('employee_id').notNull(),
      leaderId: c.text('leader_id').notNull(),
      kind: c
        .text('kind')
        .$type<'expectations' | 'feedback' | 'guidance' | 'counselling' | 'evaluation'>()
        .notNull(),
      status: c
        .text('status')
        .$type<'proposed' | 'agreed' | 'declined' | 'cancelled' | 'held' | 'confirmed'>()
        .notNull(),
      startsAt: c.int('starts_at').notNull(),
      /** Whose turn it is to answer is the other one. */
      proposedBy: c.text('proposed_by').notNull(),
      place: c.text('place'),
      /** Why it was proposed, moved, declined or cancelled. */
      reason: c.text('reason'),
      workResultId: c.text('work_result_id'),
      /** The minutes, a line an item; each revision is confirmed anew by both. */
      minutes: c.json('minutes').$type<string[]>(),
      minutesRevision: c.int('minutes_revision').notNull(),
      minutesBy: c.text('minutes_by'),
      employeeConfirmedAt: c.int('employee_confirmed_at'),
      leaderConfirmedAt: c.int('leader_confirmed_at'),
      heldOn: c.text('held_on'),
      revision: c.int('revision').notNull(),
      createdAt: c.int('created_at').notNull(),
      updatedAt: c.int('updated_at').notNull(),
    },
    (t) => [
      c.index('dialogues_employee').on(t.employeeId, t.startsAt),
      c.index('dialogues_leader').on(t.leaderId, t.status),
    ],
  );

  /** What each side prepared for a dialogue; the other one sees it once it is shared. */
  const dialogueAnswers = c.table('dialogue_answers', {
    /** `<dialogue>:<person>` */
    id: c.key('id'),
    dialogueId: c.text('dialogue_id').notNull(),
    personId: c.text('person_id').notNull(),
    answers: c.json('answers').$type<Record<string, string>>().notNull(),
    shared: c.bool('shared').notNull(),
    revision: c.int('revision').notNull(),
    updatedAt: c.int('updated_at').notNull(),
  });

  /** What was agreed upon (tindak lanjut), with its owner and date. */
  const commitments = c.table(
    'commitments',
    {
      id: c.key('id'),
      employeeId: c.text('employee_id').notNull(),
      leaderId: c.text('leader_id').notNull(),
      dialogueId: c.text('dialogue_id'),
      ownerId: c.text('owner_id').notNull(),
      what: c.text('what').notNull(),
      /** Local date. */
      dueOn: c.text('due_on').notNull(),
      status: c.text('status').$type<'open' | 'done' | 'dropped'>().notNull(),
      note: c.text('note'),
      revision: c.int('revision').notNull(),
      createdAt: c.int('created_at').notNull(),
      closedAt: c.int('closed_at'),
    },
    (t) => [
      c.index('commitments_employee').on(t.employeeId, t.status),
      c.index('commitments_owner').on(t.ownerId, t.status),
    ],
  );

  return { feedback, feedbackReplies, feedbackRequests, dialogues, dialogueAnswers, commitments };
}
