import { type QuietRules, quietSpan } from './quiet-hours.ts';
import type { Closing } from './report-window.ts';

/** A span (ms UTC) in which nobody could report. */
export interface Downtime {
  fromAt: number;
  toAt: number;
}

/** Only what was lost in the last hours before the cut-off is given back; before that there was time enough. */
const LAST_HOURS = 3 * 60 * 60_000;
/** Shorter interruptions are not outages: the platforms deliver what came in meanwhile. */
export const SHORTEST_OUTAGE = 5 * 60_000;

/**
 * The cut-off of a window after outages: never earlier than before, and the same in whatever order they are given.
 *
 * An outage hits a window if it overlaps the last three hours before the cut-off, or the grace period. The new cut-off
 * is the outage's end plus the time that was lost in those hours; should it lie in quiet hours, their end plus the time
 * that was lost. Outages that hit what was gained this way extend it again.
 */
export function closesAfter(
  { closesAt, graceUntil }: Pick<Closing, 'closesAt' | 'graceUntil'>,
  outages: readonly Downtime[],
  zone: string,
  quiet: QuietRules,
): number {
  const grace = graceUntil - closesAt;
  let close = closesAt;
  let from = closesAt - LAST_HOURS;
  let open = merged(outages);
  while (open.length > 0) {
    const to = close + grace;
    const start = from;
    const hit = open.filter((outage) => outage.fromAt < to && outage.toAt > start);
    if (hit.length === 0) break;
    const lost = hit.reduce((sum, o) => sum + Math.min(o.toAt, to) - Math.max(o.fromAt, start), 0);
    const wanted = hit.at(-1)!.toAt + lost;
    if (wanted <= close) break;
    const night = quietSpan(wanted, zone, quiet);
    close = night ? night.to + lost : wanted;
    open = open.filter((outage) => outage.fromAt >= to);
    from = Math.max(to, close - LAST_HOURS);
  }
  return close;
}

/** Overlapping spans as one, in the order of time. */
function merged(outages: readonly Downtime[]): Downtime[] {
  const spans: Downtime[] = [];
  for (const outage of [...outages].sort((a, b) => a.fromAt - b.fromAt || a.toAt - b.toAt)) {
    const last = spans.at(-1);
    if (last && outage.fromAt <= last.toAt) last.toAt = Math.max(last.toAt, outage.toAt);
    else if (outage.toAt > outage.fromAt) spans.push({ ...outage });
  }
  return spans;
}
