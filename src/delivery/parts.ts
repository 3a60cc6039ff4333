import type { OutboxRow } from '../../db/queries/outbox.ts';
import type { RenderResult } from '../app/rendered.ts';
import type { Services } from '../app/services.ts';
import type { Adapter, Gate } from '../core/adapter.ts';
import type { Platform } from '../core/model.ts';

/** What delivery needs besides the use cases' services. */
export interface DeliveryParts {
  services: Services;
  adapters: ReadonlyMap<Platform, { adapter: Adapter; gate: Gate }>;
  evidenceDir: string;
  /** Whether an answer is being sent by its adapter right now. */
  isSending(key: string): boolean;
  /** Keeps other processes away from the answers that are being sent here. */
  renewLeases(): Promise<void>;
  /** Turns a notice into a message at the moment of sending. */
  render(services: Services, row: OutboxRow): Promise<RenderResult>;
  /** Does something after some milliseconds, unless it is cancelled with what it returns. */
  after(ms: number, work: () => void): () => void;
}

/** The real clock's way to do something later. */
export function afterRealTime(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}
