import { and, asc, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { expecting, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** A cell of a role matrix (matriks peran hasil). */
export type RoleCellRow = Tables['roleCells']['$inferSelect'];

/** One cell by id. */
export const roleCellById = prepared<{ id: string }>()('roleCellById', (db, t) =>
  db
    .select()
    .from(t.roleCells)
    .where(eq(t.roleCells.id, p('id'))),
);

/** The cells of a leader's matrix of a year that were not withdrawn, the oldest first. */
export const roleCellsOfLeader = prepared<{ leaderId: string; year: number }>()(
  'roleCellsOfLeader',
  (db, t) =>
    db
      .select()
      .from(t.roleCells)
      .where(
        and(
          eq(t.roleCells.leaderId, p('leaderId')),
          eq(t.roleCells.year, p('year')),
          ne(t.roleCells.status, 'withdrawn'),
        ),
      )
      .orderBy(asc(t.roleCells.createdAt), asc(t.roleCells.id)),
);

/** What somebody was given to contribute in a year and knows of, the oldest first. */
export const roleCellsOfPerson = prepared<{ personId: string; year: number }>()(
  'roleCellsOfPerson',
  (db, t) =>
    db
      .select()
      .from(t.roleCells)
      .where(
        and(
          eq(t.roleCells.personId, p('personId')),
          eq(t.roleCells.year, p('year')),
          inArray(t.roleCells.status, ['shared', 'taken']),
        ),
      )
      .orderBy(asc(t.roleCells.createdAt), asc(t.roleCells.id)),
);

/** The cells of a year that some people lead or contribute, and that were not withdrawn. */
export const roleCellsAround = (personIds: readonly string[], year: number) =>
  statement('roleCellsAround', (db, t) =>
    db
      .select()
      .from(t.roleCells)
      .where(
        and(
          eq(t.roleCells.year, year),
          ne(t.roleCells.status, 'withdrawn'),
          or(inArray(t.roleCells.leaderId, [...personIds]), inArray(t.roleCells.personId, [...personIds])),
        ),
      )
      .orderBy(asc(t.roleCells.createdAt), asc(t.roleCells.id)),
  );

/** Adds a cell. */
export const insertRoleCell = (row: RoleCellRow) =>
  statement('insertRoleCell', (db, t) =>
    db.insert(t.roleCells).values(row).returning({ id: t.roleCells.id }),
  );

/** Changes a cell if it is still at the revision that was read; its revision grows by one. */
export const updateRoleCell = (
  { id, revision }: Pick<RoleCellRow, 'id' | 'revision'>,
  change: Partial<RoleCellRow>,
) =>
  expecting(
    1,
    statement('updateRoleCell', (db, t) =>
      db
        .update(t.roleCells)
        .set({ ...change, revision: revision + 1 })
        .where(and(eq(t.roleCells.id, id), eq(t.roleCells.revision, revision)))
        .returning({ id: t.roleCells.id }),
    ),
  );
