import { stop } from './stop.ts';
/** What was agreed upon in dialogues (tindak lanjut), in Indonesian. */
export const commitmentId = {
  title: () => 'Tindak lanjut dialog kinerja',
  button: (n: number) => (n === 0 ? 'Tindak lanjut' : `Tindak lanjut (${n})`),
  none: () => 'Tidak ada tindak lanjut yang terbuka.',
  mine: () => 'Yang Bapak/Ibu kerjakan:',
  theirs: () => 'Yang ditunggu dari pihak lain:',
  line: (what: string, due: string) => `${what}, paling lambat ${due}`,
  of: (owner: string, line: string) => `${owner}: ${line}`,
  overdue: (line: string) => `${line} (sudah lewat)`,
  ended: (line: string, done: boolean) => `${line} (${done ? 'selesai' : 'tidak jadi'})`,
  done: (n: number | null) => (n === null ? 'Selesai' : `${n} selesai`),
  later: (n: number | null) => (n === null ? 'Tunda' : `${n} tunda`),
  drop: (n: number | null) => (n === null ? 'Tidak jadi' : `${n} tidak jadi`),
  remind: (before: boolean): string =>
    before ? 'Tindak lanjut yang segera jatuh tempo' : 'Tindak lanjut yang sudah lewat batas',
  agreedIn: (name: string) => `Disepakati dalam dialog dengan ${stop(name)}`,
  closed: (what: string) => `Tercatat selesai: ${what}`,
  dropped: (what: string) => `Tercatat tidak jadi: ${what}`,
  moved: (what: string, due: string) => `Batas baru untuk ${what}: ${due}`,
  told: {
    done: (owner: string) => `${owner} menyelesaikan tindak lanjut:`,
    dropped: (owner: string) => `${owner} tidak melanjutkan tindak lanjut:`,
    open: (owner: string) => `${owner} menunda tindak lanjut:`,
  },
  already: (done: boolean): string =>
    done ? 'Tindak lanjut ini sudah selesai.' : 'Tindak lanjut ini sudah tidak dilanjutkan.',
  notYours: (owner: string) => `Tindak lanjut ini ditutup oleh ${stop(owner)}`,
  notAgreed: () => 'Tindak lanjut ini berlaku sesudah kedua pihak mengonfirmasi catatannya.',
  form: {
    later: () => 'Tunda tindak lanjut',
    drop: () => 'Tidak dilanjutkan',
    due: () => 'Batas baru',
    askDue: () => 'Sampai kapan ditunda?',
    dueHint: () => 'Contoh: Jumat, 10 Desember, atau 10/12.',
    askReason: (name: string) => `Mengapa tidak dilanjutkan? ${name} membaca alasannya.`,
    badDue: () => 'Tanggalnya belum terbaca. Contoh: Jumat, 10 Desember, atau 10/12.',
    notLater: () => 'Tanggal itu tidak sesudah batas sekarang. Tulis tanggal yang lebih lambat.',
  },
  problem: {
    no_what: (n: number) => `Baris ${n} belum berisi apa yang dikerjakan.`,
    too_long: (n: number, max: number) => `Baris ${n} terlalu panjang; paling banyak ${max} karakter.`,
    no_due: (n: number) => `Baris ${n} belum ada tanggalnya. Contoh: kirim draf sebelum 10 Des.`,
    due_past: (n: number, said: string) =>
      `Tanggal ${said} pada baris ${n} sudah lewat. Tulis yang akan datang.`,
    owner_unknown: (n: number, said: string, names: string) =>
      `Pada baris ${n}, ${said} bukan peserta dialog ini. Tulis ${stop(names)}`,
    too_many: (max: number) => `Paling banyak ${max} tindak lanjut dalam satu dialog.`,
  },
};
