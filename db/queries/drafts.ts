import { and, desc, eq, sql } from 'drizzle-orm';
import { atMost, expecting, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** A conversation that is not finished. */
export type DraftRow = Tables['drafts']['$inferSelect'];

/** One draft of a person. */
export const draftById = prepared<{ id: string; personId: string }>()('draftById', (db, t) =>
  db
    .select()
    .from(t.drafts)
    .where(and(eq(t.drafts.id, p('id')), eq(t.drafts.personId, p('personId')))),
);

/** All drafts of a person, newest first. */
export const draftsOf = prepared<{ personId: string }>()('draftsOf', (db, t) =>
  db
    .select()
    .from(t.drafts)
    .where(eq(t.drafts.personId, p('personId')))
    // In the order of the index, so that nothing has to be sorted for each message.
    .orderBy(desc(t.drafts.updatedAt))
    .limit(atMost(20)),
);

const insert = prepared<DraftRow>()('insertDraft', (db, t) =>
  db
    .insert(t.drafts)
    .values({
      id: p('id'),
      personId: p('personId'),
      form: p('form'),
      subject: p('subject'),
      answers: p('answers'),
      editing: p('editing'),
      listening: p('listening'),
      revision: p('revision'),
      updatedAt: p('updatedAt'),
    } as unknown as DraftRow)
    .returning({ id: t.drafts.id }),
);

/** Adds a draft. */
export const insertDraft = (row: DraftRow) => insert(row);

type DraftChange = Pick<
  DraftRow,
  'id' | 'revision' | 'answers' | 'editing' | 'listening' | 'subject' | 'updatedAt'
>;

const save = prepared<DraftChange>()('saveDraft', (db, t) =>
  db
    .update(t.drafts)
    .set({
      answers: sql`${sql.param(p('answers'), t.drafts.answers)}`,
      subject: sql`${sql.param(p('subject'), t.drafts.subject)}`,
      editing: sql`${p('editing')}`,
      listening: sql`${sql.param(p('listening'), t.drafts.listening)}`,
      revision: sql`${t.drafts.revision} + 1`,
      updatedAt: sql`${p('updatedAt')}`,
    })
    .where(and(eq(t.drafts.id, p('id')), eq(t.drafts.revision, p('revision'))))
    .returning({ id: t.drafts.id }),
);

/** Saves a draft if it is still at the revision that was read. */
export const saveDraft = (row: DraftChange) => expecting(1, save(row));

/** Puts further answers into a draft without making its buttons old, unless it was changed meanwhile. */
export const fillDraft = (row: DraftRow, answers: DraftRow['answers']) =>
  expecting(
    1,
    statement('fillDraft', (db, t) =>
      db
        .update(t.drafts)
        .set({ answers, updatedAt: row.updatedAt + 1 })
        .where(
          and(
            eq(t.drafts.id, row.id),
            eq(t.drafts.revision, row.revision),
            eq(t.drafts.updatedAt, row.updatedAt),
          ),
        )
        .returning({ id: t.drafts.id }),
    ),
  );

const remove = prepared<{ id: string; revision: number }>()('deleteDraft', (db, t) =>
  db
    .delete(t.drafts)
    .where(and(eq(t.drafts.id, p('id')), eq(t.drafts.revision, p('revision'))))
    .returning({ id: t.drafts.id }),
);

/** Ends a draft if it is still at the revision that was read. */
export const deleteDraft = (id: string, revision: number) => expecting(1, remove({ id, revision }));
