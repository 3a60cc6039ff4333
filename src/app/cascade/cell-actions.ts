import { personById } from '../../../db/queries/people.ts';
import { type RoleCellRow, roleCellById, updateRoleCell } from '../../../db/queries/role-cells.ts';
import { first } from '../../../db/store.ts';
import { groupBy } from '../../core/group.ts';
import { type Message, say, withButtons } from '../../core/message.ts';
import { begin } from '../drafts.ts';
import { clip } from '../entry-view.ts';
import { notify } from '../notices.ts';
import { answered, edited, noted, type Outcome, toast } from '../outcome.ts';
import type { Session } from '../session.ts';
import { cascadeButton } from './buttons.ts';
import { changeCellDraft, changeNotice, newCellDraft } from './cell-draft.ts';
import { leaderMatrix } from './leader-matrix.ts';
import { draftsOf, matrixMessage, numberedCells, shareMark } from './matrix-view.ts';

/** Cells that a list for choosing one shows. */
const MAX_CHOICES = 40;

/** Shows the leader's matrix in the place of the message whose button was pressed. */
export async function showMatrix(session: Session, year: number): Promise<Outcome> {
  const matrix = await leaderMatrix(session, year);
  if (matrix.team.length === 0) return toast(session.t.cascade.matrix.onlyLeader());
  return edited(matrixMessage(session, matrix));
}

/** Begins the form for another contribution, to a result or to one that the form asks for. */
export async function addCell(session: Session, resultId: string | null, year: number): Promise<Outcome> {
  const { t } = session;
  const { team, results } = await leaderMatrix(session, year);
  if (team.length === 0) return toast(t.cascade.matrix.onlyLeader());
  if (!results || results.length === 0) return toast(t.cascade.noPlan(year));
  const result = results.find(({ id }) => id === resultId);
  if (resultId !== null && !result) return toast(t.cascade.cell.resultGone());
  return begin(session, newCellDraft(session, year, result?.number ?? null));
}

/** Asks which cell is to be changed. */
export async function chooseCell(session: Session, year: number): Promise<Outcome> {
  const { t } = session;
  const matrix = await leaderMatrix(session, year);
  if (matrix.team.length === 0) return toast(t.cascade.matrix.onlyLeader());
  const names = new Map([...matrix.cascade.people.values()].map(({ id, name }) => [id, name]));
  const rows = numberedCells(matrix)
    .slice(0, MAX_CHOICES)
    .map(({ cell, name }) => [
      cascadeButton('cell', clip(`${name} ${names.get(cell.personId) ?? '–'}`, 40), cell.id, year),
    ]);
  const back = [cascadeButton('matrix', t.cascade.matrix.back(), null, year)];
  return edited(withButtons(say(t.cascade.matrix.whichCell()), ...rows, back));
}

/** Shows one cell of the leader with what can be done about it. */
export async function showCell(session: Session, id: string): Promise<Outcome> {
  const found = await ownCell(session, id);
  if ('reply' in found) return found;
  const { t } = session;
  const { cell } = found;
  const texts = t.cascade.matrix;
  return edited(
    withButtons(
      await cellMessage(session, cell),
      [
        cascadeButton('text', texts.changeText(), cell.id, ''),
        cascadeButton('method', texts.changeMethod(), cell.id, ''),
      ],
      [
        { ...cascadeButton('withdraw', texts.withdraw(), cell.id, ''), style: 'danger' },
        cascadeButton('matrix', texts.back(), null, cell.year),
      ],
    ),
  );
}

/** Begins the form in which one answer about a cell is changed. */
export async function changeCell(
  session: Session,
  id: string,
  question: 'contribution' | 'method',
): Promise<Outcome> {
  const found = await ownCell(session, id);
  if ('reply' in found) return found;
  const { cell } = found;
  const { results } = await leaderMatrix(session, cell.year);
  const result = results?.find((one) => one.id === cell.workResultId);
  if (!result) return toast(session.t.cascade.cell.resultGone());
  return begin(session, changeCellDraft(session, cell, result.number, question));
}

/** Withdraws a cell once the leader has confirmed it; whoever knows of it is told. */
export async function withdrawCell(session: Session, id: string, confirmed: boolean): Promise<Outcome> {
  const { t, now } = session;
  const found = await ownCell(session, id);
  if ('reply' in found) return found;
  const { cell } = found;
  if (!confirmed) {
    const yes = cascadeButton('withdraw!', t.cascade.matrix.withdrawYes(), cell.id, '');
    return edited(
      withButtons(await cellMessage(session, cell, t.cascade.cell.askWithdraw()), [
        { ...yes, style: 'danger' },
        cascadeButton('matrix', t.cascade.matrix.back(), null, cell.year),
      ]),
    );
  }
  const matrix = await leaderMatrix(session, cell.year);
  const rest = { ...matrix, cells: matrix.cells.filter((one) => one.id !== cell.id) };
  const told = cell.status === 'draft' ? [] : [changeNotice(session, cell)];
  const shown = edited(
    matrixMessage(session, rest),
    updateRoleCell(cell, { status: 'withdrawn', updatedAt: now }),
    ...told,
  );
  return { ...shown, reply: { ...shown.reply, toast: t.cascade.cell.withdrawn() } };
}

/** Shares every draft that the leader has seen: from then on people know of them, and each one is told once. */
export async function shareCells(session: Session, mark: string): Promise<Outcome> {
  const { t, now, today } = session;
  const year = Number(/^(20\d{2})\.\d+\.\d+$/.exec(mark)?.[1] ?? today.slice(0, 4));
  const matrix = await leaderMatrix(session, year);
  if (matrix.team.length === 0) return toast(t.cascade.matrix.onlyLeader());
  const drafts = draftsOf(matrix);
  const texts = t.cascade.matrix;
  if (drafts.length === 0) return withToast(edited(matrixMessage(session, matrix)), texts.nothingToShare());
  if (mark !== shareMark(matrix))
    return withToast(edited(matrixMessage(session, matrix)), texts.changedMeanwhile());
  const shared = drafts.map(
    (cell): RoleCellRow => ({ ...cell, status: 'shared', updatedAt: now, revision: cell.revision + 1 }),
  );
  const byId = new Map(shared.map((cell) => [cell.id, cell]));
  const after = { ...matrix, cells: matrix.cells.map((cell) => byId.get(cell.id) ?? cell) };
  const people = [...groupBy(shared, ({ personId }) => personId)];
  const names = people.map(([id, cells]) =>
    texts.sharedTo(matrix.team.find((one) => one.id === id)?.name ?? '–', cells.length),
  );
  const notices = people.map(([personId, cells]) => {
    const [head] = cells;
    const key = `roles:${head!.id}:${head!.revision}`;
    const payload = { leaderId: session.person.id, year, cellIds: cells.map(({ id }) => id) };
    return notify('roles', key, personId, payload, now);
  });
  // A cell that has just been shared counts from now on, though it was not loaded as shared.
  const seen = { ...after, cascade: withShared(after.cascade, shared) };
  return noted(
    answered(
      matrixMessage(session, seen),
      ...drafts.map((cell) => updateRoleCell(cell, { status: 'shared', updatedAt: now })),
      ...notices,
    ),
    [texts.shared(names.join(', '))],
  );
}

type Matrix = Awaited<ReturnType<typeof leaderMatrix>>;

function withShared(cascade: Matrix['cascade'], shared: readonly RoleCellRow[]): Matrix['cascade'] {
  const carried = new Set(shared.map(({ workResultId }) => workResultId));
  return { ...cascade, gaps: cascade.gaps.filter(({ id }) => !carried.has(id)) };
}

function withToast(outcome: Outcome, text: string): Outcome {
  return { ...outcome, reply: { ...outcome.reply, toast: text } };
}

/** A cell of the leader, or why there is nothing to be done about it. */
async function ownCell(session: Session, id: string): Promise<{ cell: RoleCellRow } | Outcome> {
  const { services, person, t } = session;
  const cell = await first(services.store, roleCellById({ id }));
  if (!cell) return toast(t.problem.gone());
  if (cell.leaderId !== person.id) return toast(t.cascade.matrix.onlyLeader());
  if (cell.status === 'withdrawn') return toast(t.cascade.cell.gone());
  return { cell };
}

async function cellMessage({ t, services }: Session, cell: RoleCellRow, head?: string): Promise<Message> {
  const person = await first(services.store, personById({ id: cell.personId }));
  return say(
    { kind: 'title', text: head ?? t.cascade.cell.title() },
    {
      kind: 'fields',
      rows: [
        [t.cascade.cell.person(), person?.name ?? '–'],
        [t.cascade.cell.contribution(), cell.contribution],
        [t.cascade.cell.method(), t.cascade.method(cell.method, cell.divided)],
      ],
    },
  );
}
