import { type Fraction, fraction, parseDecimal, round, times } from '../rulebooks/fraction.ts';
import { pp30PredicateOf } from '../rulebooks/pp30.ts';
import { pp46CategoryOf } from '../rulebooks/pp46.ts';
import type { Regime } from '../rulebooks/regime.ts';
import { type KnownEmployeeProblem, readKnownEmployee } from './employee-cell.ts';
import { spoken } from './evaluations/cells.ts';
import type { PeriodCellProblem } from './evaluations/problems.ts';
import { readPeriodCell } from './evaluations/row.ts';
import {
  byLine,
  type ColumnRow,
  type ColumnSpec,
  normaliseHeader,
  optionalText,
  type Place,
  selectColumns,
  synonymsOf,
  type Table,
  type TableProblem,
  type TableWarning,
} from './table.ts';

/** Columns of the history file, one row a person and period. */
export type HistoryColumn = 'nip' | 'periode' | 'nilai' | 'predikat' | 'sumber' | 'resmi';

/** Predicates and categories of every rule book, as they are stored. */
export type PastPredicate =
  | 'very_good'
  | 'good'
  | 'sufficient'
  | 'needs_improvement'
  | 'poor'
  | 'bad'
  | 'very_poor';

/** One result of the past. */
export interface HistoryLine {
  line: number;
  /** 18 digits. */
  nip: string;
  /** `2019`, `2021-H1`, `2021` for the integrated one, `2024`. */
  period: string;
  regime: Regime;
  /** Hundredths; null since 2022, where no number is computed. */
  valueCenti: number | null;
  predicate: PastPredicate;
  source: string | null;
  official: boolean;
}

/** What is wrong in a history file; nothing of a file with problems should be stored. */
export type HistoryProblem =
  | TableProblem
  | KnownEmployeeProblem
  | PeriodCellProblem
  | (Place & { code: 'empty' })
  | (Place & { code: 'score'; value: string; min: number; max: number | null })
  | (Place & { code: 'number_since_2022'; value: string })
  | (Place & { code: 'evaluation_word'; value: string; known: readonly string[] })
  /** The same person and period are in line `firstLine` already. */
  | (Place & { code: 'duplicate_period'; value: string; firstLine: number })
  | (Place & { code: 'period_not_over'; value: string });

/** A history file as read; `results` holds the rows without a problem, for a preview. */
export interface HistoryReading {
  results: HistoryLine[];
  problems: HistoryProblem[];
  warnings: TableWarning[];
}

const spec: ColumnSpec<HistoryColumn> = {
  required: ['nip', 'periode'],
  optional: ['nilai', 'predikat', 'sumber', 'resmi'],
  synonyms: synonymsOf<HistoryColumn>({
    nip: ['nip_pegawai', 'nip_baru', 'nip_nippk', 'employee_number'],
    periode: ['period', 'tahun', 'periode_penilaian'],
    nilai: ['value', 'nilai_integrasi', 'nilai_prestasi_kerja', 'nilai_kinerja', 'npk'],
    predikat: ['predicate', 'kategori', 'sebutan', 'predikat_kinerja'],
    sumber: ['source', 'asal'],
    resmi: ['official'],
  }),
};

const COMMON: [string, PastPredicate][] = [
  ['sangat_baik', 'very_good'],
  ['baik', 'good'],
];
const WORDS: Record<'pp46' | 'pp30' | 'p2022', ReadonlyMap<string, PastPredicate>> = {
  pp46: new Map([...COMMON, ['cukup', 'sufficient'], ['kurang', 'poor'], ['buruk', 'bad']]),
  pp30: new Map([...COMMON, ['cukup', 'sufficient'], ['kurang', 'poor'], ['sangat_kurang', 'very_poor']]),
  // Material on PerBKN 3/2023 says "cukup" for "butuh perbaikan".
  p2022: new Map([
    ...COMMON,
    ['butuh_perbaikan', 'needs_improvement'],
    ['cukup', 'needs_improvement'],
    ['kurang', 'poor'],
    ['kurang_misconduct', 'poor'],
    ['misconduct', 'poor'],
    ['sangat_kurang', 'very_poor'],
  ]),
};
const YES_NO = new Map([
  ['ya', true],
  ['yes', true],
  ['tidak', false],
  ['no', false],
]);

/** Highest value of a result under PP 46/2011, whose quantities are not capped; and under PP 30/2019. */
const MOST = { pp46: 200, pp30: 120 };

/**
 * Reads the history file: results of past periods as they were given, the integrated one of 2021 included.
 *
 * A value is stored as it is. A predicate that is not given follows from it (a value from 110 on under PP 30/2019 is Baik: a new
 * idea is not known). Since 2022 there is a predicate and no value.
 */
export function readHistory(
  table: Table,
  { knownNips, today }: { knownNips: Iterable<string>; today: string },
): HistoryReading {
  const selected = selectColumns(table, spec);
  const known = new Set(knownNips);
  const problems: HistoryProblem[] = [...selected.problems];
  const results: HistoryLine[] = [];
  const firstLines = new Map<string, number>();
  for (const row of selected.rows) {
    const read = readLine(row, known, today);
    problems.push(...read.problems);
    if (!read.result) continue;
    const { nip, period: value } = read.result;
    const key = `${nip} ${value}`;
    const firstLine = firstLines.get(key);
    if (firstLine === undefined) {
      firstLines.set(key, row.line);
      results.push(read.result);
    } else problems.push({ line: row.line, column: 'periode', code: 'duplicate_period', value, firstLine });
  }
  return { results, problems: byLine(problems), warnings: selected.warnings };
}

function readLine(
  { line, cells }: ColumnRow<HistoryColumn>,
  known: ReadonlySet<string>,
  today: string,
): { result: HistoryLine | null; problems: HistoryProblem[] } {
  const problems: HistoryProblem[] = [];
  if (cells.nip === '') problems.push({ line, column: 'nip', code: 'empty' });
  const { nip, problems: unknown } = readKnownEmployee(cells.nip, { line, column: 'nip' }, known, today);
  problems.push(...unknown);
  const found = readPeriodCell(cells.periode, { line, column: 'periode' });
  if (!found.ok) problems.push(found.problem);
  const source = optionalText(cells.sumber);
  const official = readWord('resmi', YES_NO) ?? true;
  if (nip === null || !found.ok) return { result: null, problems };
  const { regime, period } = found;
  if (period.to >= today)
    problems.push({ line, column: 'periode', code: 'period_not_over', value: cells.periode });
  const rules = regime === 'integration2021' ? 'pp30' : regime;
  const given = readWord('predikat', WORDS[rules]);
  const value = rules === 'p2022' ? noValue() : readValue(MOST[rules]);
  if (rules === 'p2022' && cells.predikat === '') problems.push({ line, column: 'predikat', code: 'empty' });
  if (regime === 'integration2021' && source === null)
    problems.push({ line, column: 'sumber', code: 'empty' });
  if (problems.length > 0) return { result: null, problems };
  const predicate = given ?? (rules === 'pp46' ? pp46CategoryOf(value!) : pp30PredicateOf(value!, false));
  const valueCenti = value && Number(times(round(value), fraction(100)).numerator);
  return {
    result: { line, nip: nip, period: period.text, regime, valueCenti, predicate, source, official },
    problems,
  };

  function readWord<T>(column: 'predikat' | 'resmi', words: ReadonlyMap<string, T>): T | null {
    const text = cells[column];
    if (text === '') return null;
    const word = words.get(normaliseHeader(text));
    if (word === undefined)
      problems.push({ line, column, code: 'evaluation_word', value: text, known: spoken(words) });
    return word ?? null;
  }

  function readValue(max: number): Fraction | null {
    const text = cells.nilai;
    if (text === '') {
      problems.push({ line, column: 'nilai', code: 'empty' });
      return null;
    }
    const number = parseDecimal(text);
    const fits = number && number.numerator >= 0n && number.numerator <= BigInt(max) * number.denominator;
    if (!fits) problems.push({ line, column: 'nilai', code: 'score', value: text, min: 0, max });
    return fits ? number : null;
  }

  function noValue(): null {
    const value = cells.nilai;
    if (value !== '') problems.push({ line, column: 'nilai', code: 'number_since_2022', value });
    return null;
  }
}
