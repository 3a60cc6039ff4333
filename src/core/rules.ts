import type { LateReason, Locale } from './model.ts';

/** Working hours of a day: minutes after local midnight, and the unpaid pause in minutes. */
export interface Hours {
  start: number;
  /** Above 1440 where a shift ends on the next day. */
  end: number;
  pause: number;
}

/** Working hours by day of the week (ISO 8601, `1` is Monday); a day that is not named is as Monday. */
export type WeekHours = Record<string, Hours>;

/** Reasons for a late report that HR may accept. */
export type AcceptedReason = Extract<LateReason, 'no_signal' | 'emergency'>;

/** Rules of the agency or of a unit at one date; what a unit does not set comes from the unit above it. */
export interface Rules {
  /** Days of the week that are worked, ISO 8601 numbers (1 is Monday); Perpres 21/2023: Monday to Friday. */
  workDays: number[];
  /** Working hours; Perpres 21/2023: 37.5 hours a week, with a longer pause on Friday. */
  workHours: WeekHours;
  /** Working hours in Ramadan; Perpres 21/2023: 32.5 hours a week. */
  ramadanHours: WeekHours;
  /** Local time (`HH:mm`) at which those who have not reported are prompted. */
  promptAt: string;
  /** Minutes after which a missed prompt is skipped instead of caught up. */
  promptLateness: number;
  /** Minutes before the cut-off at which those who still have not reported are prompted again; 0: never. */
  secondPromptBefore: number;
  /** Local times between which nothing is sent on our own account; the same time twice: never quiet. */
  quietFrom: string;
  quietTo: string;
  /** Cut-off of a day's report (`HH:mm`); above `24:00` it lies on the next day. */
  closeAt: string;
  /** Minutes after the cut-off in which a report still counts as being in the grace period. */
  graceMinutes: number;
  /** Days after a date in which it can still be reported, late and with a reason. */
  lateDays: number;
  /** Days before a date in which it can be reported ahead. */
  aheadDays: number;
  /** Reasons for a late report that HR is asked to accept. */
  acceptedReasons: AcceptedReason[];
  /** Messages on our own account that a person gets a day at most. */
  messageBudget: number;
  /** Whether periodic evaluations are monthly or quarterly (PermenPANRB 6/2022 leaves it to the agency). */
  evaluationPeriod: 'month' | 'quarter';
  /** Whether colleagues and subordinates may give feedback. */
  peerFeedback: boolean;
  /** Whether praise may be shown to the team. */
  publicPraise: boolean;
  /** Days without feedback after which a supervisor is told so, in private. */
  feedbackGapDays: number;
  /** Working days after which a request for feedback is brought to mind once. */
  requestReminderDays: number;
  /** Working days in which an objection has to be decided. */
  objectionDays: number;
  /** Working days without an activity or evidence after which a work result is pointed out to its owner. */
  radarDays: number;
  /** Working days between the steps of administrative reminders. */
  ladderDays: number;
  /** Last day (`MM-dd`) for the plan of a year to be agreed; practised, its article was not seen. */
  planDue: string;
  /** Last day (`MM-dd`) of the following year for the annual evaluation; practised, its article was not seen. */
  annualDue: string;
  /** Days after the end of a period in which its periodic evaluation is due. */
  periodicDueDays: number;
  /** Whom people without an account turn to, in their language. */
  contact: Record<Locale, string> | null;
}

const hours = (start: string, end: string, pause: number): Hours => ({
  start: minuteOf(start),
  end: minuteOf(end),
  pause,
});

/** What holds where nothing is set. */
export const defaultRules: Rules = {
  workDays: [1, 2, 3, 4, 5],
  workHours: { 1: hours('07:30', '16:00', 60), 5: hours('07:30', '16:30', 90) },
  ramadanHours: { 1: hours('08:00', '15:00', 30), 5: hours('08:00', '15:30', 60) },
  promptAt: '15:30',
  promptLateness: 120,
  secondPromptBefore: 120,
  quietFrom: '21:00',
  quietTo: '06:00',
  closeAt: '24:00',
  graceMinutes: 0,
  lateDays: 3,
  aheadDays: 1,
  acceptedReasons: ['no_signal', 'emergency'],
  messageBudget: 5,
  evaluationPeriod: 'quarter',
  peerFeedback: false,
  publicPraise: false,
  feedbackGapDays: 14,
  requestReminderDays: 3,
  objectionDays: 10,
  radarDays: 15,
  ladderDays: 5,
  planDue: '01-31',
  annualDue: '02-28',
  periodicDueDays: 15,
  contact: null,
};

/** Rules as an agency or unit sets them; null: what is above it holds again, whatever was set before. */
export type OwnRules = { [Rule in keyof Rules]?: Rules[Rule] | null };

/** A version of the rules of a unit (null: the whole agency), in force from a date on. */
export interface RulesVersion {
  unitId: string | null;
  effectiveFrom: string;
  body: OwnRules;
}

/** A unit's place in the tree. */
export interface UnitPlace {
  id: string;
  parentId: string | null;
}

/**
 * The rules of a unit at a date: the newest version in force of the unit itself, then of each unit above it, then the
 * agency's, then the defaults; nearer ones win setting by setting.
 */
export function rulesAt(
  date: string,
  unitId: string,
  units: ReadonlyMap<string, UnitPlace>,
  versions: readonly RulesVersion[],
): Rules {
  const chain: (string | null)[] = [...unitChain(unitId, units), null];
  let rules: Partial<Rules> = {};
  for (const id of chain) {
    const own = Object.entries(ownRulesAt(date, id, versions)).filter(([, value]) => value !== null);
    rules = { ...(Object.fromEntries(own) as Partial<Rules>), ...rules };
  }
  return { ...defaultRules, ...rules };
}

/** What a unit (null: the agency) itself sets at a date, all its versions in force taken together. */
export function ownRulesAt(date: string, unitId: string | null, versions: readonly RulesVersion[]): OwnRules {
  const inForce = versions
    .filter((version) => version.unitId === unitId && version.effectiveFrom <= date)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return Object.assign({}, ...inForce.map((version) => version.body));
}

/** A unit and those above it, the nearest first. */
export function unitChain(unitId: string, units: ReadonlyMap<string, UnitPlace>): string[] {
  const chain: string[] = [];
  for (let id: string | null = unitId; id && !chain.includes(id); id = units.get(id)?.parentId ?? null)
    chain.push(id);
  return chain;
}

/** Minutes after midnight of an `HH:mm` text; above 1440 for a time on the next day. */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
