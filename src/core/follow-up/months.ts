import { addDays } from '../local-time.ts';

/**
 * Calendar months that lie wholly within a span of local dates, at most 12.
 *
 * Credit points go by months; how a month that was begun counts was not seen, so it does not.
 */
export function wholeMonths(from: string, to: string): number {
  const first = monthOf(from) + (from.endsWith('-01') ? 0 : 1);
  const after = monthOf(addDays(to, 1));
  return Math.min(12, Math.max(0, after - first));
}

/** Months since year 0. */
function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}
