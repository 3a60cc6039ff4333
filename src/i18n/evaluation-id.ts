import type { Achievement, EvaluationStatus, Predicate, Rating } from '../core/evaluation/content.ts';
import { evaluationBoardId } from './evaluation-board-id.ts';
import { evaluationProblemId } from './evaluation-problem-id.ts';
import { predicateId, ratingId } from './rating-id.ts';
import { stop } from './stop.ts';

const achievements: Record<Achievement, string> = {
  excellent: 'Istimewa',
  good: 'Baik',
  needs_improvement: 'Butuh Perbaikan',
  poor: 'Kurang',
  very_poor: 'Sangat Kurang',
};
const statuses: Record<EvaluationStatus, string> = {
  open: 'Belum diajukan',
  submitted: 'Menunggu penilaian',
  returned: 'Dikembalikan untuk diperbaiki',
  rated: 'Sudah dinilai',
  locked: 'Sudah dinilai dan dikunci',
};
const based = (evidence: number) =>
  evidence === 0 ? 'tanpa bukti dukung' : `berdasarkan ${evidence} bukti dukung`;

/** Indonesian texts about evaluations (evaluasi kinerja, PermenPANRB 6/2022). */
export const evaluationId = {
  board: evaluationBoardId,
  rating: (rating: Rating) => ratingId[rating],
  predicate: (predicate: Predicate) => predicateId[predicate],
  achievement: (achievement: Achievement) => achievements[achievement],
  status: (status: EvaluationStatus) => statuses[status],
  hr: () => 'bagian kepegawaian',
  field: {
    evaluator: () => 'Pejabat penilai',
    due: () => 'Paling lambat',
    result: () => 'Rating hasil kerja',
    behaviour: () => 'Rating perilaku kerja',
    predicate: () => 'Predikat kinerja',
    remark: () => 'Catatan',
    achievement: () => 'Capaian kinerja organisasi',
    realisation: () => 'Realisasi',
    source: () => 'Sumber data',
    target: () => 'Target',
    indicator: () => 'Indikator (IKI)',
    about: () => 'Tentang',
    feedback: () => 'Umpan balik',
    read: () => 'Sudah dibaca',
    reason: () => 'Alasan',
  },
  page: {
    title: (period: string) => `Evaluasi kinerja ${period}`,
    titleOf: (period: string, name: string) => `Evaluasi kinerja ${period}: ${name}`,
    due: (date: string, over: boolean) => (over ? `${date} (sudah lewat)` : date),
    howto: () =>
      'Realisasi diusulkan dari laporan kegiatan Bapak/Ibu. Ketuk nomornya untuk melihat kegiatan di baliknya atau memperbaikinya; bila sudah sesuai, ajukan.',
    corrected: () => 'diperbaiki pegawai',
    feedback: (text: string) => `Umpan balik: ${text}`,
    given: (n: number) => `Umpan balik pada periode ini (${n})`,
    expectation: (text: string) => `Ekspektasi khusus: ${text}`,
    behaviours: () => 'Perilaku kerja (BerAKHLAK)',
    returned: (reason: string) => stop(`Dikembalikan: ${reason}`),
    reopened: (reason: string) => stop(`Dibuka kembali: ${reason}`),
    contested: (date: string) => `Sedang dalam keberatan, diputus paling lambat ${date}.`,
    follows: () => 'Predikat mengikuti kedua rating (kuadran PermenPANRB 6/2022).',
    periodic: () => 'Evaluasi periodik tahun ini',
    periodicLine: (period: string, state: string) => `${period}: ${state}`,
    periodicMissing: () => 'belum ada',
    unitAchievement: (unit: string, level: string) => `Capaian ${unit}: ${level}`,
    mine: () => 'Evaluasi saya',
  },
  proposal: {
    none: () => 'Belum ada kegiatan tercatat pada periode ini.',
    main: (amount: string, evidence: number) => `${amount} ${based(evidence)}`,
    activities: (count: number, evidence: number) => `${count} kegiatan ${based(evidence)}`,
    count: (count: number) => `${count} kegiatan`,
    source: () => 'Laporan kegiatan harian',
  },
  item: {
    title: (number: string) => `Realisasi ${number}`,
    proposed: () => 'Usulan dari laporan',
    behind: (count: number) => `Kegiatan di baliknya (${count})`,
    list: (number: string, count: number) => `Kegiatan di balik realisasi ${number}: ${count}`,
    nothing: () => 'Belum ada kegiatan yang mendukung RHK ini pada periode ini.',
    evidence: (count: number) => `${count} bukti`,
    returned: () => 'dikembalikan',
    waiting: () => 'menunggu pemeriksaan',
    more: (count: number) => `Berikutnya (${count})`,
  },
  button: {
    correct: () => 'Perbaiki',
    accept: () => 'Pakai usulan',
    back: () => 'Kembali ke evaluasi',
    submit: (to: string) => `Ajukan ke ${to}`,
    feedback: () => 'Umpan balik',
    rate: () => 'Beri rating',
    rateAgain: () => 'Ubah rating',
    return: () => 'Kembalikan',
    read: () => 'Sudah saya baca',
    open: () => 'Lihat evaluasi',
    trail: () => 'Riwayat',
    team: (waiting: number) => (waiting > 0 ? `Evaluasi tim (${waiting} menunggu)` : 'Evaluasi tim'),
    begin: (period: string) => `Evaluasi ${period}`,
    plan: () => 'Lihat SKP',
  },
  ask: {
    realisation: (number: string) => `Apa realisasi ${number} yang sebenarnya?`,
    realisationHint: (proposed: string) => stop(`Usulan: ${proposed}`),
    realisationExample: () => '12 laporan berdasarkan 9 bukti dukung',
    source: () => 'Dari mana datanya?',
    sourceExample: () => 'Aplikasi persuratan, berita acara, tautan',
    about: () => 'Umpan balik untuk bagian yang mana?',
    feedback: () => 'Tulis umpan balik berdasarkan bukti dukung.',
    feedbackExample: () => 'Apa yang baik, apa yang perlu ditambah',
    result: () => 'Rating hasil kerja?',
    resultHint: () => 'Dibandingkan dengan ekspektasi yang disepakati di SKP.',
    behaviour: () => 'Rating perilaku kerja?',
    behaviourHint: () => 'Satu rating untuk ketujuh nilai BerAKHLAK.',
    remark: () => 'Ada catatan untuk pegawai?',
    remarkExample: () => 'Alasan rating, saran pengembangan',
    explain: () => 'Ada rating di bawah ekspektasi. Apa alasannya?',
    explainHint: () => 'Wajib diisi, supaya pegawai tahu apa yang perlu diperbaiki.',
    return: () => 'Apa yang perlu diperbaiki pegawai sebelum dinilai?',
    fromUnit: (unit: string, rating: string) =>
      stop(`Rating hasil kerja mengikuti capaian ${unit}: ${rating}`),
  },
  form: {
    realisation: () => 'Realisasi',
    feedback: () => 'Umpan balik',
    rating: () => 'Rating kinerja',
    return: () => 'Kembalikan evaluasi',
    review: () => 'Periksa sebelum disimpan',
  },
  done: {
    corrected: () => 'Realisasi diperbaiki.',
    accepted: () => 'Usulan dipakai.',
    submitted: (to: string) => stop(`Evaluasi diajukan ke ${to}`),
    feedback: () => 'Umpan balik tersimpan; pegawai melihatnya bersama hasil penilaian.',
    returned: (to: string) => stop(`Evaluasi dikembalikan ke ${to}`),
    rated: (to: string, predicate: string) => `${to}: predikat ${predicate}. Pegawai sudah diberi tahu.`,
    read: (name: string) => `Terima kasih. ${name} dapat melihat bahwa hasil ini sudah dibaca.`,
    readAlready: () => 'Sudah ditandai dibaca.',
  },
  notice: {
    due: (period: string, date: string) =>
      `Evaluasi ${period} sudah dibuka, paling lambat ${date}. Realisasinya sudah diusulkan dari laporan kegiatan Bapak/Ibu; tinggal diperiksa.`,
    dueWithoutPlan: (period: string, date: string) =>
      `Evaluasi ${period} sudah dibuka, paling lambat ${date}. SKP yang disepakati belum ada; mohon diajukan lebih dulu dengan perintah skp.`,
    reminder: (period: string, date: string) =>
      `Sekadar mengingatkan: evaluasi ${period} belum diajukan; paling lambat ${date}.`,
    submitted: (name: string, period: string) =>
      stop(`${name} mengajukan evaluasi ${period}. Mohon diperiksa dan dinilai`),
    handedOver: (name: string, period: string) =>
      stop(`Evaluasi ${period} milik ${name} kini dinilai oleh Bapak/Ibu`),
    followed: (name: string, period: string, unit: string) =>
      stop(`Capaian ${unit} berubah, jadi rating hasil kerja ${name} (${period}) ikut berubah`),
    reopened: (name: string, period: string, reason: string) =>
      stop(`Evaluasi ${period} milik ${name} dibuka kembali: ${reason}`),
    yourReopened: (period: string, reason: string) => stop(`Evaluasi ${period} dibuka kembali: ${reason}`),
    yourReturned: (period: string, by: string, reason: string) =>
      stop(`${by} mengembalikan evaluasi ${period}: ${reason}`),
    yourRated: (period: string, by: string) => stop(`Hasil evaluasi ${period}, dinilai oleh ${by}`),
    unlocked: (period: string, scope: string, reason: string) =>
      stop(`Evaluasi ${period} untuk ${scope} dibuka kembali: ${reason}`),
    waiting: (period: string, count: number) =>
      `Evaluasi ${period}: ${count} pegawai menunggu rating dari Bapak/Ibu.`,
  },
  trail: {
    title: () => 'Riwayat evaluasi',
    line: (action: string, by: string, at: string) => `${at} · ${action} oleh ${by}`,
    system: () => 'Tutur',
    action: (action: 'opened' | 'submitted' | 'returned' | 'rated' | 'locked' | 'reopened' | 'handed_over') =>
      ({
        opened: 'dibuka',
        submitted: 'diajukan',
        returned: 'dikembalikan',
        rated: 'dinilai',
        locked: 'dikunci',
        reopened: 'dibuka kembali',
        handed_over: 'dialihkan ke pejabat penilai lain',
      })[action],
  },
  team: {
    title: () => 'Evaluasi tim',
    none: () => 'Belum ada evaluasi yang menunggu rating dari Bapak/Ibu.',
    waiting: (n: number) => `Menunggu rating: ${n}`,
    more: (n: number) => `dan ${n} lagi`,
    of: (name: string) => `Evaluasi ${name}`,
    noneOf: (name: string) => `Belum ada evaluasi ${name}.`,
  },
  problem: evaluationProblemId,
};
