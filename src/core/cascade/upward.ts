import type { PlanSupport } from '../plan/content.ts';
import { sameText } from '../same-text.ts';
import type { CascadeFacts, CascadeNode, CascadePerson, PlannedResult } from './facts.ts';

/**
 * Why a result supports nothing: it names nothing, what it names is not (or no longer) in force, it names its
 * superior's result by number while no plan of theirs is in force, or the chain comes back to itself.
 */
export type OrphanReason = 'nothing' | 'gone' | 'no_plan_above' | 'circle';

/** What a result supports, or why it supports nothing; both null: an additional task that need not. */
export interface Upward {
  parent: CascadeNode | null;
  orphan: OrphanReason | null;
}

/** Finds what a work result supports among everything that is in force. */
export function createUpward(
  { units, goals, people }: CascadeFacts,
  nodes: ReadonlyMap<string, CascadeNode>,
): (owner: CascadePerson, result: PlannedResult) => Upward {
  const persons = new Map(people.map((person) => [person.id, person]));
  const places = new Map(units.map((unit) => [unit.id, unit]));
  const linked = (node: CascadeNode | null | undefined): Upward =>
    node ? { parent: node, orphan: null } : { parent: null, orphan: 'gone' };

  /** A superior's result that is named by its number, or in the same words. */
  function byHand(owner: CascadePerson, { number, title }: PlanSupport): Upward {
    const superior = owner.supervisorId === null ? null : persons.get(owner.supervisorId);
    if (!superior?.results) return { parent: null, orphan: 'no_plan_above' };
    const hit = superior.results.find((result) => saysSo(result, number, title));
    return linked(hit && nodes.get(hit.id));
  }

  /** A goal that is named by its number, or in the same words: of the own unit, else of the nearest one above. */
  function goalByHand(owner: CascadePerson, { number, title }: PlanSupport): Upward {
    const seen = new Set<string>();
    for (let at = places.get(owner.unitId); at && !seen.has(at.id); at = places.get(at.parentId ?? '')) {
      seen.add(at.id);
      const own = goals.filter(({ unitId }) => unitId === at?.id);
      const hit =
        own.find((goal) => goal.kind === 'agreement' && saysSo(goal, number, title)) ??
        own.find((goal) => saysSo(goal, null, title));
      if (hit) return linked(nodes.get(hit.id));
    }
    return linked(null);
  }

  return (owner, { supports, additional }) => {
    if (!supports) return { parent: null, orphan: additional ? null : 'nothing' };
    if (supports.id === null)
      return supports.kind === 'goal' ? goalByHand(owner, supports) : byHand(owner, supports);
    return linked(nodes.get(supports.id));
  };
}

function saysSo(
  candidate: { number: number; title: string },
  number: number | null,
  title: string | null,
): boolean {
  return number === null ? title !== null && sameText(candidate.title, title) : candidate.number === number;
}
