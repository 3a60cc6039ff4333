import type { predicateId, ratingId } from './rating-id.ts';

/** The three ratings of PermenPANRB 6/2022 in English. */
export const ratingEn: typeof ratingId = {
  above: 'Above expectations',
  meets: 'Meets expectations',
  below: 'Below expectations',
};

/** The five predicates that follow from them, with their official names. */
export const predicateEn: typeof predicateId = {
  very_good: 'Very good (Sangat Baik)',
  good: 'Good (Baik)',
  needs_improvement: 'Needs improvement (Butuh Perbaikan)',
  poor: 'Poor/misconduct (Kurang)',
  very_poor: 'Very poor (Sangat Kurang)',
};
