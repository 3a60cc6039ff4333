import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { EvaluationStatus } from '../../src/core/evaluation/content.ts';
import { atMost, expecting, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** An evaluation of a person in a period. */
export type EvaluationRow = Tables['evaluations']['$inferSelect'];
/** One step of an evaluation. */
export type EvaluationTrailRow = Tables['evaluationTrail']['$inferSelect'];

/** One evaluation. */
export const evaluationById = prepared<{ id: string }>()('evaluationById', (db, t) =>
  db
    .select()
    .from(t.evaluations)
    .where(eq(t.evaluations.id, p('id'))),
);

/** The evaluation of a person in a period. */
export const evaluationOf = prepared<{ personId: string; period: string }>()('evaluationOf', (db, t) =>
  db
    .select()
    .from(t.evaluations)
    .where(and(eq(t.evaluations.personId, p('personId')), eq(t.evaluations.period, p('period')))),
);

/** The evaluations of a person, the newest period first. */
export const evaluationsOfPerson = prepared<{ personId: string }>()('evaluationsOfPerson', (db, t) =>
  db
    .select()
    .from(t.evaluations)
    .where(eq(t.evaluations.personId, p('personId')))
    .orderBy(desc(t.evaluations.toDate), desc(t.evaluations.fromDate))
    .limit(atMost(60)),
);

/** The evaluations of some people in some periods. */
export const evaluationsAmong = (personIds: readonly string[], periods: readonly string[]) =>
  statement('evaluationsAmong', (db, t) =>
    db
      .select()
      .from(t.evaluations)
      .where(
        and(inArray(t.evaluations.personId, [...personIds]), inArray(t.evaluations.period, [...periods])),
      )
      .orderBy(asc(t.evaluations.personId), asc(t.evaluations.fromDate)),
  );

/** What waits for somebody's rating, the longest waiting first. */
export const evaluationsWaitingFor = prepared<{ evaluatorId: string }>()('evaluationsWaitingFor', (db, t) =>
  db
    .select()
    .from(t.evaluations)
    .where(and(eq(t.evaluations.evaluatorId, p('evaluatorId')), eq(t.evaluations.status, 'submitted')))
    .orderBy(asc(t.evaluations.submittedAt), asc(t.evaluations.id)),
);

/** The unfinished evaluations of a person that somebody is to rate. */
export const unratedOf = prepared<{ personId: string; evaluatorId: string }>()('unratedOf', (db, t) =>
  db
    .select()
    .from(t.evaluations)
    .where(
      and(
        eq(t.evaluations.personId, p('personId')),
        eq(t.evaluations.evaluatorId, p('evaluatorId')),
        inArray(t.evaluations.status, ['open', 'submitted', 'returned']),
      ),
    )
    .orderBy(asc(t.evaluations.fromDate), asc(t.evaluations.id)),
);

/** Adds an evaluation. */
export const insertEvaluation = (row: EvaluationRow) =>
  statement('insertEvaluation', (db, t) =>
    db.insert(t.evaluations).values(row).returning({ id: t.evaluations.id }),
  );

/** Changes an evaluation if it is still at the revision that was read; its revision grows by one. */
export const updateEvaluation = (id: string, revision: number, change: Partial<EvaluationRow>) =>
  expecting(
    1,
    statement('updateEvaluation', (db, t) =>
      db
        .update(t.evaluations)
        .set({ ...change, revision: revision + 1 })
        .where(and(eq(t.evaluations.id, id), eq(t.evaluations.revision, revision)))
        .returning({ id: t.evaluations.id }),
    ),
  );

/** Moves evaluations that stand one way to another, all of them or none; their revisions grow by one. */
export const moveEvaluations = (
  ids: readonly string[],
  from: EvaluationStatus,
  change: Pick<EvaluationRow, 'status' | 'lockedAt'>,
) =>
  expecting(
    ids.length,
    statement('moveEvaluations', (db, t) =>
      db
        .update(t.evaluations)
        .set({ ...change, revision: sql`${t.evaluations.revision} + 1` })
        .where(and(inArray(t.evaluations.id, [...ids]), eq(t.evaluations.status, from)))
        .returning({ id: t.evaluations.id }),
    ),
  );

/** Adds steps to the trails of evaluations. */
export const insertTrail = (rows: EvaluationTrailRow[]) =>
  statement('insertTrail', (db, t) =>
    db.insert(t.evaluationTrail).values(rows).returning({ id: t.evaluationTrail.id }),
  );

/** The steps of an evaluation, oldest first. */
export const trailOf = prepared<{ evaluationId: string }>()('trailOf', (db, t) =>
  db
    .select()
    .from(t.evaluationTrail)
    .where(eq(t.evaluationTrail.evaluationId, p('evaluationId')))
    .orderBy(asc(t.evaluationTrail.revision)),
);

/** The objections to some evaluations that are still open. */
export const openObjectionsTo = (evaluationIds: readonly string[]) =>
  statement('openObjectionsTo', (db, t) =>
    db
      .select({ id: t.objections.id, subjectId: t.objections.subjectId, dueOn: t.objections.dueOn })
      .from(t.objections)
      .where(and(inArray(t.objections.subjectId, [...evaluationIds]), eq(t.objections.status, 'open'))),
  );
