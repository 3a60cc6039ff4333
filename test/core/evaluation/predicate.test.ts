import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaderResultRating } from '../../../src/core/evaluation/achievement.ts';
import {
  type Predicate,
  predicateOf,
  predicates,
  type Rating,
  ratings,
} from '../../../src/core/evaluation/predicate.ts';

const cells: [Rating, Rating, Predicate][] = [
  ['above', 'below', 'poor'],
  ['above', 'meets', 'good'],
  ['above', 'above', 'very_good'],
  ['meets', 'below', 'poor'],
  ['meets', 'meets', 'good'],
  ['meets', 'above', 'good'],
  ['below', 'below', 'very_poor'],
  ['below', 'meets', 'needs_improvement'],
  ['below', 'above', 'needs_improvement'],
];

describe('the quadrant of PermenPANRB 6/2022 (domain §2.1)', () => {
  it.each(cells)('results %s and behaviour %s make %s', (result, behaviour, predicate) => {
    expect(predicateOf(result, behaviour)).toBe(predicate);
  });

  it('never gets better when one of the ratings gets worse', () => {
    const rank = (result: Rating, behaviour: Rating) => predicates.indexOf(predicateOf(result, behaviour));
    const worse = (a: Rating, b: Rating) => ratings.indexOf(a) >= ratings.indexOf(b);
    const rating = fc.constantFrom(...ratings);
    fc.assert(
      fc.property(rating, rating, rating, (a, b, other) => {
        fc.pre(worse(a, b));
        expect(rank(a, other)).toBeGreaterThanOrEqual(rank(b, other));
        expect(rank(other, a)).toBeGreaterThanOrEqual(rank(other, b));
      }),
    );
  });

  it('has no behaviour below expectation above Kurang, and no results below expectation above Butuh Perbaikan', () => {
    for (const rating of ratings) {
      expect(['poor', 'very_poor']).toContain(predicateOf(rating, 'below'));
      expect(['needs_improvement', 'very_poor']).toContain(predicateOf('below', rating));
    }
  });
});

describe("a leader's result rating", () => {
  it.each([
    ['excellent', 'above'],
    ['good', 'meets'],
    ['needs_improvement', 'below'],
    ['poor', 'below'],
    ['very_poor', 'below'],
  ] as const)('is, where the organisation is %s, %s', (achievement, rating) => {
    expect(leaderResultRating(achievement)).toBe(rating);
  });
});
