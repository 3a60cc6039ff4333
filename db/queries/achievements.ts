import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { expecting, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** What an organisation achieved in a period, as it was set. */
export type AchievementRow = Tables['unitAchievements']['$inferSelect'];
/** That a period was locked or opened. */
export type PeriodLockRow = Tables['periodLocks']['$inferSelect'];

/** The achievements of some units in a period. */
export const achievementsOf = (unitIds: readonly string[], period: string) =>
  statement('achievementsOf', (db, t) =>
    db
      .select()
      .from(t.unitAchievements)
      .where(and(inArray(t.unitAchievements.unitId, [...unitIds]), eq(t.unitAchievements.period, period))),
  );

/** Sets an achievement for the first time. */
export const insertAchievement = (row: AchievementRow) =>
  statement('insertAchievement', (db, t) =>
    db.insert(t.unitAchievements).values(row).returning({ id: t.unitAchievements.id }),
  );

/** Changes an achievement if it is still at the revision that was read; its revision grows by one. */
export const updateAchievement = (id: string, revision: number, change: Partial<AchievementRow>) =>
  expecting(
    1,
    statement('updateAchievement', (db, t) =>
      db
        .update(t.unitAchievements)
        .set({ ...change, revision: revision + 1 })
        .where(and(eq(t.unitAchievements.id, id), eq(t.unitAchievements.revision, revision)))
        .returning({ id: t.unitAchievements.id }),
    ),
  );

/** Every locking and opening of a period, oldest first. */
export const periodLocksOf = prepared<{ period: string }>()('periodLocksOf', (db, t) =>
  db
    .select()
    .from(t.periodLocks)
    .where(eq(t.periodLocks.period, p('period')))
    .orderBy(asc(t.periodLocks.at), asc(t.periodLocks.id)),
);

/** One locking or opening of a period. */
export const periodLockById = prepared<{ id: string }>()('periodLockById', (db, t) =>
  db
    .select()
    .from(t.periodLocks)
    .where(eq(t.periodLocks.id, p('id'))),
);

/** Notes that a period was locked or opened. */
export const insertPeriodLock = (row: PeriodLockRow) =>
  statement('insertPeriodLock', (db, t) =>
    db.insert(t.periodLocks).values(row).returning({ id: t.periodLocks.id }),
  );
