import { and, asc, desc, eq, gte, inArray, lt, or, sql } from 'drizzle-orm';
import { atMost, expecting, prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** A performance dialogue (dialog kinerja). */
export type DialogueRow = Tables['dialogues']['$inferSelect'];
/** What one side prepared for a dialogue. */
export type DialogueAnswersRow = Tables['dialogueAnswers']['$inferSelect'];

/** The id of what somebody prepared for a dialogue. */
export const answersId = (dialogueId: string, personId: string) => `${dialogueId}:${personId}`;

const MAX_OPEN = 100;

/** One dialogue. */
export const dialogueById = prepared<{ id: string }>()('dialogueById', (db, t) =>
  db
    .select()
    .from(t.dialogues)
    .where(eq(t.dialogues.id, p('id'))),
);

/** The dialogues of a person, on either side, that are not over, by their beginning. */
export const openDialoguesOf = prepared<{ personId: string }>()('openDialoguesOf', (db, t) =>
  db
    .select()
    .from(t.dialogues)
    .where(
      and(
        or(eq(t.dialogues.employeeId, p('personId')), eq(t.dialogues.leaderId, p('personId'))),
        inArray(t.dialogues.status, ['proposed', 'agreed', 'held']),
      ),
    )
    .orderBy(asc(t.dialogues.startsAt), asc(t.dialogues.id))
    .limit(atMost(MAX_OPEN)),
);

/** The dialogues about some employees, or of a person on either side, that begin in a span of instants, newest first. */
export const dialoguesBetween = (
  personId: string,
  employeeIds: readonly string[],
  from: number,
  to: number,
) =>
  statement('dialoguesBetween', (db, t) =>
    db
      .select()
      .from(t.dialogues)
      .where(
        and(
          or(eq(t.dialogues.leaderId, personId), inArray(t.dialogues.employeeId, [personId, ...employeeIds])),
          gte(t.dialogues.startsAt, from),
          lt(t.dialogues.startsAt, to),
        ),
      )
      .orderBy(desc(t.dialogues.startsAt), desc(t.dialogues.id))
      .limit(MAX_OPEN),
  );

/** The dialogue with an employee whose minutes both have confirmed and that was held last. */
export const lastConfirmedDialogueOf = prepared<{ employeeId: string }>()(
  'lastConfirmedDialogueOf',
  (db, t) =>
    db
      .select()
      .from(t.dialogues)
      .where(and(eq(t.dialogues.employeeId, p('employeeId')), eq(t.dialogues.status, 'confirmed')))
      .orderBy(desc(t.dialogues.heldOn), desc(t.dialogues.startsAt), desc(t.dialogues.id))
      .limit(atMost(1)),
);

/** Adds a dialogue. */
export const insertDialogue = (row: DialogueRow) =>
  statement('insertDialogue', (db, t) =>
    db.insert(t.dialogues).values(row).returning({ id: t.dialogues.id }),
  );

/** Changes a dialogue if it is still at the revision that was read; its revision grows by one. */
export const updateDialogue = (id: string, revision: number, change: Partial<DialogueRow>) =>
  expecting(
    1,
    statement('updateDialogue', (db, t) =>
      db
        .update(t.dialogues)
        .set({ ...change, revision: revision + 1 })
        .where(and(eq(t.dialogues.id, id), eq(t.dialogues.revision, revision)))
        .returning({ id: t.dialogues.id }),
    ),
  );

const eitherAnswers = prepared<{ employees: string; leaders: string }>()('answersOfDialogue', (db, t) =>
  db
    .select()
    .from(t.dialogueAnswers)
    .where(inArray(t.dialogueAnswers.id, [p('employees'), p('leaders')])),
);

/** What both sides prepared for a dialogue, shared or not. */
export const answersOfDialogue = ({
  id,
  employeeId,
  leaderId,
}: Pick<DialogueRow, 'id' | 'employeeId' | 'leaderId'>) =>
  eitherAnswers({ employees: answersId(id, employeeId), leaders: answersId(id, leaderId) });

/** What a person prepared for some dialogues. */
export const answersOfPerson = (personId: string, dialogueIds: readonly string[]) =>
  statement('answersOfPerson', (db, t) =>
    db
      .select()
      .from(t.dialogueAnswers)
      .where(
        inArray(
          t.dialogueAnswers.id,
          dialogueIds.map((id) => answersId(id, personId)),
        ),
      ),
  );

/** Adds what somebody prepared. */
export const insertAnswers = (row: DialogueAnswersRow) =>
  statement('insertAnswers', (db, t) =>
    db.insert(t.dialogueAnswers).values(row).returning({ id: t.dialogueAnswers.id }),
  );

/** Changes what somebody prepared if it is still at the revision that was read; its revision grows by one. */
export const updateAnswers = (id: string, revision: number, change: Partial<DialogueAnswersRow>) =>
  expecting(
    1,
    statement('updateAnswers', (db, t) =>
      db
        .update(t.dialogueAnswers)
        .set({ ...change, revision: revision + 1 })
        .where(and(eq(t.dialogueAnswers.id, id), eq(t.dialogueAnswers.revision, revision)))
        .returning({ id: t.dialogueAnswers.id }),
    ),
  );

/** The messages that show a dialogue, to whomever. */
export const dialoguePostings = prepared<{ subject: string }>()('dialoguePostings', (db, t) =>
  db
    .select()
    .from(t.postings)
    .where(and(eq(t.postings.subject, p('subject')), eq(t.postings.kind, 'dialogue')))
    .orderBy(asc(t.postings.at), asc(t.postings.id)),
);

/** Whose work result something is, with its number and title. */
export const workResultOwner = prepared<{ id: string }>()('workResultOwner', (db, t) =>
  db
    .select({ personId: t.plans.personId, number: t.workResults.number, title: t.workResults.title })
    .from(t.workResults)
    .innerJoin(t.plans, eq(t.plans.id, t.workResults.planId))
    .where(eq(t.workResults.id, p('id'))),
);
