import { type Hours, minuteOf, type Rules } from './rules.ts';

/** Why somebody cannot be reminded at a time of their own. */
export type NoChosenTime = 'unclear' | 'before_work' | 'quiet' | 'too_late';

const TIME = /^(?:pukul |jam |at )?([01]?\d|2[0-3])[.:]([0-5]\d)$/;

/** Reads a time of the day (`16.30`, `16:30`) as `HH:mm`; null for anything else. */
export function readChosenTime(text: string): string | null {
  const [, hour, minute] = TIME.exec(text.trim().toLowerCase()) ?? [];
  return hour && minute ? `${hour.padStart(2, '0')}:${minute}` : null;
}

/**
 * What speaks against a first reminder at a local time (`HH:mm`); null if nothing does.
 *
 * It lies in or after working hours, outside quiet hours, and not after the last reminder (`lastMinute`, minutes after
 * midnight), which on a usual day is the last moment to be of use.
 */
export function chosenTimeProblem(
  time: string,
  { quietFrom, quietTo }: Pick<Rules, 'quietFrom' | 'quietTo'>,
  hours: Pick<Hours, 'start'>,
  lastMinute: number,
): NoChosenTime | null {
  const minute = minuteOf(time);
  if (isQuiet(minute, minuteOf(quietFrom), minuteOf(quietTo))) return 'quiet';
  if (minute < hours.start) return 'before_work';
  return minute > lastMinute ? 'too_late' : null;
}

const isQuiet = (minute: number, from: number, to: number) =>
  from <= to ? minute >= from && minute < to : minute >= from || minute < to;
