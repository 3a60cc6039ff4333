import { and, asc, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { atMost, expecting, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** An objection (keberatan). */
export type ObjectionRow = Tables['objections']['$inferSelect'];

/** One objection. */
export const objectionById = prepared<{ id: string }>()('objectionById', (db, t) =>
  db
    .select()
    .from(t.objections)
    .where(eq(t.objections.id, p('id'))),
);

/** Every objection to something, the oldest first. */
export const objectionsAbout = prepared<{ subjectId: string }>()('objectionsAbout', (db, t) =>
  db
    .select()
    .from(t.objections)
    .where(eq(t.objections.subjectId, p('subjectId')))
    .orderBy(asc(t.objections.createdAt), asc(t.objections.id)),
);

/** The newest objections of a person. */
export const objectionsOf = prepared<{ personId: string }>()('objectionsOf', (db, t) =>
  db
    .select()
    .from(t.objections)
    .where(eq(t.objections.personId, p('personId')))
    .orderBy(desc(t.objections.createdAt), desc(t.objections.id))
    .limit(atMost(10)),
);

/** Open objections of a person. */
export const openObjectionsOf = prepared<{ personId: string }>()('openObjectionsOf', (db, t) =>
  db
    .select()
    .from(t.objections)
    .where(and(eq(t.objections.personId, p('personId')), eq(t.objections.status, 'open'))),
);

/** Every open objection, the first due first. */
export const openObjections = prepared<Record<string, never>>()('openObjections', (db, t) =>
  db.select().from(t.objections).where(eq(t.objections.status, 'open')).orderBy(asc(t.objections.dueOn)),
);

/** Open objections that somebody decides, or, without a handler, HR; the first due first. */
export const objectionsToDecide = (handlerId: string | null) =>
  statement('objectionsToDecide', (db, t) =>
    db
      .select()
      .from(t.objections)
      .where(
        and(
          eq(t.objections.status, 'open'),
          handlerId === null ? isNull(t.objections.handlerId) : eq(t.objections.handlerId, handlerId),
        ),
      )
      .orderBy(asc(t.objections.dueOn), asc(t.objections.id)),
  );

/** Open objections of some people, the first due first. */
export const openObjectionsOfMany = (personIds: readonly string[]) =>
  statement('openObjectionsOfMany', (db, t) =>
    db
      .select()
      .from(t.objections)
      .where(and(eq(t.objections.status, 'open'), inArray(t.objections.personId, [...personIds])))
      .orderBy(asc(t.objections.dueOn), asc(t.objections.id)),
  );

/** Open objections that had to be decided before a local date, the longest overdue first. */
export const overdueObjections = prepared<{ today: string }>()('overdueObjections', (db, t) =>
  db
    .select()
    .from(t.objections)
    .where(and(eq(t.objections.status, 'open'), lt(t.objections.dueOn, p('today'))))
    .orderBy(asc(t.objections.dueOn), asc(t.objections.id)),
);

/** Adds an objection. */
export const insertObjection = (row: ObjectionRow) =>
  statement('insertObjection', (db, t) =>
    db.insert(t.objections).values(row).returning({ id: t.objections.id }),
  );

/** Changes an objection if it is still at the revision that was read; its revision grows by one. */
export const updateObjection = (id: string, revision: number, change: Partial<ObjectionRow>) =>
  expecting(
    1,
    statement('updateObjection', (db, t) =>
      db
        .update(t.objections)
        .set({ ...change, revision: revision + 1 })
        .where(and(eq(t.objections.id, id), eq(t.objections.revision, revision)))
        .returning({ id: t.objections.id }),
    ),
  );

/** The evaluation that an objection is about. */
export const contestedEvaluation = prepared<{ id: string }>()('contestedEvaluation', (db, t) =>
  db
    .select()
    .from(t.evaluations)
    .where(eq(t.evaluations.id, p('id'))),
);

/** The feedback that an objection is about. */
export const contestedFeedback = prepared<{ id: string }>()('contestedFeedback', (db, t) =>
  db
    .select()
    .from(t.feedback)
    .where(eq(t.feedback.id, p('id'))),
);
