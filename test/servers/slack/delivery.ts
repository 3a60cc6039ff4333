import type { Json } from '../shared/values.ts';
import type { Ack } from './world.ts';

/** The three kinds of things Slack sends to apps. */
export type DeliveryKind = 'events_api' | 'interactive' | 'slash_commands';

/** A repeated attempt: its number, and why the one before failed. */
export interface Retry {
  attempt: number;
  reason: string;
}

/** A channel to the app that makes one attempt at a time. */
export interface Delivery {
  send(kind: DeliveryKind, payload: Json, retry?: Retry): Promise<Ack>;
  close(): void;
}

/** Slack waits this long for an acknowledgement. */
export const ACK_MS = 3000;
