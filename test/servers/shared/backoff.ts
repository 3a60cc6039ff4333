import type { Recorder } from './recorder.ts';
import type { Json } from './values.ts';

/** Calls that were on their way when the refusal was sent are no fault of the bot. */
const UNDER_WAY_MS = 300;

/** Watches that a bot which was told to wait does wait. */
export interface Backoff {
  /** Remembers a refusal: calls of this method for this place must wait so many seconds. */
  refused(method: string, place: string, params: Json, seconds: number): void;
  /** Records a violation when the call comes before the wait is over. */
  check(method: string, place: string, params: Json): void;
}

/** Makes a watch over the waits that a server has demanded. */
export function createBackoff(recorder: Recorder): Backoff {
  const waits = new Map<string, { since: number; until: number; params: string }>();
  return {
    refused(method, place, params, seconds) {
      const now = Date.now();
      waits.set(`${method} ${place}`, {
        since: now,
        until: now + seconds * 1000,
        params: JSON.stringify(params),
      });
    },
    check(method, place, params) {
      const wait = waits.get(`${method} ${place}`);
      const now = Date.now();
      // Timers may fire a few milliseconds early.
      if (!wait || now >= wait.until - 5) return;
      if (now - wait.since < UNDER_WAY_MS && JSON.stringify(params) !== wait.params) return;
      recorder.violate(
        'retry_after_ignored',
        `${method} for ${place || 'everything'} again ${wait.until - now} ms before the wait is over`,
      );
    },
  };
}
