import { createHmac } from 'node:crypto';
import type { Recorder } from '../shared/recorder.ts';
import { type Json, parseJson } from '../shared/values.ts';
import { ACK_MS, type Delivery, type DeliveryKind } from './delivery.ts';
import type { Ack } from './world.ts';

/** Delivery by signed HTTP requests to one address. */
export interface HttpDelivery extends Delivery {
  setUrl(url: string): void;
  /** Sends an event of the test's own making and gives the HTTP status. */
  forge(body: Json, options: { secret?: string; ageSeconds?: number }): Promise<number>;
}

/** Makes the HTTP delivery. */
export function createHttpDelivery(
  recorder: Recorder,
  options: { url: string | undefined; signingSecret: string },
): HttpDelivery {
  let url = options.url;
  let closed = false;
  const underWay = new Set<AbortController>();

  const post = async (
    { body, type }: { body: string; type: string },
    { secret = options.signingSecret, ageSeconds = 0, headers = {} }: Signing,
  ): Promise<{ response: Response; text: string }> => {
    if (!url) throw new Error('setEventsUrl() has not been called');
    const time = String(Math.floor(Date.now() / 1000) - ageSeconds);
    const signature = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
    const attempt = new AbortController();
    const timer = setTimeout(() => attempt.abort(new LateError()), ACK_MS);
    underWay.add(attempt);
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': type,
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          'x-slack-request-timestamp': time,
          'x-slack-signature': `v0=${signature}`,
          ...headers,
        },
        body,
        signal: attempt.signal,
      });
      return { response, text: await response.text() };
    } finally {
      clearTimeout(timer);
      underWay.delete(attempt);
    }
  };

  return {
    setUrl(next) {
      url = next;
    },
    async send(kind, payload, retry): Promise<Ack> {
      const headers: Record<string, string> = retry
        ? { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason }
        : {};
      try {
        const { response, text } = await post(encode(kind, payload), { headers });
        const noRetry = response.headers.get('x-slack-no-retry') === '1';
        if (!response.ok) return { ok: false, reason: 'http_error', status: response.status, noRetry };
        return { ok: true, body: parseJson(text) ?? text };
      } catch (error) {
        const late = error instanceof LateError;
        if (late) recorder.violate('ack_timeout', `${kind} not acknowledged within ${ACK_MS} ms`);
        return {
          ok: false,
          reason: late ? 'http_timeout' : 'connection_failed',
          noRetry: closed,
        };
      }
    },
    async forge(body, { secret, ageSeconds }) {
      const signing = { ...(secret === undefined ? {} : { secret }), ...(ageSeconds ? { ageSeconds } : {}) };
      const { response } = await post(encode('events_api', body), signing);
      return response.status;
    },
    close() {
      closed = true;
      for (const attempt of underWay) attempt.abort();
    },
  };
}

/** The acknowledgement did not come in time. */
class LateError extends Error {}

interface Signing {
  secret?: string;
  ageSeconds?: number;
  headers?: Record<string, string>;
}

/** Events are JSON; commands are form fields; interactions are one form field with JSON in it. */
function encode(kind: DeliveryKind, payload: Json): { body: string; type: string } {
  if (kind === 'events_api') return { body: JSON.stringify(payload), type: 'application/json' };
  const fields =
    kind === 'interactive'
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]));
  return { body: new URLSearchParams(fields).toString(), type: 'application/x-www-form-urlencoded' };
}
