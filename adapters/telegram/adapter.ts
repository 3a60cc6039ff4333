import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Api, InputFile } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { App } from '../../src/app/app.ts';
import type { Adapter, Fetched, Gate, Sent } from '../../src/core/adapter.ts';
import { createLines } from '../../src/core/lines.ts';
import { type Message, type OutFile, type Reply, say } from '../../src/core/message.ts';
import type { Route } from '../../src/http/server.ts';
import type { Texts } from '../../src/i18n/texts.ts';
import { registerCommands } from './commands.ts';
import { createFetch } from './fetch.ts';
import { ALLOWED_UPDATES, toInbound } from './inbound.ts';
import { pause, poll, webhookRoute } from './receive.ts';
import { renderKeyboard, renderTexts } from './render.ts';
import { sentFrom } from './sent.ts';

/** Seconds after which a call is given up and tried again. */
const CALL_SECONDS = 40;
const MAX_TOAST = 200;
/** What Telegram takes as a photo. */
const PHOTO = /^image\/(jpeg|png|webp)$/;
const MAX_PHOTO_BYTES = 10_000_000;

/** What the Telegram adapter needs. */
export interface TelegramAdapterConfig {
  token: string;
  apiRoot: string;
  /** With it updates come to the webhook, else by long polling. */
  webhook: { url: string; secret: string } | null;
  evidenceDir: string;
  texts: { id: Texts; en: Texts };
  app: Pick<App, 'handle' | 'replied' | 'unsent'>;
  gate: Gate;
  log: { info(facts: object, message: string): void; warn(facts: object, message: string): void };
}

/** Telegram behind the neutral interface: updates in, messages out. */
export function createTelegramAdapter(config: TelegramAdapterConfig): Adapter & { route: Route } {
  const { token, webhook, app, gate, log } = config;
  const apiRoot = config.apiRoot.replace(/\/+$/, '');
  const http = createFetch();
  const api = new Api(token, { apiRoot, timeoutSeconds: CALL_SECONDS, fetch: http.fetch });
  const stopping = new AbortController();
  const replies = createLines();
  let me: UserFromGetMe | undefined;
  let problem: string | null = 'not started';
  let receiving: Promise<void> = Promise.resolve();

  async function receive(update: Update): Promise<void> {
    if (!me) throw new Error('not started');
    const inbound = toInbound(update, me.id);
    if (!inbound) return;
    const reply = await app.handle(inbound);
    // The answer follows the commit; answers in one chat keep their order.
    const { address } = inbound.from;
    void replies.run(address, () => answer(inbound.key, address, reply, update));
  }

  async function answer(key: string, address: string, reply: Reply, update: Update): Promise<void> {
    const press = update.callback_query;
    if (press) {
      const text = reply.toast ? [...reply.toast].slice(0, MAX_TOAST).join('') : undefined;
      // A press that is too old to be answered has lost its spinner already.
      await api.answerCallbackQuery(press.id, text === undefined ? {} : { text }).catch(() => {});
    }
    const messages = [...(reply.edit ? [reply.edit] : []), ...reply.messages];
    if (messages.length === 0) return app.replied(key);
    const blocked = gate.blockedFor(address);
    if (blocked > 0) return app.unsent(key, blocked, 'waiting for the rate limit');
    const edited = reply.edit && press?.message ? String(press.message.message_id) : null;
    for (const [index, message] of messages.entries()) {
      const inPlace = edited !== null && index === 0;
      let sent = inPlace ? await change(address, edited, message) : await post(address, null, message);
      if (inPlace && !sent.ok && sent.kind === 'gone') sent = await post(address, null, message);
      gate.count(address);
      if (sent.ok) continue;
      if (sent.kind === 'later') {
        if (sent.afterMs !== null) gate.block(address, sent.afterMs);
        return app.unsent(key, sent.afterMs ?? 1_000, sent.reason);
      }
      log.warn({ key, reason: sent.reason }, 'an answer was not taken by Telegram');
      return app.replied(key);
    }
    app.replied(key);
  }

  async function post(address: string, thread: string | null, message: Message): Promise<Sent> {
    const pages = renderTexts(message);
    const keyboard = renderKeyboard(message.buttons);
    let messageId: string | null = null;
    try {
      for (const [index, { text, entities }] of pages.entries()) {
        const sent = await api.sendMessage(address, text, {
          entities,
          link_preview_options: { is_disabled: true },
          ...(index === pages.length - 1 && keyboard && { reply_markup: keyboard }),
          ...(thread && {
            reply_parameters: { message_id: Number(thread), allow_sending_without_reply: true },
          }),
        });
        messageId = String(sent.message_id);
      }
      for (const file of message.files) {
        const sent = await sendFile(address, file);
        messageId ??= String(sent.message_id);
      }
      return { ok: true, messageId };
    } catch (error) {
      return sentFrom(error);
    }
  }

  /** Sends a picture as a photo where Telegram takes it as one (size, shape, kind), else as a document. */
  async function sendFile(address: string, file: OutFile): Promise<{ message_id: number }> {
    const path = join(config.evidenceDir, file.path);
    const input = () => new InputFile(() => createReadStream(path), file.name);
    if (PHOTO.test(file.mime) && (await stat(path)).size <= MAX_PHOTO_BYTES) {
      try {
        return await api.sendPhoto(address, input());
      } catch (error) {
        const sent = sentFrom(error);
        if (sent.ok || sent.kind !== 'refused') throw error;
      }
    }
    return api.sendDocument(address, input());
  }

  async function change(address: string, messageId: string, message: Message): Promise<Sent> {
    const [first, ...more] = renderTexts(message);
    if (!first) return { ok: true, messageId };
    const keyboard = renderKeyboard(message.buttons);
    try {
      await api.editMessageText(address, Number(messageId), first.text, {
        entities: first.entities,
        link_preview_options: { is_disabled: true },
        ...(more.length === 0 && keyboard && { reply_markup: keyboard }),
      });
    } catch (error) {
      const sent = sentFrom(error);
      if (!sent.ok) return sent;
    }
    if (more.length === 0) return { ok: true, messageId };
    const rest = more.map(({ text }) => text);
    return post(address, null, { ...say(...rest), buttons: message.buttons });
  }

  async function connect(): Promise<void> {
    for (let wait = 500; !stopping.signal.aborted; wait = Math.min(60_000, wait * 2)) {
      try {
        me = await api.getMe();
        await registerCommands(api, config.texts.id, config.texts.en);
        if (webhook) {
          await api.setWebhook(webhook.url, {
            secret_token: webhook.secret,
            allowed_updates: ALLOWED_UPDATES,
            max_connections: 100,
          });
        } else {
          await api.deleteWebhook();
        }
        problem = null;
        log.info({ bot: me.username, mode: webhook ? 'webhook' : 'polling' }, 'connected to Telegram');
        return;
      } catch (error) {
        problem = (error as { description?: string }).description ?? 'no connection to Telegram';
        log.warn({ reason: problem }, 'Telegram does not take the bot yet; trying again');
        await pause(wait, stopping.signal);
      }
    }
  }

  const route = webhook ? webhookRoute(new URL(webhook.url).pathname, webhook.secret, receive) : () => false;

  return {
    platform: 'telegram',
    route,
    async start() {
      receiving = connect().then(async () => {
        if (webhook || stopping.signal.aborted) return;
        await poll(api, receive, stopping.signal, (trouble) => {
          if (trouble && trouble !== problem)
            log.warn({ reason: trouble }, 'polling Telegram is interrupted');
          problem = trouble;
        });
      });
    },
    async stop() {
      stopping.abort();
      await receiving;
      await replies.idle();
      await http.close();
    },
    send: ({ address, thread }, message) => post(address, thread, message),
    edit: ({ address, messageId }, message) => change(address, messageId, message),
    async sendLate(address, reply) {
      const messages = [...(reply.edit ? [reply.edit] : []), ...reply.messages];
      if (messages.length === 0 && reply.toast) messages.push(say(reply.toast));
      let last: Sent = { ok: true, messageId: null };
      for (const message of messages) {
        last = await post(address, null, message);
        if (!last.ok) break;
      }
      return last;
    },
    fetch: (ref) => download(ref),
    health: () => ({ ready: problem === null, detail: problem ?? 'connected' }),
  };

  async function download(ref: string): Promise<Fetched> {
    try {
      const { file_path } = await api.getFile(ref);
      const response = await http.fetch(`${apiRoot}/file/bot${token}/${file_path}`);
      if (!response.ok)
        return { ok: false, retry: response.status >= 500, reason: `download failed (${response.status})` };
      return { ok: true, bytes: new Uint8Array(await response.arrayBuffer()) };
    } catch (error) {
      const sent = sentFrom(error);
      // The address of a file holds the token, so the error's own text stays here.
      return {
        ok: false,
        retry: !sent.ok && sent.kind === 'later',
        reason: sent.ok ? 'unknown' : sent.reason,
      };
    }
  }
}
