import type { AnnouncementGoal, AudienceState, RecipientOutcome, RoundKind } from '../core/announcement.ts';
import type { Role } from '../core/model.ts';
import { stop } from './stop.ts';

const role: Record<Role, string> = {
  pegawai: 'pegawai',
  hr: 'bagian kepegawaian',
  admin: 'admin',
  pengamat: 'pengamat',
};

/** Announcements (siaran) and the control room in Indonesian. */
export const announcementId = {
  onlyHr: () => 'Hanya bagian kepegawaian yang dapat membuat siaran dan membuka ruang kendali.',
  form: () => 'Siaran',
  review: () => 'Periksa',
  field: {
    text: () => 'Isi siaran',
    units: () => 'Unit',
    who: () => 'Kepada',
    deadline: () => 'Batas waktu',
    countdown: () => 'Hitung mundur',
    goal: () => 'Selesai bila',
    at: () => 'Dikirim',
  },
  ask: {
    text: () => 'Apa isi siarannya?',
    textHint: () => 'Penerima membaca persis seperti yang ditulis.',
    textExample: () => 'Mohon melengkapi SKP 2027 di Tutur.',
    units: () => 'Untuk unit mana?',
    unitsHint: () => 'Ketik nama unit, beberapa dipisah titik koma. Unit di bawahnya ikut.',
    who: () => 'Kepada siapa?',
    deadline: () => 'Ada batas waktunya?',
    deadlineHint: () => 'Contoh: Jumat, 31 Januari, atau 31/1/2027.',
    countdown: () => 'Ingatkan menjelang batas waktu (H-14, H-7, H-3, H-1, hari H)?',
    countdownHint: () => 'Hanya kepada yang belum selesai.',
    goal: () => 'Kapan seseorang dianggap selesai?',
    at: () => 'Kapan dikirim?',
    atHint: (zone: string) => `Contoh: sekarang, besok 08.00, atau 27 November 08.00 (${zone}).`,
  },
  option: {
    allUnits: () => 'Semua unit',
    everybody: () => 'Semua pegawai',
    role: (which: Role) => `Hanya ${role[which]}`,
    supervisors: () => 'Hanya atasan',
    state: (state: AudienceState['kind'], n: number, what: string) =>
      ({
        not_linked: 'Yang belum terhubung',
        no_plan: `Yang belum punya SKP ${n}`,
        not_reported: `Yang ${n} hari kerja terakhir belum lapor`,
        not_acknowledged: `Yang belum membaca: ${what}`,
      })[state],
    yes: () => 'Ya',
    no: () => 'Tidak',
    goal: (goal: AnnouncementGoal) =>
      ({ read: 'sudah dibaca', plan: 'SKP sudah ada', report: 'sudah lapor hari itu' })[goal],
    now: () => 'Sekarang',
    tomorrow: () => 'Besok 08.00',
  },
  problem: {
    empty: () => 'Isi siarannya masih kosong. Tulis pesan yang akan dibaca penerima.',
    unitUnknown: (text: string) => `Unit "${text}" tidak ada. Ketik namanya seperti di data pegawai.`,
    unitAmbiguous: (text: string, names: string) =>
      `"${text}" cocok dengan beberapa unit: ${stop(names)} Ketik nama lengkapnya.`,
    deadline: () => 'Tanggalnya belum terbaca. Contoh: Jumat, 31 Januari, atau 31/1/2027.',
    deadlinePast: () => 'Batas waktu itu sudah lewat. Tulis hari ini atau sesudahnya.',
    moment: () => 'Waktunya belum terbaca. Contoh: sekarang, besok 08.00, atau 27 November 08.00.',
    momentPast: () => 'Waktu itu sudah lewat. Tulis waktu yang akan datang, atau: sekarang.',
    afterDeadline: () => 'Siaran tidak dapat dikirim sesudah batas waktunya. Ubah salah satunya.',
  },
  preview: {
    title: () => 'Begini penerima akan melihatnya:',
    recipients: (n: number) => `Penerima: ${n} orang`,
    linked: (parts: string) => `Terhubung: ${parts}`,
    notLinked: (n: number) => `Belum terhubung: ${n} (menerima bila terhubung sebelum batas waktu)`,
    unreachable: (n: number) => `Tidak dapat dihubungi: ${n} (bot diblokir)`,
    nobody: () => 'Tidak ada penerima. Ubah unit atau sasarannya.',
    duration: (text: string) => `Perkiraan lama pengiriman: ${text}`,
    pages: (platform: string, n: number) => `Di ${platform} menjadi ${n} pesan.`,
    sending: (when: string) => `Dikirim: ${when}`,
    now: () => 'segera setelah dikirim',
    countdown: (dates: string) => `Hitung mundur: ${dates}`,
    noCountdownLeft: () => 'Hitung mundur: tidak ada tanggal yang tersisa',
    quiet: () => 'Waktu ini termasuk jam tenang; penerima mendapatkannya sesudah jam tenang berakhir.',
    to: (who: string, units: string) => `Sasaran: ${who}, ${units}`,
    goal: (goal: string) => `Selesai bila: ${goal}`,
  },
  seconds: (seconds: number) =>
    seconds < 120 ? `±${Math.max(1, seconds)} detik` : `±${Math.ceil(seconds / 60)} menit`,
  message: {
    title: (kind: RoundKind): string =>
      kind === 'first' ? 'Siaran dari bagian kepegawaian' : 'Pengingat siaran',
    deadline: (date: string, days: number) =>
      days < 0 ? `Batas: ${date} (sudah lewat)` : `Batas: ${date} (${days === 0 ? 'hari ini' : `H-${days}`})`,
    read: () => 'Sudah saya baca',
    thanks: (when: string) => `Terima kasih. Tercatat dibaca ${when}.`,
    thanksToast: () => 'Terima kasih, sudah tercatat.',
    noReply: (contact: string) =>
      `Balasan untuk siaran tidak diteruskan dan tidak dicatat. Untuk bertanya, hubungi ${contact}. Untuk melapor, tulis kegiatan sebagai pesan baru.`,
    notForYou: () => 'Siaran ini bukan untuk Bapak/Ibu.',
  },
  confirmed: {
    sending: (n: number, duration: string) => `Siaran dikirim kepada ${n} orang (${duration}).`,
    scheduled: (when: string) =>
      `Siaran dijadwalkan: ${when}. Sampai saat itu masih bisa diubah lewat /siaran.`,
    changed: () => 'Perubahan siaran tersimpan.',
    board: () => 'Laporannya muncul di sini dan diperbarui sendiri.',
  },
  list: {
    title: () => 'Siaran yang terjadwal dan berjalan',
    scheduled: (when: string) => `dijadwalkan ${when}`,
    sending: () => 'sedang dikirim',
    sent: (when: string) => `dikirim ${when}`,
    skipped: () => 'tidak dikirim: waktunya sudah lewat',
    cancelled: (when: string) => `dibatalkan ${when}`,
    countdown: (dates: string) => `Hitung mundur berikutnya: ${dates}`,
    unfinished: () => 'Masih ada siaran yang belum selesai ditulis.',
    none: () => 'Belum ada siaran.',
  },
  button: {
    compose: () => 'Siaran baru',
    edit: () => 'Ubah',
    cancel: () => 'Batalkan',
    cancelYes: () => 'Ya, batalkan',
    keep: () => 'Tidak jadi',
    report: () => 'Laporan',
    remind: (n: number, duration: string) => `Ingatkan yang belum (${n} orang, ${duration})`,
    missing: () => 'Daftar yang belum',
    refresh: () => 'Segarkan',
    earlier: () => 'Sebelumnya',
    later: () => 'Berikutnya',
  },
  cancel: {
    ask: (body: string) =>
      `Batalkan siaran ini? Yang belum terkirim tidak akan dikirim; yang sudah terkirim tetap ada.\n${body}`,
    done: (skipped: boolean): string =>
      skipped
        ? 'Siaran dibatalkan. Yang belum terkirim tidak dikirim lagi; hitung mundurnya juga berhenti.'
        : 'Siaran dibatalkan. Tidak ada yang dikirim.',
    kept: () => 'Siaran tetap berjalan.',
    already: () => 'Siaran ini sudah dibatalkan.',
    finished: () => 'Siaran ini sudah selesai dikirim; tidak ada yang bisa dibatalkan.',
  },
  edit: {
    started: () =>
      'Siaran ini sudah mulai dikirim, jadi tidak bisa diubah lagi. Yang belum terkirim bisa dibatalkan lewat /siaran.',
    changedMeanwhile: () => 'Siaran ini baru saja diubah orang lain. Buka lagi lewat /siaran.',
  },
  remind: {
    sent: (n: number, duration: string) => `Pengingat dikirim kepada ${n} orang yang belum (${duration}).`,
    already: (who: string, when: string) => stop(`Pengingat ini sudah dikirim oleh ${who}, ${when}`),
    nobody: () => 'Semua sudah selesai; tidak ada yang perlu diingatkan.',
    over: () => 'Batas waktunya sudah lewat; pengingat tidak dikirim.',
  },
  board: {
    title: (when: string) => `Siaran, ${when}`,
    audience: (n: number) => `sasaran ${n}`,
    outcome: (outcome: RecipientOutcome, n: number) =>
      `${
        {
          delivered: 'terkirim',
          failed: 'gagal',
          unreachable: 'diblokir',
          not_linked: 'belum terhubung',
          skipped: 'dilewati',
          waiting: 'menunggu',
        }[outcome]
      } ${n}`,
    complete: (goal: AnnouncementGoal, n: number, all: number) =>
      `${{ read: 'Sudah membaca', plan: 'SKP ada', report: 'Sudah lapor hari ini' }[goal]}: ${n} dari ${all} (${all === 0 ? 0 : Math.floor((100 * n) / all)}%)`,
    read: (n: number) => `Sudah membaca: ${n}`,
    units: () => 'Per unit, yang paling tertinggal di atas:',
    unit: (complete: number, all: number) => `${complete}/${all} selesai`,
    others: (n: number) => `${n} unit lain`,
    rounds: () => 'Putaran:',
    round: (kind: RoundKind, n: number | null) =>
      kind === 'first' ? 'Pertama' : kind === 'reminder' ? `Pengingat ${n}` : n === 0 ? 'Hari H' : `H-${n}`,
    cancelled: (when: string) => `Dibatalkan ${when}.`,
    notSent: () => 'Tidak dikirim: batas waktunya sudah lewat.',
    notYet: (when: string) => `Belum dikirim; dijadwalkan ${when}.`,
    updated: (when: string) => `Diperbarui ${when}`,
  },
  missing: {
    title: (n: number, page: number, pages: number) =>
      `Belum selesai: ${n} orang${pages > 1 ? ` (halaman ${page} dari ${pages})` : ''}`,
    none: () => 'Semua sudah selesai.',
    state: (outcome: RecipientOutcome): string =>
      ({
        delivered: 'terkirim',
        failed: 'gagal terkirim',
        unreachable: 'bot diblokir',
        not_linked: 'belum terhubung',
        skipped: 'dilewati',
        waiting: 'menunggu',
      })[outcome],
  },
  today: {
    title: (date: string) => `Ruang kendali, ${date}`,
    total: (t: {
      people: number;
      linked: number;
      reported: number;
      absent: number;
      off: number;
      open: number;
    }) =>
      `${t.people} pegawai · terhubung ${t.linked} · sudah lapor ${t.reported} · tidak hadir ${t.absent} · libur ${t.off} · belum lapor ${t.open}`,
    unit: (t: {
      people: number;
      linked: number;
      reported: number;
      absent: number;
      off: number;
      open: number;
    }) =>
      [
        `belum ${t.open}`,
        `lapor ${t.reported}`,
        ...(t.absent > 0 ? [`tidak hadir ${t.absent}`] : []),
        ...(t.off > 0 ? [`libur ${t.off}`] : []),
        `terhubung ${t.linked}/${t.people}`,
      ].join(' · '),
    nobody: () => 'Belum ada pegawai yang perlu melapor.',
  },
};
