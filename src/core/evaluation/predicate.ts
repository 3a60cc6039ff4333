import type { Predicate, Rating } from './content.ts';

export type { Predicate, Rating } from './content.ts';

/** Ratings from the best to the lowest. */
export const ratings: readonly Rating[] = ['above', 'meets', 'below'];

/** Predicates from the best to the lowest. */
export const predicates: readonly Predicate[] = [
  'very_good',
  'good',
  'needs_improvement',
  'poor',
  'very_poor',
];

/** Result rating, then behaviour rating; not symmetric. */
const QUADRANT: Record<Rating, Record<Rating, Predicate>> = {
  above: { above: 'very_good', meets: 'good', below: 'poor' },
  meets: { above: 'good', meets: 'good', below: 'poor' },
  below: { above: 'needs_improvement', meets: 'needs_improvement', below: 'very_poor' },
};

/** The predicate that follows from the two ratings alone (the quadrant of PermenPANRB 6/2022). */
export function predicateOf(resultRating: Rating, behaviourRating: Rating): Predicate {
  return QUADRANT[resultRating][behaviourRating];
}
