import { insertGoal } from '../../../db/queries/goals.ts';
import { personById } from '../../../db/queries/people.ts';
import { insertPlanVersion } from '../../../db/queries/plan-versions.ts';
import { first } from '../../../db/store.ts';
import { emptyPlan, type PlanResult, type PlanSupport } from '../../../src/core/plan/content.ts';
import { createWorld, type TestPerson, uuid, type World } from '../../support/world.ts';

/** A department with a leader, a section below it with two employees, and HR. */
export interface SmallAgency {
  world: World;
  department: string;
  section: string;
  /** Head of the department, in Slack. */
  budi: TestPerson;
  /** Head of the section. */
  citra: TestPerson;
  /** Employees of the section. */
  siti: TestPerson;
  andi: TestPerson;
  hana: TestPerson;
  /** Ids of goals by a name of the test. */
  goals: { strategy: string; agreement: string; uncarried: string };
}

/** Makes the agency, with goals of the department and nobody's plan. */
export async function smallAgency(locale: 'id' | 'en' = 'id'): Promise<SmallAgency> {
  const world = await createWorld();
  const department = await world.unit('Dinas Perhubungan');
  const section = await world.unit('Seksi Angkutan', { parentId: department });
  const budi = await world.person('Budi Santoso', { unit: department, platform: 'slack', locale });
  const citra = await world.person('Citra Lestari', { unit: section, supervisor: budi.id, locale });
  const siti = await world.person('Siti Aminah', { unit: section, supervisor: citra.id, locale });
  const andi = await world.person('Andi Wijaya', { unit: section, supervisor: citra.id, locale });
  const hana = await world.person('Hana Wijaya', {
    unit: department,
    supervisor: budi.id,
    roles: ['pegawai', 'hr'],
    locale,
  });
  const goals = { strategy: uuid('strategy'), agreement: uuid('agreement'), uncarried: uuid('uncarried') };
  const goal = { unitId: department, year: 2026, current: true };
  await world.store.commit([
    insertGoal({
      ...{ ...goal, id: goals.strategy, kind: 'strategy', number: 1, parentId: null, indicators: [] },
      title: 'Terwujudnya angkutan yang andal',
    }),
    insertGoal({
      ...{ ...goal, id: goals.agreement, kind: 'agreement', number: 1, parentId: goals.strategy },
      title: 'Meningkatnya keselamatan angkutan',
      indicators: [{ title: 'Angka kecelakaan', target: '12', unit: 'kejadian' }],
    }),
    insertGoal({
      ...{ ...goal, id: goals.uncarried, kind: 'agreement', number: 2, parentId: null, indicators: [] },
      title: 'Meningkatnya akuntabilitas',
    }),
  ]);
  return { world, department, section, budi, citra, siti, andi, hana, goals };
}

/** A result of a plan; its id follows from its title. */
export function planned(
  number: number,
  title: string,
  supports: PlanSupport | null = null,
  change: Partial<PlanResult> = {},
): PlanResult {
  return {
    ...{ id: uuid(title), number, additional: false, title, supports },
    ...{ method: null, perspective: null, indicators: [] },
    ...change,
  };
}

/** Supports a result by its title. */
export const result = (title: string): PlanSupport => ({
  kind: 'result',
  id: uuid(title),
  number: null,
  title,
});
/** Supports a goal by its id. */
export const goal = (id: string): PlanSupport => ({ kind: 'goal', id, number: null, title: null });

let counter = 0;

/** Puts an agreed plan of 2026 into force for somebody. */
export async function agreed(
  world: World,
  who: { id: string },
  results: PlanResult[],
  change: { fromDate?: string; toDate?: string | null; number?: number } = {},
): Promise<void> {
  const person = (await first(world.store, personById({ id: who.id })))!;
  counter += 1;
  await world.store.commit([
    insertPlanVersion({
      ...{ id: uuid(`version${counter}`), planId: uuid(`plan${who.id}`), personId: who.id, year: 2026 },
      ...{ number: 1, status: 'agreed', reason: 'first', fromDate: '2026-01-01', toDate: null },
      ...{ unitId: person.unitId, position: person.position, supervisorId: person.supervisorId },
      content: { ...emptyPlan, results },
      ...{ remark: null, revision: 1, createdAt: world.now, proposedAt: null },
      ...{ decidedAt: world.now, decidedBy: person.supervisorId },
      ...change,
    }),
  ]);
}
