import type { Regime } from '../core/rulebooks/regime.ts';
import type { EvaluationProblemTexts } from './problem-text.ts';

const RULES: Record<Regime, string> = {
  pp46: 'PP 46/2011',
  pp30: 'PP 30/2019',
  integration2021: 'integrasi tahun 2021',
  p2022: 'PermenPANRB 6/2022',
};

/** Sentences about faults in files about evaluations, in Indonesian. */
export const evaluationProblemsId: EvaluationProblemTexts = {
  evaluation_period: ({ value }) => [
    `"${value}" bukan periode penilaian`,
    'Tulis seperti 2019, 2021-H1 (Januari–Juni), 2021-H2, atau 2019-03-01..2019-08-31.',
  ],
  before_2014: ({ value }) => [
    `periode ${value} dimulai sebelum 2014 (masa DP3)`,
    'Aturan yang dikenal berlaku sejak 1 Januari 2014; hapus baris ini.',
  ],
  straddles: ({ value, change }) => [
    `aturan berganti pada ${change}, di tengah periode ${value}`,
    'Pisahkan menjadi dua periode, sebelum dan sejak tanggal itu.',
  ],
  evaluation_part: ({ value, known }) => [`bagian "${value}" tidak dikenal`, `Pakai ${known.join(', ')}.`],
  part_of_other_rules: ({ value, regime }) => [
    `bagian "${value}" tidak dikenal dalam ${RULES[regime]}, aturan periode ini`,
    'Betulkan periode atau bagiannya.',
  ],
  number_since_2022: ({ value }) => [
    `"${value}": sejak 2022 tidak ada angka yang dihitung (PermenPANRB 6/2022)`,
    'Hapus; tulis rating hasil kerja dan perilaku, atau predikatnya.',
  ],
  score: ({ value, min, max }) => [
    `"${value}" bukan angka ${max === null ? `mulai ${min}` : `dari ${min} sampai ${max}`}`,
    'Tulis angka saja; desimal dengan koma, misalnya 88,67.',
  ],
  target: ({ value }) => [
    `target "${value}" bukan angka di atas nol`,
    'Tulis angka; untuk target berupa rentang (hanya PP 30/2019) tulis seperti 80-90.',
  ],
  evaluation_word: ({ value, known }) => [`"${value}" tidak dikenal`, `Pakai ${known.join(', ')}.`],
  duplicate_part: ({ value, firstLine }) => [
    `bagian ${value} ini sudah ada di baris ${firstLine}`,
    'Hapus salah satunya.',
  ],
  mixed_plan: ({ value, other, firstLine }) => [
    `${value} tidak dapat digabung dengan ${other} di baris ${firstLine}`,
    'Pilih salah satu: nilai jadi, atau rinciannya.',
  ],
  missing_part: ({ value }) => [
    `bagian "${value}" belum ada untuk pegawai dan periode ini`,
    'Tambahkan barisnya.',
  ],
  missing_half: ({ value }) => [
    `nilai ${value} belum ada`,
    'Tambahkan baris itu, data semester itu di berkas ini, atau nilai integrasi resmi di bagian integrasi.',
  ],
  conversion_band: () => [
    'akhir rentang ini tidak di atas awalnya, atau nilainya menurun',
    'Betulkan dari, sampai, nilai_dari, atau nilai_sampai.',
  ],
  conversion_overlap: () => ['rentang ini masuk ke rentang di atasnya', 'Pisahkan kedua rentang.'],
  duplicate_period: ({ value, firstLine }) => [
    `pegawai ini sudah punya baris untuk ${value}, yaitu baris ${firstLine}`,
    'Satu pegawai satu baris setiap periode: hapus salah satunya.',
  ],
  period_not_over: ({ value }) => [`periode ${value} belum berakhir`, 'Impor setelah periodenya berakhir.'],
};
