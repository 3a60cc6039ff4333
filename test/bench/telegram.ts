import { join } from 'node:path';
import { type Line, openLine, type Stub, serveApi } from './http.ts';
import { peer, type Running, startProcess, TUTUR } from './process.ts';
import { rateOf } from './rounds.ts';
import { person, seed } from './seed.ts';
import { count } from './sql.ts';

/** How many people write at once. */
export const CHATS = 100;
/** Everybody who is linked; they take turns, so that nobody reports more often in a day than people do. */
export const PEOPLE = 1_000;
const TOKEN = '123456:bench-token';
const SECRET = 'bench-secret';
const FIRST_CHAT = 1_000_000;
const REPLY_MS = 10_000;

/** What is typed for one report, and what the reply to it has to hold when five questions are asked. */
const STEPS = [
  ['/lapor', '1/5'],
  ['Menyusun bahan rapat koordinasi', '2/5'],
  ['1', '3/5'],
  ['08.00-10.00', '4/5'],
  ['3 dokumen', '5/5'],
  ['lewati', 'Periksa dulu'],
  ['simpan', 'Tersimpan'],
] as const;

/** Updates that make one report. */
export const UPDATES = STEPS.length;

/** A bot behind a webhook, with chats that write to it. */
export interface TelegramBot {
  running: Running;
  /** Updates per second; each chat sends the next one when the reply and the acknowledgement have come. */
  rate(ms: number, chats: number): Promise<number>;
  /** Throws unless what was reported is in the database. */
  verify(): void;
  stop(): Promise<void>;
}

interface Chat {
  id: number;
  step: number;
  reports: number;
  arrived: ((body: string) => void) | null;
}

/** The bots that are compared: how they are started and whether they ask the five questions. */
export const TELEGRAM_PEERS = {
  tutur: { title: 'Tutur', form: true },
  'bare-grammy': { title: '(a) bare grammY, one insert', form: false },
  conversations: { title: '(b) grammY conversations', form: true },
  'telegraf-wizard': { title: '(c) telegraf wizard', form: true },
  ceiling: { title: 'does nothing (ceiling)', form: false },
} as const;

/** Names of the bots that are compared. */
export type TelegramPeer = keyof typeof TELEGRAM_PEERS;

/** Starts one bot with a stub of the Bot API of its own. */
export async function startTelegramBot(name: TelegramPeer, folder: string): Promise<TelegramBot> {
  const { form } = TELEGRAM_PEERS[name];
  const chats = Array.from(
    { length: PEOPLE },
    (_, index): Chat => ({ id: FIRST_CHAT + index, step: 0, reports: 0, arrived: null }),
  );
  const stub = await telegramStub((id, body) => chats[id - FIRST_CHAT]?.arrived?.(body));
  const file = join(folder, `${name}-${process.hrtime.bigint()}.db`);
  const running = await startTelegramProcess(name, folder, file, stub);
  let updates = 0;
  /** Whoever does not write at present; those who waited longest come first. */
  const waiting = [...chats];

  function exchange(chat: Chat, line: Line): Promise<void> {
    const [text, expected] = STEPS[chat.step]!;
    return new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${name}: no reply to "${text}"`)), REPLY_MS);
      let open = 2;
      const done = () => {
        open -= 1;
        if (open > 0) return;
        clearTimeout(timer);
        chat.step = (chat.step + 1) % STEPS.length;
        if (chat.step === 0) chat.reports += 1;
        resolve();
      };
      chat.arrived = (body) => {
        if (form && !body.includes(expected)) reject(new Error(`${name}: "${text}" was answered by ${body}`));
        else done();
      };
      updates += 1;
      const said = chat.step === 1 ? `${text} ${updates}` : text;
      line
        .post(updateJson(updates, chat.id, said))
        .then((status) => (status === 200 ? done() : reject(new Error(`${name}: status ${status}`))))
        .catch(reject);
    });
  }

  return {
    running,
    async rate(ms, atOnce) {
      const header = `x-telegram-bot-api-secret-token: ${SECRET}\r\n`;
      const lines = Array.from({ length: atOnce }, () => openLine(running.port, '/telegram', header));
      const writing = lines.map(() => waiting.shift()!);
      const workers = lines.map((line, index) => async () => {
        const chat = writing[index]!;
        await exchange(chat, line);
        if (chat.step > 0) return;
        waiting.push(chat);
        writing[index] = waiting.shift()!;
      });
      const rate = await rateOf(workers, ms);
      waiting.unshift(...writing);
      for (const line of lines) line.close();
      return rate;
    },
    verify() {
      const reports = chats.reduce((sum, chat) => sum + chat.reports, 0);
      const expected = name === 'bare-grammy' ? updates : name === 'ceiling' ? null : reports;
      if (expected === null) return;
      const stored = count(file, name === 'bare-grammy' ? 'updates' : 'entries');
      if (stored !== expected) throw new Error(`${name}: ${expected} acknowledged, but ${stored} stored`);
    },
    async stop() {
      await running.stop();
      await stub.close();
    },
  };
}

/** Starts the process of one bot; Tutur finds an agency of linked people with plans and an unlinked supervisor. */
export async function startTelegramProcess(
  name: TelegramPeer,
  folder: string,
  file: string,
  stub: Stub,
): Promise<Running> {
  const apiRoot = `http://127.0.0.1:${stub.port}`;
  if (name !== 'tutur') {
    const env = { TOKEN, SECRET, API_ROOT: apiRoot, DATABASE: file };
    return startProcess(peer(name), folder, () => env);
  }
  await seed(file, async (store) => {
    await store.commit(person('Kepala', 0, null, null));
    await store.commit(
      Array.from({ length: PEOPLE }, (_, index) =>
        person(`Pegawai ${index}`, index + 1, 'Kepala', {
          platform: 'telegram',
          id: String(FIRST_CHAT + index),
        }),
      ).flat(),
    );
  });
  return startProcess(TUTUR, folder, (port) => ({
    DATABASE_URL: `file:${file}`,
    EVIDENCE_DIR: join(folder, 'evidence'),
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: apiRoot,
    TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
  }));
}

/** The Bot API as far as the bots call it; `arrived` hears of every message with its chat. */
export function telegramStub(arrived: (chat: number, body: string) => void): Promise<Stub> {
  let messages = 0;
  return serveApi((method, body) => {
    if (method === 'getMe') {
      return '{"ok":true,"result":{"id":123456,"is_bot":true,"first_name":"Bench","username":"bench_bot"}}';
    }
    if (method !== 'sendMessage') return '{"ok":true,"result":true}';
    const chat = Number(/"chat_id":"?(\d+)/.exec(body)?.[1]);
    messages += 1;
    arrived(chat, body);
    return `{"ok":true,"result":{"message_id":${messages},"date":1,"chat":{"id":${chat},"type":"private"},"text":"x"}}`;
  });
}

function updateJson(id: number, chat: number, text: string): string {
  const command = text.startsWith('/')
    ? `,"entities":[{"type":"bot_command","offset":0,"length":${text.length}}]`
    : '';
  return (
    `{"update_id":${id},"message":{"message_id":${id},"date":1700000000,` +
    `"chat":{"id":${chat},"type":"private","first_name":"Pegawai"},` +
    `"from":{"id":${chat},"is_bot":false,"first_name":"Pegawai","language_code":"id"},` +
    `"text":"${text}"${command}}}`
  );
}
