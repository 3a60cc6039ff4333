import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cascadeOf } from '../../../src/core/cascade/cascade.ts';
import type { CascadeFacts } from '../../../src/core/cascade/facts.ts';
import { type Branch, countNodes, firstNodes, forestOf } from '../../../src/core/cascade/forest.ts';
import { by, cell, facts, goal, named, person, result } from './builders.ts';

/** Any facts at all: circles, results of nobody, goals that support themselves, cells of strangers. */
const anyFacts: fc.Arbitrary<CascadeFacts> = fc
  .record({ people: fc.integer({ min: 0, max: 8 }), goals: fc.integer({ min: 0, max: 6 }) })
  .chain(({ people, goals }) => {
    const anyone = fc.option(
      fc.integer({ min: 0, max: people }).map((n) => `p${n}`),
      { nil: null },
    );
    const anyResult = fc.tuple(fc.nat(people), fc.nat(3)).map(([p, r]) => `p${p}r${r}`);
    const anyGoal = fc.nat(goals).map((n) => `g${n}`);
    const support = fc.oneof(
      fc.constant(null),
      anyResult.map((id) => by(id)),
      anyGoal.map((id) => by(id, 'goal')),
      fc.nat(4).map((number) => named(number)),
      fc.nat(4).map((number) => named(number, null, 'goal')),
    );
    const somebody = (n: number) =>
      fc
        .tuple(
          anyone,
          fc.option(fc.array(fc.tuple(support, fc.boolean()), { maxLength: 4 })),
          fc.constantFrom('unit', 'other'),
        )
        .map(([supervisor, results, unit]) =>
          person(
            `p${n}`,
            supervisor,
            results?.map(([supports, additional], r) =>
              result(`p${n}r${r}`, { number: r + 1, supports, additional }),
            ) ?? null,
            unit,
          ),
        );
    const someGoal = (n: number) =>
      fc
        .tuple(fc.option(anyGoal), fc.constantFrom('unit', 'other'))
        .map(([parentId, unitId]) => goal(`g${n}`, { number: n, parentId, unitId }));
    const someCell = fc
      .tuple(fc.nat(people), anyResult, fc.constantFrom('draft', 'shared', 'taken', 'withdrawn'), fc.nat())
      .map(([p, id, status, n]) => cell(`p${p}`, id, { status, id: `cell${n}` }));
    const rows = <T>(count: number, make: (n: number) => fc.Arbitrary<T>) =>
      fc.tuple(...Array.from({ length: count }, (_, n) => make(n)));
    return fc
      .tuple(rows(people, somebody), rows(goals, someGoal), fc.array(someCell, { maxLength: 10 }))
      .map(([all, some, cells]) => facts({ people: all, goals: some, cells }));
  });

const idsOf = (branches: readonly Branch[]): string[] =>
  branches.flatMap(({ node, children }) => [node.id, ...idsOf(children)]);

const everyId = ({ goals, people }: CascadeFacts) => [
  ...goals.map(({ id }) => id),
  ...people.flatMap(({ results }) => (results ?? []).map(({ id }) => id)),
];

it('gives each goal and each result one place, in whole or in part', () => {
  fc.assert(
    fc.property(anyFacts, fc.func(fc.boolean()), (given, lookedAt) => {
      const cascade = cascadeOf(given);
      const isLookedAt = new Map(everyId(given).map((id) => [id, lookedAt(id)]));
      for (const here of [() => true, (id: string) => isLookedAt.get(id)!]) {
        const forest = forestOf(cascade, ({ id }) => here(id));
        const placed = [...idsOf(forest.roots), ...idsOf(forest.orphans)];
        expect(placed.toSorted()).toEqual(everyId(given).filter(here).toSorted());
      }
    }),
  );
});

it('counts everything that should be carried either as carried or as a gap', () => {
  fc.assert(
    fc.property(anyFacts, (given) => {
      const { gaps, carried } = cascadeOf(given);
      const leaders = new Set(given.people.map(({ supervisorId }) => supervisorId));
      const toCarry = [
        ...given.goals.map(({ id }) => id),
        ...given.people
          .filter(({ id }) => leaders.has(id))
          .flatMap(({ results }) =>
            (results ?? []).filter(({ additional }) => !additional).map(({ id }) => id),
          ),
      ];
      expect([...gaps, ...carried].map(({ id }) => id).toSorted()).toEqual(toCarry.toSorted());
    }),
  );
});

it('ends every way up, and never comes back to where it was', () => {
  fc.assert(
    fc.property(anyFacts, (given) => {
      const cascade = cascadeOf(given);
      for (const id of everyId(given)) {
        const chain = cascade.chain(id).map((node) => node.id);
        expect(new Set([id, ...chain]).size).toBe(chain.length + 1);
      }
    }),
  );
});

it('has an orphan exactly where a result supports nothing and is no additional task of its own', () => {
  fc.assert(
    fc.property(anyFacts, (given) => {
      for (const { node, parent, orphan } of cascadeOf(given).places.values()) {
        if (orphan !== null) expect([parent, node.kind]).toEqual([null, 'result']);
        else if (parent === null && node.kind === 'result')
          expect([node.result.additional, node.result.supports]).toEqual([true, null]);
      }
    }),
  );
});

it('shows the first nodes level by level and counts the others', () => {
  fc.assert(
    fc.property(anyFacts, fc.nat(20), (given, max) => {
      const { roots } = forestOf(cascadeOf(given), () => true);
      const { branches, hidden } = firstNodes(roots, max);
      expect(countNodes(branches)).toBe(Math.min(max, countNodes(roots)));
      expect(countNodes(branches) + hidden).toBe(countNodes(roots));
    }),
  );
});
