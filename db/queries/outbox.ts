import { and, asc, count, desc, eq, gte, inArray, isNull, lt, lte, sql } from 'drizzle-orm';
import { atMost, expecting, prepared, type Statement, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** Something that is to leave, has left, or could not. */
export type OutboxRow = Tables['outbox']['$inferSelect'];

const insertColumns = {
  key: p('key'),
  kind: p('kind'),
  personId: p('personId'),
  platform: p('platform'),
  address: p('address'),
  payload: p('payload'),
  status: p('status'),
  reason: p('reason'),
  version: p('version'),
  attempts: p('attempts'),
  dueAt: p('dueAt'),
  createdAt: p('createdAt'),
  settledAt: p('settledAt'),
} as unknown as OutboxRow;

const insertOnce = (label: string) =>
  prepared<OutboxRow>()(label, (db, t) =>
    db.insert(t.outbox).values(insertColumns).onConflictDoNothing().returning({ key: t.outbox.key }),
  );
const inbound = insertOnce('inbound');

/** Stores the answer to an inbound message; a miss means that the message has been handled before. */
export const insertReply = (row: OutboxRow) => expecting(1, inbound(row));

/** Wants a notice to leave; one that is wanted already stays as it is. */
export const insertNotice = insertOnce('insertNotice');

/** Wants a notice to leave, again if it has left before: its version grows and it becomes pending. */
export const wantNotice = prepared<OutboxRow>()('wantNotice', (db, t) =>
  db
    .insert(t.outbox)
    .values(insertColumns)
    .onConflictDoUpdate({
      target: t.outbox.key,
      set: {
        status: 'pending',
        reason: null,
        attempts: 0,
        version: sql`${t.outbox.version} + 1`,
        dueAt: sql`excluded.due_at`,
        payload: sql`excluded.payload`,
        settledAt: null,
      },
    })
    .returning({ key: t.outbox.key }),
);

/**
 * Wants a notice to leave soon, again if it has left before: one that waits for its moment keeps it, so that a stream of
 * wishes neither puts it off for ever nor sends it each time.
 */
export const wantNoticeSoon = prepared<OutboxRow>()('wantNoticeSoon', (db, t) =>
  db
    .insert(t.outbox)
    .values(insertColumns)
    .onConflictDoUpdate({
      target: t.outbox.key,
      set: {
        status: 'pending',
        reason: null,
        attempts: 0,
        version: sql`${t.outbox.version} + 1`,
        dueAt: sql`case when ${t.outbox.status} = 'pending' and ${t.outbox.dueAt} > excluded.created_at then ${t.outbox.dueAt} else excluded.due_at end`,
        payload: sql`excluded.payload`,
        settledAt: null,
      },
    })
    .returning({ key: t.outbox.key }),
);

/** Several notices in one statement, each wanted once. */
export const insertNotices = (rows: OutboxRow[]) =>
  statement('insertNotice', (db, t) =>
    db.insert(t.outbox).values(rows).onConflictDoNothing().returning({ key: t.outbox.key }),
  );

/** One row by its key. */
export const outboxByKey = prepared<{ key: string }>()('outboxByKey', (db, t) =>
  db
    .select()
    .from(t.outbox)
    .where(eq(t.outbox.key, p('key'))),
);

/** Settles a row, unless a newer version of it is wanted meanwhile. */
export const settleOutbox = prepared<{
  key: string;
  version: number;
  status: OutboxRow['status'];
  reason: string | null;
  now: number;
}>()('settleOutbox', (db, t) =>
  db
    .update(t.outbox)
    .set({
      status: sql`${p('status')}`,
      reason: sql`${p('reason')}`,
      settledAt: sql`${p('now')}`,
    })
    .where(and(eq(t.outbox.key, p('key')), eq(t.outbox.version, p('version'))))
    .returning({ key: t.outbox.key }),
);

/** Puts a row off after a failed attempt. */
export const postponeOutbox = (key: string, attempts: number, dueAt: number, reason: string) =>
  statement('postponeOutbox', (db, t) =>
    db
      .update(t.outbox)
      .set({ attempts, dueAt, reason })
      .where(and(eq(t.outbox.key, key), eq(t.outbox.status, 'pending')))
      .returning({ key: t.outbox.key }),
  );

/** Lets nobody else send some answers before an instant. */
export const renewLease = (keys: readonly string[], dueAt: number) =>
  statement('renewLease', (db, t) =>
    db
      .update(t.outbox)
      .set({ dueAt })
      .where(and(inArray(t.outbox.key, [...keys]), eq(t.outbox.status, 'pending')))
      .returning({ key: t.outbox.key }),
  );

/** Reasons for which a notice waits until its recipient can be reached. */
const WAITING_REASONS = ['unreachable', 'not_linked'];

/** Kinds that are still of use when their recipient comes back; their renderers know whether they are. */
const REVIVED = [
  ...['card', 'talk', 'absence', 'lateness', 'lateness_decided'],
  ...['dialogue', 'dialogue_kit', 'dialogue_answers', 'commitment', 'commitment_changed'],
  ...['supervision', 'handover_out', 'handover_in', 'handover_note', 'admin_reminder', 'admin_copy'],
  ...['leaver', 'admin_list', 'plan_proposed', 'plan_decided', 'plan_question', 'plan_answer', 'plan_moved'],
  ...['roles', 'role_changed', 'feedback', 'feedback_copy', 'feedback_praise', 'feedback_reply'],
  ...['feedback_request', 'feedback_declined', 'objection', 'objection_settled'],
  ...['evaluation_task', 'evaluation_result', 'evaluation_unlocked'],
];

/** Tries again what waited for its recipient to be reachable. */
export const reviveOutbox = (personId: string, now: number) =>
  statement('reviveOutbox', (db, t) =>
    db
      .update(t.outbox)
      .set({ status: 'pending', reason: null, attempts: 0, dueAt: now, settledAt: null })
      .where(
        and(
          eq(t.outbox.personId, personId),
          eq(t.outbox.status, 'failed'),
          inArray(t.outbox.reason, WAITING_REASONS),
          inArray(t.outbox.kind, REVIVED),
        ),
      )
      .returning({ key: t.outbox.key }),
  );

/** Deletes settled rows that nobody will ask for again. */
export const purgeOutbox = (before: number) =>
  statement('purgeOutbox', (db, t) =>
    db
      .delete(t.outbox)
      .where(and(inArray(t.outbox.status, ['sent', 'skipped']), lt(t.outbox.createdAt, before)))
      .returning({ key: t.outbox.key }),
  );

/** A reason of sent rows that were part of another row's message, with that row's key behind it. */
export const MERGED = 'merged:';
/** The reason of sent rows that were part of a conversation. */
export const CONVERSATION = 'conversation';

/** How many messages of each kind a person got since an instant, besides those without a message of their own. */
export const sentSince = prepared<{ personId: string; since: number }>()('sentSince', (db, t) =>
  db
    .select({ kind: t.outbox.kind, count: sql<number>`count(*)`.mapWith(Number) })
    .from(t.outbox)
    .where(
      and(
        eq(t.outbox.personId, p('personId')),
        eq(t.outbox.status, 'sent'),
        gte(t.outbox.settledAt, p('since')),
        isNull(t.outbox.reason),
      ),
    )
    .groupBy(t.outbox.kind),
);

const MAX_COMPANIONS = 50;

/** What is due for a person, in the order in which it was wanted; bounded, because it is read for each message. */
export const dueOfPerson = prepared<{ personId: string; now: number }>()('dueOfPerson', (db, t) =>
  db
    .select()
    .from(t.outbox)
    .where(
      and(
        eq(t.outbox.personId, p('personId')),
        // Bound, so that SQLite takes the index of people rather than that of all pending rows.
        eq(t.outbox.status, 'pending'),
        lte(t.outbox.dueAt, p('now')),
      ),
    )
    .orderBy(asc(t.outbox.createdAt), asc(t.outbox.key))
    .limit(atMost(MAX_COMPANIONS)),
);

const WAKING = new Set(['insertNotice', 'wantNotice', 'wantNoticeSoon', 'reviveOutbox']);

/** Whether a statement makes something due that delivery has to send. */
export const wantsDelivery = (s: Statement) => WAKING.has(s.label);

/** How many rows there are of each status and kind, and the oldest due of each. */
export const outboxCounts = () =>
  statement('outboxCounts', (db, t) =>
    db
      .select({
        status: t.outbox.status,
        kind: t.outbox.kind,
        count: count(),
        oldest: sql<number>`min(${t.outbox.dueAt})`.mapWith(Number),
      })
      .from(t.outbox)
      .groupBy(t.outbox.status, t.outbox.kind),
  );

/** The newest rows that finally failed. */
export const outboxFailures = (limit: number) =>
  statement('outboxFailures', (db, t) =>
    db
      .select({
        key: t.outbox.key,
        kind: t.outbox.kind,
        reason: t.outbox.reason,
        settledAt: t.outbox.settledAt,
        platform: t.outbox.platform,
      })
      .from(t.outbox)
      .where(eq(t.outbox.status, 'failed'))
      .orderBy(desc(t.outbox.settledAt))
      .limit(limit),
  );
