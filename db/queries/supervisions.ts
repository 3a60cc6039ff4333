import { and, asc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { expecting, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** Who supervises somebody from one date to another. */
export type SupervisionRow = Tables['supervisions']['$inferSelect'];

/** Everything that was ever recorded about who supervises some people, by date; what was cancelled as well. */
export const supervisionsOf = (personIds: readonly string[]) =>
  statement('supervisionsOf', (db, t) =>
    db
      .select()
      .from(t.supervisions)
      .where(inArray(t.supervisions.personId, [...personIds]))
      .orderBy(asc(t.supervisions.fromDate), asc(t.supervisions.createdAt)),
  );

/** One span. */
export const supervisionById = prepared<{ id: string }>()('supervisionById', (db, t) =>
  db
    .select()
    .from(t.supervisions)
    .where(eq(t.supervisions.id, p('id'))),
);

/** Changes that are still to come, and acting supervisors of now, by date. */
export const openSupervisions = (limit: number) =>
  statement('openSupervisions', (db, t) =>
    db
      .select()
      .from(t.supervisions)
      .where(
        or(
          eq(t.supervisions.status, 'scheduled'),
          and(eq(t.supervisions.status, 'active'), ne(t.supervisions.kind, 'definitive')),
        ),
      )
      .orderBy(asc(t.supervisions.fromDate), asc(t.supervisions.id))
      .limit(limit),
  );

/** The definitive supervisors of those who are under an acting one now. */
export const definitiveUnderActing = () =>
  statement('definitiveUnderActing', (db, t) => {
    const acting = db
      .select({ personId: t.supervisions.personId })
      .from(t.supervisions)
      .where(and(eq(t.supervisions.status, 'active'), ne(t.supervisions.kind, 'definitive')));
    return db
      .select({ personId: t.supervisions.personId, supervisorId: t.supervisions.supervisorId })
      .from(t.supervisions)
      .where(
        and(
          inArray(t.supervisions.personId, acting),
          eq(t.supervisions.status, 'active'),
          eq(t.supervisions.kind, 'definitive'),
        ),
      );
  });

/** Adds a span. */
export const insertSupervision = (row: SupervisionRow) =>
  statement('insertSupervision', (db, t) =>
    db.insert(t.supervisions).values(row).returning({ id: t.supervisions.id }),
  );

/** Changes a span if it is still at the revision that was read; its revision grows by one. */
export const updateSupervision = (id: string, revision: number, change: Partial<SupervisionRow>) =>
  expecting(
    1,
    statement('updateSupervision', (db, t) =>
      db
        .update(t.supervisions)
        .set({ ...change, revision: revision + 1 })
        .where(and(eq(t.supervisions.id, id), eq(t.supervisions.revision, revision)))
        .returning({ id: t.supervisions.id }),
    ),
  );

/** Puts a person under another supervisor, if they are still under the one that was read. */
export const moveSupervisor = (personId: string, from: string | null, to: string | null, now: number) =>
  expecting(
    1,
    statement('moveSupervisor', (db, t) =>
      db
        .update(t.people)
        .set({ supervisorId: to, updatedAt: now })
        .where(
          and(
            eq(t.people.id, personId),
            from === null ? isNull(t.people.supervisorId) : eq(t.people.supervisorId, from),
          ),
        )
        .returning({ id: t.people.id }),
    ),
  );

/** Everybody, active or not, as far as they have to be known to be named. */
export const staffDirectory = () =>
  statement('staffDirectory', (db, t) =>
    db
      .select({
        id: t.people.id,
        nip: t.people.nip,
        name: t.people.name,
        unitId: t.people.unitId,
        unitName: t.units.name,
        supervisorId: t.people.supervisorId,
        active: t.people.active,
      })
      .from(t.people)
      .innerJoin(t.units, eq(t.units.id, t.people.unitId))
      .orderBy(asc(t.people.name), asc(t.people.id)),
  );
