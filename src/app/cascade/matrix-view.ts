import type { PlannedResult } from '../../core/cascade/facts.ts';
import { isResultOf } from '../../core/cascade/role-cell.ts';
import { type Block, type Button, type Inline, type Message, say, withButtons } from '../../core/message.ts';
import { clip } from '../entry-view.ts';
import type { Session } from '../session.ts';
import { cascadeButton } from './buttons.ts';
import { type LeaderMatrix, stateOfCell } from './leader-matrix.ts';

/** Results that have a button of their own; with more of them one button asks which. */
const MAX_ADD = 9;

/** A leader's matrix: for each of their results who contributes what, and where nobody does. */
export function matrixMessage({ t, person }: Session, matrix: LeaderMatrix): Message {
  const texts = t.cascade.matrix;
  const { year, results, cells, team } = matrix;
  const blocks: Block[] = [{ kind: 'title', text: texts.title(year) }];
  if (results === null) return say(...blocks, t.cascade.noPlan(year));
  if (results.length === 0) return say(...blocks, texts.noMain());
  for (const result of results) {
    blocks.push({ kind: 'line', parts: [{ bold: t.workResult.named(result.number, result.title) }] });
    const items = contributionsTo(t, matrix, result);
    if (items.length > 0) blocks.push({ kind: 'list', items });
    const drafted = cells.some((cell) => cell.workResultId === result.id && cell.status === 'draft');
    if (matrix.cascade.gaps.some(({ id }) => id === result.id))
      blocks.push({ kind: 'line', parts: [drafted ? texts.onlyDrafts() : texts.gap()] });
  }
  const without = team.filter(({ id }) => !hasRole(matrix, person.id, id)).map(({ name }) => name);
  if (without.length > 0) blocks.push({ kind: 'note', text: texts.without(without.join(', ')) });
  const drafts = draftsOf(matrix);
  if (drafts.length > 0) blocks.push({ kind: 'note', text: texts.drafts(drafts.length) });
  return withButtons(
    { blocks, buttons: [], files: [] },
    ...addButtons(t, year, results),
    cells.length > 0 ? [cascadeButton('cells', texts.change(), null, year)] : [],
    drafts.length > 0
      ? [
          {
            ...cascadeButton('share', texts.share(drafts.length), null, shareMark(matrix)),
            style: 'primary' as const,
          },
        ]
      : [],
  );
}

/** Cells as the matrix numbers them: by result, then in their order; those of results that are gone come last. */
export function numberedCells({ results, cells }: LeaderMatrix) {
  return cells
    .map((cell, order) => {
      const result = results?.find(({ id }) => id === cell.workResultId) ?? null;
      return { cell, result, order };
    })
    .toSorted((a, b) => (a.result?.number ?? 1_000) - (b.result?.number ?? 1_000) || a.order - b.order)
    .map(({ cell, result }, _, all) => {
      const same = all.filter((other) => other.cell.workResultId === cell.workResultId);
      const place = same.findIndex((other) => other.cell.id === cell.id) + 1;
      return { cell, result, name: `${result?.number ?? '–'}.${place}` };
    });
}

/** Cells that nobody but the leader knows of, of people in the team. */
export function draftsOf(matrix: LeaderMatrix): LeaderMatrix['cells'] {
  const shown = new Set((matrix.results ?? []).map(({ id }) => id));
  return matrix.cells.filter((cell) => shown.has(cell.workResultId) && stateOfCell(matrix, cell) === 'draft');
}

/** What the button for sharing carries: the year, and how many drafts the leader has seen in which revisions. */
export function shareMark(matrix: LeaderMatrix): string {
  const drafts = draftsOf(matrix);
  return `${matrix.year}.${drafts.length}.${drafts.reduce((sum, { revision }) => sum + revision, 0)}`;
}

function contributionsTo(t: Session['t'], matrix: LeaderMatrix, result: PlannedResult): Inline[][] {
  const { cascade, team } = matrix;
  const names = new Map(team.map(({ id, name }) => [id, name]));
  const own = numberedCells(matrix).filter(({ cell }) => cell.workResultId === result.id);
  const cells = own.map(({ cell, name }): Inline[] => {
    const state = t.cascade.matrix.state(stateOfCell(matrix, cell));
    const who = names.get(cell.personId) ?? cascade.people.get(cell.personId)?.name ?? '–';
    const method = t.cascade.method(cell.method, cell.divided);
    return [`${name} `, { bold: who }, `: ${clip(cell.contribution, 300)} (${method}) · ${state}`];
  });
  const others = cascade
    .below(result.id)
    .flatMap((node) => (node.kind === 'result' ? [node] : []))
    .filter(
      (node) => !own.some(({ cell }) => cell.personId === node.owner.id && isResultOf(cell, node.result)),
    )
    .map(({ owner, result: { title, number } }): Inline[] => [
      { bold: owner.name },
      `: ${clip(title, 300)} · ${t.cascade.matrix.inPlan(number)}`,
    ]);
  return [...cells, ...others];
}

function hasRole({ cells, cascade }: LeaderMatrix, leaderId: string, personId: string): boolean {
  if (cells.some((cell) => cell.personId === personId)) return true;
  const results = cascade.people.get(personId)?.results ?? [];
  return results.some(({ id }) => {
    const parent = cascade.places.get(id)?.parent;
    return parent?.kind === 'result' && parent.owner.id === leaderId;
  });
}

function addButtons(t: Session['t'], year: number, results: readonly PlannedResult[]): Button[][] {
  if (results.length > MAX_ADD) return [[cascadeButton('add', t.cascade.matrix.addAny(), null, year)]];
  const buttons = results.map(({ id, number }) =>
    cascadeButton('add', t.cascade.matrix.add(number), id, year),
  );
  return Array.from({ length: Math.ceil(buttons.length / 3) }, (_, row) =>
    buttons.slice(row * 3, row * 3 + 3),
  );
}
