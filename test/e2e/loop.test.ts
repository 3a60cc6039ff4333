import { describe, expect, it } from 'vitest';
import type { SlackPerson } from '../servers/slack.ts';
import type { TelegramPerson } from '../servers/telegram.ts';
import { pressForgedInSlack, pressForgedInTelegram } from './forge.ts';
import { poll, SAVED, t, useWorld } from './support.ts';

const world = useWorld({ telegram: 'webhook', slack: 'http' });

/** Sends a quick report in Telegram and saves it. */
async function report(person: TelegramPerson, text: string): Promise<void> {
  person.say(text);
  await person.waitFor(t.draft.review());
  person.press(t.button.save());
  await person.waitFor(SAVED);
}

describe('an employee in Telegram and a supervisor in Slack', () => {
  let siti: TelegramPerson;
  let budi: SlackPerson;
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
    await poll(() => budi.messages.find((message) => message.ts === card)?.buttons).not.toContain(
      t.button.approve(),
    );
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

  it('see the evidence: files as they were sent, and links', async () => {
    const bytes = Buffer.from('%PDF-1.7 daftar hadir');
    const caption = 'Pembinaan staf RHK2 https://example.go.id/undangan';
    siti.document(bytes, { name: 'daftar hadir.pdf', mime: 'application/pdf', caption });
    await siti.waitFor(t.draft.review());
    siti.press(t.button.save());
    await siti.waitFor(SAVED);
    await budi.waitFor('Pembinaan staf');
    await poll(() => world.rows("select id from evidence where status = 'pending'")).toEqual([]);
    await budi.click(t.button.evidence(2));
    await budi.waitFor('https://example.go.id/undangan');
    await poll(() => budi.messages.flatMap((message) => message.files).map((file) => file.bytes)).toEqual([
      bytes,
    ]);
  });

  it('take a reaction to the card as an appreciation', async () => {
    budi.react(card, 'clap');
    await siti.waitFor(t.talk.appreciation('Budi Santoso', '👏'));
  });

  it('are protected from forged buttons: others are refused and nothing changes', async () => {
    await report(siti, 'Rekap presensi bidang RHK1');
    await budi.waitFor('Rekap presensi bidang');
    const data = approval(budi);
    const dewi = await world.onSlack('dewi');
    const rina = await world.onTelegram('rina');
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
