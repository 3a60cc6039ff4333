import { describe, expect, it } from 'vitest';
import { bareCommand } from '../../src/app/bare-command.ts';

const read = (text: string) => bareCommand(text, '2026-11-25');

describe('a command without its slash', () => {
  it.each([
    ['evaluasi 2026-Q3', 'evaluasi', '2026-Q3'],
    ['Evaluation 2021', 'evaluasi', '2021'],
    ['evaluasi tim', 'evaluasi', 'tim'],
    ['aksi 2026-Q1', 'aksi', '2026-Q1'],
    ['capaian Bidang Perencanaan 2026-Q1', 'capaian', 'Bidang Perencanaan 2026-Q1'],
    ['pola Bidang Perencanaan 2026-q1', 'pola', 'Bidang Perencanaan 2026-q1'],
    ['kunci 2026-Q1', 'kunci', '2026-Q1'],
    ['buka 2026-Q1 Bidang A Rating Keliru', 'buka', '2026-Q1 Bidang A Rating Keliru'],
    ['kredit 2026-Q3 Bidang Perencanaan', 'kredit', '2026-Q3 Bidang Perencanaan'],
    ['dialog tindak lanjut', 'dialog', 'tindak lanjut'],
    ['pengingat administratif', 'pengingat', 'administratif'],
    ['umpanbalik Siti Aminah, S.T.', 'umpanbalik', 'Siti Aminah, S.T.'],
    ['umpanbalik catatan', 'umpanbalik', 'catatan'],
    ['feedback notes', 'umpanbalik', 'catatan'],
    ['periksa', 'periksa', ''],
    ['talent', 'talenta', ''],
  ])('is understood as the texts show it: %s', (text, name, args) => {
    expect(read(text)).toEqual({ name, args });
  });

  it.each([
    'Evaluasi kinerja 2026',
    'Evaluasi program 08.00-10.00',
    'aksi bersih pantai',
    'Dialog dengan warga',
    'Pola tanam padi 08.00-09.00 2026',
    'Umpan balik laporan kepada tim',
    'Feedback atas laporan kinerja mingguan',
    'umpanbalik 08.00-09.00 rapat',
    'buka puasa bersama',
    'Periksa berkas masuk',
    'keluar kota',
  ])('is not made of an activity: %s', (text) => {
    expect(read(text)).toBeNull();
  });
});
