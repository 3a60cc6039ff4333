import { POSITION_LEVELS, type PositionLevel } from '../model.ts';

/** What people write for the levels besides their own names; eselon as before UU 5/2014. */
const synonyms: Record<PositionLevel, readonly string[]> = {
  jpt_utama: ['pimpinan tinggi utama'],
  jpt_madya: ['pimpinan tinggi madya', 'eselon i', 'eselon ia', 'eselon ib', 'eselon 1'],
  jpt_pratama: ['pimpinan tinggi pratama', 'eselon ii', 'eselon iia', 'eselon iib', 'eselon 2'],
  administrator: ['jabatan administrator', 'eselon iii', 'eselon iiia', 'eselon iiib', 'eselon 3'],
  pengawas: ['jabatan pengawas', 'eselon iv', 'eselon iva', 'eselon ivb', 'eselon 4'],
  ahli_utama: ['utama', 'jf ahli utama', 'fungsional ahli utama'],
  ahli_madya: ['madya', 'jf ahli madya', 'fungsional ahli madya'],
  ahli_muda: ['muda', 'jf ahli muda', 'fungsional ahli muda'],
  ahli_pertama: ['pertama', 'jf ahli pertama', 'fungsional ahli pertama'],
  penyelia: ['jf penyelia', 'terampil penyelia'],
  mahir: ['jf mahir', 'pelaksana lanjutan'],
  terampil: ['jf terampil'],
  pemula: ['jf pemula', 'pelaksana pemula'],
  pelaksana: ['jabatan pelaksana', 'staf', 'jfu', 'fungsional umum'],
};

const byText = new Map(
  POSITION_LEVELS.flatMap((level) =>
    [level.replaceAll('_', ' '), ...synonyms[level]].map((text): [string, PositionLevel] => [text, level]),
  ),
);

/** Reads a level of a position (jenjang jabatan, UU 20/2023): `Ahli Muda`, `JPT Pratama`, `Eselon III.a`; null for any other text. */
export function parseLevel(text: string): PositionLevel | null {
  const words = text.toLowerCase().replace(/[._-]/g, ' ').replace(/\s+/g, ' ').trim();
  return byText.get(words) ?? byText.get(words.replace(/(\beselon [iv]+) ([ab])$/, '$1$2')) ?? null;
}

/** Reads `ya` or `tidak`, in either language; null for any other text. */
export function parseYesNo(text: string): boolean | null {
  if (/^(ya|y|yes|true|1)$/i.test(text)) return true;
  return /^(tidak|t|no|n|false|0)$/i.test(text) ? false : null;
}
