import type { Regime } from '../core/rulebooks/regime.ts';
import type { EvaluationProblemTexts } from './problem-text.ts';

const RULES: Record<Regime, string> = {
  pp46: 'PP 46/2011',
  pp30: 'PP 30/2019',
  integration2021: 'the integration of 2021',
  p2022: 'PermenPANRB 6/2022',
};

/** Sentences about faults in files about evaluations, in English. */
export const evaluationProblemsEn: EvaluationProblemTexts = {
  evaluation_period: ({ value }) => [
    `"${value}" is no period of an evaluation`,
    'Write it like 2019, 2021-H1 (January to June), 2021-H2, or 2019-03-01..2019-08-31.',
  ],
  before_2014: ({ value }) => [
    `the period ${value} begins before 2014 (the time of DP3)`,
    'The rules that are known begin on 1 January 2014; remove this row.',
  ],
  straddles: ({ value, change }) => [
    `the rules changed on ${change}, within the period ${value}`,
    'Make two periods of it, before and from that date.',
  ],
  evaluation_part: ({ value, known }) => [`the part "${value}" is not known`, `Use ${known.join(', ')}.`],
  part_of_other_rules: ({ value, regime }) => [
    `the part "${value}" means nothing in ${RULES[regime]}, the rules of this period`,
    'Correct the period or the part.',
  ],
  number_since_2022: ({ value }) => [
    `"${value}": no number is computed since 2022 (PermenPANRB 6/2022)`,
    'Remove it; give the ratings of results and behaviour, or the predicate.',
  ],
  score: ({ value, min, max }) => [
    `"${value}" is no number ${max === null ? `from ${min} on` : `from ${min} to ${max}`}`,
    'Write the number only, with a decimal comma, like 88,67.',
  ],
  target: ({ value }) => [
    `the target "${value}" is no number above zero`,
    'Write a number; a target that is a range (PP 30/2019 only) like 80-90.',
  ],
  evaluation_word: ({ value, known }) => [`"${value}" is not known`, `Use ${known.join(', ')}.`],
  duplicate_part: ({ value, firstLine }) => [
    `this part (${value}) is in line ${firstLine} already`,
    'Remove one of them.',
  ],
  mixed_plan: ({ value, other, firstLine }) => [
    `${value} does not go with ${other} in line ${firstLine}`,
    'Choose one: the value, or what it is made of.',
  ],
  missing_part: ({ value }) => [`the part "${value}" is missing for this person and period`, 'Add its row.'],
  missing_half: ({ value }) => [
    `the value of ${value} is missing`,
    'Add that row, the data of that half to this file, or the official integrated value as integrasi.',
  ],
  conversion_band: () => [
    'the end of this band is not above its beginning, or its values go down',
    'Correct dari, sampai, nilai_dari or nilai_sampai.',
  ],
  conversion_overlap: () => ['this band reaches into the one above it', 'Separate the two.'],
  duplicate_period: ({ value, firstLine }) => [
    `this person has a row for ${value} already, line ${firstLine}`,
    'One row a person and period: remove one of them.',
  ],
  period_not_over: ({ value }) => [`the period ${value} is not over`, 'Import it when it is over.'],
};
