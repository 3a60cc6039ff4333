import { and, asc, count, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import type { RecipientOutcome } from '../../src/core/announcement.ts';
import { expecting, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';
import type { RoundRow } from './announcements.ts';

const p = sql.placeholder;

/** What became of a round for one person. */
export type RecipientRow = Tables['recipients']['$inferSelect'];

/** The name of a recipient of a round. */
export const recipientId = (roundId: string, personId: string) => `${roundId}:${personId}`;

/** Takes out of the outbox what waits there for recipients of an announcement; to be committed before `skipWaiting`. */
export const skipWaitingNotices = (announcementId: string, reason: string, now: number) =>
  statement('skipWaitingNotices', (db, t) =>
    db
      .update(t.outbox)
      .set({ status: 'skipped', reason, settledAt: now })
      .where(
        and(
          eq(t.outbox.status, 'pending'),
          inArray(
            t.outbox.key,
            db
              .select({ key: sql<string>`'announcement:' || ${t.recipients.id}` })
              .from(t.recipients)
              .where(
                and(eq(t.recipients.announcementId, announcementId), eq(t.recipients.outcome, 'waiting')),
              ),
          ),
        ),
      )
      .returning({ key: t.outbox.key }),
  );

/** Records that nobody waits for an announcement any more. */
export const skipWaiting = (announcementId: string, reason: string, now: number) =>
  statement('skipWaiting', (db, t) =>
    db
      .update(t.recipients)
      .set({ outcome: 'skipped', reason, at: now })
      .where(and(eq(t.recipients.announcementId, announcementId), eq(t.recipients.outcome, 'waiting')))
      .returning({ id: t.recipients.id }),
  );

/** Adds recipients; one that exists already is a miss: another process was faster. */
export const insertRecipients = (rows: RecipientRow[]) =>
  expecting(
    rows.length,
    statement('insertRecipients', (db, t) =>
      db.insert(t.recipients).values(rows).onConflictDoNothing().returning({ id: t.recipients.id }),
    ),
  );

/** Writes down what became of a round for one person. */
export const settleRecipient = prepared<{
  id: string;
  outcome: RecipientOutcome;
  reason: string | null;
  now: number;
}>()('settleRecipient', (db, t) =>
  db
    .update(t.recipients)
    .set({
      outcome: sql`${p('outcome')}`,
      reason: sql`${p('reason')}`,
      at: sql`${p('now')}`,
    })
    .where(eq(t.recipients.id, p('id')))
    .returning({ id: t.recipients.id }),
);

/** Lets somebody wait for a round again who could not be reached. */
export const awaitRecipient = (id: string, now: number) =>
  expecting(
    1,
    statement('awaitRecipient', (db, t) =>
      db
        .update(t.recipients)
        .set({ outcome: 'waiting', reason: null, at: now })
        .where(and(eq(t.recipients.id, id), inArray(t.recipients.outcome, ['not_linked', 'unreachable'])))
        .returning({ id: t.recipients.id }),
    ),
  );

/** Some recipients by id. */
export const recipientsByIds = (ids: readonly string[]) =>
  statement('recipientsByIds', (db, t) =>
    db
      .select()
      .from(t.recipients)
      .where(inArray(t.recipients.id, [...ids])),
  );

/** Whether somebody was among the recipients of an announcement. */
export const recipientOf = prepared<{ announcementId: string; personId: string }>()('recipientOf', (db, t) =>
  db
    .select({ id: t.recipients.id })
    .from(t.recipients)
    .where(
      and(eq(t.recipients.announcementId, p('announcementId')), eq(t.recipients.personId, p('personId'))),
    ),
);

/** The people whom a round was for and who do not wait for it any more, in the order of their ids, behind one of them. */
export const recipientsAfter = (
  { id, announcementId }: Pick<RoundRow, 'id' | 'announcementId'>,
  after: string | null,
  limit: number,
) =>
  statement('recipientsAfter', (db, t) =>
    db
      .select({ personId: t.recipients.personId })
      .from(t.recipients)
      .where(
        and(
          eq(t.recipients.announcementId, announcementId),
          eq(t.recipients.roundId, id),
          ne(t.recipients.outcome, 'waiting'),
          after === null ? undefined : gt(t.recipients.personId, after),
        ),
      )
      .orderBy(asc(t.recipients.personId))
      .limit(limit),
  );

/** How many recipients of a round wait, and when the last thing happened to one of them (ms UTC). */
export const activityIn = (roundId: string) =>
  statement('activityIn', (db, t) =>
    db
      .select({
        waiting: count(sql`case when ${t.recipients.outcome} = 'waiting' then 1 end`),
        lastAt: sql<number | null>`max(${t.recipients.at})`,
      })
      .from(t.recipients)
      .where(eq(t.recipients.roundId, roundId)),
  );

/** Recipients of a round who are out of reach by its report but have an account that can be reached. */
export const strandedIn = (roundId: string, limit: number) =>
  statement('strandedIn', (db, t) =>
    db
      .selectDistinct({ id: t.recipients.id, personId: t.recipients.personId })
      .from(t.recipients)
      .innerJoin(t.accounts, eq(t.accounts.personId, t.recipients.personId))
      .where(
        and(
          eq(t.recipients.roundId, roundId),
          eq(t.recipients.outcome, 'not_linked'),
          eq(t.accounts.current, true),
          eq(t.accounts.reachable, true),
        ),
      )
      .limit(limit),
  );

/** How many recipients there are of each outcome, by round and unit. */
export const recipientCounts = (announcementId: string) =>
  statement('recipientCounts', (db, t) =>
    db
      .select({
        roundId: t.recipients.roundId,
        unitId: t.recipients.unitId,
        outcome: t.recipients.outcome,
        count: count(),
      })
      .from(t.recipients)
      .where(eq(t.recipients.announcementId, announcementId))
      .groupBy(t.recipients.roundId, t.recipients.unitId, t.recipients.outcome),
  );

/** Records, once, that somebody has read an announcement. */
export const insertAcknowledgement = (announcementId: string, personId: string, now: number) =>
  statement('insertAcknowledgement', (db, t) =>
    db
      .insert(t.acknowledgements)
      .values({ id: `${announcementId}:${personId}`, announcementId, personId, at: now })
      .onConflictDoNothing()
      .returning({ id: t.acknowledgements.id }),
  );

/** Marks of some people at an announcement. */
export const acknowledgementsOf = (announcementId: string, personIds: readonly string[]) =>
  statement('acknowledgementsOf', (db, t) =>
    db
      .select()
      .from(t.acknowledgements)
      .where(
        inArray(
          t.acknowledgements.id,
          personIds.map((personId) => `${announcementId}:${personId}`),
        ),
      ),
  );

/** When the last notice waits to leave on each platform, of those that announcements have put there. */
export const announcementBacklog = () =>
  statement('announcementBacklog', (db, t) =>
    db
      .select({ platform: t.outbox.platform, dueAt: sql<number>`max(${t.outbox.dueAt})`.mapWith(Number) })
      .from(t.outbox)
      .where(and(sql`${t.outbox.status} = 'pending'`, eq(t.outbox.kind, 'announcement')))
      .groupBy(t.outbox.platform),
  );
