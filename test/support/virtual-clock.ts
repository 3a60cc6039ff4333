import type { Store } from '../../db/store.ts';

/** A clock that jumps from one awaited moment to the next as soon as nothing else is going on. */
export interface VirtualClock {
  /** ms UTC */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Does something later, unless it is cancelled with what this returns. */
  after(ms: number, work: () => void): () => void;
  /** The same store; while it works, the clock stands still. */
  watch(store: Store): Store;
  /** Lets time pass until something is true; throws when nobody waits for anything any more. */
  run(until: () => boolean): Promise<void>;
}

interface Timer {
  at: number;
  work(): void;
}

/** Turns of the event loop without any work, after which everybody is waiting. */
const QUIET_TURNS = 3;

/** Makes a clock that stands at an instant. */
export function createVirtualClock(start: number): VirtualClock {
  const timers: Timer[] = [];
  let now = start;
  let work = 0;

  function add(timer: Timer): void {
    work += 1;
    let [low, high] = [0, timers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((timers[middle] as Timer).at <= timer.at) low = middle + 1;
      else high = middle;
    }
    timers.splice(low, 0, timer);
  }

  async function everybodyWaits(): Promise<void> {
    for (let quiet = 0, seen = work; quiet < QUIET_TURNS; ) {
      await new Promise((resolve) => setImmediate(resolve));
      quiet = work === seen ? quiet + 1 : 0;
      seen = work;
    }
  }

  return {
    now: () => now,
    sleep: (ms) => new Promise((resolve) => add({ at: now + Math.max(0, ms), work: resolve })),
    after(ms, later) {
      const timer = { at: now + Math.max(0, ms), work: later };
      add(timer);
      return () => {
        const index = timers.indexOf(timer);
        if (index >= 0) timers.splice(index, 1);
      };
    },
    watch: (store) => ({
      ...store,
      all(s) {
        work += 1;
        return store.all(s);
      },
      commit(statements) {
        work += 1;
        return store.commit(statements).finally(() => {
          work += 1;
        });
      },
    }),
    async run(until) {
      for (;;) {
        await everybodyWaits();
        if (until()) return;
        const next = timers.shift();
        if (!next) throw new Error('nobody waits for anything, and it is not true yet');
        now = Math.max(now, next.at);
        next.work();
      }
    },
  };
}
