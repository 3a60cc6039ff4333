import { groupBy } from '../group.ts';
import type { CascadeFacts, CascadeNode, CascadePerson, RoleCell } from './facts.ts';
import { createUpward, type OrphanReason } from './upward.ts';

/** A node with what it supports; each one has exactly one place. */
export interface Place {
  node: CascadeNode;
  parent: CascadeNode | null;
  /** Why a result supports nothing though it should. */
  orphan: OrphanReason | null;
}

/** The cascade from goals of units down to everybody's results (domain.md §6): a forest, whatever the data say. */
export interface Cascade {
  places: ReadonlyMap<string, Place>;
  people: ReadonlyMap<string, CascadePerson>;
  /** What supports a node directly: goals first, then results by their owners' names. */
  below(id: string): readonly CascadeNode[];
  /** Cells of role matrices that people know of, for a leader's result. */
  cells(resultId: string): readonly RoleCell[];
  /** What a node supports, what that supports, and so on; the nearest first. */
  chain(id: string): CascadeNode[];
  /** Goals, and main results of leaders, that somebody carries: by a result, a goal below, or a shared cell. */
  carried: CascadeNode[];
  /** Goals, and main results of leaders, that nobody carries. */
  gaps: CascadeNode[];
  /** Results that support nothing, or something that is not in force. */
  orphans: Place[];
}

/** Builds the cascade of some units and people. */
export function cascadeOf(facts: CascadeFacts): Cascade {
  const nodes = nodesOf(facts);
  const places = placesOf(facts, nodes);
  const below = groupBy(
    [...places.values()].filter(({ parent }) => parent !== null),
    ({ parent }) => parent!.id,
  );
  const persons = new Map(facts.people.map((person) => [person.id, person]));
  const leaders = new Set(facts.people.map(({ supervisorId }) => supervisorId));
  const known = facts.cells.filter(
    ({ status, personId }) => (status === 'shared' || status === 'taken') && persons.has(personId),
  );
  const cells = groupBy(known, ({ workResultId }) => workResultId);
  const toCarry = [...nodes.values()].filter(
    (node) => node.kind === 'goal' || (leaders.has(node.owner.id) && !node.result.additional),
  );
  const isCarried = ({ id }: CascadeNode) => below.has(id) || cells.has(id);
  return {
    places,
    people: persons,
    below: (id) => below.get(id)?.map(({ node }) => node) ?? [],
    cells: (id) => cells.get(id) ?? [],
    chain(id) {
      const found: CascadeNode[] = [];
      // Circles were cut, so this ends.
      for (let at = places.get(id)?.parent; at; at = places.get(at.id)?.parent) found.push(at);
      return found;
    },
    carried: toCarry.filter(isCarried),
    gaps: toCarry.filter((node) => !isCarried(node)),
    orphans: [...places.values()].filter(({ orphan }) => orphan !== null),
  };
}

/** Every goal and result in force by id: goals by kind and number, then results by their owners' names and number. */
function nodesOf({ goals, people }: CascadeFacts): Map<string, CascadeNode> {
  const nodes = new Map<string, CascadeNode>();
  const rank = { strategy: 0, agreement: 1 };
  for (const goal of goals.toSorted((a, b) => rank[a.kind] - rank[b.kind] || a.number - b.number))
    nodes.set(goal.id, { kind: 'goal', id: goal.id, goal });
  for (const owner of people.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)))
    for (const result of (owner.results ?? []).toSorted((a, b) => a.number - b.number))
      if (!nodes.has(result.id)) nodes.set(result.id, { kind: 'result', id: result.id, owner, result });
  return nodes;
}

function placesOf(facts: CascadeFacts, nodes: ReadonlyMap<string, CascadeNode>): Map<string, Place> {
  const upward = createUpward(facts, nodes);
  const places = new Map<string, Place>();
  for (const node of nodes.values()) {
    if (node.kind === 'result') places.set(node.id, { node, ...upward(node.owner, node.result) });
    else {
      const parent = nodes.get(node.goal.parentId ?? '');
      places.set(node.id, { node, parent: parent?.kind === 'goal' ? parent : null, orphan: null });
    }
  }
  for (const node of inCircles(places))
    places.set(node.id, { node, parent: null, orphan: node.kind === 'result' ? 'circle' : null });
  return places;
}

/** The nodes from which the way up comes back to themselves. */
function inCircles(places: ReadonlyMap<string, Place>): CascadeNode[] {
  const found: CascadeNode[] = [];
  const done = new Set<string>();
  for (const start of places.keys()) {
    const way: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !done.has(at)) {
      done.add(at);
      way.push(at);
      at = places.get(at)?.parent?.id;
    }
    const since = at === undefined ? -1 : way.indexOf(at);
    if (since >= 0) found.push(...way.slice(since).map((id) => places.get(id)!.node));
  }
  return found;
}
