import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestPerson, World } from '../../support/world.ts';
import { type Agency, fill, foundAgency, planFor, rate, stored, submitted } from './agency.ts';

let agency: Agency;
let world: World;
let head: TestPerson;
let budi: TestPerson;
let staff: TestPerson[];

beforeEach(async () => {
  agency = await foundAgency();
  ({ world, head, budi } = agency);
  const ani = await world.person('Ani', { unit: agency.unit, supervisor: budi.id });
  await planFor(world, ani.id);
  staff = [agency.siti, agency.tono];
});
afterEach(() => world.close());

const achieve = async (level: string) => {
  await head.say('/capaian Bidang Perencanaan 2026-Q4');
  return fill(head, { level: { choice: level } });
};

describe('the distribution of predicates', () => {
  it('is shown before the ratings are confirmed, warns, and never blocks', async () => {
    await achieve('very_poor');
    await submitted(staff[0]!);
    const review = await rate(budi, 'above', 'above');
    expect(review).toContain('Predikat kinerja: Sangat Baik');
    expect(review).toContain('ini pertimbangan, bukan batasan');
    expect(review).toContain('Sangat Baik: 1 pegawai; pola mengharapkan tidak ada.');
    expect(await stored(world, staff[0]!)).toMatchObject({ status: 'rated', resultRating: 'above' });
  });

  it('counts somebody who is rated once more with the new predicate only', async () => {
    await achieve('good');
    await submitted(staff[0]!);
    await rate(budi, 'above', 'above');
    await budi.press('Ubah rating');
    const review = await fill(budi, { result: { choice: 'meets' }, behaviour: { choice: 'meets' } });
    expect(review).not.toContain('belum menjadi yang terbanyak');
  });

  it('says when nobody has set the achievement, instead of guessing one', async () => {
    await submitted(staff[0]!);
    const review = await rate(budi, 'meets', 'meets');
    expect(review).toContain('Capaian Bidang Perencanaan belum ditetapkan, jadi pola distribusinya belum');
  });

  it('is a board of counts for leaders, with names only of those whom they rate', async () => {
    await achieve('good');
    for (const person of staff) {
      await submitted(person);
      await rate(budi, 'above', 'above');
    }
    const own = await budi.say('/pola');
    expect(own).toContain('Pola distribusi Bidang Perencanaan, Triwulan IV 2026');
    expect(own).toContain('Sangat Baik: 2 (Siti Aminah, Tono)');
    expect(own).toContain('Predikat Baik belum menjadi yang terbanyak.');
    const above = await head.say('/pola Bidang Perencanaan 2026-Q4');
    expect(above).toContain('Sangat Baik: 2');
    expect(above).not.toContain('Siti');
    expect(await agency.hana.say('/pola Bidang Perencanaan 2026-Q4')).toContain('(Siti Aminah, Tono)');
    expect(await agency.siti.say('/pola Bidang Perencanaan 2026-Q4')).toContain(
      'hanya terbuka bagi pemimpin',
    );
    expect(await agency.siti.say('/pola')).toContain('hanya terbuka bagi pemimpin');
    expect(await budi.say('/pola Sekretariat 2026-Q4')).toContain('hanya terbuka bagi pemimpin');
  });

  it('shows no counts before anybody is rated', async () => {
    expect(await budi.say('/pola')).toContain('Belum ada pegawai yang dinilai.');
  });
});
