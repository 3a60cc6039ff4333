import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { updatePerson, updateUnit } from '../../../db/queries/people.ts';
import { insertPlanVersion } from '../../../db/queries/plan-versions.ts';
import { checkCycle } from '../../../src/app/staffing/data-check.ts';
import { emptyPlan } from '../../../src/core/plan/content.ts';
import { createWorld, type TestPerson, type World } from '../../support/world.ts';

let world: World;
let office: string;
let hana: TestPerson;
let budi: TestPerson;
let siti: TestPerson;
beforeEach(async () => {
  world = await createWorld('2026-11-23T03:00:00Z');
  office = await world.unit('Sekretariat');
  const unit = await world.unit('Bidang A', { parentId: office });
  hana = await world.person('Hana', { unit: office, roles: ['pegawai', 'hr'], platform: 'slack' });
  budi = await world.person('Budi', { unit, platform: 'slack' });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
  await world.person('Tono', { unit, supervisor: siti.id, linked: false });
  await world.plan(siti.id, 2026, ['Tersusunnya laporan']);
  await world.store.commit([
    updatePerson(budi.id, { level: 'administrator' }),
    updateUnit(office, { leaderId: budi.id }),
  ]);
});
afterEach(() => world.close());

const found = async (year = 2026, unit: string | null = null) => {
  const check = await checkCycle(world.services, year, unit);
  return Object.fromEntries(
    Object.entries(check.found)
      .filter(([, ones]) => ones.length > 0)
      .map(([finding, ones]) => [finding, ones.map(({ name }) => name)]),
  );
};

describe('the check before a cycle', () => {
  it('names whom each finding is about', async () => {
    expect(await found()).toEqual({
      unit_leader: ['Bidang A'],
      no_supervisor: ['Hana'],
      not_linked: ['Tono'],
      level: ['Hana', 'Siti', 'Tono'],
      no_plan: ['Budi', 'Hana', 'Tono'],
      no_measures: ['Siti'],
    });
  });

  it('takes the agreed version of a plan, and no draft', async () => {
    const version = {
      ...{ id: 'v1', planId: 'p', personId: budi.id, year: 2027, number: 1, status: 'draft' as const },
      ...{ reason: 'first' as const, fromDate: '2027-01-01', toDate: null, unitId: office },
      ...{ position: 'Kepala', supervisorId: null, content: emptyPlan, remark: null, revision: 1 },
      ...{ createdAt: world.now, proposedAt: null, decidedAt: null, decidedBy: null },
    };
    await world.store.commit([insertPlanVersion(version)]);
    expect((await found(2027)).no_plan).toContain('Budi');
    await world.store.commit([insertPlanVersion({ ...version, id: 'v2', number: 2, status: 'agreed' })]);
    expect((await found(2027)).no_plan).not.toContain('Budi');
    expect((await found(2027)).no_results).toEqual(['Budi']);
  });

  it('sees who has left, and circles of supervisors', async () => {
    await world.store.commit([
      updatePerson(budi.id, { active: false }),
      updatePerson(hana.id, { supervisorId: hana.id }),
    ]);
    expect(await found()).toMatchObject({ supervisor_left: ['Siti'], supervisor_loop: ['Hana'] });
  });

  it('shows counts first, names on demand, and begins reminders from there', async () => {
    await hana.say('/periksa');
    expect(hana.last().text).toContain('0 dari 4 pegawai siap.');
    expect(hana.last().text).toContain('Belum punya SKP yang disepakati (3): Pegawai mengajukan SKP');
    expect(hana.last().text).not.toContain('Tono');
    await hana.press('Belum punya SKP yang disepakati (3)');
    expect(hana.last().text).toContain('Tono (1990•');
    await hana.press('Mulai pengingat administratif');
    expect(hana.form?.fields.find(({ id }) => id === 'subject')?.initial).toBe('plan:2026');
  });

  it('keeps to a unit and those below it, and to HR', async () => {
    await hana.say('/periksa 2026 bidang a');
    expect(hana.last().text).toContain('0 dari 3 pegawai siap.');
    expect(await hana.say('/periksa 2026 bidang b')).toContain('Unit "bidang b" tidak ada');
    expect(await siti.say('/periksa')).toContain('Hanya bagian kepegawaian');
  });
});
