const FIRST_MS = 1_000;
const LONGEST_MS = 5 * 60_000;

/** How often something is tried before it has finally failed; about half an hour in all. */
export const MAX_ATTEMPTS = 14;

/** Milliseconds to wait after a number of failed attempts: doubling from one second, at most five minutes. */
export function retryDelay(attempts: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempts - 1));
}
