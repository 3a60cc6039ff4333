import { timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import { type Route, readBody, respond } from '../../src/http/server.ts';
import { ALLOWED_UPDATES } from './inbound.ts';

/** Bytes: an update is far smaller. */
const MAX_UPDATE = 1_000_000;
/** Seconds that a long poll waits; the server takes at most 50. */
const POLL_SECONDS = 30;
const LONGEST_PAUSE_MS = 60_000;

/** Handles one update; resolves once it is committed, rejects when it has to come again. */
export type Receive = (update: Update) => Promise<void>;

/** Takes updates at a webhook; answers 200 only after the commit, so that a failure makes Telegram send again. */
export function webhookRoute(path: string, secret: string, receive: Receive): Route {
  const expected = Buffer.from(secret);
  return (incoming, response, url) => {
    if (url.pathname !== path || incoming.method !== 'POST') return false;
    const given = incoming.headers['x-telegram-bot-api-secret-token'];
    if (typeof given !== 'string' || !same(Buffer.from(given), expected)) {
      respond(response, 401, { error: 'wrong secret token' });
      return true;
    }
    void take().catch(() => respond(response, 500, { error: 'not stored, send again' }));
    return true;

    async function take(): Promise<void> {
      const body = await readBody(incoming, MAX_UPDATE);
      const update = body && parse(body);
      if (!update) return respond(response, 400, { error: 'not an update' });
      await receive(update);
      response.writeHead(200, { 'content-length': 0 }).end();
    }
  };
}

/**
 * Asks for updates until the signal ends it.
 *
 * The offset moves on only behind updates that are committed: what failed comes again, and so does nothing else,
 * because its key is known.
 */
export async function poll(
  api: Api,
  receive: Receive,
  signal: AbortSignal,
  report: (problem: string | null) => void,
): Promise<void> {
  let offset = 0;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const updates = await api.getUpdates(
        // After a failure the first answer has to come at once: it is the news that Telegram is back.
        { offset, limit: 100, timeout: failures > 0 ? 0 : POLL_SECONDS, allowed_updates: ALLOWED_UPDATES },
        signal as never,
      );
      report(null);
      failures = 0;
      const results = await Promise.allSettled(updates.map(receive));
      const failed = results.findIndex((result) => result.status === 'rejected');
      const settled = failed < 0 ? updates : updates.slice(0, failed);
      offset = (settled.at(-1)?.update_id ?? offset - 1) + 1;
      if (failed >= 0) await pause(1_000, signal);
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      report(error instanceof GrammyError ? error.description : 'no connection to Telegram');
      const asked = error instanceof GrammyError ? error.parameters.retry_after : undefined;
      await pause(asked ? asked * 1_000 : Math.min(LONGEST_PAUSE_MS, 500 * 2 ** failures), signal);
    }
  }
  // The last updates are confirmed, so that the next start does not see them again.
  await api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => {});
}

function parse(body: Buffer): Update | null {
  try {
    const update: unknown = JSON.parse(body.toString('utf8'));
    return typeof (update as Update)?.update_id === 'number' ? (update as Update) : null;
  } catch {
    return null;
  }
}

/** Compares in a time that tells nothing but the length. */
const same = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b);

/** Waits for some milliseconds, or until the signal ends the wait. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { signal }).catch(() => {});
}
