import {
  type EmployeeNumberProblem,
  type EmployeeNumberWarning,
  parseEmployeeNumber,
} from '../employee-number.ts';
import type { Place } from './table.ts';

/** What is wrong with a cell that should hold an employee number (NIP). */
export type EmployeeCellProblem =
  | (Place & { code: 'employee_number'; value: string; problem: EmployeeNumberProblem })
  /**
   * A spreadsheet kept the number as a number and lost its last digits: format the column as text and enter
   * them again. `scientific`: `1.98609E+17`; `rounded`: 18 digits that end in 000.
   */
  | (Place & { code: 'employee_number_lost_digits'; value: string; form: 'scientific' | 'rounded' });

/** The answer of `readEmployeeCell`. */
export type EmployeeCell =
  | { ok: true; nip: string; warnings: EmployeeNumberWarning[] }
  | { ok: false; problem: EmployeeCellProblem };

/** Reads an employee number from a cell; unlike chat, a file may have been through a spreadsheet. */
export function readEmployeeCell(value: string, place: Place, today: string): EmployeeCell {
  const parsed = parseEmployeeNumber(value, { today });
  if (parsed.ok) return parsed;
  const { problem } = parsed;
  if (problem.code !== 'scientific' && problem.code !== 'serial')
    return { ok: false, problem: { ...place, code: 'employee_number', value, problem } };
  // No serial is 000, but every number of 18 digits typed into Excel ends so: it keeps 15.
  const form = problem.code === 'scientific' ? 'scientific' : 'rounded';
  return { ok: false, problem: { ...place, code: 'employee_number_lost_digits', value, form } };
}

/** A cell that has to name somebody who is stored. */
export type KnownEmployeeProblem =
  | EmployeeCellProblem
  /** Nobody with this number is stored; import people first. */
  | (Place & { code: 'person_unknown'; value: string });

/** Reads the number of somebody who has to be stored; an empty cell is no problem here. `nip` is also given where unknown. */
export function readKnownEmployee(
  value: string,
  place: Place,
  known: { has(nip: string): boolean },
  today: string,
): { nip: string | null; problems: KnownEmployeeProblem[] } {
  if (value === '') return { nip: null, problems: [] };
  const read = readEmployeeCell(value, place, today);
  if (!read.ok) return { nip: null, problems: [read.problem] };
  const { nip } = read;
  return { nip, problems: known.has(nip) ? [] : [{ ...place, code: 'person_unknown', value: nip }] };
}
