import type { Lane } from '../../db/queries/lanes.ts';
import type { OutboxRow } from '../../db/queries/outbox.ts';
import { retryDelay } from '../core/retry.ts';
import type { Hands } from './hands.ts';
import { createLanes } from './lanes.ts';
import type { DeliveryParts } from './parts.ts';

/** The outbox is looked at this often even if nobody calls: other processes and postponed rows. */
const LOOK_MS = 1_000;

/** Looks at the outbox while this process leads, and takes what is due in hand, never twice at the same time. */
export interface Picker {
  /** Looks at the outbox now. */
  wake(): void;
  start(): void;
  /** Takes nothing more; resolves when what is in hand is finished. */
  stop(): Promise<void>;
}

/** Makes a picker; `attempt` does what a row is for. */
export function createPicker(
  { services, isSending, renewLeases, after }: DeliveryParts,
  hands: Hands,
  attempt: (row: OutboxRow) => Promise<void>,
): Picker {
  const { store, log } = services;
  const lanes = createLanes(store);
  const inHand = new Set<Promise<void>>();
  /** Rows whose attempt broke off, mostly because the database refused: how often, and until when they rest. */
  const resting = new Map<string, { failures: number; until: number }>();
  /** Rows that ended while the outbox was being read, so that what was read of them is old. */
  const ended = new Set<string>();
  let cancel = () => {};
  let looking = false;
  let woken = false;
  let again = false;
  let running = false;

  async function look(): Promise<void> {
    woken = false;
    if (!running) return;
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    try {
      await renewLeases();
      if (!(await store.leads())) return plan(LOOK_MS);
      ended.clear();
      await lanes.take(services.now(), isFree, begin);
      const next = inHand.size > 0 || resting.size > 0 ? null : await lanes.next();
      plan(next === null ? LOOK_MS : Math.max(20, next - services.now()));
    } catch (error) {
      log.error({ reason: (error as Error).message }, 'the outbox cannot be read');
      plan(LOOK_MS);
    } finally {
      looking = false;
      if (again) {
        again = false;
        wake();
      }
    }
  }

  function begin(row: OutboxRow, lane: Lane): void {
    hands.take(row);
    const work = attempt(row)
      .then(() => {
        resting.delete(row.key);
      })
      .catch((error: Error) => {
        rest(row.key);
        log.error({ key: row.key, kind: row.kind, reason: error.message }, 'delivery failed');
      })
      .finally(() => {
        hands.release(row);
        ended.add(row.key);
        lanes.leave(lane);
        inHand.delete(work);
        wake();
      });
    inHand.add(work);
  }

  function isFree(row: OutboxRow): boolean {
    const rests = (resting.get(row.key)?.until ?? 0) > services.now();
    return running && hands.free(row) && !ended.has(row.key) && !isSending(row.key) && !rests;
  }

  function rest(key: string): void {
    const failures = (resting.get(key)?.failures ?? 0) + 1;
    resting.set(key, { failures, until: services.now() + retryDelay(failures) });
  }

  function plan(ms: number): void {
    cancel();
    cancel = after(Math.min(ms, LOOK_MS), look);
  }

  function wake(): void {
    if (!running || woken) return;
    woken = true;
    setImmediate(look);
  }

  return {
    wake,
    start() {
      running = true;
      wake();
    },
    async stop() {
      running = false;
      cancel();
      await Promise.allSettled(inHand);
    },
  };
}
