import { groupBy } from '../../group.ts';
import type { NamedPeriod } from '../../named-period.ts';
import type { ConversionTable } from '../../rulebooks/conversion.ts';
import type { Integration2021Evaluation } from '../../rulebooks/integration2021.ts';
import type { P2022Evaluation } from '../../rulebooks/p2022.ts';
import type { Pp30Evaluation, Pp30Settings } from '../../rulebooks/pp30.ts';
import type { Pp46Evaluation } from '../../rulebooks/pp46.ts';
import type { Evaluated, RuleBookProblem } from '../../rulebooks/rulebook.ts';
import { rulebookFor } from '../../rulebooks/rulebooks.ts';
import { byLine, selectColumns, type Table, type TableWarning } from '../table.ts';
import { evaluationsColumns } from './columns.ts';
import { type Assembled, p2022Input, pp30Input, pp46Input, repeats } from './inputs.ts';
import { type Half, type Halves, integrationInput } from './integration-input.ts';
import type { EvaluationGroupProblem, EvaluationsProblem } from './problems.ts';
import { type PartRow, type RowOwner, readPartRow } from './row.ts';

/** An evaluation under one of the rule books. */
export type AnyEvaluation = Pp46Evaluation | Pp30Evaluation | Integration2021Evaluation | P2022Evaluation;

/** One person's evaluation of one period. */
export interface EvaluatedPeriod {
  /** Line of its first row. */
  line: number;
  nip: string;
  name: string | null;
  period: NamedPeriod;
  evaluation: AnyEvaluation;
}

/** A table of evaluations as read and evaluated. */
export interface EvaluationsReading {
  /** In the order of the file; of those whom a problem concerns there are none. */
  evaluations: EvaluatedPeriod[];
  problems: EvaluationsProblem[];
  warnings: TableWarning[];
}

/** What the regulations leave open. */
export interface EvaluationSettings {
  pp30: Pp30Settings;
  conversion: ConversionTable;
}

interface Group {
  rows: PartRow[];
  nip: string;
  period: NamedPeriod;
}

interface Answer {
  evaluation: AnyEvaluation | null;
  problems: EvaluationGroupProblem[];
}

/**
 * Evaluates a table of older periods, one row a part (an activity, a behaviour, …), by person and period; each period by the
 * rules that held in it. `today` is a local date.
 *
 * A person's period with a problem is left out; where a row does not say whose it is, everything is.
 */
export function evaluateTable(
  table: Table,
  { today, settings }: { today: string; settings: EvaluationSettings },
): EvaluationsReading {
  const selected = selectColumns(table, evaluationsColumns);
  const read = selected.rows.map((row) => readPartRow(row, today));
  const rows = read.flatMap(({ row }) => row ?? []);
  const faulty = read.filter(({ problems }) => problems.length > 0).map(({ owner }) => owner);
  const groups = [...groupBy(rows, ({ nip, period }) => keyOf(nip, period.text)).values()]
    .map((own): Group => ({ rows: own, nip: own[0]!.nip, period: own[0]!.period }))
    .filter(({ nip, period }) => !faulty.some((owner) => concerns(owner, nip, period.text)));

  const answers = new Map<string, Answer>();
  const answerTo = ({ nip, period }: Group) => answers.get(keyOf(nip, period.text));
  const halfOf = (nip: string, name: string): Half => {
    const answer = answers.get(keyOf(nip, name));
    const doubtful = answer?.evaluation === null || faulty.some((owner) => concerns(owner, nip, name));
    if (doubtful) return 'doubtful';
    const evaluation = answer?.evaluation;
    return evaluation && 'value' in evaluation ? evaluation.value : null;
  };
  const halvesOf = (nip: string): Halves => ({
    first: halfOf(nip, FIRST_HALF),
    second: halfOf(nip, SECOND_HALF),
    secondRows: groups.find((one) => one.nip === nip && one.period.text === SECOND_HALF)?.rows ?? [],
  });
  // The year 2021 is made of its halves, so it comes last.
  for (const group of groups.toSorted((a, b) => Number(isWhole2021(a)) - Number(isWhole2021(b))))
    answers.set(keyOf(group.nip, group.period.text), evaluateGroup(group, settings, halvesOf));

  const names = new Map(rows.flatMap(({ nip, name }) => (name ? [[nip, name] as const] : [])));
  const problems: EvaluationsProblem[] = [
    ...selected.problems,
    ...read.flatMap((row) => row.problems),
    ...groups.flatMap((group) => answerTo(group)?.problems ?? []),
  ];
  const evaluations = groups.flatMap((group): EvaluatedPeriod[] => {
    const { nip, period } = group;
    const evaluation = answerTo(group)?.evaluation;
    const name = names.get(nip) ?? null;
    return evaluation ? [{ line: group.rows[0]!.line, nip, name, period, evaluation }] : [];
  });
  return { evaluations, problems: byLine(problems), warnings: selected.warnings };
}

const FIRST_HALF = '2021-H1';
const SECOND_HALF = '2021-H2';
const isWhole2021 = ({ rows: [row] }: Group) => row!.regime === 'integration2021';

/** Evaluates the rows of a person's period by the rule book that holds in it. */
function evaluateGroup(
  { rows, nip, period }: Group,
  settings: EvaluationSettings,
  halvesOf: (nip: string) => Halves,
): Answer {
  const twice = repeats(rows);
  if (twice.length > 0) return { evaluation: null, problems: twice };
  const choice = rulebookFor(period);
  if (!choice.ok) throw mistake(choice.problem);
  const { book } = choice;
  switch (book.regime) {
    case 'pp46':
      return answered(pp46Input(rows), (input) => book.evaluate(period, input));
    case 'pp30':
      return answered(pp30Input(rows, settings.pp30), (input) => book.evaluate(period, input));
    case 'integration2021':
      return answered(integrationInput(rows, halvesOf(nip), settings.conversion), (input) =>
        book.evaluate(period, input),
      );
    case 'p2022':
      return answered(p2022Input(rows), (input) => book.evaluate(period, input));
  }
}

function answered<I>(assembled: Assembled<I>, evaluate: (input: I) => Evaluated<AnyEvaluation>): Answer {
  if (assembled.input === null) return { evaluation: null, problems: assembled.problems };
  const answer = evaluate(assembled.input);
  if (!answer.ok) throw mistake(answer.problem);
  return { evaluation: answer.evaluation, problems: [] };
}

/** Periods and cells were checked when they were read, so that a rule book refuses them is our mistake. */
function mistake({ code }: RuleBookProblem): Error {
  return new Error(`a rule book refused what was read: ${code}`);
}

function concerns({ nip, period }: RowOwner, ofNip: string, ofPeriod: string): boolean {
  if (nip === null) return true;
  return nip === ofNip && (period === null || period.text === ofPeriod);
}

function keyOf(nip: string, period: string): string {
  return `${nip} ${period}`;
}
