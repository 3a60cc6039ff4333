import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trailOf } from '../../../db/queries/evaluations.ts';
import { updatePerson } from '../../../db/queries/people.ts';
import type { TestPerson, World } from '../../support/world.ts';
import { type Agency, entriesFor, fill, foundAgency, planFor, rate, stored, submitted } from './agency.ts';

let agency: Agency;
let world: World;
let siti: TestPerson;
let budi: TestPerson;
let tono: TestPerson;

beforeEach(async () => {
  agency = await foundAgency();
  ({ world, siti, budi, tono } = agency);
  await entriesFor(world, siti.id, agency.results[0]!, [
    ['2026-10-05', 5, 'laporan'],
    ['2026-12-01', 7, 'laporan'],
    ['2026-09-30', 100, 'laporan'],
  ]);
});
afterEach(() => world.close());

describe('an evaluation', () => {
  it('proposes the realisation from the reports of the period, and shows the activities behind it', async () => {
    const page = await siti.say('/evaluasi');
    expect(page).toContain('Evaluasi kinerja Triwulan IV 2026');
    expect(page).toContain(
      '1.1 Jumlah laporan (target 12 laporan): 12 laporan tanpa bukti dukung; 2 kegiatan',
    );
    expect(page).toContain('2.1 Rapat terlaksana (target 4 kegiatan): Belum ada kegiatan tercatat');
    await siti.press('1.1');
    const list = await siti.press('Kegiatan di baliknya (2)');
    expect(list).toContain('5 Okt 2026 Menyusun laporan · 5 laporan');
    expect(list).not.toContain('100');
  });

  it('is corrected, taken back, and submitted; the supervisor gets it in Slack', async () => {
    await siti.say('/evaluasi');
    await siti.press('1.1');
    await siti.press('Perbaiki');
    await siti.say('11 laporan, satu masih draf');
    const page = await siti.say('Aplikasi persuratan');
    expect(page).toContain('11 laporan, satu masih draf (diperbaiki pegawai)');
    await siti.press('1.1', siti.last());
    expect(await siti.press('Pakai usulan')).not.toContain('11 laporan, satu');
    await siti.press('Kembali ke evaluasi');
    expect(await siti.press('Ajukan ke Budi Santoso')).toContain('Menunggu penilaian');
    expect(budi.last().text).toContain('Siti Aminah mengajukan evaluasi Triwulan IV 2026');
    expect(budi.last().buttons).toEqual([
      '1.1',
      '2.1',
      'Beri rating',
      'Umpan balik',
      'Kembalikan',
      'Riwayat',
    ]);
  });

  it('follows the reports while the employee has it, and stands still from its submission on', async () => {
    await siti.say('/evaluasi');
    await entriesFor(world, siti.id, agency.results[0]!, [['2026-12-30', 3, 'laporan']]);
    await siti.press('Ajukan ke Budi Santoso');
    await entriesFor(world, siti.id, agency.results[0]!, [['2026-12-31', 50, 'laporan']]);
    const [realisation] = (await stored(world, siti))!.content.realisations;
    expect(realisation?.proposed).toContain('15 laporan tanpa bukti dukung; 3 kegiatan');
    expect(await siti.say('/evaluasi 2026-Q4')).toContain('15 laporan');
  });

  it('is read by whoever rates in their own language, after its submission as well', async () => {
    await world.store.commit([updatePerson(budi.id, { locale: 'en' })]);
    await submitted(siti);
    expect(budi.last().text).toContain('2.1 Rapat terlaksana (target 4 kegiatan): No activity was recorded');
    expect(await siti.say('/evaluasi 2026-Q4')).toContain('Belum ada kegiatan tercatat');
  });

  it('gets feedback on results and behaviours, and two ratings from which the predicate follows', async () => {
    await submitted(siti);
    await budi.press('Umpan balik');
    await fill(budi, { about: { choice: 'r0' }, text: { text: 'Laporan rapi.' } });
    await budi.press('Umpan balik');
    await fill(budi, { about: { choice: 'b1' }, text: { text: 'Selalu jujur.' } });
    await budi.press('Beri rating');
    const review = await fill(budi, { result: { choice: 'meets' }, behaviour: { choice: 'above' } });
    expect(review).toContain('Predikat kinerja: Baik');
    expect((await stored(world, siti))?.status).toBe('submitted');
    await budi.press('Simpan');
    const result = siti.last();
    expect(result.text).toContain('Hasil evaluasi Triwulan IV 2026, dinilai oleh Budi Santoso');
    expect(result.text).toContain('Rating hasil kerja: Sesuai ekspektasi');
    expect(result.text).toContain('Rating perilaku kerja: Di atas ekspektasi');
    expect(result.text).toContain('Predikat kinerja: Baik');
    expect(result.text).toContain('Umpan balik: Laporan rapi.');
    expect(result.text).toContain('Akuntabel: Umpan balik: Selalu jujur.');
    expect(result.buttons).toEqual(['1.1', '2.1', 'Sudah saya baca', 'Keberatan', 'Riwayat']);
    await siti.press('Sudah saya baca');
    expect(siti.toast).toContain('Budi Santoso dapat melihat');
    await siti.press('Sudah saya baca');
    expect(siti.toast).toBe('Sudah ditandai dibaca.');
  });

  it('needs a reason where a rating is below expectations', async () => {
    await submitted(siti);
    await budi.press('Beri rating');
    const asked = await fill(budi, { result: { choice: 'meets' }, behaviour: { choice: 'below' } });
    expect(asked).toContain('Apa alasannya?');
    const review = await budi.say('Sering terlambat menyerahkan laporan.');
    expect(review).toContain('Catatan: Sering terlambat');
    expect(review).toContain('Predikat kinerja: Kurang/misconduct');
    await budi.press('Simpan');
    expect((await stored(world, siti))?.content.remark).toContain('Sering terlambat');
  });

  it('is returned with a reason, and comes back', async () => {
    await submitted(siti);
    await budi.press('Kembalikan');
    await fill(budi, { reason: { text: 'Realisasi 2.1 belum diisi.' } });
    expect(siti.last().text).toContain('Budi Santoso mengembalikan evaluasi Triwulan IV 2026: Realisasi 2.1');
    expect(siti.last().buttons).toContain('Ajukan ke Budi Santoso');
    await siti.press('Ajukan ke Budi Santoso', siti.last());
    expect((await stored(world, siti))?.status).toBe('submitted');
    const trail = await world.store.all(trailOf({ evaluationId: (await stored(world, siti))!.id }));
    expect(trail.map(({ action }) => action)).toEqual(['opened', 'submitted', 'returned', 'submitted']);
  });

  it('may be rated once more until it is locked, and the trail keeps both', async () => {
    await submitted(siti);
    await rate(budi, 'meets', 'meets');
    await budi.press('Ubah rating');
    await fill(budi, { result: { choice: 'above' }, behaviour: { choice: 'above' } });
    await budi.press('Simpan');
    expect(siti.last().text).toContain('Predikat kinerja: Sangat Baik');
    const trail = await world.store.all(trailOf({ evaluationId: (await stored(world, siti))!.id }));
    expect(trail.filter(({ action }) => action === 'rated').map((step) => step.resultRating)).toEqual([
      'meets',
      'above',
    ]);
    expect(await siti.press('Riwayat', siti.last())).toContain('Sesuai ekspektasi / Sesuai ekspektasi');
  });

  it('of the year shows the periodic ones, and those that are missing', async () => {
    await submitted(siti);
    await rate(budi, 'meets', 'meets');
    const page = await siti.say('/evaluasi');
    expect(page).toContain('Evaluasi kinerja Tahun 2026');
    expect(page).toContain('Triwulan III 2026: belum ada');
    expect(page).toContain('Triwulan IV 2026: Baik');
    expect(page).not.toContain('Triwulan II 2026');
    expect(page).toContain('112 laporan');
  });

  it('is submitted once, however often the button is pressed, without a message for each time', async () => {
    await siti.say('/evaluasi');
    const page = siti.last();
    await siti.press('Ajukan ke Budi Santoso', page);
    const count = siti.messages.length;
    await siti.press('Ajukan ke Budi Santoso', page);
    expect(siti.messages).toHaveLength(count);
    expect(siti.toast).toContain('Evaluasi ini sedang dinilai Budi Santoso');
  });

  it('is opened once, however often the button is pressed', async () => {
    await Promise.all([siti.say('/evaluasi'), siti.say('/evaluasi')]);
    const row = await stored(world, siti);
    expect(await world.store.all(trailOf({ evaluationId: row!.id }))).toHaveLength(1);
  });
});

describe('what cannot be done now is told in one sentence with whoever comes next', () => {
  it.each([
    [
      '2027-Q1',
      'Triwulan I 2027 belum berakhir; evaluasinya dapat Bapak/Ibu buka mulai Kamis, 1 April 2027.',
    ],
    ['2026-Q2', 'Bapak/Ibu tercatat mulai Rabu, 1 Juli 2026'],
    ['2020', 'dinilai menurut PP 46/2011 dan Perka BKN 1/2013'],
    ['2021', 'SE MenPANRB 3/2021'],
    ['kapan saja', 'Periodenya belum terbaca'],
  ])('the period %s', async (period, sentence) => {
    expect(await siti.say(`/evaluasi ${period}`)).toContain(sentence);
    expect(await stored(world, siti)).toBeNull();
  });

  it('without a plan, and without a supervisor', async () => {
    expect(await agency.hana.say('/evaluasi')).toContain('Atasan belum tercatat');
    await world.store.commit([updatePerson(agency.hana.id, { supervisorId: agency.head.id })]);
    expect(await agency.hana.say('/evaluasi')).toContain('SKP 2026 yang disepakati belum ada');
    await planFor(world, agency.hana.id);
    expect(await agency.hana.say('/evaluasi')).toContain('Ajukan ke Rina Kepala');
  });

  it('for those who are not evaluated', async () => {
    const eka = await world.person('Eka', { unit: agency.unit, roles: ['pengamat'], supervisor: budi.id });
    expect(await eka.say('/evaluasi')).toContain('tidak tercatat sebagai pegawai yang dinilai');
  });

  it('in the wrong order', async () => {
    await submitted(siti);
    const actions = (person: TestPerson) => person.last().message.buttons.flat();
    const rating = actions(budi).find(({ label }) => label === 'Beri rating')!.action;
    const returning = actions(budi).find(({ label }) => label === 'Kembalikan')!.action;
    await budi.send({ kind: 'choice', action: returning, messageId: null });
    await fill(budi, { reason: { text: 'Lengkapi dulu.' } });
    await budi.send({ kind: 'choice', action: rating, messageId: null });
    expect(budi.last().text).toContain('sedang diperbaiki Siti Aminah; setelah diajukan lagi');
    await siti.press('Ajukan ke Budi Santoso', siti.last());
    await rate(budi, 'meets', 'meets');
    await budi.send({ kind: 'choice', action: returning, messageId: null });
    expect(budi.last().text).toContain('sudah Bapak/Ibu nilai; rating dan catatannya masih dapat diubah');
  });

  it('in the wrong role', async () => {
    await submitted(siti);
    const action = (label: string) =>
      budi
        .last()
        .message.buttons.flat()
        .find((b) => b.label === label)!.action;
    const [rating, page] = [action('Beri rating'), action('1.1')];
    for (const pressed of [rating, page]) {
      await tono.send({ kind: 'choice', action: pressed, messageId: null });
      expect(tono.last().text).toContain('hanya terbuka bagi pegawainya');
    }
    await siti.send({ kind: 'choice', action: rating, messageId: null });
    expect(siti.last().text).toContain('hanya dapat dinilai oleh Budi Santoso');
    expect(await tono.say('/evaluasi unit')).toContain('hanya terbuka bagi bagian kepegawaian');
    expect(await tono.say('/kunci 2026-Q4')).toContain('hanya dilakukan bagian kepegawaian');
  });
});

describe('a team', () => {
  it('waits for its supervisor in the order of submission', async () => {
    expect(await budi.say('/evaluasi tim')).toContain('Belum ada evaluasi yang menunggu');
    await submitted(tono);
    world.advance(60_000);
    await submitted(siti);
    await budi.say('/evaluasi tim');
    expect(budi.last().buttons).toEqual(['Tono · Triwulan IV 2026', 'Siti Aminah · Triwulan IV 2026']);
    expect(await budi.press('Tono · Triwulan IV 2026')).toContain('Evaluasi kinerja Triwulan IV 2026: Tono');
  });
});

describe('a supervisor who asks for somebody’s evaluations', () => {
  it('finds each of them again, rated or not, and nobody else does', async () => {
    expect(await budi.say('/evaluasi siti')).toContain('Belum ada evaluasi Siti Aminah');
    await siti.say('/evaluasi');
    expect(await budi.say('/evaluasi siti')).toContain('Evaluasi Siti Aminah');
    expect(budi.last().buttons).toEqual(['Triwulan IV 2026 · Belum diajukan']);
    expect(await budi.press('Triwulan IV 2026 · Belum diajukan')).toContain('Pejabat penilai: Budi Santoso');
    expect(await tono.say('/evaluasi siti')).toContain('Tulis');
  });
});
