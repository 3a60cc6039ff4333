import type { ConversionTable } from '../../rulebooks/conversion.ts';
import type { Fraction } from '../../rulebooks/fraction.ts';
import type { Integration2021Input } from '../../rulebooks/integration2021.ts';
import { type Assembled, hasIdea, rowsOf } from './inputs.ts';
import type { PartRow } from './row.ts';

/** The value of a half of 2021; null where the file has none, `doubtful` where its rows have a problem. */
export type Half = Fraction | 'doubtful' | null;

/** What the same file says about a person's halves of 2021. */
export interface Halves {
  first: Half;
  second: Half;
  /** Rows of the second half, where a new idea may stand. */
  secondRows: readonly PartRow[];
}

/** The input of the year 2021: its official value, or both halves, each given in a row or evaluated in the same file. */
export function integrationInput(
  rows: readonly PartRow[],
  halves: Halves,
  conversion: ConversionTable,
): Assembled<Integration2021Input> {
  const newIdea = hasIdea([...rows, ...halves.secondRows]);
  const value = rowsOf(rows, 'integrated')[0]?.content.value;
  if (value) return { input: { kind: 'official', value, newIdea }, problems: [] };
  const first = rowsOf(rows, 'first_half')[0]?.content.value ?? halves.first;
  const second = rowsOf(rows, 'second_half')[0]?.content.value ?? halves.second;
  if (first === 'doubtful' || second === 'doubtful') return { input: null, problems: [] };
  if (first && second) return { input: { kind: 'halves', first, second, newIdea, conversion }, problems: [] };
  const lacking = [...(first ? [] : ['periode_1']), ...(second ? [] : ['periode_2'])];
  const { line } = rows[0]!;
  return {
    input: null,
    problems: lacking.map((word) => ({ line, column: 'bagian', code: 'missing_half', value: word })),
  };
}
