import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toPng } from '../../../adapters/picture.ts';
import { updatePerson, updateUnit } from '../../../db/queries/people.ts';
import { encodeAction } from '../../../src/core/action.ts';
import type { DrawnOutFile } from '../../../src/core/message.ts';
import { agreed, goal, planned, result, type SmallAgency, smallAgency } from './agency.ts';

let agency: SmallAgency;
beforeEach(async () => {
  agency = await smallAgency();
  const { world, budi, citra, siti, goals } = agency;
  await agreed(world, budi, [
    planned(1, 'Menurunnya kecelakaan', goal(goals.agreement)),
    planned(2, 'Tertatanya trayek'),
  ]);
  await agreed(world, citra, [planned(1, 'Terlaksananya uji laik jalan', result('Menurunnya kecelakaan'))]);
  await agreed(world, siti, [
    planned(1, 'Tersusunnya jadwal uji', result('Terlaksananya uji laik jalan')),
    planned(2, 'Terkelolanya arsip', result('Hasil yang sudah dihapus')),
  ]);
});
afterEach(() => agency.world.close());

describe('one’s own chain', () => {
  it('says what each result supports, up to the goals of the unit', async () => {
    const said = await agency.siti.say('/pohon');
    expect(said.split('\n')).toEqual([
      '# Rantai kinerja saya 2026',
      'RHK 1. Tersusunnya jadwal uji',
      '- ↑ mendukung Citra Lestari · RHK 1: Terlaksananya uji laik jalan',
      '- ↑ mendukung Budi Santoso · RHK 1: Menurunnya kecelakaan',
      '- ↑ mendukung Sasaran PK 1 Dinas Perhubungan: Meningkatnya keselamatan angkutan',
      '- ↑ mendukung Renstra 1 Dinas Perhubungan: Terwujudnya angkutan yang andal',
      'RHK 2. Terkelolanya arsip',
      '- ⚠ yang didukungnya sudah tidak ada atau tidak berlaku. Pilih RHK pimpinan atau sasaran unit yang didukung lewat skp.',
    ]);
  });

  it('tells a chain once where several results go the same way', async () => {
    const small = await smallAgency();
    const { world, budi, citra, goals } = small;
    await agreed(world, budi, [planned(1, 'Menurunnya kecelakaan', goal(goals.agreement))]);
    const way = result('Menurunnya kecelakaan');
    await agreed(world, citra, [planned(1, 'Uji laik jalan', way), planned(2, 'Razia angkutan', way)]);
    expect((await citra.say('/pohon')).split('---')[0]!.trim().split('\n').slice(-3)).toEqual([
      'RHK 2. Razia angkutan',
      '- ↑ mendukung Budi Santoso · RHK 1: Menurunnya kecelakaan (seterusnya seperti di atas)',
      '- ⚠ belum ada yang mendukung',
    ]);
    await world.close();
  });

  it('says who carries one’s results, and what nobody carries', async () => {
    const said = await agency.budi.say('/pohon');
    expect(said).toContain('↓ Citra Lestari · RHK 1: Terlaksananya uji laik jalan');
    expect(said).toContain('⚠ belum ada yang mendukung');
  });

  it('says who has to do something first where no plan is in force', async () => {
    expect(await agency.andi.say('/pohon')).toContain('SKP 2026 Bapak/Ibu belum berlaku.');
  });

  it('follows a leader’s result to its owner after a change of supervisor', async () => {
    const { world, siti, budi } = agency;
    await world.store.commit([updatePerson(siti.id, { supervisorId: budi.id })]);
    expect(await siti.say('/pohon')).toContain('⚠ yang didukungnya sudah tidak ada');
  });
});

describe('the tree of a unit', () => {
  it('is shown to its leader with the units below, gaps, orphans and plans that are missing', async () => {
    const { budi } = agency;
    await budi.say('/pohon');
    const { text, buttons } = budi.last();
    expect(text.split('\n').map((line) => line.replaceAll('\u00a0', '_'))).toEqual([
      '# Pohon kinerja Dinas Perhubungan 2026',
      '(3 sasaran, 5 hasil kerja, 2 celah, 2 tanpa induk)',
      'Renstra 1: Terwujudnya angkutan yang andal',
      '___Sasaran PK 1: Meningkatnya keselamatan angkutan',
      '______• Budi Santoso · RHK 1: Menurunnya kecelakaan',
      '_________• Citra Lestari · RHK 1: Terlaksananya uji laik jalan',
      '____________• Siti Aminah · RHK 1: Tersusunnya jadwal uji',
      'Sasaran PK 2: Meningkatnya akuntabilitas · ⚠ belum ada yang mendukung',
      'Celah (2)',
      '- Sasaran PK 2: Meningkatnya akuntabilitas',
      '- Budi Santoso · RHK 2: Tertatanya trayek',
      'Tanpa induk (2)',
      '• Budi Santoso · RHK 2: Tertatanya trayek · belum mendukung apa pun · ⚠ belum ada yang mendukung',
      '• Siti Aminah · RHK 2: Terkelolanya arsip · yang didukungnya sudah tidak ada atau tidak berlaku',
      '(SKP belum berlaku: Andi Wijaya, Hana Wijaya.)',
    ]);
    expect(buttons).toEqual(['Gambar pohon', 'Seksi Angkutan']);
  });

  it('opens a unit below, and says what its roots support above', async () => {
    const { budi } = agency;
    await budi.say('/pohon');
    const said = await budi.press('Seksi Angkutan');
    expect(said).toContain('Pohon kinerja Seksi Angkutan 2026');
    expect(said).toContain('↑ mendukung Budi Santoso · RHK 1: Menurunnya kecelakaan');
  });

  it('is shown to HR by a part of the unit’s name, and to nobody else', async () => {
    const { hana, andi, siti, citra } = agency;
    expect(await hana.say('/pohon perhub')).toContain('Pohon kinerja Dinas Perhubungan');
    expect(await hana.say('/pohon antariksa')).toContain('"antariksa" tidak ditemukan');
    for (const other of [andi, siti, citra])
      expect(await other.say('/pohon dinas perhubungan')).toContain('Hanya pimpinan unit itu');
    expect(await citra.say('/pohon seksi')).toContain('Pohon kinerja Seksi Angkutan');
  });

  it('goes by the leader who is recorded', async () => {
    const { world, department, andi, budi } = agency;
    await world.store.commit([updateUnit(department, { leaderId: andi.id })]);
    expect(await andi.say('/pohon dinas')).toContain('Pohon kinerja Dinas Perhubungan');
    expect(await budi.say('/pohon dinas')).toContain('Hanya pimpinan unit itu');
  });

  it('of another year has what was agreed for it', async () => {
    expect(await agency.hana.say('/pohon dinas 2027')).toContain('Belum ada sasaran dan SKP yang berlaku');
  });

  it('asks about the unit again when a button is pressed', async () => {
    const { siti, department } = agency;
    for (const op of ['tree', 'picture']) {
      const action = encodeAction({ do: 'room', room: 'cascade', op, id: department, arg: '2026' });
      await siti.send({ kind: 'choice', action, messageId: null });
      expect(siti.toast).toContain('Hanya pimpinan unit itu');
    }
  });
});

describe('the picture of a unit', () => {
  const picture = async (): Promise<DrawnOutFile> => {
    await agency.budi.say('/pohon');
    await agency.budi.press('Gambar pohon');
    return agency.budi.last().message.files[0] as DrawnOutFile;
  };

  it('shows goals, results, gaps and orphans, without any NIP', async () => {
    const { svg, name, mime } = await picture();
    expect([name, mime]).toEqual(['Pohon kinerja Dinas Perhubungan 2026.png', 'image/png']);
    for (const text of ['Sasaran PK 1', 'Citra Lestari · RHK 1', 'Tersusunnya jadwal uji', 'Tanpa induk (2)'])
      expect(svg).toContain(text);
    expect(svg).toContain('Angka kecelakaan, target 12 kejadian');
    expect(svg).not.toMatch(/\d{18}/);
    expect((await toPng(svg)).byteLength).toBeGreaterThan(10_000);
  });

  it('says what it leaves out', async () => {
    const { world, citra, andi } = agency;
    const many = Array.from({ length: 120 }, (_, n) =>
      planned(n + 10, `Hasil ke-${n}`, result('Terlaksananya uji laik jalan')),
    );
    await agreed(world, andi, many);
    const { svg } = await picture();
    expect(svg.split('Andi Wijaya · RHK').length).toBeLessThan(100);
    expect(svg).toMatch(/\+\d+ lagi di bawahnya/);
    expect(svg).toContain('lainnya tidak ditampilkan');
    await citra.say('/pohon');
    expect(citra.last().text).toContain('lainnya tidak ditampilkan');
  });
});
