import type { ReminderSubject, SubjectKind } from '../core/staffing/ladder.ts';
import { periodId } from './period-id.ts';
import { stop } from './stop.ts';

const things: Record<SubjectKind, string> = {
  plan: 'SKP',
  evaluation: 'evaluasi kinerja',
  reports: 'laporan harian',
};
const subjectText = ({ kind, period }: ReminderSubject) =>
  kind === 'plan' ? `SKP ${period}` : `${things[kind]} ${periodId(period)}`;
const todo: Record<SubjectKind, string> = {
  plan: 'Ajukan atau lengkapi lewat perintah skp; atasan yang menyepakati.',
  evaluation: 'Lengkapi lewat perintah evaluasi.',
  reports: 'Lengkapi lewat perintah lapor; rekap menunjukkan tanggalnya.',
};

/** Indonesian texts of administrative reminders: reminders, and never anything like a reprimand. */
export const adminRemindersId = {
  /** Stands in each of them. */
  notDiscipline: () => 'Pengingat administratif ini bukan hukuman disiplin.',
  subject: subjectText,
  title: (step: number) => `Pengingat administratif ${step} dari 3`,
  body: (subject: ReminderSubject) => `Menurut catatan, ${subjectText(subject)} belum lengkap.`,
  todo: (kind: SubjectKind) => todo[kind],
  reason: (reason: string) => `Dasar: ${reason}`,
  next: (step: number, date: string) =>
    step === 2
      ? `Bila belum lengkap pada ${date}, pengingat 2 dikirim dengan tembusan kepada atasan.`
      : `Bila belum lengkap pada ${date}, namanya masuk daftar bagian kepegawaian.`,
  stops: () => 'Berhenti sendiri begitu lengkap.',
  copied: (name: string) => `Tembusan: ${stop(name)}`,
  copy: {
    title: () => 'Tembusan pengingat administratif 2 dari 3',
    body: (name: string, subject: ReminderSubject) =>
      `${name} sudah diingatkan dua kali: ${subjectText(subject)} belum lengkap. Mohon dibantu melengkapinya.`,
  },
  hr: {
    title: () => 'Daftar sesudah pengingat administratif 3',
    body: (subject: ReminderSubject, n: number) => `${subjectText(subject)}: ${n} pegawai belum lengkap.`,
    more: (n: number) => `dan ${n} lainnya; lihat pengingatan daftar.`,
  },
  list: {
    title: () => 'Pengingat administratif saya',
    none: () => 'Tidak ada pengingat administratif.',
    line: (step: number, subject: ReminderSubject, date: string) =>
      `${date}: pengingat ${step}, ${subjectText(subject)}`,
    status: (status: 'scheduled' | 'sent' | 'settled' | 'cancelled') =>
      ({
        scheduled: 'akan datang',
        sent: 'dikirim',
        settled: 'tidak perlu, sudah lengkap',
        cancelled: 'dibatalkan',
      })[status],
  },
  form: {
    title: () => 'Pengingat administratif',
    what: () => 'Apa yang belum lengkap?',
    whatLabel: () => 'Yang diingatkan',
    unit: () => 'Untuk pegawai unit mana?',
    unitHint: () => 'Nama unit, dengan unit di bawahnya.',
    unitLabel: () => 'Unit',
    allUnits: () => 'Semua unit',
    why: () => 'Apa dasarnya?',
    whyHint: () => 'Misalnya surat edaran dan batas waktunya; pegawai membacanya.',
    whyLabel: () => 'Dasar',
    example: () => 'SE Sekda 800/12/2026, batas 31 Januari',
    review: () => 'Periksa dulu, lalu kirim',
    people: (n: number) => `${n} pegawai belum lengkap dan akan diingatkan.`,
    steps: (days: number) =>
      `Pengingat 1 hari ini atau pada hari kerja berikutnya; pengingat 2 (tembusan atasan) dan 3 (daftar kepegawaian) masing-masing ${days} hari kerja kemudian, hanya bila masih belum lengkap.`,
    nobody: (subject: ReminderSubject) =>
      `${subjectText(subject)}: semua sudah lengkap; tidak ada yang perlu diingatkan.`,
    notYet: (subject: ReminderSubject) =>
      `${subjectText(subject)} belum waktunya; pilih periode yang sudah berjalan.`,
    started: (n: number) => `Dijadwalkan untuk ${n} pegawai; yang sudah pernah dimulai tidak diulang.`,
  },
  overview: {
    title: () => 'Pengingat administratif',
    none: () => 'Tidak ada pengingat administratif dalam 90 hari terakhir.',
    line: (subject: ReminderSubject, step: number, sent: number, scheduled: number) =>
      `${subjectText(subject)}, pengingat ${step}: ${sent} dikirim, ${scheduled} akan datang`,
    fresh: () => 'Mulai pengingat',
  },
};
