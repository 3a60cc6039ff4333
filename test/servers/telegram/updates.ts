import { setTimeout as sleep } from 'node:timers/promises';
import type { Recorder } from '../shared/recorder.ts';
import type { Json } from '../shared/values.ts';
import { ApiError } from './errors.ts';

/** One update as the bot receives it. */
export type Update = { update_id: number } & Json;

/** An update that the bot has not confirmed. */
export interface PendingUpdate {
  update: Update;
  /** Updates with the same key reach a webhook one at a time, in order. */
  key: string;
  /** True for a repeated delivery, which an offset does not confirm. */
  again: boolean;
}

/** The updates on their way to the bot, by long polling or webhook. */
export interface UpdateQueue {
  push(kind: string, payload: unknown, key: string): void;
  pending(): readonly PendingUpdate[];
  remove(entry: PendingUpdate): void;
  /** Notes that an update is on its way to the bot. */
  sent(update: Update): void;
  /** Whether the bot was sent the press of a button more than once, so that it may answer it more than once. */
  repeated(callbackId: string): boolean;
  clear(): void;
  /** Remembers which kinds the bot wants; an empty list means the usual ones. */
  allow(kinds: readonly string[]): void;
  allowed(): readonly string[];
  /** Waits up to `timeout` seconds for updates from `offset` on. */
  poll(ask: { offset: number; limit: number; timeout: number; closed: AbortSignal }): Promise<Update[]>;
  /** Ends a waiting poll with an error. */
  endPoll(error: ApiError): void;
  pause(): void;
  resume(): void;
  paused(): boolean;
  /** Delivers the last `count` updates once more, with the same ids. */
  redeliver(count: number): void;
  /** Calls back whenever there may be something to deliver. */
  onChange(listener: () => void): void;
}

const UNASKED = ['chat_member', 'message_reaction', 'message_reaction_count'];
/** A client that ends its poll and asks anew at once is no second poller. */
const GRACE_MS = 50;

/** Makes an empty queue of updates. */
export function createUpdateQueue(recorder: Recorder, firstId: number): UpdateQueue {
  let nextId = firstId;
  let waiting: PendingUpdate[] = [];
  let kinds: readonly string[] = [];
  let halted = false;
  let current: { end(outcome: Update[] | ApiError): void } | undefined;
  const history: PendingUpdate[] = [];
  /** How often each press was sent, by the id of its query. */
  const presses = new Map<string, number>();
  const sent = (update: Update) => {
    const { id } = (update.callback_query ?? {}) as { id?: string };
    if (id !== undefined) presses.set(id, (presses.get(id) ?? 0) + 1);
  };
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of [...listeners]) listener();
  };

  const confirm = (offset: number) => {
    if (offset < 0) waiting = waiting.slice(offset);
    else waiting = waiting.filter((entry) => entry.again || entry.update.update_id >= offset);
  };
  const take = (limit: number): Update[] => {
    if (halted) return [];
    const ready = waiting.slice(0, limit);
    waiting = waiting.filter((entry) => !(entry.again && ready.includes(entry)));
    return ready.map((entry) => {
      sent(entry.update);
      return entry.update;
    });
  };

  return {
    push(kind, payload, key) {
      const update: Update = { update_id: nextId, [kind]: payload };
      nextId += 1;
      const wanted = kinds.length > 0 ? kinds.includes(kind) : !UNASKED.includes(kind);
      if (!wanted) return;
      const entry = { update, key, again: false };
      waiting.push(entry);
      history.push(entry);
      changed();
    },
    pending: () => waiting,
    remove(entry) {
      waiting = waiting.filter((other) => other !== entry);
    },
    sent,
    repeated: (id) => (presses.get(id) ?? 0) > 1,
    clear() {
      waiting = [];
    },
    allow(list) {
      kinds = list;
    },
    allowed: () => kinds,
    async poll({ offset, limit, timeout, closed }) {
      if (current) {
        const other = current;
        await sleep(GRACE_MS);
        if (closed.aborted) return [];
        if (current === other) {
          recorder.violate('second_poller', 'getUpdates while another getUpdates is waiting');
          other.end(
            new ApiError(
              409,
              'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
            ),
          );
        }
      }
      confirm(offset);
      const ready = take(limit);
      if (ready.length > 0 || timeout <= 0) return ready;
      return new Promise<Update[]>((resolve, reject) => {
        const end = (outcome: Update[] | ApiError) => {
          clearTimeout(timer);
          listeners.delete(look);
          closed.removeEventListener('abort', leave);
          if (current === poll) current = undefined;
          if (outcome instanceof ApiError) reject(outcome);
          else resolve(outcome);
        };
        const look = () => {
          const found = take(limit);
          if (found.length > 0) end(found);
        };
        const leave = () => end([]);
        const poll = { end };
        const timer = setTimeout(leave, Math.min(timeout, 50) * 1000);
        listeners.add(look);
        closed.addEventListener('abort', leave);
        current = poll;
      });
    },
    endPoll: (error) => current?.end(error),
    pause() {
      halted = true;
    },
    resume() {
      halted = false;
      changed();
    },
    paused: () => halted,
    redeliver(count) {
      const repeated = history.slice(-count).map((entry) => ({ ...entry, again: true }));
      waiting = [...repeated, ...waiting];
      changed();
    },
    onChange: (listener) => void listeners.add(listener),
  };
}
