import { and, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import { expecting, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** Why a person's day was reported late, and what HR says to it. */
export type LatenessRow = Tables['lateness']['$inferSelect'];

/** Late days of a person in a span of dates. */
export const latenessBetween = prepared<{ personId: string; from: string; to: string }>()(
  'latenessBetween',
  (db, t) =>
    db
      .select()
      .from(t.lateness)
      .where(
        and(
          eq(t.lateness.personId, p('personId')),
          gte(t.lateness.localDate, p('from')),
          lte(t.lateness.localDate, p('to')),
        ),
      ),
);

/** Late days of some people whose reason HR has accepted. */
export const excusedDays = (personIds: readonly string[], from: string, to: string) =>
  statement('excusedDays', (db, t) =>
    db
      .select({ personId: t.lateness.personId, localDate: t.lateness.localDate })
      .from(t.lateness)
      .where(
        and(
          inArray(t.lateness.personId, [...personIds]),
          gte(t.lateness.localDate, from),
          lte(t.lateness.localDate, to),
          eq(t.lateness.status, 'accepted'),
        ),
      ),
  );

/** One late day. */
export const latenessById = prepared<{ id: string }>()('latenessById', (db, t) =>
  db
    .select()
    .from(t.lateness)
    .where(eq(t.lateness.id, p('id'))),
);

/** Records why a day is late; the first reason of a day stays. */
export const insertLateness = (row: LatenessRow) =>
  statement('insertLateness', (db, t) =>
    db.insert(t.lateness).values(row).onConflictDoNothing().returning({ id: t.lateness.id }),
  );

/** Records HR's decision, once. */
export const decideLateness = (id: string, status: 'accepted' | 'declined', decidedBy: string, now: number) =>
  expecting(
    1,
    statement('decideLateness', (db, t) =>
      db
        .update(t.lateness)
        .set({ status, decidedBy, decidedAt: now })
        .where(and(eq(t.lateness.id, id), eq(t.lateness.status, 'waiting')))
        .returning({ id: t.lateness.id }),
    ),
  );
