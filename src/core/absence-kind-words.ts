import type { AbsenceKind } from './model.ts';

/** A kind of absence that is named in a text, and the words around it. */
export interface NamedKind {
  kind: AbsenceKind;
  before: string;
  after: string;
  /** The word names other things as well, so that it means an absence only together with a date. */
  vague: boolean;
}

const KINDS: [AbsenceKind, string][] = [
  ['sakit', 'cuti sakit|sakit|sick leave|sick|unwell|ill|kurang sehat|tidak enak badan'],
  [
    'cuti',
    '(?:cuti )?(?:di )?luar tanggungan negara|cltn|cuti(?: (?:tahunan|melahirkan|bersalin|besar|(?:karena )?alasan penting))?|(?:annual |maternity |paternity |long |unpaid )?leave|vacation|day off|time off',
  ],
  ['tugas_belajar', 'tugas belajar|tubel|study assignment|study leave'],
  ['diklat', 'diklat|pelatihan|training'],
  [
    'dinas_luar',
    'dinas luar(?: (?:kota|daerah|negeri))?|perjalanan dinas|perjadin|tugas luar|dl|(?:business|duty|official) (?:trip|travel)',
  ],
  ['izin', 'i[zj]in(?: tidak masuk(?: kerja| kantor)?)?|tidak masuk(?: kerja| kantor)?|excused(?: absence)?'],
];
const VAGUE = /^(pelatihan|training|day off|time off|ill|tugas luar)$/;
const PATTERNS = KINDS.map(
  ([kind, words]) => [kind, new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`, 'gu')] as const,
);

/** Every way to read a kind out of a text in lower case; longer names come first where they begin alike. */
export function namedKinds(text: string): NamedKind[] {
  return PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({
      kind,
      before: text.slice(0, match.index).trim(),
      after: text.slice(match.index + match[0].length).trim(),
      vague: VAGUE.test(match[0]),
    })),
  );
}
