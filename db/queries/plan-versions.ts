import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { expecting, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** A version of a plan (SKP). */
export type PlanVersionRow = Tables['planVersions']['$inferSelect'];

/** Every version of a person's plan of a year, the newest first. */
export const planVersionsOf = prepared<{ personId: string; year: number }>()('planVersionsOf', (db, t) =>
  db
    .select()
    .from(t.planVersions)
    .where(and(eq(t.planVersions.personId, p('personId')), eq(t.planVersions.year, p('year'))))
    .orderBy(desc(t.planVersions.number)),
);

/** One version by id. */
export const planVersionById = prepared<{ id: string }>()('planVersionById', (db, t) =>
  db
    .select()
    .from(t.planVersions)
    .where(eq(t.planVersions.id, p('id'))),
);

/** The versions of some people's plans of a year, by person and number. */
export const planVersionsOfMany = (personIds: readonly string[], year: number) =>
  statement('planVersionsOfMany', (db, t) =>
    db
      .select()
      .from(t.planVersions)
      .where(and(inArray(t.planVersions.personId, [...personIds]), eq(t.planVersions.year, year)))
      .orderBy(asc(t.planVersions.personId), asc(t.planVersions.number)),
  );

/** Plans that wait for a supervisor's word, the longest waiting first. */
export const plansWaitingFor = prepared<{ supervisorId: string }>()('plansWaitingFor', (db, t) =>
  db
    .select()
    .from(t.planVersions)
    .where(and(eq(t.planVersions.supervisorId, p('supervisorId')), eq(t.planVersions.status, 'proposed')))
    .orderBy(asc(t.planVersions.proposedAt)),
);

/** Adds a version. */
export const insertPlanVersion = (row: PlanVersionRow) =>
  statement('insertPlanVersion', (db, t) =>
    db.insert(t.planVersions).values(row).returning({ id: t.planVersions.id }),
  );

/** Changes a version if it is still at the revision that was read; its revision grows by one. */
export const updatePlanVersion = (id: string, revision: number, change: Partial<PlanVersionRow>) =>
  expecting(
    1,
    statement('updatePlanVersion', (db, t) =>
      db
        .update(t.planVersions)
        .set({ ...change, revision: revision + 1 })
        .where(and(eq(t.planVersions.id, id), eq(t.planVersions.revision, revision)))
        .returning({ id: t.planVersions.id }),
    ),
  );
