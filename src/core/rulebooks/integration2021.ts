import { type ConversionTable, convert } from './conversion.ts';
import { type Fraction, mean, round } from './fraction.ts';
import { pp30PredicateOf } from './pp30.ts';
import type { Pp30Category } from './pp30-indicator.ts';
import { defineRuleBook, type Evaluated, outOfRange, refused } from './rulebook.ts';

/** What the result of 2021 is made of: its official value as it is, or the values of both halves. */
export type Integration2021Input = { newIdea: boolean } & (
  | { kind: 'official'; value: Fraction }
  | {
      kind: 'halves';
      /** Nilai prestasi kerja of January to June (PP 46/2011). */
      first: Fraction;
      /** Nilai kinerja of July to December (PP 30/2019). */
      second: Fraction;
      conversion: ConversionTable;
    }
);

/** The result of the year 2021. */
export interface Integration2021Evaluation {
  regime: 'integration2021';
  /** The first half on the scale of PP 30/2019; null where the value is official. */
  converted: Fraction | null;
  second: Fraction | null;
  value: Fraction;
  category: Pp30Category;
  /** Whether a conversion went in that nobody has compared with the circular. */
  unverified: boolean;
}

/** SE MenPANRB 3/2021: half of each half of the year. */
export const integration2021 = defineRuleBook('integration2021', evaluate);

function evaluate(input: Integration2021Input): Evaluated<Integration2021Evaluation> {
  const problem =
    input.kind === 'official'
      ? outOfRange('official', [input.value], 0, 120)
      : outOfRange('second', [input.second], 0, 120);
  if (problem) return refused(problem);
  if (input.kind === 'official')
    return {
      ok: true,
      evaluation: {
        ...{ regime: 'integration2021', converted: null, second: null, value: input.value },
        category: pp30PredicateOf(input.value, input.newIdea),
        unverified: false,
      },
    };
  const { second, conversion } = input;
  const converted = convert(input.first, conversion);
  // The worked examples of this reconstruction make 83.60 of the exact half 83.605.
  const value = round(mean([converted, second]), 2, 'even');
  const category = pp30PredicateOf(value, input.newIdea);
  const unverified = !conversion.verified;
  return {
    ok: true,
    evaluation: { regime: 'integration2021', converted, second, value, category, unverified },
  };
}
