import type { Aspect, CascadeMethod, Perspective } from '../plan/content.ts';
import { FRAME_COLUMNS, type FrameColumn, frameOf, type PlanFrame } from './plan-cells.ts';
import {
  type PlanLine,
  type PlanLineProblem,
  type PlansColumn,
  plansColumns,
  readPlanLine,
} from './plan-row.ts';
import {
  byLine,
  type Place,
  selectColumns,
  type Table,
  type TableProblem,
  type TableWarning,
} from './table.ts';

/** One indicator (IKI) of a work result. */
export interface IndicatorRow {
  line: number;
  aspect: Aspect | null;
  title: string;
  /** As written: `12`, `80–90%`, `tepat waktu`. A fraction from a spreadsheet has a comma. */
  target: string | null;
  unit: string | null;
  /** Local date. */
  dueOn: string | null;
}

/** One work result (RHK) with its indicators, in the order of the file. */
export interface WorkResultRow {
  /** Line of its first indicator. */
  line: number;
  number: number;
  /** True for `tambahan`, false for `utama`. */
  additional: boolean;
  title: string;
  /** The number of the superior's work result that this one supports. */
  superiorNumber: number | null;
  method: CascadeMethod | null;
  perspective: Perspective | null;
  indicators: IndicatorRow[];
}

/** One person's plan (SKP) of a year; work results by number. */
export interface PlanRow extends PlanFrame {
  /** Line of its first indicator. */
  line: number;
  nip: string;
  year: number;
  workResults: WorkResultRow[];
}

/** What is wrong in a plans file; nothing of a file with problems should be stored. */
export type PlansProblem =
  | TableProblem
  | PlanLineProblem
  /** Nobody with this number is stored; import people first. */
  | (Place & { code: 'person_unknown'; value: string })
  /** The same work result has another `rhk`, `jenis` or `rhk_atasan_no` in line `firstLine`. */
  | (Place & { code: 'work_result_conflict'; value: string; firstLine: number; firstValue: string })
  | (Place & { code: 'duplicate_indicator'; value: string; firstLine: number })
  /** Another row of the same plan says something else about the plan as a whole. */
  | (Place & { code: 'plan_conflict'; value: string; firstLine: number; firstValue: string })
  /** The plan cannot change from this date: it would rewrite what is past, locked, or planned already. */
  | (Place & { code: 'plan_from'; value: string; earliest: string | null });

/** A plans file as read; `plans` holds what had no problem, for a preview. */
export interface PlansReading {
  plans: PlanRow[];
  /** Documented columns that the file has; the others say nothing. */
  columns: PlansColumn[];
  problems: PlansProblem[];
  warnings: TableWarning[];
}

/**
 * Reads the plans file, one row an indicator, into plans (SKP, PermenPANRB 6/2022) by person and year.
 *
 * Rows with the same number, year and person are one work result; its text, kind and superior's number may
 * stand in any of them. `today` is a local date (`yyyy-MM-dd`); a plan is at most for the next year.
 */
export function readPlans(
  table: Table,
  { knownNips, today }: { knownNips: Iterable<string>; today: string },
): PlansReading {
  const selected = selectColumns(table, plansColumns);
  const read = selected.rows.map((row) => readPlanLine(row, today));
  const rows = read.flatMap(({ row }) => row ?? []);
  const known = new Set(knownNips);
  const groups = [...groupBy(rows, ({ nip, year, number }) => `${nip} ${year} ${number}`).values()];
  const problems: PlansProblem[] = [
    ...selected.problems,
    ...read.flatMap((row) => row.problems),
    ...rows
      .filter(({ nip }) => !known.has(nip))
      .map(({ line, nip }) => ({ line, column: 'nip', code: 'person_unknown', value: nip }) as const),
    ...groups.flatMap((group) => [...conflicts(group), ...repeated(group)]),
    ...[...groupBy(rows, planKey).values()].flatMap(frameConflicts),
  ];
  const faulty = new Set(problems.map(({ line }) => line));
  const sound = groups.filter((group) => !group.some(({ line }) => faulty.has(line)));
  const byPlan = groupBy(sound, ([first]) => planKey(first!));
  const plans = [...byPlan.values()].map((own): PlanRow => {
    const { line, nip, year } = own[0]![0]!;
    return {
      ...{ line, nip, year, ...frameOf(firstFrame(own.flat()), year) },
      workResults: own.map(workResultOf).sort((a, b) => a.number - b.number),
    };
  });
  return { plans, columns: selected.columns, problems: byLine(problems), warnings: selected.warnings };
}

function workResultOf(group: readonly PlanLine[]): WorkResultRow {
  return {
    line: group[0]!.line,
    number: group[0]!.number,
    additional: firstOf(group, 'additional')?.value ?? false,
    title: firstOf(group, 'title')?.value ?? '',
    superiorNumber: firstOf(group, 'superiorNumber')?.value ?? null,
    method: firstOf(group, 'method')?.value ?? null,
    perspective: firstOf(group, 'perspective')?.value ?? null,
    indicators: group.map(indicatorOf),
  };
}

function indicatorOf({ line, aspect, indicator, target, unit, dueOn }: PlanLine): IndicatorRow {
  return { line, aspect, title: indicator, target, unit, dueOn };
}

/** Finds rows that contradict an earlier row of their work result; `rhk` must stand in one of them. */
function conflicts(group: readonly PlanLine[]): PlansProblem[] {
  const columns = {
    ...{ title: 'rhk', additional: 'jenis', superiorNumber: 'rhk_atasan_no' },
    ...{ method: 'metode', perspective: 'perspektif' },
  } as const;
  const problems: PlansProblem[] = [];
  for (const field of Object.keys(columns) as (keyof typeof columns)[]) {
    const column = columns[field];
    const first = firstOf(group, field);
    if (!first && field === 'title') problems.push({ line: group[0]!.line, column, code: 'empty' });
    if (!first) continue;
    const { line: firstLine, value: firstValue } = first;
    for (const { line, [field]: value } of group)
      if (value !== null && value !== firstValue)
        problems.push({
          ...{ line, column, code: 'work_result_conflict', value: show(value) },
          ...{ firstLine, firstValue: show(firstValue) },
        });
  }
  return problems;
}

/** What the rows of a plan say about it as a whole, each column from the first row that fills it in. */
function firstFrame(rows: readonly PlanLine[]): Partial<Record<FrameColumn, string>> {
  return Object.assign({}, ...rows.map(({ frame }) => frame).reverse());
}

function frameConflicts(rows: readonly PlanLine[]): PlansProblem[] {
  return FRAME_COLUMNS.flatMap((column) => {
    const said = rows.filter(({ frame }) => frame[column] !== undefined);
    const [first] = said;
    return said
      .filter(({ frame }) => frame[column] !== first!.frame[column])
      .map(({ line, frame }) => ({
        ...{ line, column, code: 'plan_conflict' as const, value: frame[column]! },
        ...{ firstLine: first!.line, firstValue: first!.frame[column]! },
      }));
  });
}

const planKey = ({ nip, year }: Pick<PlanLine, 'nip' | 'year'>) => `${nip} ${year}`;

function repeated(group: readonly PlanLine[]): PlansProblem[] {
  const firstLines = new Map<string, number>();
  return group.flatMap(({ line, aspect, indicator: value }): PlansProblem[] => {
    const key = `${aspect ?? ''}|${value.toLowerCase()}`;
    const firstLine = firstLines.get(key);
    if (firstLine !== undefined && value !== '')
      return [{ line, column: 'iki', code: 'duplicate_indicator', value, firstLine }];
    firstLines.set(key, line);
    return [];
  });
}

function firstOf<K extends 'title' | 'additional' | 'superiorNumber' | 'method' | 'perspective'>(
  group: readonly PlanLine[],
  field: K,
): { line: number; value: NonNullable<PlanLine[K]> } | null {
  for (const { line, [field]: value } of group) if (value !== null) return { line, value };
  return null;
}

function show(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'tambahan' : 'utama') : String(value);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
