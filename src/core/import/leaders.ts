import type { Place } from './table.ts';

/** What is wrong with the units that people are said to lead (`memimpin`). */
export type LeaderProblem =
  /** Neither in the file nor stored. */
  | (Place & { code: 'leads_unknown'; value: string })
  /** Somebody else in the file leads it too, in line `firstLine`. */
  | (Place & { code: 'leads_conflict'; value: string; firstLine: number });

/** Checks that the units that people lead exist, and that each has one leader. */
export function checkLeaders(
  rows: readonly { line: number; leads: string | null }[],
  unitNames: Iterable<string>,
): LeaderProblem[] {
  const known = new Set([...unitNames].map((name) => name.toLowerCase()));
  const leaders = new Map<string, number>();
  const problems: LeaderProblem[] = [];
  for (const { line, leads: value } of rows) {
    if (value === null) continue;
    const key = value.toLowerCase();
    const firstLine = leaders.get(key);
    const place = { line, column: 'memimpin', value };
    if (!known.has(key)) problems.push({ ...place, code: 'leads_unknown' });
    else if (firstLine !== undefined) problems.push({ ...place, code: 'leads_conflict', firstLine });
    else leaders.set(key, line);
  }
  return problems;
}
