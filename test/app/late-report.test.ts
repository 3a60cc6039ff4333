import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertRules, putHoliday } from '../../db/queries/calendar.ts';
import { draftsOf } from '../../db/queries/drafts.ts';
import { latenessBetween } from '../../db/queries/lateness.ts';
import { putShift } from '../../db/queries/roster.ts';
import type { Rules } from '../../src/core/rules.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

const HOUR = 3_600_000;
let world: World;
let unit: string;
let budi: TestPerson;
let siti: TestPerson;
let hera: TestPerson;
let joko: TestPerson;

/** Monday 23 November 2026, 15.00 WIB; the cut-off is 24.00 of each day, three days late, one ahead. */
beforeEach(async () => {
  world = await createWorld('2026-11-23T08:00:00Z');
  unit = await world.unit('Bidang A');
  budi = await world.person('Budi', { unit });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
  hera = await world.person('Hera', { unit, roles: ['pegawai', 'hr'] });
  joko = await world.person('Joko', { unit, roles: ['hr'] });
});
afterEach(() => world.close());

const rules = (body: Partial<Rules>) =>
  world.store.commit([insertRules({ id: 'r', unitId: null, effectiveFrom: '2026-11-01', body })]);
const lateness = () =>
  world.store.all(latenessBetween({ personId: siti.id, from: '2026-01-01', to: '2026-12-31' }));
const drafts = () => world.store.all(draftsOf({ personId: siti.id }));

describe('the date of a report', () => {
  it('is what the message begins with, and is shown before it is stored', async () => {
    expect(await siti.say('besok 08.00-10.00 Rapat')).toContain('Tanggal: Selasa, 24 November 2026');
    expect(await siti.press('Simpan')).toContain('Tanggal: Selasa, 24 November 2026');
    expect(await siti.say('23/11 Rapat dua')).not.toContain('akan tercatat');
  });

  it('outside the window is refused with what is possible and whom to ask, and nothing typed is lost', async () => {
    const answer = await siti.say('tgl 15/11 08.00-10.00 Rapat bidang 3 dokumen');
    expect(answer).toContain('Minggu, 15 November 2026 tidak bisa dilaporkan sekarang');
    expect(answer).toContain('20 Nov sampai 24 Nov');
    expect(answer).toContain('bagian kepegawaian');
    expect(answer).toContain('[Hari ini, 23 Nov]');
    await siti.press('Hari ini, 23 Nov');
    const [draft] = await drafts();
    expect(draft?.answers).toMatchObject({
      what: 'Rapat bidang',
      date: '2026-11-23',
      time: { start: 480, end: 600 },
      qty: { milli: 3000, unit: 'dokumen' },
    });
  });

  it('names the contact of the agency', async () => {
    await rules({ contact: { id: 'Bu Rini (021) 555', en: 'Ms Rini' } });
    expect(await siti.say('besok lusa')).not.toContain('Rini');
    expect(await siti.say('1/10 Rapat')).toContain('hubungi Bu Rini (021) 555.');
  });

  it('can be chosen first in the guided way, and is said at each question then', async () => {
    await siti.say('/lapor');
    expect(await siti.press('Tanggal lain')).toContain('Untuk tanggal berapa?');
    expect(await siti.press('Kemarin, 22 Nov (susulan)')).toContain('tercatat untuk Minggu, 22 November');
    expect(await siti.say('Rapat bidang')).toContain('2/6');
  });

  it('typed alone at the first question changes the date and asks on', async () => {
    await siti.say('/lapor');
    const asked = await siti.say('kemarin');
    expect(asked).toContain('Apa yang Bapak/Ibu kerjakan?');
    expect(asked).toContain('Minggu, 22 November 2026');
    expect(await siti.press('Tanggal lain')).toContain('Untuk tanggal berapa?');
    expect(await siti.press('Kembali')).toContain('Apa yang Bapak/Ibu kerjakan?');
  });

  it('can be changed in the review, and typed there', async () => {
    await siti.say('Rapat');
    await siti.press('Ubah');
    await siti.press('Tanggal');
    expect(await siti.say('14/11')).toContain('tidak bisa dilaporkan sekarang');
    expect(await siti.say('besok')).toContain('Tanggal: Selasa, 24 November 2026');
  });

  it('that is over when the review is confirmed is asked for again', async () => {
    await siti.say('Rapat');
    world.advance(10 * 24 * HOUR);
    const answer = await siti.say('simpan');
    expect(answer).toContain('Untuk tanggal berapa?');
    await siti.press('Hari ini, 3 Des');
    expect(await siti.press('Simpan')).toContain('Tersimpan');
  });

  it('of a stored activity stays possible, however old it is', async () => {
    await siti.say('Rapat');
    await siti.press('Simpan');
    world.advance(30 * 24 * HOUR);
    await siti.press('Ubah');
    expect(siti.last().text).toContain('Tanggal: Senin, 23 November 2026');
    await siti.press('Ubah', siti.last());
    await siti.press('Kegiatan');
    await siti.say('Rapat bidang');
    expect(await siti.press('Simpan')).toContain('Perubahan tersimpan');
    expect(await lateness()).toEqual([]);
  });
});

describe('a late report', () => {
  it('needs a reason, which is stored, on the receipt and on the card', async () => {
    expect(await siti.say('20 Nov: Rapat')).toContain('Apa sebabnya?');
    await siti.press('Terlewat');
    const receipt = await siti.press('Simpan');
    expect(receipt).toContain('laporan susulan; batas lapornya pukul 24.00 WIB. Alasan: Terlewat.');
    expect(await lateness()).toMatchObject([
      { localDate: '2026-11-20', kind: 'forgotten', reason: null, status: 'noted' },
    ]);
    expect(budi.last().text).toContain('Laporan susulan: Terlewat');
    expect(hera.messages).toHaveLength(0);
  });

  it('takes the reason in the person’s own words, but not another activity', async () => {
    await siti.say('20 Nov: Rapat');
    expect(await siti.say('08.00-09.00 Menyusun laporan lain')).toContain('Menyusun laporan lain');
    await siti.press('Batal');
    await siti.say('Listrik kantor padam sampai malam');
    await siti.press('Simpan');
    expect((await lateness()).map((row) => row.kind)).toEqual(['other']);
    expect(budi.last().text).toContain('Listrik kantor padam sampai malam');
  });

  it('is asked for its reason once a day; the first one stays', async () => {
    await siti.say('20 Nov: Rapat');
    await siti.press('Terlewat');
    await siti.press('Simpan');
    expect(await siti.say('20 Nov: Rapat kedua')).not.toContain('Apa sebabnya?');
    expect(await siti.press('Simpan')).toContain('Alasan: Terlewat');
    expect(await lateness()).toHaveLength(1);
  });

  it('is also one of today after today’s cut-off, with the grace period between', async () => {
    await rules({ closeAt: '14:30', graceMinutes: 60 });
    await siti.say('Rapat');
    expect(await siti.press('Simpan')).toContain('masa tenggang; batas lapornya pukul 14.30 WIB');
    expect(budi.last().text).toContain('Dilaporkan dalam masa tenggang');
    world.advance(HOUR);
    const rudi = await world.person('Rudi', { unit });
    expect(await rudi.say('Rapat')).toContain('Apa sebabnya?');
  });

  it('on a day that was reported in time says so and asks nobody', async () => {
    await siti.say('Rapat');
    await siti.press('Simpan');
    world.advance(24 * HOUR);
    await siti.say('kemarin Rapat kedua');
    await siti.press('Tidak ada sinyal');
    expect(await siti.press('Simpan')).toContain('sudah terlapor tepat waktu');
    expect(hera.messages).toHaveLength(0);
  });

  it('that is moved to an earlier day counts from now on for that day', async () => {
    await siti.say('Rapat');
    await siti.press('Simpan');
    await siti.press('Ubah');
    await siti.press('Ubah', siti.last());
    await siti.press('Tanggal');
    await siti.press('Jumat, 20 November 2026 (susulan)');
    await siti.press('Terlewat');
    expect(await siti.press('Simpan')).toContain('Alasan: Terlewat');
  });
});

describe('HR and a reason that may be accepted', () => {
  async function reportLate() {
    await siti.say('20 Nov: Rapat');
    await siti.press('Tidak ada sinyal');
    const receipt = await siti.press('Simpan');
    expect(receipt).toContain('diteruskan ke bagian kepegawaian');
  }

  it('is asked, decides once, and the second one learns who did', async () => {
    await reportLate();
    const question = joko.last();
    expect(question.text).toContain('Siti (1990••••••••••1');
    expect(question.text).toContain('Alasan: Tidak ada sinyal');
    expect(await hera.press('Terima alasan')).toContain('Diterima oleh Hera.');
    expect(await joko.press('Tidak diterima', question)).toContain('Sudah diputuskan oleh Hera: diterima.');
    expect(await lateness()).toMatchObject([{ status: 'accepted', decidedBy: hera.id }]);
    expect(siti.last().text).toContain('diterima; hari itu dihitung tepat waktu');
    expect(siti.messages.filter((m) => m.text.includes('Diputuskan oleh'))).toHaveLength(1);
    expect(budi.last().text).toContain('alasan diterima, dihitung tepat waktu');
  });

  it('may decline, and the day stays late', async () => {
    await reportLate();
    await joko.press('Tidak diterima');
    expect(siti.last().text).toContain('tidak diterima; laporannya tetap tersimpan');
    expect(await siti.say('/rekap bulan')).toContain('Susulan: 20 Nov');
  });

  it('decides once even when two people press at the same moment', async () => {
    await reportLate();
    await Promise.all([hera.press('Terima alasan'), joko.press('Tidak diterima')]);
    const [row] = await lateness();
    const [winner, loser] = row?.decidedBy === hera.id ? [hera, joko] : [joko, hera];
    expect(winner.last().text).toMatch(/iterima oleh/);
    expect(loser.last().text).toContain('Sudah diputuskan oleh');
  });

  it('never decides about oneself, and nobody else can', async () => {
    await hera.say('20 Nov: Rapat');
    await hera.press('Tugas darurat');
    await hera.press('Simpan');
    expect(hera.last().text).not.toContain('alasannya diterima?');
    const action = joko.last().message.buttons[0]![0]!.action;
    for (const nobody of [hera, siti, budi]) {
      await nobody.send({ kind: 'choice', action, messageId: null });
      expect(nobody.toast).toContain('Hanya bagian kepegawaian');
    }
  });

  it('is not asked where the agency does not accept the reason, no report was expected, or there is no HR', async () => {
    await rules({ acceptedReasons: ['emergency'] });
    await siti.say('20 Nov: Rapat');
    await siti.press('Tidak ada sinyal');
    await siti.press('Simpan');
    await siti.say('21 Nov: Lembur');
    await siti.press('Tugas darurat');
    await siti.press('Simpan');
    expect(joko.messages).toHaveLength(0);
    expect((await lateness()).map((row) => row.status)).toEqual(['noted', 'noted']);
  });

  it('has nothing to decide once the report is withdrawn, and is asked again when it comes back', async () => {
    await reportLate();
    await siti.press('Tarik');
    await siti.press('Ya, tarik');
    expect(await joko.press('Terima alasan')).toContain('sudah ditarik');
    await siti.say('20 Nov: Rapat');
    expect(await siti.press('Simpan')).toContain('diteruskan ke bagian kepegawaian');
    expect(hera.messages.filter((m) => m.buttons.includes('Terima alasan'))).toHaveLength(2);
    await hera.press('Terima alasan', hera.last());
    expect(await lateness()).toMatchObject([{ status: 'accepted' }]);
  });

  it('is not woken in quiet hours', async () => {
    world.now = Date.parse('2026-11-23T15:00:00Z');
    await reportLate();
    expect(joko.messages).toHaveLength(0);
    world.now = Date.parse('2026-11-23T23:01:00Z');
    await world.settle();
    expect(joko.last().buttons).toContain('Terima alasan');
  });
});

describe('a report just after midnight', () => {
  beforeEach(async () => {
    world.now = Date.parse('2026-11-23T18:00:00Z');
  });

  it('belongs to yesterday while yesterday is open; one tap changes it', async () => {
    await rules({ closeAt: '26:00' });
    const review = await siti.say('Menyusun laporan');
    expect(review).toContain('Tanggal: Senin, 23 November 2026');
    expect(review).toContain('dicatat untuk kemarin');
    expect(await siti.press('Catat untuk hari ini')).toContain('Tanggal: Selasa, 24 November 2026');
    await siti.press('Simpan');
    expect(await siti.say('Rapat malam')).toContain('Tanggal: Senin, 23 November 2026');
    await siti.press('Simpan');
    expect(await siti.say('Rapat pagi')).toContain('Tanggal: Selasa, 24 November 2026');
  });

  it('belongs to today where yesterday is over or was a day off', async () => {
    expect(await siti.say('Rapat')).toContain('Tanggal: Selasa, 24 November 2026');
    await siti.press('Batal');
    await rules({ closeAt: '26:00' });
    await world.store.commit([
      putHoliday({ date: '2026-11-23', name: 'Libur', kind: 'libur', source: null, provisional: false }),
    ]);
    expect(await siti.say('Rapat')).toContain('Tanggal: Selasa, 24 November 2026');
  });

  it('belongs to the night shift that it was part of, until two hours after its end', async () => {
    const shift = { id: `${siti.id}|2026-11-23`, personId: siti.id, date: '2026-11-23' };
    await world.store.commit([putShift({ ...shift, startMinute: 1_200, endMinute: 1_920 })]);
    await siti.say('Jaga malam');
    expect(siti.last().text).toContain('Tanggal: Senin, 23 November 2026');
    await siti.press('Simpan');
    expect(await siti.say('Visite pasien')).toContain('Tanggal: Senin, 23 November 2026');
  });
});
