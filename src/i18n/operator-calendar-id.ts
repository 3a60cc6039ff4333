import type { Advice } from '../commands/finding.ts';

/** The operator's texts about calendar and duty rosters in Indonesian. */
export const calendarId = {
  off: () => 'lepas dinas',
  byWeek: () => 'kembali mengikuti hari kerja biasa',
  check: {
    noHolidays: (): Advice => [
      'Hari libur belum ada; kalender bawaan dimuat saat start pertama.',
      'Atau impor sendiri: import holidays data-files/holidays.csv',
    ],
    holidays: (year: number, n: number): Advice => [`Hari libur ${year}: ${n} hari.`],
    holidaysProvisional: (year: number, n: number, provisional: number): Advice => [
      `Hari libur ${year}: ${n} hari, ${provisional} di antaranya masih sementara.`,
      `Impor lagi setelah SKB 3 Menteri terbit: import holidays libur-${year}.csv`,
    ],
    holidaysMissing: (year: number): Advice => [
      `Hari libur ${year} belum ada.`,
      `Impor setelah SKB 3 Menteri terbit: import holidays libur-${year}.csv`,
    ],
    ramadan: (year: number, span: string): Advice => [`Jam kerja Ramadan ${year}: ${span}.`],
    ramadanProvisional: (year: number, span: string): Advice => [
      `Jam kerja Ramadan ${year}: ${span}, masih sementara.`,
      'Impor lagi setelah sidang isbat: import holidays ramadan.csv (jenis ramadan, kolom sampai).',
    ],
    ramadanMissing: (year: number): Advice => [
      `Tanggal Ramadan ${year} belum ada; jam kerja biasa yang berlaku.`,
      'Impor: import holidays ramadan.csv (jenis ramadan, kolom sampai).',
    ],
    rosters: (people: number): Advice => [`Jadwal dinas: ${people} pegawai.`],
    rostersEnd: (people: number, first: string): Advice => [
      `Jadwal dinas ${people} pegawai sudah atau segera habis (terakhir ${first}); sesudahnya mereka mengikuti hari kerja biasa.`,
      'Impor jadwal berikutnya: import shifts jadwal.csv',
    ],
  },
};
