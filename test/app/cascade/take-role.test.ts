import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertPlanVersion, planVersionsOf, updatePlanVersion } from '../../../db/queries/plan-versions.ts';
import { insertRoleCell, roleCellById, updateRoleCell } from '../../../db/queries/role-cells.ts';
import { first } from '../../../db/store.ts';
import { withRole } from '../../../src/app/cascade/take-role.ts';
import { encodeAction } from '../../../src/core/action.ts';
import { emptyPlan, type PlanIndicator } from '../../../src/core/plan/content.ts';
import { uuid } from '../../support/world.ts';
import { agreed, goal, planned, type SmallAgency, smallAgency } from './agency.ts';

const ABOVE = 'Terlaksananya uji laik jalan';
const indicator: PlanIndicator = {
  ...{ aspect: 'kuantitas', title: 'Jumlah jadwal', target: '4', unit: 'dokumen', dueOn: null },
};
let agency: SmallAgency;
beforeEach(async () => {
  agency = await smallAgency();
  await agreed(agency.world, agency.citra, [planned(1, ABOVE, goal(agency.goals.agreement))]);
});
afterEach(() => agency.world.close());

async function share(contribution = 'Tersusunnya jadwal uji') {
  const { world, citra, siti } = agency;
  const id = uuid(contribution);
  await world.store.commit([
    insertRoleCell({
      ...{ id, leaderId: citra.id, personId: siti.id, year: 2026, workResultId: uuid(ABOVE), contribution },
      ...{ method: 'direct', divided: 'region', status: 'shared', revision: 2 },
      ...{ createdAt: world.now, updatedAt: world.now },
    }),
  ]);
  return id;
}

const versions = () => agency.world.store.all(planVersionsOf({ personId: agency.siti.id, year: 2026 }));
const take = async (id: string, who = agency.siti) => {
  const action = encodeAction({ do: 'room', room: 'cascade', op: 'take', id, arg: '2026' });
  await who.send({ kind: 'choice', action, messageId: null });
  return who.toast;
};

describe('a shared contribution becomes a work result', () => {
  it('in a first draft of the plan, with the leader’s result that it supports', async () => {
    const id = await share();
    await agency.siti.say('/matriks');
    expect(await agency.siti.press('Jadikan RHK')).toContain('Masuk ke rancangan SKP sebagai RHK 1');
    const [version, ...more] = await versions();
    expect(more).toEqual([]);
    expect(version).toMatchObject({
      ...{ status: 'draft', reason: 'first', number: 1, fromDate: '2026-01-01', toDate: null },
      supervisorId: agency.citra.id,
    });
    expect(version!.content.results).toEqual([
      {
        ...{ id, number: 1, additional: false, title: 'Tersusunnya jadwal uji', method: 'direct' },
        supports: { kind: 'result', id: uuid(ABOVE), number: 1, title: ABOVE },
        ...{ perspective: null, indicators: [] },
      },
    ]);
    expect(await first(agency.world.store, roleCellById({ id }))).toMatchObject({ status: 'taken' });
  });

  it('beside what is typed already, with a number that was never used', async () => {
    const { world, siti } = agency;
    await world.plan(siti.id, 2026, ['Hasil lama', 'Hasil kedua']);
    const [id, other] = [await share(), await share('Terlaksananya sosialisasi')];
    await take(id);
    await take(other);
    const [version, ...more] = await versions();
    expect(more).toEqual([]);
    expect(version!.reason).toBe('expectation');
    expect(version!.content.results.map(({ number, title }) => [number, title])).toEqual([
      [1, 'Hasil lama'],
      [2, 'Hasil kedua'],
      [3, 'Tersusunnya jadwal uji'],
      [4, 'Terlaksananya sosialisasi'],
    ]);
  });

  it('in a new version while another is in force, which stays as it is', async () => {
    const { world, siti } = agency;
    const before = [planned(1, 'Hasil lama', null, { indicators: [indicator] })];
    await agreed(world, siti, before);
    await take(await share());
    const [draft, inForce] = await versions();
    expect(inForce).toMatchObject({ status: 'agreed', content: { results: before } });
    expect(draft).toMatchObject({ status: 'draft', number: 2, fromDate: '2026-11-23' });
    expect(draft!.content.results).toHaveLength(2);
    expect(draft!.content.results[0]).toEqual(before[0]);
  });

  it('joined to what the person has typed in the same words, with its indicators', async () => {
    const { world, siti } = agency;
    const typed = planned(7, 'tersusunnya jadwal uji', null, { indicators: [indicator] });
    await agreed(world, siti, [typed]);
    const [known] = await versions();
    await world.store.commit([
      insertPlanVersion({ ...known!, id: uuid('open'), number: 2, status: 'draft', content: known!.content }),
    ]);
    await take(await share());
    const [open] = await versions();
    expect(open!.content.results).toEqual([
      { ...typed, method: 'direct', supports: expect.objectContaining({ id: uuid(ABOVE) }) },
    ]);
  });

  it('once, however often it is pressed, and again after the leader has changed it', async () => {
    const { world } = agency;
    const id = await share();
    await take(id);
    expect(await take(id)).toBe('Peran ini sudah ada di SKP Bapak/Ibu.');
    const cell = (await first(world.store, roleCellById({ id })))!;
    await world.store.commit([updateRoleCell(cell, { status: 'shared', method: 'non_direct' })]);
    await take(id);
    const [version] = await versions();
    expect(version!.content.results).toMatchObject([{ id, number: 1, method: 'non_direct' }]);
  });
});

describe('a shared contribution does not become a work result', () => {
  it('of somebody else, or before it is shared, or once it is withdrawn', async () => {
    const { world, andi, siti } = agency;
    const id = await share();
    expect(await take(id, andi)).toBe('Data ini bukan milik Bapak/Ibu.');
    for (const [status, sentence] of [
      ['draft', 'Data ini bukan milik Bapak/Ibu.'],
      ['withdrawn', 'Peran ini sudah ditarik.'],
    ] as const) {
      const cell = (await first(world.store, roleCellById({ id })))!;
      await world.store.commit([updateRoleCell(cell, { status })]);
      expect(await take(id, siti)).toBe(sentence);
    }
    expect(await versions()).toEqual([]);
  });

  it('while the plan waits for the supervisor: the sentence says who has to return it', async () => {
    const { world, siti } = agency;
    await agreed(world, siti, []);
    const [version] = await versions();
    await world.store.commit([updatePlanVersion(version!.id, 1, { status: 'proposed' })]);
    expect(await take(await share())).toContain('menunggu persetujuan Citra Lestari; minta dikembalikan');
  });

  it('when the leader’s result is not in force any more', async () => {
    const { world, citra } = agency;
    const id = await share();
    const [version] = await world.store.all(planVersionsOf({ personId: citra.id, year: 2026 }));
    await world.store.commit([updatePlanVersion(version!.id, 1, { toDate: '2026-06-30' })]);
    expect(await take(id)).toContain('sudah tidak berlaku');
  });
});

it('a plan that has the result already is returned as it is', () => {
  const cell = {
    ...{ id: uuid('cell'), workResultId: uuid(ABOVE), method: 'direct' as const },
    contribution: 'A',
  };
  const above = { id: uuid(ABOVE), number: 1, title: ABOVE };
  const { next } = withRole(emptyPlan, cell, above, 1);
  expect(withRole(next, cell, above, 9).next).toBe(next);
});
