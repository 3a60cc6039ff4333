import type { HighlightReason } from '../core/feedback/highlights.ts';
import type { FeedbackKind, FeedbackRelation, StarterPart } from '../core/feedback/kinds.ts';
import { stop } from './stop.ts';

/** Continuous feedback (umpan balik berkelanjutan) in Indonesian. */
export const feedbackId = {
  title: () => 'Umpan balik',
  kind: (kind: FeedbackKind) =>
    ({ praise: 'Apresiasi', improve: 'Saran perbaikan', note: 'Catatan pribadi' })[kind],
  field: {
    kind: () => 'Jenis',
    about: () => 'Tentang',
    text: () => 'Isi',
    values: () => 'BerAKHLAK',
    readers: () => 'Dibaca oleh',
    whom: () => 'Kepada',
    request: () => 'Menjawab permintaan',
  },
  ask: {
    kind: (to: string) => `Apa yang ingin disampaikan kepada ${to}?`,
    about: () => 'Tentang RHK atau kegiatan yang mana?',
    aboutHint: () => 'Boleh dilewati.',
    text: (kind: FeedbackKind, to: string) =>
      ({
        praise: stop(`Tulis apresiasi untuk ${to}`),
        improve: stop(`Tulis saran perbaikan untuk ${to}`),
        note: stop(`Tulis catatan pribadi tentang ${to}`),
      })[kind],
    answer: (to: string, about: string) => stop(`Tulis umpan balik yang diminta ${to}: ${about}`),
    starters: (starters: readonly string[]) => `Misalnya dimulai dengan: ${starters.join(' · ')}`,
    noteHint: () => 'Hanya Anda yang dapat membacanya. Tidak pernah ditampilkan atau diekspor.',
    noteExample: () => 'Untuk diingat pada dialog berikutnya',
    values: () => 'Nilai BerAKHLAK mana yang terlihat?',
    valuesHint: () => 'Boleh dilewati. Beberapa dipisah koma; dalam isi bisa juga ditulis #akuntabel.',
    valuesExample: () => 'akuntabel, kolaboratif',
    readers: () => 'Siapa yang boleh membacanya?',
    readersHint: (kind: FeedbackKind): string =>
      kind === 'praise'
        ? 'Pilihannya disebutkan lagi sebelum dibagikan.'
        : 'Saran perbaikan tidak pernah ditampilkan kepada tim.',
    whom: () => 'Kepada siapa permintaannya?',
    requestAbout: () => 'Umpan balik tentang apa yang diinginkan?',
    requestHint: () => 'Pilih RHK, atau tulis sendiri dalam satu kalimat.',
    requestExample: () => 'Cara saya memimpin rapat koordinasi',
    decline: (to: string) => stop(`Apa alasannya? ${to} membacanya`),
    wordsExample: () => 'Terima kasih, saya akan …',
  },
  starter: (kind: 'praise' | 'improve', part: StarterPart) =>
    ({
      praise: {
        specific: '“Pada … (kapan, kegiatan apa), saya melihat …”',
        action: '“Yang Anda lakukan dengan baik: …”',
        impact: '“Dampaknya bagi tim atau layanan: …”',
      },
      improve: {
        specific: '“Pada … (kapan, kegiatan apa), saya melihat …”',
        action: '“Lain kali, cobalah …”',
        impact: '“Dengan begitu, …”',
      },
    })[kind][part],
  review: {
    title: (kind: FeedbackKind, to: string) =>
      ({
        praise: `Apresiasi untuk ${to}`,
        improve: `Saran perbaikan untuk ${to}`,
        note: `Catatan pribadi tentang ${to}`,
      })[kind],
    readers: (names: string) => stop(`Akan dibaca: ${names}`),
    noteReaders: () => 'Hanya Anda yang dapat membacanya. Tidak pernah ditampilkan atau diekspor.',
    until: () => 'Sesudah dibagikan, umpan balik dapat ditarik dalam 24 jam.',
  },
  readers: {
    you: () => 'Anda',
    leader: (name: string, of: string) => `${name} (atasan ${of})`,
    team: (n: number) => (n === 1 ? '1 rekan satu tim' : `${n} rekan satu tim`),
    all: (names: readonly string[]) =>
      names.length < 3
        ? names.join(' dan ')
        : `${names.slice(0, -1).join(', ')}, dan ${names[names.length - 1]}`,
  },
  button: {
    share: () => 'Bagikan',
    saveDraft: () => 'Simpan draf',
    saveNote: () => 'Simpan catatan',
    write: () => 'Tulis umpan balik',
    request: () => 'Minta umpan balik',
    drafts: (n: number) => `Draf (${n})`,
    notes: (n: number) => `Catatan pribadi (${n})`,
    about: (n: number) => `Tanggapi ${n}`,
    open: (n: number) => `Buka ${n}`,
    read: () => 'Sudah saya baca',
    object: () => 'Keberatan',
    withdraw: () => 'Tarik kembali',
    withdrawYes: () => 'Ya, tarik kembali',
    keep: () => 'Tidak jadi',
    delete: () => 'Hapus',
    answer: () => 'Beri umpan balik',
    answerNumber: (n: number) => `Jawab permintaan ${n}`,
    decline: () => 'Belum bisa',
    takeBack: (n: number) => `Batalkan permintaan ${n}`,
  },
  overview: {
    own: () => 'Umpan balik saya',
    private: () => 'Bagian ini hanya terlihat oleh Anda.',
    choose: () => 'Pilih nama untuk menulis umpan balik.',
    gaps: (n: number, days: number) => `${n} staf belum mendapat umpan balik ${days} hari:`,
    noGaps: (days: number) => `Tidak ada staf yang lebih dari ${days} hari tanpa umpan balik Anda.`,
    gap: (name: string, last: string | null) =>
      last === null ? `${name}: belum ada` : `${name}: terakhir ${last}`,
    more: (n: number) => `dan ${n} orang lagi; ketik umpanbalik dan namanya`,
    highlights: () => 'Kegiatan yang menonjol dalam 7 hari terakhir:',
    highlight: (n: number, name: string, what: string, date: string) => `${n}. ${name}: ${what} (${date})`,
    reason: (reason: HighlightReason, detail: string) =>
      ({
        obstacle: `karena ada kendala: ${detail}`,
        returned: 'karena dikembalikan',
        quantity: `karena hasilnya jauh lebih banyak daripada biasanya: ${detail}`,
        evidence: `karena buktinya lengkap: ${detail}`,
      })[reason],
    evidence: (n: number) => `${n} berkas`,
    waiting: () => 'Permintaan kepada Anda:',
    waitingLine: (n: number, name: string, about: string, date: string) =>
      `${n}. ${name} (${date}): ${about}`,
    received: () => 'Umpan balik yang Anda terima:',
    receivedLine: (n: number, date: string, author: string, what: string, read: boolean) =>
      `${n}. ${date}, ${author}: ${what}${read ? '' : ' · belum ditandai sudah dibaca'}`,
    nothing: () => 'Belum ada umpan balik untuk Anda.',
    given: () => 'Yang terakhir Anda berikan:',
    givenLine: (n: number, date: string, name: string, read: string | null) =>
      `${n}. ${date}, ${name}: ${read ? `dibaca ${read}` : 'belum ditandai sudah dibaca'}`,
    asked: () => 'Permintaan Anda:',
    askedLine: (n: number, name: string, about: string, status: string) =>
      `${n}. ${name}: ${about} · ${status}`,
    status: (status: 'open' | 'answered' | 'declined' | 'withdrawn', date: string) =>
      ({
        open: `menunggu sejak ${date}`,
        answered: `dijawab ${date}`,
        declined: `belum bisa dijawab (${date})`,
        withdrawn: `dibatalkan ${date}`,
      })[status],
    howto: () => 'Untuk menulis langsung, ketik umpanbalik dan nama pegawai.',
  },
  /** One line in the supervisor's list of a week; `names` in alphabetical order. */
  gauge: (days: number, names: string) =>
    stop(`Belum mendapat umpan balik ${days} hari: ${stop(names)} Ketik umpanbalik untuk menulis`),
  gaugeMore: (n: number) => `dan ${n} orang lagi`,
  teamHint: (n: number, days: number) =>
    `${n} orang belum mendapat umpan balik ${days} hari. Ketik umpanbalik.`,
  whom: {
    which: (name: string) => `Pegawai mana yang dimaksud dengan “${name}”?`,
    notFound: (name: string, peers: boolean): string =>
      peers
        ? `“${name}” tidak ada di antara staf, rekan, atau atasan Anda. Periksa namanya, lalu kirim lagi.`
        : `“${name}” bukan staf Anda. Umpan balik diberikan oleh atasan langsung; di instansi ini belum dibuka untuk rekan kerja.`,
    tooMany: () => 'Masih banyak yang cocok. Tulis nama yang lebih lengkap.',
  },
  saved: {
    shared: (name: string, readers: string) => stop(`Dibagikan kepada ${stop(name)} Dibaca oleh: ${readers}`),
    draft: () => 'Draf tersimpan. Hanya Anda yang melihatnya sampai dibagikan lewat umpanbalik draf.',
    note: (name: string) =>
      stop(
        `Catatan pribadi tersimpan. ${name} dan orang lain tidak pernah melihatnya; lihat lewat umpanbalik catatan`,
      ),
  },
  notice: {
    title: (kind: FeedbackKind, author: string) =>
      kind === 'improve' ? `Umpan balik dari ${author}` : `Apresiasi dari ${author}`,
    relation: (relation: FeedbackRelation) =>
      ({ supervisor: 'atasan', peer: 'rekan kerja', subordinate: 'staf' })[relation],
    about: (what: string) => `Tentang: ${what}`,
    request: (what: string) => `Menjawab permintaan: ${what}`,
    readers: (names: string) => stop(`Dibaca oleh: ${names}`),
    howto: () => 'Balas pesan ini untuk menjawab.',
    read: (when: string) => `Ditandai sudah dibaca ${when}.`,
    copy: (author: string, name: string) => `${author} memberi umpan balik kepada ${name}`,
    copyWhy: (name: string) => `Anda membacanya sebagai atasan ${name}, sesuai pilihan penulisnya.`,
    praise: (author: string, name: string) => `${author} mengapresiasi ${name}`,
    praiseWhy: () => 'Dibagikan kepada seluruh tim.',
    reply: (name: string) => `Balasan dari ${name}`,
    replyAbout: (text: string) => `Tentang umpan balik: ${text}`,
    withdrawn: (author: string, when: string) => `${author} menarik kembali umpan balik ini (${when}).`,
  },
  request: {
    title: (name: string) => `${name} meminta umpan balik`,
    reminder: (name: string) => `${name} masih menunggu umpan balik`,
    sent: (name: string, days: number) =>
      stop(
        `Permintaan terkirim kepada ${stop(name)} Bila belum dijawab, kami ingatkan sekali sesudah ${days} hari kerja`,
      ),
    same: (name: string) => stop(`Permintaan yang sama masih menunggu jawaban ${name}`),
    nobody: () =>
      'Belum ada atasan yang tercatat, jadi belum ada yang bisa dimintai umpan balik. Mohon hubungi bagian kepegawaian.',
    notFound: (name: string) =>
      `“${name}” tidak dapat dimintai umpan balik. Kirim umpanbalik minta untuk melihat pilihannya.`,
    declined: (name: string) => `${name} belum bisa memberi umpan balik`,
    declinedSaid: (name: string) => stop(`Alasannya disampaikan kepada ${name}`),
    takenBack: () => 'Permintaan dibatalkan.',
    settled: (status: 'open' | 'answered' | 'declined' | 'withdrawn') =>
      ({
        open: 'Permintaan ini masih menunggu.',
        answered: 'Permintaan ini sudah dijawab.',
        declined: 'Permintaan ini sudah dijawab: belum bisa.',
        withdrawn: 'Permintaan ini sudah dibatalkan oleh pemintanya.',
      })[status],
    movedTo: (name: string) => stop(`Permintaan ini sekarang ditujukan kepada ${name}`),
  },
  drafts: {
    title: (n: number) => `Draf umpan balik: ${n}`,
    none: () => 'Tidak ada draf umpan balik.',
    line: (n: number, name: string, text: string) => `${n}. Untuk ${name}: ${text}`,
    one: (name: string) => `Draf untuk ${name}`,
    invisible: () => 'Draf hanya terlihat oleh Anda sampai dibagikan.',
    deleted: () => 'Draf dihapus.',
    changed: () => 'Draf ini baru saja berubah; mohon buka lagi.',
    already: () => 'Umpan balik ini sudah dibagikan.',
  },
  notes: {
    title: (n: number) => `Catatan pribadi: ${n}`,
    none: () => 'Tidak ada catatan pribadi.',
    line: (n: number, name: string, date: string, text: string) => `${n}. ${name} (${date}): ${text}`,
    deleted: () => 'Catatan dihapus.',
    delete: (n: number) => `Hapus ${n}`,
  },
  withdraw: {
    ask: (name: string) => `Tarik kembali umpan balik untuk ${name}? Penerima melihat bahwa ia ditarik.`,
    done: (name: string) => stop(`Umpan balik untuk ${name} ditarik kembali`),
    kept: () => 'Baik, tidak ditarik.',
    already: () => 'Umpan balik ini sudah ditarik kembali.',
    tooLate: () =>
      'Umpan balik hanya dapat ditarik dalam 24 jam. Bila ada yang perlu diluruskan, balaslah kepada penerimanya.',
  },
  read: {
    thanks: () => 'Terima kasih, sudah tercatat.',
    already: () => 'Sudah tercatat sebelumnya.',
  },
  reply: {
    onlyTwo: (name: string) =>
      `Balasan di sini hanya antara penulis dan penerimanya. Untuk menulis kepada ${name}, kirim umpanbalik ${stop(name)}`,
    left: (name: string) => `${name} sudah tidak bertugas di sini, jadi balasan tidak dapat diteruskan.`,
    notToTeam: () => 'Balasan untuk apresiasi tim tidak diteruskan.',
    noFile: () =>
      'Berkas tidak dapat dikirim sebagai balasan umpan balik. Kirim kata-kata, atau laporkan sebagai kegiatan baru.',
  },
  problem: {
    values: () =>
      'Nilainya belum terbaca. Pilih tombol, atau tulis misalnya: akuntabel, kolaboratif. Boleh juga dilewati.',
    notAllowed: (name: string, peers: boolean): string =>
      peers
        ? `Umpan balik kepada ${name} hanya dapat diberikan oleh atasan, staf, dan rekan kerjanya.`
        : `Umpan balik kepada ${name} hanya dapat diberikan oleh atasan langsungnya.`,
    notYours: () => 'Umpan balik ini bukan untuk Anda.',
    noLongerPublic: () =>
      'Pilihan pembaca itu tidak tersedia lagi. Periksa sekali lagi siapa yang akan membacanya.',
  },
};
