import { BEHAVIOURS, type Behaviour } from '../plan/content.ts';

/** Further words under which a value is known; its own name is always understood. */
const WORDS: Partial<Record<Behaviour, readonly string[]>> = {
  berorientasi_pelayanan: ['pelayanan', 'service', 'serviceoriented'],
  akuntabel: ['accountable'],
  kompeten: ['competent'],
  harmonis: ['harmonious'],
  adaptif: ['adaptive'],
  kolaboratif: ['collaborative'],
};

/** The BerAKHLAK values that a text is tagged with (`#akuntabel`, `#berorientasi_pelayanan`), in their official order. */
export function behavioursIn(text: string): Behaviour[] {
  const tags = [...text.matchAll(/#([\p{L}_-]+)/gu)].map((match) => behaviourOf(match[1]!));
  return inOrder(tags);
}

/** Values named in a list such as `akuntabel, adaptif`; null if a word is none of them. */
export function readBehaviours(text: string): Behaviour[] | null {
  const words = text
    .split(/[,;/]|\s(?:dan|and)\s|(?<![\p{L}])#/u)
    .map((word) => word.replace('#', '').trim())
    .filter((word) => word !== '');
  const named = words.map(behaviourOf);
  return words.length === 0 || named.includes(null) ? null : inOrder(named);
}

/** The values of two lists together, in their official order. */
export function withBehaviours(one: readonly Behaviour[], other: readonly Behaviour[]): Behaviour[] {
  return inOrder([...one, ...other]);
}

function behaviourOf(word: string): Behaviour | null {
  const plain = flat(word);
  return BEHAVIOURS.find((name) => flat(name) === plain || WORDS[name]?.includes(plain)) ?? null;
}

const flat = (word: string) => word.toLowerCase().replace(/[\s_-]/g, '');
const inOrder = (named: readonly (Behaviour | null)[]) => BEHAVIOURS.filter((name) => named.includes(name));
