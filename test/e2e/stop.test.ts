import { expect, it } from 'vitest';
import type { SlackPerson } from '../servers/slack.ts';
import type { TelegramPerson } from '../servers/telegram.ts';
import { poll, SAVED, t, useWorld } from './support.ts';

const world = useWorld();
const TEXTS = Array.from({ length: 6 }, (_, n) => `Catatan nomor ${n + 1}: sudah baik`);
let siti: TelegramPerson;
let budi: SlackPerson;
let tookMs = 0;

it('notices that wait for their turn when the bot is stopped arrive after the next start, each once', async () => {
  siti = await world.onTelegram('siti');
  budi = await world.onSlack('budi');
  siti.say('08.00-09.00 Apel pagi RHK1');
  await siti.waitFor(t.draft.review());
  siti.press(t.button.save());
  await siti.waitFor(SAVED);
  const card = await budi.waitFor('Apel pagi');
  for (const text of TEXTS) budi.dm(text, { threadTs: card.ts });
  await siti.waitFor(TEXTS[0] ?? '');
  const talks = () => world.rows('select id from talks').length;
  await poll(talks).toBe(TEXTS.length);
  const began = Date.now();
  expect(await world.bot.stop()).toEqual({ code: 0, signal: null });
  tookMs = Date.now() - began;
  await world.start();
  const seen = () => siti.messages.flatMap(({ text }) => TEXTS.filter((one) => text.includes(one)));
  await poll(() => seen().length).toBe(TEXTS.length);
  expect(seen().sort()).toEqual(TEXTS);
});

it('the bot stops within two seconds although notices wait for their turn', () => {
  expect(tookMs).toBeGreaterThan(0);
  expect(tookMs).toBeLessThan(2_000);
});

// src/app/app.ts: `handle` returns the known answer without `sending.add(key)`, so delivery sends it as well.
it('a message that comes again after a crash is answered once', async ({ skip }) => {
  world.telegram.faults.add({ method: 'sendMessage', kind: 'hang' });
  const calls = world.telegram.calls.length;
  siti.command('/profil');
  const began = Date.now();
  await poll(() => world.telegram.calls.slice(calls).some(({ method }) => method === 'sendMessage')).toBe(
    true,
  );
  world.telegram.pause();
  await world.bot.kill();
  world.telegram.redeliver(1);
  await world.start();
  // On a machine that is too busy the answer has left by itself before the message comes again.
  skip(Date.now() - began > 2_500);
  world.telegram.resume();
  await siti.waitFor(t.profile.title());
  await siti.silence(3_500);
});
