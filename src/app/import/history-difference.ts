import type { PastEvaluationRow } from '../../../db/queries/past-evaluations.ts';
import type { HistoryLine } from '../../core/import/history.ts';

/** What an import can change about a result. */
export type HistoryField = 'value' | 'predicate' | 'source' | 'official';

/** A result of the history file, of somebody who is known. */
export type FileResult = Omit<PastEvaluationRow, 'id' | 'at'>;

/** What a history file would change; results that it does not list stay as they are. */
export interface HistoryDifference {
  added: FileResult[];
  changed: { result: FileResult; before: PastEvaluationRow; fields: HistoryField[] }[];
  unchanged: number;
}

const COLUMNS = {
  value: 'valueCenti',
  predicate: 'predicate',
  source: 'source',
  official: 'official',
} as const satisfies Record<HistoryField, keyof FileResult>;

/** A line of the file as it is stored. */
export function fileResult(
  { period, regime, valueCenti, predicate, source, official }: HistoryLine,
  personId: string,
): FileResult {
  return { personId, period, regime, valueCenti, predicate, source, official };
}

/** Compares a history file with what is stored, by person and period. */
export function compareHistory(
  wanted: readonly FileResult[],
  stored: readonly PastEvaluationRow[],
): HistoryDifference {
  const known = new Map(stored.map((row) => [`${row.personId} ${row.period}`, row]));
  const difference: HistoryDifference = { added: [], changed: [], unchanged: 0 };
  for (const result of wanted) {
    const before = known.get(`${result.personId} ${result.period}`);
    if (!before) {
      difference.added.push(result);
      continue;
    }
    const fields = (Object.keys(COLUMNS) as HistoryField[]).filter(
      (field) => before[COLUMNS[field]] !== result[COLUMNS[field]],
    );
    if (fields.length === 0) difference.unchanged += 1;
    else difference.changed.push({ result, before, fields });
  }
  return difference;
}
