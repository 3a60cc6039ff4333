import type { Store } from '../../db/store.ts';
import type { Message } from '../core/message.ts';
import type { Locale, Platform } from '../core/model.ts';

/** What the use cases need from the world; time and ids come from here and nowhere else. */
export interface Services {
  store: Store;
  /** The present instant, ms UTC. */
  now(): number;
  /** A new id, UUID version 7. */
  newId(): string;
  random(bytes: number): Uint8Array;
  agency: { zone: string; locale: Locale };
  log: Log;
  /** Resolves when what is on its way to a conversation has arrived and is remembered. */
  arrived(platform: Platform, address: string): Promise<void>;
  /** How many messages a platform makes of one. */
  pages(platform: Platform, message: Message): number;
}

/** A log that takes facts, never what people typed, secrets or NIPs. */
export interface Log {
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
}
