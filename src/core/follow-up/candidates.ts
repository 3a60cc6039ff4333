import type { Predicate } from '../evaluation/content.ts';

/** The result of a person's annual evaluation. */
export interface AnnualResult {
  personId: string;
  year: number;
  predicate: Predicate;
  /** Whether an objection to it is still open. */
  disputed: boolean;
}

/** A candidate; `disputed` where an objection to one of the results is still open. */
export interface Candidate<P> {
  person: P;
  disputed: boolean;
}

/** Candidates by a year's annual evaluations, in the order of the people: lists, and no ranking. */
export interface Candidates<P> {
  /** Very good in the year and in the one before. */
  talents: Candidate<P>[];
  /** Very good in the year. */
  awards: Candidate<P>[];
}

/**
 * Whom HR may look at for talent pool and awards (penghargaan) after a year.
 *
 * That two years make a talent and one an award is a choice of this program: agencies have their own rules.
 */
export function candidatesOf<P extends { id: string }>(
  people: readonly P[],
  results: readonly AnnualResult[],
  year: number,
): Candidates<P> {
  const best = new Map(
    results
      .filter(({ predicate }) => predicate === 'very_good')
      .map((result) => [`${result.personId} ${result.year}`, result]),
  );
  const found: Candidates<P> = { talents: [], awards: [] };
  for (const person of people) {
    const last = best.get(`${person.id} ${year}`);
    const before = best.get(`${person.id} ${year - 1}`);
    if (!last) continue;
    found.awards.push({ person, disputed: last.disputed });
    if (before) found.talents.push({ person, disputed: last.disputed || before.disputed });
  }
  return found;
}
