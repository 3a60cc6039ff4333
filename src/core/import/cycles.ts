/**
 * Finds every cycle in a relation in which each member has at most one superior.
 *
 * Each cycle is given once, in the order in which one is led to the next; a member that is its own
 * superior is a cycle of one. Takes time in proportion to the number of members.
 */
export function findCycles(superiors: ReadonlyMap<string, string | null>): string[][] {
  const walkOf = new Map<string, string>();
  const cycles: string[][] = [];
  for (const start of superiors.keys()) {
    const path: string[] = [];
    let at: string | null = start;
    while (at !== null && superiors.has(at) && !walkOf.has(at)) {
      walkOf.set(at, start);
      path.push(at);
      at = superiors.get(at) ?? null;
    }
    if (at !== null && path.length > 0 && walkOf.get(at) === start) cycles.push(path.slice(path.indexOf(at)));
  }
  return cycles;
}

/** Turns a cycle so that it starts with `first`. */
export function startCycleAt(cycle: readonly string[], first: string): string[] {
  const at = cycle.indexOf(first);
  return [...cycle.slice(at), ...cycle.slice(0, at)];
}
