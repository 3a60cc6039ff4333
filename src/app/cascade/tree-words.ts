import type { CascadeNode } from '../../core/cascade/facts.ts';
import type { Branch } from '../../core/cascade/forest.ts';
import type { Texts } from '../../i18n/texts.ts';
import { clip } from '../entry-view.ts';
import type { UnitTree } from './unit-tree.ts';

/** Characters of a title in a line. */
const MAX_TITLE = 200;

/** What a node is called: a kind of goal with its number, or whose result it is. */
export function labelOf(t: Texts, node: CascadeNode): string {
  return node.kind === 'goal'
    ? t.cascade.goal(node.goal.kind, node.goal.number)
    : t.cascade.resultOf(node.owner.name, node.result.number);
}

/** The words of a goal or a result. */
export function titleOf(node: CascadeNode): string {
  return clip(node.kind === 'goal' ? node.goal.title : node.result.title, MAX_TITLE);
}

/** Both in one line; a goal says whose it is where `unitOf` tells. */
export function namedNode(t: Texts, node: CascadeNode, unitOf?: (id: string) => string | undefined): string {
  const unit = node.kind === 'goal' ? unitOf?.(node.goal.unitId) : undefined;
  const label = labelOf(t, node);
  return t.cascade.tree.named(unit ? `${label} ${unit}` : label, titleOf(node));
}

/** What is to be said about a node besides its name: division, gap, what it supports elsewhere. */
export function remarksOn(t: Texts, branch: Branch, { around, unit }: UnitTree): string[] {
  const { node, parent, cut, orphan, gap } = branch;
  const elsewhere =
    node.kind === 'goal' && node.goal.unitId !== unit.id ? around.units.get(node.goal.unitId)?.name : null;
  const method =
    node.kind === 'result' && node.result.method !== null && parent?.kind === 'result'
      ? t.cascade.method(node.result.method, dividedBy(branch, around.facts.cells))
      : null;
  return [
    ...(elsewhere ? [elsewhere] : []),
    ...(method ? [method] : []),
    ...(node.kind === 'result' && node.result.additional ? [t.cascade.tree.additional()] : []),
    ...(cut && parent
      ? [t.cascade.tree.supports(namedNode(t, parent, (id) => around.units.get(id)?.name))]
      : []),
    ...(orphan ? [t.cascade.tree.orphan(orphan)] : []),
    ...(gap ? [`⚠ ${t.cascade.tree.gap()}`] : []),
  ];
}

/** What the cell that a result came from says about the division. */
function dividedBy({ node }: Branch, cells: UnitTree['around']['facts']['cells']) {
  return cells.find(({ id }) => id === node.id)?.divided ?? null;
}

/** The first names of a list, and how many there are besides. */
export function someNames(t: Texts, names: readonly string[], max: number): string {
  const shown = names.slice(0, max).join(', ');
  return names.length > max ? `${shown} ${t.cascade.tree.more(names.length - max)}` : shown;
}
