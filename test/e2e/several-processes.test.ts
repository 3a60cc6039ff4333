import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../db/fresh-database.ts';
import type { SlackPerson } from '../servers/slack.ts';
import type { TelegramPerson } from '../servers/telegram.ts';
import { type Bot, freePort, startBot } from './bot-process.ts';
import { SAVED, t, useWorld } from './support.ts';

let database: TestDatabase;
const world = useWorld({
  ...{ telegram: 'webhook', slack: 'http', start: false },
  databaseUrl: async () => {
    database = await freshDatabase('empty');
    return database.url;
  },
});
let leader: Bot;
let siti: TelegramPerson;
let budi: SlackPerson;
let card = '';

beforeAll(async () => {
  // The first process leads; the platforms talk to the second one.
  leader = startBot({ ...world.env, PORT: String(await freePort()) }, world.folder);
  await leader.waitForStatus(200);
  while ((await holders()).length === 0);
  await world.start();
});
afterAll(async () => {
  await leader?.kill();
  await database?.close();
});

/** Who holds the lead: the server's numbers of their connections. */
const holders = () =>
  database.query(`select pid from pg_locks where locktype = 'advisory' and granted
    and database = (select oid from pg_database where datname = current_database())`);

/** Nobody answers a message before the process that sent it has written that down. */
async function writtenDown(messageId: string): Promise<void> {
  while ((await database.query('select 1 from postings where message_id = $1', [messageId])).length === 0);
}

/** Budi writes in the thread of the card; Siti gets it, once, and answers. */
async function exchange(text: string): Promise<void> {
  budi.dm(text, { threadTs: card });
  const remark = await siti.waitFor(text);
  await writtenDown(String(remark.message_id));
  siti.say(`Siap: ${text}`, { replyTo: remark.message_id });
  await budi.waitFor(`Siap: ${text}`);
  await siti.waitFor(/Terkirim kepada/);
}

describe('two processes on one database', () => {
  it('send each notice and each answer once', async () => {
    expect(await holders()).toHaveLength(1);
    budi = await world.onSlack('budi');
    siti = await world.onTelegram('siti');
    siti.say('08.00-10.00 Rapat koordinasi RHK2 3 dokumen');
    await siti.waitFor(t.draft.review());
    siti.press(t.button.save());
    await siti.waitFor(SAVED);
    card = (await budi.waitFor('Rapat koordinasi')).ts;
    await writtenDown(card);
    for (const text of ['Pertama', 'Kedua', 'Ketiga']) await exchange(text);
    expect(leader.log()).not.toContain('"level":50');
  });

  it('go on as one when the process that leads is killed', async () => {
    const before = await holders();
    // What has been sent and not written down would rightly be sent again.
    while ((await database.query(`select 1 from outbox where status = 'pending'`)).length > 0);
    await leader.kill();
    await exchange('Keempat');
    const after = await holders();
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
  });

  it('have sent nothing twice', async () => {
    // Longer than an answer is left to the process that gave it.
    await siti.silence(4_000);
    expect(await database.query(`select key from outbox where status <> 'sent'`)).toEqual([]);
    const count = (messages: readonly { text: string }[], text: string) =>
      messages.filter((message) => message.text.includes(text)).length;
    for (const text of ['Pertama', 'Kedua', 'Ketiga', 'Keempat'])
      expect([count(siti.messages, text), count(budi.messages, `Siap: ${text}`)]).toEqual([1, 1]);
    expect(count(siti.messages, 'Terkirim kepada')).toBe(4);
  });
});
