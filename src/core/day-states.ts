import { type Closing, stateOf } from './report-window.ts';

/** What decides how expected days stand. */
export interface TimingFacts {
  now: number;
  closing(date: string): Pick<Closing, 'closesAt' | 'graceUntil'>;
  /** Late dates whose reason HR has accepted; they count as on time. */
  accepted: ReadonlySet<string>;
}

/** Expected dates by how they stand, each in exactly one list and in the order of time. */
export interface DayStates {
  onTime: string[];
  grace: string[];
  late: string[];
  /** Late, with a reason that HR accepted. */
  excused: string[];
  /** Not reported, and still in time. */
  open: string[];
  missed: string[];
}

/** How each expected date stands, by the instant of its first report (ms UTC). */
export function dayStates(
  expected: readonly string[],
  firstReports: ReadonlyMap<string, number>,
  { now, closing, accepted }: TimingFacts,
): DayStates {
  const states: DayStates = { onTime: [], grace: [], late: [], excused: [], open: [], missed: [] };
  for (const date of expected) {
    const state = stateOf(firstReports.get(date) ?? null, closing(date), now);
    if (state === 'on_time') states.onTime.push(date);
    else if (state === 'late') states[accepted.has(date) ? 'excused' : 'late'].push(date);
    else states[state].push(date);
  }
  return states;
}
