import type { OutboxRow } from '../../db/queries/outbox.ts';
import { render } from '../app/render.ts';
import type { Platform } from '../core/model.ts';
import { createDownload } from './download.ts';
import { createHands } from './hands.ts';
import { afterRealTime, type DeliveryParts } from './parts.ts';
import { createPicker } from './picker.ts';
import { createSending } from './sending.ts';
import { createSettling } from './settling.ts';

/** Lets everything in the outbox leave: at once, paced, again after failures, and settled with its reason. */
export interface Delivery {
  /** Looks at the outbox now. */
  wake(): void;
  /** Resolves when what is on its way to a conversation has arrived and is remembered. */
  arrived(platform: Platform, address: string): Promise<void>;
  /**
   * Since when (ms UTC) sends to a platform have been failing with broken connections or errors of its servers; null
   * while the last one was answered. Where nothing is sent, nothing is known.
   */
  failingSince(platform: Platform): number | null;
  start(): void;
  /** Finishes what is in hand. */
  stop(): Promise<void>;
}

/** Makes the delivery of one process; other clocks and renderers than the real ones are for measuring. */
export function createDelivery(
  given: Omit<DeliveryParts, 'render' | 'after'> & Partial<DeliveryParts>,
): Delivery {
  const parts: DeliveryParts = { render, after: afterRealTime, ...given };
  const hands = createHands();
  const settling = createSettling(parts, hands);
  const sending = createSending(parts, settling, hands);
  const download = createDownload(parts, settling);
  const picker = createPicker(parts, hands, attempt);

  async function attempt(row: OutboxRow): Promise<void> {
    const write = settling.unwritten(row.key);
    if (write) return write();
    if (row.kind === 'fetch') return download(row);
    if (row.kind === 'reply') return sending.answer(row);
    return sending.notice(row);
  }

  return {
    wake: picker.wake,
    arrived: sending.arrived,
    failingSince: settling.failingSince,
    start: picker.start,
    stop() {
      const finished = picker.stop();
      sending.halt();
      return finished;
    },
  };
}
