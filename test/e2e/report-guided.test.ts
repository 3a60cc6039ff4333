import { describe, expect, it } from 'vitest';
import type { TelegramPerson } from '../servers/telegram.ts';
import { ENOUGH, SAVED, t, useWorld } from './support.ts';

const world = useWorld();
let siti: TelegramPerson;

/** Begins a guided report and answers the first question. */
async function begin(what: string): Promise<void> {
  siti.command('/lapor');
  expect((await siti.waitFor(t.ask.what())).text).toContain('1/5');
  siti.say(what);
  await siti.waitFor(t.ask.workResult());
}

/** Cancels what is open, so that the next test begins anew. */
async function cancel(): Promise<void> {
  siti.command('/batal');
  await siti.waitFor(t.draft.cancelled());
}

describe('a guided report in Telegram', () => {
  it('asks five questions, shows the answers as they will be stored, and gives a receipt', async () => {
    siti = await world.onTelegram('siti');
    siti.press(t.button.reportNow());
    await siti.waitFor(t.ask.what());
    siti.say('Menyusun laporan triwulan');
    await siti.waitFor('2/5');
    siti.press('RHK 1');
    await siti.waitFor('3/5');
    siti.say('08.00-10.00');
    await siti.waitFor('4/5');
    siti.say('2 laporan');
    await siti.waitFor('5/5');
    siti.press(ENOUGH);
    const review = await siti.waitFor(t.draft.review());
    for (const part of ['Menyusun laporan triwulan', '1. Tersusunnya laporan', '2 jam', '2 laporan'])
      expect(review.text).toContain(part);
    expect(world.entries('siti')).toEqual([]);
    siti.press(t.button.save());
    const receipt = await siti.waitFor(SAVED);
    expect(receipt.text).toContain(world.zone.short);
    expect(receipt.text).toContain(t.receipt.sentTo('Budi Santoso'));
    expect(world.entries('siti')).toMatchObject([{ what: 'Menyusun laporan triwulan', revision: 1 }]);
  });

  it('goes back, and skips what is optional, by button or by word', async () => {
    await begin('Rapat yang salah ketik');
    siti.press(t.button.back());
    await siti.waitFor(t.ask.what());
    siti.say('Rapat bidang');
    await siti.waitFor(t.ask.workResult());
    siti.say('2');
    await siti.waitFor(t.ask.time());
    siti.press(t.button.skip());
    await siti.waitFor(t.ask.quantity());
    siti.say('lewati');
    await siti.waitFor(t.ask.evidence());
    siti.say('kembali');
    await siti.waitFor(t.ask.quantity());
    siti.say('-');
    await siti.waitFor(t.ask.evidence());
    siti.say('selesai');
    const review = await siti.waitFor(t.draft.review());
    expect(review.text).toContain('Rapat bidang');
    expect(review.text).not.toContain('salah ketik');
    siti.say('simpan');
    await siti.waitFor(SAVED);
  });

  it('changes one answer from the review and keeps the others', async () => {
    siti.say('10.00-11.00 Konsultasi anggaran RHK2 1 notulen');
    await siti.waitFor(t.draft.review());
    siti.press(t.button.change());
    await siti.waitFor(t.ask.editWhich());
    siti.press(t.field.quantity());
    await siti.waitFor(t.ask.quantity());
    siti.say('3 notulen');
    const review = await siti.waitFor(t.draft.review());
    for (const part of ['Konsultasi anggaran', '1 jam', '3 notulen', 'Terlaksananya rapat'])
      expect(review.text).toContain(part);
    siti.press(t.button.cancel());
    await siti.waitFor(t.draft.cancelled());
    expect(world.entries('siti')).toHaveLength(2);
  });

  it('asks again, with the reason, for what it does not understand, and keeps the rest', async () => {
    await begin('Menyusun bahan paparan');
    siti.say('RHK 9');
    await siti.waitFor(t.problem.chooseOne());
    siti.press('RHK 2');
    await siti.waitFor(t.ask.time());
    siti.say('tadi pagi');
    await siti.waitFor(t.problem.timeUnclear());
    siti.say('22.00-01.00');
    await siti.waitFor(t.problem.acrossMidnight());
    siti.say('13-14.30');
    await siti.waitFor(t.ask.quantity());
    siti.say('banyak');
    await siti.waitFor(t.problem.quantityUnclear());
    siti.say('5');
    await siti.waitFor(t.problem.noUnit());
    await cancel();
  });

  it('refuses a quick message across midnight, tells how to write it, and keeps the description', async () => {
    siti.say('22.00-02.00 Lembur penyusunan anggaran RHK1');
    const question = await siti.waitFor(t.problem.acrossMidnight());
    expect(question.text).toContain(t.ask.time());
    siti.say('22.00-24.00');
    const review = await siti.waitFor(t.draft.review());
    expect(review.text).toContain('Lembur penyusunan anggaran');
    expect(review.text).toContain('22.00–24.00');
    await cancel();
  });

  it('offers an unfinished report again, after a restart as well', async () => {
    await begin('Verifikasi data pegawai');
    await world.bot.stop();
    await world.start();
    siti.command('/lapor');
    await siti.waitFor(t.draft.unfinished('Verifikasi data pegawai'));
    siti.press(t.button.resume());
    await siti.waitFor('2/5');
    siti.press(t.workResult.additional());
    await siti.waitFor(t.ask.time());
    siti.command('/lapor');
    await siti.waitFor(t.draft.unfinished('Verifikasi data pegawai'));
    siti.press(t.button.startOver());
    await siti.waitFor(t.ask.what());
    await cancel();
  });

  it('answers old buttons and changes nothing by them', async () => {
    await begin('Rapat evaluasi');
    siti.say('1');
    await siti.waitFor(t.ask.time());
    const answered = siti.press('RHK 2');
    expect((await answered.answered).text).toBe(t.draft.alreadyAnswered());
    siti.say('08.00-09.00');
    await siti.waitFor(t.ask.quantity());
    siti.say('lewati');
    await siti.waitFor(t.ask.evidence());
    siti.say('selesai');
    expect((await siti.waitFor(t.draft.review())).text).toContain('Tersusunnya laporan');
    siti.say('simpan');
    await siti.waitFor(SAVED);
    const saved = world.entries('siti');
    const old = siti.press(t.button.save());
    expect((await old.answered).text).toBe(t.draft.alreadyDone());
    expect(world.entries('siti')).toEqual(saved);
  });

  it('understands commands with the name of the bot, English names, and answers unknown ones', async () => {
    siti.command(`/recap@${world.telegram.botUsername} hari`);
    await siti.waitFor(t.recap.title('').trim());
    siti.command('/cuaca');
    await siti.waitFor(t.help.unknown('cuaca'));
  });
});
