import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Api, InputFile } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { App } from '../../src/app/app.ts';
import type { Adapter, Gate, Sent } from '../../src/core/adapter.ts';
import { createLines } from '../../src/core/lines.ts';
import type { DrawnOutFile, Message, OutFile } from '../../src/core/message.ts';
import type { Route } from '../../src/http/server.ts';
import type { Texts } from '../../src/i18n/texts.ts';
import { download } from '../download.ts';
import { createOutgoing, type Page } from '../outgoing.ts';
import { longerSide, toPng } from '../picture.ts';
import { registerCommands } from './commands.ts';
import { createFetch } from './fetch.ts';
import { ALLOWED_UPDATES, toInbound } from './inbound.ts';
import { pause, poll, webhookRoute } from './receive.ts';
import { renderKeyboard, renderTexts } from './render.ts';
import { sentFrom } from './sent.ts';

/** Seconds after which a call is given up and tried again. */
const CALL_SECONDS = 10;
/** Long polls and files take longer. */
const SLOW_SECONDS = 60;
/** Answered presses that are remembered, for those that are delivered again. */
const MAX_ANSWERED = 10_000;
const MAX_TOAST = 200;
/** What Telegram takes as a photo. */
const PHOTO = /^image\/(jpeg|png|webp)$/;
const MAX_PHOTO_BYTES = 10_000_000;
/** Telegram makes photos smaller (about 1280 pixels); a larger drawing would become unreadable and goes out as a document. */
const MAX_DRAWN_PHOTO = 2_560;

/** What the Telegram adapter needs. */
export interface TelegramAdapterConfig {
  token: string;
  apiRoot: string;
  /** With it updates come to the webhook, else by long polling. */
  webhook: { url: string; secret: string } | null;
  evidenceDir: string;
  texts: { id: Texts; en: Texts };
  app: Pick<App, 'handle' | 'replied' | 'unsent' | 'refused'>;
  gate: Gate;
  log: { info(facts: object, message: string): void; warn(facts: object, message: string): void };
}

/** Telegram behind the neutral interface: updates in, messages out. */
export function createTelegramAdapter(config: TelegramAdapterConfig): Adapter & { route: Route } {
  const { token, webhook, app, gate, log } = config;
  const apiRoot = config.apiRoot.replace(/\/+$/, '');
  const http = createFetch();
  const api = new Api(token, { apiRoot, timeoutSeconds: CALL_SECONDS, fetch: http.fetch });
  const slow = new Api(token, { apiRoot, timeoutSeconds: SLOW_SECONDS, fetch: http.fetch });
  const stopping = new AbortController();
  const answered = new Set<string>();
  const outgoing = createOutgoing({ pages, change, sentFrom }, gate, app);
  const replies = createLines();
  let me: UserFromGetMe | undefined;
  let problem: string | null = 'not started';
  let receiving: Promise<void> = Promise.resolve();

  async function receive(update: Update): Promise<void> {
    if (!me) throw new Error('not started');
    const inbound = toInbound(update, me.id);
    if (!inbound) return pointToPrivate(update, me.username);
    const reply = await app.handle(inbound);
    // The answer follows the commit; answers in one chat keep their order.
    const { address } = inbound.from;
    const press = update.callback_query;
    const pressed = press?.message ? String(press.message.message_id) : null;
    void replies.run(address, async () => {
      const quiet = press ? stopSpinner(press.id, reply.toast) : undefined;
      await outgoing.answer(inbound.key, address, reply, pressed);
      await quiet;
    });
  }

  /** Answers a press once, so that its button stops waiting; a few more tries if Telegram stumbles. */
  async function stopSpinner(id: string, toast: string | null): Promise<void> {
    if (answered.has(id)) return;
    if (answered.size > MAX_ANSWERED) answered.clear();
    answered.add(id);
    const text = toast ? { text: [...toast].slice(0, MAX_TOAST).join('') } : {};
    for (const wait of [300, 1_000, 2_000, 0]) {
      try {
        await api.answerCallbackQuery(id, text);
        return;
      } catch (error) {
        const sent = sentFrom(error);
        // A press that is too old to be answered has lost its spinner already.
        if (sent.ok || sent.kind !== 'later' || wait === 0) return;
        await pause(Math.max(wait, sent.afterMs ?? 0), stopping.signal);
      }
    }
  }

  /** Says in a group, without a word about anybody, that conversations are private. */
  async function pointToPrivate({ message }: Update, username: string): Promise<void> {
    if (!message?.text?.startsWith('/') || message.chat.type === 'private') return;
    await api.sendMessage(message.chat.id, config.texts.id.link.privateOnly(username)).catch(() => {});
  }

  async function pages(address: string, thread: string | null, message: Message): Promise<Page[]> {
    const texts = renderTexts(message);
    const keyboard = renderKeyboard(message.buttons);
    const sends = texts.map(
      ({ text, entities }, index): Page =>
        async () => {
          const sent = await api.sendMessage(address, text, {
            entities,
            link_preview_options: { is_disabled: true },
            ...(index === texts.length - 1 && keyboard && { reply_markup: keyboard }),
            ...(thread && {
              reply_parameters: { message_id: Number(thread), allow_sending_without_reply: true },
            }),
          });
          return String(sent.message_id);
        },
    );
    const files = message.files.map(
      (file): Page =>
        async () =>
          String((await sendFile(address, file)).message_id),
    );
    return [...sends, ...files];
  }

  /** Sends a picture as a photo where Telegram takes it as one (size, shape, kind), else as a document. */
  async function sendFile(address: string, file: OutFile): Promise<{ message_id: number }> {
    if ('svg' in file) return sendDrawing(address, file);
    const path = join(config.evidenceDir, file.path);
    const input = () => new InputFile(() => createReadStream(path), file.name);
    if (PHOTO.test(file.mime) && (await stat(path)).size <= MAX_PHOTO_BYTES) {
      try {
        return await slow.sendPhoto(address, input());
      } catch (error) {
        const sent = sentFrom(error);
        if (sent.ok || sent.kind !== 'refused') throw error;
      }
    }
    return slow.sendDocument(address, input());
  }

  async function sendDrawing(address: string, { svg, name }: DrawnOutFile): Promise<{ message_id: number }> {
    const png = await toPng(svg);
    const input = new InputFile(png, name);
    return longerSide(png) <= MAX_DRAWN_PHOTO && png.byteLength <= MAX_PHOTO_BYTES
      ? slow.sendPhoto(address, input)
      : slow.sendDocument(address, input);
  }

  async function change(address: string, messageId: string, message: Message): Promise<Sent> {
    const [first, ...more] = renderTexts(message);
    if (!first) return { ok: true, messageIds: [messageId] };
    // What does not fit into the place of one message is sent as new ones.
    if (more.length > 0) return { ok: false, kind: 'gone', reason: 'too long for one message' };
    const keyboard = renderKeyboard(message.buttons);
    try {
      await api.editMessageText(address, Number(messageId), first.text, {
        entities: first.entities,
        link_preview_options: { is_disabled: true },
        ...(keyboard && { reply_markup: keyboard }),
      });
      return { ok: true, messageIds: [messageId] };
    } catch (error) {
      return sentFrom(error);
    }
  }

  async function connect(): Promise<void> {
    for (let wait = 500; !stopping.signal.aborted; wait = Math.min(10_000, wait * 2)) {
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
        await poll(slow, receive, stopping.signal, (trouble) => {
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
    send: ({ address, thread, mark }, message) => outgoing.send(mark, address, thread, message),
    edit: ({ address, messageId }, message) => change(address, messageId, message),
    sendLate: outgoing.sendLate,
    fetch: (ref) => download(() => requestFile(ref), sentFrom),
    health: () => ({ ready: problem === null, detail: problem ?? 'connected' }),
  };

  async function requestFile(ref: string): Promise<Response> {
    const { file_path } = await api.getFile(ref);
    return http.fetch(`${apiRoot}/file/bot${token}/${file_path}`);
  }
}
