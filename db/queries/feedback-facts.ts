import { and, count, eq, gte, inArray, isNull, lte, ne, sql } from 'drizzle-orm';
import { prepared, statement } from '../store.ts';

const p = sql.placeholder;

/** Remarks about a day that are feedback in words or by a sign; an approval alone is none. */
const SPOKEN = ['feedback', 'reply', 'appreciation', 'returned'] as const;

/** When (ms UTC) somebody last remarked on the days of each of some people, from a local date and an instant on. */
export const lastRemarks = (
  authorId: string,
  employeeIds: readonly string[],
  fromDate: string,
  since: number,
) =>
  statement('lastRemarks', (db, t) =>
    db
      .select({ employeeId: t.talks.employeeId, at: sql<number>`max(${t.talks.at})`.mapWith(Number) })
      .from(t.talks)
      .where(
        and(
          inArray(t.talks.employeeId, [...employeeIds]),
          gte(t.talks.localDate, fromDate),
          eq(t.talks.authorId, authorId),
          gte(t.talks.at, since),
          inArray(t.talks.kind, [...SPOKEN]),
        ),
      )
      .groupBy(t.talks.employeeId),
  );

/** Since which local date somebody supervises each of some people, as far as it is on record. */
export const supervisedSince = (supervisorId: string, personIds: readonly string[]) =>
  statement('supervisedSince', (db, t) =>
    db
      .select({ personId: t.supervisions.personId, since: sql<string>`max(${t.supervisions.fromDate})` })
      .from(t.supervisions)
      .where(
        and(
          eq(t.supervisions.supervisorId, supervisorId),
          eq(t.supervisions.status, 'active'),
          inArray(t.supervisions.personId, [...personIds]),
        ),
      )
      .groupBy(t.supervisions.personId),
  );

/** What others have remarked on an employee's days in a span of local dates, oldest first. */
export const remarksAbout = prepared<{ employeeId: string; from: string; to: string }>()(
  'remarksAbout',
  (db, t) =>
    db
      .select()
      .from(t.talks)
      .where(
        and(
          eq(t.talks.employeeId, p('employeeId')),
          gte(t.talks.localDate, p('from')),
          lte(t.talks.localDate, p('to')),
          ne(t.talks.authorId, p('employeeId')),
          inArray(t.talks.kind, [...SPOKEN]),
        ),
      )
      .orderBy(t.talks.at, t.talks.id),
);

/** The activities of some people from a date on that count, oldest first. */
export const recentEntriesOf = (personIds: readonly string[], from: string) =>
  statement('recentEntriesOf', (db, t) =>
    db
      .select()
      .from(t.entries)
      .where(
        and(
          inArray(t.entries.personId, [...personIds]),
          gte(t.entries.localDate, from),
          ne(t.entries.status, 'withdrawn'),
        ),
      )
      .orderBy(t.entries.localDate, t.entries.id),
  );

/** Pieces of evidence of the activities of some people from a date on. */
export const evidenceOfRecent = (personIds: readonly string[], from: string) =>
  statement('evidenceOfRecent', (db, t) =>
    db
      .select({ entryId: t.entries.id, count: count() })
      .from(t.entries)
      .innerJoin(t.evidence, eq(t.evidence.entryId, t.entries.id))
      .where(
        and(
          inArray(t.entries.personId, [...personIds]),
          gte(t.entries.localDate, from),
          ne(t.evidence.status, 'failed'),
        ),
      )
      .groupBy(t.entries.id),
  );

/** The open obstacles of some people: which activity, and what. */
export const openObstaclesOfMany = (personIds: readonly string[]) =>
  statement('openObstaclesOfMany', (db, t) =>
    db
      .select({ entryId: t.obstacles.entryId, text: t.obstacles.text })
      .from(t.obstacles)
      .where(and(inArray(t.obstacles.personId, [...personIds]), isNull(t.obstacles.closedOn)))
      .orderBy(t.obstacles.createdAt),
  );

/** The activities from a local date on about which somebody has remarked or shared feedback already. */
export const remarkedEntries = (authorId: string, personIds: readonly string[], from: string) =>
  statement('remarkedEntries', (db, t) =>
    db
      .selectDistinct({ entryId: t.talks.entryId })
      .from(t.talks)
      .where(
        and(
          inArray(t.talks.employeeId, [...personIds]),
          gte(t.talks.localDate, from),
          eq(t.talks.authorId, authorId),
          inArray(t.talks.kind, ['feedback', 'reply', 'appreciation']),
        ),
      ),
  );

/** The activities about which an author has shared feedback. */
export const entriesWithFeedback = (authorId: string, entryIds: readonly string[]) =>
  statement('entriesWithFeedback', (db, t) =>
    db
      .selectDistinct({ entryId: t.feedback.entryId })
      .from(t.feedback)
      .where(
        and(
          inArray(t.feedback.entryId, [...entryIds]),
          eq(t.feedback.authorId, authorId),
          eq(t.feedback.status, 'shared'),
        ),
      ),
  );
