import type { Aspect, CascadeMethod, Perspective } from '../core/plan/content.ts';
import type { IndicatorProblem } from '../core/plan/indicator-line.ts';
import { stop } from './stop.ts';

/** Indonesian texts of the forms with which plans are drafted, proposed and agreed. */
export const planFormId = {
  title: {
    newResult: () => 'RHK baru',
    result: (number: number) => `Ubah RHK ${number}`,
    annexes: () => 'Lampiran SKP',
    settings: () => 'Pengaturan SKP',
    expectations: () => 'Ekspektasi, lampiran',
    return: () => 'Kembalikan SKP',
    question: () => 'Tanya tentang SKP',
    answer: () => 'Jawab',
    agree: () => 'Setujui SKP',
  },
  field: {
    title: () => 'Hasil kerja',
    kind: () => 'Jenis',
    supports: () => 'Mendukung',
    method: () => 'Cara penurunan',
    perspective: () => 'Perspektif',
    indicators: () => 'Indikator dan target',
    narrative: () => 'Uraian keberhasilan',
    resources: () => 'Dukungan sumber daya',
    accountability: () => 'Skema pertanggungjawaban',
    consequences: () => 'Konsekuensi',
    approach: () => 'Pendekatan',
    from: () => 'Berlaku mulai',
    reason: () => 'Alasan',
  },
  ask: {
    title: () => 'Hasil kerja apa yang ingin dicapai?',
    titleHint: () => 'Tulis hasilnya, bukan kegiatannya.',
    titleExample: () => 'Tersusunnya laporan kinerja yang akurat',
    kind: () => 'Hasil kerja utama atau tambahan?',
    supports: () => 'Mendukung hasil kerja yang mana?',
    method: () => 'Bagaimana hasil itu diturunkan?',
    perspective: () => 'Perspektif apa?',
    indicators: () => 'Apa indikator dan targetnya?',
    indicatorsHint: () =>
      'Satu indikator per baris: aspek: indikator = target satuan, tenggat. Aspek: kuantitas, kualitas, waktu, biaya.',
    indicatorsExample: () => 'kuantitas: jumlah laporan evaluasi = 12 laporan, 31 Des',
    narrative: () => 'Seperti apa hasil yang berhasil?',
    narrativeHint: () => 'Satu uraian yang menyebut hasil dan ukuran baiknya.',
    narrativeExample: () => 'Laporan kinerja tersampaikan lengkap, tanpa revisi, sebelum akhir bulan',
    resources: () => 'Dukungan sumber daya apa yang dibutuhkan?',
    accountability: () => 'Bagaimana hasilnya dipertanggungjawabkan?',
    consequences: () => 'Apa konsekuensi dari pencapaiannya?',
    listHint: () => 'Satu hal per baris.',
    resourcesExample: () => 'Akses data keuangan',
    accountabilityExample: () => 'Laporan bulanan kepada atasan',
    consequencesExample: () => 'Usulan pengembangan kompetensi',
    approach: () => 'Pendekatan apa yang dipakai?',
    from: () => 'Berlaku mulai tanggal berapa?',
    fromHint: (date: string) => `Paling awal ${date}.`,
    reason: () => 'Mengapa SKP diubah?',
    expectation: (behaviour: string) => behaviour,
    expectationHint: (guides: string) => `Ekspektasi khusus, boleh kosong. Panduan: ${guides}`,
    expectationExample: () => 'Menjawab permohonan data paling lama dua hari kerja',
    return: () => 'Apa yang perlu diperbaiki?',
    question: (name: string) => `Apa yang ingin ditanyakan kepada ${name}?`,
    answer: (name: string) => `Apa jawaban Bapak/Ibu untuk ${name}?`,
    textExample: () => 'Mohon jelaskan target RHK 2',
  },
  option: {
    main: () => 'Utama',
    additional: () => 'Tambahan',
    noSupport: () => 'Tidak ada',
    result: (number: number, title: string) => `RHK ${number} atasan: ${title}`,
    goal: (number: number, title: string) => `Sasaran unit ${number}: ${title}`,
    shortResult: (number: number) => `RHK ${number}`,
    shortGoal: (number: number) => `Sasaran ${number}`,
    method: (method: CascadeMethod) =>
      ({ direct: 'Langsung (direct)', non_direct: 'Tidak langsung (non-direct)' })[method],
    perspective: (perspective: Perspective) =>
      ({
        penerima_layanan: 'Penerima layanan',
        proses_bisnis: 'Proses bisnis',
        penguatan_internal: 'Penguatan internal',
        anggaran: 'Anggaran',
      })[perspective],
    approach: (approach: 'quantitative' | 'qualitative') =>
      ({ quantitative: 'Kuantitatif', qualitative: 'Kualitatif' })[approach],
    reason: (reason: 'expectation' | 'move') =>
      ({ expectation: 'Ekspektasi baru', move: 'Pindah unit atau jabatan' })[reason],
    aspect: (aspect: Aspect) =>
      ({ kuantitas: 'Kuantitas', kualitas: 'Kualitas', waktu: 'Waktu', biaya: 'Biaya' })[aspect],
  },
  problem: {
    line: (line: number, text: string, why: string) => `Baris ${line} (“${text}”): ${why}.`,
    why: (problem: IndicatorProblem) =>
      ({
        no_title: 'indikatornya belum disebut, tulis apa yang diukur',
        too_long: 'terlalu panjang, paling banyak 400 karakter',
        bad_date: 'tanggal itu tidak ada di kalender',
      })[problem],
    repair: (n: number) =>
      n === 1
        ? 'Baris lain sudah tersimpan; cukup kirim ulang baris itu.'
        : `Baris lain sudah tersimpan; cukup kirim ulang ${n} baris itu.`,
    tooMany: (max: number) => `Paling banyak ${max} baris; gabungkan atau hapus sebagian.`,
    date: () => 'Tanggalnya belum terbaca. Tulis misalnya 1 Juli atau 2026-07-01.',
    early: (date: string) => `Tanggal itu terlalu awal; paling awal ${date}.`,
    year: (year: number) => `Tanggalnya perlu berada dalam tahun ${year}.`,
    empty: () => 'Masih kosong. Tulis satu dua kalimat.',
  },
  saved: {
    result: (number: number) => `RHK ${number} tersimpan di rancangan.`,
    draft: () => 'Rancangan tersimpan.',
    expectations: (name: string) => stop(`Tersimpan pada usulan ${name}`),
    question: (name: string) => stop(`Terkirim kepada ${name}`),
  },
};
