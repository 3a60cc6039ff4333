import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trailOf } from '../../../db/queries/evaluations.ts';
import type { TestPerson, World } from '../../support/world.ts';
import { type Agency, fill, foundAgency, rate, stored, submitted } from './agency.ts';

let agency: Agency;
let world: World;
let head: TestPerson;
let budi: TestPerson;
let hana: TestPerson;

beforeEach(async () => {
  agency = await foundAgency();
  ({ world, head, budi, hana } = agency);
});
afterEach(() => world.close());

const achieve = async (level: string, note = 'Rencana aksi tercapai.') => {
  await head.say('/capaian Bidang Perencanaan 2026-Q4');
  if (!head.form) await head.press('Ubah capaian');
  return fill(head, { level: { choice: level }, note: { text: note } });
};

describe('the achievement of a unit', () => {
  it('is set by the leader above it, and can be changed until it is locked', async () => {
    expect(await achieve('good')).toContain('Capaian Bidang Perencanaan untuk Triwulan IV 2026: Baik.');
    expect(await achieve('excellent')).toContain('Istimewa');
    expect(await budi.say('/capaian Bidang Perencanaan 2026-Q4')).toContain(
      'Istimewa, ditetapkan oleh Rina Kepala',
    );
  });

  it('is set by nobody else, not even by its own leader', async () => {
    const refused = 'Capaian Bidang Perencanaan hanya dapat ditetapkan oleh Rina Kepala.';
    for (const person of [budi, agency.siti, hana])
      expect(await person.say('/capaian Bidang Perencanaan 2026-Q4')).toContain(refused);
  });

  it('of the top unit is recorded by HR with a recommendation, without which it is not taken', async () => {
    expect(await head.say('/capaian Sekretariat 2026')).toContain(
      'hanya dapat ditetapkan oleh bagian kepegawaian',
    );
    await hana.say('/capaian Sekretariat 2026');
    await hana.press('Baik');
    expect(hana.last().buttons).not.toContain('Lewati');
    expect(await hana.say('Rekomendasi Bagian Perencanaan')).toContain(
      'Capaian Sekretariat untuk Tahun 2026: Baik.',
    );
    expect(await head.say('/capaian Sekretariat 2026')).toContain('Dasar: Rekomendasi Bagian Perencanaan');
  });

  it('asks for a unit and a period that exist', async () => {
    expect(await head.say('/capaian')).toContain('Tulis unit dan periodenya');
    expect(await head.say('/capaian Bidang Angkasa 2026-Q4')).toContain('"Bidang Angkasa" belum ditemukan');
    expect(await head.say('/capaian Bidang Perencanaan 2019')).toContain('PP 46/2011');
    expect(await head.say('/capaian Bidang Perencanaan 2027-Q3')).toContain(
      'Triwulan III 2027 belum dimulai',
    );
  });

  it('is offered beside the pattern only to whoever sets it', async () => {
    await budi.say('/pola Bidang Perencanaan 2026-Q4');
    expect(budi.last().buttons).toEqual([]);
    await head.say('/pola Bidang Perencanaan 2026-Q4');
    expect(head.last().buttons).toEqual(['Tetapkan capaian']);
  });
});

describe('the result rating of a leader', () => {
  it('waits for the achievement, and says who has to set it', async () => {
    await submitted(budi);
    expect(await head.press('Beri rating')).toContain(
      'Capaian Bidang Perencanaan untuk Triwulan IV 2026 belum ditetapkan, sedangkan rating hasil kerja pemimpinnya mengikuti capaian itu; Rina Kepala perlu menetapkannya',
    );
    expect(head.form).toBeNull();
  });

  it('is taken from the achievement and not asked for', async () => {
    await achieve('good');
    await submitted(budi);
    await head.press('Beri rating');
    expect(head.form?.fields.map(({ id }) => id)).toEqual(['behaviour', 'remark']);
    expect(head.form?.fields[0]?.hint).toContain('mengikuti capaian Bidang Perencanaan: Sesuai ekspektasi.');
    const review = await fill(head, { behaviour: { choice: 'above' } });
    expect(review).toContain('Predikat kinerja: Baik');
    await head.press('Simpan');
    expect(await stored(world, budi)).toMatchObject({ resultRating: 'meets', behaviourRating: 'above' });
  });

  it('follows when the achievement changes, with a trace and a word to the leader', async () => {
    await achieve('good');
    await submitted(budi);
    await rate(head, null, 'above');
    expect(await achieve('excellent')).toContain('Rating hasil kerja Budi Santoso, pemimpinnya, mengikuti');
    const row = await stored(world, budi);
    expect(row).toMatchObject({ resultRating: 'above', status: 'rated' });
    expect(budi.last().text).toContain('Predikat kinerja: Sangat Baik');
    const trail = await world.store.all(trailOf({ evaluationId: row!.id }));
    expect(trail.at(-1)).toMatchObject({ action: 'rated', reason: 'Capaian Bidang Perencanaan: Istimewa' });
  });

  it('does not follow any more once it is locked', async () => {
    await achieve('good');
    await submitted(budi);
    await rate(head, null, 'above');
    await hana.say('/kunci 2026-Q4');
    await hana.press('Ya, kunci');
    expect(await head.say('/capaian Bidang Perencanaan 2026-Q4')).toContain(
      'sudah dikunci; bagian kepegawaian',
    );
    expect(head.last().buttons).toEqual([]);
    expect(await stored(world, budi)).toMatchObject({ resultRating: 'meets', status: 'locked' });
  });
});
