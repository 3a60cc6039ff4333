import { and, eq, inArray, or, sql } from 'drizzle-orm';
import type { Platform } from '../../src/core/model.ts';
import { expecting, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';
import { personColumns } from './people.ts';

const p = sql.placeholder;

/** The person behind a platform's account who has left. */
export const leaverByAccount = prepared<{ platform: Platform; externalId: string }>()(
  'leaverByAccount',
  (db, t) =>
    db
      .select(personColumns(t))
      .from(t.accounts)
      .innerJoin(t.people, eq(t.people.id, t.accounts.personId))
      .innerJoin(t.units, eq(t.units.id, t.people.unitId))
      .where(
        and(
          eq(t.accounts.platform, p('platform')),
          eq(t.accounts.externalId, p('externalId')),
          eq(t.accounts.current, true),
          eq(t.people.active, false),
        ),
      ),
);

/** Changes whether somebody serves, if they are as they were read. */
export const changeService = (
  person: Pick<Tables['people']['$inferSelect'], 'id' | 'active'>,
  change: Partial<Tables['people']['$inferInsert']>,
) =>
  expecting(
    1,
    statement('changeService', (db, t) =>
      db
        .update(t.people)
        .set(change)
        .where(and(eq(t.people.id, person.id), eq(t.people.active, person.active)))
        .returning({ id: t.people.id }),
    ),
  );

/** Everything that is still to leave to a person. */
export const pendingOf = (personId: string) =>
  statement('pendingOf', (db, t) =>
    db
      .select()
      .from(t.outbox)
      .where(and(eq(t.outbox.personId, personId), eq(t.outbox.status, 'pending'))),
  );

/** Ends all conversations of a person. */
export const dropDrafts = (personId: string) =>
  statement('dropDrafts', (db, t) =>
    db.delete(t.drafts).where(eq(t.drafts.personId, personId)).returning({ id: t.drafts.id }),
  );

/** Takes back the requests for feedback that somebody has made, or was asked for. */
export const closeRequests = (personId: string, now: number) =>
  statement('closeRequests', (db, t) =>
    db
      .update(t.feedbackRequests)
      .set({ status: 'withdrawn', settledAt: now, revision: sql`${t.feedbackRequests.revision} + 1` })
      .where(
        and(
          or(eq(t.feedbackRequests.employeeId, personId), eq(t.feedbackRequests.askedId, personId)),
          eq(t.feedbackRequests.status, 'open'),
        ),
      )
      .returning({ id: t.feedbackRequests.id }),
  );

/** Calls off the dialogues of an employee that were not held. */
export const closeDialogues = (employeeId: string, now: number) =>
  statement('closeDialogues', (db, t) =>
    db
      .update(t.dialogues)
      .set({ status: 'cancelled', updatedAt: now, revision: sql`${t.dialogues.revision} + 1` })
      .where(and(eq(t.dialogues.employeeId, employeeId), inArray(t.dialogues.status, ['proposed', 'agreed'])))
      .returning({ id: t.dialogues.id }),
  );

/** Ends the administrative reminders of somebody that are still to come. */
export const closeReminders = (personId: string, now: number) =>
  statement('closeReminders', (db, t) =>
    db
      .update(t.adminReminders)
      .set({ status: 'cancelled', at: now, revision: sql`${t.adminReminders.revision} + 1` })
      .where(and(eq(t.adminReminders.personId, personId), eq(t.adminReminders.status, 'scheduled')))
      .returning({ id: t.adminReminders.id }),
  );
