import type { Role } from './model.ts';

/** What makes somebody complete: having read it, having a plan (SKP) of the year, or having reported today. */
export type AnnouncementGoal = 'read' | 'plan' | 'report';

/** Whom an announcement is for; what is empty or null narrows nothing. */
export interface AudienceFilter {
  /** Units by id; the units below them belong to them. */
  unitIds: string[];
  roles: Role[];
  /** `supervisors` are those who lead somebody. */
  supervisorsOnly: boolean;
  state: AudienceState | null;
}

/** Only those of whom this is true at the moment of sending. */
export type AudienceState =
  | { kind: 'not_linked' }
  | { kind: 'no_plan'; year: number }
  /** No report on the last `days` working days. */
  | { kind: 'not_reported'; days: number }
  | { kind: 'not_acknowledged'; announcementId: string };

/** Why a round is sent. */
export type RoundKind = 'first' | 'countdown' | 'reminder';

/** What became of an announcement for one person; all of them sum to the audience. */
export type RecipientOutcome = 'waiting' | 'delivered' | 'failed' | 'unreachable' | 'not_linked' | 'skipped';
