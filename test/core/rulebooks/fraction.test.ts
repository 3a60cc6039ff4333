import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compare,
  decimal,
  fixed,
  fraction,
  minus,
  over,
  parseDecimal,
  plus,
  round,
  times,
} from '../../../src/core/rulebooks/fraction.ts';

const some = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([n, d]) => fraction(n, d));

describe('an exact number', () => {
  it('is in lowest terms with a positive denominator', () => {
    expect(fraction(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
    expect(fraction(0, 7)).toEqual({ numerator: 0n, denominator: 1n });
  });

  it('takes back what was done to it', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(minus(plus(a, b), b)).toEqual(a);
        if (b.numerator !== 0n) expect(over(times(a, b), b)).toEqual(a);
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
      }),
    );
  });

  it.each([
    ['28,125', '28.13'],
    ['9,375', '9.38'],
    ['-9,375', '-9.38'],
    ['1,005', '1.01'],
    ['0,004', '0.00'],
    ['7', '7.00'],
  ])('rounds %s half up to %s', (text, rounded) => {
    expect(fixed(parseDecimal(text)!)).toBe(rounded);
  });

  it('rounds halves to the even digit where that is asked', () => {
    expect(fixed(round(decimal(83.605), 2, 'even'))).toBe('83.60');
    expect(fixed(round(decimal(107.195), 2, 'even'))).toBe('107.20');
    expect(fixed(round(decimal(107.196), 2, 'even'))).toBe('107.20');
  });

  it('never differs from its rounded form by more than half a step', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 4 }), (value, places) => {
        const off = minus(value, round(value, places));
        const half = fraction(1, 2n * 10n ** BigInt(places));
        expect(compare(off, half)).toBeLessThanOrEqual(0);
        expect(compare(minus(fraction(0), off), half)).toBeLessThanOrEqual(0);
        expect(parseDecimal(fixed(value, places).replace('.', ','))).toEqual(round(value, places));
      }),
    );
  });

  it.each([
    ['88,67', 88.67],
    ['88.67', 88.67],
    ['1.250', 1250],
    ['1.250,5', 1250.5],
    ['50000000', 50_000_000],
    ['-3', -3],
  ])('is read from %s', (text, value) => {
    expect(parseDecimal(text)).toEqual(decimal(value));
  });

  it.each(['', 'dua', '1,2,3', '80-90', '1e5', '12%'])('is not read from "%s"', (text) => {
    expect(parseDecimal(text)).toBeNull();
  });
});
