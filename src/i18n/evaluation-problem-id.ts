import type { Regime } from '../core/rulebooks/regime.ts';
import { stop } from './stop.ts';

const books: Record<Regime, string> = {
  pp46: 'PP 46/2011 dan Perka BKN 1/2013',
  pp30: 'PP 30/2019 dan PermenPANRB 8/2021',
  integration2021: 'SE MenPANRB 3/2021 (integrasi dua periode)',
  p2022: 'PermenPANRB 6/2022',
};

/** Indonesian sentences about what cannot be done to an evaluation now, and who comes next. */
export const evaluationProblemId = {
  period: () =>
    'Periodenya belum terbaca. Tulis misalnya evaluasi 2026-Q1, evaluasi 2026-03, atau evaluasi 2026.',
  otherRules: (period: string, regime: Regime | null) =>
    regime === null
      ? `${period} tidak berada di bawah satu aturan penilaian; hubungi bagian kepegawaian untuk hasil periode itu.`
      : `${period} dinilai menurut ${books[regime]}, bukan dengan predikat PermenPANRB 6/2022; hasilnya ada di bagian kepegawaian.`,
  notOver: (period: string, date: string) =>
    `${period} belum berakhir; evaluasinya dapat Bapak/Ibu buka mulai ${date}.`,
  notHere: (period: string, date: string) =>
    `Bapak/Ibu tercatat mulai ${date}, setelah ${period}; evaluasi periode itu ditanyakan ke bagian kepegawaian.`,
  observer: () =>
    'Akun ini tidak tercatat sebagai pegawai yang dinilai; bila keliru, bagian kepegawaian dapat memperbaikinya.',
  noPlan: (year: number) =>
    `SKP ${year} yang disepakati belum ada, jadi belum ada yang dievaluasi. Ajukan SKP dengan perintah skp, lalu atasan menyetujuinya.`,
  planWaiting: (year: number, name: string) =>
    `SKP ${year} masih menunggu persetujuan ${name}; setelah disetujui, evaluasi dapat dibuka.`,
  noSupervisor: () => 'Atasan belum tercatat; bagian kepegawaian perlu mencatatnya lebih dulu.',
  withSupervisor: (name: string) =>
    `Evaluasi ini sedang dinilai ${name}; bila perlu diubah, mintalah dikembalikan.`,
  notSubmitted: (name: string) =>
    `${name} belum mengajukan evaluasi ini; setelah diajukan, rating dapat diberikan.`,
  withEmployee: (name: string) =>
    `Evaluasi ini sedang diperbaiki ${name}; setelah diajukan lagi, rating dapat diberikan.`,
  alreadyRated: (name: string) =>
    `Evaluasi ini sudah dinilai ${name}; bila tidak sesuai, ajukan keberatan lewat tombolnya.`,
  ratedByYou: () =>
    'Evaluasi ini sudah Bapak/Ibu nilai; rating dan catatannya masih dapat diubah sampai periodenya dikunci.',
  locked: (period: string) =>
    `Evaluasi ${period} sudah dikunci; hanya bagian kepegawaian yang dapat membukanya, dengan alasan.`,
  notYours: (name: string) => `Evaluasi ini hanya dapat dinilai oleh ${stop(name)}`,
  notAllowed: () => 'Evaluasi ini hanya terbuka bagi pegawainya, pejabat penilainya, dan bagian kepegawaian.',
  onlyEmployee: (name: string) => `Realisasi ini hanya dapat diubah dan diajukan oleh ${stop(name)}`,
  noAchievement: (unit: string, period: string, who: string) =>
    `Capaian ${unit} untuk ${period} belum ditetapkan, sedangkan rating hasil kerja pemimpinnya mengikuti capaian itu; ${who} perlu menetapkannya dengan perintah capaian.`,
  notRated: () => 'Evaluasi ini belum dinilai, jadi belum ada hasil yang ditandai.',
  empty: () => 'Tulis dengan kata-kata, supaya jelas bagi pembacanya.',
};
