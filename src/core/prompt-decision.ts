import { type CalendarFacts, type DayOff, dayOff } from './calendar.ts';
import { APART, type PromptSlot } from './prompt-slots.ts';

/** Why somebody is not prompted at a slot. */
export type NoPrompt =
  | 'reported'
  | 'absent'
  | 'holiday'
  | 'weekend'
  | 'off_duty'
  | 'not_linked'
  /** The slot passed well before the person was known here. */
  | 'joined_later'
  /** The person asked to be reminded later. */
  | 'snoozed'
  /** The program was down, and the moment has passed. */
  | 'too_late'
  /** The program was down, and it has become too late in the evening. */
  | 'quiet'
  /** The program was down, and the report window is closed. */
  | 'closed'
  /** The person chose the time of the slot after it had passed. */
  | 'chosen_later';

/** What is known about a person at a prompt slot. */
export interface PromptFacts {
  date: string;
  slot: PromptSlot;
  /** First instant (ms UTC) from which on the person is looked after. */
  since: number;
  reported: boolean;
  linked: boolean;
  /** Until when (ms UTC) the person does not want to be reminded; 0 where they did not say. */
  snoozedUntil: number;
  /** Minutes after which a slot is of no use any more. */
  lateness: number;
  /** Whether it is a quiet hour now. */
  quiet: boolean;
  /** The cut-off (ms UTC). */
  closesAt: number;
  calendar: CalendarFacts;
}

/** Whoever joins within this time after a slot can still use its prompt. */
const JUST_JOINED_MS = 30 * 60_000;

/** Whether a person is prompted; null means yes, otherwise the first reason that speaks against it, as it is stored. */
export function decidePrompt(facts: PromptFacts, now: number): string | null {
  const off = dayOff(facts.date, facts.calendar);
  return off ? offReasonCode(off) : withoutOff(facts, now);
}

/** A day off as it is stored with a decision, so that it can be explained later: `holiday:<name>`, `absent:<kind>`. */
export function offReasonCode(off: DayOff): string {
  if (off.kind === 'holiday') return `holiday:${off.name}`;
  return off.kind === 'absent' ? `absent:${off.absence}` : off.kind;
}

/** A stored reason in its parts. */
export function readReason(reason: string): { code: string; detail: string | null } {
  const colon = reason.indexOf(':');
  return colon < 0
    ? { code: reason, detail: null }
    : { code: reason.slice(0, colon), detail: reason.slice(colon + 1) };
}

function withoutOff(facts: PromptFacts, now: number): NoPrompt | null {
  if (facts.reported) return 'reported';
  if (facts.slot.at < facts.since - JUST_JOINED_MS) return 'joined_later';
  if (!facts.linked) return 'not_linked';
  // The prompt that was asked for again would come only just before this one.
  if (facts.snoozedUntil > now || facts.slot.at < facts.snoozedUntil + APART) return 'snoozed';
  if (slotState(now, facts.slot.at, facts.lateness) === 'too_late') return 'too_late';
  if (now >= facts.closesAt) return 'closed';
  return facts.quiet ? 'quiet' : null;
}

/** What is to be done about a slot: not yet, prompt now, or skip because its moment has passed. */
export function slotState(
  now: number,
  slotAt: number,
  latenessMinutes: number,
): 'early' | 'due' | 'too_late' {
  if (now < slotAt) return 'early';
  return now - slotAt <= latenessMinutes * 60_000 ? 'due' : 'too_late';
}
