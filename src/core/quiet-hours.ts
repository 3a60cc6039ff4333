import { addDays, instantOf, localDate, localMinute } from './local-time.ts';
import { minuteOf, type Rules } from './rules.ts';

/** The part of the rules that quiet hours depend on. */
export type QuietRules = Pick<Rules, 'quietFrom' | 'quietTo'>;

/** The quiet span (ms UTC, its end excluded) that an instant lies in; null outside. */
export function quietSpan(
  now: number,
  zone: string,
  { quietFrom, quietTo }: QuietRules,
): { from: number; to: number } | null {
  const [from, to] = [minuteOf(quietFrom), minuteOf(quietTo)];
  if (from === to) return null;
  const minute = localMinute(now, zone);
  const today = localDate(now, zone);
  if (from < to) {
    if (minute < from || minute >= to) return null;
    return { from: instantOf(today, from, zone), to: instantOf(today, to, zone) };
  }
  if (minute >= from)
    return { from: instantOf(today, from, zone), to: instantOf(addDays(today, 1), to, zone) };
  if (minute < to) return { from: instantOf(addDays(today, -1), from, zone), to: instantOf(today, to, zone) };
  return null;
}

/** The first instant from `now` on that is not quiet. */
export function quietEnd(now: number, zone: string, rules: QuietRules): number {
  return quietSpan(now, zone, rules)?.to ?? now;
}
