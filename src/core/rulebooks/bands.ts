import { atLeast, decimal, type Fraction, minus, over, plus, smaller, times } from './fraction.ts';

/** A band of numbers `from`–`to` whose values go in a straight line from `low` to `high`. */
export interface Band {
  from: Fraction;
  to: Fraction;
  low: Fraction;
  high: Fraction;
}

/** A band as it is written in a regulation. */
export function band(from: number, to: number, low: number, high: number): Band {
  return { from: decimal(from), to: decimal(to), low: decimal(low), high: decimal(high) };
}

/**
 * The place of a number in bands, the highest first. The sources give whole numbers and say nothing about what lies between two
 * bands (99.5): it gets the top of the lower band; nothing goes beyond the top of the highest, or below the bottom of the lowest.
 */
export function inBands<B extends Band>(value: Fraction, bands: readonly B[]): { band: B; value: Fraction } {
  const found = bands.find(({ from }) => atLeast(value, from)) ?? bands.at(-1)!;
  const { from, to, low, high } = found;
  if (!atLeast(value, from)) return { band: found, value: low };
  const slope = over(minus(high, low), minus(to, from));
  return { band: found, value: smaller(plus(low, times(slope, minus(value, from))), high) };
}
