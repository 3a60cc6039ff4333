import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { PEOPLE, poll, SAVED, t, useWorld } from './support.ts';

// A press whose answer the crash has cut off stays unanswered; the message that follows it does not.
const world = useWorld({ strict: false });

const ROUNDS = 3;
const MESSAGES = 5;
/** Milliseconds after which the bot is killed, the same in every run. */
const MOMENTS = [4, 30, 90];

it('a bot that is killed at any moment loses nothing that it confirmed and stores nothing twice', async () => {
  const siti = await world.onTelegram('siti');
  const dewi = await world.onSlack('dewi');
  const sent: string[] = [];

  for (let round = 0; round < ROUNDS; round += 1) {
    for (let n = 0; n < MESSAGES; n += 1) {
      const what = `Kegiatan putaran ${round} nomor ${n}`;
      sent.push(what);
      siti.say(`${what} RHK1`);
      dewi.dm(what);
    }
    await sleep(MOMENTS[round]);
    await world.bot.kill();
    // Whoever is sent a review presses its button, while the bot is down as well.
    await world.start();
    for (const what of sent.slice(-MESSAGES)) {
      await poll(() => answered(siti.messages, what)).toBe(true);
      await poll(() => answered(dewi.messages, what)).toBe(true);
    }
    for (const what of sent.slice(-MESSAGES)) {
      const review = siti.messages.findLast(
        (m) => m.text.includes(what) && m.buttons.flat().includes('Simpan'),
      );
      siti.press(
        (button, message) => button.text === t.button.save() && message.message_id === review?.message_id,
      );
    }
    await sleep(MOMENTS[ROUNDS - 1 - round]);
    await world.bot.kill();
    await world.start();
    for (const what of sent.slice(-MESSAGES))
      await poll(() => siti.messages.some((m) => m.text.includes(SAVED) && m.text.includes(what))).toBe(true);
  }

  const receipts = new Set(
    siti.messages.flatMap(({ text }) =>
      text.startsWith(SAVED) ? [text.slice(SAVED.length).trim().split('\n')[0]] : [],
    ),
  );
  const stored = world.entries('siti');
  expect(stored.map((entry) => entry.what).sort()).toEqual([...sent].sort());
  expect(new Set(stored.map((entry) => entry.number))).toEqual(receipts);
  // One draft for each message in Slack, which nobody has confirmed: none was lost, none came twice.
  const drafts = world.rows<{ what: string }>(
    `select json_extract(answers, '$.what') as what from drafts d join people p on p.id = d.person_id where p.nip = ?`,
    PEOPLE.dewi.nip,
  );
  expect(drafts.map((draft) => draft.what).sort()).toEqual([...sent].sort());
  siti.command('/rekap hari');
  expect((await siti.waitFor(t.recap.title('').trim())).text).toContain(`${sent.length} kegiatan`);
  const waiting = () => world.rows("select key from outbox where status = 'pending' and kind = 'reply'");
  await poll(waiting).toEqual([]);
}, 60_000);

function answered(messages: readonly { text: string }[], what: string): boolean {
  return messages.some((message) => message.text.includes(what));
}
