import { and, asc, eq, sql } from 'drizzle-orm';
import type { Platform } from '../../src/core/model.ts';
import { prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** A remark about an employee's day. */
export type TalkRow = Tables['talks']['$inferSelect'];
/** A message of ours that can be found again. */
export type PostingRow = Tables['postings']['$inferSelect'];

/** The name under which postings about an employee's day are kept. */
export const daySubject = (employeeId: string, date: string) => `${employeeId}:${date}`;

/** One remark. */
export const talkById = prepared<{ id: string }>()('talkById', (db, t) =>
  db
    .select()
    .from(t.talks)
    .where(eq(t.talks.id, p('id'))),
);

/** The remarks about a day with their authors' names, oldest first. */
export const talksOfDay = prepared<{ employeeId: string; localDate: string }>()('talksOfDay', (db, t) =>
  db
    .select({ talk: t.talks, authorName: t.people.name })
    .from(t.talks)
    .innerJoin(t.people, eq(t.people.id, t.talks.authorId))
    .where(and(eq(t.talks.employeeId, p('employeeId')), eq(t.talks.localDate, p('localDate'))))
    .orderBy(asc(t.talks.at), asc(t.talks.id)),
);

/** Adds a remark. */
export const insertTalk = prepared<TalkRow>()('insertTalk', (db, t) =>
  db
    .insert(t.talks)
    .values({
      id: p('id'),
      employeeId: p('employeeId'),
      localDate: p('localDate'),
      entryId: p('entryId'),
      authorId: p('authorId'),
      recipientId: p('recipientId'),
      kind: p('kind'),
      body: p('body'),
      at: p('at'),
    } as unknown as TalkRow)
    .returning({ id: t.talks.id }),
);

/** The posting that a reply or reaction points at. */
export const postingByMessage = prepared<{ platform: Platform; address: string; messageId: string }>()(
  'postingByMessage',
  (db, t) =>
    db
      .select()
      .from(t.postings)
      .where(
        and(
          eq(t.postings.platform, p('platform')),
          eq(t.postings.address, p('address')),
          eq(t.postings.messageId, p('messageId')),
        ),
      ),
);

/** What a person was shown about a day on a platform, oldest first. */
export const postingsAbout = prepared<{ subject: string; personId: string; platform: Platform }>()(
  'postingsAbout',
  (db, t) =>
    db
      .select()
      .from(t.postings)
      .where(
        and(
          eq(t.postings.subject, p('subject')),
          eq(t.postings.personId, p('personId')),
          eq(t.postings.platform, p('platform')),
        ),
      )
      .orderBy(asc(t.postings.at), asc(t.postings.id)),
);

/** Remembers a message that was posted. */
export const insertPosting = prepared<PostingRow>()('insertPosting', (db, t) =>
  db
    .insert(t.postings)
    .values({
      id: p('id'),
      platform: p('platform'),
      address: p('address'),
      messageId: p('messageId'),
      personId: p('personId'),
      kind: p('kind'),
      subject: p('subject'),
      entryId: p('entryId'),
      at: p('at'),
    } as unknown as PostingRow)
    .onConflictDoNothing()
    .returning({ id: t.postings.id }),
);

/** Forgets a message that is gone from the platform. */
export const dropPosting = (id: string) =>
  statement('dropPosting', (db, t) =>
    db.delete(t.postings).where(eq(t.postings.id, id)).returning({ id: t.postings.id }),
  );
