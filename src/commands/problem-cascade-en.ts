import type { CascadeProblemTexts } from './problem-text.ts';

/** Sentences about faults in files about goals of units and role matrices, in English. */
export const cascadeProblemsEn: CascadeProblemTexts = {
  goal_kind: ({ value }) => [`unknown kind "${value}"`, 'Use renstra or pk.'],
  goal_number: ({ value }) => [
    `"${value}" is not the number of a goal`,
    'Write a whole number from 1 to 999.',
  ],
  goal_unit_unknown: ({ value }) => [
    `there is no unit "${value}"`,
    'Name it as in the personnel data, or import people first.',
  ],
  goal_conflict: ({ value, firstLine, firstValue }) => [
    `this goal says "${value}", but line ${firstLine} says "${firstValue}"`,
    'Make all its lines the same.',
  ],
  duplicate_goal_indicator: ({ value, firstLine }) => [
    `the indicator "${value}" stands in line ${firstLine} already`,
    'Remove one of them.',
  ],
  goal_parent_unit: ({ value }) => [
    `the unit "${value}" is neither this unit nor one above it`,
    'Name a unit above, or leave it empty for the strategic plan of the same unit.',
  ],
  goal_parent_unknown: ({ value }) => [
    `neither this file nor Tutur has the goal ${value}`,
    'Add its line, or correct induk_nomor.',
  ],
  goal_parent_kind: () => [
    'a goal of the strategic plan cannot support a goal of the same unit',
    'Name a unit above in induk_unit, or leave induk_nomor empty.',
  ],
  not_subordinate: ({ value }) => [
    `the supervisor of ${value} is somebody else`,
    'Correct atasan_nip, or import people first.',
  ],
  leader_result_unknown: ({ value }) => [
    `this leader has no main result ${value} in a plan that is in force`,
    'Correct rhk_no, or have the leader’s plan agreed first.',
  ],
  cascade_division: ({ value }) => [
    `dibagi_menurut "${value}" does not fit`,
    'With langsung: aspek, wilayah or beban; with tidak langsung leave it empty.',
  ],
  duplicate_role: ({ value, firstLine }) => [
    `the contribution "${value}" stands in line ${firstLine} already`,
    'Remove one of them.',
  ],
};
