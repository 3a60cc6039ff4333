import type { GoalKind } from '../cascade/facts.ts';
import { groupBy } from '../group.ts';
import { unitChain } from '../rules.ts';
import {
  type GoalLine,
  type GoalLineProblem,
  goalsColumns,
  type ParentName,
  readGoalLine,
} from './goal-row.ts';
import {
  byLine,
  type Place,
  selectColumns,
  type Table,
  type TableProblem,
  type TableWarning,
} from './table.ts';

/** A goal by which it is found again: a unit has one of each kind and number in a year. */
export interface GoalKey {
  unitId: string;
  year: number;
  kind: GoalKind;
  number: number;
}

/** One goal with its indicators (IKU), in the order of the file. */
export interface GoalFileRow extends GoalKey {
  /** Line of its first indicator. */
  line: number;
  title: string;
  /** The goal that it supports. */
  parent: GoalKey | null;
  indicators: { title: string; target: string | null; unit: string | null }[];
}

/** What is wrong in an agreement file; nothing of a file with problems should be stored. */
export type GoalsProblem =
  | TableProblem
  | GoalLineProblem
  /** No unit has this name; import people first. */
  | (Place & { code: 'goal_unit_unknown'; value: string })
  /** The same goal has another `sasaran` or other `induk_…` in line `firstLine`. */
  | (Place & { code: 'goal_conflict'; value: string; firstLine: number; firstValue: string })
  | (Place & { code: 'duplicate_goal_indicator'; value: string; firstLine: number })
  /** The supported goal belongs neither to the same unit nor to one above it. */
  | (Place & { code: 'goal_parent_unit'; value: string })
  /** Neither the file nor what is stored has the supported goal. */
  | (Place & { code: 'goal_parent_unknown'; value: string })
  /** A goal of the strategic plan supports goals of units above only. */
  | (Place & { code: 'goal_parent_kind'; value: string });

/** An agreement file as read; `goals` holds what had no problem, for a preview. */
export interface GoalsReading {
  goals: GoalFileRow[];
  problems: GoalsProblem[];
  warnings: TableWarning[];
}

interface UnitPlace {
  id: string;
  name: string;
  parentId: string | null;
}

/**
 * Reads the agreement file, one row an indicator, into goals of units.
 *
 * A goal of the performance agreement (PK) may support a goal of the unit's strategic plan (renstra), or a goal of a unit
 * above; one of the strategic plan only a goal of a unit above. The supported goal is in the file or among `stored`.
 */
export function readGoals(
  table: Table,
  { units, stored, today }: { units: readonly UnitPlace[]; stored: readonly GoalKey[]; today: string },
): GoalsReading {
  const selected = selectColumns(table, goalsColumns);
  const read = selected.rows.map((row) => readGoalLine(row, today));
  const lines = read.flatMap(({ row }) => row ?? []);
  const unitOf = (name: string) => units.find((unit) => simple(unit.name) === simple(name));
  const problems: GoalsProblem[] = [...selected.problems, ...read.flatMap((row) => row.problems)];
  for (const { line, unit } of lines)
    if (!unitOf(unit)) problems.push({ line, column: 'unit', code: 'goal_unit_unknown', value: unit });
  const groups = groupBy(
    lines,
    ({ unit, year, kind, number }) => `${simple(unit)}|${year}|${kind}|${number}`,
  );
  for (const group of groups.values()) problems.push(...conflicts(group), ...repeated(group));
  const places = new Map(units.map((unit) => [unit.id, unit]));
  const listed = [...groups.values()].flatMap((group) => keyOf(group[0]!, unitOf) ?? []);
  // What the file is about is as the file says: goals that it does not list are retired by it.
  const scopes = new Set(listed.map(scopeOf));
  const known = [...listed, ...stored.filter((goal) => !scopes.has(scopeOf(goal)))];
  const goals: GoalFileRow[] = [];
  for (const group of groups.values()) {
    const key = keyOf(group[0]!, unitOf);
    if (!key) continue;
    const parent = parentOf(group, key, { unitOf, places, known });
    if (parent && 'code' in parent) problems.push(parent);
    else goals.push(goalOf(group, key, parent));
  }
  const faulty = new Set(problems.map(({ line }) => line));
  const sound = goals.filter((goal) => {
    const group = [...groups.values()].find(([head]) => head!.line === goal.line)!;
    return !group.some(({ line }) => faulty.has(line));
  });
  return { goals: sound, problems: byLine(problems), warnings: selected.warnings };
}

type FindUnit = (name: string) => UnitPlace | undefined;

const scopeOf = ({ unitId, year, kind }: GoalKey) => `${unitId}|${year}|${kind}`;

const simple = (name: string) => name.trim().toLowerCase().replace(/\s+/g, ' ');

function keyOf({ unit, year, kind, number }: GoalLine, unitOf: FindUnit): GoalKey | null {
  const found = unitOf(unit);
  return found ? { unitId: found.id, year, kind, number } : null;
}

function goalOf(group: readonly GoalLine[], key: GoalKey, parent: GoalKey | null): GoalFileRow {
  return {
    ...key,
    line: group[0]!.line,
    title: group.find(({ title }) => title !== null)?.title ?? '',
    parent,
    indicators: group.flatMap(({ indicator }) => indicator ?? []),
  };
}

/** The goal that a goal supports, or why there is none such. */
function parentOf(
  group: readonly GoalLine[],
  { unitId, year, kind }: GoalKey,
  facts: { unitOf: FindUnit; places: ReadonlyMap<string, UnitPlace>; known: readonly GoalKey[] },
): GoalKey | null | GoalsProblem {
  const row = group.find(({ parent }) => parent !== null);
  if (!row?.parent) return null;
  const { line, parent } = row;
  const unit = parent.unit === null ? facts.places.get(unitId) : facts.unitOf(parent.unit);
  const at = { line, column: 'induk_unit' };
  if (!unit) return { ...at, code: 'goal_unit_unknown', value: parent.unit ?? '' };
  if (!unitChain(unitId, facts.places).includes(unit.id))
    return { ...at, code: 'goal_parent_unit', value: unit.name };
  const same = unit.id === unitId;
  if (same && kind === 'strategy')
    return { line, column: 'induk_nomor', code: 'goal_parent_kind', value: String(parent.number) };
  const wanted: GoalKind[] = same
    ? ['strategy']
    : kind === 'agreement'
      ? ['agreement', 'strategy']
      : ['strategy', 'agreement'];
  for (const one of wanted) {
    const hit = facts.known.find(
      (goal) =>
        goal.unitId === unit.id && goal.year === year && goal.kind === one && goal.number === parent.number,
    );
    if (hit) return { unitId: hit.unitId, year, kind: one, number: hit.number };
  }
  return { line, column: 'induk_nomor', code: 'goal_parent_unknown', value: `${unit.name} ${parent.number}` };
}

/** Rows that contradict an earlier row of their goal; `sasaran` must stand in one of them. */
function conflicts(group: readonly GoalLine[]): GoalsProblem[] {
  const titled = group.filter(({ title }) => title !== null);
  const named = group.filter(({ parent }) => parent !== null);
  const [title, parent] = [titled[0], named[0]];
  return [
    ...(title ? [] : [{ line: group[0]!.line, column: 'sasaran', code: 'empty' as const }]),
    ...titled
      .filter((row) => row.title !== title!.title)
      .map((row) => clash(row.line, 'sasaran', row.title!, title!.line, title!.title!)),
    ...named
      .filter((row) => show(row.parent!) !== show(parent!.parent!))
      .map((row) => clash(row.line, 'induk_nomor', show(row.parent!), parent!.line, show(parent!.parent!))),
  ];
}

function repeated(group: readonly GoalLine[]): GoalsProblem[] {
  const firstLines = new Map<string, number>();
  return group.flatMap(({ line, indicator }): GoalsProblem[] => {
    if (!indicator) return [];
    const value = indicator.title;
    const firstLine = firstLines.get(simple(value));
    if (firstLine !== undefined)
      return [{ line, column: 'iku', code: 'duplicate_goal_indicator', value, firstLine }];
    firstLines.set(simple(value), line);
    return [];
  });
}

function clash(
  line: number,
  column: string,
  value: string,
  firstLine: number,
  firstValue: string,
): GoalsProblem {
  return { line, column, code: 'goal_conflict', value, firstLine, firstValue };
}

const show = ({ unit, number }: ParentName) => (unit === null ? String(number) : `${simple(unit)} ${number}`);
