import type { GoalRow } from '../../../db/queries/goals.ts';
import type { GoalFileRow, GoalKey } from '../../core/import/goals.ts';

/** What an import can change about a goal; `restored`: it is listed again after it was not. */
export type GoalField = 'title' | 'parent' | 'indicators' | 'restored';

/** What an agreement file would change. */
export interface GoalsDifference {
  added: GoalFileRow[];
  changed: { id: string; goal: GoalFileRow; fields: GoalField[] }[];
  unchanged: number;
  /** Goals of a unit, year and kind in the file that the file no longer lists. */
  retired: GoalRow[];
}

/** A goal as text, so that it can be found. */
export const goalKey = ({ unitId, year, kind, number }: GoalKey) => `${unitId}|${year}|${kind}|${number}`;

/** Compares an agreement file with what is stored; units, years and kinds that the file does not name stay as they are. */
export function compareGoals(goals: readonly GoalFileRow[], stored: readonly GoalRow[]): GoalsDifference {
  const byKey = new Map(stored.map((row) => [goalKey(row), row]));
  const keys = new Map(stored.map((row) => [row.id, goalKey(row)]));
  const listed = new Set(goals.map(goalKey));
  const scopes = new Set(goals.map(scopeOf));
  const added: GoalFileRow[] = [];
  const changed: GoalsDifference['changed'] = [];
  for (const goal of goals) {
    const old = byKey.get(goalKey(goal));
    if (!old) {
      added.push(goal);
      continue;
    }
    const fields: GoalField[] = [];
    if (old.title !== goal.title) fields.push('title');
    const parent = goal.parent && goalKey(goal.parent);
    if ((old.parentId === null ? null : (keys.get(old.parentId) ?? 'gone')) !== parent) fields.push('parent');
    if (textOf(old.indicators) !== textOf(goal.indicators)) fields.push('indicators');
    if (!old.current) fields.push('restored');
    if (fields.length > 0) changed.push({ id: old.id, goal, fields });
  }
  const retired = stored.filter(
    (row) => row.current && scopes.has(scopeOf(row)) && !listed.has(goalKey(row)),
  );
  return { added, changed, unchanged: goals.length - added.length - changed.length, retired };
}

const scopeOf = ({ unitId, year, kind }: GoalKey) => `${unitId}|${year}|${kind}`;

const textOf = (indicators: GoalRow['indicators']) =>
  JSON.stringify(indicators.map(({ title, target, unit }) => [title, target, unit]));
