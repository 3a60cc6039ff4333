import { describe, expect, it } from 'vitest';
import type { SlackPerson } from '../servers/slack.ts';
import type { TelegramPerson } from '../servers/telegram.ts';
import { pressForgedInSlack, pressForgedInTelegram } from './forge.ts';
import { SAVED, t, useWorld } from './support.ts';

const world = useWorld({ telegram: 'webhook', slack: 'http' });

/** Sends a quick report in Telegram and saves it. */
async function report(person: TelegramPerson, text: string): Promise<void> {
  person.say(text);
  await person.waitFor(t.draft.review());
  person.press(t.button.save());
  await person.waitFor(SAVED);
}

let budi: SlackPerson;
let dewi: SlackPerson;
let rina: TelegramPerson;

describe('an employee in Telegram and a supervisor in Slack', () => {
  let siti: TelegramPerson;
  let card: string;

  it('get one card for the day, which every further activity updates', async () => {
    budi = await world.onSlack('budi');
    siti = await world.onTelegram('siti');
    await report(siti, '08.00-10.00 Rapat koordinasi RHK2 3 dokumen');
    const first = await budi.waitFor('Rapat koordinasi');
    card = first.ts;
    expect(first.text).toContain('1 kegiatan');
    await report(siti, 'Konsep surat edaran RHK1 1 surat');
    const second = await budi.waitFor('Konsep surat edaran');
    expect(second).toMatchObject({ ts: card, edited: true });
    expect(second.text).toContain('2 kegiatan');
  });

  it('return an activity with a reason; the repaired one comes back as a new version', async () => {
    await budi.click(t.button.return());
    const form = await budi.waitForModal(t.form.return());
    await budi.submit({
      [t.ask.whichActivity()]: '2. Konsep surat edaran',
      [form.labels[1] ?? '']: 'Mohon lampirkan tembusan',
    });
    const returned = await siti.waitFor(t.talk.returned('Budi Santoso'));
    expect(returned.text).toContain('Mohon lampirkan tembusan');
    await budi.waitFor((message) => message.ts === card && message.text.includes(t.entry.status('returned')));
    siti.press(t.button.repair());
    await siti.waitFor(t.draft.review());
    siti.press(t.button.change());
    await siti.waitFor(t.ask.editWhich());
    siti.press(t.field.what());
    await siti.waitFor(t.ask.what());
    siti.say('Konsep surat edaran beserta tembusan');
    await siti.waitFor(t.draft.review());
    siti.press(t.button.save());
    await siti.waitFor(/versi 3/);
    const updated = await budi.waitFor('beserta tembusan');
    expect(updated.ts).toBe(card);
    expect(updated.text).toContain(t.entry.status('submitted'));
  });

  it('approve a whole day by one tap', async () => {
    await budi.click(t.button.approve());
    await budi.waitFor(t.talk.approvedToast(2));
    await siti.waitFor(t.talk.approved('Budi Santoso', 2));
    await expect
      .poll(() => budi.messages.find((message) => message.ts === card)?.buttons)
      .not.toContain(t.button.approve());
    expect(world.entries('siti').map((entry) => entry.status)).toEqual(['approved', 'approved']);
  });

  it('talk by a reply in the thread and a reply to that message', async () => {
    budi.dm('Bagus, tambahkan daftar hadir', { threadTs: card });
    const feedback = await siti.waitFor(t.talk.feedback('Budi Santoso'));
    expect(feedback.text).toContain('Bagus, tambahkan daftar hadir');
    await budi.waitFor(t.talk.sent('Siti Aminah'));
    siti.say('Siap, menyusul sore ini', { replyTo: feedback.message_id });
    await siti.waitFor(t.talk.sent('Budi Santoso'));
    const answer = await budi.waitFor(t.talk.reply('Siti Aminah'));
    expect(answer).toMatchObject({ thread_ts: card });
    expect(answer.text).toContain('Siap, menyusul sore ini');
  });

  it('talk by the form and the reply button, about one activity', async () => {
    await budi.click(t.button.feedback());
    const form = await budi.waitForModal(t.form.feedback());
    await budi.submit({
      [t.ask.whichActivity()]: '1. Rapat koordinasi',
      [form.labels[1] ?? '']: 'Notulennya sudah baik <b>sekali</b>',
    });
    const feedback = await siti.waitFor('Notulennya sudah baik <b>sekali</b>');
    expect(feedback.text).toContain('Rapat koordinasi');
    siti.press(t.button.reply());
    await siti.waitFor(t.ask.answer('Budi Santoso'));
    siti.say('Terima kasih atas arahannya');
    await siti.waitFor(t.talk.sent('Budi Santoso'));
    expect(await budi.waitFor('Terima kasih atas arahannya')).toMatchObject({ thread_ts: card });
  });

  it('take a reaction to the card as an appreciation', async () => {
    budi.react(card, 'clap');
    await siti.waitFor(t.talk.appreciation('Budi Santoso', '👏'));
  });

  it('are protected from forged buttons: others are refused and nothing changes', async () => {
    await report(siti, 'Rekap presensi bidang RHK1');
    await budi.waitFor('Rekap presensi bidang');
    const data = approval(budi);
    dewi = await world.onSlack('dewi');
    rina = await world.onTelegram('rina');
    await pressForgedInSlack(world, dewi, data);
    await dewi.waitFor(t.problem.notAllowed());
    expect(await pressForgedInTelegram(world, rina, data)).toBe(t.problem.notAllowed());
    expect(await pressForgedInTelegram(world, siti, data)).toBe(t.problem.notAllowed());
    for (const op of ['return', 'feedback', 'evidence', 'history'])
      expect(await pressForgedInTelegram(world, rina, data.replace('approve', op))).toBe(
        t.problem.notAllowed(),
      );
    const own = siti.press(t.button.withdraw());
    await siti.waitFor(/Rekap presensi bidang/);
    for (const op of ['edit', 'withdraw', 'withdraw!', 'history'])
      expect(await pressForgedInTelegram(world, rina, own.data.replace('withdraw', op))).toBe(
        t.problem.notYours(),
      );
    const stranger = world.telegramUser('Orang Luar');
    stranger.say('halo');
    await stranger.waitFor(/./);
    await pressForgedInTelegram(world, stranger, data);
    await stranger.waitFor(t.link.unknown(t.link.contact()));
    expect(world.entries('siti').at(-1)).toMatchObject({ status: 'submitted', revision: 1 });
    expect(world.rows("select id from drafts where form in ('return', 'feedback')")).toEqual([]);
  });

  /** The data behind the approval button of the newest card. */
  function approval(person: SlackPerson): string {
    const found = JSON.stringify(person.messages.find((message) => message.ts === card)?.raw).match(
      /"value":"(y:[^"]+:approve)"/,
    );
    return found?.[1] ?? '';
  }
});

describe('both in Slack', () => {
  it('reports, feedback and answers stay in the thread of the card', async () => {
    dewi.dm('09.00-10.00 Inventarisasi aset');
    await dewi.waitFor(t.draft.review());
    await dewi.click(t.button.save());
    await dewi.waitFor(SAVED);
    const card = await budi.waitFor('Inventarisasi aset');
    budi.dm('Fotonya mana?', { threadTs: card.ts });
    const feedback = await dewi.waitFor('Fotonya mana?');
    dewi.dm('Segera saya kirim', { threadTs: feedback.ts });
    expect(await budi.waitFor('Segera saya kirim')).toMatchObject({ thread_ts: card.ts });
  });
});

describe('both in Telegram', () => {
  it('cards, feedback, answers, return and approval work without Slack', async () => {
    const agus = await world.onTelegram('agus');
    await report(rina, '10.00-11.00 Pendataan inventaris');
    const card = await agus.waitFor('Pendataan inventaris');
    agus.say('Berapa ruang yang selesai?', { replyTo: card.message_id });
    const feedback = await rina.waitFor('Berapa ruang yang selesai?');
    rina.say('Empat ruang, sisanya besok', { replyTo: feedback.message_id });
    await agus.waitFor('Empat ruang, sisanya besok');
    agus.press(t.button.return());
    await agus.waitFor(t.ask.returnReason());
    agus.say('Sebutkan jumlahnya');
    await agus.waitFor(t.talk.returnedToast('Rina Kartika'));
    await rina.waitFor('Sebutkan jumlahnya');
    rina.press(t.button.repair());
    await rina.waitFor(t.draft.review());
    rina.press(t.button.save());
    await rina.waitFor(/versi 3/);
    await agus.waitFor((message) => message.message_id === card.message_id && /versi 3/.test(message.text));
    const press = agus.press(t.button.approve());
    expect((await press.answered).text).toBe(t.talk.approvedToast(1));
    await rina.waitFor(t.talk.approved('Agus Salim', 1));
  });
});
