import { type CalendarFacts, dayOff } from '../calendar.ts';
import { addDays, instantOf, localDate } from '../local-time.ts';

/** Local minute at which people are told about what is ahead. */
const MORNING = 8 * 60;
/** Days to look for a working day; whoever has none for so long gets their notice on the day next to it. */
const REACH = 45;

/** When something is brought to mind: the facts have to reach 45 days to either side of the date. */
export interface MorningFacts {
  zone: string;
  facts: CalendarFacts;
}

/** 08:00 (ms UTC) of the last working day before a local date. */
export function morningBefore(date: string, facts: MorningFacts): number {
  return morning(date, -1, facts);
}

/** 08:00 (ms UTC) of the first working day after a local date. */
export function morningAfter(date: string, facts: MorningFacts): number {
  return morning(date, 1, facts);
}

/** The dates that facts about a date have to cover. */
export function reachOf(date: string): { from: string; to: string } {
  return { from: addDays(date, -REACH), to: addDays(date, REACH) };
}

/** When the page for a dialogue is sent (ms UTC): the morning of the working day before it, or at once if that is over. */
export function kitMoment(startsAt: number, now: number, facts: MorningFacts): number {
  return Math.max(now, morningBefore(localDate(startsAt, facts.zone), facts));
}

function morning(date: string, step: 1 | -1, { zone, facts }: MorningFacts): number {
  for (let days = step; Math.abs(days) <= REACH; days += step) {
    const day = addDays(date, days);
    if (dayOff(day, facts) === null) return instantOf(day, MORNING, zone);
  }
  return instantOf(addDays(date, step), MORNING, zone);
}
