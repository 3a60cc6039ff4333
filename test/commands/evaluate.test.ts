import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nip } from '../core/import/builders.ts';
import { createShell } from './shell.ts';

let shell: ReturnType<typeof createShell>;
beforeEach(() => {
  shell = createShell();
});
afterEach(() => shell.remove());

const SAMPLE = 'data-files/evaluate-sample.csv';
const head = 'nip,nama,periode,bagian,kategori,nilai\n';

describe('evaluate', () => {
  it('prints value, predicate, rule and parts of each person and period of the sample', async () => {
    const { code, out, err } = await shell.run('evaluate', SAMPLE);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').slice(0, 5)).toEqual([
      'Siti Aminah (1986••••••••••1001), 2019: 87,96 Baik',
      '  PP 46/2011 dan Perka BKN 1/2013: 60% × 89,53 (SKP) + 40% × 85,60 (perilaku) = 53,72 + 34,24',
      '  kegiatan 88,67; 84,25; 87,67; 93,56; tugas tambahan +1; kreativitas +0',
      'Siti Aminah (1986••••••••••1001), 2021-H1: 88,67 Baik',
      '  PP 46/2011 dan Perka BKN 1/2013: 60% × 90,71 (SKP) + 40% × 85,60 (perilaku) = 54,43 + 34,24',
    ]);
    expect(out).toContain('2021: 105,40 Baik\n');
    expect(out).toContain('belum dicocokkan dengan lampiran surat edaran');
    expect(out).toContain('2021: 112,35 Sangat Baik\n  SE MenPANRB 3/2021: nilai integrasi resmi');
    expect(out).toContain('2023: Baik\n  PermenPANRB 6/2022: hasil kerja di atas ekspektasi');
    expect(out).not.toContain(nip(1));
  });

  it('prints one JSON document without any full NIP', async () => {
    const { code, out, err, json } = await shell.run('evaluate', SAMPLE, '--json');
    expect([code, err]).toEqual([0, '']);
    const data = json() as { ok: boolean; evaluations: Record<string, unknown>[] };
    expect(data.ok).toBe(true);
    expect(data.evaluations[0]).toMatchObject({
      ...{ period: '2019', regime: 'pp46', value: 87.96, predicate: 'good', unverified: false },
      parts: { plan: 89.53, behaviour: 85.6, activities: [88.67, 84.25, 87.67, 93.56] },
    });
    expect(data.evaluations.find(({ unverified }) => unverified)).toMatchObject({ period: '2021' });
    expect(data.evaluations.at(-1)).toMatchObject({ regime: 'p2022', value: null, predicate: 'good' });
    expect(out).not.toContain(nip(1));
  });

  it('refuses numbers of 2022 and later, names line and column, and still evaluates the others', async () => {
    const rows = [
      `${nip(1)},Siti,2022,skp,,95`,
      `${nip(2)},Budi,2020,skp,,90`,
      `${nip(2)},Budi,2020,perilaku,,80`,
      `${nip(3)},Ani,2021-03-01..2021-09-30,skp,,90`,
    ];
    const file = shell.file('e.csv', head + rows.join('\n'));
    const { code, out, err } = await shell.run('evaluate', file);
    expect(code).toBe(1);
    expect(out.split('\n')[0]).toBe('Budi (1986••••••••••1002), 2020: 86,00 Baik');
    expect(err.split('\n')).toEqual([
      'Baris 2, kolom bagian: "skp": sejak 2022 tidak ada angka yang dihitung (PermenPANRB 6/2022). Hapus; tulis rating hasil kerja dan perilaku, atau predikatnya.',
      'Baris 5, kolom periode: aturan berganti pada 2021-07-01, di tengah periode 2021-03-01..2021-09-30. Pisahkan menjadi dua periode, sebelum dan sejak tanggal itu.',
      '2 masalah; 1 evaluasi lain dihitung. Perbaiki berkasnya, lalu ulangi.',
      '',
    ]);
  });

  it('speaks English when the agency does', async () => {
    const english = createShell({ AGENCY_LOCALE: 'en' });
    const good = await english.run('evaluate', SAMPLE);
    expect(good.out.split('\n')[0]).toBe('Siti Aminah (1986••••••••••1001), 2019: 87.96 Good');
    const { err } = await english.run(
      'evaluate',
      english.file('e.csv', `${head}${nip(1)},Siti,2022,skp,,95`),
    );
    expect(err).toContain('Line 2, column bagian: "skp": no number is computed since 2022');
    english.remove();
  });

  it('weighs 60/40 where that is asked', async () => {
    const rows = `${nip(1)},S,2021-H2,skp,,60\n${nip(1)},S,2021-H2,perilaku,,72\n`;
    const file = shell.file('e.csv', head + rows);
    expect((await shell.run('evaluate', file, '--weights', '60/40')).out).toContain('64,80 Kurang');
    const wrong = await shell.run('evaluate', file, '--weights', '50/50');
    expect([wrong.code, wrong.err]).toEqual([
      ...[1, 'Bobot "50/50" tidak dikenal. Pakai 70/30 atau 60/40.\n'],
    ]);
  });

  it('uses the agency’s own conversion table, and says what is wrong with it', async () => {
    const rows = `${nip(1)},S,2021,periode_1,,90\n${nip(1)},S,2021,periode_2,,100\n`;
    const file = shell.file('e.csv', head + rows);
    const columns = 'dari,sampai,nilai_dari,nilai_sampai\n';
    const own = shell.file('k.csv', `${columns}0,100,0,120\n`);
    const found = await shell.run('evaluate', file, '--conversion', own);
    expect(found.out).toContain('2021: 104,00 Baik');
    expect(found.out).not.toContain('Perhatian');
    const wrong = await shell.run(
      'evaluate',
      file,
      '--conversion',
      shell.file('w.csv', `${columns}9,1,0,120`),
    );
    expect(wrong.code).toBe(1);
    expect(wrong.err).toContain('Baris 2, kolom dari: akhir rentang ini tidak di atas awalnya');
  });

  it('ends with 1 for a file that is not there, with 2 for wrong usage, and has help', async () => {
    expect(await shell.run('evaluate', `${shell.folder}/none.csv`)).toMatchObject({ code: 1, out: '' });
    expect((await shell.run('evaluate')).code).toBe(2);
    const { code, out } = await shell.run('evaluate', '--help');
    expect(code).toBe(0);
    expect(out).toContain('data-files/evaluate-sample.csv');
  });
});
