import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm';
import { expecting, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** An obstacle that was flagged with an activity; open until its owner closes it. */
export type ObstacleRow = Tables['obstacles']['$inferSelect'];

/** One obstacle. */
export const obstacleById = prepared<{ id: string }>()('obstacleById', (db, t) =>
  db
    .select()
    .from(t.obstacles)
    .where(eq(t.obstacles.id, p('id'))),
);

/** The open obstacles of a person, oldest first. */
export const openObstaclesOf = prepared<{ personId: string }>()('openObstaclesOf', (db, t) =>
  db
    .select()
    .from(t.obstacles)
    .where(and(eq(t.obstacles.personId, p('personId')), isNull(t.obstacles.closedOn)))
    .orderBy(asc(t.obstacles.openedOn), asc(t.obstacles.createdAt), asc(t.obstacles.id)),
);

/** What a person was hindered by on a date: flagged then, or before and still open; oldest first. */
export const obstaclesOn = prepared<{ personId: string; date: string }>()('obstaclesOn', (db, t) =>
  db
    .select()
    .from(t.obstacles)
    .where(
      and(
        eq(t.obstacles.personId, p('personId')),
        lte(t.obstacles.openedOn, p('date')),
        or(isNull(t.obstacles.closedOn), eq(t.obstacles.openedOn, p('date'))),
      ),
    )
    .orderBy(asc(t.obstacles.openedOn), asc(t.obstacles.createdAt), asc(t.obstacles.id)),
);

/** Adds an obstacle. */
export const insertObstacle = (row: ObstacleRow) =>
  statement('insertObstacle', (db, t) =>
    db.insert(t.obstacles).values(row).returning({ id: t.obstacles.id }),
  );

/** Changes an obstacle that is still open. */
export const updateObstacle = (id: string, change: Partial<ObstacleRow>) =>
  expecting(
    1,
    statement('updateObstacle', (db, t) =>
      db
        .update(t.obstacles)
        .set(change)
        .where(and(eq(t.obstacles.id, id), isNull(t.obstacles.closedOn)))
        .returning({ id: t.obstacles.id }),
    ),
  );

/** Closes what an activity of a person was hindered by. */
export const closeObstaclesOf = (personId: string, entryId: string, closedOn: string) =>
  statement('closeObstaclesOf', (db, t) =>
    db
      .update(t.obstacles)
      .set({ closedOn })
      .where(
        and(
          eq(t.obstacles.personId, personId),
          eq(t.obstacles.entryId, entryId),
          isNull(t.obstacles.closedOn),
        ),
      )
      .returning({ id: t.obstacles.id }),
  );
