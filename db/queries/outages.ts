import { and, asc, countDistinct, desc, eq, gt, gte, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { expecting, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

/** When the program or a platform was down. */
export type OutageRow = Tables['outages']['$inferSelect'];

/** Records an outage; one that is known already stays as it is. */
export const insertOutage = (row: OutageRow) =>
  statement('insertOutage', (db, t) =>
    db.insert(t.outages).values(row).onConflictDoNothing().returning({ id: t.outages.id }),
  );

/** Ends an outage that lasts. */
export const endOutage = (id: string, toAt: number) =>
  statement('endOutage', (db, t) =>
    db
      .update(t.outages)
      .set({ toAt })
      .where(and(eq(t.outages.id, id), isNull(t.outages.toAt)))
      .returning({ id: t.outages.id }),
  );

/** Outages that last. */
export const openOutages = () =>
  statement('openOutages', (db, t) =>
    db.select().from(t.outages).where(isNull(t.outages.toAt)).orderBy(asc(t.outages.fromAt)),
  );

/** Outages that are over but whose windows have not been extended yet, oldest first. */
export const unappliedOutages = () =>
  statement('unappliedOutages', (db, t) =>
    db
      .select()
      .from(t.outages)
      .where(and(isNotNull(t.outages.toAt), isNull(t.outages.appliedAt)))
      .orderBy(asc(t.outages.fromAt), asc(t.outages.id)),
  );

/** Outages that are over and touch a span of instants. */
export const outagesWithin = (from: number, to: number) =>
  statement('outagesWithin', (db, t) =>
    db
      .select()
      .from(t.outages)
      .where(and(lt(t.outages.fromAt, to), gt(t.outages.toAt, from)))
      .orderBy(asc(t.outages.fromAt), asc(t.outages.id)),
  );

/** One outage. */
export const outageById = (id: string) =>
  statement('outageById', (db, t) => db.select().from(t.outages).where(eq(t.outages.id, id)));

/** Records that the windows that an outage hit are extended, once. */
export const markOutageApplied = (id: string, now: number) =>
  expecting(
    1,
    statement('markOutageApplied', (db, t) =>
      db
        .update(t.outages)
        .set({ appliedAt: now })
        .where(and(eq(t.outages.id, id), isNull(t.outages.appliedAt)))
        .returning({ id: t.outages.id }),
    ),
  );

/** The newest outages since an instant and those that last, with the number of people whose window was extended. */
export const recentOutages = (since: number, limit: number) =>
  statement('recentOutages', (db, t) =>
    db
      .select({
        id: t.outages.id,
        source: t.outages.source,
        fromAt: t.outages.fromAt,
        toAt: t.outages.toAt,
        people: countDistinct(t.extensions.personId),
      })
      .from(t.outages)
      .leftJoin(t.extensions, eq(t.extensions.outageId, t.outages.id))
      .where(or(gte(t.outages.toAt, since), isNull(t.outages.toAt)))
      .groupBy(t.outages.id, t.outages.source, t.outages.fromAt, t.outages.toAt)
      .orderBy(desc(t.outages.fromAt))
      .limit(limit),
  );

/** The next active people in the order of their ids. */
export const peopleAfter = (id: string, limit: number) =>
  statement('peopleAfter', (db, t) =>
    db
      .select({ id: t.people.id })
      .from(t.people)
      .where(and(gt(t.people.id, id), eq(t.people.active, true)))
      .orderBy(asc(t.people.id))
      .limit(limit),
  );

/** The dates of a person that an outage has extended. */
export const extendedDates = (personId: string, outageId: string) =>
  statement('extendedDates', (db, t) =>
    db
      .select({ localDate: t.extensions.localDate })
      .from(t.extensions)
      .where(and(eq(t.extensions.personId, personId), eq(t.extensions.outageId, outageId)))
      .orderBy(asc(t.extensions.localDate)),
  );

/** Active people who may hold a role; roles are JSON, so the rule in core has the last word. */
export const peopleWithRole = (role: string) =>
  statement('peopleWithRole', (db, t) =>
    db
      .select({
        id: t.people.id,
        roles: t.people.roles,
        supervisorId: t.people.supervisorId,
        active: t.people.active,
      })
      .from(t.people)
      .where(and(eq(t.people.active, true), sql`cast(${t.people.roles} as text) like ${`%"${role}"%`}`)),
  );
