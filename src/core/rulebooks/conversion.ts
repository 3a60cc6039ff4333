import { type Band, band, inBands } from './bands.ts';
import { compare, type Fraction, round } from './fraction.ts';

/** How values under PP 46/2011 become values under PP 30/2019: bands, the highest first. */
export interface ConversionTable {
  bands: readonly Band[];
  /** Whether the agency vouches that this is the table of the circular. */
  verified: boolean;
}

/** A reconstruction: the annex of SE MenPANRB 3/2021 was not seen. An agency that has it gives its own table. */
export const reconstructedConversion: ConversionTable = {
  bands: [
    band(91, 100, 110, 120),
    band(76, 90, 90, 109),
    band(61, 75, 70, 89),
    band(51, 60, 50, 69),
    band(0, 50, 0, 49),
  ],
  verified: false,
};

/** What is wrong with a table of bands: `band` counts from 0, the highest first. */
export type ConversionProblem =
  | { code: 'no_bands' }
  /** The end is not after the beginning, or the values go down. */
  | { code: 'band'; band: number }
  /** It reaches into the band above, in numbers or in values. */
  | { code: 'overlap'; band: number };

/** Converts a value of the first half of 2021; beyond the highest band it gets the top of that band. */
export function convert(value: Fraction, { bands }: ConversionTable): Fraction {
  return round(inBands(value, bands).value);
}

/** Checks a table that an agency gave. */
export function checkConversion(bands: readonly Band[]): ConversionProblem | null {
  if (bands.length === 0) return { code: 'no_bands' };
  const crooked = bands.findIndex(
    ({ from, to, low, high }) => compare(to, from) <= 0 || compare(high, low) < 0,
  );
  if (crooked >= 0) return { code: 'band', band: crooked };
  const overlapping = bands.findIndex(({ to, high }, at) => {
    const above = bands[at - 1];
    return above !== undefined && (compare(to, above.from) > 0 || compare(high, above.low) > 0);
  });
  return overlapping < 0 ? null : { code: 'overlap', band: overlapping };
}
