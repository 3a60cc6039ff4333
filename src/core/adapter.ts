import type { Message, Reply } from './message.ts';
import type { Platform } from './model.ts';

/** Bytes of a file at most: what a Telegram bot can download. */
export const MAX_FILE_BYTES = 20_000_000;

/** What became of something that was sent. */
export type Sent =
  /** Ids of the messages, more than one where it had to be cut into pages. */
  | { ok: true; messageIds: string[] }
  /** Not now; `afterMs` if the platform says when, for this conversation or for all of them. */
  | { ok: false; kind: 'later'; afterMs: number | null; scope: 'chat' | 'platform'; reason: string }
  /** The person cannot be reached: blocked, deactivated, never started. */
  | { ok: false; kind: 'unreachable'; reason: string }
  /** The message to change is gone. */
  | { ok: false; kind: 'gone'; reason: string }
  /** The platform will never take it. */
  | { ok: false; kind: 'refused'; reason: string };

/** What became of a download. */
export type Fetched = { ok: true; bytes: Uint8Array } | { ok: false; retry: boolean; reason: string };

/** One platform behind one interface. */
export interface Adapter {
  readonly platform: Platform;
  /** Begins to receive; resolves when the platform has accepted the connection. */
  start(): Promise<void>;
  /** Takes nothing new and finishes what is in hand. */
  stop(): Promise<void>;
  /** Under the same `mark` a message goes on where it was interrupted. */
  send(to: { address: string; thread: string | null; mark: string }, message: Message): Promise<Sent>;
  edit(to: { address: string; messageId: string }, message: Message): Promise<Sent>;
  /** Sends an answer whose moment has passed: what can still be shown becomes plain messages. */
  sendLate(key: string, address: string, reply: Reply): Promise<Sent>;
  fetch(ref: string): Promise<Fetched>;
  /** Whether messages can come in at present, and if not, why. */
  health(): { ready: boolean; detail: string };
}

/** Remembers how long conversations of a platform have to be left alone, and how much was sent to them. */
export interface Gate {
  /** Milliseconds for which nothing may be sent to a conversation. */
  blockedFor(address: string): number;
  block(address: string | null, ms: number): void;
  /** Counts a message, so that notices keep their distance from answers. */
  count(address: string): void;
  /** Resolves when a notice may go out under the platform's limits. */
  turn(address: string): Promise<void>;
}
