import type { Rating } from '../../evaluation/content.ts';
import { type NamedPeriod, readNamedPeriod } from '../../named-period.ts';
import type { Fraction } from '../../rulebooks/fraction.ts';
import type { AdditionalPerformance } from '../../rulebooks/pp30-additional.ts';
import type { LeaderIndicator } from '../../rulebooks/pp30-leader.ts';
import type { StaffResult } from '../../rulebooks/pp30-staff.ts';
import type { Creativity } from '../../rulebooks/pp46.ts';
import type { Pp46Activity } from '../../rulebooks/pp46-activity.ts';
import { type Regime, regimeOf } from '../../rulebooks/regime.ts';
import { readEmployeeCell } from '../employee-cell.ts';
import { type ColumnRow, normaliseHeader, type Place } from '../table.ts';
import { type Cells, cellsOf } from './cells.ts';
import { type BehaviourName, type EvaluationsColumn, PARTS, type Part } from './columns.ts';
import { readContent } from './content.ts';
import type { EvaluationRowProblem, PeriodCellProblem } from './problems.ts';

/** What a row says, by its part. */
export type PartContent =
  | { part: 'activity'; activity: Pp46Activity }
  | { part: 'tasks'; count: number }
  | { part: 'creativity'; creativity: Creativity }
  | { part: 'plan'; value: Fraction }
  /** `name` null: the mean of all behaviours. */
  | { part: 'behaviour'; name: BehaviourName | null; value: Fraction }
  | { part: 'behaviour_rating'; rating: Rating }
  | { part: 'result'; result: StaffResult }
  | { part: 'agreement'; indicator: LeaderIndicator }
  | { part: 'initiative'; indicator: LeaderIndicator }
  | { part: 'additional'; additional: AdditionalPerformance }
  | { part: 'new_idea'; given: boolean }
  | { part: 'first_half'; value: Fraction }
  | { part: 'second_half'; value: Fraction }
  /** `value` null: to be computed from both halves. */
  | { part: 'integrated'; value: Fraction | null }
  | { part: 'result_rating'; rating: Rating };

/** One sound row of a table of evaluations. */
export interface PartRow {
  line: number;
  /** 18 digits. */
  nip: string;
  name: string | null;
  period: NamedPeriod;
  regime: Regime;
  /** The word of `bagian`, as the file has it. */
  word: string;
  content: PartContent;
}

/** Whose row it is, of which period, as far as it could be read. */
export interface RowOwner {
  nip: string | null;
  period: NamedPeriod | null;
}

/** Reads one row; `row` is null where a problem leaves nothing to evaluate. */
export function readPartRow(
  row: ColumnRow<EvaluationsColumn>,
  today: string,
): { row: PartRow | null; owner: RowOwner; problems: EvaluationRowProblem[] } {
  const cells = cellsOf(row);
  const { line, problems } = cells;
  const nip = readNip(cells, today);
  const found = readPeriodCell(cells.text('periode'), { line, column: 'periode' });
  if (!found.ok) problems.push(found.problem);
  const word = normaliseHeader(cells.text('bagian'));
  const kind = PARTS.get(word);
  if (word === '') problems.push({ line, column: 'bagian', code: 'empty' });
  else if (!kind) {
    const value = cells.text('bagian');
    problems.push({ line, column: 'bagian', code: 'evaluation_part', value, known: [...PARTS.keys()] });
  }
  const owner = { nip, period: found.ok ? found.period : null };
  if (!found.ok || !kind) return { row: null, owner, problems };
  const { period, regime } = found;
  const problem = misplaced(cells, kind, regime);
  if (problem) problems.push(problem);
  const content = problem ? null : readContent(cells, kind.part, regime);
  const name = cells.text('nama') || null;
  const sound = nip !== null && content !== null && problems.length === 0;
  return {
    row: sound ? { line, nip, name, period, regime, word, content } : null,
    ...{ owner, problems },
  };
}

/** Reads the cell that names a period, and says which rules hold in it. */
export function readPeriodCell(
  value: string,
  place: Place,
):
  | { ok: true; period: NamedPeriod; regime: Regime }
  | { ok: false; problem: PeriodCellProblem | (Place & { code: 'empty' }) } {
  if (value === '') return { ok: false, problem: { ...place, code: 'empty' } };
  const period = readNamedPeriod(value);
  if (!period) return { ok: false, problem: { ...place, code: 'evaluation_period', value } };
  const answer = regimeOf(period);
  if (answer.ok) return { ok: true, period, regime: answer.regime };
  const { problem } = answer;
  switch (problem.code) {
    case 'straddles':
      return { ok: false, problem: { ...place, code: 'straddles', value, change: problem.change } };
    case 'before_2014':
      return { ok: false, problem: { ...place, code: 'before_2014', value } };
    case 'not_a_period':
      return { ok: false, problem: { ...place, code: 'evaluation_period', value } };
  }
}

/** What speaks against a part in a period: since 2022 no number is computed, and each part belongs to some rules only. */
function misplaced(
  cells: Cells,
  { regimes }: { part: Part; regimes: readonly Regime[] },
  regime: Regime,
): EvaluationRowProblem | null {
  const { line } = cells;
  const value = cells.text('bagian');
  if (regime === 'p2022') {
    if (!regimes.includes(regime)) return { line, column: 'bagian', code: 'number_since_2022', value };
    const number = cells.text('nilai');
    return number === '' ? null : { line, column: 'nilai', code: 'number_since_2022', value: number };
  }
  return regimes.includes(regime)
    ? null
    : { line, column: 'bagian', code: 'part_of_other_rules', value, regime };
}

function readNip(cells: Cells, today: string): string | null {
  const { line, problems } = cells;
  const text = cells.text('nip');
  if (text === '') {
    problems.push({ line, column: 'nip', code: 'empty' });
    return null;
  }
  const read = readEmployeeCell(text, { line, column: 'nip' }, today);
  if (!read.ok) problems.push(read.problem);
  return read.ok ? read.nip : null;
}
