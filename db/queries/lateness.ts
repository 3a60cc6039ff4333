import { and, eq, gte, lte, sql } from 'drizzle-orm';
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
