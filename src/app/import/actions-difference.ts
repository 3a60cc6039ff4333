import type { ActionPlanRow } from '../../../db/queries/action-plans.ts';
import type { ActionRow } from '../../core/import/actions.ts';
import { sameText } from '../../core/same-text.ts';

/** An action plan of the file with the work result that it belongs to. */
export type FiledAction = ActionRow & { workResultId: string };

/** What an action plans file would change about one person's action plans of a year. */
export interface ActionsDifference {
  nip: string;
  year: number;
  added: FiledAction[];
  /** Those whose target or unit is another one. */
  changed: { stored: ActionPlanRow; row: FiledAction }[];
  unchanged: number;
}

/** Compares the rows of one person and year with what is stored; what the file does not name stays as it is. */
export function compareActions(
  { nip, year }: { nip: string; year: number },
  rows: readonly FiledAction[],
  stored: readonly ActionPlanRow[],
): ActionsDifference {
  const difference: ActionsDifference = { nip, year, added: [], changed: [], unchanged: 0 };
  for (const row of rows) {
    const known = stored.find(
      (one) =>
        one.current &&
        one.workResultId === row.workResultId &&
        one.period === row.period &&
        sameText(one.title, row.title),
    );
    if (!known) difference.added.push(row);
    else if (known.target === row.target && known.unit === row.unit) difference.unchanged += 1;
    else difference.changed.push({ stored: known, row });
  }
  return difference;
}
