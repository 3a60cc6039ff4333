import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestPerson, World } from '../support/world.ts';
import { type Agency, foundAgency } from './evaluation/agency.ts';

let agency: Agency;
let world: World;
let siti: TestPerson;
let budi: TestPerson;

beforeEach(async () => {
  agency = await foundAgency();
  ({ world, siti, budi } = agency);
});
afterEach(() => world.close());

const report = async (text: string) => {
  await siti.say(text);
  await siti.press('Simpan');
};

describe('what waits', () => {
  it('is nothing at first, in one sentence', async () => {
    expect(await siti.say('/tugas')).toContain('Tidak ada yang menunggu');
    expect(await budi.say('/tugas')).toContain('Tidak ada yang menunggu');
  });

  it('lists for a supervisor the reports and evaluations, the due one first, and opens each', async () => {
    await report('08.00-10.00 Menyusun laporan 4 laporan');
    await siti.say('/evaluasi');
    expect(await siti.say('/tugas')).toContain('1. Ajukan evaluasi Triwulan IV 2026 · paling lambat 15 Jan');
    await siti.press('1');
    await siti.press('Ajukan ke Budi Santoso');
    const list = await budi.say('/tugas');
    expect(list).toMatch(
      /1\. Nilai evaluasi Siti Aminah, Triwulan IV 2026 · paling lambat 15 Jan\n2\. Periksa laporan Siti Aminah: 1 hari · sejak/,
    );
    const shown = budi.last();
    expect(await budi.press('2', shown)).toContain('1. Menyusun laporan');
    await budi.press('Setujui', budi.last());
    expect(await budi.press('1', shown)).toContain('Menunggu penilaian');
    expect(await budi.say('/tugas')).not.toContain('Periksa laporan');
  });

  it('shows nobody else’s', async () => {
    await report('08.00-10.00 Menyusun laporan');
    await siti.say('/evaluasi');
    expect(await agency.tono.say('/tugas')).toContain('Tidak ada yang menunggu');
  });

  it('takes up what came back, with its repair', async () => {
    await report('08.00-10.00 Menyusun laporan');
    await budi.press('Kembalikan');
    await budi.send({
      kind: 'form',
      token: budi.form!.token,
      answers: Object.fromEntries(
        budi.form!.fields.map((f) => [
          f.id,
          [f.input.kind === 'choice' ? { choice: f.input.options[0]!.value } : { text: 'Tambahkan notulen' }],
        ]),
      ),
    });
    expect(await siti.say('/tugas')).toContain('1. Perbaiki kegiatan yang dikembalikan: Menyusun laporan');
    expect(await siti.press('1')).toContain('Periksa dulu, lalu simpan');
  });
});
