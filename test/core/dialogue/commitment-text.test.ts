import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCommitment, sideNamed } from '../../../src/core/dialogue/commitment-text.ts';

const facts = {
  employee: 'Siti Aminah, S.Kom.',
  leader: 'Drs. Budi Santoso',
  author: 'leader' as const,
  today: '2026-11-26',
};
const read = (line: string) => readCommitment(line, facts);

describe('a line about what was agreed', () => {
  it.each([
    ['Siti: kirim draf laporan sebelum 10 Des', 'employee', 'kirim draf laporan', '2026-12-10'],
    ['Budi: sediakan data pembanding, 1/12', 'leader', 'sediakan data pembanding', '2026-12-01'],
    [
      'Bu Siti - survei ulang di 3 desa paling lambat Jumat',
      'employee',
      'survei ulang di 3 desa',
      '2026-11-27',
    ],
    ['atasan: tanda tangan SK sampai tanggal 2 Desember 2026.', 'leader', 'tanda tangan SK', '2026-12-02'],
    ['saya: menelepon dinas besok', 'leader', 'menelepon dinas', '2026-11-27'],
    ['10 Des: Siti kirim draf', 'employee', 'kirim draf', '2026-12-10'],
    ['Siti kirim draf (10 Des)', 'employee', 'kirim draf', '2026-12-10'],
    ['kirim draf laporan 2026-12-10', 'employee', 'kirim draf laporan', '2026-12-10'],
    ['Pak Budi, buat jadwal rapat tgl 30', 'leader', 'buat jadwal rapat', '2026-11-30'],
    ['paling lambat 5 Desember Siti menyusun SOP', 'employee', 'menyusun SOP', '2026-12-05'],
    ['menyusun SOP dalam 2 minggu', 'employee', 'menyusun SOP', '2026-12-10'],
    ['menyusun SOP sebelum 5 Desember, bersama tim', 'employee', 'menyusun SOP bersama tim', '2026-12-05'],
    ['Siti Aminah: send the draft by 10 Dec', 'employee', 'send the draft', '2026-12-10'],
    ['finish the report in 3 days', 'employee', 'finish the report', '2026-11-29'],
    ['kirim draf oleh Budi 15 Januari 2027', 'leader', 'kirim draf', '2027-01-15'],
  ])('%s', (line, owner, what, dueOn) => {
    expect(read(line)).toEqual({ owner, what, dueOn });
  });

  it.each([
    ['Siti: kirim 3 dokumen', 'no_due'],
    ['Rudi Hartono: kirim draf sebelum 10 Des', 'owner_unknown'],
    ['Siti: sebelum 10 Des', 'no_what'],
    ['Siti: kirim draf sebelum 10 November', 'due_past'],
    [`Siti: ${'kirim draf '.repeat(30)}sebelum 10 Des`, 'too_long'],
  ])('%s is refused as %s', (line, problem) => {
    expect(read(line)).toMatchObject({ problem });
  });

  it('takes a name only where it fits one of the two', () => {
    const both = { ...facts, employee: 'Siti Aminah', leader: 'Siti Rahma' };
    expect(['siti', 'aminah', 'Ibu Rahma', 'saya', 'Rudi'].map((name) => sideNamed(name, both))).toEqual([
      ...[null, 'employee', 'leader', 'leader', null],
    ]);
  });

  it('never throws, and never promises anything for a day that is over', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'Siti:',
        'Budi',
        'sebelum',
        'tgl',
        '10',
        'Des',
        'Jumat',
        'besok',
        '31/2',
        ',',
        '-',
        '(',
      ),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const result = read(pieces.join(' '));
        if ('what' in result) {
          expect(result.dueOn >= facts.today).toBe(true);
          expect(result.what).not.toBe('');
        }
      }),
    );
  });
});
