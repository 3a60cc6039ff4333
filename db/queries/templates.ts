import { and, asc, eq, sql } from 'drizzle-orm';
import { prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** One activity that a person repeats on a weekday. */
export type TemplateRow = Tables['templates']['$inferSelect'];

/** The templates of a person, by weekday and in their order. */
export const templatesOf = prepared<{ personId: string }>()('templatesOf', (db, t) =>
  db
    .select()
    .from(t.templates)
    .where(eq(t.templates.personId, p('personId')))
    .orderBy(asc(t.templates.weekday), asc(t.templates.position)),
);

/** Forgets the template of a weekday. */
export const deleteTemplate = (personId: string, weekday: number) =>
  statement('deleteTemplate', (db, t) =>
    db
      .delete(t.templates)
      .where(and(eq(t.templates.personId, personId), eq(t.templates.weekday, weekday)))
      .returning({ id: t.templates.id }),
  );

/** Keeps the template of a weekday, of which there must be none; two at once are a conflict. */
export const insertTemplate = (personId: string, weekday: number, activities: TemplateRow['answers'][]) =>
  statement('insertTemplate', (db, t) =>
    db
      .insert(t.templates)
      .values(
        activities.map((answers, position) => ({
          id: `${personId}|${weekday}|${position}`,
          ...{ personId, weekday, position, answers },
        })),
      )
      .returning({ id: t.templates.id }),
  );
