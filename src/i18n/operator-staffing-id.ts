import type { DepartureProblem } from '../core/staffing/departure.ts';
import type { SpanStatus } from '../core/staffing/supervision.ts';

const statuses: Record<SpanStatus, string> = {
  scheduled: 'akan datang',
  active: 'berlaku',
  ended: 'berakhir',
  cancelled: 'dibatalkan',
};

/** What the operator reads about changes among people, in Indonesian. */
export const operatorStaffingId = {
  help: {
    supervisor: () => 'siapa atasan siapa, sejak kapan',
    set: () => 'ganti atasan seorang pegawai atau seluruh unit, mulai suatu tanggal',
    nip: () => 'NIP pegawai',
    unit: () => 'semua pegawai unit ini, bukan seorang',
    to: () => 'NIP atasan baru',
    acting: () => 'sementara: plt (jabatan kosong) atau plh (pejabat berhalangan)',
    from: () => 'tanggal mulai, misalnya 2026-05-01 (bawaan: hari ini)',
    until: () => 'tanggal akhir plt atau plh',
    reason: () => 'dasarnya, misalnya nomor SK',
    list: () => 'yang akan datang dan yang sementara; dengan --nip: riwayat seorang pegawai',
    people: () => 'pegawai yang keluar atau kembali',
    leave: () => 'catat hari terakhir seorang pegawai; riwayatnya tetap tersimpan',
    on: () => 'hari kerja terakhir, misalnya 2026-04-30',
    why: () => 'sebab: pensiun, pindah, atau berhenti',
    return: () => 'batalkan, atau aktifkan lagi pegawai yang keluar',
    again: () => 'laporan diharapkan lagi sejak tanggal ini (bawaan: seperti semula)',
    cycle: () => 'periksa kesiapan data sebelum siklus kinerja dimulai',
    year: () => 'tahun SKP (bawaan: tahun ini)',
    cycleUnit: () => 'hanya unit ini dan unit di bawahnya',
  },
  needs: (option: string) => `${option} perlu diisi.`,
  onePerson: () => 'Isi --nip atau --unit, salah satu saja.',
  unknownPerson: (option: string, nip: string) => `${option} ${nip}: tidak ada pegawai dengan NIP ini.`,
  date: (option: string, text: string) => `${option} "${text}" bukan tanggal. Tulis seperti 2026-05-01.`,
  acting: (text: string) => `--acting "${text}" tidak dikenal. Pakai plt atau plh.`,
  reason: (text: string) => `--reason "${text}" tidak dikenal. Pakai pensiun, pindah, atau berhenti.`,
  year: (text: string) => `--year "${text}" bukan tahun. Tulis empat digit, misalnya 2027.`,
  change: (person: string, from: string, to: string) => `~ ${person}: ${from} → ${to}`,
  set: (n: number, date: string, now: boolean) =>
    now ? `Berlaku sekarang untuk ${n} pegawai.` : `Dijadwalkan untuk ${n} pegawai, mulai ${date}.`,
  dryRun: () => 'Hanya pratinjau; tidak ada yang disimpan.',
  none: () => 'Tidak ada.',
  span: (
    person: string,
    supervisor: string,
    kind: string,
    from: string,
    to: string | null,
    status: SpanStatus,
  ) => `${person}: ${supervisor}, ${kind}, ${from}..${to ?? ''} (${statuses[status]})`,
  left: (name: string, date: string, now: boolean) =>
    now ? `${name} tidak aktif lagi; hari terakhir ${date}.` : `Tercatat: hari terakhir ${name} ${date}.`,
  team: (n: number) => `${n} pegawai di bawahnya perlu atasan baru.`,
  returned: (name: string) => `${name} aktif.`,
  active: (name: string) => `${name} sudah aktif; tidak ada yang perlu dibatalkan.`,
  departure: (problem: DepartureProblem, name: string): string =>
    ({
      self: 'Tidak dapat untuk diri sendiri.',
      already_left: `${name} sudah tidak aktif.`,
      too_early: '--on paling jauh 400 hari ke belakang.',
      too_late: '--on paling jauh 400 hari ke depan.',
    })[problem],
};
