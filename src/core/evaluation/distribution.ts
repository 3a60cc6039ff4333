import type { Achievement, Predicate } from './content.ts';
import { predicates } from './predicate.ts';

/** How many people of an organisation have each predicate. */
export type PredicateCounts = Record<Predicate, number>;

/** Where the predicates of an organisation differ from its distribution pattern; people, not shares, unless `percent`. */
export type DistributionWarning =
  /** This predicate should be the most frequent one. */
  | { code: 'not_majority'; predicate: Predicate; count: number }
  /** More than `limit` people (`percent` of all, rounded up) have the predicate. */
  | { code: 'too_many'; predicate: Predicate; count: number; limit: number; percent: number }
  /** Fewer than `limit` people (`percent` of all, rounded down) have one of the predicates. */
  | { code: 'too_few'; predicates: readonly Predicate[]; count: number; limit: number; percent: number }
  /** Nobody has any of the predicates, and somebody should. */
  | { code: 'none_of'; predicates: readonly Predicate[] }
  /** Nobody should have the predicate. */
  | { code: 'not_allowed'; predicate: Predicate; count: number };

type Clause =
  | { kind: 'majority'; predicate: Predicate }
  | { kind: 'at_most'; predicate: Predicate; percent: number }
  | { kind: 'at_least'; predicates: readonly Predicate[]; percent: number }
  | { kind: 'some'; predicates: readonly Predicate[] }
  | { kind: 'nobody'; predicate: Predicate };

/** The patterns of SE MenPANRB 3/2023; what a pattern does not name is free. */
const PATTERNS: Record<Achievement, readonly Clause[]> = {
  excellent: [
    { kind: 'majority', predicate: 'very_good' },
    { kind: 'at_most', predicate: 'very_good', percent: 70 },
  ],
  good: [
    { kind: 'majority', predicate: 'good' },
    { kind: 'at_most', predicate: 'good', percent: 70 },
    { kind: 'some', predicates: ['needs_improvement', 'poor'] },
  ],
  needs_improvement: [
    { kind: 'at_least', predicates: ['needs_improvement'], percent: 60 },
    { kind: 'at_most', predicate: 'very_good', percent: 10 },
  ],
  poor: [
    { kind: 'at_least', predicates: ['poor'], percent: 60 },
    { kind: 'at_least', predicates: ['needs_improvement'], percent: 10 },
    { kind: 'at_most', predicate: 'very_good', percent: 10 },
  ],
  very_poor: [
    { kind: 'at_least', predicates: ['very_poor'], percent: 60 },
    { kind: 'at_least', predicates: ['poor', 'needs_improvement'], percent: 10 },
    { kind: 'nobody', predicate: 'very_good' },
  ],
};

/** Up to this many people a limit of 70%, rounded up, leaves nobody out, so nothing asks for a second predicate. */
const SMALL = 3;

/**
 * What a leader should look at again before an organisation's predicates are settled; nothing blocks.
 *
 * The circular does not say how shares are rounded in small organisations or what a majority is. The lenient reading is taken:
 * limits upwards are rounded up and limits downwards are rounded down to whole people, the majority is the most frequent
 * predicate (a tie is enough), and "some" is not asked of three people or fewer.
 */
export function distributionWarnings(
  achievement: Achievement,
  counts: PredicateCounts,
): DistributionWarning[] {
  const all = predicates.reduce((sum, predicate) => sum + counts[predicate], 0);
  if (all === 0) return [];
  return PATTERNS[achievement].flatMap((clause) => warningOf(clause, counts, all));
}

function warningOf(clause: Clause, counts: PredicateCounts, all: number): DistributionWarning[] {
  const count = 'predicate' in clause ? counts[clause.predicate] : countOf(clause.predicates, counts);
  switch (clause.kind) {
    case 'majority': {
      const most = predicates.every((other) => counts[other] <= count);
      return most ? [] : [{ code: 'not_majority', predicate: clause.predicate, count }];
    }
    case 'at_most': {
      const { predicate, percent } = clause;
      const limit = Math.ceil((all * percent) / 100);
      return count <= limit ? [] : [{ code: 'too_many', predicate, count, limit, percent }];
    }
    case 'at_least': {
      const { predicates: some, percent } = clause;
      const limit = Math.floor((all * percent) / 100);
      return count >= limit ? [] : [{ code: 'too_few', predicates: some, count, limit, percent }];
    }
    case 'some':
      return count > 0 || all <= SMALL ? [] : [{ code: 'none_of', predicates: clause.predicates }];
    case 'nobody':
      return count === 0 ? [] : [{ code: 'not_allowed', predicate: clause.predicate, count }];
  }
}

/** Counts a list of predicates. */
export function countPredicates(list: readonly Predicate[]): PredicateCounts {
  const counts: PredicateCounts = { very_good: 0, good: 0, needs_improvement: 0, poor: 0, very_poor: 0 };
  for (const predicate of list) counts[predicate]++;
  return counts;
}

function countOf(some: readonly Predicate[], counts: PredicateCounts): number {
  return some.reduce((sum, predicate) => sum + counts[predicate], 0);
}
