import { and, asc, desc, eq, gte, inArray, lt, lte, ne, sql } from 'drizzle-orm';
import { atMost, expecting, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** A stored activity. */
export type EntryRow = Tables['entries']['$inferSelect'];
/** One state that an entry has been in. */
export type RevisionRow = Tables['entryRevisions']['$inferSelect'];
/** A piece of evidence. */
export type EvidenceRow = Tables['evidence']['$inferSelect'];

/** One entry. */
export const entryById = prepared<{ id: string }>()('entryById', (db, t) =>
  db
    .select()
    .from(t.entries)
    .where(eq(t.entries.id, p('id'))),
);

/** The entry, withdrawn or not, that was read from a message of a person; dates before `from` are left out. */
export const entryBySource = prepared<{ personId: string; source: string; from: string }>()(
  'entryBySource',
  (db, t) =>
    db
      .select()
      .from(t.entries)
      .where(
        and(
          eq(t.entries.personId, p('personId')),
          gte(t.entries.localDate, p('from')),
          eq(t.entries.source, p('source')),
        ),
      ),
);

/** The entries of a person in a span of local dates that count, in the order of day and submission. */
export const entriesBetween = prepared<{ personId: string; from: string; to: string }>()(
  'entriesBetween',
  (db, t) =>
    db
      .select()
      .from(t.entries)
      .where(
        and(
          eq(t.entries.personId, p('personId')),
          gte(t.entries.localDate, p('from')),
          lte(t.entries.localDate, p('to')),
          ne(t.entries.status, 'withdrawn'),
        ),
      )
      .orderBy(asc(t.entries.localDate), asc(t.entries.submittedAt), asc(t.entries.id)),
);

/** The days of some people on which something waits for a check, from a date on. */
export const waitingDays = (people: string[], from: string) =>
  statement('waitingDays', (db, t) =>
    db
      .selectDistinct({ personId: t.entries.personId, localDate: t.entries.localDate })
      .from(t.entries)
      .where(
        and(
          inArray(t.entries.personId, people),
          gte(t.entries.localDate, from),
          eq(t.entries.status, 'submitted'),
        ),
      )
      .orderBy(asc(t.entries.localDate)),
  );

/** A person's activities that were returned and wait for a repair, from a date on. */
export const returnedEntries = prepared<{ personId: string; from: string }>()('returnedEntries', (db, t) =>
  db
    .select({ id: t.entries.id, what: t.entries.what, localDate: t.entries.localDate })
    .from(t.entries)
    .where(
      and(
        eq(t.entries.personId, p('personId')),
        gte(t.entries.localDate, p('from')),
        eq(t.entries.status, 'returned'),
      ),
    )
    .orderBy(asc(t.entries.localDate), asc(t.entries.id)),
);

/** The last local date before another on which a person reported. */
export const lastDayBefore = prepared<{ personId: string; before: string }>()('lastDayBefore', (db, t) =>
  db
    .select({ localDate: t.entries.localDate })
    .from(t.entries)
    .where(
      and(
        eq(t.entries.personId, p('personId')),
        lt(t.entries.localDate, p('before')),
        ne(t.entries.status, 'withdrawn'),
      ),
    )
    .orderBy(desc(t.entries.localDate))
    .limit(atMost(1)),
);

/** The first report of each of some people for each date of a span: when it came (ms UTC). */
export const firstReports = (people: readonly string[], from: string, to: string) =>
  statement('firstReports', (db, t) =>
    db
      .select({
        personId: t.entries.personId,
        localDate: t.entries.localDate,
        submittedAt: sql<number>`min(${t.entries.submittedAt})`.mapWith(Number),
      })
      .from(t.entries)
      .where(
        and(
          inArray(t.entries.personId, [...people]),
          gte(t.entries.localDate, from),
          lte(t.entries.localDate, to),
          ne(t.entries.status, 'withdrawn'),
        ),
      )
      .groupBy(t.entries.personId, t.entries.localDate),
  );

/** How many entries each of some people has on each date of a span, and how many of them wait for a check. */
export const entryCounts = (people: readonly string[], from: string, to: string) =>
  statement('entryCounts', (db, t) =>
    db
      .select({
        personId: t.entries.personId,
        localDate: t.entries.localDate,
        count: sql<number>`count(*)`.mapWith(Number),
        waiting: sql<number>`sum(case when ${t.entries.status} = 'submitted' then 1 else 0 end)`.mapWith(
          Number,
        ),
      })
      .from(t.entries)
      .where(
        and(
          inArray(t.entries.personId, [...people]),
          gte(t.entries.localDate, from),
          lte(t.entries.localDate, to),
          ne(t.entries.status, 'withdrawn'),
        ),
      )
      .groupBy(t.entries.personId, t.entries.localDate),
  );

/** Adds an entry. */
export const insertEntry = prepared<EntryRow>()('insertEntry', (db, t) =>
  db
    .insert(t.entries)
    .values({
      id: p('id'),
      number: p('number'),
      personId: p('personId'),
      localDate: p('localDate'),
      what: p('what'),
      kind: p('kind'),
      workResultId: p('workResultId'),
      actionPlanId: p('actionPlanId'),
      startMinute: p('startMinute'),
      endMinute: p('endMinute'),
      quantityMilli: p('quantityMilli'),
      unit: p('unit'),
      status: p('status'),
      revision: p('revision'),
      submittedAt: p('submittedAt'),
      zone: p('zone'),
      source: p('source'),
    } as unknown as EntryRow)
    .returning({ id: t.entries.id }),
);

/** Changes an entry if it is still at the revision that was read; its revision grows by one. */
export const updateEntry = (id: string, revision: number, change: Partial<EntryRow>) =>
  expecting(
    1,
    statement('updateEntry', (db, t) =>
      db
        .update(t.entries)
        .set({ ...change, revision: revision + 1 })
        .where(and(eq(t.entries.id, id), eq(t.entries.revision, revision)))
        .returning({ id: t.entries.id }),
    ),
  );

/** Adds to the history of an entry. */
export const insertRevision = prepared<RevisionRow>()('insertRevision', (db, t) =>
  db
    .insert(t.entryRevisions)
    .values({
      id: p('id'),
      entryId: p('entryId'),
      revision: p('revision'),
      action: p('action'),
      actorId: p('actorId'),
      at: p('at'),
      content: p('content'),
      reason: p('reason'),
    } as unknown as RevisionRow)
    .returning({ id: t.entryRevisions.id }),
);

/** The history of an entry with the names of those who acted, oldest first. */
export const revisionsOf = prepared<{ entryId: string }>()('revisionsOf', (db, t) =>
  db
    .select({ revision: t.entryRevisions, actorName: t.people.name })
    .from(t.entryRevisions)
    .innerJoin(t.people, eq(t.people.id, t.entryRevisions.actorId))
    .where(eq(t.entryRevisions.entryId, p('entryId')))
    .orderBy(asc(t.entryRevisions.revision)),
);

/** Adds a piece of evidence. */
export const insertEvidence = (row: EvidenceRow) =>
  statement('insertEvidence', (db, t) => db.insert(t.evidence).values(row).returning({ id: t.evidence.id }));

/** Changes a piece of evidence. */
export const updateEvidence = (id: string, change: Partial<EvidenceRow>) =>
  statement('updateEvidence', (db, t) =>
    db.update(t.evidence).set(change).where(eq(t.evidence.id, id)).returning({ id: t.evidence.id }),
  );

/** Lets pieces of evidence belong to an entry, each only if it belongs to its owner. */
export const attachEvidence = (ids: string[], entryId: string, personId: string) =>
  statement('attachEvidence', (db, t) =>
    db
      .update(t.evidence)
      .set({ entryId })
      .where(and(inArray(t.evidence.id, ids), eq(t.evidence.personId, personId)))
      .returning({ id: t.evidence.id }),
  );

/** Takes pieces of evidence away from an entry, all but these; they stay stored for its history. */
export const detachEvidence = (entryId: string, keep: string[]) =>
  statement('detachEvidence', (db, t) =>
    db
      .update(t.evidence)
      .set({ entryId: null })
      .where(
        and(
          eq(t.evidence.entryId, entryId),
          keep.length > 0 ? sql`${t.evidence.id} not in ${keep}` : undefined,
        ),
      )
      .returning({ id: t.evidence.id }),
  );

/** One piece of evidence. */
export const evidenceById = prepared<{ id: string }>()('evidenceById', (db, t) =>
  db
    .select()
    .from(t.evidence)
    .where(eq(t.evidence.id, p('id'))),
);

/** The evidence of some entries, oldest first. */
export const evidenceOf = (entryIds: string[]) =>
  statement('evidenceOf', (db, t) =>
    db
      .select()
      .from(t.evidence)
      .where(inArray(t.evidence.entryId, entryIds))
      .orderBy(asc(t.evidence.createdAt), asc(t.evidence.id)),
  );

/** How many pieces of evidence each entry of a person in a span of dates has. */
export const evidenceCounts = prepared<{ personId: string; from: string; to: string }>()(
  'evidenceCounts',
  (db, t) =>
    db
      .select({ entryId: t.entries.id, count: sql<number>`count(*)`.mapWith(Number) })
      .from(t.entries)
      .innerJoin(t.evidence, eq(t.evidence.entryId, t.entries.id))
      .where(
        and(
          eq(t.entries.personId, p('personId')),
          gte(t.entries.localDate, p('from')),
          lte(t.entries.localDate, p('to')),
          ne(t.evidence.status, 'failed'),
        ),
      )
      .groupBy(t.entries.id),
);
