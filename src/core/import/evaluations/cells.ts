import { compare, type Fraction, parseDecimal, zero } from '../../rulebooks/fraction.ts';
import type { Target } from '../../rulebooks/pp30-indicator.ts';
import { type ColumnRow, normaliseHeader } from '../table.ts';
import type { EvaluationsColumn } from './columns.ts';
import type { EvaluationRowProblem } from './problems.ts';

/** The cells of a row, read one by one; what is wrong with them is collected. */
export interface Cells {
  line: number;
  problems: EvaluationRowProblem[];
  text(column: EvaluationsColumn): string;
  /** A number from `min` (0) to `max` (null: without end); null, with a problem, for anything else. */
  number(column: EvaluationsColumn, range?: { min?: number; max?: number | null }): Fraction | null;
  /** A target above zero; with `ranges` also two ends (`80–90`). */
  target(column: EvaluationsColumn): Fraction | null;
  targetOrRange(column: EvaluationsColumn): Target | null;
  /** One of the words of a map; null, with a problem, for anything else. */
  word<T>(column: EvaluationsColumn, words: ReadonlyMap<string, T>): T | null;
}

/** Reads the cells of a row. */
export function cellsOf({ line, cells }: ColumnRow<EvaluationsColumn>): Cells {
  const problems: EvaluationRowProblem[] = [];
  const filled = (column: EvaluationsColumn): boolean => {
    if (cells[column] !== '') return true;
    problems.push({ line, column, code: 'empty' });
    return false;
  };
  const number: Cells['number'] = (column, { min = 0, max = null } = {}) => {
    if (!filled(column)) return null;
    const value = cells[column];
    const found = parseDecimal(value.replace(/\s*%$/, ''));
    const fits = found && isWithin(found, min, max);
    if (!fits) problems.push({ line, column, code: 'score', value, min, max });
    return fits ? found : null;
  };
  const targetOrRange: Cells['targetOrRange'] = (column) => {
    if (!filled(column)) return null;
    const value = cells[column];
    const ends = value.replaceAll('%', '').split(/\s*(?:[-–—]|\bs\/d\b|\bsampai\b)\s*/i);
    const [low = null, high = null] = ends.map(parseDecimal);
    const sound =
      low &&
      compare(low, zero) > 0 &&
      (ends.length === 1 || (ends.length === 2 && high && compare(low, high) <= 0));
    if (!sound) problems.push({ line, column, code: 'target', value });
    return sound ? (high ? { low, high } : low) : null;
  };
  return {
    ...{ line, problems, number, targetOrRange },
    text: (column) => cells[column],
    target(column) {
      const found = targetOrRange(column);
      if (!found || !('low' in found)) return found;
      problems.push({ line, column, code: 'target', value: cells[column] });
      return null;
    },
    word(column, words) {
      if (!filled(column)) return null;
      const value = cells[column];
      const found = words.get(normaliseHeader(value).replace(/_(?:ekspektasi|expectations?)$/, ''));
      if (found === undefined)
        problems.push({ line, column, code: 'evaluation_word', value, known: spoken(words) });
      return found ?? null;
    },
  };
}

/** The words of a map as people write them, one for each meaning. */
export function spoken(words: ReadonlyMap<string, unknown>): string[] {
  const first = new Map([...words].reverse().map(([word, meaning]) => [meaning, word]));
  return [...new Set([...words.values()])].map((meaning) => first.get(meaning)!.replaceAll('_', ' '));
}

function isWithin(value: Fraction, min: number, max: number | null): boolean {
  const { numerator: n, denominator: d } = value;
  return n >= BigInt(min) * d && (max === null || n <= BigInt(max) * d);
}
