import type { behaviourId } from './behaviour-id.ts';

/** The seven values of ASN (BerAKHLAK) in English; each keeps its Indonesian name, which forms and rules use. */
export const behaviourEn: typeof behaviourId = {
  berorientasi_pelayanan: {
    name: 'Service-oriented (Berorientasi Pelayanan)',
    guides: [
      'Understands and meets the needs of the public',
      'Friendly, prompt, helpful and dependable',
      'Never stops improving',
    ],
  },
  akuntabel: {
    name: 'Accountable (Akuntabel)',
    guides: [
      'Works honestly, responsibly, carefully, with discipline and high integrity',
      'Uses state property responsibly, effectively and efficiently',
      'Does not misuse the authority of the position',
    ],
  },
  kompeten: {
    name: 'Competent (Kompeten)',
    guides: [
      'Develops own competence to meet ever-changing challenges',
      'Helps others to learn',
      'Carries out tasks with the best quality',
    ],
  },
  harmonis: {
    name: 'Harmonious (Harmonis)',
    guides: [
      'Respects everybody, whatever their background',
      'Likes to help others',
      'Builds a supportive place to work',
    ],
  },
  loyal: {
    name: 'Loyal',
    guides: [
      'Holds to Pancasila and the Constitution of 1945, faithful to the Republic and its lawful government',
      'Guards the good name of colleagues, leaders, agency and state',
      'Keeps the secrets of office and state',
    ],
  },
  adaptif: {
    name: 'Adaptive (Adaptif)',
    guides: ['Adjusts quickly to change', 'Keeps innovating and developing creativity', 'Acts proactively'],
  },
  kolaboratif: {
    name: 'Collaborative (Kolaboratif)',
    guides: [
      'Gives others the opportunity to contribute',
      'Is open to working together to add value',
      'Mobilises various resources for shared goals',
    ],
  },
};
