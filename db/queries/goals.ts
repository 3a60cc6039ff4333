import { and, asc, eq, inArray } from 'drizzle-orm';
import { expecting, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

/** A goal of a unit: of its strategic plan or of its performance agreement. */
export type GoalRow = Tables['unitGoals']['$inferSelect'];

/** Every goal of some units in a year, current or not, by kind and number. */
export const goalsOf = (unitIds: readonly string[], year: number) =>
  statement('goalsOf', (db, t) =>
    db
      .select()
      .from(t.unitGoals)
      .where(and(inArray(t.unitGoals.unitId, [...unitIds]), eq(t.unitGoals.year, year)))
      .orderBy(asc(t.unitGoals.kind), asc(t.unitGoals.number)),
  );

/** Adds a goal. */
export const insertGoal = (row: GoalRow) =>
  statement('insertGoal', (db, t) => db.insert(t.unitGoals).values(row).returning({ id: t.unitGoals.id }));

/** Changes a goal, which must exist. */
export const updateGoal = (id: string, change: Partial<GoalRow>) =>
  expecting(
    1,
    statement('updateGoal', (db, t) =>
      db.update(t.unitGoals).set(change).where(eq(t.unitGoals.id, id)).returning({ id: t.unitGoals.id }),
    ),
  );
