import type {
  CascadeFacts,
  CascadePerson,
  Goal,
  PlannedResult,
  RoleCell,
} from '../../../src/core/cascade/facts.ts';
import type { PlanSupport } from '../../../src/core/plan/content.ts';

/** A goal of a unit's agreement. */
export const goal = (id: string, change: Partial<Goal> = {}): Goal => ({
  ...{
    id,
    unitId: 'unit',
    kind: 'agreement',
    number: 1,
    title: `Sasaran ${id}`,
    parentId: null,
    indicators: [],
  },
  ...change,
});

/** A main result that supports nothing. */
export const result = (id: string, change: Partial<PlannedResult> = {}): PlannedResult => ({
  ...{ id, number: 1, additional: false, title: `Hasil ${id}`, supports: null, method: null },
  ...change,
});

/** Supports something by its id. */
export const by = (id: string, kind: PlanSupport['kind'] = 'result'): PlanSupport => ({
  ...{ kind, id, number: null, title: null },
});

/** Supports something that is named by hand. */
export const named = (
  number: number | null,
  title: string | null = null,
  kind: PlanSupport['kind'] = 'result',
): PlanSupport => ({ kind, id: null, number, title });

/** Somebody with a plan in force. */
export const person = (
  id: string,
  supervisorId: string | null,
  results: readonly PlannedResult[] | null,
  unitId = 'unit',
): CascadePerson => ({ id, name: id, unitId, supervisorId, results });

/** A shared cell of a role matrix. */
export const cell = (personId: string, workResultId: string, change: Partial<RoleCell> = {}): RoleCell => ({
  ...{ id: `${personId}-${workResultId}`, leaderId: 'budi', personId, workResultId },
  ...{ contribution: 'Peran', method: 'non_direct', divided: null, status: 'shared' },
  ...change,
});

/** Facts with one unit. */
export const facts = (change: Partial<CascadeFacts> = {}): CascadeFacts => ({
  units: [{ id: 'unit', name: 'Unit', parentId: null, leaderId: null }],
  ...{ goals: [], people: [], cells: [] },
  ...change,
});
