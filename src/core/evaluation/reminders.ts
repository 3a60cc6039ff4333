import type { EvaluationStatus } from './content.ts';

/** What somebody is told about an evaluation: it can begin, it is soon due, or whoever rates it is behind. */
export type ReminderStep = 'opened' | 'reminder' | 'overdue';

/** When the steps of a period lie (ms UTC), in order; null where the person has no working moment for it. */
export interface ReminderMoments {
  opened: number | null;
  reminder: number | null;
  overdue: number | null;
}

/** What is due now, and when to look again; null: nothing of this period is ahead. */
export interface ReminderDecision {
  due: ReminderStep | null;
  nextAt: number | null;
}

const ORDER = ['opened', 'reminder', 'overdue'] as const;

/**
 * Decides which step of a period is due: the last one whose moment has passed since the last look, so that somebody who
 * was not looked at for long gets one message and not three.
 *
 * @param since nothing that lies before it is told any more (ms UTC)
 * @param status where the evaluation stands; null: not begun. Employees are only told while it is with them.
 */
export function decideReminder(
  moments: ReminderMoments,
  since: number,
  now: number,
  status: EvaluationStatus | null,
): ReminderDecision {
  const passed = ORDER.filter((step) => {
    const at = moments[step];
    return at !== null && at > since && at <= now;
  });
  const ahead = ORDER.flatMap((step) => moments[step] ?? []).filter((at) => at > now);
  const last = passed.at(-1) ?? null;
  return { due: last !== null && concerns(last, status) ? last : null, nextAt: ahead[0] ?? null };
}

function concerns(step: ReminderStep, status: EvaluationStatus | null): boolean {
  if (status === 'rated' || status === 'locked') return false;
  return step === 'overdue' || status !== 'submitted';
}
