import { type AchievementRow, achievementsOf, periodLocksOf } from '../../../db/queries/achievements.ts';
import {
  type EvaluationRow,
  type EvaluationTrailRow,
  evaluationById,
  trailOf,
} from '../../../db/queries/evaluations.ts';
import { allUnits, type PersonRow, peopleByIds, type UnitRow } from '../../../db/queries/people.ts';
import { first, type Store } from '../../../db/store.ts';
import { dueOn, type EvaluationPeriod, periodNamed } from '../../core/evaluation/period.ts';
import { isHeld, lockFor } from '../../core/evaluation/period-lock.ts';
import { unitChain } from '../../core/rules.ts';
import { loadRules } from '../calendar-facts.ts';
import { openObjection } from '../objection/marks.ts';
import type { Services } from '../services.ts';

/** An evaluation with everything that decides what can be done with it, and by whom. */
export interface EvaluationCase {
  row: EvaluationRow;
  period: EvaluationPeriod;
  employee: PersonRow;
  evaluator: PersonRow | null;
  /** Local date. */
  dueOn: string;
  trail: EvaluationTrailRow[];
  /** The unit that the employee leads, whose achievement is their result rating; null: none. */
  leads: UnitRow | null;
  achievement: AchievementRow | null;
  /** The date on which an open objection is due; null: there is none. */
  contestedUntil: string | null;
  /** Whether HR has locked the period, and this evaluation was not opened again since. */
  held: boolean;
}

/** Loads an evaluation by its id; null if there is none. */
export async function caseById(
  services: Pick<Services, 'store'>,
  id: string | null,
): Promise<EvaluationCase | null> {
  const row = id === null ? null : await first(services.store, evaluationById({ id }));
  return row && caseOf(services, row);
}

/** Loads what belongs to an evaluation; null if its person is gone. */
export async function caseOf(
  { store }: Pick<Services, 'store'>,
  row: EvaluationRow,
): Promise<EvaluationCase | null> {
  const [people, units, trail, objection, locks, rules] = await Promise.all([
    store.all(peopleByIds([row.personId, row.evaluatorId])),
    store.all(allUnits()),
    store.all(trailOf({ evaluationId: row.id })),
    openObjection(store, row.id),
    store.all(periodLocksOf({ period: row.period })),
    loadRules(store),
  ]);
  const employee = people.find(({ id }) => id === row.personId);
  if (!employee) return null;
  const period = periodNamed(row.period);
  const leads = unitLedBy(row, units);
  const lock = lockFor(locks, unitChain(row.unitId, new Map(units.map((unit) => [unit.id, unit]))));
  return {
    ...{ row, period, employee, trail, leads },
    evaluator: people.find(({ id }) => id === row.evaluatorId) ?? null,
    dueOn: dueOn(period, rules(period.to, row.unitId)),
    achievement: leads && (await achievementOf(store, leads.id, row.period)),
    contestedUntil: objection?.dueOn ?? null,
    held: isHeld(lock, trail.findLast(({ action }) => action === 'reopened')?.at ?? null),
  };
}

/** The unit whose achievement is the result rating of somebody; their own before any other that they lead. */
function unitLedBy(
  { personId, unitId }: Pick<EvaluationRow, 'personId' | 'unitId'>,
  units: readonly UnitRow[],
): UnitRow | null {
  const led = units.filter(({ leaderId }) => leaderId === personId);
  return led.find(({ id }) => id === unitId) ?? led[0] ?? null;
}

/** The achievement of a unit in a period. */
export const achievementOf = (store: Store, unitId: string, period: string): Promise<AchievementRow | null> =>
  first(store, achievementsOf([unitId], period));
