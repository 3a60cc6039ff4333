import type { GoalField } from '../app/import/agreement-difference.ts';
import type { PersonField } from '../app/import/people-difference.ts';
import type { PlanField, WorkResultField } from '../app/import/plans-difference.ts';
import type { Advice } from '../commands/finding.ts';
import type { GoalKind } from '../core/cascade/facts.ts';
import { operatorAnnouncementId } from './operator-announcement-id.ts';
import { calendarId } from './operator-calendar-id.ts';
import { operatorEvaluateId } from './operator-evaluate-id.ts';
import { settingsId } from './operator-settings-id.ts';
import { operatorStaffingId } from './operator-staffing-id.ts';
import { operatorWindowId } from './window-id.ts';

const duration = (seconds: number) => {
  if (seconds < 120) return `${seconds} detik`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} menit`;
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} jam` : `${Math.round(seconds / 86_400)} hari`;
};

const titles: Record<string, string> = {
  'Usage:': 'Pemakaian:',
  'Arguments:': 'Argumen:',
  'Options:': 'Pilihan:',
  'Commands:': 'Perintah:',
};

/** The operator's texts in Indonesian: the source of the catalogue. */
export const operatorId = {
  announce: operatorAnnouncementId,
  staffing: operatorStaffingId,
  help: {
    program: () =>
      'Perintah operator Tutur. Keluar dengan 0: berhasil; 1: gagal atau ada masalah; 2: salah pakai.',
    help: () => 'tampilkan bantuan',
    standard: (text: string, value: string) => `${text} (bawaan: ${value})`,
    /** A heading of the help, which is given in English. */
    title: (title: string) => titles[title] ?? title,
    group: (name: 'run' | 'data' | 'use') =>
      ({ run: 'Menjalankan:', data: 'Data dan aturan:', use: 'Sehari-hari:' })[name],
    example: () => 'Contoh:',
    json: () => 'cetak satu dokumen JSON, tanpa yang lain',
    dryRun: () => 'hanya tampilkan perbedaannya; tidak ada yang disimpan',
    start: () => 'jalankan bot',
    check: () => 'periksa pengaturan, token, basis data, webhook, dan jam',
    status: () => 'antrean, kegagalan terakhir, dan jumlah',
    demo: () => 'isi basis data kosong dengan instansi contoh',
    import: {
      all: () =>
        'impor pegawai, SKP, rencana aksi, sasaran unit, matriks peran, hari libur, jadwal dinas, atau riwayat evaluasi dari CSV atau .xlsx',
      people: () =>
        'impor pegawai: nip,nama,jabatan,unit,induk_unit,atasan_nip,email,peran,zona,jenjang,memimpin,unit_mandiri',
      actions: () => 'impor rencana aksi: nip,tahun,rhk_no,periode,rencana_aksi,target,satuan',
      plans: () =>
        'impor SKP: nip,tahun,jenis,rhk_no,rhk,rhk_atasan_no,aspek,iki,target,satuan; boleh ditambah: perspektif, metode, tenggat, pendekatan, berlaku_mulai, lampiran_*, ekspektasi_*',
      agreement: () =>
        'impor sasaran unit (renstra, perjanjian kinerja): unit,tahun,jenis,nomor,sasaran,iku,target,satuan,induk_unit,induk_nomor',
      matrix: () =>
        'impor matriks peran hasil sebagai draf: atasan_nip,rhk_no,nip,kontribusi,metode,dibagi_menurut,tahun',
      holidays: () => 'impor hari libur dan Ramadan: tanggal,sampai,nama,jenis,unit,sumber,status',
      shifts: () =>
        'impor jadwal dinas (piket, sif): nip,tanggal,mulai,selesai; mulai = libur bila lepas dinas',
      history: operatorEvaluateId.help.history,
      file: () => 'berkas CSV atau .xlsx',
    },
    settings: {
      all: () => 'aturan instansi dan unit',
      apply: () => 'terapkan aturan dari berkas YAML (contoh: agency.yaml)',
      file: () => 'berkas YAML',
    },
    summary: {
      all: () => 'rekap pegawai pada suatu periode, satu baris per orang',
      nip: () => 'satu pegawai',
      period: () => 'hari, minggu, bulan, triwulan, tahun, tanggal, atau tanggal..tanggal',
    },
    invite: {
      all: () => 'buat kode undangan sekali pakai',
      unit: () => 'pegawai unit ini dan unit di bawahnya',
      nip: () => 'satu pegawai, juga untuk ganti ponsel',
      missing: () => 'hanya yang belum terhubung (bawaan bila tanpa --unit dan --nip)',
      format: () => 'bentuk keluaran: csv atau pdf',
      days: () => 'masa berlaku dalam hari',
      out: () => 'tulis ke berkas, bukan ke layar',
    },
  },
  failure: {
    setting: (name: string, message: string) => `Pengaturan ${name}: ${message}.`,
    database: (reason: string) => `Basis data tidak dapat dibuka: ${reason}. Periksa DATABASE_URL.`,
    conflict: (message: string) =>
      `Data berubah selagi perintah ini berjalan (${message}); tidak ada yang disimpan. Jalankan lagi.`,
  },
  import: {
    counts: (added: number, changed: number, unchanged: number, removed = 0) =>
      `Baru: ${added}. Berubah: ${changed}. ${removed > 0 ? `Dihapus: ${removed}. ` : ''}Tetap: ${unchanged}.`,
    missing: (n: number) => `${n} pegawai yang tersimpan tidak ada di berkas ini; datanya dibiarkan.`,
    missingHolidays: (n: number) => `${n} hari libur yang tersimpan tidak ada di berkas ini; dibiarkan.`,
    unitAdded: (name: string, parent: string | null) => `Unit ${name}${parent ? `, di bawah ${parent}` : ''}`,
    unitMoved: (name: string, from: string | null, to: string) =>
      `Unit ${name}: induk ${from ?? '–'} → ${to}`,
    unitLed: (name: string, from: string | null, to: string | null) =>
      `Unit ${name}: pimpinan ${from ?? '–'} → ${to ?? '–'}`,
    unitIndependent: (name: string, is: boolean) => `Unit ${name}: unit mandiri ${is ? 'ya' : 'tidak'}`,
    personField: (field: PersonField) =>
      ({
        ...{ name: 'nama', position: 'jabatan', unit: 'unit', supervisor: 'atasan' },
        ...{ email: 'e-mail', roles: 'peran', zone: 'zona', level: 'jenjang' },
      })[field],
    workResultField: (field: WorkResultField) =>
      ({
        ...{ title: 'uraian', additional: 'jenis', superior: 'RHK atasan', indicators: 'indikator' },
        ...{ method: 'metode', perspective: 'perspektif', restored: 'berlaku lagi' },
      })[field],
    planField: (field: PlanField) =>
      ({ approach: 'pendekatan', annexes: 'lampiran', expectations: 'ekspektasi khusus' })[field],
    planFrom: (date: string) => `berlaku mulai ${date}`,
    holidayField: (field: 'name' | 'kind' | 'source' | 'provisional') =>
      ({ name: 'nama', kind: 'jenis', source: 'sumber', provisional: 'status' })[field],
    goal: (kind: GoalKind, number: number) => (kind === 'strategy' ? `renstra ${number}` : `PK ${number}`),
    goalField: (field: GoalField) =>
      ({ title: 'sasaran', parent: 'induk', indicators: 'IKU', restored: 'berlaku lagi' })[field],
    goalRetired: (title: string) => `${title} (tidak terdaftar lagi)`,
    measures: (n: number) => `${n} IKU`,
    matrixDrafts: () => 'Masuk sebagai draf: pegawai melihatnya setelah atasan membagikannya lewat matriks.',
    workResults: (n: number) => `${n} RHK`,
    retired: (title: string) => `${title} (tidak terdaftar lagi; kegiatan lama tetap menyimpannya)`,
    warning: () => 'Perhatian:',
    refused: (n: number) => `${n} masalah; tidak ada yang disimpan. Perbaiki berkasnya, lalu impor lagi.`,
    applied: () => 'Tersimpan.',
    dryRun: () => 'Hanya pratinjau; belum ada yang disimpan. Jalankan lagi tanpa --dry-run untuk menyimpan.',
    same: () => 'Tidak ada yang berubah.',
  },
  settings: settingsId,
  calendar: calendarId,
  summary: {
    line: (s: { reported: number; expected: number; count: number; minutes: number; evidence: number }) =>
      `${s.reported} dari ${s.expected} hari kerja, ${s.count} kegiatan, ${s.minutes} menit, ${s.evidence} bukti`,
    nobody: () => 'Tidak ada pegawai yang cocok.',
    period: (text: string) =>
      `Periode "${text}" belum terbaca. Contoh: hari, minggu, bulan, triwulan, tahun, 2026-11-01..2026-11-15.`,
  },
  invite: {
    noPdf: () => 'PDF perlu berkas tujuan. Tambahkan --out undangan.pdf.',
    pdfTitle: () => 'Undangan Tutur',
    pdfCode: () => 'Kode undangan',
    pdfTelegram: () => 'Telegram: pindai kode QR, lalu tekan Mulai.',
    pdfSlack: (command: string) => `Slack: ketik ${command}`,
    pdfUntil: (date: string) => `Berlaku sampai ${date}.`,
    pdfSecret: () => 'Hanya untuk Bapak/Ibu; sekali pakai. Jangan dibagikan.',
    badDays: () => 'Tulis bilangan bulat dari 1 sampai 365.',
    badNip: () => 'NIP yang diminta tidak sah. Ketik 18 digit.',
    personUnknown: () => 'Pegawai dengan NIP itu tidak ada. Impor pegawai lebih dulu (import people).',
    personInactive: () => 'Pegawai dengan NIP itu sudah tidak aktif.',
    unitUnknown: (unit: string, known: string[]) =>
      `Unit "${unit}" tidak ada. ${known.length > 0 ? `Yang ada: ${known.join('; ')}.` : 'Impor pegawai lebih dulu.'}`,
    noBot: (reason: string) =>
      `Telegram tidak memberi nama bot (${reason}); tidak ada kode yang dibuat. Periksa TELEGRAM_BOT_TOKEN dan jaringan.`,
    made: (n: number) => (n === 0 ? 'Tidak ada yang perlu diundang.' : `${n} kode undangan dibuat.`),
    written: (n: number, path: string) =>
      `${n} kode undangan ditulis ke ${path}. Simpan baik-baik: setiap kode hanya sekali.`,
    notWritten: (path: string, reason: string) =>
      `Berkas ${path} tidak dapat ditulis (${reason}). Jalankan lagi: kode yang baru akan menggantikan yang tadi.`,
  },
  check: {
    level: { ok: () => 'BAIK   ', warning: () => 'PERIKSA', problem: () => 'MASALAH' },
    total: (problems: number, warnings: number) => `${problems} masalah, ${warnings} perlu diperiksa.`,
    settings: (): Advice => ['Semua pengaturan terbaca.'],
    settingRemedy: () => 'Betulkan nilainya di lingkungan atau di berkas .env; lihat .env.example.',
    noPlatform: (): Advice => [
      'Token Telegram dan Slack belum diisi; yang berjalan adalah mode coba di peramban.',
      'Isi TELEGRAM_BOT_TOKEN, atau SLACK_BOT_TOKEN dengan SLACK_APP_TOKEN.',
    ],
    database: (dialect: string): Advice => [`Basis data (${dialect}) terbuka dan skemanya terbaru.`],
    databaseRemedy: () => 'Periksa DATABASE_URL, hak akses, dan apakah servernya hidup.',
    notSet: (platform: string): Advice => [`${platform} tidak dipakai (token tidak diisi).`],
    unreachable: (platform: string, reason: string): Advice => [
      `${platform} tidak menjawab (${reason}).`,
      'Periksa jaringan keluar, DNS, dan tembok api.',
    ],
    telegram: (bot: string): Advice => [`Token Telegram sah: @${bot}.`],
    telegramRefused: (reason: string): Advice => [
      `Telegram menolak token (${reason}).`,
      'Salin lagi tokennya dari @BotFather ke TELEGRAM_BOT_TOKEN.',
    ],
    polling: (): Advice => ['Telegram: tanpa webhook; pesan diambil dengan long polling.'],
    webhook: (pending: number): Advice => [`Webhook Telegram terpasang; ${pending} pesan menunggu.`],
    webhookMissing: (): Advice => [
      'Webhook Telegram belum terpasang.',
      'Jalankan start: webhook dipasang saat mulai.',
    ],
    webhookElsewhere: (url: string): Advice => [
      `Bot ini masih punya webhook ke ${url}, padahal TELEGRAM_WEBHOOK_URL kosong.`,
      'Pastikan tidak ada program lain yang memakai bot ini; start akan melepas webhook itu.',
    ],
    webhookOther: (url: string, wanted: string): Advice => [
      `Webhook Telegram mengarah ke ${url}, bukan ke ${wanted}.`,
      'Jalankan ulang start, dan pastikan token ini tidak dipakai program lain.',
    ],
    webhookFailing: (reason: string): Advice => [
      `Telegram gagal mengirim ke webhook dalam satu jam terakhir: ${reason}.`,
      'Periksa sertifikat, alamat, dan proxy di depan Tutur.',
    ],
    webhookPending: (n: number): Advice => [
      `${n} pesan menunggu di Telegram.`,
      'Pastikan Tutur berjalan dan tidak kelebihan beban.',
    ],
    slack: (team: string, user: string): Advice => [`Token Slack sah: ${user} di ${team}.`],
    appTokenRefused: (error: string): Advice => [
      `SLACK_APP_TOKEN ditolak Slack (${error}).`,
      'Buat App-Level Token dengan izin connections:write, lalu isi SLACK_APP_TOKEN.',
    ],
    slackRefused: (reason: string): Advice => [
      `Slack menolak token (${reason}).`,
      'Pasang ulang aplikasinya di workspace, lalu salin token xoxb- ke SLACK_BOT_TOKEN.',
    ],
    clock: (): Advice => ['Jam komputer ini tepat.'],
    clockUnknown: (): Advice => ['Jam belum dibandingkan: tidak ada platform yang menjawab.'],
    clockWrong: (seconds: number, ahead: boolean): Advice => [
      `Jam komputer ini ${ahead ? 'lebih cepat' : 'terlambat'} ${seconds} detik.`,
      'Nyalakan sinkronisasi waktu (NTP), misalnya: timedatectl set-ntp true.',
    ],
    evidence: (folder: string): Advice => [`Folder bukti ${folder} dapat ditulisi.`],
    evidenceRefused: (folder: string, reason: string): Advice => [
      `Folder bukti ${folder} tidak dapat ditulisi (${reason}).`,
      'Beri hak tulis kepada pengguna yang menjalankan Tutur, atau ganti EVIDENCE_DIR.',
    ],
    noPeople: (): Advice => ['Belum ada pegawai.', 'Impor: import people pegawai.csv'],
    people: (n: number): Advice => [`${n} pegawai aktif.`],
    withoutSupervisor: (n: number): Advice => [
      `${n} pegawai tanpa atasan; laporannya tidak sampai kepada siapa pun.`,
      'Isi atasan_nip di berkas pegawai, lalu impor lagi.',
    ],
    unlinked: (n: number): Advice => [
      `${n} pegawai belum terhubung.`,
      'Undang: invite --missing --out undangan.csv',
    ],
  },
  status: {
    people: (people: number, linked: number) => `Pegawai aktif: ${people}, terhubung: ${linked}.`,
    entries: (n: number) => `Kegiatan hari ini: ${n}.`,
    nothingPending: () => 'Antrean kosong.',
    pending: (kind: string, n: number, seconds: number) =>
      `Antrean ${kind}: ${n}, tertua ${duration(seconds)} yang lalu.`,
    failed: (n: number) => `Gagal terkirim: ${n}.`,
    unreachable: (n: number) => `Akun yang tidak dapat dihubungi: ${n}.`,
    tick: (at: string, seconds: number) =>
      `Penjadwal terakhir berjalan ${at} (${duration(seconds)} yang lalu).`,
    noTick: () => 'Penjadwal belum pernah berjalan.',
  },
  window: operatorWindowId,
  evaluate: operatorEvaluateId,
  demo: {
    notEmpty: (people: number, units: number) =>
      `Basis data ini tidak kosong (${people} pegawai, ${units} unit); tidak ada yang diubah. Pakai DATABASE_URL lain, misalnya file:./data/demo.db.`,
    filled: (people: number, entries: number) =>
      `Instansi contoh siap: Pemerintah Kabupaten Contoh, ${people} pegawai, ${entries} kegiatan.`,
    next: (host: string, port: number) => `Jalankan start tanpa token, lalu buka http://${host}:${port}.`,
  },
};
