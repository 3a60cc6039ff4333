import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createBackoff } from './shared/backoff.ts';
import { readBody } from './shared/body.ts';
import { createFaults, type Faults } from './shared/faults.ts';
import { listen, sendBytes, sendJson } from './shared/http.ts';
import { sendOutcome } from './shared/outcome.ts';
import { type Call, createRecorder } from './shared/recorder.ts';
import { createDispatch } from './telegram/dispatch.ts';
import { createLimiter, PUBLIC_LIMITS, type SendLimits } from './telegram/limits.ts';
import { createPerson, type TelegramPerson } from './telegram/person.ts';
import { commandsFor } from './telegram/profile-methods.ts';
import type { Callback, StoredFile, TelegramUser } from './telegram/types.ts';
import { createUpdateQueue } from './telegram/updates.ts';
import { createWebhook, type Webhook } from './telegram/webhook.ts';
import { addChat, createWorld } from './telegram/world.ts';

export type { TelegramPerson } from './telegram/person.ts';
export type { SeenMessage } from './telegram/types.ts';

/** How a Telegram test server behaves; everything has a default. */
export interface TelegramServerOptions {
  botUsername?: string;
  /** Sending limits: `true` for the public ones; none unless told. */
  limits?: boolean | SendLimits;
  /** First pause before a webhook delivery is repeated, in milliseconds; 50 unless told. */
  webhookRetryMs?: number;
  /** How long a webhook may take to answer, in milliseconds; 10 000 unless told. */
  webhookTimeoutMs?: number;
}

/** A running Telegram test server. */
export interface TelegramServer {
  /** The address to give the bot, without a slash at the end. */
  apiRoot: string;
  token: string;
  botUsername: string;
  /** Rules of the platform that the bot broke. */
  violations: string[];
  /** Every call of a method, oldest first. */
  calls: Call[];
  faults: Omit<Faults, 'take'>;
  /** Adds a person, who is unknown to the bot until they write to it. */
  user(profile: {
    id?: number;
    first_name: string;
    username?: string;
    language_code?: string;
  }): TelegramPerson;
  /** Button presses that the bot has not answered. */
  unansweredCallbacks(): Pick<Callback, 'id' | 'data' | 'from'>[];
  /** Delivers the last updates once more, with the same ids. */
  redeliver(count?: number): void;
  /** Holds updates back. */
  pause(): void;
  /** Delivers what was held back. */
  resume(): void;
  /** Posts an update to the webhook with a secret of the test's choice and gives the HTTP status. */
  forge(options?: { secret?: string; update?: unknown }): Promise<number>;
  /** The commands Telegram offers to this person. */
  commandsFor(person: { id: number }, language?: string): { command: string; description: string }[];
  /** The bot's `name`, `description` or `short_description` in a language. */
  profile(kind: string, language?: string): string | undefined;
  /** A file by its id. */
  file(fileId: string): StoredFile | undefined;
  stop(): Promise<void>;
}

/** Starts a Telegram Bot API server on a free loopback port. */
export async function startTelegramServer(options: TelegramServerOptions = {}): Promise<TelegramServer> {
  const recorder = createRecorder();
  const faults = createFaults();
  const botUsername = options.botUsername ?? 'tutur_test_bot';
  const bot = { id: 7_000_000_001, is_bot: true, first_name: 'Tutur', username: botUsername };
  const token = `${bot.id}:${randomBytes(26).toString('base64url').slice(0, 35)}`;
  const queue = createUpdateQueue(recorder, 100_001);
  const world = createWorld(recorder, queue, bot);
  const limits = options.limits === true ? PUBLIC_LIMITS : options.limits;
  let nextUserId = 5_000_000_001;

  const dispatch = createDispatch({
    world,
    webhook: () => webhook,
    faults,
    backoff: createBackoff(recorder),
    limit: limits ? createLimiter(limits) : undefined,
  });
  const webhook: Webhook = createWebhook(recorder, queue, {
    retryBaseMs: options.webhookRetryMs ?? 50,
    timeoutMs: options.webhookTimeoutMs ?? 10_000,
    reply: async (method, body) => {
      await dispatch({ method, ...body, closed: new AbortController().signal });
    },
  });

  const serveFile = (path: string, response: ServerResponse) => {
    const file = [...world.files.values()].find((one) => one.path === path);
    if (file) sendBytes(response, 200, file.bytes, 'application/octet-stream');
    else sendJson(response, 404, { ok: false, error_code: 404, description: 'Not Found' });
  };
  const serveMethod = async (method: string, request: IncomingMessage, response: ServerResponse) => {
    const closed = new AbortController();
    response.on('close', () => closed.abort());
    const { params, files } = await readBody(request);
    const outcome = await dispatch({ method, params, files, closed: closed.signal });
    sendOutcome(response, outcome);
  };
  const http = await listen(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://local').pathname);
    const [, download, given, rest = ''] = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(path) ?? [];
    if (given === undefined) {
      recorder.violate('path', path);
      sendJson(response, 404, { ok: false, error_code: 404, description: 'Not Found' });
    } else if (given !== token) {
      recorder.violate('token', 'wrong token');
      sendJson(response, 401, { ok: false, error_code: 401, description: 'Unauthorized' });
    } else if (download) serveFile(rest, response);
    else await serveMethod(rest, request, response);
  });

  return {
    apiRoot: http.origin,
    token,
    botUsername,
    violations: recorder.violations,
    calls: recorder.calls,
    faults,
    user(profile) {
      const person: TelegramUser = { is_bot: false, ...profile, id: profile.id ?? nextUserId };
      nextUserId += 1;
      return createPerson(world, addChat(world, person));
    },
    unansweredCallbacks: () =>
      [...world.callbacks.values()]
        .filter((callback) => !callback.answered)
        .map(({ id, data, from }) => ({ id, data, from })),
    redeliver: (count = 1) => queue.redeliver(count),
    pause: queue.pause,
    resume: queue.resume,
    forge: ({ secret, update = { update_id: 1 } } = {}) => webhook.forge(update, secret),
    commandsFor: ({ id }, language = '') => commandsFor(world, id, language),
    profile: (kind, language = '') => world.profile.get(`${kind}:${language}`),
    file: (fileId) => world.files.get(fileId),
    async stop() {
      webhook.set(undefined);
      for (const chat of world.chats.values()) chat.feed.close();
      await http.close();
    },
  };
}
