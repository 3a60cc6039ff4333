import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import { atMost, expecting, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** A step of the administrative reminders of somebody. */
export type AdminReminderRow = Tables['adminReminders']['$inferSelect'];

/** Steps that are looked at in one transaction. */
export const MAX_STEPS = 100;

/** Steps whose date has come, the oldest first. */
export const dueReminders = prepared<{ date: string }>()('dueReminders', (db, t) =>
  db
    .select()
    .from(t.adminReminders)
    .where(and(eq(t.adminReminders.status, 'scheduled'), lte(t.adminReminders.onDate, p('date'))))
    .orderBy(asc(t.adminReminders.onDate), asc(t.adminReminders.id))
    .limit(atMost(MAX_STEPS)),
);

/** One step. */
export const reminderById = prepared<{ id: string }>()('reminderById', (db, t) =>
  db
    .select()
    .from(t.adminReminders)
    .where(eq(t.adminReminders.id, p('id'))),
);

/** Every step of a person, the newest first. */
export const remindersOf = prepared<{ personId: string }>()('remindersOf', (db, t) =>
  db
    .select()
    .from(t.adminReminders)
    .where(eq(t.adminReminders.personId, p('personId')))
    .orderBy(desc(t.adminReminders.onDate), desc(t.adminReminders.step)),
);

/** Some steps. */
export const remindersByIds = (ids: readonly string[]) =>
  statement('remindersByIds', (db, t) =>
    db
      .select()
      .from(t.adminReminders)
      .where(inArray(t.adminReminders.id, [...ids])),
  );

/** How many steps are still to come or were sent since a date, by subject and step. */
export const reminderCounts = (since: string) =>
  statement('reminderCounts', (db, t) =>
    db
      .select({
        subject: t.adminReminders.subject,
        step: t.adminReminders.step,
        status: t.adminReminders.status,
        count: sql<number>`count(*)`.mapWith(Number),
      })
      .from(t.adminReminders)
      .where(
        and(
          inArray(t.adminReminders.status, ['scheduled', 'sent']),
          sql`${t.adminReminders.onDate} >= ${since}`,
        ),
      )
      .groupBy(t.adminReminders.subject, t.adminReminders.step, t.adminReminders.status)
      .orderBy(asc(t.adminReminders.subject), asc(t.adminReminders.step)),
  );

/** Adds steps; one that exists already stays as it is. */
export const insertReminders = (rows: AdminReminderRow[]) =>
  statement('insertReminders', (db, t) =>
    db.insert(t.adminReminders).values(rows).onConflictDoNothing().returning({ id: t.adminReminders.id }),
  );

/** Changes a step if it is still as it was read; its revision grows by one. */
export const updateReminder = (
  { id, revision }: Pick<AdminReminderRow, 'id' | 'revision'>,
  change: Partial<AdminReminderRow>,
) =>
  expecting(
    1,
    statement('updateReminder', (db, t) =>
      db
        .update(t.adminReminders)
        .set({ ...change, revision: revision + 1 })
        .where(and(eq(t.adminReminders.id, id), eq(t.adminReminders.revision, revision)))
        .returning({ id: t.adminReminders.id }),
    ),
  );
