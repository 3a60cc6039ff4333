import { describe, expect, it } from 'vitest';
import { PEOPLE, SAVED, t, useWorld } from './support.ts';

const world = useWorld();

/** What a wrong code is answered with, apart from the number of tries left. */
const WRONG = t.link.wrongCode(9).split('9')[0] ?? '';

describe('linking an account', () => {
  it('shows a stranger the way to the personnel office and nothing else', async () => {
    const stranger = world.telegramUser('Orang Asing');
    for (const text of ['/start', 'rekap bulan ini', '/tim', '/lapor', '08.00-09.00 Rapat bidang']) {
      stranger.say(text);
      const answer = await stranger.waitFor(/./);
      expect(answer.text).toBe(t.link.unknown(t.link.contact()));
      expect(answer.buttons).toEqual([]);
    }
  });

  it('takes a deep link once the person has confirmed name and masked number', async () => {
    const siti = world.telegramUser('Siti');
    siti.command(`/start ${world.code('siti')}`);
    const question = await siti.waitFor(t.link.confirm());
    expect(question.text).toContain(PEOPLE.siti.name);
    expect(question.text).not.toContain(PEOPLE.siti.nip);
    const press = siti.press(t.button.yesMe());
    await siti.waitFor(t.welcome.title(PEOPLE.siti.name));
    await press.answered;
  });

  it('refuses a code that somebody has used', async () => {
    const thief = world.telegramUser('Orang Kedua');
    thief.command(`/start ${world.code('siti')}`);
    await thief.waitFor(t.link.wrongCode(4));
    thief.say('rekap');
    await thief.waitFor(t.link.unknown(t.link.contact()));
  });

  it('takes a code that is typed alone, in small letters', async () => {
    const dewi = world.telegramUser('Dewi');
    dewi.say(world.code('dewi').toLowerCase());
    await dewi.waitFor(PEOPLE.dewi.name);
    dewi.press(t.button.yesMe());
    await dewi.waitFor(t.welcome.title(PEOPLE.dewi.name));
  });

  it('links nobody who says that the data is not theirs, and keeps the code usable', async () => {
    const wrong = world.telegramUser('Salah Orang');
    wrong.command(`/start ${world.code('rina')}`);
    await wrong.waitFor(t.link.confirm());
    wrong.press(t.button.notMe());
    await wrong.waitFor(t.link.declined());
    wrong.say('profil');
    await wrong.waitFor(t.link.unknown(t.link.contact()));
    await world.onTelegram('rina');
  });

  it('locks an account after five wrong codes, even for a right one', async () => {
    const guesser = world.telegramUser('Penebak');
    for (let left = 4; left >= 0; left -= 1) {
      guesser.command(`/start ABCD-23${left}5`);
      await guesser.waitFor(t.link.wrongCode(left));
    }
    guesser.command(`/start ${world.code('agus')}`);
    await guesser.waitFor(t.link.locked(60));
    await world.onTelegram('agus');
  });

  it('finds people in Slack by the e-mail that Slack vouches for, after they confirmed', async () => {
    const budi = world.slackUser('budi');
    budi.dm('selamat pagi');
    const question = await budi.waitFor(t.link.confirm());
    expect(question.text).toContain(PEOPLE.budi.name);
    expect(question.text).not.toContain(PEOPLE.budi.nip);
    await budi.click(t.button.yesMe());
    await budi.waitFor(t.welcome.title(PEOPLE.budi.name));
    const outsider = world.slackUser('stranger');
    outsider.dm('selamat pagi');
    await outsider.waitFor(t.link.unknown(t.link.contact()));
    await outsider.slash('/tutur', `start ${world.code('siti')}`);
    await outsider.waitFor(WRONG);
  });

  it('keeps one record of a person on both platforms', async () => {
    const siti = await world.onSlack('siti');
    siti.dm('Menyusun laporan RHK1 2 laporan');
    await siti.waitFor(t.draft.review());
    await siti.click(t.button.save());
    await siti.waitFor(SAVED);
    await siti.slash('/tutur', 'profil');
    expect((await siti.waitFor(t.profile.title())).text).toMatch(/telegram, slack|slack, telegram/i);
  });

  it('moves to a new phone: the old account is told and unknown, drafts and history stay', async () => {
    const before = await world.onTelegram('siti', await world.invite('siti'));
    before.command('/lapor');
    await before.waitFor(t.ask.what());
    before.say('Menyiapkan bahan rapat');
    await before.waitFor(t.ask.workResult());

    const after = await world.onTelegram('siti', await world.invite('siti'));
    await before.waitFor(t.link.replaced());
    before.say('rekap hari');
    expect((await before.waitFor(/./)).text).toBe(t.link.unknown(t.link.contact()));

    after.command('/rekap hari');
    expect((await after.waitFor(t.recap.title('').trim())).text).toContain('2 laporan');
    after.command('/lapor');
    await after.waitFor(t.draft.unfinished('Menyiapkan bahan rapat'));
    after.press(t.button.resume());
    await after.waitFor(t.ask.workResult());
  });
});
