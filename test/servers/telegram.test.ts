import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Bot, InlineKeyboard, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTelegramServer, type TelegramServer } from './telegram.ts';

let telegram: TelegramServer;
beforeEach(async () => {
  telegram = await startTelegramServer({ webhookRetryMs: 10 });
});
afterEach(() => telegram.stop());

interface Answer {
  ok: boolean;
  result?: unknown;
  description?: string;
  parameters?: { retry_after?: number };
}

async function call(method: string, params: Record<string, unknown> = {}): Promise<Answer> {
  const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  return (await response.json()) as Answer;
}

/** A listener that answers updates with the given statuses, then with 200. */
async function listener(statuses: number[], body = '') {
  const seen: { secret: string | undefined; id: number }[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    const secret = request.headers['x-telegram-bot-api-secret-token'];
    seen.push({ secret: String(secret), id: JSON.parse(text).update_id });
    response.writeHead(statuses.shift() ?? 200, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { seen, url, close: () => server.close() };
}

describe('with a grammY bot on long polling', () => {
  it('carries a conversation with buttons, edits and files', async () => {
    const bot = new Bot(telegram.token, { client: { apiRoot: telegram.apiRoot } });
    bot.command('start', (ctx) =>
      ctx.reply(`Halo ${ctx.match}`, { reply_markup: new InlineKeyboard().text('Lanjut', 'go') }),
    );
    bot.callbackQuery('go', async (ctx) => {
      await ctx.answerCallbackQuery('Baik');
      await ctx.editMessageText('Selesai');
    });
    bot.on('message:document', async (ctx) => {
      const file = await ctx.getFile();
      const url = `${telegram.apiRoot}/file/bot${telegram.token}/${file.file_path}`;
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      await ctx.replyWithDocument(new InputFile(bytes, 'balik.txt'), { caption: 'Salinan' });
    });
    const running = bot.start();

    const anna = telegram.user({ first_name: 'Anna' });
    anna.command('/start abc');
    const hello = await anna.waitFor('Halo abc');
    expect(hello.buttons).toEqual([['Lanjut']]);
    const press = anna.press('Lanjut');
    expect(await press.answered).toEqual({ text: 'Baik', show_alert: false });
    expect((await anna.waitFor('Selesai')).edited).toBe(true);
    expect(anna.messages.map((message) => [message.text, message.buttons])).toEqual([['Selesai', []]]);

    anna.document(Buffer.from('isi'), { name: 'a.txt', mime: 'text/plain' });
    const back = await anna.waitFor('Salinan');
    expect(back.file?.bytes.toString()).toBe('isi');

    telegram.redeliver(1);
    await anna.waitFor('Salinan');
    await bot.stop();
    await running;
    expect(telegram.violations).toEqual([]);
    expect(telegram.unansweredCallbacks()).toEqual([]);
  });
});

describe('updates', () => {
  it('come again until an offset confirms them', async () => {
    telegram.user({ first_name: 'Anna' }).say('hai');
    const first = await call('getUpdates');
    expect(await call('getUpdates')).toEqual(first);
    const [update] = first.result as { update_id: number }[];
    expect((await call('getUpdates', { offset: update!.update_id + 1 })).result).toEqual([]);
    telegram.redeliver();
    const again = await call('getUpdates', { offset: update!.update_id + 1 });
    expect(again).toEqual(first);
  });

  it('go to the newer of two pollers, and the older gets 409', async () => {
    const older = call('getUpdates', { timeout: 5 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const newer = call('getUpdates', { timeout: 5 });
    expect((await older).description).toMatch(/^Conflict: terminated by other getUpdates/);
    telegram.user({ first_name: 'Anna' }).say('hai');
    expect((await newer).result).toHaveLength(1);
    expect(telegram.violations).toHaveLength(1);
  });

  it('are posted to the webhook in order, with the secret, until it answers 2xx', async () => {
    const anna = telegram.user({ first_name: 'Anna' });
    const web = await listener([500, 503]);
    await call('setWebhook', { url: web.url, secret_token: 'rahasia' });
    expect((await call('getUpdates')).description).toMatch(/webhook is active/);
    anna.say('satu');
    anna.say('dua');
    await expect.poll(() => web.seen.length).toBe(4);
    const ids = web.seen.map((one) => one.id);
    expect(ids).toEqual([ids[0], ids[0], ids[0], ids[0]! + 1]);
    expect(new Set(web.seen.map((one) => one.secret))).toEqual(new Set(['rahasia']));
    web.close();
  });

  it('of other chats reach the webhook while one chat is stuck', async () => {
    const [anna, budi] = ['Anna', 'Budi'].map((first_name) => telegram.user({ first_name }));
    const web = await listener(Array(4).fill(500));
    await call('setWebhook', { url: web.url, secret_token: 'rahasia' });
    telegram.pause();
    anna!.say('satu');
    budi!.say('dua');
    expect(web.seen).toEqual([]);
    telegram.resume();
    await expect.poll(() => web.seen.length).toBe(6);
    const ids = web.seen.map((one) => one.id);
    expect(new Set(ids.slice(0, 2)).size).toBe(2);
    web.close();
  });

  it('may be answered with a method in the webhook response', async () => {
    const anna = telegram.user({ first_name: 'Anna' });
    const web = await listener([], JSON.stringify({ method: 'sendMessage', chat_id: anna.id, text: 'Halo' }));
    await call('setWebhook', { url: web.url, secret_token: 'rahasia' });
    anna.say('hai');
    expect((await anna.waitFor('Halo')).text).toBe('Halo');
    web.close();
  });
});

describe('people', () => {
  it('send photos, press keys of the reply keyboard, and edit what they wrote', async () => {
    const anna = telegram.user({ first_name: 'Anna' });
    anna.photo(Buffer.from('x'), { caption: 'lihat', size: 21 * 1024 * 1024, mediaGroupId: 'a' });
    const reply_markup = { keyboard: [[{ text: 'Batal' }]] };
    await call('sendMessage', { chat_id: anna.id, text: 'Ya', reply_markup });
    anna.press('Batal');
    const hello = anna.say('hai');
    anna.edit(hello.message_id, 'halo');
    const updates = (await call('getUpdates')).result as Record<
      string,
      { text?: string; photo?: unknown[] }
    >[];
    expect(updates.map((update) => Object.keys(update)[1])).toEqual([
      'message',
      'message',
      'message',
      'edited_message',
    ]);
    expect(updates.map((update) => (update.message ?? update.edited_message)?.text)).toEqual([
      undefined,
      'Batal',
      'hai',
      'halo',
    ]);
    const { file_id } = updates[0]!.message!.photo!.at(-1) as { file_id: string };
    expect((await call('getFile', { file_id })).description).toBe('Bad Request: file is too big');
    expect(telegram.violations).toEqual([]);
  });
});

describe('sending', () => {
  it('is refused where Telegram refuses it', async () => {
    const anna = telegram.user({ first_name: 'Anna' });
    const send = (text: string, more = {}) => call('sendMessage', { chat_id: anna.id, text, ...more });
    expect((await send('hai')).description).toBe("Forbidden: bot can't initiate conversation with a user");
    anna.command('/start');
    expect((await send('hai')).ok).toBe(true);
    anna.block();
    expect((await send('hai')).description).toBe('Forbidden: bot was blocked by the user');
    anna.unblock();
    expect(telegram.violations).toEqual([]);

    expect((await send(' ')).description).toBe('Bad Request: text must be non-empty');
    expect((await send('x'.repeat(4097))).description).toBe('Bad Request: message is too long');
    await send('👍x', { entities: [{ type: 'bold', offset: 1, length: 2 }] });
    await send('x', { reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'é'.repeat(33) }]] } });
    await send('x', { disable_web_page_preview: true });
    await send(`https://t.me/${telegram.botUsername}?start=a.b`);
    await call('sendMesage');
    expect(telegram.violations.map((line) => line.split(':')[0])).toEqual([
      'text_empty',
      'text_too_long',
      'entities',
      'reply_markup',
      'parameter_unknown',
      'deep_link',
      'method_unknown',
    ]);
  });

  it('is refused for edits that change nothing or have no target', async () => {
    const anna = telegram.user({ first_name: 'Anna' });
    anna.say('hai');
    const sent = (await call('sendMessage', { chat_id: anna.id, text: 'a' })).result as {
      message_id: number;
    };
    const edit = (message_id: number) => call('editMessageText', { chat_id: anna.id, message_id, text: 'a' });
    expect((await edit(sent.message_id)).description).toMatch(/^Bad Request: message is not modified/);
    expect((await edit(999)).description).toBe('Bad Request: message to edit not found');
  });

  it('must wait as long as a 429 says', async () => {
    const anna = telegram.user({ first_name: 'Anna' });
    anna.say('hai');
    telegram.faults.add({ method: 'sendMessage', kind: 'ratelimit', retryAfter: 2 });
    const params = { chat_id: anna.id, text: 'a' };
    expect((await call('sendMessage', params)).parameters).toEqual({ retry_after: 2 });
    expect((await call('sendMessage', params)).ok).toBe(true);
    expect(telegram.violations[0]).toMatch(/^retry_after_ignored/);
  });

  it('may take effect although the answer is lost', async () => {
    const anna = telegram.user({ first_name: 'Anna' });
    anna.say('hai');
    telegram.faults.add({ method: /^send/, kind: 'reset-after' });
    await expect(call('sendMessage', { chat_id: anna.id, text: 'a' })).rejects.toThrow();
    expect(anna.messages).toHaveLength(1);
  });

  it('shows the transcript when a test waits in vain', async () => {
    const anna = telegram.user({ first_name: 'Anna' });
    anna.say('hai');
    await expect(anna.waitFor('Halo', { timeout: 20 })).rejects.toThrow(/Anna: hai/);
    await anna.silence(20);
  });

  it('keeps to the limits when they are on', async () => {
    await telegram.stop();
    telegram = await startTelegramServer({ limits: { overall: 30, perChat: 1, burst: 2 } });
    const anna = telegram.user({ first_name: 'Anna' });
    anna.say('hai');
    const send = () => call('sendMessage', { chat_id: anna.id, text: 'a' });
    expect([(await send()).ok, (await send()).ok, (await send()).ok]).toEqual([true, true, false]);
  });
});
