import type { ObjectionStatus, SubjectKind } from '../core/objection/admissible.ts';
import { stop } from './stop.ts';

const KINDS = {
  entry: 'Pengembalian kegiatan',
  evaluation: 'Evaluasi kinerja',
  feedback: 'Umpan balik',
};

/** Indonesian texts about objections (keberatan). */
export const objectionId = {
  title: () => 'Keberatan',
  decisionTitle: () => 'Putusan keberatan',
  hr: () => 'bagian kepegawaian',
  kind: (kind: SubjectKind) => KINDS[kind],
  subject: {
    entry: (what: string, date: string) => `Pengembalian: ${what} (${date})`,
    evaluation: (period: string) => `Evaluasi kinerja ${period}`,
    feedback: (date: string) => `Umpan balik ${date}`,
  },
  field: {
    reason: () => 'Alasan keberatan',
    returnReason: () => 'Alasan dikembalikan',
    answer: () => 'Putusan',
    period: () => 'Periode',
    result: () => 'Hasil kerja',
    behaviour: () => 'Perilaku',
  },
  by: (name: string) => `Diajukan oleh ${name}`,
  waiting: (handler: string, due: string) => `Menunggu putusan ${handler}, paling lambat ${due}.`,
  overdue: (handler: string, due: string) => `Batas ${due} sudah lewat; menunggu putusan ${stop(handler)}`,
  status: (status: Exclude<ObjectionStatus, 'open'>, name: string) =>
    stop(
      {
        accepted: `Diterima oleh ${name}`,
        rejected: `Tidak diterima oleh ${name}`,
        withdrawn: `Ditarik oleh ${name}`,
      }[status],
    ),
  contested: (n: number) => `${n} kegiatan sedang dalam keberatan`,
  ask: {
    reason: () => 'Apa alasan keberatannya?',
    example: () => 'Apa yang tidak sesuai, dan buktinya',
    decision: (verdict: 'accepted' | 'rejected'): string =>
      verdict === 'accepted' ? 'Apa alasan keberatan diterima?' : 'Apa alasan keberatan tidak diterima?',
    handler: (name: string, due: string) =>
      `Diputuskan oleh ${name}, paling lambat ${due}. Atasan mengetahui bahwa keberatan diajukan.`,
    feedbackIsShown: () => 'Isi umpan balik akan terlihat oleh yang memutuskan.',
    effect: (kind: SubjectKind) =>
      ({
        entry: 'Kegiatan yang masih dikembalikan menjadi disetujui.',
        evaluation: 'Evaluasi dibuka lagi untuk pejabat penilai.',
        feedback: 'Penulisnya diminta menarik umpan balik itu.',
      })[kind],
    noEffect: () => 'Tidak ada yang berubah; pegawai membaca alasannya.',
  },
  filed: () => 'Keberatan diajukan',
  filedNote: () =>
    'Selama belum diputuskan, hal itu ditandai dalam keberatan. Statusnya ada di perintah keberatan.',
  decided: (verdict: 'accepted' | 'rejected', name: string) =>
    verdict === 'accepted'
      ? stop(`Keberatan diterima; putusan disampaikan kepada ${name}`)
      : stop(`Keberatan tidak diterima; putusan disampaikan kepada ${name}`),
  askWithdraw: () => 'Mohon tarik kembali umpan balik ini dengan tombol di bawah.',
  withdrawAsk: () => 'Tarik keberatan ini? Yang memutuskan dan atasan akan diberi tahu.',
  withdrawn: () => 'Keberatan sudah ditarik.',
  kept: () => 'Tidak ditarik; keberatan tetap berjalan.',
  notice: (step: 'new' | 'due' | 'late' | 'settled') =>
    ({
      new: 'Keberatan baru',
      due: 'Keberatan jatuh tempo hari ini',
      late: 'Keberatan melewati batas waktu',
      settled: 'Keberatan selesai',
    })[step],
  section: {
    own: () => 'Keberatan Bapak/Ibu',
    toDecide: () => 'Perlu putusan Bapak/Ibu',
    others: () => 'Untuk diketahui',
    returned: () => 'Kegiatan yang dikembalikan',
  },
  none: () => 'Tidak ada keberatan.',
  howto: () => 'Keberatan diajukan lewat tombol pada kegiatan yang dikembalikan, evaluasi, atau umpan balik.',
  button: {
    object: () => 'Keberatan',
    objectTo: (index: number) => `Keberatan ${index}`,
    accept: () => 'Terima',
    reject: () => 'Tidak diterima',
    examine: (index: number) => `Periksa ${index}`,
    withdraw: (name: string) => `Tarik: ${name}`,
    withdrawYes: () => 'Ya, tarik',
  },
  problem: {
    reasonUnclear: () => 'Alasannya belum terbaca. Tulis dengan kata-kata, satu dua kalimat.',
    notContestable: (kind: SubjectKind) =>
      ({
        entry: 'Keberatan hanya untuk kegiatan yang sedang dikembalikan; kegiatan ini tidak lagi.',
        evaluation: 'Evaluasi ini belum dinilai; tunggu penilaian pejabat penilai dahulu.',
        feedback: 'Umpan balik ini sudah ditarik, jadi tidak perlu keberatan.',
      })[kind],
    open: () => 'Keberatan atas hal ini sudah diajukan; statusnya ada di perintah keberatan.',
    decided: () => 'Keberatan atas hal ini sudah diputuskan; putusannya ada di perintah keberatan.',
    nobody: () => 'Belum ada yang dapat memutuskan keberatan ini; mohon hubungi bagian kepegawaian.',
    notHandler: (name: string) => stop(`Keberatan ini diputuskan oleh ${name}`),
  },
};
