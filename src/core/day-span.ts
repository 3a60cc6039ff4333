import { type DayWords, dateOf, nearestDay } from './day-words.ts';
import { addDays } from './local-time.ts';

/** Local dates from one to another, both included. */
export interface DaySpan {
  from: string;
  to: string;
}

type PartialDay = Extract<DayWords, { kind: 'partial' }>;

/** A range across New Year, in days, that may be meant where no year is said. */
const ACROSS_NEW_YEAR = 180;

/** The span between two days, each of which may leave out what the other says. */
export function spanBetween(
  from: DayWords,
  to: DayWords,
  today: string,
): DaySpan | { problem: 'no_such_date' | 'end_before_start' } {
  const [first, last] = shareMonth(from, to);
  const start = first.kind === 'partial' && first.year === null ? null : nearestDay(first, today);
  const span =
    start === null && last.kind === 'partial' && last.month !== null
      ? endingOn(first, last, today)
      : startingOn(start ?? nearestDay(first, today), last, today);
  if (!span) return { problem: 'no_such_date' };
  return span.from > span.to ? { problem: 'end_before_start' } : span;
}

/** `24-26 Nov` and `Nov 24-26`: the month and year of one end hold for the other. */
function shareMonth(from: DayWords, to: DayWords): [DayWords, DayWords] {
  if (from.kind !== 'partial' || to.kind !== 'partial') return [from, to];
  if (from.month === null && to.month !== null) return [{ ...from, month: to.month, year: to.year }, to];
  if (to.month === null && from.month !== null) return [from, { ...to, month: from.month, year: from.year }];
  return [from, to];
}

/** A span whose end is known best: its start is the nearest one before. */
function endingOn(first: DayWords, last: PartialDay, today: string): DaySpan | null {
  const to = nearestDay(last, today);
  if (to === null || first.kind !== 'partial' || first.month === null) return null;
  const year = Number(to.slice(0, 4));
  const from = dateOf(year, first.month, first.day);
  const before = dateOf(year - 1, first.month, first.day);
  const across = first.month !== last.month && before !== null && (last.year !== null || near(before, to));
  if ((from === null || from > to) && across) return { from: before, to };
  return from === null ? null : { from, to };
}

/** A span whose start is known: what its end leaves out is the first possible. */
function startingOn(from: string | null, last: DayWords, today: string): DaySpan | null {
  if (from === null) return null;
  if (last.kind !== 'partial' || last.year !== null) {
    const to = nearestDay(last, last.kind === 'weekday' && !last.next ? from : today);
    return to === null ? null : { from, to };
  }
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  if (last.month === null) {
    const same = dateOf(year, month, last.day);
    const next = dateOf(month === 12 ? year + 1 : year, (month % 12) + 1, last.day);
    const to = same !== null && same >= from ? same : next;
    return to === null ? null : { from, to };
  }
  const to = dateOf(year, last.month, last.day);
  const next = dateOf(year + 1, last.month, last.day);
  if ((to === null || to < from) && next !== null && last.month !== month && near(from, next))
    return { from, to: next };
  return to === null ? null : { from, to };
}

const near = (from: string, to: string) => to <= addDays(from, ACROSS_NEW_YEAR);
