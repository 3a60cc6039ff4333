import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { App as BoltApp, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { App } from '../../src/app/app.ts';
import type { Adapter, Gate } from '../../src/core/adapter.ts';
import { createLines } from '../../src/core/lines.ts';
import { type Reply, say } from '../../src/core/message.ts';
import { type Route, respond } from '../../src/http/server.ts';
import type { Texts } from '../../src/i18n/texts.ts';
import { createOutgoing } from '../outgoing.ts';
import { senderOf } from './inbound.ts';
import { type Ears, listen, type Ways } from './listen.ts';
import { boltLogger } from './logger.ts';
import { commitFirst } from './receiver.ts';
import { createSlackWeb } from './web.ts';

const PATH = '/slack/events';
/** Milliseconds after which a call is given up and tried again. */
const CALL_MS = 10_000;

/** Bolt refuses requests that are older than five minutes; one that is that far ahead is no better. */
function fromTheFuture(request: IncomingMessage): boolean {
  return Number(request.headers['x-slack-request-timestamp']) > Date.now() / 1000 + 300;
}

/** What the Slack adapter needs. */
export interface SlackAdapterConfig {
  botToken: string;
  /** With it events come through Socket Mode, else signed to `/slack/events`. */
  appToken: string | null;
  signingSecret: string | null;
  apiUrl: string;
  evidenceDir: string;
  /** What is said in a public place about where the answer is. */
  texts: Texts;
  app: Pick<App, 'handle' | 'replied' | 'unsent' | 'refused' | 'waiting'>;
  gate: Gate;
  log: { info(facts: object, message: string): void; warn(facts: object, message: string): void };
}

/** Slack behind the neutral interface: events, commands and forms in, messages out. */
export function createSlackAdapter(config: SlackAdapterConfig): Adapter & { route: Route } {
  const { app, gate, log } = config;
  const logger = boltLogger(log);
  const clientOptions = {
    slackApiUrl: config.apiUrl.endsWith('/') ? config.apiUrl : `${config.apiUrl}/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_MS,
    logger,
  };
  const web = createSlackWeb(config.botToken, clientOptions, config.evidenceDir);
  const replies = createLines();
  const outgoing = createOutgoing(web, gate, app);
  let problem: string | null = 'not started';
  const stopping = new AbortController();
  let socketReceiver: SocketModeReceiver | undefined;
  let listener: HTTPReceiver['requestListener'] | undefined;
  let connecting: Promise<void> = Promise.resolve();

  async function answer(key: string, address: string, given: Reply, ways: Ways): Promise<void> {
    let reply = given;
    if (reply.toast) {
      const told = ways.whisper ? await ways.whisper(reply.toast).catch(() => null) : null;
      if (told === null) reply = { ...reply, messages: [...reply.messages, say(reply.toast)] };
    }
    if (reply.form) {
      const opened = ways.triggerId ? await web.openForm(reply.form, ways.triggerId) : null;
      if (opened && !opened.ok) log.warn({ reason: opened.reason }, 'a form was not opened');
      if (!opened?.ok) reply = { ...reply, messages: [...reply.messages, reply.form.fallback] };
    }
    await outgoing.answer(key, address, reply, ways.pressed);
  }

  const ears: Ears = {
    app,
    from: (user) => senderOf(user, web.emailOf),
    knows: web.knows,
    async publish(user, message) {
      const published = await web.publish(user, message);
      if (!published.ok) log.warn({ reason: published.reason }, 'a Home was not shown');
    },
    later: (key, address, reply, ways) => void replies.run(address, () => answer(key, address, reply, ways)),
    texts: config.texts,
  };

  /** Tells who we are, prepares Bolt, and in Socket Mode keeps the connection up until we stop. */
  async function connect(): Promise<void> {
    const me = await untilStopped(() => web.client.auth.test());
    if (!me) return;
    const { inner, socket } = makeReceiver();
    const bolt = new BoltApp({
      logger,
      receiver: commitFirst(inner),
      clientOptions,
      authorize: async () => ({ botToken: config.botToken, botId: me.bot_id, botUserId: me.user_id }),
    });
    listen(bolt, ears);
    if (inner instanceof HTTPReceiver) listener = inner.requestListener;
    log.info({ bot: me.user, mode: socket ? 'socket' : 'http' }, 'connected to Slack');
    while (socket && !stopping.signal.aborted) {
      const connected = await untilStopped(async () => {
        // Each attempt has its own: one that fails reports a lost connection as well.
        const lost = new Promise((resolve) => socket.client.once('disconnected', resolve));
        await socket.client.start();
        return { lost };
      });
      await connected?.lost;
      if (!stopping.signal.aborted) problem = 'reconnecting to Slack';
    }
  }

  function makeReceiver(): { inner: Receiver; socket: SocketModeReceiver | null } {
    if (!config.appToken) {
      return {
        inner: new HTTPReceiver({ logger, signingSecret: config.signingSecret ?? '', endpoints: PATH }),
        socket: null,
      };
    }
    socketReceiver = new SocketModeReceiver({
      logger,
      appToken: config.appToken,
      installerOptions: { clientOptions },
    });
    // Bolt's own way to reconnect ends the process when Slack is out of reach; ours is the loop in `connect`.
    Object.assign(socketReceiver.client, { autoReconnectEnabled: false });
    return { inner: socketReceiver, socket: socketReceiver };
  }

  /** Tries again, less and less often, until it works; null when we are stopped before. */
  async function untilStopped<T>(work: () => Promise<T>): Promise<T | null> {
    for (let wait = 250; !stopping.signal.aborted; wait = Math.min(10_000, wait * 2)) {
      try {
        const result = await work();
        problem = null;
        return result;
      } catch (error) {
        const { data, code } = (error ?? {}) as { data?: { error?: string }; code?: string };
        problem = data?.error ?? code ?? 'no connection to Slack';
        log.warn({ reason: problem }, 'Slack does not take the bot yet; trying again');
        await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
    return null;
  }

  return {
    platform: 'slack',
    route(request, response, url) {
      if (url.pathname !== PATH || config.appToken) return false;
      if (request.method !== 'POST') respond(response, 405, { error: 'only POST' });
      else if (fromTheFuture(request)) respond(response, 401, { error: 'wrong time' });
      else if (listener && !stopping.signal.aborted) listener(request, response);
      else respond(response, 503, { error: 'not ready' });
      return true;
    },
    async start() {
      connecting = connect();
    },
    async stop() {
      stopping.abort();
      await socketReceiver?.client.disconnect().catch(() => {});
      await connecting;
      await replies.idle();
    },
    send: ({ address, thread, mark }, message) => outgoing.send(mark, address, thread, message),
    edit: ({ address, messageId }, message) => web.change(address, messageId, message),
    sendLate: outgoing.sendLate,
    fetch: web.download,
    health: () => ({ ready: problem === null, detail: problem ?? 'connected' }),
  };
}
