import { addDays, instantOf, localDate } from './local-time.ts';
import { type QuietRules, quietEnd, quietSpan } from './quiet-hours.ts';

/** Local minute at which the morning begins where midnight is not quiet. */
const MORNING = 6 * 60;

/** The next local morning (ms UTC): the end of the quiet hours around midnight, else 06:00, never in quiet hours. */
export function nextMorning(now: number, zone: string, rules: QuietRules): number {
  const tomorrow = addDays(localDate(now, zone), 1);
  const night = quietSpan(instantOf(tomorrow, 0, zone), zone, rules);
  return night ? night.to : quietEnd(instantOf(tomorrow, MORNING, zone), zone, rules);
}
