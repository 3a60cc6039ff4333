import type { Regime } from '../../rulebooks/regime.ts';
import type { EmployeeCellProblem } from '../employee-cell.ts';
import type { Place, TableProblem } from '../table.ts';

/** Why a period has no rule book, at the cell that names it. */
export type PeriodCellProblem =
  /** Not a year, half, quarter, month, or two dates. */
  | (Place & { code: 'evaluation_period'; value: string })
  | (Place & { code: 'before_2014'; value: string })
  /** The rules changed on `change` within the period. */
  | (Place & { code: 'straddles'; value: string; change: string });

/** What is wrong in one row of a table of evaluations. */
export type EvaluationRowProblem =
  | EmployeeCellProblem
  | PeriodCellProblem
  | (Place & { code: 'empty' })
  /** `bagian` is none of the words in `known`. */
  | (Place & { code: 'evaluation_part'; value: string; known: readonly string[] })
  /** That part means nothing under the rules of the period. */
  | (Place & { code: 'part_of_other_rules'; value: string; regime: Regime })
  /** No number is computed since 2022. */
  | (Place & { code: 'number_since_2022'; value: string })
  | (Place & { code: 'score'; value: string; min: number; max: number | null })
  /** A target that is not above zero, or a range that runs backwards. */
  | (Place & { code: 'target'; value: string })
  /** The word is none of those in `known`. */
  | (Place & { code: 'evaluation_word'; value: string; known: readonly string[] });

/** What is wrong with the rows of one person's period taken together, at the first row it concerns. */
export type EvaluationGroupProblem =
  /** The same part is in line `firstLine` already. */
  | (Place & { code: 'duplicate_part'; value: string; firstLine: number })
  /** A plan is given in two ways: as a value, by indicators of a leader, or by results; `value` and `other` name them. */
  | (Place & { code: 'mixed_plan'; value: string; other: string; firstLine: number })
  /** A part (`bagian`) that the evaluation cannot do without is missing. */
  | (Place & { code: 'missing_part'; value: string })
  /** A half of 2021 is neither given nor evaluated in the same file. */
  | (Place & { code: 'missing_half'; value: string });

/** What is wrong in a table of evaluations. */
export type EvaluationsProblem = TableProblem | EvaluationRowProblem | EvaluationGroupProblem;
