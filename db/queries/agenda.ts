import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import { atMost, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** When the scheduler looks at somebody again. */
export type AgendaRow = Tables['agenda']['$inferSelect'];

/** The name under which a person's prompts, work results or changes, or a supervisor's digests, are looked at. */
const agendaKey = (kind: AgendaRow['kind'], personId: string) => `${kind}|${personId}`;

/** People who are decided about in one transaction. */
export const MAX_LOOKED_AT = 200;

/** What is due to be looked at, the longest due first. */
export const dueAgenda = prepared<{ kind: AgendaRow['kind']; now: number }>()('dueAgenda', (db, t) =>
  db
    .select()
    .from(t.agenda)
    .where(and(lte(t.agenda.nextAt, p('now')), eq(t.agenda.kind, p('kind'))))
    .orderBy(asc(t.agenda.nextAt))
    .limit(atMost(MAX_LOOKED_AT)),
);

/** Puts people on the agenda, to be looked at in the next minute; who is on it stays as they are. */
export const joinAgenda = (kind: AgendaRow['kind'], personIds: readonly string[], now: number) =>
  statement('joinAgenda', (db, t) =>
    db
      .insert(t.agenda)
      .values(
        personIds.map((personId) => ({
          key: agendaKey(kind, personId),
          ...{ kind, personId, nextAt: 0, lookedAt: null, createdAt: now },
        })),
      )
      .onConflictDoNothing()
      .returning({ key: t.agenda.key }),
  );

/** Sets when people are looked at next; several people may share a moment. */
export const planAgenda = (keys: string[], nextAt: number, now: number) =>
  statement('planAgenda', (db, t) =>
    db
      .update(t.agenda)
      .set({ nextAt, lookedAt: now })
      .where(inArray(t.agenda.key, keys))
      .returning({ key: t.agenda.key }),
  );

/**
 * Has people looked at again in the next minute, because what decides about their slots has changed; null: everybody.
 *
 * To be committed together with the change; a look too many is harmless.
 */
export const lookAgain = (personIds: readonly string[] | null) =>
  statement('lookAgain', (db, t) =>
    db
      .update(t.agenda)
      .set({ nextAt: 0 })
      .where(personIds === null ? undefined : inArray(t.agenda.personId, [...personIds]))
      .returning({ key: t.agenda.key }),
  );

/** Active people who are not on the agenda of prompts, of the radar, or of evaluations yet. */
export const missingOnAgenda = (kind: Exclude<AgendaRow['kind'], 'digest'>) =>
  statement('missingOnAgenda', (db, t) =>
    db
      .select({ id: t.people.id })
      .from(t.people)
      .leftJoin(t.agenda, and(eq(t.agenda.personId, t.people.id), eq(t.agenda.kind, kind)))
      .where(and(eq(t.people.active, true), sql`${t.agenda.key} is null`)),
  );

/** Supervisors of active people who are not on the agenda of digests yet. */
export const missingSupervisors = () =>
  statement('missingSupervisors', (db, t) =>
    db
      .selectDistinct({ id: t.people.supervisorId })
      .from(t.people)
      .leftJoin(t.agenda, and(eq(t.agenda.personId, t.people.supervisorId), eq(t.agenda.kind, 'digest')))
      .where(
        and(
          eq(t.people.active, true),
          sql`${t.people.supervisorId} is not null`,
          sql`${t.agenda.key} is null`,
        ),
      ),
  );
