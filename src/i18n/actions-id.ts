/** Indonesian texts about action plans (rencana aksi) and the radar over quiet work results. */
export const actionsId = {
  label: () => 'Rencana aksi',
  short: (number: number) => `RA${number}`,
  named: (number: number, title: string) => `RA${number}. ${title}`,
  title: (period: string) => `Rencana aksi · ${period}`,
  titleOf: (name: string, period: string) => `Rencana aksi ${name} · ${period}`,
  noneYet: () => 'Belum ada rencana aksi pada periode ini.',
  formerResult: () => 'RHK yang tidak berlaku lagi',
  nothingDone: () => 'belum ada kegiatan',
  activities: (n: number) => `${n} kegiatan`,
  recap: (name: string, done: string, target: string) =>
    target === '' ? `${name}: ${done}` : `${name}: ${done} (target ${target})`,
  howto: (number: number) => `Tulis RA${number} dalam laporan kegiatan untuk mengaitkannya.`,
  which: (name: string) => `Pegawai yang mana? Nama "${name}" ada beberapa.`,
  saved: (number: number) => `Rencana aksi tersimpan sebagai RA${number}.`,
  changed: (number: number) => `RA${number} sudah diubah.`,
  removed: (number: number) => `RA${number} dihapus.`,
  copied: (n: number) => `${n} rencana aksi disalin; periksa targetnya.`,
  removeAsk: (number: number, title: string, activities: number) =>
    activities > 0
      ? `Hapus RA${number}. ${title}? ${activities} kegiatan yang terkait tetap menyimpannya.`
      : `Hapus RA${number}. ${title}?`,
  field: {
    period: () => 'Periode',
    target: () => 'Target',
    done: () => 'Sudah dikerjakan',
  },
  ask: {
    which: () => 'Melaksanakan rencana aksi yang mana?',
    workResult: () => 'Rencana aksi untuk RHK yang mana?',
    period: () => 'Untuk periode apa?',
    what: () => 'Apa yang akan dilakukan?',
    whatExample: () => 'Menyusun draf laporan kinerja triwulan',
    target: () => 'Berapa targetnya?',
    targetHint: () => 'Angka dan satuannya, misalnya 3 dokumen; boleh dilewati.',
  },
  button: {
    add: () => 'Tambah',
    copy: (n: number) => `Salin dari periode lalu (${n})`,
    open: (number: number) => `RA${number}`,
    remove: () => 'Hapus',
    removeYes: () => 'Ya, hapus',
  },
  problem: {
    choose: (number: number | null) =>
      number === null
        ? 'Pilih salah satu rencana aksi, ketik nomornya, atau ketik lewati.'
        : `RA${number} bukan rencana aksi RHK dan tanggal ini; pilih yang lain atau kosongkan.`,
    notOpen: (number: number) =>
      `RA${number} tidak ada pada periode ini; ketik aksi untuk melihat daftarnya.`,
    otherWorkResult: (number: number, own: number, named: number) =>
      `RA${number} termasuk RHK ${own}, bukan RHK ${named}; mohon pilih rencana aksinya.`,
    otherYear: (period: string) => `RHK itu tidak berlaku pada ${period}; pilih periode lain atau RHK lain.`,
    whatUnclear: () =>
      'Rencana aksinya belum terbaca. Tulis dengan kata-kata, misalnya: Menyusun draf laporan.',
    known: (number: number) =>
      `Rencana aksi yang sama sudah ada sebagai RA${number}; ubah yang itu bila perlu.`,
    removed: (number: number) => `RA${number} sudah dihapus.`,
    nothingToCopy: () => 'Tidak ada lagi yang perlu disalin dari periode lalu.',
    notAllowed: () => 'Rencana aksi hanya dapat dilihat oleh pegawainya dan atasannya.',
    notFound: (name: string) => `Tidak ada pegawai bernama "${name}" di tim Bapak/Ibu.`,
    notInPlan: () => 'RHK ini tidak ada di SKP yang berlaku; ketik skp untuk melihatnya.',
  },
  radar: {
    title: () => 'RHK yang belum bergerak',
    quiet: (days: number, last: string | null) =>
      last === null
        ? `Belum ada kegiatan atau bukti, sudah ${days} hari kerja.`
        : `Belum ada kegiatan atau bukti selama ${days} hari kerja (terakhir ${last}).`,
    of: (number: number, sentence: string) => `RHK ${number}: ${sentence}`,
    closes: (period: string, days: number) =>
      days === 0 ? `${period} berakhir hari ini.` : `${period} berakhir ${days} hari lagi.`,
    private: () => 'Pesan ini hanya untuk Bapak/Ibu, dan hanya sekali.',
    report: () => 'Lapor sekarang',
    talk: () => 'Bicarakan dengan atasan',
    notNeeded: () => 'Tidak perlu periode ini',
    paused: (number: number) => `Baik, RHK ${number} tidak diingatkan sampai periode ini berakhir.`,
    periodOver: () => 'Periode itu sudah berakhir; ketik radar untuk keadaan sekarang.',
    allActive: (results: number): string =>
      results === 0
        ? 'Belum ada RHK yang berlaku; ketik skp untuk melihat SKP.'
        : 'Tidak ada RHK yang perlu diperhatikan sekarang.',
    nobody: () => 'Radar ini untuk pegawai yang melapor dan atasannya.',
    teamTitle: () => 'RHK tim yang belum bergerak',
    teamActive: () => 'Tidak ada.',
    teamPrivate: () =>
      'Hanya Bapak/Ibu yang melihat daftar ini, menurut abjad, dan pegawainya sudah lebih dulu diberi tahu.',
  },
};
