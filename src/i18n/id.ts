import type { AbsenceKind, EntryStatus } from '../core/model.ts';
import { absenceId, absenceNameId } from './absence-id.ts';
import { actionsId } from './actions-id.ts';
import { announcementId } from './announcement-id.ts';
import { calendarId } from './calendar-id.ts';
import { cascadeId } from './cascade-id.ts';
import { commandId, commandNameId, helpId } from './command-id.ts';
import { dialogueId } from './dialogue-id.ts';
import { evaluationId } from './evaluation-id.ts';
import { feedbackId } from './feedback-id.ts';
import { fieldModeId } from './field-mode-id.ts';
import { followUpId } from './follow-up-id.ts';
import { objectionId } from './objection-id.ts';
import { periodId } from './period-id.ts';
import { planId } from './plan-id.ts';
import { promptsId } from './prompts-id.ts';
import { staffingId } from './staffing-id.ts';
import { stop } from './stop.ts';
import { todoId } from './todo-id.ts';
import { windowId } from './window-id.ts';

/** Indonesian texts: the source of the catalogue; polite and short. */
export const id = {
  fieldMode: fieldModeId,
  followUp: followUpId,
  announcement: announcementId,
  staffing: staffingId,
  actions: actionsId,
  objection: objectionId,
  cascade: cascadeId,
  dialogue: dialogueId,
  feedback: feedbackId,
  evaluation: evaluationId,
  field: {
    what: () => 'Kegiatan',
    workResult: () => 'RHK',
    time: () => 'Waktu',
    quantity: () => 'Hasil',
    evidence: () => 'Bukti',
    date: () => 'Tanggal',
    activity: () => 'Kegiatan',
    message: () => 'Pesan',
    received: () => 'Diterima',
    number: () => 'Nomor',
    name: () => 'Nama',
    nip: () => 'NIP',
    position: () => 'Jabatan',
    unit: () => 'Unit kerja',
    supervisor: () => 'Atasan',
    zone: () => 'Zona waktu',
    language: () => 'Bahasa',
    platforms: () => 'Terhubung di',
    status: () => 'Status',
    reason: () => 'Alasan',
  },
  form: {
    activity: () => 'Lapor kegiatan',
    feedback: () => 'Umpan balik',
    return: () => 'Kembalikan kegiatan',
    answer: () => 'Balas',
  },
  ask: {
    what: () => 'Apa yang Bapak/Ibu kerjakan?',
    whatHint: () => 'Tulis satu kegiatan, singkat dan jelas.',
    whatExample: () => 'Rapat koordinasi penyusunan laporan kinerja',
    workResult: () => 'Mendukung RHK yang mana?',
    noPlan: () => 'SKP tahun ini belum ada di Tutur; kegiatan tetap bisa dicatat.',
    time: () => 'Pukul berapa sampai pukul berapa?',
    timeHint: () => 'Contoh: 08.00-10.00',
    quantity: () => 'Apa hasilnya, berapa banyak?',
    quantityHint: () => 'Angka dan satuannya. Contoh: 3 dokumen',
    quantityExample: () => '3 dokumen',
    evidence: () => 'Ada bukti? Kirim foto, dokumen, atau tautan.',
    moreEvidence: (n: number) => `${n} bukti diterima. Ada lagi?`,
    evidenceHint: () => 'Maksimal 20 MB per berkas.',
    evidenceLink: () => 'Tautan bukti',
    date: () => 'Untuk tanggal berapa?',
    wholeDay: () => 'Semua kegiatan hari itu',
    whichActivity: () => 'Kegiatan yang mana?',
    feedback: (to: string) => stop(`Tulis umpan balik untuk ${to}`),
    returnReason: () => 'Apa yang perlu diperbaiki?',
    answer: (to: string) => stop(`Tulis balasan untuk ${to}`),
    remarkExample: () => 'Spesifik: apa yang baik, apa yang perlu ditambah',
    editWhich: () => 'Bagian mana yang diubah?',
    language: () => 'Pilih bahasa.',
  },
  problem: {
    whatUnclear: () =>
      'Uraian kegiatannya belum terbaca. Tulis dengan kata-kata, misalnya: Rapat koordinasi bidang.',
    tooLong: (length: number, max: number) =>
      `Terlalu panjang: ${length} dari paling banyak ${max} karakter. Mohon dipersingkat.`,
    chooseOne: () => 'Pilihan itu tidak ada. Pilih salah satu tombol, ketik nomornya, atau ketik batal.',
    required: () => 'Bagian ini perlu diisi.',
    timeUnclear: () => 'Waktunya belum terbaca. Tulis jam mulai dan selesai, misalnya 08.00-10.00.',
    emptySpan: () => 'Jam mulai dan selesai sama. Tulis keduanya, misalnya 08.00-10.00.',
    acrossMidnight: () =>
      'Jam selesai lebih awal daripada jam mulai. Satu laporan hanya untuk satu tanggal; kegiatan yang melewati tengah malam dicatat dua kali: sampai 24.00, lalu mulai 00.00 pada tanggal berikutnya.',
    quantityUnclear: () => 'Hasilnya belum terbaca. Tulis angka dan satuannya, misalnya 3 dokumen.',
    noUnit: () => 'Satuannya belum ada. Tulis misalnya: 3 dokumen.',
    tooLarge: () => 'Angkanya terlalu besar. Periksa kembali.',
    evidenceUnclear: () =>
      'Bukti berupa foto, dokumen, atau tautan yang diawali https://. Kirim salah satunya, atau ketik lewati.',
    tooMuchEvidence: (max: number) =>
      `Paling banyak ${max} bukti untuk satu kegiatan. Pilih Selesai untuk lanjut.`,
    fileTooLarge: (name: string) =>
      `${name} lebih dari 20 MB, jadi tidak bisa diunduh. Kirim versi yang lebih kecil atau tautannya. Isian yang sudah ada tetap tersimpan.`,
    fileKind: (name: string) =>
      `${name} bukan jenis yang diterima (foto, suara, video, PDF, Word, Excel, PowerPoint, teks, ZIP). Isian yang sudah ada tetap tersimpan.`,
    emptyText: () => 'Pesannya masih kosong. Tulis satu dua kalimat.',
    unsupported: () => 'Pesan jenis ini belum bisa dibaca. Kirim teks, foto, dokumen, atau tautan.',
    badPeriod: () =>
      'Periodenya belum terbaca. Contoh: rekap hari, rekap minggu, rekap bulan, rekap triwulan, rekap tahun, atau rekap 2026-11-01..2026-11-15.',
    unknownButton: () => 'Tombol ini tidak dikenali. Ketik /bantuan untuk melihat pilihan.',
    internal: () =>
      'Maaf, ada gangguan di sistem. Isian terakhir belum tersimpan; silakan kirim ulang sebentar lagi.',
    notAllowed: () => 'Hanya atasan pegawai ini yang dapat melakukannya.',
    notYours: () => 'Data ini bukan milik Bapak/Ibu.',
    gone: () => 'Data ini sudah tidak ada.',
  },
  workResult: {
    named: (number: number, title: string) => `RHK ${number}. ${title}`,
    inField: (number: number, title: string) => `${number}. ${title}`,
    short: (number: number) => `RHK ${number}`,
    additional: () => 'Tugas tambahan',
    none: () => 'Tanpa RHK',
    superior: (number: number) => `mendukung RHK ${number} atasan`,
  },
  duration: (minutes: number) =>
    [
      Math.floor(minutes / 60) > 0 ? `${Math.floor(minutes / 60)} jam` : '',
      minutes % 60 > 0 ? `${minutes % 60} menit` : '',
    ]
      .filter(Boolean)
      .join(' ') || '0 menit',
  button: {
    back: () => 'Kembali',
    skip: () => 'Lewati',
    cancel: () => 'Batal',
    clear: () => 'Kosongkan',
    done: () => 'Selesai',
    save: () => 'Simpan',
    change: () => 'Ubah',
    review: () => 'Periksa',
    add: () => 'Tambah',
    replace: () => 'Ganti',
    resume: () => 'Lanjutkan',
    startOver: () => 'Mulai baru',
    reportAgain: () => 'Lapor lagi',
    reportNow: () => 'Lapor sekarang',
    sameAsYesterday: () => 'Sama seperti kemarin',
    absence: (kind: AbsenceKind) => absenceNameId[kind],
    edit: () => 'Ubah',
    withdraw: () => 'Tarik',
    withdrawYes: () => 'Ya, tarik',
    history: () => 'Riwayat',
    repair: () => 'Perbaiki',
    reply: () => 'Balas',
    send: () => 'Kirim',
    approve: () => 'Setujui',
    return: () => 'Kembalikan',
    feedback: () => 'Umpan balik',
    evidence: (n: number) => `Lihat bukti (${n})`,
    openForm: () => 'Buka formulir',
    yesMe: () => 'Ya, ini saya',
    notMe: () => 'Bukan saya',
    undo: () => 'Urungkan',
    recap: () => 'Rekap bulan ini',
    help: () => 'Bantuan',
  },
  draft: {
    progress: (index: number, total: number) => `${index}/${total}`,
    review: () => 'Periksa dulu, lalu simpan',
    empty: () => '–',
    otherDay: (date: string) => `Laporan ini akan tercatat untuk ${date}.`,
    openForm: () => 'Isi lewat formulir.',
    answeredPrivately: () => 'Jawabannya saya kirim lewat pesan langsung.',
    alreadyAnswered: () => 'Sudah dijawab.',
    alreadyDone: () => 'Sudah selesai; tidak ada yang berubah.',
    cancelled: () => 'Dibatalkan. Tidak ada yang disimpan.',
    nothingToCancel: () => 'Tidak ada isian yang sedang berjalan.',
    unfinished: (what: string | null) =>
      what ? `Masih ada laporan yang belum selesai: ${what}` : 'Masih ada laporan yang belum selesai.',
    sameText: (number: string) => `Kegiatan yang sama sudah tercatat hari ini (${number}). Mau diapakan?`,
    unknownWorkResult: (number: number) => `RHK ${number} tidak ada di SKP tahun ini, mohon pilih.`,
    copied: (date: string, n: number) =>
      `${n} kegiatan dari ${date}, tanpa buktinya. Periksa, lalu simpan satu per satu.`,
    copiedPart: (shown: number, all: number) =>
      `${shown} dari ${all} kegiatan ditampilkan; selebihnya lewat /lapor.`,
    nothingToCopy: () => 'Belum ada laporan sebelumnya untuk disalin.',
  },
  receipt: {
    title: (number: string) => `Tersimpan · ${number}`,
    changed: (number: string, revision: number) => `Perubahan tersimpan · ${number} (versi ${revision})`,
    dayTotal: (count: number, duration: string | null) =>
      `Hari itu: ${count} kegiatan${duration ? `, ${duration}` : ''}.`,
    unchanged: (number: string) => `Tidak ada yang berubah pada ${number}.`,
    approvalAgain: () => 'Kegiatan ini tadinya sudah disetujui; perubahannya menunggu persetujuan lagi.',
    sentTo: (name: string) => stop(`Diteruskan kepada ${name}`),
    noSupervisor: () => 'Atasan belum tercatat. Mohon hubungi bagian kepegawaian agar laporan ini sampai.',
    stamp: (date: string, time: string, zone: string) => `${date}, pukul ${time} ${zone}`,
  },
  entry: {
    withdrawAsk: (what: string) => `Tarik kegiatan ini? Riwayatnya tetap tersimpan.\n${what}`,
    kept: () => 'Tidak ditarik; kegiatan ini tetap tersimpan.',
    withdrawn: (number: string) => `Kegiatan ${number} sudah ditarik.`,
    alreadyWithdrawn: () => 'Kegiatan ini sudah ditarik.',
    history: (number: string) => `Riwayat ${number}`,
    action: (action: 'created' | 'edited' | 'withdrawn' | 'approved' | 'returned') =>
      ({
        created: 'dicatat',
        edited: 'diubah',
        withdrawn: 'ditarik',
        approved: 'disetujui',
        returned: 'dikembalikan',
      })[action],
    by: (name: string) => `oleh ${name}`,
    status: (status: EntryStatus) =>
      ({ submitted: 'menunggu', approved: 'disetujui', returned: 'dikembalikan', withdrawn: 'ditarik' })[
        status
      ],
  },
  card: {
    summary: (count: number, duration: string | null) =>
      `${count} kegiatan${duration ? ` · ${duration}` : ''}`,
    none: () => 'Tidak ada kegiatan (semua ditarik).',
    more: (n: number) => `${n} kegiatan sebelumnya tidak ditampilkan.`,
    moved: (name: string) => stop(`Pegawai ini sekarang di bawah ${name}; pemeriksaan dilanjutkan di sana`),
    howto: () => 'Balas pesan ini untuk memberi umpan balik.',
    evidence: (n: number) => `${n} bukti`,
    edited: (revision: number) => `versi ${revision}`,
  },
  talk: {
    feedback: (author: string) => `Umpan balik dari ${author}`,
    reply: (author: string) => `Balasan dari ${author}`,
    appreciation: (author: string, emoji: string) => `${author} memberi apresiasi ${emoji}`,
    returned: (author: string) => `Dikembalikan oleh ${author}`,
    approved: (author: string, n: number) => `Disetujui oleh ${author}: ${n} kegiatan`,
    about: (what: string, date: string) => `Tentang: ${what} (${date})`,
    aboutDay: (date: string, activities: string) => `Tentang kegiatan ${date}: ${activities}`,
    howto: () => 'Balas pesan ini untuk menjawab.',
    sent: (name: string) => stop(`Terkirim kepada ${name}`),
    nobody: () =>
      'Belum ada atasan yang tercatat, jadi balasan belum bisa diteruskan. Mohon hubungi bagian kepegawaian.',
    nothingToApprove: () => 'Semua kegiatan hari itu sudah diperiksa.',
    approvedToast: (n: number) => `${n} kegiatan disetujui.`,
    returnedToast: (name: string) => `Dikembalikan kepada ${name}, beserta alasannya.`,
    noEntries: () => 'Tidak ada kegiatan pada hari itu.',
    noEvidence: () => 'Belum ada berkas bukti yang bisa dibuka.',
    evidenceOf: (name: string, date: string) => `Bukti ${name}, ${date}`,
    evidencePending: (name: string) => `${name} masih diunduh; coba lagi sebentar.`,
  },
  prompt: {
    title: (name: string) => `Yth. Bapak/Ibu ${name},`,
    body: (date: string) => `Kegiatan ${date} belum tercatat. Satu pesan saja cukup, misalnya:`,
    example: () => '08.00-10.00 Rapat koordinasi 1 notulen',
    otherDay: () => 'Tombol ini untuk hari yang sudah lewat. Ketik /lapor untuk hari ini.',
  },
  prompts: promptsId,
  absence: absenceId,
  link: {
    home: () =>
      'Kirim pesan kepada Tutur untuk menghubungkan akun ini; sesudah itu yang menunggu Bapak/Ibu tampil di sini.',
    unknown: (contact: string) =>
      `Salam. Akun ini belum terhubung dengan data pegawai. Mintalah kode undangan kepada ${contact}, lalu kirim: /start KODE`,
    contact: () => 'bagian kepegawaian unit Bapak/Ibu',
    privateOnly: (bot: string) =>
      `Laporan kegiatan bersifat pribadi. Silakan lanjutkan di https://t.me/${bot}`,
    confirm: () => 'Apakah ini data Bapak/Ibu?',
    tryAgain: () => 'Maaf, data akun belum bisa diperiksa saat ini. Silakan kirim pesan lagi sebentar lagi.',
    wrongCode: (left: number) =>
      left === 0
        ? 'Kode itu tidak berlaku, dan percobaannya habis. Coba lagi dalam 60 menit, atau minta kode baru kepada bagian kepegawaian.'
        : `Kode itu tidak berlaku: salah ketik, sudah dipakai, atau kedaluwarsa. Sisa percobaan: ${left}. Kode baru bisa diminta kepada bagian kepegawaian.`,
    locked: (minutes: number) =>
      `Terlalu banyak percobaan. Silakan coba lagi dalam ${minutes} menit, atau minta bantuan bagian kepegawaian.`,
    declined: () => 'Baik, tidak dihubungkan. Mohon beri tahu bagian kepegawaian bahwa kodenya keliru.',
    nothingToConfirm: () => 'Tidak ada yang perlu dikonfirmasi. Kirim: /start KODE',
    already: (name: string) => stop(`Akun ini sudah terhubung sebagai ${name}`),
    replaced: () =>
      'Akun ini tidak lagi terhubung: pegawai yang sama baru saja terhubung dari akun lain. Bila bukan Bapak/Ibu, segera hubungi bagian kepegawaian.',
  },
  welcome: {
    title: (name: string) => stop(`Selamat datang, ${name}`),
    how: () => 'Laporkan kegiatan dengan satu pesan, misalnya:',
    example: () => '08.00-10.00 Rapat koordinasi RHK2 3 dokumen',
    guided: () => 'Atau tekan Lapor sekarang untuk dipandu. Foto dengan keterangan juga bisa.',
    supervisor: (n: number) =>
      `Laporan ${n} pegawai akan masuk ke sini untuk diperiksa dan diberi umpan balik.`,
  },
  help: helpId,
  commandName: commandNameId,
  command: commandId,
  recap: {
    title: (what: string) => `Rekap ${what}`,
    period: (kind: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'range') =>
      ({ day: 'hari', week: 'minggu', month: 'bulan', quarter: 'triwulan', year: 'tahun', range: 'periode' })[
        kind
      ],
    days: (reported: number, expected: number) => `Hari kerja terlapor: ${reported} dari ${expected}`,
    offDays: (n: number) => `Terlapor di luar hari kerja: ${n} hari`,
    absent: (n: number) => `Cuti, sakit, atau dinas luar: ${n} hari kerja`,
    since: (date: string) => `Dihitung sejak ${date}.`,
    totals: (count: number, duration: string, evidence: number) =>
      `${count} kegiatan · ${duration} · ${evidence} bukti`,
    line: (count: number, duration: string) => `${count} kegiatan, ${duration}`,
    evidence: (n: number) => `${n} bukti`,
    last: (date: string) => `terakhir ${date}`,
    nothing: () => 'Belum ada kegiatan pada periode ini.',
    waiting: (n: number) => `Menunggu pemeriksaan: ${n}`,
    returned: (n: number) => `Dikembalikan: ${n}`,
    unreported: (dates: string) => `Belum terlapor: ${dates}`,
    moreDates: (n: number) => `dan ${n} hari lagi`,
  },
  period: periodId,
  plan: planId,
  team: {
    title: (date: string) => `Tim, ${date}`,
    none: () => 'Belum ada pegawai yang tercatat di bawah Bapak/Ibu.',
    reported: (n: number, waiting: number) =>
      waiting > 0 ? `${n} kegiatan, ${waiting} menunggu` : `${n} kegiatan, sudah diperiksa`,
    notYet: () => 'belum melapor',
    absent: (kind: AbsenceKind) => absenceNameId[kind].toLowerCase(),
    dayOff: () => 'bukan hari kerja',
  },
  calendar: calendarId,
  profile: {
    title: () => 'Data saya',
    noSupervisor: () => 'belum tercatat',
    reportedToday: (n: number) => `Hari ini sudah tercatat ${n} kegiatan.`,
    languageName: () => 'Indonesia',
    languageSet: () => 'Bahasa diganti ke Indonesia.',
    correct: () => 'Ada yang keliru? Bagian kepegawaian dapat memperbaikinya.',
  },
  todo: todoId,
  window: windowId,
  notice: {
    unreachable: (name: string, nip: string, platform: string) =>
      `${name} (${nip}) tidak dapat dihubungi di ${platform}: bot diblokir atau akunnya tidak aktif. Kirim undangan baru bila perlu.`,
    evidenceFailed: (name: string) =>
      `${name} gagal diunduh, jadi belum menjadi bukti. Kegiatannya tetap tersimpan: tekan Ubah pada bukti lapornya, pilih Bukti, lalu kirim ulang berkasnya.`,
  },
};
