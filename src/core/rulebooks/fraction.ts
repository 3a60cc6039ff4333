/** An exact number, in lowest terms with a positive denominator. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The exact quotient of two integers; the denominator is not zero. */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  const common = divisor(n < 0n ? -n : n, d < 0n ? -d : d);
  const sign = d < 0n ? -1n : 1n;
  return { numerator: (sign * n) / common, denominator: (sign * d) / common };
}

/**
 * Reads a decimal as people of Indonesia write it: `88,67`, `1.250,5`, `-3`; a point before other than three digits is a decimal
 * point (`88.67`). Null for anything else.
 */
export function parseDecimal(text: string): Fraction | null {
  const trimmed = text.trim();
  const grouped = /^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(trimmed);
  const plain = grouped ? trimmed.replaceAll('.', '').replace(',', '.') : trimmed.replace(',', '.');
  const match = /^(-?)(\d{1,18})(?:\.(\d{1,9}))?$/.exec(plain);
  if (!match) return null;
  const [, sign, whole = '', rest = ''] = match;
  const n = BigInt(whole + rest);
  return fraction(sign === '-' ? -n : n, 10n ** BigInt(rest.length));
}

/** The exact value of a decimal as it is written in code, such as `88.67`. */
export function decimal(value: number): Fraction {
  const [, sign, whole = '0', rest = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? [];
  const n = BigInt(whole + rest);
  return fraction(sign === '-' ? -n : n, 10n ** BigInt(rest.length));
}

/** Nothing. */
export const zero: Fraction = fraction(0);

/** The sum of two numbers. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** The difference of two numbers. */
export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { numerator: -b.numerator, denominator: b.denominator });
}

/** The product of two numbers. */
export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** The quotient of two numbers; the second is not zero. */
export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative, zero or positive, as the first number is smaller than, equal to or greater than the second. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Whether the first number is at least the second. */
export function atLeast(a: Fraction, b: Fraction): boolean {
  return compare(a, b) >= 0;
}

/** The smaller of two numbers. */
export function smaller(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b;
}

/** The sum of a list. */
export function sum(list: readonly Fraction[]): Fraction {
  return list.reduce(plus, zero);
}

/** The mean of a list that is not empty. */
export function mean(list: readonly Fraction[]): Fraction {
  return over(sum(list), fraction(list.length));
}

/** So many percent of a number. */
export function percentOf(percent: Fraction, of: Fraction): Fraction {
  return over(times(percent, of), fraction(100));
}

/** What an exact half becomes: the number away from zero, or the one whose last digit is even. */
export type Halves = 'up' | 'even';

/** Rounds to so many decimal places. */
export function round(value: Fraction, places = 2, halves: Halves = 'up'): Fraction {
  const scale = 10n ** BigInt(places);
  const negative = value.numerator < 0n;
  const scaled = (negative ? -value.numerator : value.numerator) * scale;
  const floor = scaled / value.denominator;
  const twice = 2n * (scaled % value.denominator);
  const half = twice === value.denominator;
  const up = half ? halves === 'up' || floor % 2n === 1n : twice > value.denominator;
  const rounded = up ? floor + 1n : floor;
  return fraction(negative ? -rounded : rounded, scale);
}

/** Writes a number with so many decimal places and a decimal point: `88.67`. */
export function fixed(value: Fraction, places = 2): string {
  const scale = 10n ** BigInt(places);
  const { numerator, denominator } = round(value, places);
  const scaled = (numerator * scale) / denominator;
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const sign = scaled < 0n ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}
