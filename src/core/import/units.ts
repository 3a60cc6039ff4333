import { findCycles, startCycleAt } from './cycles.ts';
import type { Place } from './table.ts';

/** A unit that a people file names; `parent` `null` where the file names none (what is stored then stays). */
export interface UnitRow {
  /** Line that names the parent, or else the first that names the unit. */
  line: number;
  name: string;
  parent: string | null;
}

/** A unit as it is stored. */
export interface KnownUnit {
  name: string;
  parent: string | null;
}

/** What is wrong with the tree of units. */
export type UnitProblem =
  /** The same unit has another parent (`firstValue`) in line `firstLine`. */
  | (Place & { code: 'unit_parent_conflict'; value: string; firstLine: number; firstValue: string })
  /** The unit is, over its parents, above itself; each name leads to the next and the last to the first. */
  | (Place & { code: 'unit_cycle'; value: string; cycle: string[] });

/** The units of a file, and `nameOf`, which gives a unit's one spelling. */
export interface UnitReading {
  units: UnitRow[];
  problems: UnitProblem[];
  nameOf: (name: string) => string;
}

/**
 * Gathers the units that people's rows name, with their parents.
 *
 * Units are told apart without regard to capitals; the stored spelling wins over the file's first.
 */
export function readUnits(
  rows: readonly { line: number; unit: string; parent: string | null }[],
  known: readonly KnownUnit[],
): UnitReading {
  const spelling = new Map(known.map((unit) => [keyOf(unit.name), unit.name]));
  const nameOf = (name: string) => spelling.get(keyOf(name)) ?? name;
  const units = new Map<string, UnitRow>();
  const problems: UnitProblem[] = [];
  const unitNamed = (name: string, line: number): UnitRow => {
    const key = keyOf(name);
    if (!spelling.has(key)) spelling.set(key, name);
    const unit = units.get(key) ?? { line, name: nameOf(name), parent: null };
    units.set(key, unit);
    return unit;
  };
  for (const { line, unit: name, parent } of rows) {
    const unit = unitNamed(name, line);
    if (parent === null) continue;
    const above = unitNamed(parent, line).name;
    if (unit.parent === null) Object.assign(unit, { parent: above, line });
    else if (unit.parent !== above)
      problems.push({
        ...{ line, column: 'induk_unit', code: 'unit_parent_conflict', value: parent },
        ...{ firstLine: unit.line, firstValue: unit.parent },
      });
  }
  const list = [...units.values()];
  return { units: list, problems: [...problems, ...cyclesOf(list, known)], nameOf };
}

function cyclesOf(units: readonly UnitRow[], known: readonly KnownUnit[]): UnitProblem[] {
  const named = new Map(units.filter((unit) => unit.parent !== null).map((unit) => [unit.name, unit]));
  const parents = new Map([...known, ...named.values()].map((unit) => [unit.name, unit.parent]));
  return findCycles(parents).flatMap((cycle): UnitProblem[] => {
    const inFile = cycle.flatMap((name) => named.get(name) ?? []).sort((a, b) => a.line - b.line);
    const first = inFile[0];
    // A cycle among stored units alone is not this file's fault.
    if (!first) return [];
    const { line, name } = first;
    return [
      { line, column: 'induk_unit', code: 'unit_cycle', value: name, cycle: startCycleAt(cycle, name) },
    ];
  });
}

function keyOf(name: string): string {
  return name.toLowerCase();
}
