import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { achievements } from '../../../src/core/evaluation/achievement.ts';
import {
  countPredicates,
  distributionWarnings,
  type PredicateCounts,
} from '../../../src/core/evaluation/distribution.ts';
import { predicates } from '../../../src/core/evaluation/predicate.ts';

function counts(
  very_good: number,
  good: number,
  needs_improvement = 0,
  poor = 0,
  very_poor = 0,
): PredicateCounts {
  return { very_good, good, needs_improvement, poor, very_poor };
}

const codes = (...args: Parameters<typeof distributionWarnings>) =>
  distributionWarnings(...args).map(({ code }) => code);

describe('the distribution pattern of SE 3/2023 (domain §2.3)', () => {
  it('takes 14 of 20 Sangat Baik where the organisation is Istimewa', () => {
    expect(distributionWarnings('excellent', counts(14, 6))).toEqual([]);
  });

  it('warns of 15 of 20 (75%)', () => {
    expect(distributionWarnings('excellent', counts(15, 5))).toEqual([
      { code: 'too_many', predicate: 'very_good', count: 15, limit: 14, percent: 70 },
    ]);
  });

  it('wants Sangat Baik to be the most frequent where the organisation is Istimewa', () => {
    expect(distributionWarnings('excellent', counts(6, 14))).toEqual([
      { code: 'not_majority', predicate: 'very_good', count: 6 },
    ]);
  });

  it('wants Baik most, at most 70%, and some Butuh Perbaikan or Kurang where it is Baik', () => {
    expect(codes('good', counts(4, 14, 2))).toEqual([]);
    expect(codes('good', counts(4, 14, 0, 1, 1))).toEqual([]);
    expect(codes('good', counts(5, 15))).toEqual(['too_many', 'none_of']);
    expect(codes('good', counts(12, 6, 2))).toEqual(['not_majority']);
  });

  it('wants 60% Butuh Perbaikan and at most 10% Sangat Baik where it is Butuh Perbaikan', () => {
    expect(codes('needs_improvement', counts(2, 6, 12))).toEqual([]);
    expect(codes('needs_improvement', counts(3, 6, 11))).toEqual(['too_few', 'too_many']);
  });

  it('wants 60% Kurang, 10% Butuh Perbaikan and at most 10% Sangat Baik where it is Kurang', () => {
    expect(codes('poor', counts(2, 4, 2, 12))).toEqual([]);
    expect(codes('poor', counts(3, 5, 1, 11))).toEqual(['too_few', 'too_few', 'too_many']);
  });

  it('wants 60% Sangat Kurang, 10% Kurang or Butuh Perbaikan and no Sangat Baik where it is Sangat Kurang', () => {
    expect(codes('very_poor', counts(0, 6, 1, 1, 12))).toEqual([]);
    expect(codes('very_poor', counts(1, 8, 0, 0, 11))).toEqual(['too_few', 'too_few', 'not_allowed']);
  });

  it('is lenient with small teams', () => {
    expect(codes('excellent', counts(3, 0))).toEqual([]);
    expect(codes('good', counts(0, 3))).toEqual([]);
    expect(codes('good', counts(0, 4))).toEqual(['too_many', 'none_of']);
    expect(codes('poor', counts(1, 0, 0, 1))).toEqual([]);
  });

  it('says nothing about nobody', () => {
    for (const achievement of achievements)
      expect(distributionWarnings(achievement, counts(0, 0))).toEqual([]);
  });

  it('has, for every size and achievement, a distribution that it does not warn of', () => {
    const some = fc.constantFrom(...achievements);
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 400 }), (achievement, size) => {
        const tenth = Math.ceil(size / 10);
        const most = Math.min(Math.ceil(size * 0.6), size);
        const rest = size - most;
        const second = Math.min(tenth, rest);
        const fit: Record<typeof achievement, PredicateCounts> = {
          excellent: counts(most, rest),
          good: counts(rest - second, most, second),
          needs_improvement: counts(0, rest, most),
          poor: counts(0, rest - second, second, most),
          very_poor: counts(0, rest - second, second, 0, most),
        };
        expect(distributionWarnings(achievement, fit[achievement])).toEqual([]);
      }),
    );
  });

  it('counts predicates', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...predicates)), (list) => {
        const counted = countPredicates(list);
        for (const predicate of predicates)
          expect(counted[predicate]).toBe(list.filter((one) => one === predicate).length);
      }),
    );
  });
});
