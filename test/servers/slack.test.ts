import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, type BlockAction, LogLevel, type types } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type SlackServer, type SlackServerOptions, startSlackServer } from './slack.ts';

let slack: SlackServer;
let app: App | undefined;
afterEach(async () => {
  await app?.stop();
  // Bolt does not wait for the closing handshake.
  if (app) await expect.poll(() => slack.connections()).toBe(0);
  app = undefined;
  await slack.stop();
});

async function start(options: SlackServerOptions): Promise<void> {
  slack = await startSlackServer(options);
}

async function call(method: string, args: Record<string, unknown> = {}, token = slack.botToken) {
  const response = await fetch(slack.apiUrl + method, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
    body: JSON.stringify(args),
  });
  const body = (await response.json()) as { ok: boolean; error?: string; ts?: string; url?: string };
  return { status: response.status, retryAfter: response.headers.get('retry-after'), ...body };
}

async function startBolt(mode: 'http' | 'socket'): Promise<App> {
  await start({ mode });
  const common = {
    token: slack.botToken,
    clientOptions: { slackApiUrl: slack.apiUrl },
    logLevel: LogLevel.ERROR,
  };
  app =
    mode === 'socket'
      ? new App({ ...common, appToken: slack.appToken, socketMode: true })
      : new App({ ...common, signingSecret: slack.signingSecret });
  const server = await app.start(0);
  if (mode === 'http') {
    const { port } = (server as unknown as { address(): AddressInfo }).address();
    slack.setEventsUrl(`http://127.0.0.1:${port}/slack/events`);
  }
  return app;
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() });
const form = {
  type: 'modal' as const,
  callback_id: 'report',
  title: plain('Laporan'),
  submit: plain('Simpan'),
  blocks: [
    {
      type: 'input',
      block_id: 'what',
      label: plain('Kegiatan'),
      element: { type: 'plain_text_input', action_id: 'v' },
    },
    {
      type: 'input',
      block_id: 'kind',
      label: plain('Jenis'),
      element: { type: 'static_select', action_id: 'v', options: [option('Rapat'), option('Dinas')] },
    },
    {
      type: 'input',
      block_id: 'from',
      label: plain('Mulai'),
      element: { type: 'timepicker', action_id: 'v' },
    },
    {
      type: 'input',
      block_id: 'files',
      optional: true,
      label: plain('Bukti'),
      element: { type: 'file_input', action_id: 'v' },
    },
  ] as types.KnownBlock[],
};

for (const mode of ['http', 'socket'] as const)
  describe(`with a Bolt app over ${mode}`, () => {
    it('carries messages, commands, clicks, modals, files and Home', async () => {
      const bot = await startBolt(mode);
      const button = { type: 'button' as const, action_id: 'open', text: plain('Lapor') };
      bot.message('halo', async ({ say }) => {
        await say({ text: 'Halo juga', blocks: [{ type: 'actions', elements: [button] }] });
      });
      bot.command('/tutur', async ({ ack, respond }) => {
        await ack('Sebentar');
        await respond('Siap');
      });
      bot.action('open', async ({ ack, body, client }) => {
        await ack();
        const { trigger_id } = body as BlockAction;
        await client.views.open({ trigger_id, view: form });
      });
      bot.view('report', async ({ ack, view, body, client }) => {
        const { values } = view.state;
        const from = values.from?.v?.selected_time;
        if (from === '23:00') return ack({ response_action: 'errors', errors: { from: 'Terlalu malam' } });
        await ack();
        const [file] = values.files?.v?.files ?? [];
        const headers = { authorization: `Bearer ${slack.botToken}` };
        const bytes = await (await fetch(file?.url_private ?? '', { headers })).text();
        const text = `Disimpan ${values.what?.v?.value} ${values.kind?.v?.selected_option?.value} ${from} ${bytes}`;
        await client.chat.postMessage({ channel: body.user.id, text });
      });
      bot.event('app_home_opened', async ({ event, client }) => {
        const blocks = [{ type: 'section' as const, text: plain('Beranda') }];
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
      });
      bot.message('berkas', async ({ message, client }) => {
        await client.filesUploadV2({
          channel_id: message.channel,
          filename: 'a.csv',
          file: Buffer.from('1;2'),
          initial_comment: 'Ini',
        });
      });

      const sari = slack.user({ name: 'sari', email: 'sari@example.go.id' });
      sari.dm('halo');
      const hello = await sari.waitFor((message) => message.buttons.includes('Lapor'));
      expect(hello.fallback).toBe('Halo juga');
      await sari.slash('/tutur', 'lapor');
      expect((await sari.waitFor('Sebentar')).ephemeral).toBe(true);
      await sari.waitFor('Siap');

      await sari.click('Lapor');
      const modal = await sari.waitForModal('Laporan');
      expect(modal.labels).toEqual(['Kegiatan', 'Jenis', 'Mulai', 'Bukti']);
      expect((await sari.submit({ Kegiatan: 'Apel' })).unsent).toBe(true);
      const bukti = [{ name: 'foto.jpg', bytes: Buffer.from('JPEG') }];
      expect(await sari.submit({ Jenis: 'Rapat', from: '23:00', Bukti: bukti })).toEqual({
        errors: { from: 'Terlalu malam' },
      });
      expect(await sari.submit({ Mulai: '08:00' })).toEqual({ closed: true });
      await sari.waitFor('Disimpan Apel rapat 08:00 JPEG');
      expect(sari.modal).toBeUndefined();

      sari.openHome();
      await sari.waitForHome('Beranda');
      sari.dm('berkas');
      expect((await sari.waitFor('Ini')).files[0]?.bytes.toString()).toBe('1;2');
      expect(slack.violations).toEqual([]);
    });
  });

describe('events over HTTP', () => {
  it('come again, with the reason, until they are acknowledged', async () => {
    const seen: { num: string | undefined; reason: string | undefined; id: string }[] = [];
    const statuses = [500, 200];
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      const header = (name: string) => request.headers[name] as string | undefined;
      seen.push({
        num: header('x-slack-retry-num'),
        reason: header('x-slack-retry-reason'),
        id: JSON.parse(body).event_id,
      });
      response.writeHead(statuses.shift() ?? 200).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await start({ mode: 'http', eventsUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
    slack.user({ name: 'sari' }).dm('halo');
    await expect.poll(() => seen.length).toBe(2);
    await slack.redeliverEvent();
    expect(seen.map((one) => [one.num, one.reason])).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['1', 'http_timeout'],
    ]);
    expect(new Set(seen.map((one) => one.id)).size).toBe(1);
    server.close();
  });

  it('and clicks that are acknowledged after three seconds are recorded', async () => {
    const server = createServer((_, response) => void setTimeout(() => response.end(), 3200));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await start({ mode: 'http', eventsUrl: `http://127.0.0.1:${port}/`, retryDelays: [] });
    const sari = slack.user({ name: 'sari' });
    sari.dm('halo');
    await expect(sari.slash('/tutur')).rejects.toThrow(/was not acknowledged/);
    expect(slack.violations).toEqual([
      'ack_timeout: events_api not acknowledged within 3000 ms',
      'ack_timeout: slash_commands not acknowledged within 3000 ms',
      'ack_error: /tutur: http_timeout',
    ]);
    server.close();
  });

  it('are refused by Bolt when forged or old', async () => {
    await startBolt('http');
    expect(await slack.forge()).not.toBe(401);
    expect(await slack.forge({ secret: 'falsch' })).toBe(401);
    expect(await slack.forge({ ageSeconds: 400 })).toBe(401);
  });
});

describe('Socket Mode', () => {
  it('gives one-time addresses, repeats what a lost connection took, and asks for new ones', async () => {
    await start({ mode: 'socket' });
    const connect = async () => {
      const { url = '' } = await call('apps.connections.open', {}, slack.appToken);
      const socket = new WebSocket(url);
      const messages: { type: string; envelope_id: string; retry_attempt?: number }[] = [];
      socket.on('message', (data) => messages.push(JSON.parse(String(data))));
      await expect.poll(() => messages[0]?.type).toBe('hello');
      return { url, socket, messages };
    };
    const first = await connect();
    const again = new WebSocket(first.url);
    await new Promise((resolve) => again.on('error', resolve));
    expect(slack.violations).toEqual(['socket_ticket: unknown or used ticket']);

    slack.user({ name: 'sari' }).dm('halo');
    await expect.poll(() => first.messages[1]?.type).toBe('events_api');
    slack.dropConnections();
    const second = await connect();
    await expect.poll(() => second.messages[1]?.retry_attempt).toBe(1);
    second.socket.send(JSON.stringify({ envelope_id: second.messages[1]?.envelope_id }));
    slack.refresh();
    await expect.poll(() => second.messages[2]?.type).toBe('disconnect');
    expect(slack.violations).toHaveLength(1);
    second.socket.terminate();
  });
});

describe('the Web API', () => {
  it('records what breaks the rules of blocks and text', async () => {
    await start({ mode: 'socket' });
    const { channel } = slack.user({ name: 'sari' });
    const post = async (blocks: unknown[], text = 'x') => {
      slack.violations.length = 0;
      const { error } = await call('chat.postMessage', { channel, text, blocks });
      return [error, slack.violations.join()];
    };
    const actions = (count: number, id: (index: number) => string) => [
      {
        type: 'actions',
        elements: Array.from({ length: count }, (_, index) => ({
          type: 'button',
          text: plain('a'),
          action_id: id(index),
        })),
      },
    ];
    const section = (text: string) => [{ type: 'section', text: { type: 'mrkdwn', text } }];
    expect(await post(actions(26, String))).toEqual([
      'invalid_blocks',
      expect.stringContaining('no more than 25 items allowed [json-pointer:/blocks/0/elements]'),
    ]);
    expect((await post(actions(2, () => 'a')))[1]).toContain('action_id "a" already exists');
    expect((await post(section('x'.repeat(3001))))[0]).toBe('invalid_blocks');
    expect((await post([{ type: 'header', text: plain('x'.repeat(151)) }]))[0]).toBe('invalid_blocks');
    expect((await post(Array.from({ length: 51 }, () => ({ type: 'divider' }))))[0]).toBe('invalid_blocks');
    expect(await post([{ type: 'divider' }], '')).toEqual([
      undefined,
      expect.stringContaining('missing_fallback_text'),
    ]);
    expect((await post([], ''))[0]).toBe('no_text');
    for (const text of ['<!channel> halo', 'a < b', 'a & b'])
      expect((await post(section(text)))[1]).toContain('mrkdwn_unescaped');
    expect(await post(section('a &lt; b &amp; <https://example.com|c> <@U012> <!date^1^{date}|d>'))).toEqual([
      undefined,
      '',
    ]);
  });

  it('lets a trigger open one modal', async () => {
    const bot = await startBolt('http');
    let trigger_id = '';
    bot.command('/tutur', async ({ ack, command }) => {
      trigger_id = command.trigger_id;
      await ack();
    });
    const sari = slack.user({ name: 'sari' });
    await sari.slash('/tutur');
    expect((await call('views.open', { trigger_id, view: form })).ok).toBe(true);
    expect((await call('views.open', { trigger_id, view: form })).error).toBe('exchanged_trigger_id');
    expect((await call('views.open', { trigger_id, view: { ...form, submit: undefined } })).error).toBe(
      'invalid_arguments',
    );
  });

  it('sends clicks in channels, with the place', async () => {
    const bot = await startBolt('http');
    const button = { type: 'button', action_id: 'remind', text: plain('Ingatkan') };
    bot.action('remind', async ({ ack, body, respond }) => {
      await ack();
      await respond({ text: `Di ${body.channel?.id}`, replace_original: true });
    });
    const channel = slack.channel('kendali');
    const sari = slack.user({ name: 'sari' });
    const blocks = [{ type: 'actions', elements: [button] }];
    await call('chat.postMessage', { channel: channel.id, text: 'Belum', blocks });
    await sari.click('Ingatkan');
    expect((await channel.waitFor(`Di ${channel.id}`)).edited).toBe(true);
    expect(slack.violations).toEqual([]);
  });

  it('answers 429 with Retry-After, and watches that the app waits', async () => {
    await start({ mode: 'socket' });
    const { channel } = slack.user({ name: 'sari' });
    slack.faults.add({ method: 'chat.postMessage', kind: 'ratelimit', retryAfter: 7 });
    const first = await call('chat.postMessage', { channel, text: 'a' });
    expect([first.status, first.retryAfter, first.error]).toEqual([429, '7', 'ratelimited']);
    await call('chat.postMessage', { channel, text: 'a' });
    expect(slack.violations[0]).toMatch(/^retry_after_ignored/);
  });

  it('pages users, and knows them by e-mail', async () => {
    await start({ mode: 'socket', usersPageSize: 2 });
    for (const name of ['a', 'b', 'c']) slack.user({ name, email: `${name}@example.go.id` });
    const page = (await call('users.list', { limit: 200 })) as unknown as {
      members: unknown[];
      response_metadata: { next_cursor: string };
    };
    expect(page.members).toHaveLength(2);
    expect(page.response_metadata.next_cursor).not.toBe('');
    expect((await call('users.lookupByEmail', { email: 'B@example.go.id' })).ok).toBe(true);
    expect((await call('users.lookupByEmail', { email: 'z@example.go.id' })).error).toBe('users_not_found');
    expect(slack.violations).toEqual([]);
  });
});
