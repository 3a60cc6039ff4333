import { setTimeout as sleep } from 'node:timers/promises';
import { parseBody, type RequestBody } from '../shared/body.ts';
import type { Recorder } from '../shared/recorder.ts';
import type { PendingUpdate, UpdateQueue } from './updates.ts';

/** Where and how a bot wants its updates posted. */
export interface WebhookTarget {
  url: string;
  secret: string | undefined;
  maxConnections: number;
}

/** The delivery of updates by HTTP. */
export interface Webhook {
  target(): WebhookTarget | undefined;
  set(target: WebhookTarget | undefined): void;
  lastError(): { date: number; message: string } | undefined;
  /** Posts an update of the test's own making and gives the HTTP status. */
  forge(update: unknown, secret: string | undefined): Promise<number>;
}

/** How the delivery behaves when the bot does not answer with 2xx. */
export interface WebhookOptions {
  /** The first pause before a repetition, in milliseconds; each further one is twice as long, up to 20 times. */
  retryBaseMs: number;
  /** How long an answer may take, in milliseconds. */
  timeoutMs: number;
  /** Carries out a method that came as the body of the bot's answer. */
  reply: (method: string, body: Omit<RequestBody, 'raw'>) => Promise<void>;
}

const NOT_AS_REPLY = /^(get|setwebhook$|deletewebhook$|close$|logout$)/i;

/** Makes the delivery; it starts as soon as a target is set. */
export function createWebhook(recorder: Recorder, queue: UpdateQueue, options: WebhookOptions): Webhook {
  let target: WebhookTarget | undefined;
  let problem: { date: number; message: string } | undefined;
  const busy = new Set<string>();

  const post = (to: WebhookTarget, update: unknown, secret: string | undefined) =>
    fetch(to.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }),
      },
      body: JSON.stringify(update),
      redirect: 'manual',
      signal: AbortSignal.timeout(options.timeoutMs),
    });

  /** Gives undefined when the bot took the update, or the least pause before the next attempt. */
  const attempt = async (to: WebhookTarget, entry: PendingUpdate): Promise<number | undefined> => {
    queue.sent(entry.update);
    try {
      const response = await post(to, entry.update, to.secret);
      const raw = Buffer.from(await response.arrayBuffer());
      if (response.ok) {
        const body = parseBody(raw, response.headers.get('content-type') ?? '');
        const { method, ...params } = body.params;
        if (typeof method === 'string') {
          if (NOT_AS_REPLY.test(method))
            recorder.violate('webhook_reply', `${method} has no use as an answer`);
          else await options.reply(method, { params, files: body.files });
        }
        return undefined;
      }
      problem = { date: now(), message: `Wrong response from the webhook: ${response.status}` };
      return Number(response.headers.get('retry-after') ?? 0) * 1000;
    } catch (error) {
      problem = { date: now(), message: String(error) };
      return 0;
    }
  };

  const deliver = async (entry: PendingUpdate) => {
    busy.add(entry.key);
    for (let round = 0; ; round += 1) {
      const to = target;
      if (!to || queue.paused() || !queue.pending().includes(entry)) break;
      const pause = await attempt(to, entry);
      if (pause === undefined) {
        queue.remove(entry);
        break;
      }
      await sleep(Math.max(pause, options.retryBaseMs * Math.min(2 ** round, 20)), undefined, { ref: false });
    }
    busy.delete(entry.key);
    pump();
  };

  const pump = () => {
    if (!target || queue.paused()) return;
    for (const entry of queue.pending())
      if (busy.size < target.maxConnections && !busy.has(entry.key)) void deliver(entry);
  };
  queue.onChange(pump);

  return {
    target: () => target,
    set(next) {
      target = next;
      problem = undefined;
      pump();
    },
    lastError: () => problem,
    async forge(update, secret) {
      if (!target) throw new Error('no webhook is set');
      const response = await post(target, update, secret);
      await response.arrayBuffer();
      return response.status;
    },
  };
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}
