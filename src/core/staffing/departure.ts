import { addDays } from '../local-time.ts';

/** Why somebody leaves: retirement, a move to another agency, or an end of service. */
export const DEPARTURE_REASONS = ['pensiun', 'pindah', 'berhenti'] as const;

/** Why somebody leaves. */
export type DepartureReason = (typeof DEPARTURE_REASONS)[number];

/** Why a departure is refused. */
export type DepartureProblem = 'self' | 'already_left' | 'too_early' | 'too_late';

/** Days by which a last day can lie back, or ahead. */
const MOST_DAYS = 400;

/** What is wrong with somebody's last day, as `actorId` (null: the operator) records it; null where nothing is. */
export function departureProblem(
  person: { id: string; active: boolean },
  lastDay: string,
  today: string,
  actorId: string | null,
): DepartureProblem | null {
  if (person.id === actorId) return 'self';
  if (!person.active) return 'already_left';
  if (lastDay < addDays(today, -MOST_DAYS)) return 'too_early';
  return lastDay > addDays(today, MOST_DAYS) ? 'too_late' : null;
}

/** Whether somebody has left: the day after their last one has come. */
export function hasLeft({ activeUntil }: { activeUntil: string | null }, today: string): boolean {
  return activeUntil !== null && activeUntil < today;
}
