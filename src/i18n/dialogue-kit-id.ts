/** The one page before a dialogue in Indonesian. */
export const dialogueKitId = {
  title: (kind: string) => `Bahan dialog kinerja: ${kind}`,
  between: (employee: string, leader: string) => `${employee} dan ${leader}`,
  since: (from: string, to: string, dialogue: boolean): string =>
    dialogue ? `Sejak dialog terakhir: ${from} – ${to}` : `Periode: ${from} – ${to}`,
  results: () => 'Hasil per RHK',
  noPlan: () => 'Belum ada SKP yang berlaku.',
  target: (text: string) => `Target: ${text}`,
  idle: () => 'belum ada kegiatan',
  obstacles: (n: number) => `Kendala terbuka (${n})`,
  feedback: (n: number) => `Umpan balik sejak itu (${n})`,
  said: (date: string, author: string, text: string) => `${date}, ${author}: ${text}`,
  returned: (text: string) => `dikembalikan: ${text}`,
  commitments: (n: number) => `Tindak lanjut terbuka (${n})`,
  expectations: () => 'Ekspektasi khusus pimpinan',
  none: () => 'tidak ada',
  more: (n: number) => `… dan ${n} lainnya`,
  shortened: () => 'Disingkat agar muat satu halaman; tekan Baca selengkapnya.',
  same: () => 'Kedua pihak menerima halaman yang sama.',
  readMore: () => 'Baca selengkapnya',
};
