import type { Cascade, Place } from './cascade.ts';
import type { CascadeNode, RoleCell } from './facts.ts';
import { resultOfCell } from './role-cell.ts';

/** A node with everything that supports it, as far as it is looked at. */
export interface Branch extends Place {
  /** Whether what it supports lies outside of what is looked at. */
  cut: boolean;
  /** Nobody carries it though somebody should. */
  gap: boolean;
  /** Shared cells that are not in a plan in force yet. */
  cells: readonly RoleCell[];
  children: Branch[];
  /** How many of all nodes below it are left out. */
  hidden: number;
}

/** Part of the cascade as trees; each node that is looked at stands in exactly one place. */
export interface Forest {
  roots: Branch[];
  /** Results that support nothing, with what supports them. */
  orphans: Branch[];
}

/** The trees of those nodes that are looked at. */
export function forestOf(cascade: Cascade, isLookedAt: (node: CascadeNode) => boolean): Forest {
  const gaps = new Set(cascade.gaps.map(({ id }) => id));
  const branch = (place: Place): Branch => {
    const { node, parent } = place;
    const children = cascade
      .below(node.id)
      .filter(isLookedAt)
      .map(({ id }) => branch(cascade.places.get(id)!));
    const cells = cascade
      .cells(node.id)
      .filter((cell) => !resultOfCell(cell, cascade.people.get(cell.personId)?.results));
    const cut = parent !== null && !isLookedAt(parent);
    return { ...place, cut, gap: gaps.has(node.id), cells, children, hidden: 0 };
  };
  const tops = [...cascade.places.values()].filter(
    ({ node, parent }) => isLookedAt(node) && (parent === null || !isLookedAt(parent)),
  );
  // Additional tasks that support nothing come behind everything that does.
  const isApart = ({ node, parent }: Place) => node.kind === 'result' && parent === null;
  const roots = tops
    .filter(({ orphan }) => orphan === null)
    .toSorted((a, b) => Number(isApart(a)) - Number(isApart(b)));
  return {
    roots: roots.map(branch),
    orphans: tops.filter(({ orphan }) => orphan !== null).map(branch),
  };
}

/** How many nodes some trees have. */
export function countNodes(branches: readonly Branch[]): number {
  return branches.reduce((sum, { children }) => sum + 1 + countNodes(children), 0);
}

/** The first `max` nodes of some trees, level by level; each one says how many below it are left out. */
export function firstNodes(branches: readonly Branch[], max: number): { branches: Branch[]; hidden: number } {
  const kept = new Set<Branch>();
  for (let level: readonly Branch[] = branches; level.length > 0; ) {
    const fitting = level.slice(0, Math.max(0, max - kept.size));
    for (const one of fitting) kept.add(one);
    level = fitting.flatMap(({ children }) => children);
  }
  const prune = (some: readonly Branch[]): Branch[] =>
    some
      .filter((one) => kept.has(one))
      .map((one) => ({
        ...one,
        children: prune(one.children),
        hidden: countNodes(one.children.filter((child) => !kept.has(child))),
      }));
  return { branches: prune(branches), hidden: countNodes(branches) - kept.size };
}
