import type { CalendarProblemTexts } from './problem-text.ts';

/** Sentences about faults in files about the calendar, in Indonesian. */
export const calendarProblemsId: CalendarProblemTexts = {
  date: ({ value }) => [`"${value}" bukan tanggal`, 'Tulis seperti 2026-08-17 atau 17/08/2026.'],
  holiday_kind: ({ value }) => [
    `jenis "${value}" tidak dikenal`,
    'Pakai libur_nasional, cuti_bersama, libur_daerah, atau ramadan.',
  ],
  holiday_status: ({ value }) => [`status "${value}" tidak dikenal`, 'Pakai pasti, sementara, atau batal.'],
  duplicate_date: ({ value, firstLine }) => [
    `tanggal ${value} sudah ada di baris ${firstLine}`,
    'Satu tanggal satu baris: gabungkan namanya, atau betulkan tanggalnya.',
  ],
  date_span: ({ value, max }) => [
    `"${value}" mendahului tanggal mulainya, atau lebih dari ${max} hari sesudahnya`,
    'Betulkan tanggal atau sampai.',
  ],
  holiday_unit: () => ['kolom unit hanya untuk libur_daerah', 'Kosongkan, atau ubah jenisnya.'],
  unit_unknown: ({ value }) => [
    `unit "${value}" belum ada di Tutur`,
    'Impor berkas pegawai lebih dulu (import people), atau betulkan namanya.',
  ],
  shift_clock: ({ value }) => [
    `"${value}" bukan jam`,
    'Tulis seperti 07:30 (di Excel: format kolom Teks), atau libur di kolom mulai.',
  ],
  shift_end: ({ value }) => [`hari libur tidak punya jam selesai ("${value}")`, 'Kosongkan kolom selesai.'],
  duplicate_shift: ({ value, firstLine }) => [
    `dinas pegawai ini pada ${value} sudah ada di baris ${firstLine}`,
    'Satu pegawai satu baris setiap tanggal: hapus salah satunya.',
  ],
};
