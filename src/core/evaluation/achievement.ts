import type { Achievement, Rating } from './content.ts';

/** Achievements of an organisation (SE MenPANRB 3/2023) from the best to the lowest; they are entered, never computed. */
export const achievements: readonly Achievement[] = [
  'excellent',
  'good',
  'needs_improvement',
  'poor',
  'very_poor',
];

/**
 * The result rating of whoever leads an organisation: its achievement decides (SE 3/2023).
 *
 * That the three lower achievements all mean "below" is widely known, but its text was not seen.
 */
export function leaderResultRating(achievement: Achievement): Rating {
  if (achievement === 'excellent') return 'above';
  return achievement === 'good' ? 'meets' : 'below';
}
