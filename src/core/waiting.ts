/**
 * The instant (ms UTC) at which something that has to wait is due, rounded up to a tenth of a second.
 *
 * What waits for the same moment is due together, so that it leaves in the order in which it was said.
 */
export function dueAfter(now: number, waitMs: number): number {
  return Math.ceil((now + waitMs) / 100) * 100;
}
