import { stop } from './stop.ts';

/** Indonesian texts about achievements of units, distribution patterns, locks and progress. */
export const evaluationBoardId = {
  achievement: {
    ask: (unit: string, period: string) => `Capaian kinerja ${unit}, ${period}?`,
    hint: () =>
      'Ditetapkan pimpinan organisasi di atasnya; dimasukkan, tidak dihitung dari laporan kegiatan.',
    note: () => 'Dasar atau rekomendasi?',
    noteHint: () => 'Misalnya rekomendasi unit perencanaan, kepegawaian, atau pengawasan.',
    noteExample: () => 'Rekomendasi Bagian Perencanaan: rencana aksi tercapai seluruhnya',
    form: () => 'Capaian organisasi',
    done: (unit: string, period: string, level: string) => stop(`Capaian ${unit} untuk ${period}: ${level}`),
    refreshed: (name: string) => `Rating hasil kerja ${name}, pemimpinnya, mengikuti capaian ini.`,
    unset: (unit: string, period: string) => `Capaian ${unit} untuk ${period} belum ditetapkan.`,
    set: (unit: string, period: string, level: string, by: string) =>
      stop(`Capaian ${unit} untuk ${period}: ${level}, ditetapkan oleh ${by}`),
    basis: (note: string) => `Dasar: ${note}`,
    button: () => 'Tetapkan capaian',
    change: () => 'Ubah capaian',
    notAllowed: (unit: string, who: string) => `Capaian ${unit} hanya dapat ditetapkan oleh ${stop(who)}`,
    closed: (unit: string, period: string) =>
      `Periode ${period} untuk ${unit} sudah dikunci; bagian kepegawaian dapat membukanya dengan alasan.`,
    notBegun: (period: string) => `${period} belum dimulai; capaiannya dapat ditetapkan sesudah itu.`,
    howto: () => 'Tulis unit dan periodenya, misalnya: capaian Bidang Perencanaan 2026-Q1.',
  },
  unit: {
    unknown: (text: string) => `Unit kerja "${text}" belum ditemukan. Periksa namanya di data pegawai.`,
    several: (text: string, names: string) =>
      `"${text}" cocok dengan beberapa unit: ${stop(names)} Tulis namanya lengkap.`,
  },
  pattern: {
    title: (unit: string, period: string) => `Pola distribusi ${unit}, ${period}`,
    howto: () => 'Tulis unit dan periodenya, misalnya: pola Bidang Perencanaan 2026-Q1.',
    count: (predicate: string, n: number) => `${predicate}: ${n}`,
    total: (n: number) => `Sudah dinilai: ${n} pegawai, pemimpin unit tidak dihitung.`,
    nobody: () => 'Belum ada pegawai yang dinilai.',
    noAchievement: (unit: string) =>
      `Capaian ${unit} belum ditetapkan, jadi pola distribusinya belum dapat dibandingkan.`,
    fits: (level: string) => `Sesuai dengan pola untuk capaian ${level}.`,
    about: (level: string, unit: string) =>
      `Pola untuk capaian ${unit} (${level}) menurut SE MenPANRB 3/2023; ini pertimbangan, bukan batasan:`,
    notMajority: (predicate: string) => `Predikat ${predicate} belum menjadi yang terbanyak.`,
    tooMany: (predicate: string, count: number, limit: number, percent: number) =>
      `${predicate}: ${count} pegawai; pola mengharapkan paling banyak ${limit} (${percent}%).`,
    tooFew: (predicates: string, count: number, limit: number, percent: number) =>
      `${predicates}: ${count} pegawai; pola mengharapkan paling sedikit ${limit} (${percent}%).`,
    noneOf: (predicates: string) => `Belum ada yang ${predicates}; pola mengharapkan ada.`,
    notAllowed: (predicate: string, count: number) =>
      `${predicate}: ${count} pegawai; pola mengharapkan tidak ada.`,
    or: () => ' atau ',
    only: () =>
      'Pola distribusi hanya terbuka bagi pemimpin unit itu, pemimpin di atasnya, dan bagian kepegawaian.',
    contested: () => 'dalam keberatan',
  },
  lock: {
    onlyHr: () => 'Mengunci dan membuka periode hanya dilakukan bagian kepegawaian.',
    howto: () => 'Tulis periodenya, misalnya: kunci 2026-Q1 atau kunci 2026-Q1 Bidang Perencanaan.',
    openHowto: () =>
      'Tulis periode dan alasannya, misalnya: buka 2026-Q1 Bidang Perencanaan rating keliru dicatat.',
    ask: (period: string, scope: string, rated: number) =>
      `Kunci ${period} untuk ${scope}? ${rated} evaluasi yang sudah dinilai tidak dapat diubah lagi.`,
    unfinished: (n: number) =>
      `${n} pegawai belum selesai dinilai dan tidak dapat dilanjutkan selama periode ini dikunci.`,
    notOver: (period: string, date: string) =>
      `${period} belum berakhir; periode ini dapat dikunci mulai ${date}.`,
    yes: () => 'Ya, kunci',
    button: () => 'Kunci periode',
    openButton: () => 'Buka kembali',
    everywhere: () => 'seluruh instansi',
    done: (period: string, scope: string, n: number) => `${period} untuk ${scope} dikunci: ${n} evaluasi.`,
    already: (period: string, scope: string) => `${period} untuk ${scope} sudah dikunci.`,
    opened: (period: string, scope: string, n: number) =>
      `${period} untuk ${scope} dibuka kembali: ${n} evaluasi. Pegawai dan pejabat penilainya diberi tahu.`,
    notLocked: (period: string, scope: string) => `${period} untuk ${scope} tidak sedang dikunci.`,
    reason: () => 'Mengapa periode ini dibuka kembali?',
    reasonExample: () => 'Rating tertukar saat dicatat',
    form: () => 'Buka periode',
  },
  progress: {
    title: (period: string, scope: string) => `Evaluasi ${period}, ${scope}`,
    short: (period: string) => `Evaluasi ${period}`,
    onlyHr: () =>
      'Rekap evaluasi per unit hanya terbuka bagi bagian kepegawaian; evaluasi tim ada di perintah evaluasi tim.',
    total: (people: number, rated: number) => `${rated} dari ${people} pegawai sudah dinilai.`,
    counts: (c: {
      none: number;
      open: number;
      submitted: number;
      returned: number;
      rated: number;
      locked: number;
    }) =>
      [
        `${c.rated + c.locked} dinilai${c.locked > 0 ? ` (${c.locked} dikunci)` : ''}`,
        `${c.submitted} menunggu rating`,
        `${c.open + c.returned} belum diajukan`,
        `${c.none} belum dibuka`,
      ].join(', '),
    nobody: () => 'Tidak ada pegawai yang dievaluasi pada periode ini.',
    missing: () => 'Belum selesai',
    person: (name: string, state: string, who: string) => `${name}: ${state}; giliran ${who}`,
    notBegun: () => 'belum dibuka',
    others: (n: number) => `${n} unit lain`,
    andMore: () => 'dan lainnya',
    noSupervisor: () => 'bagian kepegawaian (atasan belum tercatat)',
    locked: () => 'Periode ini sedang dikunci.',
    overdue: (period: string, n: number) =>
      `Evaluasi ${period} sudah melewati tenggat; ${n} pegawai belum selesai dinilai.`,
  },
};
