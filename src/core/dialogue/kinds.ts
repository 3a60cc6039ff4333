/** Kinds of performance dialogues (dialog kinerja): clarifying expectations, feedback, guidance, counselling, evaluation. */
export const DIALOGUE_KINDS = ['expectations', 'feedback', 'guidance', 'counselling', 'evaluation'] as const;

/** A kind of performance dialogue. */
export type DialogueKind = (typeof DIALOGUE_KINDS)[number];

/** One of the two who talk: the employee, or the leader who assesses them. */
export type Side = 'employee' | 'leader';

/** Both sides, in the order in which they are named. */
const SIDES = ['employee', 'leader'] as const satisfies readonly Side[];

/** The other of the two who talk. */
export const otherSide = (side: Side): Side => (side === 'employee' ? 'leader' : 'employee');

/**
 * What each side prepares, question by question; the names are stored with the answers, so a question whose meaning
 * changes gets a new name.
 */
const GUIDE = {
  expectations: {
    employee: ['hoped_result', 'needed_support', 'foreseen_risk'],
    leader: ['unit_priority', 'good_result', 'given_support'],
  },
  feedback: {
    employee: ['proud_of', 'was_hard', 'wanted_feedback'],
    leader: ['done_well', 'do_better', 'effect_seen'],
  },
  guidance: {
    employee: ['progress', 'hindered_by', 'already_tried', 'help_wanted'],
    leader: ['seen_in_data', 'next_steps', 'help_offered'],
  },
  counselling: {
    employee: ['what_weighs', 'what_helps'],
    leader: ['change_noticed', 'what_can_be_done'],
  },
  evaluation: {
    employee: ['main_result', 'not_reached', 'own_behaviour', 'plan_ahead'],
    leader: ['result_seen', 'gap_seen', 'behaviour_seen', 'hope_ahead'],
  },
} as const satisfies Record<DialogueKind, Record<Side, readonly string[]>>;

/** The name of a guided question. */
export type GuidedQuestion = (typeof GUIDE)[DialogueKind][Side][number];

/** The questions that a side prepares for a dialogue of a kind, in their order. */
export function guidedQuestions(kind: DialogueKind, side: Side): readonly GuidedQuestion[] {
  return GUIDE[kind][side];
}

/** Every guided question of every kind and side. */
export const GUIDED_QUESTIONS: readonly GuidedQuestion[] = DIALOGUE_KINDS.flatMap((kind) =>
  SIDES.flatMap((side) => guidedQuestions(kind, side)),
);
