import type { AbsenceLimit } from '../core/absence-limits.ts';
import type { AbsenceTextProblem } from '../core/absence-text.ts';
import type { AbsenceKind } from '../core/model.ts';
import { stop } from './stop.ts';

/** What the kinds of absence are called. */
export const absenceNameId: Record<AbsenceKind, string> = {
  cuti: 'Cuti',
  sakit: 'Sakit',
  izin: 'Izin',
  dinas_luar: 'Dinas luar',
  diklat: 'Diklat',
  tugas_belajar: 'Tugas belajar',
};

const EXAMPLES = 'cuti 3 hari · dinas luar 24-26 Nov · sakit hari ini · izin besok · cuti sampai Jumat';

/** Indonesian texts about absences. */
export const absenceId = {
  /** One absence in a line. */
  what: (kind: AbsenceKind, dates: string, workingDays: number) =>
    `${absenceNameId[kind]}, ${dates} (${workingDays === 0 ? 'tidak ada hari kerja di dalamnya' : `${workingDays} hari kerja`})`,
  brief: (kind: AbsenceKind, dates: string) => `${absenceNameId[kind]} ${dates}`,
  of: (name: string, what: string) => `${name} · ${what}`,
  by: (name: string) => `dicatat oleh ${name}`,
  until: (kind: AbsenceKind, date: string) => `${absenceNameId[kind].toLowerCase()} s.d. ${date}`,
  /** What a remark about a day without activities is about. */
  about: (date: string) => `Tentang: ${date}`,
  title: () => 'Ketidakhadiran',
  titleOf: (name: string) => `Ketidakhadiran ${name}`,
  none: () => 'Belum ada yang tercatat, hari ini maupun ke depan.',
  more: (n: number) => `dan ${n} lagi`,
  today: () => 'Hari ini Bapak/Ibu:',
  todayOf: () => 'Hari ini yang bersangkutan:',
  examples: () => `Untuk hari lain, cukup ketik: ${EXAMPLES}.`,
  examplesOf: (prefix: string) =>
    `Untuk pegawai lain: ${prefix}cuti NAMA atau NIP, lalu misalnya dinas luar 24-26 Nov.`,
  replaces: (what: string) => `Menggantikan: ${what}.`,
  recorded: (what: string) => `Tercatat: ${what}. Bapak/Ibu tidak akan diingatkan selama itu.`,
  recordedFor: (name: string, what: string) =>
    `Tercatat untuk ${name}: ${what}. Yang bersangkutan diberi tahu.`,
  already: (kind: AbsenceKind) => `Hari ini sudah tercatat ${absenceNameId[kind].toLowerCase()}.`,
  known: (what: string) => `Sudah tercatat: ${what}. Tidak ada yang berubah.`,
  cancelled: (what: string) => `Dihapus: ${what}. Hari kerja di dalamnya kembali dihitung.`,
  setByOther: () =>
    'Ini dicatat oleh atasan atau bagian kepegawaian, jadi hanya mereka yang dapat membatalkannya. Bila keliru, balas pemberitahuannya.',
  notAllowed: () =>
    'Ketidakhadiran pegawai lain hanya dapat dicatat oleh atasan langsungnya atau bagian kepegawaian.',
  unreadable: (text: string) => `“${text}” belum terbaca. Contoh: ${EXAMPLES}.`,
  notFound: (name: string) =>
    `Tidak ada pegawai yang cocok dengan “${name}”. Periksa ejaannya atau pakai NIP, lalu ulangi dengan jenis dan tanggalnya.`,
  which: (name: string) => `Pegawai mana yang dimaksud dengan “${name}”?`,
  tooMany: () => 'Yang cocok masih lebih banyak; tulis nama yang lebih lengkap atau NIP.',
  whose: () => 'Catat ketidakhadiran siapa?',
  problem: (problem: AbsenceTextProblem | AbsenceLimit | 'no_working_days', backDays: number) =>
    ({
      no_kind: `Jenisnya belum disebut. Tulis misalnya: ${EXAMPLES}.`,
      no_end: 'Sampai kapan? Tulis misalnya: cuti mulai besok 3 hari, atau cuti mulai besok sampai Jumat.',
      no_such_date: 'Tanggal itu tidak ada. Periksa, lalu tulis ulang, misalnya: cuti 24-26 Nov.',
      end_before_start:
        'Akhirnya lebih awal daripada awalnya. Tulis ulang, misalnya: cuti 24-26 Nov, atau dengan tahunnya.',
      too_long: 'Lebih dari setahun. Periksa tahunnya, atau bagi menjadi beberapa bagian.',
      too_far_back: `Yang lebih dari ${backDays} hari lalu hanya dapat dicatat oleh bagian kepegawaian.`,
      too_far_ahead: 'Mulainya lebih dari setahun lagi. Periksa tahunnya, atau catat nanti.',
      no_working_days:
        'Hari kerja Bapak/Ibu sesudah itu belum ada di kalender. Tulis tanggalnya, misalnya: cuti 24-26 Nov.',
    })[problem],
  back: {
    done: (name: string, what: string) =>
      `Selamat bertugas kembali, ${stop(name)} Terima kasih kabarnya; ${what}`,
    ended: (kind: AbsenceKind, date: string) =>
      `${absenceNameId[kind].toLowerCase()} tercatat sampai ${date}.`,
    removed: (kind: AbsenceKind, further: boolean) =>
      `${absenceNameId[kind].toLowerCase()} ${further ? 'mulai ' : ''}hari ini dihapus.`,
    none: () => 'Hari ini tidak tercatat tidak hadir, jadi tidak perlu diubah. Silakan langsung melapor.',
  },
  notice: {
    recorded: (actor: string, what: string) => `${actor} mencatat ketidakhadiran Bapak/Ibu: ${what}.`,
    cancelled: (actor: string, what: string) => `${actor} membatalkan ketidakhadiran Bapak/Ibu: ${what}.`,
    silent: () => 'Selama itu Bapak/Ibu tidak diingatkan dan tidak dihitung belum melapor.',
    counted: () => 'Hari kerja di dalamnya kembali dihitung.',
    contest: (supervisor: string) =>
      `Bila keliru, balas pesan ini; balasannya sampai kepada ${stop(supervisor)}`,
    contestHr: () => 'Bila keliru, mohon hubungi bagian kepegawaian.',
    changedBy: (name: string, what: string) =>
      `${name} mengubah ketidakhadiran yang Bapak/Ibu catat: ${what}.`,
    backToWork: (name: string, what: string) =>
      `${name} sudah masuk kembali; yang Bapak/Ibu catat berakhir lebih awal: ${what}.`,
  },
  button: {
    cancel: (what: string) => `Batalkan: ${what}`,
    back: () => 'Saya sudah masuk',
    record: () => 'Catat ketidakhadiran',
  },
};
