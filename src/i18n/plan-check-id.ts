import type { FindingCode, Principle } from '../core/plan/check.ts';
import { stop } from './stop.ts';

/** Indonesian texts of the check of a plan, in plain words. */
export const planCheckId = {
  title: () => 'Pemeriksaan SKP',
  clean: () => 'Semua yang diperiksa sudah lengkap.',
  problems: () => 'Perlu dilengkapi sebelum diajukan:',
  hints: () => 'Saran, tidak menghalangi pengajuan:',
  place: (result: number | null, indicator: number | null) =>
    result === null ? 'SKP' : indicator === null ? `RHK ${result}` : `RHK ${result}, IKI ${indicator}`,
  principles: (names: string) => `Lima prinsip: ${stop(names)}`,
  met: (principle: string) => `${principle} ✓`,
  unmet: (principle: string) => `${principle} perlu dilengkapi`,
  principle: (principle: Principle) =>
    ({
      objective: 'objektif',
      measurable: 'terukur',
      accountable: 'akuntabel',
      participatory: 'partisipatif',
      transparent: 'transparan',
    })[principle],
  finding: (code: FindingCode) =>
    ({
      no_results: 'belum ada rencana hasil kerja; tambahkan sedikitnya satu RHK utama',
      no_main: 'belum ada RHK utama; ubah salah satunya menjadi utama, atau tambahkan',
      title_short: 'uraian hasilnya terlalu singkat; tulis hasil yang ingin dicapai',
      same_title: 'uraiannya sama dengan RHK lain; bedakan atau hapus salah satunya',
      no_perspective: 'perspektif belum dipilih; JPT dan pimpinan unit mandiri perlu memilihnya',
      no_indicator: 'belum ada indikator; tulis ukuran keberhasilan dan targetnya',
      no_target: 'target belum ada; tulis di belakang tanda =, misalnya = 12 laporan',
      not_measurable: 'target belum terukur; tulis angka, persentase, atau ukuran seperti tepat waktu',
      no_unit: 'satuan belum ada; tulis di belakang angkanya, misalnya 12 laporan',
      no_aspect: 'aspek belum ada; awali dengan kuantitas:, kualitas:, waktu:, atau biaya:',
      due_outside: 'tenggatnya di luar tahun SKP ini; pilih tanggal dalam tahun yang sama',
      narrative_missing: 'uraian keberhasilan belum ada; tulis satu uraian untuk RHK ini',
      narrative_short: 'uraiannya belum menggambarkan hasil; tulis siapa menerima apa dan ukuran baiknya',
      narrative_target: 'pendekatan kualitatif tidak memakai target terpisah; satukan dengan uraiannya',
      no_due: 'tenggat belum ada; tambahkan tanggal di belakang koma, misalnya , 31 Des',
      no_support: 'belum menyebut RHK atasan yang didukung',
      no_expectations: 'ekspektasi khusus pimpinan belum ada; bahas dengan atasan saat klarifikasi',
      no_resources: 'lampiran dukungan sumber daya masih kosong',
      no_accountability: 'lampiran skema pertanggungjawaban masih kosong',
      no_consequences: 'lampiran konsekuensi masih kosong',
    })[code],
};
