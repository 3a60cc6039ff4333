import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm';
import { expecting, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** An action plan (rencana aksi). */
export type ActionPlanRow = Tables['actionPlans']['$inferSelect'];

/** Every action plan of a person from a year on, removed ones as well, by year and number. */
export const actionPlansFrom = prepared<{ personId: string; year: number }>()('actionPlansFrom', (db, t) =>
  db
    .select()
    .from(t.actionPlans)
    .where(and(eq(t.actionPlans.personId, p('personId')), gte(t.actionPlans.year, p('year'))))
    .orderBy(asc(t.actionPlans.year), asc(t.actionPlans.number)),
);

/** Every action plan of some people of a year, removed ones as well, by person and number. */
export const actionPlansOfMany = (personIds: readonly string[], year: number) =>
  statement('actionPlansOfMany', (db, t) =>
    db
      .select()
      .from(t.actionPlans)
      .where(and(inArray(t.actionPlans.personId, [...personIds]), eq(t.actionPlans.year, year)))
      .orderBy(asc(t.actionPlans.personId), asc(t.actionPlans.number)),
  );

/** One action plan. */
export const actionPlanById = prepared<{ id: string }>()('actionPlanById', (db, t) =>
  db
    .select()
    .from(t.actionPlans)
    .where(eq(t.actionPlans.id, p('id'))),
);

/** Action plans by id, removed or not. */
export const actionPlansById = (ids: readonly string[]) =>
  statement('actionPlansById', (db, t) =>
    db
      .select()
      .from(t.actionPlans)
      .where(inArray(t.actionPlans.id, [...ids])),
  );

/** Adds an action plan; its number must not have been given to another one of the year. */
export const insertActionPlan = (row: ActionPlanRow) =>
  statement('insertActionPlan', (db, t) =>
    db.insert(t.actionPlans).values(row).returning({ id: t.actionPlans.id }),
  );

/** Changes an action plan if it is still at the revision that was read; its revision grows by one. */
export const updateActionPlan = (id: string, revision: number, change: Partial<ActionPlanRow>) =>
  expecting(
    1,
    statement('updateActionPlan', (db, t) =>
      db
        .update(t.actionPlans)
        .set({ ...change, revision: revision + 1 })
        .where(and(eq(t.actionPlans.id, id), eq(t.actionPlans.revision, revision)))
        .returning({ id: t.actionPlans.id }),
    ),
  );
