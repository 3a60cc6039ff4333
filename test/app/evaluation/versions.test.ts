import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  insertPlanVersion,
  type PlanVersionRow,
  updatePlanVersion,
} from '../../../db/queries/plan-versions.ts';
import { insertTalk } from '../../../db/queries/talks.ts';
import { emptyPlan, type PlanContent, type PlanResult } from '../../../src/core/plan/content.ts';
import type { World } from '../../support/world.ts';
import { type Agency, entriesFor, foundAgency, rate, stored, submitted } from './agency.ts';

let agency: Agency;
let world: World;
beforeEach(async () => {
  agency = await foundAgency();
  world = agency.world;
});
afterEach(() => world.close());

const result = (id: string, number: number, title: string): PlanResult => ({
  ...{ id, number, additional: false, title, supports: null, method: null, perspective: null },
  indicators: [{ aspect: 'kuantitas', title: `Jumlah ${title}`, target: '4', unit: 'laporan', dueOn: null }],
});
const plan = (...results: PlanResult[]): PlanContent => ({
  ...emptyPlan,
  results,
  expectations: { akuntabel: 'Catat setiap pengeluaran' },
});

async function version(number: number, change: Partial<PlanVersionRow>): Promise<PlanVersionRow> {
  const row: PlanVersionRow = {
    ...{ id: world.services.newId(), planId: 'plan', personId: agency.siti.id, year: 2026, number },
    ...{ status: 'agreed', reason: 'first', fromDate: '2026-01-01', toDate: null, unitId: agency.unit },
    ...{ position: 'Analis', supervisorId: agency.budi.id, content: plan(), remark: null, revision: 1 },
    ...{ createdAt: 1, proposedAt: 1, decidedAt: 1, decidedBy: agency.budi.id },
    ...change,
  };
  await world.store.commit([insertPlanVersion(row)]);
  return row;
}

describe('the plan that is evaluated', () => {
  it('is the one in force at the end of the period, with earlier results that something was done for', async () => {
    const [done, dropped, now] = ['a', 'b', 'c'].map(() => world.services.newId()) as [
      string,
      string,
      string,
    ];
    await version(1, {
      toDate: '2026-11-14',
      content: plan(result(done, 1, 'surat'), result(dropped, 2, 'arsip')),
    });
    const second = await version(2, {
      reason: 'move',
      fromDate: '2026-11-15',
      content: plan(result(now, 1, 'anggaran')),
    });
    await entriesFor(world, agency.siti.id, done, [['2026-10-10', 3, 'laporan']]);
    await entriesFor(world, agency.siti.id, now, [['2026-12-10', 2, 'laporan']]);
    const page = await agency.siti.say('/evaluasi 2026-Q4');
    expect(page).toContain('1.1 Jumlah anggaran (target 4 laporan): 2 laporan');
    expect(page).toContain('2.1 Jumlah surat (target 4 laporan): 3 laporan');
    expect(page).not.toContain('arsip');
    expect(page).toContain('Akuntabel: Ekspektasi khusus: Catat setiap pengeluaran');
    expect((await stored(world, agency.siti))?.planVersionId).toBe(second.id);
    expect(await agency.siti.say('/evaluasi 2026-Q3')).toContain('Jumlah arsip');
    expect(await agency.siti.say('/evaluasi 2026')).toContain(
      '2.1 Jumlah surat (target 4 laporan): 3 laporan',
    );
  });

  it('does not change with the plan afterwards', async () => {
    const id = world.services.newId();
    const first = await version(1, { content: plan(result(id, 1, 'surat')) });
    await submitted(agency.siti);
    const before = (await stored(world, agency.siti))!.content;
    await world.store.commit([
      updatePlanVersion(first.id, 1, { content: plan(result(id, 1, 'sesuatu yang lain')) }),
    ]);
    await rate(agency.budi, 'meets', 'meets');
    const after = (await stored(world, agency.siti))!.content;
    expect(after.results).toEqual(before.results);
    expect(after.realisations).toEqual(before.realisations);
  });

  it('has to be agreed: one that waits names who has it', async () => {
    await version(1, { fromDate: '2026-01-01', toDate: '2026-02-01' });
    await version(2, { status: 'proposed', fromDate: '2026-10-01' });
    expect(await agency.siti.say('/evaluasi 2026-Q4')).toContain(
      'SKP 2026 masih menunggu persetujuan Budi Santoso; setelah disetujui, evaluasi dapat dibuka.',
    );
    expect(agency.siti.last().buttons).toEqual(['Lihat SKP']);
  });
});

describe('continuous feedback of the period', () => {
  it('is a button away from the ratings, for whoever may read it', async () => {
    const { siti, budi } = agency;
    await version(1, { content: plan(result(world.services.newId(), 1, 'surat')) });
    const talk = (localDate: string, body: string) =>
      insertTalk({
        ...{ id: world.services.newId(), employeeId: siti.id, localDate, entryId: null, body },
        ...{ authorId: budi.id, recipientId: siti.id, kind: 'feedback', at: world.now },
      });
    await world.store.commit([talk('2026-11-20', 'Notulen lengkap.'), talk('2026-09-20', 'Terlalu awal.')]);
    await submitted(siti);
    expect(budi.last().buttons).toContain('Umpan balik pada periode ini (1)');
    const list = await budi.press('Umpan balik pada periode ini (1)');
    expect(list).toContain('20 Nov 2026 · Budi Santoso: Notulen lengkap.');
    expect(await agency.hana.say('/evaluasi unit 2026-Q4')).not.toContain('Notulen');
  });
});
