import { checkLeaders, type LeaderProblem } from './leaders.ts';
import {
  type PeopleColumn,
  type PersonProblem,
  type PersonRow,
  type PersonWarning,
  peopleColumns,
  readPersonRow,
} from './person-row.ts';
import { checkSupervisors, type SupervisorProblem } from './supervisors.ts';
import {
  byLine,
  optionalText,
  type Place,
  selectColumns,
  type Table,
  type TableProblem,
  type TableWarning,
} from './table.ts';
import { type KnownUnit, readUnits, type UnitProblem, type UnitRow } from './units.ts';

export type { PeopleColumn, PersonRow } from './person-row.ts';
export type { UnitRow } from './units.ts';

/** What is wrong in a people file; nothing of a file with problems should be stored. */
export type PeopleProblem =
  | TableProblem
  | PersonProblem
  | UnitProblem
  | SupervisorProblem
  | LeaderProblem
  | (Place & { code: 'duplicate_employee'; value: string; firstLine: number })
  | (Place & { code: 'duplicate_email'; value: string; firstLine: number });

/** What is unusual in a people file, and yet can be stored. */
export type PeopleWarning = TableWarning | PersonWarning;

/** What is stored already and a people file relates to. */
export interface KnownPeople {
  nips: readonly { nip: string; supervisorNip: string | null }[];
  /** Stored units, so that their spelling and their tree count too. */
  units?: readonly KnownUnit[];
}

/** A people file as read; `people` holds the rows without a problem, for a preview. */
export interface PeopleReading {
  /** Columns that the file has; about the others it says nothing, so what is stored should stay. */
  columns: PeopleColumn[];
  people: PersonRow[];
  units: UnitRow[];
  problems: PeopleProblem[];
  warnings: PeopleWarning[];
}

/**
 * Reads the people file: who works where, under whom, with which roles.
 *
 * Employee numbers are checked as Perka BKN 22/2007 and 43/2007 compose them; supervisors may be in the file
 * or stored, and the file's row wins over the stored one. `today` is a local date (`yyyy-MM-dd`).
 */
export function readPeople(
  table: Table,
  { today, known }: { today: string; known: KnownPeople },
): PeopleReading {
  const selected = selectColumns(table, peopleColumns);
  const read = selected.rows.map((row) => readPersonRow(row, today));
  const people = read.map(({ person }) => person);
  const places = selected.rows.map(({ line, cells }) => ({
    line,
    unit: cells.unit,
    parent: optionalText(cells.induk_unit),
  }));
  const units = readUnits(
    places.filter(({ unit }) => unit !== ''),
    known.units ?? [],
  );
  const problems: PeopleProblem[] = [
    ...selected.problems,
    ...read.flatMap((row) => row.problems),
    ...units.problems,
    ...duplicates(people),
    ...checkLeaders(
      people,
      [...(known.units ?? []), ...units.units].map(({ name }) => name),
    ),
    // Without the column the file says nothing about supervisors, and what is stored stays.
    ...(selected.columns.includes('atasan_nip') ? checkSupervisors(people, known.nips) : []),
  ];
  const faulty = new Set(problems.map(({ line }) => line));
  return {
    columns: selected.columns,
    people: people
      .filter(({ line }) => !faulty.has(line))
      .map((person) => ({
        ...person,
        unit: units.nameOf(person.unit),
        leads: person.leads === null ? null : units.nameOf(person.leads),
      })),
    units: units.units,
    problems: byLine(problems),
    warnings: byLine([...selected.warnings, ...read.flatMap((row) => row.warnings)]),
  };
}

function duplicates(people: readonly PersonRow[]): PeopleProblem[] {
  const nips = new Map<string, number>();
  const emails = new Map<string, number>();
  const problems: PeopleProblem[] = [];
  for (const { line, nip, email } of people) {
    const firstLine = nips.get(nip);
    if (firstLine !== undefined)
      problems.push({ line, column: 'nip', code: 'duplicate_employee', value: nip, firstLine });
    else if (nip !== '') nips.set(nip, line);
    if (email === null) continue;
    const sharedWith = emails.get(email);
    if (sharedWith !== undefined)
      problems.push({ line, column: 'email', code: 'duplicate_email', value: email, firstLine: sharedWith });
    else emails.set(email, line);
  }
  return problems;
}
