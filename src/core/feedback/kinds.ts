/** What feedback is: praise for something done well, something to improve, or a supervisor's private note. */
export const FEEDBACK_KINDS = ['praise', 'improve', 'note'] as const;

/** A kind of feedback (umpan balik). */
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/** Who reads feedback besides its author: nobody, the employee, the employee's supervisor as well, or the team as well. */
export const FEEDBACK_VISIBILITIES = ['author', 'employee', 'leader', 'team'] as const;

/** Who reads feedback besides its author. */
export type FeedbackVisibility = (typeof FEEDBACK_VISIBILITIES)[number];

/** What an author is to the employee. */
export type FeedbackRelation = 'supervisor' | 'peer' | 'subordinate';

/** What decides about visibility besides the kind and the relation. */
export interface FeedbackScope {
  /** Whether the agency lets praise be shown to the team. */
  publicPraise: boolean;
  /** Whether the employee has a supervisor who is not the author. */
  otherLeader: boolean;
  /** Whether the employee has colleagues under the same supervisor besides the author. */
  teammates: boolean;
}

/** The kinds of feedback that an author may give: a private note is the supervisor's alone. */
export function kindsFor(relation: FeedbackRelation): FeedbackKind[] {
  return FEEDBACK_KINDS.filter((kind) => kind !== 'note' || relation === 'supervisor');
}

/** Who may read feedback of a kind, the narrowest choice first; criticism is never shown to the team. */
export function visibilitiesFor(
  kind: FeedbackKind,
  { publicPraise, otherLeader, teammates }: FeedbackScope,
): FeedbackVisibility[] {
  if (kind === 'note') return ['author'];
  return [
    'employee',
    ...(otherLeader ? (['leader'] as const) : []),
    ...(kind === 'praise' && publicPraise && teammates ? (['team'] as const) : []),
  ];
}

/** The parts of a sentence that help: what exactly, what was done, what came of it. */
export const STARTER_PARTS = ['specific', 'action', 'impact'] as const;

/** A part of helpful feedback. */
export type StarterPart = (typeof STARTER_PARTS)[number];

/** Milliseconds after sharing in which an author can take feedback back. */
export const WITHDRAW_MS = 24 * 60 * 60_000;

/** Whether feedback that was shared at an instant (ms UTC) can still be taken back. */
export function canBeWithdrawn(sharedAt: number, now: number): boolean {
  return now - sharedAt <= WITHDRAW_MS;
}
