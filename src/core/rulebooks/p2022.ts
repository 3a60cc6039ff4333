import type { Predicate, Rating } from '../evaluation/content.ts';
import { predicateOf } from '../evaluation/predicate.ts';
import { defineRuleBook, type Evaluated } from './rulebook.ts';

/** The two ratings that decide since 2022. */
export interface P2022Input {
  resultRating: Rating;
  behaviourRating: Rating;
}

/** A result under PermenPANRB 6/2022: a predicate, and never a number. */
export interface P2022Evaluation {
  regime: 'p2022';
  resultRating: Rating;
  behaviourRating: Rating;
  predicate: Predicate;
}

/** PermenPANRB 6/2022; from 2022 on. */
export const p2022 = defineRuleBook('p2022', evaluate);

function evaluate({ resultRating, behaviourRating }: P2022Input): Evaluated<P2022Evaluation> {
  const predicate = predicateOf(resultRating, behaviourRating);
  return { ok: true, evaluation: { regime: 'p2022', resultRating, behaviourRating, predicate } };
}
