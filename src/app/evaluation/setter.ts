import { allUnits, peopleByIds, type UnitRow } from '../../../db/queries/people.ts';
import type { Store } from '../../../db/store.ts';
import { type AchievementSetter, achievementSetter } from '../../core/evaluation/achievement-setter.ts';
import { unitChain } from '../../core/rules.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Services } from '../services.ts';

/** Who sets the achievement of a unit: a leader above it who is in service, else HR. */
export async function setterOf(store: Store, unitId: string): Promise<AchievementSetter> {
  const units = new Map<string, UnitRow>((await store.all(allUnits())).map((unit) => [unit.id, unit]));
  const leaders = unitChain(unitId, units).flatMap((id) => units.get(id)?.leaderId ?? []);
  const people = leaders.length === 0 ? [] : await store.all(peopleByIds(leaders));
  const active = new Set(people.filter((person) => person.active).map(({ id }) => id));
  return achievementSetter(unitId, units, (id) => active.has(id));
}

/** Whoever sets the achievement of a unit, in words. */
export async function setterName(
  { store }: Pick<Services, 'store'>,
  t: Texts,
  unitId: string,
): Promise<string> {
  const setter = await setterOf(store, unitId);
  if (setter.kind === 'hr') return t.evaluation.hr();
  const [person] = await store.all(peopleByIds([setter.personId]));
  return person?.name ?? t.evaluation.hr();
}
