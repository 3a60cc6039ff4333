import type { LateReason, OutageSource } from '../core/model.ts';
import { stop } from './stop.ts';

const reasons: Record<LateReason, string> = {
  no_signal: 'Tidak ada sinyal',
  emergency: 'Tugas darurat',
  forgotten: 'Terlewat',
  other: 'Alasan lain',
};
const down: Record<OutageSource, string> = {
  program: 'Tutur',
  telegram: 'Telegram',
  slack: 'Slack',
  playground: 'Tutur',
};

/** Indonesian texts about report windows, late reports and outages. */
export const windowId = {
  date: {
    today: (date: string) => `Hari ini, ${date}`,
    yesterday: (date: string) => `Kemarin, ${date}`,
    tomorrow: (date: string) => `Besok, ${date}`,
    late: (label: string) => `${label} (susulan)`,
    other: () => 'Tanggal lain',
    toToday: () => 'Catat untuk hari ini',
    assumed: (date: string) =>
      `Jam kerja hari ini belum mulai, jadi ini dicatat untuk kemarin, ${date}. Satu ketukan mengubahnya.`,
    closed: (date: string, first: string, last: string, contact: string) =>
      stop(
        `${date} tidak bisa dilaporkan sekarang; yang bisa ${first === last ? first : `${first} sampai ${last}`}. Isian lainnya tetap tersimpan: pilih tanggalnya, atau untuk tanggal lain hubungi ${contact}`,
      ),
    byButton: () => 'Tanggalnya diganti lewat tombol Ubah pada bukti lapornya, lalu Ubah → Tanggal.',
    /** Stands where a date stands, for one that no calendar has. */
    unknown: () => 'Tanggal itu',
  },
  why: {
    ask: () => 'Batas lapor tanggal itu sudah lewat. Apa sebabnya?',
    hint: () => 'Pilih salah satu, atau tulis alasannya.',
    unclear: () => 'Alasannya belum terbaca. Pilih salah satu tombol, atau tulis dengan kata-kata.',
    reason: (kind: LateReason) => reasons[kind],
  },
  receipt: {
    grace: (cutoff: string) => `Diterima dalam masa tenggang; batas lapornya ${cutoff}.`,
    late: (cutoff: string, reason: string) =>
      stop(`Diterima sebagai laporan susulan; batas lapornya ${cutoff}. Alasan: ${reason}`),
    waiting: () => 'Alasan ini diteruskan ke bagian kepegawaian; keputusannya akan dikabarkan.',
    accepted: () => 'Alasannya sudah diterima bagian kepegawaian; hari itu dihitung tepat waktu.',
    declined: () => 'Alasannya tidak diterima bagian kepegawaian; hari itu dihitung sebagai susulan.',
    added: () => 'Hari itu sudah terlapor tepat waktu; kegiatan ini ditambahkan kemudian.',
    extended: (cutoff: string) =>
      `Tepat waktu: batas lapornya diperpanjang sampai ${cutoff} karena gangguan.`,
  },
  card: {
    grace: () => 'Dilaporkan dalam masa tenggang',
    late: (reason: string) => `Laporan susulan: ${reason}`,
    status: (status: 'noted' | 'waiting' | 'accepted' | 'declined') =>
      ({
        noted: '',
        waiting: 'menunggu keputusan kepegawaian',
        accepted: 'alasan diterima, dihitung tepat waktu',
        declined: 'alasan tidak diterima',
      })[status],
  },
  hr: {
    title: () => 'Laporan susulan: alasannya diterima?',
    employee: () => 'Pegawai',
    reported: () => 'Diterima',
    cutoff: () => 'Batas lapor',
    accept: () => 'Terima alasan',
    decline: () => 'Tidak diterima',
    howto: () => 'Bila diterima, hari itu dihitung tepat waktu (dispensasi). Pegawai diberi tahu.',
    accepted: (by: string) => stop(`Diterima oleh ${by}`),
    declined: (by: string) => stop(`Tidak diterima oleh ${by}`),
    already: (by: string, accepted: boolean) =>
      stop(`Sudah diputuskan oleh ${by}: ${accepted ? 'diterima' : 'tidak diterima'}`),
    notAllowed: () => 'Hanya bagian kepegawaian yang memutuskan, dan tidak untuk laporannya sendiri.',
    withdrawn: () => 'Laporan hari itu sudah ditarik; tidak ada yang perlu diputuskan.',
    inTime: () =>
      'Batas lapor hari itu diperpanjang, jadi laporannya tepat waktu; tidak ada yang perlu diputuskan.',
  },
  decided: {
    accepted: (date: string, reason: string, by: string) =>
      stop(`Alasan untuk ${date} (${reason}) diterima; hari itu dihitung tepat waktu. Diputuskan oleh ${by}`),
    declined: (date: string, reason: string, by: string) =>
      stop(
        `Alasan untuk ${date} (${reason}) tidak diterima; laporannya tetap tersimpan sebagai susulan. Diputuskan oleh ${by}`,
      ),
  },
  recap: {
    states: (s: {
      onTime: number;
      excused: number;
      grace: number;
      late: number;
      missed: number;
      open: number;
    }) =>
      [
        `Tepat waktu ${s.onTime + s.excused}${s.excused > 0 ? ` (${s.excused} dengan dispensasi)` : ''}`,
        ...(s.grace > 0 ? [`masa tenggang ${s.grace}`] : []),
        ...(s.late > 0 ? [`susulan ${s.late}`] : []),
        ...(s.missed > 0 ? [`belum terlapor ${s.missed}`] : []),
        ...(s.open > 0 ? [`masih terbuka ${s.open}`] : []),
      ].join(' · '),
    late: (dates: string) => `Susulan: ${dates}`,
    grace: (dates: string) => `Masa tenggang: ${dates}`,
    excused: (dates: string) => `Dispensasi: ${dates}`,
    extended: (date: string, span: string) => `${date} diperpanjang: gangguan ${span}`,
  },
  team: {
    grace: () => 'masa tenggang',
    late: () => 'susulan',
  },
  outage: {
    body: (source: OutageSource, span: string) =>
      source === 'program' || source === 'playground'
        ? `Mohon maaf, saya tidak dapat menerima laporan ${span}.`
        : `${down[source]} terganggu ${span}, jadi laporan tidak dapat saya terima.`,
    cutoff: (date: string, cutoff: string) => `Batas lapor ${date} diperpanjang sampai ${cutoff}.`,
    howto: () => 'Laporan sampai batas itu dihitung tepat waktu.',
    more: (n: number) => `Begitu juga ${n} hari lain yang belum terlapor.`,
  },
  time: {
    at: (time: string, zone: string) => `pukul ${time} ${zone}`,
    on: (date: string, time: string) => `${date}, ${time}`,
    between: (from: string, to: string, zone: string) => `pukul ${from}–${to} ${zone}`,
    span: (from: string, to: string, zone: string) => `dari ${from} sampai ${to} ${zone}`,
    moment: (date: string, time: string) => `${date} ${time}`,
  },
};

/** The operator's texts about outages in Indonesian. */
export const operatorWindowId = {
  none: () => 'Gangguan 30 hari terakhir: tidak ada.',
  outage: (source: OutageSource, from: string, minutes: number, people: number) =>
    `Gangguan ${source === 'program' ? 'program' : down[source]} sejak ${from}: ${minutes} menit, batas lapor ${people} orang diperpanjang.`,
  ongoing: (source: OutageSource, from: string, minutes: number) =>
    `Gangguan ${source === 'program' ? 'program' : down[source]} sejak ${from} masih berlangsung (${minutes} menit).`,
  states: (s: { onTime: number; excused: number; grace: number; late: number; missed: number }) =>
    `tepat waktu ${s.onTime}, dispensasi ${s.excused}, masa tenggang ${s.grace}, susulan ${s.late}, belum ${s.missed}`,
};
