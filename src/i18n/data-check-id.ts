import type { Finding } from '../core/staffing/data-check.ts';

const found: Record<Finding, string> = {
  unit_leader: 'Unit tanpa pimpinan',
  no_supervisor: 'Tanpa atasan',
  supervisor_left: 'Atasannya sudah tidak aktif',
  supervisor_loop: 'Atasannya berputar',
  supervisor_apart: 'Atasannya belum terhubung',
  not_linked: 'Belum terhubung',
  level: 'Jenjang jabatan belum diketahui',
  no_plan: 'Belum punya SKP yang disepakati',
  no_results: 'SKP tanpa RHK',
  no_measures: 'RHK tanpa indikator',
  no_targets: 'Indikator tanpa target',
};
const mend: Record<Finding, string> = {
  unit_leader: 'Isi kolom memimpin pada berkas pegawai, lalu impor.',
  no_supervisor: 'Tetapkan atasannya dengan perintah atasan.',
  supervisor_left: 'Tetapkan atasan baru dengan perintah atasan.',
  supervisor_loop: 'Betulkan atasan salah satunya dengan perintah atasan.',
  supervisor_apart: 'Kirim undangan kepada atasannya.',
  not_linked: 'Kirim undangan.',
  level: 'Isi kolom jenjang pada berkas pegawai, lalu impor.',
  no_plan: 'Pegawai mengajukan SKP, atasannya menyepakati.',
  no_results: 'Pegawai melengkapi RHK pada SKP-nya.',
  no_measures: 'Pegawai melengkapi indikator pada SKP-nya.',
  no_targets: 'Pegawai melengkapi target pada SKP-nya.',
};

/** Indonesian texts of the check before a cycle starts. */
export const dataCheckId = {
  title: (year: number, where: string | null) => `Kesiapan ${year}${where ? `, ${where}` : ''}`,
  people: (ready: number, all: number) => `${ready} dari ${all} pegawai siap.`,
  ready: () => 'Semua data siap.',
  mend: (finding: Finding) => mend[finding],
  names: (finding: Finding, n: number) => `${found[finding]} (${n})`,
  page: (n: number, all: number) => `Halaman ${n} dari ${all}`,
  none: () => 'Tidak ada lagi; semuanya sudah lengkap.',
  earlier: () => 'Sebelumnya',
  later: () => 'Berikutnya',
  remind: () => 'Mulai pengingat administratif',
  usage: () => 'Tulis: periksa, periksa 2027, atau periksa 2027 nama unit.',
  unknownUnit: (text: string, names: string) =>
    `Unit "${text}" tidak ada${names ? `; mungkin ${names}` : ''}. Tulis nama unit seperti di data pegawai.`,
};
