import type { DepartureProblem, DepartureReason } from '../core/staffing/departure.ts';
import type { SupervisionKind } from '../core/staffing/supervision.ts';
import type { SupervisionProblem } from '../core/staffing/supervision-problem.ts';
import { stop } from './stop.ts';

const kinds: Record<SupervisionKind, string> = { definitive: 'definitif', plt: 'Plt.', plh: 'Plh.' };
const reasons: Record<DepartureReason, string> = {
  pensiun: 'pensiun',
  pindah: 'pindah',
  berhenti: 'berhenti',
};

/** Indonesian texts about who supervises whom, handovers, and people who leave. */
export const supervisionId = {
  onlyHr: () => 'Hanya bagian kepegawaian yang dapat melakukannya; mohon hubungi bagian kepegawaian.',
  person: {
    unknown: (text: string) =>
      `Pegawai "${text}" tidak ada. Ketik nama seperti di data pegawai, atau NIP-nya.`,
    several: (text: string, names: string) =>
      `Ada beberapa pegawai yang cocok dengan "${text}": ${stop(names)} Ketik nama lengkap, nama dan unitnya, atau NIP-nya.`,
    inUnit: (name: string, unit: string) => `${name}, ${unit}`,
    wholeUnit: (unit: string) => `semua pegawai ${unit}`,
  },
  date: {
    unclear: () => 'Tanggalnya belum terbaca. Tulis misalnya 1 Mei 2026, besok, atau 2026-05-01.',
    hint: () => 'Tanggal tanpa tahun berarti yang akan datang.',
    today: () => 'Hari ini',
    nextMonth: () => 'Awal bulan depan',
    endOfMonth: () => 'Akhir bulan ini',
  },
  form: {
    title: () => 'Ganti atasan',
    review: () => 'Periksa',
    who: () => 'Pegawai mana yang berganti atasan?',
    whoHint: () => 'Nama atau NIP seorang pegawai, atau nama unit untuk semua pegawai di unit itu.',
    whoLabel: () => 'Pegawai',
    to: () => 'Siapa atasan barunya?',
    toHint: () => 'Nama atau NIP.',
    toLabel: () => 'Atasan baru',
    kind: () => 'Sebagai apa?',
    kindLabel: () => 'Sebagai',
    definitive: () => 'Atasan definitif',
    plt: () => 'Plt. (jabatan kosong)',
    plh: () => 'Plh. (pejabat berhalangan)',
    from: () => 'Mulai tanggal berapa?',
    fromLabel: () => 'Mulai',
    until: () => 'Sampai tanggal berapa (termasuk)?',
    untilLabel: () => 'Sampai',
    why: () => 'Apa dasarnya?',
    whyHint: () => 'Misalnya nomor SK atau surat perintah. Boleh dilewati.',
    whyLabel: () => 'Dasar',
  },
  problem: (problem: SupervisionProblem, person: string, supervisor: string): string =>
    ({
      self: `${person} tidak dapat menjadi atasannya sendiri; pilih atasan lain.`,
      cycle: `${person} adalah atasan ${supervisor}, langsung atau berjenjang; ganti dahulu atasan ${supervisor}, atau pilih atasan lain.`,
      person_inactive: `${person} sudah tidak aktif; aktifkan dahulu dengan perintah operator people return.`,
      supervisor_inactive: `${supervisor} sudah tidak aktif; pilih atasan yang masih aktif.`,
      until_missing: 'Plt. dan Plh. perlu tanggal akhir; isi sampai tanggal berapa.',
      until_too_early: 'Tanggal akhir lebih awal daripada tanggal mulai; perbaiki salah satunya.',
      until_not_acting: 'Atasan definitif tidak bertanggal akhir; kosongkan, atau pilih Plt. atau Plh.',
      too_early: 'Tanggal mulai paling jauh dua tahun ke belakang; perbaiki tanggalnya.',
      too_late: 'Tanggal paling jauh 400 hari ke depan; perbaiki tanggalnya.',
    })[problem],
  nobodyInUnit: (unit: string, supervisor: string) =>
    `Tidak ada pegawai ${unit} yang dapat berada di bawah ${supervisor}; pilih pegawai atau unit lain.`,
  review: {
    title: () => 'Periksa dulu pergantian atasan ini',
    people: (n: number, names: string) => `${n} pegawai: ${names}`,
    more: (n: number) => `dan ${n} lainnya`,
    atOnce: () => 'Berlaku segera. Yang menunggu pemeriksaan ikut berpindah, dan semua pihak diberi tahu.',
    later: (date: string) =>
      `Berlaku otomatis pada ${date}. Saat itu yang menunggu pemeriksaan ikut berpindah, dan semua pihak diberi tahu.`,
    past: () => 'Hanya dicatat sebagai riwayat; atasan hari ini tidak berubah.',
    back: () => 'Sesudah tanggal akhir, semuanya kembali kepada atasan definitif.',
  },
  saved: {
    atOnce: (n: number, supervisor: string) => stop(`Berlaku: ${n} pegawai di bawah ${supervisor}`),
    later: (n: number, supervisor: string, date: string) =>
      stop(`Tercatat: ${n} pegawai di bawah ${supervisor} mulai ${date}`),
    report: () => 'Kabar bahwa semua pihak sudah diberi tahu menyusul.',
  },
  list: {
    title: () => 'Pergantian atasan yang akan datang atau sementara',
    none: () => 'Tidak ada pergantian atasan yang dijadwalkan.',
    line: (person: string, supervisor: string, kind: SupervisionKind, dates: string) =>
      `${person}: ${supervisor} (${kinds[kind]}), ${dates}`,
    from: (date: string) => `mulai ${date}`,
    more: (n: number) => `dan ${n} lagi; lihat perintah operator supervisor list.`,
    fresh: () => 'Ganti atasan',
    cancel: (n: number) => `Batalkan ${n}`,
    cancelled: () => 'Dibatalkan.',
    already: () => 'Pergantian ini sudah tidak dapat dibatalkan; buat pergantian baru.',
  },
  nobody: () => 'belum ada',
  kind: (kind: SupervisionKind) => kinds[kind],
  named: (name: string, kind: SupervisionKind) => (kind === 'definitive' ? name : `${name} (${kinds[kind]})`),
  assessed: {
    title: (year: number) => `Pejabat penilai kinerja ${year}`,
    of: (name: string) => `Pegawai: ${name}`,
    line: (when: string, who: string) => `${when}: ${who}`,
    since: (date: string) => `sejak ${date}`,
    none: () => 'Atasan belum tercatat. Mohon hubungi bagian kepegawaian.',
    sentence: (parts: string) => stop(`Yang menilai tahun ini: ${parts}`),
    whole: () => 'sepanjang tahun',
  },
  told: {
    title: () => 'Atasan Bapak/Ibu berganti',
    from: (date: string, who: string) =>
      stop(`Mulai ${date}, laporan dan penilaian Bapak/Ibu ditangani ${who}`),
    until: (date: string) => `Berlaku sampai ${date}.`,
    nobody: (date: string) => `Mulai ${date} belum ada atasan yang tercatat; bagian kepegawaian sudah tahu.`,
    moved: () =>
      'Yang masih menunggu pemeriksaan sudah ikut dipindahkan; Bapak/Ibu tidak perlu mengirim ulang.',
  },
  handover: {
    title: () => 'Serah terima penilaian',
    out: (n: number, to: string, date: string) =>
      stop(`Mulai ${date}, penilaian ${n} pegawai beralih dari Bapak/Ibu kepada ${to}`),
    outNobody: (n: number, date: string) => `Mulai ${date}, ${n} pegawai tidak lagi di bawah Bapak/Ibu.`,
    ask: () => 'Ada yang perlu diketahui penggantinya? Catatan ini tidak wajib.',
    button: () => 'Tulis catatan',
    in: (n: number, from: string, date: string) =>
      stop(`Mulai ${date}, Bapak/Ibu menilai ${n} pegawai, sebelumnya dinilai ${from}`),
    inFirst: (n: number, date: string) => `Mulai ${date}, Bapak/Ibu menilai ${n} pegawai.`,
    acting: (kind: SupervisionKind, until: string) => `Sebagai ${kinds[kind]}, sampai ${until}.`,
    open: (c: { days: number; plans: number; dialogues: number; evaluations: number; requests: number }) =>
      [
        c.days > 0 ? `${c.days} hari laporan menunggu` : '',
        c.plans > 0 ? `${c.plans} SKP menunggu` : '',
        c.dialogues > 0 ? `${c.dialogues} dialog` : '',
        c.evaluations > 0 ? `${c.evaluations} evaluasi` : '',
        c.requests > 0 ? `${c.requests} permintaan umpan balik` : '',
      ]
        .filter(Boolean)
        .join(', ') || 'tidak ada yang menunggu',
    note: (author: string) => `Catatan dari ${author}`,
    about: (names: string) => `Tentang: ${names}`,
    noNote: () => 'Catatan dari atasan sebelumnya, bila ditulis, menyusul.',
    form: () => 'Catatan serah terima',
    whom: () => 'Tentang siapa?',
    everybody: () => 'Semua',
    write: () => 'Apa yang perlu diketahui penggantinya?',
    example: () => 'Yang sedang berjalan, yang sudah dijanjikan, yang perlu diperhatikan',
    noteLabel: () => 'Catatan',
    sent: (to: string) => stop(`Catatan diteruskan kepada ${to}`),
    kept: () => 'Catatan disimpan; belum ada penerusnya.',
    notYours: () => 'Catatan hanya dapat ditulis oleh atasan yang menyerahkan.',
  },
  report: {
    all: (n: number) => `Pergantian atasan ${n} pegawai: semua pihak sudah diberi tahu.`,
    waits: (n: number, told: number, all: number) =>
      `Pergantian atasan ${n} pegawai berlaku; ${told} dari ${all} pemberitahuan sudah sampai. Menunggu:`,
    line: (name: string, why: string) => `${name}: ${why}`,
    why: (why: 'not_linked' | 'unreachable' | 'failed' | 'pending') =>
      ({
        not_linked: 'belum terhubung; kirim undangan',
        unreachable: 'tidak dapat dihubungi; kirim undangan baru',
        failed: 'gagal terkirim; sampaikan langsung',
        pending: 'menunggu waktu kirim',
      })[why],
  },
  leave: {
    form: () => 'Pegawai keluar',
    who: () => 'Siapa yang pensiun, pindah, atau berhenti?',
    lastDay: () => 'Kapan hari kerja terakhirnya?',
    lastDayLabel: () => 'Hari terakhir',
    why: () => 'Mengapa?',
    whyLabel: () => 'Sebab',
    reason: (reason: DepartureReason) => reasons[reason],
    title: () => 'Periksa dulu',
    later: (date: string) =>
      `Sampai ${date} tidak ada yang berubah. Sehari sesudahnya: tidak ada lagi pengingat dan pesan; riwayatnya tetap tersimpan.`,
    atOnce: () => 'Berlaku segera: tidak ada lagi pengingat dan pesan; riwayatnya tetap tersimpan.',
    team: (n: number) => `${n} pegawai di bawahnya perlu atasan baru: ketik atasan.`,
    saved: (name: string, date: string) => stop(`Tercatat: hari terakhir ${name} ${date}`),
    undo: () => 'Batalkan',
    undone: (name: string) => stop(`Dibatalkan; ${name} tetap aktif`),
    nothingToUndo: (name: string) => stop(`Tidak ada yang perlu dibatalkan; ${name} aktif`),
    problem: (problem: DepartureProblem, name: string): string =>
      ({
        self: 'Hari terakhir sendiri dicatat oleh rekan lain di bagian kepegawaian.',
        already_left: `${name} sudah tidak aktif.`,
        too_early: 'Hari terakhir paling jauh 400 hari ke belakang; perbaiki tanggalnya.',
        too_late: 'Hari terakhir paling jauh 400 hari ke depan; perbaiki tanggalnya.',
      })[problem],
    left: (name: string, date: string) => stop(`${name} tidak aktif lagi; hari terakhirnya ${date}`),
    behind: (n: number) => `${n} pegawai belum punya atasan yang aktif:`,
    todo: () => 'Tetapkan atasan barunya dengan perintah atasan.',
    noTeam: () => 'Tidak ada pegawai di bawahnya.',
    gone: (date: string | null) =>
      `Masa tugas Bapak/Ibu tercatat sudah berakhir${date ? ` pada ${date}` : ''}, jadi laporan tidak diterima lagi. Riwayat tetap tersimpan. Bila keliru, mohon hubungi bagian kepegawaian. Terima kasih atas pengabdiannya.`,
  },
};
