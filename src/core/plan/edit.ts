import type { PlanContent, PlanResult } from './content.ts';

/** A plan with a work result added, or put in the place of the one with its number. */
export function withResult(content: PlanContent, result: PlanResult): PlanContent {
  const others = content.results.filter(({ number }) => number !== result.number);
  return { ...content, results: [...others, result].toSorted((a, b) => a.number - b.number) };
}

/** A plan without one of its work results; the others keep their numbers. */
export function withoutResult(content: PlanContent, number: number): PlanContent {
  return { ...content, results: content.results.filter((result) => result.number !== number) };
}

/** The number of a new work result: behind all that were ever used, since activities name them by it. */
export function nextNumber(used: readonly number[]): number {
  return Math.max(0, ...used) + 1;
}

/** What tells one content of a plan from an earlier one, by the numbers of its work results. */
export interface PlanChanges {
  added: number[];
  changed: number[];
  removed: number[];
  /** Whether approach, expectations or annexes are different. */
  rest: boolean;
}

/** Compares two contents of a plan; names of work results count, their ids do not. */
export function planChanges(before: PlanContent, after: PlanContent): PlanChanges {
  const old = new Map(before.results.map((result) => [result.number, textOf(result)]));
  const now = new Map(after.results.map((result) => [result.number, textOf(result)]));
  const restOf = ({ approach, expectations, annexes }: PlanContent) =>
    JSON.stringify([
      approach,
      Object.entries(expectations)
        .filter(([, text]) => text)
        .toSorted(),
      annexes,
    ]);
  return {
    added: [...now.keys()].filter((number) => !old.has(number)),
    changed: [...now].filter(([n, text]) => old.has(n) && old.get(n) !== text).map(([number]) => number),
    removed: [...old.keys()].filter((number) => !now.has(number)),
    rest: restOf(before) !== restOf(after),
  };
}

/** Whether two contents of a plan say the same. */
export function isSamePlan(before: PlanContent, after: PlanContent): boolean {
  const { added, changed, removed, rest } = planChanges(before, after);
  return added.length + changed.length + removed.length === 0 && !rest;
}

function textOf({ additional, title, supports, method, perspective, indicators }: PlanResult): string {
  const support = supports && [supports.kind, supports.id, supports.number];
  const measures = indicators.map((i) => [i.aspect, i.title, i.target, i.unit, i.dueOn]);
  return JSON.stringify([additional, title, support, method, perspective, measures]);
}
