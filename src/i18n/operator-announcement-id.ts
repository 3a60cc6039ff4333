/** What the operator reads about announcements, in Indonesian. */
export const operatorAnnouncementId = {
  help: {
    all: () => 'kirim siaran kepada pegawai; daftar, laporan, dan pembatalannya',
    text: () => 'berkas teks UTF-8 berisi siaran, atau - untuk masukan standar',
    unit: () => 'unit penerima, dengan unit di bawahnya; boleh diulang (bawaan: semua)',
    role: () => 'hanya peran ini: pegawai, hr, admin, atau pengamat; boleh diulang',
    supervisors: () => 'hanya atasan',
    state: () => 'hanya yang not_linked, no_plan, atau not_reported:N (N hari kerja terakhir)',
    deadline: () => 'batas waktu, misalnya 2027-01-31',
    countdown: () => 'ingatkan yang belum selesai pada H-14, H-7, H-3, H-1, dan hari H',
    goal: () => 'yang membuat selesai: read, plan, atau report',
    at: () => 'waktu kirim di zona instansi, misalnya "2026-11-27 08:00" (bawaan: sekarang)',
    by: () => 'NIP pegawai kepegawaian (hr) yang mengirim',
    dryRun: () => 'hanya tampilkan pratinjau, jumlah, lama, dan jadwal; tidak ada yang dikirim',
    list: () => 'siaran terbaru dan keadaannya',
    report: () => 'laporan sebuah siaran, semua unit',
    cancel: () => 'batalkan sebuah siaran; yang sudah terkirim tetap ada',
    today: () => 'laporan hari ini per unit',
    id: () => 'id siaran (lihat announce list)',
  },
  needs: (option: string) => `${option} perlu diisi. Lihat: announce --help`,
  notRead: (path: string, reason: string) => `Berkas ${path} tidak dapat dibaca (${reason}).`,
  notText: (path: string) =>
    `${path} bukan teks UTF-8. Simpan sebagai teks biasa (.txt, UTF-8), lalu ulangi.`,
  empty: (path: string) => `${path} kosong. Tulis isi siarannya, lalu ulangi.`,
  tooLong: (path: string, length: number, max: number) =>
    `${path} terlalu panjang: ${length} dari paling banyak ${max} karakter. Pendekkan, lalu ulangi.`,
  unit: (text: string, known: string[]) =>
    `--unit "${text}" tidak ada.${known.length > 0 ? ` Mungkin: ${known.join('; ')}.` : ' Pakai nama seperti di data pegawai.'}`,
  role: (text: string) => `--role "${text}" tidak dikenal. Pakai pegawai, hr, admin, atau pengamat.`,
  state: (text: string) =>
    `--state "${text}" tidak dikenal. Pakai not_linked, no_plan, atau not_reported:N dengan N dari 1 sampai 20.`,
  goal: (text: string) => `--goal "${text}" tidak dikenal. Pakai read, plan, atau report.`,
  deadline: (text: string) =>
    `--deadline "${text}" bukan tanggal yang akan datang. Tulis seperti 2027-01-31.`,
  countdown: () => '--countdown memerlukan --deadline.',
  at: (text: string) =>
    `--at "${text}" bukan waktu yang akan datang. Tulis seperti "2026-11-27 08:00", di zona instansi.`,
  afterDeadline: () => 'Waktu kirimnya sesudah batas waktunya. Ubah --at atau --deadline.',
  by: (nip: string) => `--by ${nip}: tidak ada pegawai kepegawaian (peran hr) yang aktif dengan NIP ini.`,
  nobody: () => 'Tidak ada penerima. Ubah --unit, --role, --supervisors, atau --state.',
  refused: (n: number) => `${n} masalah; tidak ada yang dikirim.`,
  page: (platform: string, n: number, all: number) =>
    all > 1 ? `--- ${platform}, pesan ${n} dari ${all}` : `--- ${platform}`,
  button: (label: string) => `[${label}]`,
  dryRun: () => 'Hanya pratinjau; tidak ada yang dikirim. Jalankan lagi tanpa --dry-run untuk mengirim.',
  made: (id: string) => `Siaran ${id} tersimpan. Bot yang berjalan mengirimnya; lihat: announce report ${id}`,
  none: () => 'Belum ada siaran.',
  unknown: (id: string) => `Siaran ${id} tidak ada. Lihat: announce list`,
  already: () => 'Siaran ini sudah dibatalkan.',
  finished: () => 'Siaran ini sudah selesai dikirim; tidak ada yang bisa dibatalkan.',
  cancelled: () => 'Dibatalkan. Yang belum terkirim tidak dikirim lagi.',
  status: (status: 'scheduled' | 'sending' | 'sent' | 'cancelled' | 'skipped') =>
    ({
      scheduled: 'terjadwal',
      sending: 'sedang dikirim',
      sent: 'terkirim',
      cancelled: 'dibatalkan',
      skipped: 'tidak dikirim',
    })[status] as string,
};
