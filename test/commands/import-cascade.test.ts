import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createShell } from './shell.ts';

let shell: ReturnType<typeof createShell>;
beforeEach(() => {
  shell = createShell();
});
afterEach(() => shell.remove());

describe('import agreement and import matrix', () => {
  it('take the samples that come with Tutur into the sample agency', async () => {
    await shell.run('demo');
    const goals = await shell.run('import', 'agreement', 'data-files/agreement-sample.csv');
    expect(goals).toMatchObject({ code: 0, err: '' });
    expect(goals.out).toContain('Baru: 1. Berubah: 7. Tetap: 0.');
    expect(goals.out).toContain('+ Dinas Kesehatan 2026, renstra 1: Menurunnya prevalensi stunting (1 IKU)');
    expect(goals.out).toContain('~ Pemerintah Kabupaten Contoh 2026, PK 2: sasaran, IKU');
    const roles = await shell.run('import', 'matrix', 'data-files/matrix-sample.csv', '--dry-run');
    expect(roles).toMatchObject({ code: 0, err: '' });
    expect(roles.out).toContain('I Wayan Sudarma, S.K.M. RHK 1 → Baso Tenri, A.Md.Kep. (1991••••••••••1015)');
    expect(roles.out).toContain('Hanya pratinjau');
    const again = await shell.run('import', 'agreement', 'data-files/agreement-sample.csv', '--json');
    expect(again.json()).toMatchObject({ ok: true, applied: false, unchanged: 8 });
  });

  it.each([
    ['id', 'Baris 2, kolom jenis: jenis "rpjmd" tidak dikenal. Pakai renstra atau pk.'],
    ['en', 'Line 2, column jenis: unknown kind "rpjmd". Use renstra or pk.'],
  ])('say line, column, fault and remedy (%s)', async (locale, line) => {
    const other = createShell({ AGENCY_LOCALE: locale });
    const file = other.file('pk.csv', 'unit,tahun,jenis,nomor,sasaran\nDinas,2026,rpjmd,1,Sasaran\n');
    const { code, err } = await other.run('import', 'agreement', file);
    expect([code, err]).toEqual([1, expect.stringContaining(line)]);
    other.remove();
  });

  it('never print a full NIP', async () => {
    await shell.run('demo');
    const [leader, other] = ['197105092001122001', '199810032024211021'];
    const file = shell.file(
      'matriks.csv',
      `atasan_nip,rhk_no,nip,kontribusi,metode,tahun\n${leader},1,${other},Laporan,tidak langsung,2026\n`,
    );
    const { err } = await shell.run('import', 'matrix', file);
    expect(err).toContain('Baris 2, kolom nip: atasan pegawai 1998••••••••••1021 bukan atasan di baris ini');
    expect(err).not.toContain(other);
  });
});
