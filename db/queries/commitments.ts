import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { expecting, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** What was agreed upon in a dialogue (tindak lanjut), with its owner and due date. */
export type CommitmentRow = Tables['commitments']['$inferSelect'];

/** One commitment, with the state of its dialogue. */
export const commitmentById = prepared<{ id: string }>()('commitmentById', (db, t) =>
  db
    .select({ commitment: t.commitments, kind: t.dialogues.kind, dialogueStatus: t.dialogues.status })
    .from(t.commitments)
    .leftJoin(t.dialogues, eq(t.dialogues.id, t.commitments.dialogueId))
    .where(eq(t.commitments.id, p('id'))),
);

/** The open commitments that a person owns, by due date; those of minutes that wait for confirmation do not count yet. */
export const openCommitmentsOwned = prepared<{ personId: string }>()('openCommitmentsOwned', (db, t) =>
  db
    .select({ commitment: t.commitments, kind: t.dialogues.kind })
    .from(t.commitments)
    .leftJoin(t.dialogues, eq(t.dialogues.id, t.commitments.dialogueId))
    .where(
      and(
        eq(t.commitments.ownerId, p('personId')),
        eq(t.commitments.status, 'open'),
        or(isNull(t.commitments.dialogueId), eq(t.dialogues.status, 'confirmed')),
      ),
    )
    .orderBy(asc(t.commitments.dueOn), asc(t.commitments.id)),
);

/** The open commitments of a person on either side, whoever owns them, by due date. */
export const openCommitmentsWith = prepared<{ personId: string }>()('openCommitmentsWith', (db, t) =>
  db
    .select({ commitment: t.commitments, kind: t.dialogues.kind })
    .from(t.commitments)
    .leftJoin(t.dialogues, eq(t.dialogues.id, t.commitments.dialogueId))
    .where(
      and(
        // Whoever leads a dialogue is found through its employees, for whom there is an index.
        or(
          eq(t.commitments.employeeId, p('personId')),
          eq(t.commitments.ownerId, p('personId')),
          inArray(
            t.commitments.employeeId,
            db
              .select({ id: t.dialogues.employeeId })
              .from(t.dialogues)
              .where(and(eq(t.dialogues.leaderId, p('personId')), eq(t.dialogues.status, 'confirmed'))),
          ),
        ),
        or(eq(t.commitments.employeeId, p('personId')), eq(t.commitments.leaderId, p('personId'))),
        eq(t.commitments.status, 'open'),
        or(isNull(t.commitments.dialogueId), eq(t.dialogues.status, 'confirmed')),
      ),
    )
    .orderBy(asc(t.commitments.dueOn), asc(t.commitments.id)),
);

/** The open commitments about an employee, with either owner, by due date. */
export const openCommitmentsAbout = prepared<{ employeeId: string }>()('openCommitmentsAbout', (db, t) =>
  db
    .select({ commitment: t.commitments, kind: t.dialogues.kind })
    .from(t.commitments)
    .leftJoin(t.dialogues, eq(t.dialogues.id, t.commitments.dialogueId))
    .where(
      and(
        eq(t.commitments.employeeId, p('employeeId')),
        eq(t.commitments.status, 'open'),
        or(isNull(t.commitments.dialogueId), eq(t.dialogues.status, 'confirmed')),
      ),
    )
    .orderBy(asc(t.commitments.dueOn), asc(t.commitments.id)),
);

/** A dialogue as far as its commitments are found by it: through the index of employees. */
interface OfDialogue extends Record<string, unknown> {
  id: string;
  employeeId: string;
}

const ofDialogue = prepared<OfDialogue>()('commitmentsOfDialogue', (db, t) =>
  db
    .select()
    .from(t.commitments)
    .where(and(eq(t.commitments.employeeId, p('employeeId')), eq(t.commitments.dialogueId, p('id'))))
    .orderBy(asc(t.commitments.dueOn), asc(t.commitments.id)),
);

/** What was agreed upon in a dialogue, by due date. */
export const commitmentsOfDialogue = ({ id, employeeId }: Pick<OfDialogue, 'id' | 'employeeId'>) =>
  ofDialogue({ id, employeeId });

/** Adds commitments. */
export const insertCommitments = (rows: CommitmentRow[]) =>
  expecting(
    rows.length,
    statement('insertCommitments', (db, t) =>
      db.insert(t.commitments).values(rows).returning({ id: t.commitments.id }),
    ),
  );

/** Takes away what was written down for a dialogue, because its minutes are worded anew. */
export const deleteCommitmentsOf = ({ id, employeeId }: Pick<OfDialogue, 'id' | 'employeeId'>) =>
  statement('deleteCommitmentsOf', (db, t) =>
    db
      .delete(t.commitments)
      .where(and(eq(t.commitments.employeeId, employeeId), eq(t.commitments.dialogueId, id)))
      .returning({ id: t.commitments.id }),
  );

/** Changes a commitment if it is still at the revision that was read; its revision grows by one. */
export const updateCommitment = (id: string, revision: number, change: Partial<CommitmentRow>) =>
  expecting(
    1,
    statement('updateCommitment', (db, t) =>
      db
        .update(t.commitments)
        .set({ ...change, revision: revision + 1 })
        .where(and(eq(t.commitments.id, id), eq(t.commitments.revision, revision)))
        .returning({ id: t.commitments.id }),
    ),
  );
