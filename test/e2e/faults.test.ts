import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../servers/shared/faults.ts';
import type { SlackPerson } from '../servers/slack.ts';
import type { TelegramPerson } from '../servers/telegram.ts';
import { PEOPLE, poll, SAVED, t, useWorld } from './support.ts';

const world = useWorld();
let siti: TelegramPerson;
let budi: SlackPerson;
let hera: SlackPerson;
let card = '';

/** Faults on messages to Siti only. */
const toSiti = (params: { chat_id?: unknown }) => String(params.chat_id) === String(siti.id);

/** The supervisor writes in the thread of the card. */
const feedback = (text: string) => budi.dm(text, { threadTs: card });

describe('when a platform refuses or fails', () => {
  it.each<FaultKind>(['http', 'reset', 'reset-after'])(
    'an answer in Telegram arrives in spite of one failure (%s)',
    async (kind) => {
      siti ??= await world.onTelegram('siti');
      world.telegram.faults.add({ method: 'sendMessage', kind, match: toSiti });
      siti.command('/profil');
      await siti.waitFor(t.profile.title(), { timeout: 8_000 });
      if (kind === 'reset-after') await siti.waitFor(t.profile.title(), { timeout: 8_000 });
    },
  );

  it('waits as long as Telegram asks before it answers', async () => {
    world.telegram.faults.add({ method: 'sendMessage', kind: 'ratelimit', retryAfter: 1, match: toSiti });
    siti.command('/profil');
    await siti.waitFor(t.profile.title(), { timeout: 8_000 });
  });

  it('lets all notices to a conversation wait as long as Telegram asks, and loses none', async () => {
    budi = await world.onSlack('budi');
    siti.say('08.00-09.00 Apel pagi RHK1');
    await siti.waitFor(t.draft.review());
    siti.press(t.button.save());
    await siti.waitFor(SAVED);
    card = (await budi.waitFor('Apel pagi')).ts;
    world.telegram.faults.add({ method: 'sendMessage', kind: 'ratelimit', retryAfter: 2, match: toSiti });
    const texts = ['Pertama: bagus', 'Kedua: lanjutkan', 'Ketiga: jangan lupa bukti'];
    for (const text of texts) feedback(text);
    await poll(() =>
      texts.filter((text) => siti.messages.some((message) => message.text.includes(text))),
    ).toEqual(texts);
  });

  it('waits as long as Slack asks, and answers then', async () => {
    world.slack.faults.add({ method: 'chat.postMessage', kind: 'ratelimit', retryAfter: 1 });
    budi.dm('/profil');
    await budi.waitFor(t.profile.title(), { timeout: 8_000 });
    world.slack.faults.add({ method: 'chat.postMessage', kind: 'http', status: 503 });
    budi.dm('/tim');
    await budi.waitFor('Siti Aminah', { timeout: 8_000 });
  });

  it('shows a notice that the platform will never take in the status, without what it says', async () => {
    world.telegram.faults.add({
      method: 'sendMessage',
      kind: 'error',
      description: 'Bad Request: something about this message',
      match: (params) => String(params.text).includes('tidak akan sampai'),
    });
    feedback('Pesan ini tidak akan sampai');
    await poll(() => world.rows("select key from outbox where status = 'failed'").length).toBe(1);
    const { outbox } = await world.status();
    expect(outbox.failed).toBe(1);
    expect(outbox.failures).toMatchObject([{ kind: 'talk', reason: expect.stringContaining('something') }]);
    expect(JSON.stringify(outbox)).not.toContain('tidak akan sampai');
  });
});

describe('when somebody cannot be reached', () => {
  it('403 marks the account, and the personnel office learns of it once', async () => {
    hera = await world.onSlack('hera');
    world.telegram.faults.add({
      method: 'sendMessage',
      kind: 'error',
      code: 403,
      description: 'Forbidden: bot was blocked by the user',
      match: toSiti,
    });
    feedback('Umpan balik yang menunggu');
    const notice = await hera.waitFor(PEOPLE.siti.name);
    expect(notice.text).not.toContain(PEOPLE.siti.nip);
    feedback('Umpan balik kedua yang menunggu');
    await poll(() => world.rows('select id from accounts where not reachable').length).toBe(1);
    expect((await world.status()).unreachable).toBe(1);
    await hera.silence(1_200);
  });

  it('what waited arrives as soon as they write again', async () => {
    siti.command('/profil');
    await siti.waitFor(t.profile.title());
    await poll(() => received('Umpan balik yang menunggu')).toBe(1);
    await poll(() => received('Umpan balik kedua yang menunggu')).toBe(1);
    expect(world.rows('select id from accounts where not reachable')).toEqual([]);
  });

  it('nothing is sent to somebody who has blocked the bot, and it arrives when they unblock it', async () => {
    siti.block();
    await poll(() => world.rows('select id from accounts where not reachable').length).toBe(1);
    const calls = world.telegram.calls.length;
    feedback('Sementara diblokir');
    await budi.waitFor(t.talk.sent(PEOPLE.siti.name));
    await poll(() => world.rows("select key from outbox where reason = 'unreachable'").length).toBe(1);
    const sent = world.telegram.calls.slice(calls).filter(({ method }) => method === 'sendMessage');
    expect(sent).toEqual([]);
    siti.unblock();
    await siti.waitFor('Sementara diblokir', { timeout: 8_000 });
  });

  // src/app/route.ts: `reachable` only marks the account. Telegram tells of a block at once, so delivery never meets
  // the 403 that would tell the personnel office.
  it('the personnel office learns of somebody who has blocked the bot', async () => {
    siti.block();
    feedback('Sesudah diblokir lagi');
    await hera.waitFor(PEOPLE.siti.name, { timeout: 2_000 });
  });

  function received(text: string): number {
    return siti.messages.filter((message) => message.text.includes(text)).length;
  }
});
