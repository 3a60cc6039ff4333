import type { FunctionalLevel } from '../core/evaluation/credit-points.ts';

/** Levels of functional positions; their names are official and the same in every language. */
export const functionalLevel: Record<FunctionalLevel, string> = {
  pemula: 'Pemula',
  terampil: 'Terampil',
  mahir: 'Mahir',
  penyelia: 'Penyelia',
  ahli_pertama: 'Ahli Pertama',
  ahli_muda: 'Ahli Muda',
  ahli_madya: 'Ahli Madya',
  ahli_utama: 'Ahli Utama',
};
