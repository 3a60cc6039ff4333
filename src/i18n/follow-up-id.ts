import type { Predicate } from '../core/evaluation/content.ts';
import type { FunctionalLevel } from '../core/evaluation/credit-points.ts';
import { functionalLevel } from './functional-level.ts';
import { periodId } from './period-id.ts';
import { predicateId } from './rating-id.ts';

const inUnit = (title: string, unit: string | null) => (unit ? `${title}, ${unit}` : title);

/** What follows from evaluations (credit points, candidates), in Indonesian. */
export const followUpId = {
  onlyHr: () => 'Daftar ini hanya untuk bagian kepegawaian.',
  nothingYet: () =>
    'Belum ada evaluasi yang selesai dinilai. Atasan perlu menilai lebih dulu, atau impor hasil lama dengan import history.',
  noResult: (period: string) =>
    `Belum ada evaluasi ${periodId(period)} yang selesai dinilai. Atasan perlu menilai lebih dulu.`,
  badPeriod: (text: string) =>
    `"${text}" belum terbaca. Tulis tahun, triwulan, atau bulan, lalu nama unit bila perlu. Contoh: kredit 2026, kredit 2026-Q3 Bidang Perencanaan.`,
  badYear: (text: string) =>
    `"${text}" belum terbaca. Tulis tahun, lalu nama unit bila perlu. Contoh: talenta 2026 Bidang Perencanaan.`,
  oldRules: (period: string) =>
    `Untuk ${periodId(period)} angka kredit tidak dihitung dari predikat; aturannya berlaku untuk evaluasi sejak 2022. Tulis periode sejak 2022.`,
  severalUnits: (names: string[]) =>
    `Nama unit itu cocok dengan beberapa unit: ${names.join('; ')}. Tulis satu yang lengkap.`,
  credit: {
    title: (period: string, unit: string | null) => inUnit(`Angka kredit ${periodId(period)}`, unit),
    line: (level: FunctionalLevel, predicate: Predicate, months: number) =>
      `${functionalLevel[level]}, ${predicateId[predicate]}, ${months} bulan`,
    nobody: () => 'Belum ada pegawai dengan evaluasi akhir pada jenjang fungsional.',
    without: (n: number) => `${n} orang pada jenjang yang tidak memakai angka kredit.`,
    basis: () =>
      'Koefisien jenjang × persentase predikat × bulan penuh/12 (PermenPANRB 1/2023). Penetapannya oleh pejabat yang berwenang.',
    button: (n: number) => `Angka kredit (${n})`,
  },
  level: {
    title: (n: number) => `Jenjang belum diketahui: ${n} orang`,
    help: () =>
      'Isi kolom jenjang di berkas pegawai, lalu jalankan import people; setelah itu minta daftar ini lagi.',
    button: (n: number) => `Jenjang belum diketahui (${n})`,
  },
  unrated: {
    title: (period: string, n: number) => `Belum dinilai untuk ${periodId(period)}: ${n} orang`,
    help: () => 'Atasan masing-masing perlu menyelesaikan penilaian periode ini.',
    button: (n: number) => `Belum dinilai (${n})`,
  },
  talent: {
    title: (year: number, n: number, unit: string | null) =>
      inUnit(`Calon talenta ${year}: ${n} orang`, unit),
    basis: (year: number) => `Predikat Sangat Baik pada evaluasi tahunan ${year - 1} dan ${year}.`,
    nobody: () => 'Belum ada.',
    button: (n: number) => `Calon talenta (${n})`,
  },
  award: {
    title: (year: number, n: number, unit: string | null) =>
      inUnit(`Calon penerima penghargaan ${year}: ${n} orang`, unit),
    basis: (year: number) => `Predikat Sangat Baik pada evaluasi tahunan ${year}.`,
    button: (n: number) => `Calon penghargaan (${n})`,
  },
  candidates: () => 'Urut nama, bukan peringkat. Keputusan tetap pada tim dan pejabat yang berwenang.',
  disputed: () => 'keberatan belum diputus',
  page: (page: number, pages: number) => `Halaman ${page} dari ${pages}`,
  earlier: () => 'Sebelumnya',
  later: () => 'Berikutnya',
};
