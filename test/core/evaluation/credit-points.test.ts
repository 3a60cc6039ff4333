import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  creditPointsOf,
  earnsCreditPoints,
  type FunctionalLevel,
} from '../../../src/core/evaluation/credit-points.ts';
import { predicates } from '../../../src/core/evaluation/predicate.ts';
import { POSITION_LEVELS } from '../../../src/core/model.ts';

/** Domain §2.4: coefficient (Baik), Sangat Baik, Butuh Perbaikan, Kurang, Sangat Kurang. */
const table: [FunctionalLevel, number, number, number, number, number][] = [
  ['pemula', 3.75, 5.63, 2.81, 1.88, 0.94],
  ['terampil', 5, 7.5, 3.75, 2.5, 1.25],
  ['mahir', 12.5, 18.75, 9.38, 6.25, 3.13],
  ['penyelia', 25, 37.5, 18.75, 12.5, 6.25],
  ['ahli_pertama', 12.5, 18.75, 9.38, 6.25, 3.13],
  ['ahli_muda', 25, 37.5, 18.75, 12.5, 6.25],
  ['ahli_madya', 37.5, 56.25, 28.13, 18.75, 9.38],
  ['ahli_utama', 50, 75, 37.5, 25, 12.5],
];

describe('credit points of a year (PermenPANRB 1/2023, domain §2.4)', () => {
  it.each(table)('%s', (level, good, veryGood, needsImprovement, poor, veryPoor) => {
    const order = ['good', 'very_good', 'needs_improvement', 'poor', 'very_poor'] as const;
    expect(order.map((predicate) => creditPointsOf(level, predicate) / 100)).toEqual([
      ...[good, veryGood, needsImprovement, poor, veryPoor],
    ]);
  });

  it.each([
    ['ahli_pertama', 'very_good', 12, 18.75],
    ['ahli_pertama', 'good', 2, 2.08],
    ['ahli_muda', 'very_good', 5, 15.63],
  ] as const)('%s, %s, %i months: %d', (level, predicate, months, points) => {
    expect(creditPointsOf(level, predicate, months) / 100).toBe(points);
  });

  it('is known for functional levels only', () => {
    const with_ = POSITION_LEVELS.filter(earnsCreditPoints);
    expect(new Set(with_)).toEqual(new Set(table.map(([level]) => level)));
  });

  it('never falls with more months or a better predicate', () => {
    const month = fc.integer({ min: 1, max: 12 });
    const level = fc.constantFrom(...table.map(([one]) => one));
    fc.assert(
      fc.property(level, month, month, fc.nat(4), fc.nat(4), (one, m, n, p, q) => {
        const [few, many] = [Math.min(m, n), Math.max(m, n)];
        const [better, worse] = [predicates[Math.min(p, q)]!, predicates[Math.max(p, q)]!];
        expect(creditPointsOf(one, worse, few)).toBeLessThanOrEqual(creditPointsOf(one, better, many));
      }),
    );
  });

  it('is within half a hundredth of the exact amount', () => {
    const level = fc.constantFrom(...table);
    fc.assert(
      fc.property(level, fc.integer({ min: 1, max: 12 }), ([one, coefficient], months) => {
        const exact = (coefficient * 1.5 * months) / 12;
        expect(Math.abs(creditPointsOf(one, 'very_good', months) / 100 - exact)).toBeLessThan(0.005 + 1e-9);
      }),
    );
  });
});
