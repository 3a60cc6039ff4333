import type { AcceptedReason } from '../core/rules.ts';

const DAYS = ['', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];

/** The operator's texts about rules in Indonesian. */
export const settingsId = {
  notRead: (path: string, reason: string) => `Berkas ${path} tidak dapat dibaca (${reason}).`,
  place: (line: number | null, path: string) =>
    [line === null ? '' : `Baris ${line}`, path].filter(Boolean).join(', ') || 'Berkas ini',
  problem: {
    syntax: (reason: string) => `YAML tidak dapat dibaca: ${reason}`,
    map: (value: string) => `seharusnya berisi kunci dan nilai, bukan "${value}".`,
    unknown_key: () => 'kunci ini tidak dikenal. Bandingkan dengan agency.yaml yang disertakan.',
    work_days: (value: string) => `"${value}" bukan daftar hari. Tulis seperti [sen, sel, rab, kam, jum].`,
    clock: (value: string) => `"${value}" bukan jam. Tulis seperti "15:30".`,
    hours: (value: string) =>
      `"${value}" bukan jam kerja. Tulis seperti "07:30-16:00 istirahat 60", untuk setiap hari atau rentang hari.`,
    hours_day: () =>
      'hari ini tidak dikenal atau disebut dua kali. Tulis seperti sen-kam, jum, atau sen, rab.',
    hours_monday: () => 'jam kerja Senin belum disebut; hari yang tidak disebut mengikuti Senin.',
    close: (value: string) =>
      `"${value}" bukan batas lapor. Tulis jam dari "00:00" sampai "36:00"; di atas "24:00" berarti hari berikutnya.`,
    quiet_hours: (value: string) => `"${value}" bukan jam tenang. Tulis seperti "21:00-06:00", atau off.`,
    days: (value: string) => `"${value}" bukan jumlah hari. Tulis bilangan bulat dari 0 sampai 31.`,
    count: (value: string) => `"${value}" bukan jumlah pesan. Tulis bilangan bulat dari 1 sampai 100.`,
    period: (value: string) => `"${value}" bukan periode evaluasi. Tulis bulan atau triwulan.`,
    yes_no: (value: string) => `"${value}" bukan jawaban ya atau tidak. Tulis ya atau tidak.`,
    wait_days: (value: string) => `"${value}" bukan jumlah hari. Tulis bilangan bulat dari 1 sampai 92.`,
    month_day: (value: string) =>
      `"${value}" bukan tanggal dalam tahun. Tulis bulan-tanggal seperti "01-31".`,
    late_reasons: (value: string) =>
      `"${value}" bukan daftar alasan. Tulis [tanpa_sinyal, tugas_darurat], salah satunya, atau [].`,
    minutes: (value: string) => `"${value}" bukan menit. Tulis bilangan bulat dari 0 sampai 1440.`,
    contact: (value: string) => `"${value}" bukan kontak. Tulis satu kalimat, atau id dan en masing-masing.`,
    zone: (value: string) => `"${value}" bukan zona. Pakai WIB, WITA, WIT, atau nama seperti Asia/Makassar.`,
    date: (value: string) => `"${value}" bukan tanggal. Tulis seperti 2026-12-01.`,
    past_date: (value: string) =>
      `${value} sudah lewat; hari yang lewat tetap memakai aturannya. Pakai hari ini atau sesudahnya.`,
    unit_unknown: (value: string) =>
      `unit "${value}" belum ada. Impor pegawai lebih dulu, atau betulkan namanya.`,
    unit_twice: (value: string) => `unit "${value}" disebut dua kali. Gabungkan.`,
  },
  rule: {
    workDays: () => 'hari kerja',
    promptAt: () => 'jam pengingat',
    promptLateness: () => 'keterlambatan pengingat (menit)',
    workHours: () => 'jam kerja',
    ramadanHours: () => 'jam kerja Ramadan',
    secondPromptBefore: () => 'pengingat kedua sebelum batas lapor (menit)',
    quietFrom: () => 'jam tenang',
    quietTo: () => 'jam tenang',
    closeAt: () => 'batas lapor',
    graceMinutes: () => 'masa tenggang (menit)',
    lateDays: () => 'hari untuk lapor susulan',
    aheadDays: () => 'hari untuk lapor di muka',
    acceptedReasons: () => 'alasan terlambat yang dapat diterima',
    messageBudget: () => 'pesan per orang per hari',
    evaluationPeriod: () => 'periode evaluasi',
    peerFeedback: () => 'umpan balik rekan kerja',
    publicPraise: () => 'pujian boleh dilihat tim',
    feedbackGapDays: () => 'hari tanpa umpan balik sampai diingatkan',
    requestReminderDays: () => 'hari kerja sampai permintaan umpan balik diingatkan',
    objectionDays: () => 'hari kerja untuk memutus keberatan',
    radarDays: () => 'hari kerja tanpa kegiatan pada RHK sampai ditunjukkan',
    ladderDays: () => 'hari kerja antara pengingat administratif',
    planDue: () => 'batas SKP disetujui (bulan-tanggal)',
    annualDue: () => 'batas evaluasi tahunan (bulan-tanggal)',
    periodicDueDays: () => 'hari untuk evaluasi periodik setelah periode berakhir',
    contact: () => 'kontak',
  },
  day: (day: number) => DAYS[day] ?? String(day),
  days: (from: number, to: number) => `${DAYS[from]}–${DAYS[to]}`,
  /** How a rule's value is shown. */
  value: {
    inherited: () => '(warisan)',
    hours: (start: string, end: string, pause: number) =>
      `${start}–${end}${pause > 0 ? `, istirahat ${pause} menit` : ''}`,
    never: () => 'tidak ada',
    yes: () => 'ya',
    no: () => 'tidak',
    period: (period: 'month' | 'quarter') => ({ month: 'bulan', quarter: 'triwulan' })[period],
    nextDay: (time: string) => `${time} hari berikutnya`,
    reason: (reason: AcceptedReason) => ({ no_signal: 'tanpa sinyal', emergency: 'tugas darurat' })[reason],
  },
  scope: (unit: string | null, from: string) => `${unit ?? 'Seluruh instansi'}, mulai ${from}:`,
  zone: (unit: string, from: string, to: string) => `${unit}, langsung berlaku:\n  ~ zona: ${from} → ${to}`,
  overruled: (date: string) =>
    `Aturan yang sudah tersimpan untuk ${date} tetap menggantikannya mulai tanggal itu.`,
  refused: (n: number) => `${n} masalah; tidak ada yang diterapkan.`,
  applied: () => 'Diterapkan.',
  dryRun: () => 'Hanya pratinjau; belum ada yang diterapkan. Jalankan lagi tanpa --dry-run.',
  same: () => 'Tidak ada yang berubah.',
};
