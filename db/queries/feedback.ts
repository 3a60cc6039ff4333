import { and, asc, desc, eq, gte, inArray, lte, ne, sql } from 'drizzle-orm';
import { atMost, expecting, prepared, type Store, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** Feedback (umpan balik): a draft, a private note, or what was shared. */
export type FeedbackRow = Tables['feedback']['$inferSelect'];
/** An answer to feedback; or why a request was declined, then `feedbackId` is the request's id. */
export type FeedbackReplyRow = Tables['feedbackReplies']['$inferSelect'];

/** One feedback, whatever its state; who may read it is for permissions to say. */
export const feedbackById = prepared<{ id: string }>()('feedbackById', (db, t) =>
  db
    .select()
    .from(t.feedback)
    .where(eq(t.feedback.id, p('id'))),
);

/** What everybody but its author can have of feedback: shared, and no private note. */
const isShared = (t: Tables) =>
  and(eq(t.feedback.status, 'shared'), ne(t.feedback.kind, 'note'), ne(t.feedback.visibility, 'author'));

const shared = prepared<{ employeeId: string; from: string; to: string }>()('sharedFeedback', (db, t) =>
  db
    .select()
    .from(t.feedback)
    .where(
      and(
        eq(t.feedback.employeeId, p('employeeId')),
        gte(t.feedback.localDate, p('from')),
        lte(t.feedback.localDate, p('to')),
        isShared(t),
      ),
    )
    .orderBy(asc(t.feedback.localDate), asc(t.feedback.sharedAt), asc(t.feedback.id)),
);

/**
 * The shared feedback about an employee in a span of local dates, oldest first; never drafts, private notes or what was
 * taken back. Who of its readers may see which of it is for permissions to say.
 */
export const sharedFeedbackAbout = (store: Store, employeeId: string, from: string, to: string) =>
  store.all(shared({ employeeId, from, to }));

/** The newest shared feedback that an employee has received. */
export const receivedFeedback = prepared<{ employeeId: string }>()('receivedFeedback', (db, t) =>
  db
    .select()
    .from(t.feedback)
    .where(and(eq(t.feedback.employeeId, p('employeeId')), isShared(t)))
    .orderBy(desc(t.feedback.sharedAt), desc(t.feedback.id))
    .limit(atMost(5)),
);

/** The newest feedback that an author has shared. */
export const givenFeedback = prepared<{ authorId: string }>()('givenFeedback', (db, t) =>
  db
    .select()
    .from(t.feedback)
    .where(and(eq(t.feedback.authorId, p('authorId')), isShared(t)))
    .orderBy(desc(t.feedback.sharedAt), desc(t.feedback.id))
    .limit(atMost(3)),
);

/** An author's drafts that are no private notes, newest first. */
export const draftFeedback = prepared<{ authorId: string }>()('draftFeedback', (db, t) =>
  db
    .select()
    .from(t.feedback)
    .where(
      and(
        eq(t.feedback.authorId, p('authorId')),
        eq(t.feedback.status, 'draft'),
        ne(t.feedback.kind, 'note'),
      ),
    )
    .orderBy(desc(t.feedback.createdAt), desc(t.feedback.id))
    .limit(atMost(10)),
);

/** An author's own private notes, newest first; nothing else reads them. */
export const privateNotes = prepared<{ authorId: string }>()('privateNotes', (db, t) =>
  db
    .select()
    .from(t.feedback)
    .where(
      and(
        eq(t.feedback.authorId, p('authorId')),
        eq(t.feedback.status, 'draft'),
        eq(t.feedback.kind, 'note'),
      ),
    )
    .orderBy(desc(t.feedback.createdAt), desc(t.feedback.id))
    .limit(atMost(10)),
);

/** When (ms UTC) an author last shared feedback with each of some people, from an instant on. */
export const lastShared = (authorId: string, employeeIds: readonly string[], since: number) =>
  statement('lastShared', (db, t) =>
    db
      .select({
        employeeId: t.feedback.employeeId,
        at: sql<number>`max(${t.feedback.sharedAt})`.mapWith(Number),
      })
      .from(t.feedback)
      .where(
        and(
          eq(t.feedback.authorId, authorId),
          inArray(t.feedback.employeeId, [...employeeIds]),
          gte(t.feedback.sharedAt, since),
          isShared(t),
        ),
      )
      .groupBy(t.feedback.employeeId),
  );

/** Adds feedback. */
export const insertFeedback = (row: FeedbackRow) =>
  statement('insertFeedback', (db, t) => db.insert(t.feedback).values(row).returning({ id: t.feedback.id }));

/** Changes feedback if it is still at the revision that was read; its revision grows by one. */
export const updateFeedback = (id: string, revision: number, change: Partial<FeedbackRow>) =>
  expecting(
    1,
    statement('updateFeedback', (db, t) =>
      db
        .update(t.feedback)
        .set({ ...change, revision: revision + 1 })
        .where(and(eq(t.feedback.id, id), eq(t.feedback.revision, revision)))
        .returning({ id: t.feedback.id }),
    ),
  );

/** Deletes what nobody but its author has seen: a draft or a private note, at the revision that was read. */
export const deleteFeedback = (id: string, revision: number) =>
  expecting(
    1,
    statement('deleteFeedback', (db, t) =>
      db
        .delete(t.feedback)
        .where(and(eq(t.feedback.id, id), eq(t.feedback.revision, revision), eq(t.feedback.status, 'draft')))
        .returning({ id: t.feedback.id }),
    ),
  );

/** Adds an answer to feedback, or the reason for declining a request. */
export const insertFeedbackReply = (row: FeedbackReplyRow) =>
  statement('insertFeedbackReply', (db, t) =>
    db.insert(t.feedbackReplies).values(row).returning({ id: t.feedbackReplies.id }),
  );

/** One answer to feedback. */
export const feedbackReplyById = prepared<{ id: string }>()('feedbackReplyById', (db, t) =>
  db
    .select()
    .from(t.feedbackReplies)
    .where(eq(t.feedbackReplies.id, p('id'))),
);

/** The answers to one feedback, or the reason for which one request was declined; oldest first. */
export const feedbackRepliesTo = prepared<{ feedbackId: string }>()('feedbackRepliesTo', (db, t) =>
  db
    .select()
    .from(t.feedbackReplies)
    .where(eq(t.feedbackReplies.feedbackId, p('feedbackId')))
    .orderBy(asc(t.feedbackReplies.at), asc(t.feedbackReplies.id)),
);

/** Who has a message in front of them that shows a feedback. */
export const shownFeedbackTo = prepared<{ feedbackId: string }>()('shownFeedbackTo', (db, t) =>
  db
    .selectDistinct({ personId: t.postings.personId })
    .from(t.postings)
    .where(and(eq(t.postings.subject, p('feedbackId')), eq(t.postings.kind, 'feedback'))),
);
