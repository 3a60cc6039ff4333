import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allPeople } from '../../db/queries/people.ts';
import { nip } from '../core/import/builders.ts';
import { createShell } from './shell.ts';

let shell: ReturnType<typeof createShell>;
beforeEach(() => {
  shell = createShell();
});
afterEach(() => shell.remove());

const sound = `nip,nama,unit,jabatan\n${nip(1)},Siti Aminah,Umum,Analis\n`;
const faulty = `nip,nama,unit,peran\n${nip(1)},Siti Aminah,Umum,bos\n${nip(2)}9,Budi,,\n`;

describe('import people', () => {
  it('says what changes, then stores it', async () => {
    const file = shell.file('people.csv', sound);
    const first = await shell.run('import', 'people', file);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('Baru: 1. Berubah: 0. Tetap: 0.');
    const changed = shell.file('changed.csv', sound.replace('Analis', 'Arsiparis'));
    const second = await shell.run('import', 'people', changed);
    expect(second.out).toContain('~ Siti Aminah (1986••••••••••1001): jabatan Analis → Arsiparis');
  });

  it('names line, column, fault and remedy of every problem, and stores nothing', async () => {
    const { code, out, err } = await shell.run('import', 'people', shell.file('people.csv', faulty));
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err.split('\n')).toEqual([
      'Baris 2, kolom peran: peran "bos" tidak dikenal. Pakai pegawai, hr, admin, atau pengamat; beberapa peran digabung dengan +.',
      'Baris 3, kolom unit: sel ini kosong. Isi kolom unit.',
      'Baris 3, kolom nip: "1986•••••••••••0029": 19 digit, padahal NIP terdiri dari 18 digit. Ketik NIP lengkap.',
      '3 masalah; tidak ada yang disimpan. Perbaiki berkasnya, lalu impor lagi.',
      '',
    ]);
    expect(await shell.withStore((store) => store.all(allPeople()))).toEqual([]);
  });

  it('speaks English when the agency does', async () => {
    const english = createShell({ AGENCY_LOCALE: 'en' });
    const { err } = await english.run('import', 'people', english.file('people.csv', faulty));
    expect(err).toContain('Line 3, column unit: this cell is empty. Fill in unit.');
    english.remove();
  });

  it('prints one JSON document and nothing else, without any full NIP', async () => {
    for (const text of [sound, faulty]) {
      const { out, err, json } = await shell.run(
        'import',
        'people',
        shell.file('people.csv', text),
        '--json',
      );
      expect(json()).toMatchObject({ ok: text === sound, applied: text === sound });
      expect(err).toBe('');
      expect(out).not.toContain(nip(1));
      expect(out).not.toContain(nip(2));
    }
  });

  it('stores nothing with --dry-run', async () => {
    const { out } = await shell.run('import', 'people', shell.file('people.csv', sound), '--dry-run');
    expect(out).toContain('Hanya pratinjau');
    expect(await shell.withStore((store) => store.all(allPeople()))).toEqual([]);
  });

  it('ends with 1 for a file that is not there, and with 2 for wrong usage', async () => {
    const missing = await shell.run('import', 'people', `${shell.folder}/none.csv`);
    expect(missing).toMatchObject({ code: 1, out: '' });
    expect(missing.err).toContain('tidak ada');
    expect((await shell.run('import', 'people')).code).toBe(2);
    expect((await shell.run('import', 'cats', 'x')).code).toBe(2);
    expect((await shell.run('import', 'people', '--help')).code).toBe(0);
  });
});

describe('import actions', () => {
  const plans = `nip,tahun,rhk_no,rhk,iki\n${nip(1)},2026,1,Laporan,Jumlah\n`;
  const file = (...rows: string[]) =>
    [
      'nip,tahun,rhk_no,periode,rencana_aksi,target,satuan',
      ...rows.map((row) => `${nip(1)},2026,${row}`),
    ].join('\n');

  it('shows what is new, by person, without any full NIP', async () => {
    await shell.run('import', 'people', shell.file('people.csv', sound));
    await shell.run('import', 'plans', shell.file('plans.csv', plans));
    const actions = shell.file('actions.csv', file('1,2026-Q4,Menyusun draf,3,dokumen'));
    const { code, out } = await shell.run('import', 'actions', actions);
    expect(code).toBe(0);
    expect(out).toContain(
      '~ Siti Aminah (1986••••••••••1001), 2026\n  + 2026-Q4 RHK 1: Menyusun draf (3 dokumen)',
    );
    expect(await shell.run('import', 'actions', actions)).toMatchObject({ code: 0 });
    const changed = shell.file('changed.csv', file('1,2026-Q4,Menyusun draf,4,dokumen'));
    const { json } = await shell.run('import', 'actions', changed, '--dry-run', '--json');
    expect(json()).toMatchObject({
      ok: true,
      applied: false,
      people: [{ changed: [{ workResultNumber: 1 }] }],
    });
  });

  it('says in both languages what is wrong in each row', async () => {
    const rows = file('1,besok,Menyusun draf,,', '1,2025-Q4,Menyusun draf,,');
    await shell.run('import', 'people', shell.file('people.csv', sound));
    const { code, err } = await shell.run('import', 'actions', shell.file('actions.csv', rows));
    expect(code).toBe(1);
    expect(err.split('\n')).toEqual([
      'Baris 2, kolom periode: "besok" bukan bulan atau triwulan. Tulis seperti 2026-03 (bulan) atau 2026-Q1 (triwulan).',
      'Baris 3, kolom periode: periode "2025-Q4" tidak termasuk tahun 2026. Samakan tahun dan periodenya.',
      '2 masalah; tidak ada yang disimpan. Perbaiki berkasnya, lalu impor lagi.',
      '',
    ]);
    const english = createShell({ AGENCY_LOCALE: 'en' });
    await english.run('import', 'people', english.file('people.csv', sound));
    const answer = await english.run('import', 'actions', english.file('a.csv', file('1,2026-Q4,Draft,,')));
    expect(answer.err).toContain('Line 2, column rhk_no: there is no RHK 1 in this person’s plan of 2026.');
    english.remove();
  });
});

describe('import plans and holidays', () => {
  it('describes plans by person and work result', async () => {
    await shell.run('import', 'people', shell.file('people.csv', sound));
    const head = 'nip,tahun,rhk_no,rhk,iki\n';
    const line = (n: number, title: string) => `${nip(1)},2026,${n},${title},Jumlah\n`;
    await shell.run('import', 'plans', shell.file('plans.csv', head + line(1, 'Satu') + line(2, 'Dua')));
    const news = head + line(1, 'Satu baru') + line(3, 'Tiga');
    const { out } = await shell.run('import', 'plans', shell.file('news.csv', news));
    expect(out).toContain('Baru: 0. Berubah: 1. Tetap: 0.');
    expect(out).toContain('  + RHK 3: Tiga');
    expect(out).toContain('  ~ RHK 1: uraian');
    expect(out).toContain('  - RHK 2: Dua');
  });

  it('reads the calendar that is shipped', async () => {
    const { code, json } = await shell.run('import', 'holidays', 'data-files/holidays.csv', '--json');
    expect(code).toBe(0);
    expect(json()).toMatchObject({ applied: true, problems: [] });
  });
});

describe('import holidays and shifts', () => {
  it('describes days, spans and what is taken back, with the unit', async () => {
    await shell.run('import', 'people', shell.file('people.csv', sound));
    const head = 'tanggal,sampai,nama,jenis,unit,status\n';
    const days = `${head}2026-12-24,,Cuti bersama,cuti_bersama,,\n2026-11-30,,Hari Jadi,libur_daerah,umum,\n`;
    const first = await shell.run(
      ...(['import', 'holidays'] as const),
      shell.file('h.csv', `${days}2027-02-08,2027-03-09,Ramadan 1448,ramadan,,sementara\n`),
    );
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out.split('\n').slice(0, 4)).toEqual([
      'Baru: 3. Berubah: 0. Tetap: 0.',
      '+ 2026-12-24 Cuti bersama',
      '+ 2026-11-30 Hari Jadi (Umum)',
      '+ 2027-02-08..2027-03-09 Ramadan 1448',
    ]);
    const news = `${head}2026-12-24,,,,,batal\n2027-02-09,2027-03-10,Ramadan 1448,ramadan,,pasti\n`;
    const second = await shell.run('import', 'holidays', shell.file('news.csv', news));
    expect(second.out.split('\n').slice(0, 4)).toEqual([
      'Baru: 1. Berubah: 0. Dihapus: 2. Tetap: 0.',
      '- 2026-12-24 Cuti bersama',
      '+ 2027-02-09..2027-03-10 Ramadan 1448',
      '- 2027-02-08..2027-03-09 Ramadan 1448',
    ]);
    const again = await shell.run('import', 'holidays', shell.file('news.csv', news));
    expect(again.out).toContain('Tidak ada yang berubah.');
  });

  it('describes duties without any full NIP, and names faults by line and column', async () => {
    await shell.run('import', 'people', shell.file('people.csv', sound));
    const head = 'nip,tanggal,mulai,selesai\n';
    const file = shell.file(
      's.csv',
      `${head}${nip(1)},2026-11-23,21:00,07:00\n${nip(1)},2026-11-24,libur,\n`,
    );
    const preview = await shell.run('import', 'shifts', file, '--dry-run');
    expect(preview.out).toContain('Hanya pratinjau');
    const { out } = await shell.run('import', 'shifts', file);
    expect(out.split('\n').slice(0, 3)).toEqual([
      'Baru: 2. Berubah: 0. Tetap: 0.',
      '+ Siti Aminah (1986••••••••••1001), 2026-11-23: 21.00–07.00',
      '+ Siti Aminah (1986••••••••••1001), 2026-11-24: lepas dinas',
    ]);
    const faulty = shell.file('f.csv', `${head}${nip(1)},2026-11-23,7.3,\n${nip(2)},2026-11-24,off,\n`);
    const { code, err } = await shell.run('import', 'shifts', faulty);
    expect([code, err.split('\n')]).toEqual([
      1,
      [
        'Baris 2, kolom mulai: "7.3" bukan jam. Tulis seperti 07:30 (di Excel: format kolom Teks), atau libur di kolom mulai.',
        'Baris 2, kolom selesai: sel ini kosong. Isi kolom selesai.',
        'Baris 3, kolom nip: pegawai 1986••••••••••1002 belum ada di Tutur. Impor berkas pegawai lebih dulu (import people), atau betulkan NIP-nya.',
        '3 masalah; tidak ada yang disimpan. Perbaiki berkasnya, lalu impor lagi.',
        '',
      ],
    ]);
  });
});

describe('import history', () => {
  const head = 'nip,periode,nilai,predikat,sumber\n';

  it('describes results without any full NIP, and stores the official value of 2021 as it is', async () => {
    await shell.run('import', 'people', shell.file('people.csv', sound));
    const rows = `${nip(1)},2021,"105,85",,SIASN\n${nip(1)},2024,,sangat baik,\n`;
    const file = shell.file('h.csv', head + rows);
    const preview = await shell.run('import', 'history', file, '--dry-run');
    expect(preview.out).toContain('Hanya pratinjau');
    const { code, out, err } = await shell.run('import', 'history', file);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').slice(0, 3)).toEqual([
      'Baru: 2. Berubah: 0. Tetap: 0.',
      '+ Siti Aminah (1986••••••••••1001), 2021: 105,85 Baik',
      '+ Siti Aminah (1986••••••••••1001), 2024: Sangat Baik',
    ]);
    const news = shell.file('n.csv', `${head}${nip(1)},2021,106,,SIASN\n${nip(1)},2024,,sangat baik,BKN\n`);
    expect((await shell.run('import', 'history', news)).out.split('\n').slice(1, 3)).toEqual([
      '~ Siti Aminah (1986••••••••••1001), 2021: 105,85 Baik → 106,00 Baik (nilai)',
      '~ Siti Aminah (1986••••••••••1001), 2024: sumber',
    ]);
  });

  it('refuses a number of 2022 and later in both languages', async () => {
    const english = createShell({ AGENCY_LOCALE: 'en' });
    for (const [one, sentence] of [
      [shell, 'Baris 2, kolom nilai: "95": sejak 2022 tidak ada angka yang dihitung'],
      [english, 'Line 2, column nilai: "95": no number is computed since 2022'],
    ] as const) {
      await one.run('import', 'people', one.file('people.csv', sound));
      const { code, err } = await one.run(
        ...(['import', 'history', one.file('h.csv', `${head}${nip(1)},2024,95,baik,\n`)] as const),
      );
      expect([code, err]).toEqual([1, expect.stringContaining(sentence)]);
    }
    english.remove();
  });
});
