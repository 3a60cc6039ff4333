import { afterEach, describe, expect, it } from 'vitest';
import { longerSide } from '../../adapters/picture.ts';
import { createSlackWeb } from '../../adapters/slack/web.ts';
import { createTelegramAdapter } from '../../adapters/telegram/adapter.ts';
import type { Gate } from '../../src/core/adapter.ts';
import { type DrawnOutFile, type Message, say } from '../../src/core/message.ts';
import { drawing, rect } from '../../src/core/picture/svg.ts';
import { en } from '../../src/i18n/en.ts';
import { id } from '../../src/i18n/id.ts';
import { startSlackServer } from '../servers/slack.ts';
import { startTelegramServer } from '../servers/telegram.ts';
import { DESK, playground } from './playground/playground.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const gate: Gate = { blockedFor: () => 0, block() {}, count() {}, turn: async () => {} };
const drawn = (width: number, height: number): DrawnOutFile => ({
  svg: drawing(width, height, '#ffffff', rect(5, 5, 20, 20, { fill: '#1d5c8f' })).svg,
  name: 'Pohon kinerja.png',
  mime: 'image/png',
});
const message = (file: DrawnOutFile): Message => ({ ...say('Pohon kinerja'), files: [file] });

async function telegram() {
  const server = await startTelegramServer();
  const app = {
    handle: async () => {
      throw new Error('nobody writes');
    },
    ...{ replied() {}, unsent() {}, refused() {} },
  };
  const adapter = createTelegramAdapter({
    ...{ token: server.token, apiRoot: server.apiRoot, webhook: null, evidenceDir: '.' },
    ...{ texts: { id, en }, app, gate, log: { info() {}, warn() {} } },
  });
  closing.push(async () => {
    await adapter.stop();
    await server.stop();
  });
  const siti = server.user({ first_name: 'Siti' });
  // Whoever has not written to a bot cannot be written to.
  siti.say('halo');
  const send = (file: DrawnOutFile) =>
    adapter.send({ address: String(siti.id), thread: null, mark: 'm' }, message(file));
  return { server, siti, send };
}

describe('a drawn picture', () => {
  it('is a photo in Telegram while its text stays readable there', async () => {
    const { siti, send } = await telegram();
    expect(await send(drawn(900, 400))).toMatchObject({ ok: true });
    const [text, picture] = siti.messages;
    expect(text!.text).toBe('Pohon kinerja');
    expect(picture!.raw).toHaveProperty('photo');
    expect(longerSide(picture!.file!.bytes)).toBe(1_800);
  });

  it('is a document in Telegram where it would be made too small, or no photo at all', async () => {
    const { siti, send, server } = await telegram();
    await send(drawn(400, 1_900));
    const picture = siti.messages.at(-1)!;
    expect(picture.raw).toMatchObject({ document: { file_name: 'Pohon kinerja.png' } });
    expect(longerSide(picture.file!.bytes)).toBe(3_800);
    expect(server.violations).toEqual([]);
  });

  it('is a file in Slack', async () => {
    const server = await startSlackServer({ mode: 'http' });
    closing.push(() => server.stop());
    const budi = server.user({ name: 'budi' });
    const web = createSlackWeb(server.botToken, { slackApiUrl: server.apiUrl }, '.');
    const user = (await web.client.users.list({})).members!.find(({ name }) => name === 'budi')!;
    for (const page of await web.pages(user.id!, null, message(drawn(900, 400)))) await page();
    const [file] = budi.messages.at(-1)!.files;
    expect(file!.name).toBe('Pohon kinerja.png');
    expect(longerSide(file!.bytes)).toBe(1_800);
    expect(server.violations).toEqual([]);
  });

  it('is drawn for the playground when it is looked at', async () => {
    const p = await playground();
    await p.adapter.send({ address: DESK, thread: null, mark: 'm' }, message(drawn(900, 400)));
    const [shown] = await p.history(DESK);
    expect(shown!.files).toMatchObject([{ name: 'Pohon kinerja.png', image: true }]);
    expect(JSON.stringify(shown)).not.toContain('<svg');
    const { status, headers, bytes } = await p.get(shown!.files[0]!.url);
    expect([status, headers['content-type']]).toEqual([200, 'image/png']);
    expect(longerSide(bytes)).toBe(1_800);
  });
});
