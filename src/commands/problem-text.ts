import type { EmailTaken } from '../app/import/people-difference.ts';
import type { TableFileProblem } from '../app/table-file.ts';
import type { EmployeeNumberProblem, EmployeeNumberWarning } from '../core/employee-number.ts';
import type { ActionsProblem } from '../core/import/actions.ts';
import type { ConversionTableProblem } from '../core/import/evaluations/conversion.ts';
import type { EvaluationsProblem } from '../core/import/evaluations/problems.ts';
import type { GoalsProblem } from '../core/import/goals.ts';
import type { HistoryProblem } from '../core/import/history.ts';
import type { HolidaysProblem } from '../core/import/holidays.ts';
import type { MatrixProblem } from '../core/import/matrix.ts';
import type { PeopleProblem, PeopleWarning } from '../core/import/people.ts';
import type { PlansProblem } from '../core/import/plans.ts';
import type { ShiftsProblem } from '../core/import/shifts.ts';
import type { Place, TableWarning } from '../core/import/table.ts';
import type { Locale } from '../core/model.ts';
import { maskCell, maskNumbers } from './mask.ts';
import { problemEn } from './problem-en.ts';
import { problemId } from './problem-id.ts';

/** Everything that can be wrong in a file that is imported. */
export type FileProblem =
  | PeopleProblem
  | PlansProblem
  | ActionsProblem
  | HolidaysProblem
  | ShiftsProblem
  | GoalsProblem
  | MatrixProblem
  | EmailTaken
  | EvaluationsProblem
  | ConversionTableProblem
  | HistoryProblem;
/** Everything that can be unusual in a file that is imported. */
export type FileWarning = PeopleWarning | TableWarning;

/** What is wrong, and how to mend it (`''` where nothing needs to be done). */
export type Sentence = [what: string, mend: string];

/** A sentence for every code of some problems. */
export type By<U extends { code: string }> = {
  [C in U['code']]: (found: Extract<U, { code: C }>) => Sentence;
};

/** Faults that only files about the calendar have: holidays and duty rosters. */
export type CalendarProblem = Exclude<
  HolidaysProblem | ShiftsProblem,
  { code: PeopleProblem['code'] | PlansProblem['code'] }
>;

/** Sentences about faults in files about the calendar. */
export type CalendarProblemTexts = By<CalendarProblem>;

/** Faults that only files about the cascade have: goals of units and role matrices. */
export type CascadeProblem = Exclude<
  GoalsProblem | MatrixProblem,
  { code: PeopleProblem['code'] | PlansProblem['code'] }
>;

/** Sentences about faults in files about the cascade. */
export type CascadeProblemTexts = By<CascadeProblem>;
/** Faults that only files about evaluations have. */
export type EvaluationFileProblem = Exclude<
  EvaluationsProblem | ConversionTableProblem | HistoryProblem,
  { code: PeopleProblem['code'] | PlansProblem['code'] }
>;

/** Sentences about faults in files about evaluations. */
export type EvaluationProblemTexts = By<EvaluationFileProblem>;

/** A sentence for every code; a missing one does not compile. */
export interface ProblemTexts {
  file: By<FileProblem>;
  warning: By<FileWarning>;
  employeeNumber: By<EmployeeNumberProblem>;
  unusual: { [C in EmployeeNumberWarning['code']]: (age: number) => Sentence };
  table: By<TableFileProblem>;
  place: (line: number, column: string) => string;
}

/** A finding as it is printed: where, what, and how to mend it, without any full NIP. */
export interface Finding extends Place {
  code: string;
  message: string;
  mend: string;
}

/** The sentences in a language. */
export function problemTexts(locale: Locale): ProblemTexts {
  return locale === 'en' ? problemEn : problemId;
}

/** Says what is wrong in a file and how to mend it. */
export function problemFinding(problem: FileProblem, texts: ProblemTexts): Finding {
  const masked = maskValues(problem);
  if (masked.code === 'employee_number') {
    const { value, problem: inner } = masked;
    const say = texts.employeeNumber[inner.code] as (found: EmployeeNumberProblem) => Sentence;
    const [what, mend] = say(inner);
    return found(problem, [`"${value}": ${what}`, mend]);
  }
  const say = texts.file[masked.code] as (found: FileProblem) => Sentence;
  return found(problem, say(masked));
}

/** Says what is unusual in a file. */
export function warningFinding(warning: FileWarning, texts: ProblemTexts): Finding {
  if (warning.code === 'employee_number_unusual') {
    const [what, mend] = texts.unusual[warning.warning.code](warning.warning.age);
    return found(warning, [`"${maskCell(warning.value)}": ${what}`, mend]);
  }
  return found(warning, texts.warning.unknown_column(warning));
}

/** Says why a file could not be read at all. */
export function tableFileSentence(problem: TableFileProblem, texts: ProblemTexts): string {
  const say = texts.table[problem.code] as (found: TableFileProblem) => Sentence;
  return join(say(problem));
}

/** One line for the screen: `Baris 3, kolom nip: … .` */
export function findingLine({ line, column, message, mend }: Finding, texts: ProblemTexts): string {
  return `${texts.place(line, column)}: ${join([message, mend])}`;
}

function found({ line, column, code }: Place & { code: string }, [what, mend]: Sentence): Finding {
  return { line, column, code, message: maskNumbers(what), mend: maskNumbers(mend) };
}

function join([what, mend]: Sentence): string {
  return mend === '' ? `${what}.` : `${what}. ${mend}`;
}

/** NIP columns hold what was meant to be a NIP: their values are masked even where they are none. */
function maskValues<P extends FileProblem>(problem: P): P {
  const inNipColumn = problem.column === 'nip' || problem.column === 'atasan_nip';
  if (!inNipColumn || !('value' in problem)) return problem;
  const masked = { ...problem, value: maskCell(problem.value) };
  return 'cycle' in masked ? { ...masked, cycle: masked.cycle.map(maskCell) } : masked;
}
