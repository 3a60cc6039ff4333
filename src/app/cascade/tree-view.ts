import { type Branch, firstNodes } from '../../core/cascade/forest.ts';
import { type Block, type Button, type Message, say, withButtons } from '../../core/message.ts';
import { isExpectedToReport } from '../../core/permissions.ts';
import { clip } from '../entry-view.ts';
import type { Session } from '../session.ts';
import { cascadeButton } from './buttons.ts';
import { labelOf, namedNode, remarksOn, someNames, titleOf } from './tree-words.ts';
import type { UnitTree } from './unit-tree.ts';

/** Lines of the tree in one message. */
const MAX_NODES = 60;
const MAX_LISTED = 12;
const MAX_ORPHANS = 20;
const MAX_NAMES = 10;
const MAX_UNITS = 12;
/** Shared cells below one result. */
const MAX_CELLS = 10;
/** Stays where it is on every platform, unlike a space at the beginning of a line. */
const STEP = '\u00a0\u00a0\u00a0';

/** The tree of a unit in words: who supports what, what nobody carries, and what supports nothing. */
export function treeMessage({ t }: Session, tree: UnitTree): Message {
  const texts = t.cascade.tree;
  const { unit, year, forest, nodes, gaps, people, around } = tree;
  const title: Block = { kind: 'title', text: texts.title(unit.name, year) };
  const buttons = unitButtons(tree);
  if (nodes.length === 0) return withButtons(say(title, texts.empty(unit.name)), ...buttons);
  const blocks: Block[] = [title, { kind: 'note', text: summaryOf(t, tree) }];
  const { branches, hidden } = firstNodes(forest.roots, MAX_NODES);
  for (const branch of branches) blocks.push(...linesOf(branch, 0));
  if (hidden > 0) blocks.push({ kind: 'note', text: texts.left(hidden) });
  if (gaps.length > 0) {
    const named = gaps
      .slice(0, MAX_LISTED)
      .map((node) => namedNode(t, node, (id) => (id === unit.id ? undefined : around.units.get(id)?.name)));
    const more = gaps.length > MAX_LISTED ? [texts.more(gaps.length - MAX_LISTED)] : [];
    blocks.push(
      { kind: 'line', parts: [{ bold: texts.gaps(gaps.length) }] },
      { kind: 'list', items: [...named, ...more].map((item) => [item]) },
    );
  }
  if (forest.orphans.length > 0) {
    const apart = firstNodes(forest.orphans, MAX_ORPHANS);
    blocks.push({ kind: 'line', parts: [{ bold: texts.orphans(forest.orphans.length) }] });
    for (const branch of apart.branches) blocks.push(...linesOf(branch, 0));
    if (apart.hidden > 0) blocks.push({ kind: 'note', text: texts.more(apart.hidden) });
  }
  const without = people
    .filter((one) => isExpectedToReport(one) && !around.cascade.people.get(one.id)?.results)
    .map(({ name }) => name);
  if (without.length > 0)
    blocks.push({ kind: 'note', text: texts.withoutPlan(someNames(t, without, MAX_NAMES)) });
  return withButtons(
    { blocks, buttons: [], files: [] },
    [cascadeButton('picture', texts.picture(), unit.id, year)],
    ...buttons,
  );

  /** A node with everything below it, a step further to the right each time. */
  function linesOf(branch: Branch, depth: number): Block[] {
    const indent = STEP.repeat(depth);
    const remarks = remarksOn(t, branch, tree);
    const name = `${labelOf(t, branch.node)}: `;
    const text = [titleOf(branch.node), ...remarks].join(' · ');
    const own: Block = {
      kind: 'line',
      parts: branch.node.kind === 'goal' ? [indent, { bold: name }, text] : [`${indent}• ${name}${text}`],
    };
    const roles = branch.cells.slice(0, MAX_CELLS).map((cell): Block => {
      const who = texts.role(around.cascade.people.get(cell.personId)?.name ?? '–');
      return {
        kind: 'line',
        parts: [`${indent}${STEP}◦ ${texts.named(who, clip(cell.contribution, 200))}`],
      };
    });
    const out = branch.hidden + branch.cells.length - roles.length;
    const left: Block[] = out > 0 ? [{ kind: 'line', parts: [`${indent}${STEP}${texts.hidden(out)}`] }] : [];
    return [own, ...branch.children.flatMap((child) => linesOf(child, depth + 1)), ...roles, ...left];
  }
}

/** How many goals, results, gaps and orphans a tree has. */
export function summaryOf(t: Session['t'], { nodes, gaps, forest }: UnitTree): string {
  const goals = nodes.filter(({ kind }) => kind === 'goal').length;
  return t.cascade.tree.summary(goals, nodes.length - goals, gaps.length, forest.orphans.length);
}

/** A button for each unit directly below. */
function unitButtons({ below, year }: UnitTree): Button[][] {
  return below.slice(0, MAX_UNITS).map(({ id, name }) => [cascadeButton('tree', clip(name, 40), id, year)]);
}
