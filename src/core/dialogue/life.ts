import { localDate } from '../local-time.ts';
import { otherSide, type Side } from './kinds.ts';
import { MAX_LINES } from './minutes.ts';

/** Where a dialogue stands; one that was moved is proposed anew. */
export type DialogueStatus = 'proposed' | 'agreed' | 'declined' | 'cancelled' | 'held' | 'confirmed';

/** The part of a dialogue that its life consists of; instants are ms UTC. */
export interface DialogueLife {
  employeeId: string;
  leaderId: string;
  status: DialogueStatus;
  startsAt: number;
  /** Who said this time; the other one answers. */
  proposedBy: string;
  reason: string | null;
  minutes: string[] | null;
  /** Counts the wordings of the minutes; 0 while there is none. */
  minutesRevision: number;
  minutesBy: string | null;
  employeeConfirmedAt: number | null;
  leaderConfirmedAt: number | null;
  /** Local date on which it was held. */
  heldOn: string | null;
}

/** What somebody wants to do with a dialogue. */
export type DialogueStep =
  | { do: 'agree' }
  | { do: 'move'; startsAt: number; reason: string | null }
  | { do: 'decline'; reason: string }
  | { do: 'cancel'; reason: string }
  /** `on` is a local date in `zone`. */
  | { do: 'hold'; on: string; zone: string }
  /** Whoever writes the minutes confirms this wording with it; what was confirmed before counts no more. */
  | { do: 'write'; lines: string[] }
  /** `revision` is the wording that was read. */
  | { do: 'confirm'; revision: number };

/** What has to be done next, and by whom; nobody where it is over. */
export interface NextStep {
  by: readonly Side[];
  what: 'answer' | 'hold' | 'write' | 'confirm' | 'propose' | 'nothing';
}

/** Why a step is refused; `next` says who has to do what instead. */
export interface DialogueProblem {
  problem:
    | 'not_party'
    | 'wrong_step'
    | 'time_over'
    | 'moment_past'
    | 'same_moment'
    | 'no_reason'
    | 'not_started'
    | 'wrong_date'
    | 'number_of_lines'
    | 'minutes_changed';
  next: NextStep;
}

/** Which side somebody is on; null for everybody else. */
export function sideOf(d: Pick<DialogueLife, 'employeeId' | 'leaderId'>, personId: string): Side | null {
  if (d.employeeId === personId) return 'employee';
  return d.leaderId === personId ? 'leader' : null;
}

/** Who has to do what next. */
export function nextStep(d: DialogueLife): NextStep {
  const both = ['employee', 'leader'] as const;
  switch (d.status) {
    case 'proposed':
      return { by: [otherSide(sideOf(d, d.proposedBy) ?? 'leader')], what: 'answer' };
    case 'agreed':
      return { by: both, what: 'hold' };
    case 'held':
      if (d.minutes === null) return { by: both, what: 'write' };
      return { by: both.filter((side) => confirmedAt(d, side) === null), what: 'confirm' };
    case 'declined':
    case 'cancelled':
      return { by: both, what: 'propose' };
    case 'confirmed':
      return { by: [], what: 'nothing' };
  }
}

/** When a side confirmed the minutes as they are worded now. */
function confirmedAt(
  d: Pick<DialogueLife, 'employeeConfirmedAt' | 'leaderConfirmedAt'>,
  side: Side,
): number | null {
  return side === 'employee' ? d.employeeConfirmedAt : d.leaderConfirmedAt;
}

/** When both had confirmed the minutes (ms UTC); null before. */
export function minutesConfirmedAt(d: DialogueLife): number | null {
  if (d.status !== 'confirmed' || d.employeeConfirmedAt === null || d.leaderConfirmedAt === null) return null;
  return Math.max(d.employeeConfirmedAt, d.leaderConfirmedAt);
}

/** Carries out a step of somebody: the dialogue as it is afterwards, or why not and who has to do what instead. */
export function takeStep<D extends DialogueLife>(
  d: D,
  step: DialogueStep,
  by: string,
  now: number,
): D | DialogueProblem {
  const side = sideOf(d, by);
  const refuse = (problem: DialogueProblem['problem']): DialogueProblem => ({ problem, next: nextStep(d) });
  if (!side) return refuse('not_party');
  const answers = d.status === 'proposed' && d.proposedBy !== by;
  switch (step.do) {
    case 'agree':
      if (!answers) return refuse('wrong_step');
      return d.startsAt <= now ? refuse('time_over') : { ...d, status: 'agreed' };
    case 'move':
      if (d.status !== 'proposed' && d.status !== 'agreed') return refuse('wrong_step');
      if (step.startsAt <= now) return refuse('moment_past');
      if (step.startsAt === d.startsAt) return refuse('same_moment');
      return {
        ...d,
        status: 'proposed',
        startsAt: step.startsAt,
        proposedBy: by,
        reason: step.reason ?? d.reason,
      };
    case 'decline':
      if (!answers) return refuse('wrong_step');
      return step.reason.trim() === ''
        ? refuse('no_reason')
        : { ...d, status: 'declined', reason: step.reason };
    case 'cancel':
      if (d.status !== 'agreed' && (d.status !== 'proposed' || d.proposedBy !== by))
        return refuse('wrong_step');
      return step.reason.trim() === ''
        ? refuse('no_reason')
        : { ...d, status: 'cancelled', reason: step.reason };
    case 'hold':
      // Who still had to answer agrees by saying that it took place.
      if (d.status !== 'agreed' && !answers) return refuse('wrong_step');
      if (now < d.startsAt) return refuse('not_started');
      if (step.on < localDate(d.startsAt, step.zone) || step.on > localDate(now, step.zone))
        return refuse('wrong_date');
      return { ...d, status: 'held', heldOn: step.on };
    case 'write':
      if (d.status !== 'held') return refuse('wrong_step');
      if (step.lines.length < 1 || step.lines.length > MAX_LINES) return refuse('number_of_lines');
      return {
        ...d,
        minutes: step.lines,
        minutesRevision: d.minutesRevision + 1,
        minutesBy: by,
        employeeConfirmedAt: side === 'employee' ? now : null,
        leaderConfirmedAt: side === 'leader' ? now : null,
      };
    case 'confirm': {
      if (d.status !== 'held' || d.minutes === null) return refuse('wrong_step');
      if (step.revision !== d.minutesRevision) return refuse('minutes_changed');
      if (confirmedAt(d, side) !== null) return refuse('wrong_step');
      const mine = side === 'employee' ? { employeeConfirmedAt: now } : { leaderConfirmedAt: now };
      const status = confirmedAt(d, otherSide(side)) === null ? 'held' : 'confirmed';
      return { ...d, ...mine, status };
    }
  }
}
