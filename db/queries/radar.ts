import { and, gte, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import { statement } from '../store.ts';

/** The last local date, from a date on, with an activity of each of some people for each work result. */
export const lastActivities = (personIds: readonly string[], from: string) =>
  statement('lastActivities', (db, t) =>
    db
      .select({
        personId: t.entries.personId,
        workResultId: t.entries.workResultId,
        lastOn: sql<string>`max(${t.entries.localDate})`,
      })
      .from(t.entries)
      .where(
        and(
          inArray(t.entries.personId, [...personIds]),
          gte(t.entries.localDate, from),
          isNotNull(t.entries.workResultId),
          ne(t.entries.status, 'withdrawn'),
        ),
      )
      .groupBy(t.entries.personId, t.entries.workResultId),
  );

/** When the last evidence (ms UTC) came for each work result of some people, for activities from a date on. */
export const lastEvidence = (personIds: readonly string[], from: string) =>
  statement('lastEvidence', (db, t) =>
    db
      .select({
        personId: t.entries.personId,
        workResultId: t.entries.workResultId,
        lastAt: sql<number>`max(${t.evidence.createdAt})`.mapWith(Number),
      })
      .from(t.entries)
      .innerJoin(t.evidence, sql`${t.evidence.entryId} = ${t.entries.id}`)
      .where(
        and(
          inArray(t.entries.personId, [...personIds]),
          gte(t.entries.localDate, from),
          isNotNull(t.entries.workResultId),
          ne(t.entries.status, 'withdrawn'),
          ne(t.evidence.status, 'failed'),
        ),
      )
      .groupBy(t.entries.personId, t.entries.workResultId),
  );

/** Facts by their names. */
export const factsNamed = (keys: readonly string[]) =>
  statement('factsNamed', (db, t) =>
    db
      .select()
      .from(t.facts)
      .where(inArray(t.facts.key, [...keys])),
  );
