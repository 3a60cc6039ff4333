import { and, asc, desc, eq, gte, inArray, isNull, lte, sql } from 'drizzle-orm';
import { expecting, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** What HR says to many. */
export type AnnouncementRow = Tables['announcements']['$inferSelect'];
/** One sending of an announcement. */
export type RoundRow = Tables['rounds']['$inferSelect'];
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
