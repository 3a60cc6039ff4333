import { findCycles, startCycleAt } from './cycles.ts';
import type { Place } from './table.ts';

/** Who supervises whom, as a line of a file says it; `nip` is `''` where the line's own number is wrong. */
export interface SupervisorLink {
  line: number;
  nip: string;
  supervisorNip: string | null;
}

/** What is wrong with the supervisors (atasan) that a file names. */
export type SupervisorProblem =
  /** Neither in the file nor stored. */
  | (Place & { code: 'supervisor_unknown'; value: string })
  | (Place & { code: 'supervisor_self'; value: string })
  /** Each number is supervised by the next, the last by the first; the first is this line's person. */
  | (Place & { code: 'supervisor_cycle'; value: string; cycle: string[] });

const column = 'atasan_nip';

/**
 * Checks that supervisors exist, and that nobody supervises himself, directly or over others.
 *
 * A person's first line in the file wins over what is stored. A cycle is reported once, at its first line.
 */
export function checkSupervisors(
  links: readonly SupervisorLink[],
  known: readonly Omit<SupervisorLink, 'line'>[],
): SupervisorProblem[] {
  const first = new Map<string, SupervisorLink>();
  for (const link of links) if (link.nip !== '' && !first.has(link.nip)) first.set(link.nip, link);
  const present = new Set([...first.keys(), ...known.map(({ nip }) => nip)]);
  const problems: SupervisorProblem[] = [];
  for (const { line, nip, supervisorNip: value } of links) {
    if (value === null) continue;
    if (value === nip) problems.push({ line, column, code: 'supervisor_self', value });
    else if (!present.has(value)) problems.push({ line, column, code: 'supervisor_unknown', value });
  }
  const superiors = new Map([...known, ...first.values()].map((link) => [link.nip, link.supervisorNip]));
  for (const cycle of findCycles(superiors)) {
    const inFile = cycle.flatMap((nip) => first.get(nip) ?? []).sort((a, b) => a.line - b.line);
    const start = inFile[0];
    // A cycle of one is reported above; a cycle among stored people alone is not this file's fault.
    if (cycle.length === 1 || !start) continue;
    const turned = startCycleAt(cycle, start.nip);
    problems.push({ line: start.line, column, code: 'supervisor_cycle', value: turned[1]!, cycle: turned });
  }
  return problems;
}
