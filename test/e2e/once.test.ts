import { describe, expect, it } from 'vitest';
import type { SlackPerson } from '../servers/slack.ts';
import type { TelegramPerson } from '../servers/telegram.ts';
import { poll, SAVED, t, useWorld } from './support.ts';

describe.each([
  { telegram: 'polling', slack: 'socket' },
  { telegram: 'webhook', slack: 'http' },
] as const)('with $telegram and $slack, nothing is done twice', (how) => {
  const world = useWorld(how);
  let siti: TelegramPerson;
  let dewi: SlackPerson;
  const drafts = () => world.rows("select id from drafts where form = 'activity'").length;

  it('a message of Telegram that comes again is answered again and stored once', async () => {
    siti = await world.onTelegram('siti');
    siti.say('08.00-09.00 Apel pagi RHK1');
    const answer = await siti.waitFor(t.draft.review());
    world.telegram.redeliver(1);
    expect((await siti.waitFor(t.draft.review())).text).toBe(answer.text);
    expect(drafts()).toBe(1);
  });

  it('a press that comes again stores once', async () => {
    world.telegram.pause();
    const press = siti.press(t.button.save());
    world.telegram.redeliver(1);
    world.telegram.resume();
    await siti.waitFor(SAVED);
    await press.answered;
    world.telegram.redeliver(1);
    siti.command('/profil');
    await siti.waitFor(t.profile.title());
    expect(world.entries('siti')).toHaveLength(1);
  });

  it('an event of Slack that comes again is answered again and stored once', async () => {
    dewi = await world.onSlack('dewi');
    const before = drafts();
    dewi.dm('09.00-10.00 Menyusun daftar hadir');
    const answer = await dewi.waitFor(t.draft.review());
    const event = world.slack.events.findLast(
      (body) => (body.event as { user?: unknown } | undefined)?.user === dewi.id,
    );
    const id = String(event?.event_id);
    await Promise.all([world.slack.redeliverEvent(id), world.slack.redeliverEvent(id)]);
    expect((await dewi.waitFor(t.draft.review())).text).toBe(answer.text);
    expect(drafts()).toBe(before + 1);
  });

  it('two taps at once on the same button store once, and both are answered', async () => {
    await Promise.all([dewi.click(t.button.save()), dewi.click(t.button.save())]);
    await dewi.waitFor(SAVED);
    expect(world.entries('dewi')).toHaveLength(1);
    siti.say('Rapat staf RHK2');
    await siti.waitFor(t.draft.review());
    const taps = [1, 2, 3].map(() => siti.press(t.button.save()));
    const notices = await Promise.all(taps.map((tap) => tap.answered));
    expect(notices.filter(({ text }) => text === t.draft.alreadyDone())).toHaveLength(2);
    expect(world.entries('siti')).toHaveLength(2);
  });

  it('messages sent at once are answered in their order, each for itself', async () => {
    const texts = [
      'Kegiatan pertama RHK1',
      'Kegiatan kedua RHK1',
      'Kegiatan ketiga RHK1',
      'Kegiatan keempat RHK1',
    ];
    const before = siti.messages.length;
    for (const text of texts) siti.say(text);
    await poll(() => siti.messages.length).toBe(before + texts.length);
    const answers = siti.messages.slice(before).map((message) => message.text);
    for (const [index, text] of texts.entries()) expect(answers[index]).toContain(text.replace(' RHK1', ''));
    expect(drafts()).toBe(texts.length);
  });
});
