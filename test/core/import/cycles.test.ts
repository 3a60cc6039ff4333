import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCycles, startCycleAt } from '../../../src/core/import/cycles.ts';

describe('cycles among superiors', () => {
  it('are not found in a tree', () => {
    expect(
      findCycles(
        new Map([
          ['a', 'b'],
          ['b', null],
          ['c', 'b'],
          ['d', 'elsewhere'],
        ]),
      ),
    ).toEqual([]);
  });

  it('are found with those in them only, not with those below', () => {
    expect(
      findCycles(
        new Map([
          ['x', 'a'],
          ['a', 'b'],
          ['b', 'a'],
        ]),
      ),
    ).toEqual([['a', 'b']]);
  });

  it('are found, each once, whatever their length, their start and the order of the rows', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 4 });
    fc.assert(
      fc.property(
        sizes,
        fc.integer({ min: 0, max: 5 }),
        fc.infiniteStream(fc.nat()),
        (lengths, tails, order) => {
          const edges = lengths.flatMap((length, ring) => [
            ...Array.from({ length }, (_, at): [string, string] => [
              `${ring}.${at}`,
              `${ring}.${(at + 1) % length}`,
            ]),
            ...Array.from({ length: tails }, (_, at): [string, string] => [
              `t${ring}.${at}`,
              at === 0 ? `${ring}.0` : `t${ring}.${at - 1}`,
            ]),
          ]);
          const keyed = edges.map((edge) => ({ edge, key: order.next().value as number }));
          const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ edge }) => edge);
          const found = findCycles(new Map(shuffled)).map((cycle) => {
            const ring = cycle[0]!.split('.')[0]!;
            expect(startCycleAt(cycle, `${ring}.0`)).toEqual(cycle.map((_, at) => `${ring}.${at}`));
            return { ring, length: cycle.length };
          });
          const expected = lengths.map((length, ring) => ({ ring: String(ring), length }));
          expect(found.sort((a, b) => Number(a.ring) - Number(b.ring))).toEqual(expected);
        },
      ),
    );
  });

  it('are found in a line of a hundred thousand without running out of stack', () => {
    const count = 100_000;
    const edges = Array.from({ length: count }, (_, at): [string, string] => [
      `${at}`,
      `${(at + 1) % count}`,
    ]);
    expect(findCycles(new Map(edges))[0]).toHaveLength(count);
  });
});
