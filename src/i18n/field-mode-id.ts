/** Indonesian texts about work on the move: edited messages, open drafts, templates and obstacles. */
export const fieldModeId = {
  edit: {
    unchanged: () => 'Pesan yang diubah itu belum bisa dipakai; isian sebelumnya tetap berlaku.',
    withdrawn: (number: string) => `Kegiatan ${number} sudah ditarik, jadi perubahan pesannya tidak dipakai.`,
    tooLate: (number: string, date: string) =>
      `Batas waktu untuk ${date} sudah lewat, jadi kegiatan ${number} tidak berubah. Bila perlu perbaikan, sampaikan kepada atasan.`,
  },
  forwarded: {
    title: (line: string) => `Menindaklanjuti: ${line}`,
  },
  recording: {
    voice: () => 'Pesan suara diterima sebagai bukti; tulis uraiannya.',
    video: () => 'Video diterima sebagai bukti; tulis uraiannya.',
  },
  evening: {
    title: (n: number) => `${n} kegiatan belum disimpan`,
    unnamed: () => 'Belum diuraikan',
    missing: (names: string) => `belum ada: ${names}`,
    ready: () => 'lengkap',
    same: (number: string) => `sama dengan ${number}; buka untuk memilih`,
    outside: () => 'di luar batas waktu; buka untuk menyimpannya tersendiri',
    item: (index: number) => `nomor ${index}`,
    complete: (index: number) => `Lengkapi ${index}`,
    save: (n: number) => `Simpan yang lengkap (${n})`,
    changed: () => 'Daftarnya sudah berubah; mohon periksa lagi.',
    saved: (n: number) => `Tersimpan · ${n} kegiatan`,
  },
  template: {
    title: () => 'Templat kegiatan',
    none: () => 'Belum ada templat. Kegiatan satu hari dapat disimpan sebagai templat hari itu.',
    reportFirst: () => 'Setelah ada hari yang dilaporkan, kegiatannya dapat disimpan di sini.',
    day: (day: string, n: number) => `${day} · ${n} kegiatan`,
    use: (day: string, n: number) => `Pakai templat ${day} (${n} kegiatan)`,
    save: (day: string, date: string) => `Simpan ${date} sebagai templat ${day}`,
    replace: (day: string, date: string) => `Ganti templat ${day} dengan ${date}`,
    delete: (day: string) => `Hapus templat ${day}`,
    saved: (day: string, n: number, all: number) =>
      n < all
        ? `Templat ${day} disimpan: ${n} dari ${all} kegiatan, tanpa buktinya.`
        : `Templat ${day} disimpan: ${n} kegiatan, tanpa buktinya.`,
    deleted: (day: string) => `Templat ${day} dihapus.`,
    gone: (day: string) => `Templat ${day} sudah tidak ada.`,
    used: (day: string, n: number) => `${n} kegiatan dari templat ${day}. Periksa, lalu simpan.`,
    available: () => 'Hari ini ada templatnya.',
  },
  obstacle: {
    label: () => 'Kendala',
    flag: () => 'Ada kendala',
    ask: () => 'Apa kendalanya?',
    hint: () => 'Tulis singkat; atasan melihatnya di laporan hari itu.',
    example: () => 'Jaringan mati di lokasi',
    unclear: () => 'Kendalanya belum terbaca. Tulis dengan kata-kata, misalnya: jaringan mati.',
    howto: () => 'Kendala ini dibawa ke hari berikutnya sampai Bapak/Ibu menutupnya lewat perintah kendala.',
    noted: (text: string) => `Kendala tercatat: ${text}`,
    title: (n: number) => `Kendala terbuka: ${n}`,
    none: () => 'Tidak ada kendala yang terbuka.',
    more: (n: number) => `dan ${n} lagi setelah ini ditutup`,
    since: (text: string, date: string) => `${text} (sejak ${date})`,
    close: (index: number | null) => (index === null ? 'Sudah selesai' : `${index} · Sudah selesai`),
    keep: (index: number | null) => (index === null ? 'Masih' : `${index} · Masih`),
    closed: () => 'Kendala ditutup.',
    kept: () => 'Baik, tetap terbuka.',
    alreadyClosed: () => 'Kendala ini sudah ditutup.',
    carried: (texts: string, more: number) =>
      `Kendala yang masih terbuka: ${texts}${more > 0 ? `, dan ${more} lagi` : ''}`,
    button: (n: number) => `Kendala (${n})`,
    onCard: (text: string) => `Kendala: ${text}`,
    closedOnCard: (text: string, date: string) => `Kendala: ${text} (selesai ${date})`,
  },
  total: {
    of: (minutes: string, norm: string) => `${minutes} dari ${norm}`,
    review: (minutes: string) => `Dengan ini hari itu menjadi ${minutes}.`,
  },
};
