import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { atMost, expecting, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** Somebody's wish for feedback. */
export type FeedbackRequestRow = Tables['feedbackRequests']['$inferSelect'];

/** One request. */
export const feedbackRequestById = prepared<{ id: string }>()('feedbackRequestById', (db, t) =>
  db
    .select()
    .from(t.feedbackRequests)
    .where(eq(t.feedbackRequests.id, p('id'))),
);

/** What somebody is asked for and has not settled, the longest waiting first. */
export const requestsWaitingFor = prepared<{ askedId: string }>()('requestsWaitingFor', (db, t) =>
  db
    .select()
    .from(t.feedbackRequests)
    .where(and(eq(t.feedbackRequests.askedId, p('askedId')), eq(t.feedbackRequests.status, 'open')))
    .orderBy(asc(t.feedbackRequests.createdAt), asc(t.feedbackRequests.id)),
);

/** The newest requests of somebody. */
export const requestsOf = prepared<{ employeeId: string }>()('requestsOf', (db, t) =>
  db
    .select()
    .from(t.feedbackRequests)
    .where(eq(t.feedbackRequests.employeeId, p('employeeId')))
    .orderBy(desc(t.feedbackRequests.createdAt), desc(t.feedbackRequests.id))
    .limit(atMost(5)),
);

/** The requests of somebody to somebody that are open, oldest first. */
export const openRequestsBetween = prepared<{ employeeId: string; askedId: string }>()(
  'openRequestsBetween',
  (db, t) =>
    db
      .select()
      .from(t.feedbackRequests)
      .where(
        and(
          eq(t.feedbackRequests.employeeId, p('employeeId')),
          eq(t.feedbackRequests.askedId, p('askedId')),
          eq(t.feedbackRequests.status, 'open'),
        ),
      )
      .orderBy(asc(t.feedbackRequests.createdAt), asc(t.feedbackRequests.id)),
);

/** Adds a request. */
export const insertFeedbackRequest = (row: FeedbackRequestRow) =>
  statement('insertFeedbackRequest', (db, t) =>
    db.insert(t.feedbackRequests).values(row).returning({ id: t.feedbackRequests.id }),
  );

/** Opens a request again whose answer was taken back. */
export const reopenFeedbackRequest = (id: string, revision: number) =>
  expecting(
    1,
    statement('reopenFeedbackRequest', (db, t) =>
      db
        .update(t.feedbackRequests)
        .set({ status: 'open', feedbackId: null, settledAt: null, revision: revision + 1 })
        .where(and(eq(t.feedbackRequests.id, id), eq(t.feedbackRequests.revision, revision)))
        .returning({ id: t.feedbackRequests.id }),
    ),
  );

/** Changes an open request if it is still at the revision that was read; its revision grows by one. */
export const updateFeedbackRequest = (id: string, revision: number, change: Partial<FeedbackRequestRow>) =>
  expecting(
    1,
    statement('updateFeedbackRequest', (db, t) =>
      db
        .update(t.feedbackRequests)
        .set({ ...change, revision: revision + 1 })
        .where(
          and(
            eq(t.feedbackRequests.id, id),
            eq(t.feedbackRequests.revision, revision),
            eq(t.feedbackRequests.status, 'open'),
          ),
        )
        .returning({ id: t.feedbackRequests.id }),
    ),
  );
