import { and, asc, count, desc, eq, gt, gte, inArray, isNull, lte, ne, sql } from 'drizzle-orm';
import type { RecipientOutcome } from '../../src/core/announcement.ts';
import { expecting, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** What HR says to many. */
export type AnnouncementRow = Tables['announcements']['$inferSelect'];
/** One sending of an announcement. */
export type RoundRow = Tables['rounds']['$inferSelect'];
/** What became of a round for one person. */
export type RecipientRow = Tables['recipients']['$inferSelect'];

/** The name of a recipient of a round. */
export const recipientId = (roundId: string, personId: string) => `${roundId}:${personId}`;

/** One announcement. */
export const announcementById = prepared<{ id: string }>()('announcementById', (db, t) =>
  db
    .select()
    .from(t.announcements)
    .where(eq(t.announcements.id, p('id'))),
);

/** The newest announcements; their ids are in the order in which they were made. */
export const newestAnnouncements = (limit: number) =>
  statement('newestAnnouncements', (db, t) =>
    db.select().from(t.announcements).orderBy(desc(t.announcements.id)).limit(limit),
  );

/** Some announcements. */
export const announcementsByIds = (ids: readonly string[]) =>
  statement('announcementsByIds', (db, t) =>
    db
      .select()
      .from(t.announcements)
      .where(inArray(t.announcements.id, [...ids])),
  );

/** Adds an announcement. */
export const insertAnnouncement = (row: AnnouncementRow) =>
  statement('insertAnnouncement', (db, t) =>
    db.insert(t.announcements).values(row).returning({ id: t.announcements.id }),
  );

/** Changes an announcement that is still at the revision that was read and not cancelled. */
export const updateAnnouncement = (id: string, revision: number, change: Partial<AnnouncementRow>) =>
  expecting(
    1,
    statement('updateAnnouncement', (db, t) =>
      db
        .update(t.announcements)
        .set({ ...change, revision: revision + 1 })
        .where(
          and(
            eq(t.announcements.id, id),
            eq(t.announcements.revision, revision),
            isNull(t.announcements.cancelledAt),
          ),
        )
        .returning({ id: t.announcements.id }),
    ),
  );

/** One round. */
export const roundById = prepared<{ id: string }>()('roundById', (db, t) =>
  db
    .select()
    .from(t.rounds)
    .where(eq(t.rounds.id, p('id'))),
);

/** The rounds of some announcements in the order in which they are due. */
export const roundsOf = (announcementIds: readonly string[]) =>
  statement('roundsOf', (db, t) =>
    db
      .select()
      .from(t.rounds)
      .where(inArray(t.rounds.announcementId, [...announcementIds]))
      .orderBy(asc(t.rounds.dueAt), asc(t.rounds.id)),
  );

/** Rounds whose time has come, the longest due first. */
export const dueRounds = (now: number, limit: number) =>
  statement('dueRounds', (db, t) =>
    db
      .select()
      .from(t.rounds)
      .where(and(eq(t.rounds.status, 'scheduled'), lte(t.rounds.dueAt, now)))
      .orderBy(asc(t.rounds.dueAt), asc(t.rounds.id))
      .limit(limit),
  );

/** Rounds that are scheduled or under way. */
export const openRounds = () =>
  statement('openRounds', (db, t) =>
    db
      .select()
      .from(t.rounds)
      .where(inArray(t.rounds.status, ['scheduled', 'sending']))
      .orderBy(asc(t.rounds.dueAt), asc(t.rounds.id)),
  );

/** Rounds that are under way. */
export const sendingRounds = () =>
  statement('sendingRounds', (db, t) =>
    db
      .select()
      .from(t.rounds)
      .where(eq(t.rounds.status, 'sending'))
      .orderBy(asc(t.rounds.startedAt), asc(t.rounds.id)),
  );

/** Rounds that were sent, or began to be, since an instant. */
export const roundsSince = (from: number) =>
  statement('roundsSince', (db, t) =>
    db
      .select()
      .from(t.rounds)
      .where(and(inArray(t.rounds.status, ['sending', 'sent']), gte(t.rounds.dueAt, from)))
      .orderBy(asc(t.rounds.dueAt), asc(t.rounds.id)),
  );

/** Adds rounds; a round that exists already is a miss. Delivery of what is due begins at once. */
export const insertRounds = (rows: RoundRow[]) =>
  expecting(
    rows.length,
    statement('insertRounds', (db, t) =>
      db.insert(t.rounds).values(rows).onConflictDoNothing().returning({ id: t.rounds.id }),
    ),
  );

/** Whether a statement may make a round due at once. */
export const startsRound = (s: { label: string }) => s.label === 'insertRounds' || s.label === 'updateRound';

/** Changes a round that is still as it was read. */
export const updateRound = (round: RoundRow, change: Partial<RoundRow>) =>
  expecting(
    1,
    statement('updateRound', (db, t) =>
      db
        .update(t.rounds)
        .set({ ...change, revision: round.revision + 1 })
        .where(and(eq(t.rounds.id, round.id), eq(t.rounds.revision, round.revision)))
        .returning({ id: t.rounds.id }),
    ),
  );

/** Removes the countdown of an announcement that has not begun, to be planned anew. */
export const dropCountdown = (announcementId: string) =>
  statement('dropCountdown', (db, t) =>
    db
      .delete(t.rounds)
      .where(
        and(
          eq(t.rounds.announcementId, announcementId),
          eq(t.rounds.kind, 'countdown'),
          eq(t.rounds.status, 'scheduled'),
        ),
      )
      .returning({ id: t.rounds.id }),
  );

/** Ends the rounds of an announcement that have not begun. */
export const cancelScheduledRounds = (announcementId: string, now: number) =>
  statement('cancelScheduledRounds', (db, t) =>
    db
      .update(t.rounds)
      .set({ status: 'cancelled', finishedAt: now, revision: sql`${t.rounds.revision} + 1` })
      .where(and(eq(t.rounds.announcementId, announcementId), eq(t.rounds.status, 'scheduled')))
      .returning({ id: t.rounds.id }),
  );

/** Makes whoever is adding recipients to a round of an announcement notice that something has changed. */
export const touchSendingRounds = (announcementId: string) =>
  statement('touchSendingRounds', (db, t) =>
    db
      .update(t.rounds)
      .set({ revision: sql`${t.rounds.revision} + 1` })
      .where(and(eq(t.rounds.announcementId, announcementId), eq(t.rounds.status, 'sending')))
      .returning({ id: t.rounds.id }),
  );

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

/** How many recipients of a round wait. */
export const waitingIn = (roundId: string) =>
  statement('waitingIn', (db, t) =>
    db
      .select({ count: count() })
      .from(t.recipients)
      .where(and(eq(t.recipients.roundId, roundId), eq(t.recipients.outcome, 'waiting'))),
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

/** Who did something to a round or an announcement, by name, the last one first. */
export const auditAbout = (subject: string, action: string) =>
  statement('auditAbout', (db, t) =>
    db
      .select({ at: t.audit.at, name: t.people.name })
      .from(t.audit)
      .innerJoin(t.people, eq(t.people.id, t.audit.actorId))
      .where(and(eq(t.audit.subject, subject), eq(t.audit.action, action)))
      .orderBy(desc(t.audit.at))
      .limit(1),
  );
