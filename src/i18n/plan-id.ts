import type { PlanReason, PlanStatus } from '../core/plan/version.ts';
import { behaviourId } from './behaviour-id.ts';
import { planCheckId } from './plan-check-id.ts';
import { planFormId } from './plan-form-id.ts';
import { stop } from './stop.ts';

/** Indonesian texts about plans (SKP). */
export const planId = {
  behaviour: behaviourId,
  check: planCheckId,
  form: planFormId,
  title: (year: number) => `SKP ${year}`,
  titleOf: (year: number, name: string) => `SKP ${year}: ${name}`,
  draftTitle: (year: number, version: number) => `SKP ${year}, rancangan versi ${version}`,
  none: (year: number) =>
    `SKP ${year} belum ada di Tutur. Susun di sini, atau minta bagian kepegawaian memasukkannya.`,
  notInForce: (year: number) =>
    `Belum ada SKP ${year} yang berlaku; susun lewat skp, lalu minta atasan menyetujuinya.`,
  absent: (year: number) => `SKP ${year} tidak ada di Tutur; bagian kepegawaian dapat memasukkannya.`,
  noneOf: (name: string, year: number) =>
    `SKP ${year} ${name} belum ada di Tutur; ${name} perlu menyusunnya dulu.`,
  empty: () => 'Rancangan ini masih kosong. Mulai dengan menambah RHK.',
  target: (target: string) => `target ${target}`,
  due: (date: string) => `tenggat ${date}`,
  main: () => 'Hasil kerja utama',
  additional: () => 'Hasil kerja tambahan',
  supportsResult: (number: number | null, title: string | null) =>
    `mendukung RHK ${number ?? ''} atasan${title ? `: ${title}` : ''}`,
  supportsGoal: (number: number | null, title: string | null) =>
    `mendukung sasaran unit ${number ?? ''}${title ? `: ${title}` : ''}`,
  inForce: (from: string, to: string | null) =>
    to ? `Berlaku ${from} sampai ${to}` : `Berlaku mulai ${from}`,
  version: (number: number) => `versi ${number}`,
  approach: (name: string) => `Pendekatan ${name.toLowerCase()}.`,
  status: (status: PlanStatus) =>
    ({
      draft: 'rancangan',
      proposed: 'diajukan',
      returned: 'dikembalikan',
      agreed: 'disetujui',
      withdrawn: 'tidak dipakai',
    })[status],
  reason: (reason: PlanReason) =>
    ({
      first: 'awal tahun',
      expectation: 'ekspektasi baru',
      move: 'pindah unit atau jabatan',
      import: 'dimasukkan bagian kepegawaian',
    })[reason],
  state: {
    draft: () => 'Belum diajukan. Kegiatan tetap memakai SKP yang berlaku.',
    proposed: (name: string) => stop(`Sudah diajukan; menunggu keputusan ${name}`),
    returned: (name: string) => `Dikembalikan oleh ${name}; perbaiki, lalu ajukan lagi.`,
    incomplete: () => 'Masih ada yang perlu dilengkapi; pilih Periksa.',
    ready: () => 'Sudah lengkap dan dapat diajukan.',
  },
  annexes: {
    title: (year: number) => `Lampiran SKP ${year}`,
    resources: () => 'Dukungan sumber daya',
    accountability: () => 'Skema pertanggungjawaban',
    consequences: () => 'Konsekuensi',
    empty: () => 'belum diisi',
  },
  behaviours: {
    title: (year: number) => `Perilaku kerja SKP ${year}`,
    expectation: (text: string) => `Ekspektasi khusus: ${text}`,
    howto: () => 'Ekspektasi khusus ditetapkan atasan saat memeriksa usulan SKP.',
    heading: () => 'Ekspektasi khusus pimpinan',
  },
  versions: {
    title: (year: number) => `Versi SKP ${year}`,
    line: (status: string, reason: string) => `${status} (${reason})`,
    agreedBy: (name: string) => `disetujui ${name}`,
  },
  changes: {
    title: () => 'Perubahan dari SKP yang berlaku',
    added: (numbers: string) => `baru: RHK ${numbers}`,
    changed: (numbers: string) => `berubah: RHK ${numbers}`,
    removed: (numbers: string) => `dihapus: RHK ${numbers}`,
    rest: () => 'pendekatan, ekspektasi, atau lampiran berubah',
    nothing: () => 'tidak ada perubahan',
  },
  which: () => 'RHK yang mana?',
  started: (year: number) => `Rancangan SKP ${year} dimulai. Yang sudah diisi selalu tersimpan.`,
  changeStarted: (date: string) =>
    `Perubahan dimulai dari SKP yang berlaku, untuk berlaku mulai ${date}. Yang lama tetap berlaku sampai perubahan disetujui.`,
  removed: (number: number) => `RHK ${number} dihapus dari rancangan.`,
  removeSure: (number: number, title: string) => `Hapus RHK ${number} (${title}) dari rancangan?`,
  discardSure: () => 'Buang rancangan ini? SKP yang berlaku tidak berubah.',
  discarded: () => 'Rancangan dibuang. SKP yang berlaku tidak berubah.',
  proposedTo: (name: string) => stop(`SKP diajukan kepada ${name}`),
  withdrawnFrom: (name: string) => `Usulan ditarik dari ${name}; rancangan dapat diubah lagi.`,
  refused: {
    notYours: () => 'SKP ini bukan milik Bapak/Ibu; hanya pemiliknya yang dapat mengubahnya.',
    onlySupervisor: (name: string) => `Hanya atasan langsung ${name} saat ini yang dapat memutuskan SKP-nya.`,
    noSupervisor: () =>
      'Atasan belum tercatat; bagian kepegawaian perlu mencatatnya sebelum SKP dapat diajukan.',
    notInForce: (year: number) =>
      `Belum ada SKP ${year} yang berlaku untuk diubah; susun dan ajukan dulu rancangannya.`,
    noDraft: (year: number) => `Tidak ada rancangan SKP ${year}; ketik skp ubah untuk memulainya.`,
    stillDraft: (name: string) => `SKP ini masih rancangan; ${name} perlu mengajukannya dulu.`,
    returned: (name: string) =>
      `SKP ini sudah dikembalikan; ${name} perlu memperbaiki dan mengajukannya lagi.`,
    withdrawn: (name: string) => `Rancangan ini tidak dipakai lagi; ${name} perlu mengajukan yang baru.`,
    agreed: (name: string, date: string) => stop(`Sudah disetujui oleh ${name}, ${date}`),
    waiting: (name: string) =>
      `SKP sudah diajukan dan diperiksa ${name}; tarik usulannya dulu bila ingin mengubahnya.`,
    incomplete: () => 'Belum dapat diajukan; lengkapi dulu yang tercantum di bawah ini.',
    unchanged: () =>
      'Rancangan ini sama dengan SKP yang berlaku; ubah sesuatu dulu, atau buang rancangannya.',
    changed: () => 'Usulannya sudah berubah; ini yang terbaru, periksa dulu sebelum menyetujui.',
    date: (earliest: string) =>
      `Tanggal mulai itu tidak bisa dipakai (periode sudah berjalan atau terkunci); pilih tanggal lain, paling awal ${earliest}.`,
    noDate: (year: number) =>
      `Semua periode ${year} sudah terkunci; bagian kepegawaian perlu membukanya dulu.`,
    year: (year: number) => `SKP ${year} belum dapat disusun; pilih tahun ini atau tahun depan.`,
    nobody: (text: string) =>
      `Tidak ada pegawai Bapak/Ibu bernama “${text}”; ketik tim untuk melihat daftarnya.`,
  },
  waiting: {
    title: () => 'Menunggu keputusan Bapak/Ibu',
    line: (name: string, year: number, date: string) => `${name}, SKP ${year}, diajukan ${date}`,
  },
  proposal: {
    title: (year: number, name: string) => `Usulan SKP ${year}: ${name}`,
    from: (date: string, version: number, reason: string) =>
      `Berlaku mulai ${date}, versi ${version}, ${reason}.`,
    howto: () =>
      'Atasan dapat mengisi ekspektasi khusus dan lampiran, bertanya, mengembalikan, atau menyetujui.',
    talk: () => 'Klarifikasi',
    said: (name: string, body: string) => `${name}: ${body}`,
  },
  decided: {
    agreed: (name: string, date: string) => `SKP ${name} disetujui, berlaku mulai ${date}.`,
    returned: (name: string) => `SKP ${name} dikembalikan; alasannya disampaikan.`,
  },
  notice: {
    agreed: (name: string, year: number) => stop(`SKP ${year} disetujui oleh ${name}`),
    returned: (name: string, year: number) => stop(`SKP ${year} dikembalikan oleh ${name}`),
    next: () => 'Perbaiki, lalu ajukan lagi.',
    fixed: () => 'Yang diubah atasan sudah termasuk di dalamnya.',
    question: (name: string, year: number) => stop(`Pertanyaan ${name} tentang usulan SKP ${year}`),
    answer: (name: string, year: number) => stop(`Jawaban ${name} tentang usulan SKP ${year}`),
    move: (year: number, from: string) =>
      `SKP ${year} perlu disesuaikan dengan tugas di tempat baru mulai ${from}. Rancangannya sudah disiapkan.`,
  },
  button: {
    start: (year: number) => `Susun SKP ${year}`,
    copy: (year: number) => `Salin dari SKP ${year}`,
    add: () => 'Tambah RHK',
    results: () => 'Ubah RHK',
    edit: (number: number) => `Ubah RHK ${number}`,
    remove: (number: number) => `Hapus RHK ${number}`,
    removeYes: () => 'Ya, hapus',
    annexes: () => 'Lampiran',
    editAnnexes: () => 'Isi lampiran',
    behaviours: () => 'Perilaku',
    settings: () => 'Pengaturan',
    check: () => 'Periksa',
    propose: () => 'Ajukan',
    withdraw: () => 'Tarik usulan',
    discard: () => 'Buang rancangan',
    discardYes: () => 'Ya, buang',
    open: () => 'Lihat rancangan',
    change: () => 'Ubah SKP',
    versions: () => 'Versi',
    agree: (date: string) => `Setujui mulai ${date}`,
    agreeOn: () => 'Setujui, tanggal lain',
    expectations: () => 'Ekspektasi dan lampiran',
    ask: () => 'Tanya',
    answer: () => 'Jawab',
    show: (name: string) => `Usulan ${name}`,
  },
};
