/** Activities that stand out at once, at most. */
const MAX_HIGHLIGHTS = 3;
/** Pieces of evidence from which on an activity stands out. */
const MUCH_EVIDENCE = 3;
/** An output this many times the person's usual one stands out. */
const LARGE = 3;
/** Other activities of the same unit that make something usual. */
const USUAL = 3;

/** Why an activity is worth a word: it was hindered, returned, has an unusual output, or is well evidenced. */
const HIGHLIGHT_REASONS = ['obstacle', 'returned', 'quantity', 'evidence'] as const;

/** Why an activity is worth a word. */
export type HighlightReason = (typeof HIGHLIGHT_REASONS)[number];

/** An activity as far as its being unusual depends on it. */
export interface HighlightFacts {
  id: string;
  personId: string;
  localDate: string;
  status: 'submitted' | 'approved' | 'returned' | 'withdrawn';
  quantityMilli: number | null;
  unit: string | null;
  /** Pieces of evidence. */
  evidence: number;
  /** An open obstacle was flagged with it. */
  hindered: boolean;
  /** The supervisor has said something about it already. */
  remarked: boolean;
}

/** An activity that stands out, and why. */
export interface Highlight {
  id: string;
  reason: HighlightReason;
}

/**
 * The activities of a team that deserve feedback first, at most three.
 *
 * One for each reason before a second one for any, one for each person before a second one of theirs, the newest first.
 * It compares an activity only with others of the same person, never people with each other.
 */
export function highlightsOf(entries: readonly HighlightFacts[]): Highlight[] {
  const newest = entries
    .filter(({ status }) => status !== 'withdrawn')
    .toSorted((a, b) =>
      a.localDate === b.localDate ? (a.id < b.id ? -1 : 1) : a.localDate < b.localDate ? 1 : -1,
    );
  const found: (Highlight & { personId: string })[] = [];
  const pick = (reason: HighlightReason, anybody: boolean) => {
    const hit = newest.find(
      (entry) =>
        !entry.remarked &&
        stands[reason](entry, newest) &&
        !found.some(({ id, personId }) => id === entry.id || (!anybody && personId === entry.personId)),
    );
    if (hit && found.length < MAX_HIGHLIGHTS) found.push({ id: hit.id, reason, personId: hit.personId });
  };
  for (const anybody of [false, true]) for (const reason of HIGHLIGHT_REASONS) pick(reason, anybody);
  return found.map(({ id, reason }) => ({ id, reason }));
}

type Stands = (entry: HighlightFacts, all: readonly HighlightFacts[]) => boolean;

const stands: Record<HighlightReason, Stands> = {
  obstacle: ({ hindered }) => hindered,
  returned: ({ status }) => status === 'returned',
  quantity(entry, all) {
    if (entry.quantityMilli === null || entry.unit === null) return false;
    const others = all
      .filter((one) => one.personId === entry.personId && one.unit === entry.unit && one.id !== entry.id)
      .flatMap(({ quantityMilli }) => (quantityMilli === null ? [] : [quantityMilli]))
      .toSorted((a, b) => a - b);
    const usual = others[Math.floor(others.length / 2)];
    return others.length >= USUAL && usual !== undefined && entry.quantityMilli >= LARGE * usual;
  },
  evidence: (entry, all) =>
    entry.evidence >= MUCH_EVIDENCE &&
    all.every((one) => one.personId !== entry.personId || one.evidence <= entry.evidence),
};
