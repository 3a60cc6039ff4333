import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BlockAction,
  App as BoltApp,
  type ButtonAction,
  HTTPReceiver,
  type Receiver,
  SocketModeReceiver,
  webApi,
} from '@slack/bolt';
import type { App } from '../../src/app/app.ts';
import type { Adapter, Fetched, Gate, Sent } from '../../src/core/adapter.ts';
import type { Inbound } from '../../src/core/inbound.ts';
import { createLines } from '../../src/core/lines.ts';
import { type Message, type Reply, say } from '../../src/core/message.ts';
import { type Route, respond } from '../../src/http/server.ts';
import type { Texts } from '../../src/i18n/texts.ts';
import { createOutgoing, type Page as SendPage } from '../outgoing.ts';
import { commandIn, type MessageEvent, messagesIn, reactionIn, senderOf } from './inbound.ts';
import { boltLogger } from './logger.ts';
import { answersIn, FORM, renderModal, type ViewValue } from './modal.ts';
import { commitFirst } from './receiver.ts';
import { type Page, renderPages } from './render.ts';
import { sentFrom } from './sent.ts';

const PATH = '/slack/events';
/** Milliseconds after which a call is given up and tried again; files take longer. */
const CALL_MS = 10_000;
const SLOW_MS = 60_000;

/** A short name for what a form holds. */
const fingerprint = (values: unknown) =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 16);

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
  app: Pick<App, 'handle' | 'replied' | 'unsent' | 'refused'>;
  gate: Gate;
  log: { info(facts: object, message: string): void; warn(facts: object, message: string): void };
}

/** How one inbound message can be answered besides in the conversation. */
interface Ways {
  triggerId: string | null;
  /** The message whose button was pressed. */
  pressed: string | null;
  /** Shows a short notice to the sender only. */
  whisper: ((text: string) => Promise<unknown>) | null;
}

const NO_WAYS: Ways = { triggerId: null, pressed: null, whisper: null };

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
  const client = new webApi.WebClient(config.botToken, clientOptions);
  const slow = new webApi.WebClient(config.botToken, { ...clientOptions, timeout: SLOW_MS });
  const replies = createLines();
  const outgoing = createOutgoing({ pages, change, sentFrom }, gate, app);
  const conversations = new Map<string, string>();
  let problem: string | null = 'not started';
  const stopping = new AbortController();
  let socketReceiver: SocketModeReceiver | undefined;
  let listener: HTTPReceiver['requestListener'] | undefined;
  let connecting: Promise<void> = Promise.resolve();

  /** Commits first; the answer follows in the order of the person's messages. */
  async function receive(inbound: Inbound, ways: Ways): Promise<Reply> {
    const reply = await app.handle(inbound);
    const { address } = inbound.from;
    void replies.run(address, () => answer(inbound.key, address, reply, ways));
    return reply;
  }

  async function answer(key: string, address: string, given: Reply, ways: Ways): Promise<void> {
    let reply = given;
    if (reply.toast) {
      const told = ways.whisper ? await ways.whisper(reply.toast).catch(() => null) : null;
      if (told === null) reply = { ...reply, messages: [...reply.messages, say(reply.toast)] };
    }
    if (reply.form && !(await openForm(reply, ways.triggerId))) {
      reply = { ...reply, messages: [...reply.messages, reply.form.fallback] };
    }
    await outgoing.answer(key, address, reply, ways.pressed);
  }

  async function openForm(reply: Reply, triggerId: string | null): Promise<boolean> {
    if (!reply.form || triggerId === null) return false;
    try {
      await client.views.open({ trigger_id: triggerId, view: renderModal(reply.form) });
      return true;
    } catch (error) {
      log.warn(
        { reason: (error as { data?: { error?: string } }).data?.error ?? 'unknown' },
        'a form was not opened',
      );
      return false;
    }
  }

  async function pages(address: string, thread: string | null, message: Message): Promise<SendPage[]> {
    const channel = await conversationWith(address);
    const sends = renderPages(message).map(
      (page): SendPage =>
        async () => {
          const { ts } = await client.chat.postMessage({
            channel,
            ...page,
            unfurl_links: false,
            unfurl_media: false,
            ...(thread && { thread_ts: thread }),
          });
          return ts ?? '';
        },
    );
    const files = message.files.map(
      (file): SendPage =>
        async () => {
          const bytes = await readFile(join(config.evidenceDir, file.path));
          const upload = { channel_id: channel, file: bytes, filename: file.name };
          await slow.filesUploadV2(thread ? { ...upload, thread_ts: thread } : upload);
          return '';
        },
    );
    return [...sends, ...files];
  }

  async function change(address: string, ts: string, message: Message): Promise<Sent> {
    const [page, ...more]: Page[] = renderPages(message);
    if (!page) return { ok: true, messageIds: [ts] };
    // What does not fit into the place of one message is sent as new ones.
    if (more.length > 0) return { ok: false, kind: 'gone', reason: 'too long for one message' };
    try {
      await client.chat.update({ channel: await conversationWith(address), ts, ...page });
      return { ok: true, messageIds: [ts] };
    } catch (error) {
      return sentFrom(error);
    }
  }

  /** The direct conversation with a person; messages are found again by its id. */
  async function conversationWith(user: string): Promise<string> {
    const known = conversations.get(user);
    if (known) return known;
    const { channel } = await client.conversations.open({ users: user });
    const id = channel?.id ?? user;
    conversations.set(user, id);
    return id;
  }

  async function emailOf(user: string): Promise<string | null> {
    const { user: found } = await client.users.info({ user });
    return found?.profile?.email ?? null;
  }

  const from = (user: string) => senderOf(user, emailOf);

  function listen(bolt: BoltApp): void {
    bolt.event('message', async ({ event }) => {
      const message = event as MessageEvent;
      for (const inbound of messagesIn(message, from)) {
        conversations.set(inbound.from.id, message.channel);
        await receive(inbound, NO_WAYS);
      }
    });
    bolt.event('reaction_added', async ({ event }) => {
      if (event.item.type !== 'message') return;
      const { channel, ts } = event.item;
      const key = `slack:${channel}:${ts}:${event.user}:${event.reaction}:${event.event_ts}`;
      await receive({ key, from: from(event.user), event: reactionIn(event.reaction, ts) }, NO_WAYS);
    });
    bolt.action<BlockAction<ButtonAction>>(/.*/, async ({ body, action, ack, respond: whisper }) => {
      const pressed: string | null = body.message?.ts ?? null;
      const key = `slack:${body.user.id}:${action.action_ts}:${action.action_id}`;
      const event = { kind: 'choice' as const, action: action.value ?? '', messageId: pressed };
      if (body.channel?.id.startsWith('D')) conversations.set(body.user.id, body.channel.id);
      const reply = await app.handle({ key, from: from(body.user.id), event });
      await ack();
      const quietly = (text: string) =>
        whisper({ text, response_type: 'ephemeral', replace_original: false });
      const ways = { triggerId: body.trigger_id, pressed, whisper: body.response_url ? quietly : null };
      void replies.run(body.user.id, () => answer(key, body.user.id, reply, ways));
    });
    bolt.view(FORM, async ({ body, view, ack }) => {
      const values = view.state.values as unknown as Record<string, Record<string, ViewValue>>;
      const event = { kind: 'form' as const, token: view.private_metadata, answers: answersIn(values) };
      // A form that came back with problems keeps its hash, so what was typed belongs to the key.
      const key = `slack:${view.id}:${view.hash}:${fingerprint(view.state.values)}`;
      const reply = await app.handle({ key, from: from(body.user.id), event });
      if (reply.formErrors) {
        await ack({ response_action: 'errors', errors: reply.formErrors });
        return app.replied(key, []);
      }
      await ack();
      void replies.run(body.user.id, () => answer(key, body.user.id, reply, NO_WAYS));
    });
    bolt.command(/.*/, async ({ command, ack }) => {
      const key = `slack:${command.user_id}:${command.trigger_id}`;
      const reply = await app.handle({ key, from: from(command.user_id), event: commandIn(command.text) });
      const elsewhere = command.channel_name !== 'directmessage' && reply.messages.length > 0;
      await (elsewhere
        ? ack({ response_type: 'ephemeral', text: config.texts.draft.answeredPrivately() })
        : ack());
      const ways = { ...NO_WAYS, triggerId: command.trigger_id };
      void replies.run(command.user_id, () => answer(key, command.user_id, reply, ways));
    });
  }

  /** Tells who we are, prepares Bolt, and in Socket Mode keeps the connection up until we stop. */
  async function connect(): Promise<void> {
    const me = await untilStopped(() => client.auth.test());
    if (!me) return;
    const { inner, socket } = makeReceiver();
    const bolt = new BoltApp({
      logger,
      receiver: commitFirst(inner),
      clientOptions,
      authorize: async () => ({ botToken: config.botToken, botId: me.bot_id, botUserId: me.user_id }),
    });
    listen(bolt);
    if (inner instanceof HTTPReceiver) listener = inner.requestListener;
    log.info({ bot: me.user, mode: socket ? 'socket' : 'http' }, 'connected to Slack');
    while (socket && !stopping.signal.aborted) {
      const lost = new Promise((resolve) => socket.client.once('disconnected', resolve));
      if (!(await untilStopped(() => socket.client.start()))) return;
      await lost;
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
    edit: ({ address, messageId }, message) => change(address, messageId, message),
    sendLate: outgoing.sendLate,
    fetch: download,
    health: () => ({ ready: problem === null, detail: problem ?? 'connected' }),
  };

  async function download(ref: string): Promise<Fetched> {
    try {
      const { file } = await client.files.info({ file: ref });
      const url = file?.url_private_download ?? file?.url_private;
      if (!url) return { ok: false, retry: false, reason: 'file has no address' };
      const response = await fetch(url, {
        headers: { authorization: `Bearer ${config.botToken}` },
        signal: AbortSignal.timeout(SLOW_MS),
      });
      if (!response.ok)
        return { ok: false, retry: response.status >= 500, reason: `download failed (${response.status})` };
      return { ok: true, bytes: new Uint8Array(await response.arrayBuffer()) };
    } catch (error) {
      const sent = sentFrom(error);
      return {
        ok: false,
        retry: !sent.ok && sent.kind === 'later',
        reason: sent.ok ? 'unknown' : sent.reason,
      };
    }
  }
}
