import type { NoChosenTime } from '../core/chosen-time.ts';
import type { ReminderLevel } from '../core/model.ts';
import type { NoSnooze, Snooze } from '../core/snooze.ts';
import { stop } from './stop.ts';

/** Indonesian texts about prompts: asking, putting off, choosing, explaining, and the supervisor's list. */
export const promptsId = {
  last: (cutOff: string, left: string) => `Batas lapor ${cutOff}, ${left} lagi.`,
  lastBody: (date: string) =>
    `Kegiatan ${date} belum kami terima. Bila sempat, satu pesan singkat sudah cukup:`,
  back: () => 'Selamat bertugas kembali.',
  drafts: (n: number) => `${n} draf hari ini belum disimpan; Lapor sekarang menampilkannya.`,
  again: () => 'Sesuai permintaan Bapak/Ibu, saya ingatkan lagi.',
  at: (time: string) => `pukul ${time}`,
  atDay: (day: string, time: string) => `${day} pukul ${time}`,
  snooze: {
    button: (choice: Snooze) =>
      ({ minutes: 'Tunda 15 menit', hour: 'Tunda 1 jam', work: 'Usai jam kerja' })[choice],
    done: (at: string) => `Baik, saya ingatkan lagi ${at}.`,
    already: (at: string) => `Sudah dicatat: saya ingatkan lagi ${at}.`,
    refused: (problem: NoSnooze, at: string, quiet: string, cutOff: string) =>
      ({
        quiet: `Saat itu (${at}) sudah masuk jam tenang (${quiet}), jadi tidak bisa ditunda sampai sana.`,
        closed: `Batas lapor ${cutOff}, jadi tidak bisa ditunda sampai ${at}.`,
        work_over: 'Jam kerja hari ini sudah selesai.',
      })[problem],
    others: () => 'Yang masih bisa:',
    reportNow: () => 'Silakan lapor sekarang; satu pesan saja cukup.',
  },
  done: {
    date: (date: string) => date,
    reported: (at: string) => `Sudah dilaporkan ${at}. Terima kasih.`,
    absent: (kind: string) => `${kind}: tidak perlu melapor.`,
    holiday: (name: string) => `Hari libur: ${stop(name)}`,
    dayOff: () => 'Bukan hari kerja: tidak perlu melapor.',
    closed: (cutOff: string) => `Batas lapor sudah lewat (${cutOff}).`,
  },
  settings: {
    title: () => 'Pengingat',
    today: () => 'Hari ini',
    tomorrow: () => 'Besok',
    at: (times: string) => `pukul ${times}, bila belum ada laporan`,
    over: () => 'tidak ada lagi pengingat',
    none: (why: string) => `tidak diingatkan (${why})`,
    reported: () => 'laporan sudah masuk',
    level: (level: ReminderLevel) =>
      ({
        once: 'sekali sehari',
        normal: 'biasa, seperti aturan unit',
        more: 'lebih sering, sekali lagi satu jam kemudian',
      })[level],
    button: (level: ReminderLevel) => ({ once: 'Sekali', normal: 'Biasa', more: 'Lebih sering' })[level],
    how: () => 'Seberapa sering',
    time: () => 'Pengingat pertama',
    byUnit: (time: string) => `${time}, menurut aturan unit`,
    byChoice: (time: string) => `${time}, pilihan sendiri`,
    budget: (messages: number) => `Janji kami: paling banyak ${messages} pesan sehari atas prakarsa kami.`,
    quiet: (from: string, to: string) => `Tidak ada pesan antara pukul ${from} dan ${to}.`,
    howto: (command: string) =>
      `Waktu sendiri: ketik ${command} 16.30. Kembali ke aturan unit: ${command} biasa.`,
    changed: () => 'Pilihan disimpan.',
    fromTomorrow: () => 'Untuk hari ini waktunya sudah lewat; berlaku mulai hari kerja berikutnya.',
    notAsked: () => 'Bapak/Ibu tidak diminta melapor, jadi tidak ada pengingat.',
    refused: (problem: NoChosenTime, given: string, from: string, to: string, command: string) =>
      ({
        unclear: `"${given}" belum terbaca. Tulis misalnya ${command} 16.30, ${command} sekali, ${command} biasa, atau ${command} sering.`,
        before_work: `Pukul ${given} jam kerja belum mulai. Pilih waktu antara ${from} dan ${to}.`,
        quiet: `Pukul ${given} termasuk jam tenang. Pilih waktu antara ${from} dan ${to}.`,
        too_late: `Pukul ${given} terlalu dekat dengan batas lapor. Pilih waktu antara ${from} dan ${to}.`,
      })[problem],
  },
  why: {
    title: () => 'Mengapa (tidak) diingatkan',
    digests: () => 'Daftar tim',
    noRecordOf: (dates: string) => `Tidak ada catatan untuk ${dates}.`,
    noRecord: () => 'tidak ada catatan.',
    notYet: () => 'belum ada yang diputuskan.',
    future: () => 'Tanggal itu belum tiba. Ketik pengingat untuk melihat rencananya.',
    badDate: () => 'Tanggalnya belum terbaca. Contoh: kenapa 23/11, kenapa kemarin.',
    and: () => 'dan',
    prompted: (wish: boolean): string =>
      wish ? 'diingatkan lagi, atas permintaan sendiri.' : 'diingatkan, karena belum ada laporan.',
    promptedLater: (wish: boolean, time: string) =>
      wish
        ? `diingatkan lagi atas permintaan sendiri, baru terkirim pukul ${time}.`
        : `diingatkan, karena belum ada laporan; baru terkirim pukul ${time}.`,
    planned: () => 'akan diingatkan lagi, atas permintaan sendiri.',
    waiting: () => 'akan diingatkan, karena belum ada laporan; pesannya belum terkirim.',
    dropped: (why: string) => `dibatalkan sesaat sebelum dikirim, karena ${why}.`,
    failed: (why: string) => `pengingat tidak terkirim, karena ${why}.`,
    skipped: (why: string) => `tidak diingatkan, karena ${why}.`,
    reason: {
      reported: () => 'laporan sudah masuk',
      absent: (kind: string | null) => `tercatat ${kind ?? 'tidak bertugas'}`,
      holiday: (name: string) => `hari libur (${name})`,
      weekend: () => 'bukan hari kerja',
      off_duty: () => 'bebas tugas menurut jadwal',
      not_linked: () => 'akun belum terhubung',
      joined_later: () => 'baru terdaftar setelah waktu itu',
      snoozed: () => 'pengingat sedang ditunda atas permintaan sendiri',
      too_late: () => 'terlewat saat sistem tidak berjalan',
      late_to_send: () => 'baru bisa terkirim lama setelah waktunya',
      chosen_later: () => 'waktu pilihan sendiri sudah lewat ketika dipilih',
      closed: () => 'batas lapor sudah lewat',
      unreachable: () => 'bot diblokir atau akun tidak aktif',
      inactive: () => 'pegawai tidak aktif lagi',
      unknown: () => 'ada gangguan pengiriman',
    },
    digest: {
      sent: (date: string, when: string) => `Daftar ${date}: dikirim ${when}.`,
      waiting: (date: string) => `Daftar ${date}: sudah disiapkan, belum terkirim.`,
      none: (date: string) => `Daftar ${date}: tidak ada, karena tidak ada yang wajib melapor.`,
      not_linked: (date: string) => `Daftar ${date}: tidak dikirim, karena akun belum terhubung.`,
      failed: (date: string) => `Daftar ${date}: tidak terkirim.`,
    },
  },
  digest: {
    title: (date: string) => `Laporan tim, ${date}`,
    titleMany: () => 'Laporan tim',
    reported: (n: number, all: number) => `Sudah melapor: ${n} dari ${all}`,
    late: () => 'terlambat',
    excused: () => 'susulan, alasannya diterima',
    missing: (n: number) => `Belum ada laporan: ${n}`,
    extended: () => 'Masih dalam perpanjangan batas lapor',
    until: (when: string) => `sampai ${when}`,
    absent: () => 'Tidak bertugas',
    more: (n: number) => `dan ${n} orang lagi`,
    private: () =>
      'Hanya Bapak/Ibu yang menerima daftar ini. Laporan yang menyusul akan ditambahkan di sini.',
    nobody: () => 'Tidak ada lagi pegawai Bapak/Ibu yang wajib melapor pada hari itu.',
  },
};
