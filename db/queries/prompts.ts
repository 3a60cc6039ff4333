import { and, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import { prepared, statement } from '../store.ts';

const p = sql.placeholder;

/** The decision about a person at one slot of a date. */
export const promptAt = prepared<{ personId: string; date: string; slot: string }>()('promptAt', (db, t) =>
  db
    .select()
    .from(t.prompts)
    .where(
      and(
        eq(t.prompts.personId, p('personId')),
        eq(t.prompts.localDate, p('date')),
        eq(t.prompts.slot, p('slot')),
      ),
    ),
);

/** The digests of a supervisor from a date on. */
export const digestsOf = prepared<{ supervisorId: string; from: string }>()('digestsOf', (db, t) =>
  db
    .select()
    .from(t.prompts)
    .where(
      and(
        eq(t.prompts.personId, p('supervisorId')),
        gte(t.prompts.localDate, p('from')),
        eq(t.prompts.slot, 'digest'),
      ),
    )
    .orderBy(t.prompts.localDate),
);

/** The digest that a person's supervisor got about a date. */
export const digestAbout = prepared<{ personId: string; date: string }>()('digestAbout', (db, t) =>
  db
    .select({ supervisorId: t.prompts.personId, at: t.prompts.at })
    .from(t.people)
    .innerJoin(t.prompts, eq(t.prompts.personId, t.people.supervisorId))
    .where(
      and(
        eq(t.people.id, p('personId')),
        eq(t.prompts.localDate, p('date')),
        eq(t.prompts.slot, 'digest'),
        eq(t.prompts.outcome, 'prompted'),
      ),
    ),
);

/** The digests that their supervisors got about a date of some people. */
export const digestsAbout = (personIds: readonly string[], date: string) =>
  statement('digestsAbout', (db, t) =>
    db
      .selectDistinct({ supervisorId: t.prompts.personId, at: t.prompts.at })
      .from(t.people)
      .innerJoin(t.prompts, eq(t.prompts.personId, t.people.supervisorId))
      .where(
        and(
          inArray(t.people.id, [...personIds]),
          eq(t.prompts.localDate, date),
          eq(t.prompts.slot, 'digest'),
          eq(t.prompts.outcome, 'prompted'),
        ),
      ),
  );

/** Records what became of a digest the first time; it may hold several dates, none before `from`. */
export const settleDigest = (supervisorId: string, from: string, at: number, settled: string, now: number) =>
  statement('settleDigest', (db, t) =>
    db
      .update(t.prompts)
      .set({ settled, settledAt: now })
      .where(
        and(
          eq(t.prompts.personId, supervisorId),
          gte(t.prompts.localDate, from),
          eq(t.prompts.slot, 'digest'),
          eq(t.prompts.at, at),
          isNull(t.prompts.settled),
        ),
      )
      .returning({ id: t.prompts.id }),
  );

/** Forgets decisions that nobody will ask about any more. */
export const purgePrompts = (before: number) =>
  statement('purgePrompts', (db, t) =>
    db.delete(t.prompts).where(lt(t.prompts.at, before)).returning({ id: t.prompts.id }),
  );

/** The prompts that are in front of a person for a date. */
export const promptPostingsOf = prepared<{ subject: string }>()('promptPostingsOf', (db, t) =>
  db
    .select()
    .from(t.postings)
    .where(and(eq(t.postings.subject, p('subject')), eq(t.postings.kind, 'prompt'))),
);

/** The prompts that are in front of some people for a date. */
export const promptPostings = (subjects: readonly string[]) =>
  statement('promptPostings', (db, t) =>
    db
      .select()
      .from(t.postings)
      .where(and(inArray(t.postings.subject, [...subjects]), eq(t.postings.kind, 'prompt'))),
  );

/** One message of ours. */
export const postingById = prepared<{ id: string }>()('postingById', (db, t) =>
  db
    .select()
    .from(t.postings)
    .where(eq(t.postings.id, p('id'))),
);
