import { type CalendarFacts, dayOff } from './calendar.ts';

/** Why somebody is not prompted at a slot. */
export type NoPrompt = 'reported' | 'absent' | 'holiday' | 'weekend' | 'not_linked' | 'not_expected';

/** What is known about a person at a prompt slot. */
export interface PromptFacts {
  date: string;
  /** Whether they are to report at all (not an observer, already active on that date). */
  expected: boolean;
  reported: boolean;
  linked: boolean;
  calendar: CalendarFacts;
}

/** Whether a person is prompted; null means yes, otherwise the first reason that speaks against it. */
export function decidePrompt(facts: PromptFacts): NoPrompt | null {
  if (!facts.expected) return 'not_expected';
  const off = dayOff(facts.date, facts.calendar);
  if (off) return off.kind;
  if (facts.reported) return 'reported';
  return facts.linked ? null : 'not_linked';
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
