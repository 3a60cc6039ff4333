import { beforeAll, describe, expect, it } from 'vitest';
import type { SlackPerson } from '../servers/slack.ts';
import type { TelegramPerson } from '../servers/telegram.ts';
import { PEOPLE, poll, t, useWorld } from './support.ts';

const world = useWorld();
const texts = t.announcement;
const BODY = 'Mohon melengkapi SKP *2027* <hari ini>.';
const READ = texts.message.read();
let hera: SlackPerson;
let budi: SlackPerson;
let dewi: SlackPerson;
let siti: TelegramPerson;
let rina: TelegramPerson;

interface Numbers {
  audience: number;
  delivered: number;
  failed: number;
  unreachable: number;
  notLinked: number;
  skipped: number;
  waiting: number;
  complete: number;
}

async function report(): Promise<Numbers> {
  const [newest] = JSON.parse(await world.cli('announce', 'list', '--json')) as { id: string }[];
  const numbers = JSON.parse(await world.cli('announce', 'report', newest!.id, '--json')) as Numbers;
  const { audience, delivered, failed, unreachable, notLinked, skipped, waiting } = numbers;
  expect(delivered + failed + unreachable + notLinked + skipped + waiting).toBe(audience);
  return numbers;
}

const got = (person: { messages: readonly { text: string }[] }) =>
  person.messages.filter(({ text }) => text.includes(texts.message.title('first')) && text.includes(BODY));
const boards = () => hera.messages.filter(({ text }) => text.includes(texts.board.updated('')));

/** Agus is not linked, Rina has blocked the bot, and the platforms refuse the first sends to Siti and Budi. */
beforeAll(async () => {
  siti = await world.onTelegram('siti');
  rina = await world.onTelegram('rina');
  hera = await world.onSlack('hera');
  budi = await world.onSlack('budi');
  dewi = await world.onSlack('dewi');
  rina.block();
  await hera.waitFor(PEOPLE.rina.name);
});

describe('a broadcast', () => {
  it('is composed in one form, and previewed with exact numbers', async () => {
    await hera.slash('/tutur', 'siaran');
    await hera.waitForModal(/./);
    await hera.submit({
      [texts.ask.text()]: BODY,
      [texts.ask.units()]: 'semua',
      [texts.ask.who()]: texts.option.everybody(),
      [texts.ask.goal()]: texts.option.goal('read'),
      [texts.ask.at()]: 'sekarang',
    });
    const preview = await hera.waitFor(texts.preview.title());
    for (const part of [
      BODY,
      texts.preview.recipients(6),
      texts.preview.notLinked(1),
      texts.preview.unreachable(1),
      'Telegram 1, Slack 3',
    ])
      expect(preview.text).toContain(part);
  });

  it('reaches everybody who can be reached, once, in spite of rate limits; its report sums to the audience', async () => {
    world.telegram.faults.add({
      method: 'sendMessage',
      kind: 'ratelimit',
      retryAfter: 1,
      match: (params) => String(params.chat_id) === String(siti.id),
    });
    world.slack.faults.add({
      method: 'chat.postMessage',
      kind: 'ratelimit',
      retryAfter: 1,
      match: (params) => JSON.stringify(params).includes(texts.message.title('first')),
    });
    await hera.click(t.button.send());
    for (const person of [siti, hera, budi, dewi])
      await poll(() => got(person).filter(({ text }) => !text.includes(texts.preview.title())).length).toBe(
        1,
      );
    expect(got(rina)).toEqual([]);
    await expect.poll(report, { timeout: 15_000, interval: 500 }).toMatchObject({
      ...{ audience: 6, delivered: 4, unreachable: 1, notLinked: 1, failed: 0, skipped: 0, waiting: 0 },
    });
    expect(world.telegram.faults.pending() + world.slack.faults.pending()).toBe(0);
  });

  it('is marked as read with one press, and the board follows in its place', async () => {
    siti.press(READ);
    await siti.waitFor('Tercatat dibaca');
    await dewi.click(READ);
    await dewi.waitFor('Tercatat dibaca');
    expect(siti.messages.at(-1)?.buttons.flat() ?? []).not.toContain(READ);
    await expect
      .poll(() => boards().at(-1)?.text, { timeout: 25_000, interval: 100 })
      .toContain(texts.board.complete('read', 2, 6));
    expect(boards()).toHaveLength(1);
  });

  it('arrives late at whoever can be reached again', async () => {
    rina.unblock();
    await rina.waitFor(BODY);
    await expect
      .poll(report, { timeout: 15_000, interval: 500 })
      .toMatchObject({ audience: 6, delivered: 5, unreachable: 0, notLinked: 1 });
  });

  it('reminds only those who are missing', async () => {
    await expect
      .poll(() => JSON.stringify(boards().at(-1)), { timeout: 25_000, interval: 100 })
      .toContain('Ingatkan yang belum (4 orang');
    await hera.click(/^Ingatkan yang belum/);
    await hera.waitFor('Pengingat dikirim kepada 4 orang');
    await rina.waitFor(texts.message.title('reminder'));
    await siti.silence(800);
    expect(siti.messages.filter(({ text }) => text.includes(texts.message.title('reminder')))).toEqual([]);
  });
});
