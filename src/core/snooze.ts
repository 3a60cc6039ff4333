import { instantOf } from './local-time.ts';
import { type QuietRules, quietSpan } from './quiet-hours.ts';
import type { ReportWindow } from './report-window.ts';
import type { Hours } from './rules.ts';

/** How long a prompt can be put off: a quarter of an hour, an hour, or until work is over. */
export type Snooze = (typeof SNOOZES)[number];

/** Every way to put a prompt off, in the order in which people are shown them. */
export const SNOOZES = ['minutes', 'hour', 'work'] as const;

/** Why a prompt cannot be put off that way. */
export type NoSnooze = 'quiet' | 'closed' | 'work_over';

/** What putting off depends on. */
export interface SnoozeFacts {
  date: string;
  zone: string;
  rules: QuietRules;
  hours: Pick<Hours, 'end'>;
  window: Pick<ReportWindow, 'closesAt'>;
}

const MINUTE = 60_000;

/** When (ms UTC, a whole minute) a prompt comes again; never in quiet hours, and never after the cut-off. */
export function snoozeAt(
  choice: Snooze,
  now: number,
  { date, zone, rules, hours, window }: SnoozeFacts,
): { at: number; problem: NoSnooze | null } {
  const end = instantOf(date, hours.end, zone);
  const at =
    choice === 'work'
      ? end
      : Math.ceil(now / MINUTE) * MINUTE + (choice === 'hour' ? 60 * MINUTE : 15 * MINUTE);
  if (choice === 'work' && end <= now) return { at, problem: 'work_over' };
  if (at >= window.closesAt) return { at, problem: 'closed' };
  return { at, problem: quietSpan(at, zone, rules) ? 'quiet' : null };
}

/** The ways to put a prompt off that are open now. */
export function openSnoozes(now: number, facts: SnoozeFacts): Snooze[] {
  return SNOOZES.filter((choice) => snoozeAt(choice, now, facts).problem === null);
}
