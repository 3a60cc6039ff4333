import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trailOf } from '../../../db/queries/evaluations.ts';
import { updatePerson } from '../../../db/queries/people.ts';
import { handOverEvaluations, reopenForObjection } from '../../../src/app/evaluation/reopen.ts';
import type { TestPerson, World } from '../../support/world.ts';
import { type Agency, fill, foundAgency, rate, stored, submitted } from './agency.ts';

let agency: Agency;
let world: World;
let siti: TestPerson;
let tono: TestPerson;
let budi: TestPerson;
let hana: TestPerson;

beforeEach(async () => {
  agency = await foundAgency();
  ({ world, siti, tono, budi, hana } = agency);
});
afterEach(() => world.close());

const lock = async (what = '2026-Q4') => {
  const asked = await hana.say(`/kunci ${what}`);
  return [asked, await hana.press('Ya, kunci')] as const;
};
const steps = async (person: TestPerson) =>
  (await world.store.all(trailOf({ evaluationId: (await stored(world, person))!.id }))).map(
    ({ action }) => action,
  );

describe('locking a period', () => {
  it('locks what is rated, names what is not finished, and refuses every change with who can open it', async () => {
    await submitted(siti);
    await rate(budi, 'meets', 'meets');
    await submitted(tono);
    const again = budi.messages.findLast(({ buttons }) => buttons.includes('Ubah rating'));
    const [asked, done] = await lock();
    expect(asked).toContain('1 evaluasi yang sudah dinilai tidak dapat diubah lagi');
    expect(asked).toContain('pegawai belum selesai dinilai');
    expect(done).toContain('Triwulan IV 2026 untuk seluruh instansi dikunci: 1 evaluasi.');
    expect(await stored(world, siti)).toMatchObject({ status: 'locked' });
    const refused = 'Evaluasi Triwulan IV 2026 sudah dikunci; hanya bagian kepegawaian yang dapat membukanya';
    expect(await budi.press('Ubah rating', again)).toContain(refused);
    expect(await budi.press('Beri rating')).toContain(refused);
    expect(await budi.say('/evaluasi 2026-Q4')).toContain(refused);
    expect(await siti.say('/evaluasi 2026-Q4')).toContain('Predikat kinerja: Baik');
    expect(await lock().catch(() => hana.last().text)).toContain('sudah dikunci');
  });

  it('of a unit leaves the others alone, and can be opened for one unit below', async () => {
    await submitted(siti);
    await rate(budi, 'meets', 'meets');
    await lock('2026-Q4 Sekretariat');
    expect(await stored(world, siti)).toMatchObject({ status: 'locked' });
    const opened = await hana.say('/buka 2026-Q4 Bidang Perencanaan rating tertukar');
    expect(opened).toContain('Triwulan IV 2026 untuk Bidang Perencanaan dibuka kembali: 1 evaluasi.');
    expect(await stored(world, siti)).toMatchObject({ status: 'rated', resultRating: 'meets' });
    for (const person of [siti, budi])
      expect(person.last().text).toContain('dibuka kembali: rating tertukar.');
    expect(await steps(siti)).toEqual(['opened', 'submitted', 'rated', 'locked', 'reopened']);
    expect(await hana.say('/buka 2026-Q4 Bidang Perencanaan lagi')).toContain('tidak sedang dikunci');
  });

  it('is possible once the period is over, and is opened only where it is locked', async () => {
    expect(await hana.say('/kunci 2027-Q1')).toContain(
      'Triwulan I 2027 belum berakhir; periode ini dapat dikunci mulai Kamis, 1 April 2027.',
    );
    expect(hana.last().buttons).toEqual([]);
    expect(await hana.say('/buka 2026-Q4')).toContain(
      'Triwulan IV 2026 untuk seluruh instansi tidak sedang dikunci.',
    );
    expect(hana.form).toBeNull();
  });

  it('is opened only with a reason', async () => {
    await lock();
    await hana.press('Buka kembali');
    expect(hana.last().text).toContain('Mengapa periode ini dibuka kembali?');
    expect(await hana.say('Masih ada yang belum dinilai')).toContain('seluruh instansi dibuka kembali');
    expect(await siti.say('/evaluasi 2026-Q4')).toContain('Ajukan ke Budi Santoso');
  });

  it('is seen on the board of HR, with whose turn it is', async () => {
    await submitted(siti);
    const board = await hana.say('/evaluasi unit 2026-Q4');
    expect(board).toContain(
      'Bidang Perencanaan: 0 dinilai, 1 menunggu rating, 0 belum diajukan, 2 belum dibuka',
    );
    expect(board).toContain('Siti Aminah: menunggu penilaian; giliran Budi Santoso');
    expect(board).toContain('Tono: belum dibuka; giliran Tono');
    expect(board).toContain('[Kunci periode]');
    await rate(budi, 'meets', 'meets');
    expect(await hana.say('/evaluasi unit Bidang Perencanaan 2026-Q4')).not.toContain('Siti Aminah');
    expect(await hana.say('/kendali')).toContain('1 dari 5 pegawai sudah dinilai.');
  });
});

describe('an accepted objection', () => {
  it('opens a locked evaluation again, so that it is rated anew although the period is locked', async () => {
    await submitted(siti);
    await rate(budi, 'below', 'meets');
    await lock();
    world.advance(1000);
    const { id } = (await stored(world, siti))!;
    await world.store.commit(
      await reopenForObjection(world.services, id, hana.id, 'Keberatan diterima', world.now),
    );
    await world.settle();
    expect(await stored(world, siti)).toMatchObject({ status: 'submitted', resultRating: null });
    expect(siti.last().text).toContain('dibuka kembali: Keberatan diterima.');
    expect(budi.last().text).toContain('Siti Aminah dibuka kembali: Keberatan diterima.');
    await rate(budi, 'meets', 'meets');
    expect(await stored(world, siti)).toMatchObject({ status: 'rated', resultRating: 'meets' });
    expect(await reopenForObjection(world.services, 'no such', hana.id, 'x', world.now)).toEqual([]);
  });
});

describe('an accepted objection to what somebody rated who has left', () => {
  it('has it rated anew by the supervisor of now', async () => {
    const { head } = agency;
    await submitted(siti);
    await rate(budi, 'below', 'meets');
    await world.store.commit([
      updatePerson(budi.id, { active: false }),
      updatePerson(siti.id, { supervisorId: head.id }),
    ]);
    const { id } = (await stored(world, siti))!;
    await world.store.commit(
      await reopenForObjection(world.services, id, hana.id, 'Keberatan diterima', world.now),
    );
    await world.settle();
    expect(await stored(world, siti)).toMatchObject({ status: 'submitted', evaluatorId: head.id });
    await rate(head, 'meets', 'meets');
    expect(await stored(world, siti)).toMatchObject({ status: 'rated', ratedBy: head.id });
  });
});

describe('an objection to a rating', () => {
  it('marks the result while it is open, and has it rated anew once it is accepted', async () => {
    const { head } = agency;
    await submitted(siti);
    await rate(budi, 'below', 'meets');
    await siti.press('Keberatan', siti.last());
    await siti.say('Targetnya tercapai, lihat 1.1.');
    expect(await siti.say('/evaluasi 2026-Q4')).toContain('Sedang dalam keberatan, diputus paling lambat');
    expect(siti.last().buttons).not.toContain('Keberatan');
    await head.press('Terima');
    await fill(head, { reason: { text: 'Bukti sudah diperiksa.' } });
    expect(await stored(world, siti)).toMatchObject({ status: 'submitted', resultRating: null });
    expect(budi.messages.some(({ text }) => text.includes('dibuka kembali: Bukti sudah diperiksa.'))).toBe(
      true,
    );
    expect(await siti.say('/evaluasi 2026-Q4')).not.toContain('Sedang dalam keberatan');
    await rate(budi, 'meets', 'meets');
    expect(siti.last().text).toContain('Predikat kinerja: Baik');
  });
});

describe('another supervisor', () => {
  it('gets what is not rated yet, and what was submitted is put to them', async () => {
    const { head } = agency;
    await submitted(siti);
    await world.store.commit(await handOverEvaluations(world.services, siti.id, budi.id, head.id, world.now));
    await world.settle();
    expect(head.last().text).toContain(
      'Evaluasi Triwulan IV 2026 milik Siti Aminah kini dinilai oleh Bapak/Ibu.',
    );
    expect(await budi.press('Beri rating')).toContain('hanya dapat dinilai oleh Rina Kepala');
    await rate(head, 'meets', 'meets');
    expect(await steps(siti)).toEqual(['opened', 'submitted', 'handed_over', 'rated']);
    expect(await handOverEvaluations(world.services, siti.id, head.id, budi.id, world.now)).toEqual([]);
  });
});
