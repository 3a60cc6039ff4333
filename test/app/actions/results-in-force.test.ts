import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertPlanVersion, type PlanVersionRow } from '../../../db/queries/plan-versions.ts';
import { planOn } from '../../../src/app/plan/in-force.ts';
import { resultsInForce } from '../../../src/app/plan/results-in-force.ts';
import { emptyPlan, type PlanResult } from '../../../src/core/plan/content.ts';
import { createWorld, type World } from '../../support/world.ts';

let world: World;
let unit: string;
beforeEach(async () => {
  world = await createWorld();
  unit = await world.unit('Bidang A');
});
afterEach(() => world.close());

const result = (id: string, number: number): PlanResult => ({
  ...{ id, number, additional: false, title: `Hasil ${number}`, supports: null, method: null },
  ...{ perspective: null, indicators: [] },
});
const version = (personId: string, number: number, change: Partial<PlanVersionRow>, results: PlanResult[]) =>
  insertPlanVersion({
    ...{ id: world.services.newId(), planId: personId, personId, year: 2026, number, status: 'agreed' },
    ...{ reason: 'first', fromDate: '2026-01-01', toDate: null, unitId: unit, position: 'Analis' },
    ...{ supervisorId: null, remark: null, revision: 1, createdAt: 0, proposedAt: null, decidedAt: 0 },
    ...{ decidedBy: null, content: { ...emptyPlan, results } },
    ...change,
  } as PlanVersionRow);

describe('the work results in force of many people', () => {
  it('are those of each one’s plan, with versions or without', async () => {
    const [plain, moved, ended, drafting, none] = await Promise.all(
      ['A', 'B', 'C', 'D', 'E'].map((name) => world.person(name, { unit })),
    );
    await world.plan(plain!.id, 2026, ['Laporan', 'Rapat']);
    await world.plan(drafting!.id, 2026, ['Laporan']);
    await world.store.commit([
      version(moved!.id, 1, { toDate: '2026-04-30' }, [result('r1', 1), result('r2', 2)]),
      version(moved!.id, 2, { fromDate: '2026-05-01' }, [result('r1', 1), result('r3', 2)]),
      version(ended!.id, 1, { toDate: '2026-04-30' }, [result('r4', 1)]),
      version(drafting!.id, 1, { status: 'proposed' }, [result('r5', 1)]),
    ]);
    const people = [plain, moved, ended, drafting, none].map((one) => one!.id);
    const find = await resultsInForce(world.store, people, [2026]);
    for (const id of people)
      for (const date of ['2026-01-01', '2026-04-30', '2026-05-01', '2026-12-31']) {
        const plan = await planOn(world.store, id, date);
        const expected = (plan?.content.results ?? []).map((one) => one.id);
        expect(find(id, date).map((one) => one.id)).toEqual(expected);
      }
    expect(find(moved!.id, '2026-06-01').map(({ id, since }) => [id, since])).toEqual([
      ['r1', '2026-01-01'],
      ['r3', '2026-05-01'],
    ]);
  });
});
