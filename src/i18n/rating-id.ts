import type { Predicate, Rating } from '../core/evaluation/content.ts';

/** The three ratings of PermenPANRB 6/2022 in Indonesian. */
export const ratingId: Record<Rating, string> = {
  above: 'Di atas ekspektasi',
  meets: 'Sesuai ekspektasi',
  below: 'Di bawah ekspektasi',
};

/** The five predicates that follow from them. */
export const predicateId: Record<Predicate, string> = {
  very_good: 'Sangat Baik',
  good: 'Baik',
  needs_improvement: 'Butuh Perbaikan',
  poor: 'Kurang/misconduct',
  very_poor: 'Sangat Kurang',
};
