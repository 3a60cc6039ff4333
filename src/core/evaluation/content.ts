import type { Behaviour, PlanContent } from '../plan/content.ts';
import type { ProposedRealisation } from './proposal.ts';

/** A rating against expectations (PermenPANRB 6/2022), of work results as of behaviour. */
export type Rating = 'above' | 'meets' | 'below';

/** Predikat kinerja: sangat baik, baik, butuh perbaikan, kurang/misconduct, sangat kurang. */
export type Predicate = 'very_good' | 'good' | 'needs_improvement' | 'poor' | 'very_poor';

/** Capaian kinerja organisasi: istimewa, baik, butuh perbaikan, kurang, sangat kurang. */
export type Achievement = 'excellent' | 'good' | 'needs_improvement' | 'poor' | 'very_poor';

/** Where an evaluation stands. */
export type EvaluationStatus = 'open' | 'submitted' | 'returned' | 'rated' | 'locked';

/** What became of one indicator in the period. */
export interface Realisation {
  workResultId: string;
  /** Place of the indicator in its work result, from 0. */
  indicator: number;
  /** What the summary of the entries proposed. */
  proposed: string;
  /** What that proposal counted, for readers of another language; older evaluations have the words only. */
  counted?: ProposedRealisation;
  /** What the employee says; null: as proposed. */
  said: string | null;
  /** Sumber data. */
  source: string | null;
}

/** What an evaluation says besides its two ratings. */
export interface EvaluationContent {
  /** The work results and special expectations as they are evaluated; later changes of the plan leave them alone. */
  results: PlanContent['results'];
  expectations: PlanContent['expectations'];
  realisations: Realisation[];
  /** Feedback on each work result, by its id. */
  resultFeedback: Record<string, string>;
  behaviourFeedback: Partial<Record<Behaviour, string>>;
  /** Why the supervisor rated as they did. */
  remark: string | null;
}
