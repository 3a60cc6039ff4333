import type { Rating } from '../../evaluation/content.ts';
import type { Pp30Category } from '../../rulebooks/pp30-indicator.ts';
import type { Creativity } from '../../rulebooks/pp46.ts';
import type { Regime } from '../../rulebooks/regime.ts';
import { type ColumnSpec, synonymsOf } from '../table.ts';

/** Aspects that have a target and a realisation. */
export const ASPECT_COLUMNS = ['kuantitas', 'kualitas', 'waktu', 'biaya'] as const;

/** An aspect as the columns name it. */
export type AspectColumn = (typeof ASPECT_COLUMNS)[number];

/** Columns of a table of evaluations. */
export type EvaluationsColumn =
  | 'nip'
  | 'nama'
  | 'periode'
  | 'bagian'
  | 'uraian'
  | `target_${AspectColumn}`
  | `realisasi_${AspectColumn}`
  | 'kondisi'
  | 'cara'
  | 'kategori'
  | 'bobot'
  | 'nilai';

/** The columns of a table of evaluations, with other headings under which they are found. */
export const evaluationsColumns: ColumnSpec<EvaluationsColumn> = {
  required: ['nip', 'periode', 'bagian'],
  optional: [
    ...(['nama', 'uraian'] as const),
    ...ASPECT_COLUMNS.flatMap((aspect) => [`target_${aspect}`, `realisasi_${aspect}`] as const),
    ...(['kondisi', 'cara', 'kategori', 'bobot', 'nilai'] as const),
  ],
  synonyms: synonymsOf<EvaluationsColumn>({
    nip: ['nip_pegawai', 'nip_baru', 'nip_nippk', 'employee_number'],
    nama: ['nama_pegawai', 'name'],
    periode: ['period', 'tahun', 'periode_penilaian'],
    bagian: ['part', 'jenis', 'unsur'],
    uraian: ['kegiatan', 'rencana_kinerja', 'description'],
    target_kuantitas: ['target', 'target_kuant', 'target_output'],
    realisasi_kuantitas: ['realisasi', 'realisasi_kuant', 'realisasi_output'],
    target_kualitas: ['target_kual', 'target_mutu'],
    realisasi_kualitas: ['realisasi_kual', 'realisasi_mutu'],
    kategori: ['predikat', 'rating', 'category'],
    nilai: ['value', 'skor'],
  }),
};

/** What a row is about (`bagian`). */
export type Part =
  | 'activity'
  | 'tasks'
  | 'creativity'
  | 'plan'
  | 'behaviour'
  | 'result'
  | 'agreement'
  | 'initiative'
  | 'additional'
  | 'new_idea'
  | 'first_half'
  | 'second_half'
  | 'integrated'
  | 'results';

/** The words of `bagian`, and the rules under which a row of that kind means something. */
export const PARTS: ReadonlyMap<string, { part: Part; regimes: readonly Regime[] }> = new Map([
  ['kegiatan', { part: 'activity', regimes: ['pp46'] }],
  ['tugas_tambahan', { part: 'tasks', regimes: ['pp46'] }],
  ['kreativitas', { part: 'creativity', regimes: ['pp46'] }],
  ['skp', { part: 'plan', regimes: ['pp46', 'pp30'] }],
  ['perilaku', { part: 'behaviour', regimes: ['pp46', 'pp30', 'p2022'] }],
  ['rencana', { part: 'result', regimes: ['pp30'] }],
  ['iki_pk', { part: 'agreement', regimes: ['pp30'] }],
  ['iki_inisiatif', { part: 'initiative', regimes: ['pp30'] }],
  ['kinerja_tambahan', { part: 'additional', regimes: ['pp30'] }],
  ['ide_baru', { part: 'new_idea', regimes: ['pp30', 'integration2021'] }],
  ['periode_1', { part: 'first_half', regimes: ['integration2021'] }],
  ['periode_2', { part: 'second_half', regimes: ['integration2021'] }],
  ['integrasi', { part: 'integrated', regimes: ['integration2021'] }],
  ['hasil_kerja', { part: 'results', regimes: ['p2022'] }],
]);

/** The behaviours of both rule books, by the words under which they are found. */
export const BEHAVIOURS: ReadonlyMap<string, BehaviourName> = new Map([
  ['orientasi_pelayanan', 'service'],
  ['integritas', 'integrity'],
  ['komitmen', 'commitment'],
  ['disiplin', 'discipline'],
  ['inisiatif_kerja', 'initiative'],
  ['inisiatif', 'initiative'],
  ['kerja_sama', 'cooperation'],
  ['kerjasama', 'cooperation'],
  ['kepemimpinan', 'leadership'],
]);

/** A behaviour of PP 46/2011 or PP 30/2019. */
export type BehaviourName =
  | 'service'
  | 'integrity'
  | 'commitment'
  | 'discipline'
  | 'initiative'
  | 'cooperation'
  | 'leadership';

/** Categories of PermenPANRB 8/2021 by their words. */
export const CATEGORIES: ReadonlyMap<string, Pp30Category> = new Map([
  ['sangat_baik', 'very_good'],
  ['sb', 'very_good'],
  ['baik', 'good'],
  ['b', 'good'],
  ['cukup', 'sufficient'],
  ['c', 'sufficient'],
  ['kurang', 'poor'],
  ['k', 'poor'],
  ['sangat_kurang', 'very_poor'],
  ['sk', 'very_poor'],
]);

/** Ratings of PermenPANRB 6/2022 by their words, without `ekspektasi`. */
export const RATINGS: ReadonlyMap<string, Rating> = new Map([
  ['di_atas', 'above'],
  ['diatas', 'above'],
  ['above', 'above'],
  ['sesuai', 'meets'],
  ['meets', 'meets'],
  ['di_bawah', 'below'],
  ['dibawah', 'below'],
  ['below', 'below'],
]);

/** Points for creativity by who acknowledged it. */
export const CREATIVITY_POINTS: ReadonlyMap<string, Creativity> = new Map([
  ['0', 'none'],
  ['3', 'unit'],
  ['6', 'agency'],
  ['12', 'state'],
]);
