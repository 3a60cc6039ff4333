import { type PersonRow, subordinatesOf } from '../../../db/queries/people.ts';
import { type RoleCellRow, roleCellsOfLeader } from '../../../db/queries/role-cells.ts';
import type { Cascade } from '../../core/cascade/cascade.ts';
import type { PlannedResult } from '../../core/cascade/facts.ts';
import { resultOfCell } from '../../core/cascade/role-cell.ts';
import type { Session } from '../session.ts';
import { cascadeAround, dateIn } from './facts.ts';

/** The role matrix of a leader in a year: their results, their team, and what each one contributes. */
export interface LeaderMatrix {
  year: number;
  team: PersonRow[];
  /** Main results of the plan in force; null: no plan is in force. */
  results: readonly PlannedResult[] | null;
  /** Cells that were not withdrawn, drafts among them. */
  cells: RoleCellRow[];
  cascade: Cascade;
}

/** Where a cell stands for its leader. */
export type CellState = 'draft' | 'shared' | 'taken' | 'in_force' | 'moved';

/** Loads the role matrix of whoever the session belongs to. */
export async function leaderMatrix(session: Session, year: number): Promise<LeaderMatrix> {
  const { services, person, today } = session;
  const { store } = services;
  const [team, cells, { cascade }] = await Promise.all([
    store.all(subordinatesOf({ supervisorId: person.id })),
    store.all(roleCellsOfLeader({ leaderId: person.id, year })),
    cascadeAround(store, [person], dateIn(year, today)),
  ]);
  const own = cascade.people.get(person.id)?.results;
  return { year, team, results: own?.filter(({ additional }) => !additional) ?? null, cells, cascade };
}

/** Where a cell stands: it is in force as soon as its contribution is in the plan in force of whoever it is for. */
export function stateOfCell({ team, cascade }: LeaderMatrix, cell: RoleCellRow): CellState {
  if (!team.some(({ id }) => id === cell.personId)) return 'moved';
  if (resultOfCell(cell, cascade.people.get(cell.personId)?.results)) return 'in_force';
  return cell.status === 'withdrawn' ? 'draft' : cell.status;
}
