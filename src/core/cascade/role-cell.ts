import { sameText } from '../same-text.ts';
import type { PlannedResult, RoleCell } from './facts.ts';

/** Whether a work result is what a cell has become: it has the cell's id, or says the same for the same result. */
export function isResultOf(
  cell: Pick<RoleCell, 'id' | 'workResultId' | 'contribution'>,
  result: Pick<PlannedResult, 'id' | 'supports' | 'title'>,
): boolean {
  return (
    result.id === cell.id ||
    (result.supports?.id === cell.workResultId && sameText(result.title, cell.contribution))
  );
}

/** The work result in force that a shared cell has become, among those of whoever contributes. */
export function resultOfCell(
  cell: RoleCell,
  results: readonly PlannedResult[] | null | undefined,
): PlannedResult | null {
  if (cell.status === 'draft' || cell.status === 'withdrawn') return null;
  return results?.find((result) => isResultOf(cell, result)) ?? null;
}
