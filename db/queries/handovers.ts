import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import { expecting, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** What moved from one supervisor to another. */
export type HandoverRow = Tables['handovers']['$inferSelect'];

/** Some handovers, by person. */
export const handoversByIds = (ids: readonly string[]) =>
  statement('handoversByIds', (db, t) =>
    db
      .select()
      .from(t.handovers)
      .where(inArray(t.handovers.id, [...ids]))
      .orderBy(asc(t.handovers.id)),
  );

/** The handovers that a supervisor made at one moment to one other. */
export const handoversTogether = ({ fromId, toId, createdAt }: HandoverRow) =>
  statement('handoversTogether', (db, t) =>
    db
      .select()
      .from(t.handovers)
      .where(
        and(
          eq(t.handovers.createdAt, createdAt),
          eq(t.handovers.fromId, fromId ?? ''),
          eq(t.handovers.toId, toId ?? ''),
        ),
      )
      .orderBy(asc(t.handovers.id)),
  );

/** The handovers of a person, the newest last. */
export const handoversOf = prepared<{ personId: string }>()('handoversOf', (db, t) =>
  db
    .select()
    .from(t.handovers)
    .where(eq(t.handovers.personId, p('personId')))
    .orderBy(asc(t.handovers.onDate), asc(t.handovers.createdAt)),
);

/** Adds a handover. */
export const insertHandover = (row: HandoverRow) =>
  statement('insertHandover', (db, t) =>
    db.insert(t.handovers).values(row).returning({ id: t.handovers.id }),
  );

/** Adds the note of the former supervisor, if it is still as it was read. */
export const noteHandover = ({ id, revision }: HandoverRow, note: string) =>
  expecting(
    1,
    statement('noteHandover', (db, t) =>
      db
        .update(t.handovers)
        .set({ note, revision: revision + 1 })
        .where(and(eq(t.handovers.id, id), eq(t.handovers.revision, revision)))
        .returning({ id: t.handovers.id }),
    ),
  );

interface Pair extends Record<string, unknown> {
  personId: string;
  supervisorId: string;
}

/** Plans of a person that wait for a supervisor's word. */
export const openPlans = prepared<Pair>()('openPlans', (db, t) =>
  db
    .select({ count: count() })
    .from(t.planVersions)
    .where(
      and(
        eq(t.planVersions.personId, p('personId')),
        eq(t.planVersions.supervisorId, p('supervisorId')),
        eq(t.planVersions.status, 'proposed'),
      ),
    ),
);

/** Dialogues of a person with a supervisor that are still ahead. */
export const openDialogues = prepared<Pair>()('openDialogues', (db, t) =>
  db
    .select({ count: count() })
    .from(t.dialogues)
    .where(
      and(
        eq(t.dialogues.employeeId, p('personId')),
        eq(t.dialogues.leaderId, p('supervisorId')),
        inArray(t.dialogues.status, ['proposed', 'agreed']),
      ),
    ),
);

/** Evaluations of a person that wait for a supervisor, or come to them. */
export const openEvaluations = prepared<Pair>()('openEvaluations', (db, t) =>
  db
    .select({ count: count() })
    .from(t.evaluations)
    .where(
      and(
        eq(t.evaluations.personId, p('personId')),
        eq(t.evaluations.evaluatorId, p('supervisorId')),
        inArray(t.evaluations.status, ['open', 'submitted', 'returned']),
      ),
    ),
);

/** Requests for feedback that a person has put to a supervisor. */
export const openRequests = prepared<Pair>()('openRequests', (db, t) =>
  db
    .select({ count: count() })
    .from(t.feedbackRequests)
    .where(
      and(
        eq(t.feedbackRequests.employeeId, p('personId')),
        eq(t.feedbackRequests.askedId, p('supervisorId')),
        eq(t.feedbackRequests.status, 'open'),
      ),
    ),
);
