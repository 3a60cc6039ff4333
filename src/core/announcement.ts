import type { Role } from './model.ts';

/** What makes somebody complete: having read it, having a plan (SKP) of the year, or having reported today. */
export type AnnouncementGoal = (typeof GOALS)[number];

/** Every goal, in the order in which HR is shown them. */
export const GOALS = ['read', 'plan', 'report'] as const;

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
export type RecipientOutcome = (typeof OUTCOMES)[number];

/** Every outcome, in the order in which a report names them. */
export const OUTCOMES = ['delivered', 'failed', 'unreachable', 'not_linked', 'skipped', 'waiting'] as const;

/** Characters of an announcement at most. */
export const MAX_ANNOUNCEMENT = 6_000;

/** Working days at most over which somebody can be called silent. */
export const MAX_SILENT_DAYS = 20;

/** What is known about somebody when it is asked whether they have done what an announcement wants. */
export interface GoalFacts {
  acknowledged: boolean;
  /** Has a plan of the announcement's year. */
  planned: boolean;
  reportedToday: boolean;
}

/** Whether somebody has done what an announcement wants. */
export function isComplete(goal: AnnouncementGoal, facts: GoalFacts): boolean {
  if (goal === 'read') return facts.acknowledged;
  return goal === 'plan' ? facts.planned : facts.reportedToday;
}

/** The name of a round; a countdown is numbered by the days before the deadline, a reminder from 1 on. */
export function roundId(announcementId: string, kind: RoundKind, number: number): string {
  return `${announcementId}:${kind}:${number}`;
}

/** The year whose plan an announcement asks for: that of its deadline, else that in which it was made. */
export function planYear(deadline: string | null, createdOn: string): number {
  return Number((deadline ?? createdOn).slice(0, 4));
}
