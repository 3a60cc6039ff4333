import { insertRoleCell, type RoleCellRow } from '../../../db/queries/role-cells.ts';
import type { Statement } from '../../../db/store.ts';
import type { Player } from './agency.ts';
import type { DemoPlans } from './plans.ts';
import type { Stage } from './stage.ts';

/** What of the leader's result a person of the team carries already, by the number in their own plan. */
const taken: readonly [leader: Player, result: number, person: Player, own: number][] = [
  ['wayan', 1, 'andi', 1],
  ['wayan', 1, 'andi', 2],
  ['wayan', 2, 'baso', 1],
  ['wayan', 2, 'baso', 2],
  ['ratna', 2, 'yusuf', 2],
  ['ratna', 3, 'dewi', 3],
];

/**
 * Role matrices of the present year: shares that people carry, one that waits to be taken, and one that the leader has
 * not shared; the third result of the field of public health is carried by nobody.
 */
export function matrixWrites(stage: Stage, plans: DemoPlans, year: number): Statement[] {
  let at = stage.now - 15 * 86_400_000;
  const cell = (leader: Player, result: number, person: Player, more: Partial<RoleCellRow>) => {
    at += 60_000;
    return insertRoleCell({
      ...{ id: stage.dice.id(at), leaderId: stage.ids[leader], personId: stage.ids[person], year },
      workResultId: plans.of(leader, year)!.work[result - 1]!.row.id,
      ...{ contribution: '', method: 'non_direct', divided: null, status: 'shared', revision: 2 },
      ...{ createdAt: at, updatedAt: at },
      ...more,
    });
  };
  return [
    ...taken.map(([leader, result, person, own]) => {
      const { row } = plans.of(person, year)!.work[own - 1]!;
      const method = row.method ?? 'non_direct';
      const divided = method === 'direct' ? ('aspect' as const) : null;
      const status = 'taken' as const;
      return cell(leader, result, person, { id: row.id, contribution: row.title, method, divided, status });
    }),
    cell('wayan', 2, 'andi', { contribution: 'Tersedianya peta cakupan imunisasi per desa' }),
    cell('wayan', 3, 'baso', {
      ...{ contribution: 'Terlaksananya penyuluhan cuci tangan di posyandu', status: 'draft', revision: 1 },
    }),
  ];
}
