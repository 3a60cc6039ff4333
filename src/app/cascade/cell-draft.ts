import { DIVISIONS, personAnswer, type RoleCellContext } from '../../../conversations/role-cell.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import { insertRoleCell, type RoleCellRow, updateRoleCell } from '../../../db/queries/role-cells.ts';
import { say } from '../../core/message.ts';
import { sameText } from '../../core/same-text.ts';
import { notify } from '../notices.ts';
import { answered, noted, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { type LeaderMatrix, leaderMatrix } from './leader-matrix.ts';
import { matrixMessage } from './matrix-view.ts';

/** The form for a contribution to a result of the leader; `resultNumber` null: the form asks to which one. */
export function newCellDraft(session: Session, year: number, resultNumber: number | null): DraftRow {
  const answers = resultNumber === null ? {} : { result: String(resultNumber) };
  return draft(session, { year: String(year) }, answers, null);
}

/** The form in which one answer about a cell is changed. */
export function changeCellDraft(
  session: Session,
  cell: RoleCellRow,
  resultNumber: number,
  question: 'contribution' | 'method',
): DraftRow {
  const { id, year, personId, contribution, divided } = cell;
  const answers = {
    result: String(resultNumber),
    person: personAnswer(personId),
    contribution,
    method: divided ?? 'non_direct',
  };
  return draft(session, { year: String(year), cellId: id }, answers, question);
}

/** What the questions need to know; null for whoever has no team or no plan in force. */
export async function cellContext(session: Session, row: DraftRow): Promise<RoleCellContext | null> {
  const { team, results } = await leaderMatrix(session, Number(row.subject.year));
  return results && team.length > 0 ? { t: session.t, results: [...results], people: team } : null;
}

/** Stores what the form holds: a new draft of a cell, or a change that its contributor is told of if they know the cell. */
export async function finishCell(session: Session, row: DraftRow): Promise<Outcome> {
  const { t } = session;
  const matrix = await leaderMatrix(session, Number(row.subject.year));
  const done = deleteDraft(row.id, row.revision);
  const result = matrix.results?.find(({ number }) => String(number) === row.answers.result);
  const person = matrix.team.find(({ id }) => personAnswer(id) === row.answers.person);
  const choice = DIVISIONS[String(row.answers.method)];
  if (!result || !person || !choice) return answered(say(t.problem.gone()), done);
  const given = {
    workResultId: result.id,
    personId: person.id,
    contribution: String(row.answers.contribution),
    ...choice,
  };
  const known = matrix.cells.find(({ id }) => id === row.subject.cellId) ?? null;
  if (row.subject.cellId && !known) return answered(say(t.cascade.cell.gone()), done);
  const twin = matrix.cells.find(
    (cell) =>
      cell.id !== known?.id &&
      cell.workResultId === given.workResultId &&
      cell.personId === given.personId &&
      sameText(cell.contribution, given.contribution),
  );
  if (twin) return shown(session, matrix, [t.cascade.cell.same(person.name)], [done]);
  if (!known) {
    const cell = newCell(session, matrix.year, given);
    const after = { ...matrix, cells: [...matrix.cells, cell] };
    return shown(session, after, [t.cascade.cell.saved(person.name)], [done, insertRoleCell(cell)]);
  }
  return change(session, matrix, known, given, done);
}

type Given = Pick<RoleCellRow, 'workResultId' | 'personId' | 'contribution' | 'method' | 'divided'>;

function change(
  session: Session,
  matrix: LeaderMatrix,
  known: RoleCellRow,
  given: Given,
  done: Outcome['writes'][number],
): Outcome {
  const { t, now } = session;
  const { contribution, method, divided } = given;
  // Somebody else's contribution, or to another result, is another cell.
  const moved = known.personId !== given.personId || known.workResultId !== given.workResultId;
  const wasShared = known.status !== 'draft';
  const next: RoleCellRow = moved
    ? newCell(session, matrix.year, given)
    : {
        ...known,
        ...{ contribution, method, divided, updatedAt: now, revision: known.revision + 1 },
        status: wasShared ? 'shared' : 'draft',
      };
  const others = matrix.cells.filter(({ id }) => id !== known.id);
  const name = matrix.team.find(({ id }) => id === next.personId)?.name ?? '–';
  const { id, revision, ...values } = next;
  const writes = moved
    ? [updateRoleCell(known, { status: 'withdrawn', updatedAt: now }), insertRoleCell(next)]
    : [updateRoleCell(known, values)];
  const told = wasShared ? [changeNotice(session, known)] : [];
  const note = moved
    ? t.cascade.cell.saved(name)
    : wasShared
      ? t.cascade.cell.changed(name)
      : t.cascade.cell.changedDraft();
  return shown(session, { ...matrix, cells: [...others, next] }, [note], [done, ...writes, ...told]);
}

/** Tells whoever a shared cell is for that it has changed or is withdrawn; `cell` is as it was before. */
export function changeNotice(
  { now }: Session,
  { id, revision, personId }: RoleCellRow,
): Outcome['writes'][number] {
  const key = `role_changed:${id}:${revision + 1}`;
  return notify('role_changed', key, personId, { cellId: id, revision: revision + 1 }, now);
}

function newCell({ services, person, now }: Session, year: number, given: Given): RoleCellRow {
  return {
    ...{ id: services.newId(), leaderId: person.id, year, ...given },
    ...{ status: 'draft', revision: 1, createdAt: now, updatedAt: now },
  };
}

function shown(session: Session, matrix: LeaderMatrix, notes: string[], writes: Outcome['writes']): Outcome {
  return noted(answered(matrixMessage(session, matrix), ...writes), notes);
}

function draft(
  { services, person, now }: Session,
  subject: DraftRow['subject'],
  answers: DraftRow['answers'],
  editing: string | null,
): DraftRow {
  return {
    id: services.newId(),
    personId: person.id,
    form: 'role_cell',
    ...{ subject, answers, editing, listening: false, revision: 1, updatedAt: now },
  };
}
