import type { Predicate } from '../evaluation/content.ts';
import { creditPointsOf, earnsCreditPoints, type FunctionalLevel } from '../evaluation/credit-points.ts';
import type { PositionLevel } from '../model.ts';
import { wholeMonths } from './months.ts';

/** The final result of a person in a period. */
export interface FinalResult {
  personId: string;
  from: string;
  to: string;
  predicate: Predicate;
  /** Whether an objection to it is still open. */
  disputed: boolean;
}

/** The part of a person that credit points depend on. */
export interface CreditPerson {
  id: string;
  level: PositionLevel | null;
}

/** What a person earned. */
export interface Credit<P> {
  person: P;
  level: FunctionalLevel;
  predicate: Predicate;
  months: number;
  /** Hundredths. */
  points: number;
  disputed: boolean;
}

/** Credit points of a period, and whom it says nothing about. */
export interface CreditList<P> {
  credits: Credit<P>[];
  /** Their level is not known, so nothing can be said. */
  unknownLevel: P[];
  /** At a level that earns points, without a final evaluation of the period. */
  notEvaluated: P[];
  /** How many are at a level that earns none. */
  without: number;
}

/** Credit points (PermenPANRB 1/2023) of some people from their final results, in the order of the people. */
export function creditList<P extends CreditPerson>(
  people: readonly P[],
  results: readonly FinalResult[],
): CreditList<P> {
  const byPerson = new Map(results.map((result) => [result.personId, result]));
  const list: CreditList<P> = { credits: [], unknownLevel: [], notEvaluated: [], without: 0 };
  for (const person of people) {
    const { level } = person;
    const result = byPerson.get(person.id);
    if (level === null) list.unknownLevel.push(person);
    else if (!earnsCreditPoints(level)) list.without += 1;
    else if (!result) list.notEvaluated.push(person);
    else {
      const { predicate, disputed } = result;
      const months = wholeMonths(result.from, result.to);
      const points = creditPointsOf(level, predicate, months);
      list.credits.push({ person, level, predicate, months, points, disputed });
    }
  }
  return list;
}
