import { type Fraction, fraction, percentOf, smaller, sum } from './fraction.ts';
import type { Pp30Category } from './pp30-indicator.ts';

/** One additional performance (kinerja tambahan). */
export interface AdditionalPerformance {
  category: Pp30Category;
  /** Weight of the scope of the assignment (bobot lingkup penugasan); the regulation's values were not seen, so it is given. */
  scope: Fraction;
  /** 0 to 120. */
  value: Fraction;
}

const SHARES: Record<Pp30Category, number> = {
  very_good: 100,
  good: 80,
  sufficient: 60,
  poor: 40,
  very_poor: 20,
};
const MOST = fraction(10);

/** What one additional performance adds (PermenPANRB 8/2021 p. 95): share of its category × scope × value / 100. */
export function additionalPointsOf({ category, scope, value }: AdditionalPerformance): Fraction {
  return percentOf(value, percentOf(fraction(SHARES[category]), scope));
}

/** What all additional performance adds: at most 10. */
export function additionalValueOf(list: readonly AdditionalPerformance[]): Fraction {
  return smaller(sum(list.map(additionalPointsOf)), MOST);
}
