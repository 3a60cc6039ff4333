import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type ActionPlanRow,
  actionPlansFrom,
  insertActionPlan,
  updateActionPlan,
} from '../../../db/queries/action-plans.ts';
import { entriesBetween, revisionsOf } from '../../../db/queries/entries.ts';
import { workResultsOf } from '../../../db/queries/plans.ts';
import { createWorld, type TestPerson, type World } from '../../support/world.ts';

const DAY = 24 * 3_600_000;
let world: World;
let siti: TestPerson;
let budi: TestPerson;
let results: { id: string }[];

beforeEach(async () => {
  world = await createWorld();
  const unit = await world.unit('Bidang A');
  budi = await world.person('Budi', { unit, platform: 'slack' });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
  await world.plan(siti.id, 2026, ['Laporan', 'Rapat']);
  results = await world.store.all(workResultsOf({ personId: siti.id, year: 2026 }));
});
afterEach(() => world.close());

async function plan(number: number, result: number, period: string, change: Partial<ActionPlanRow> = {}) {
  const row: ActionPlanRow = {
    ...{ id: world.services.newId(), personId: siti.id, year: 2026, workResultId: results[result - 1]!.id },
    ...{ period, number, title: `Aksi ${number}`, target: null, unit: null },
    ...{ current: true, revision: 1, updatedAt: world.now },
    ...change,
  };
  await world.store.commit([insertActionPlan(row)]);
  return row;
}
const entries = () =>
  world.store.all(entriesBetween({ personId: siti.id, from: '2026-11-01', to: '2027-01-31' }));
const linked = async () => (await entries()).map(({ actionPlanId }) => actionPlanId);

describe('an activity and action plans', () => {
  it('never asks anybody without an action plan for its work result and date', async () => {
    await plan(1, 1, '2026-10');
    await plan(2, 2, '2026-Q4', { current: false });
    for (const text of ['Survei RHK1', 'Rapat RHK2', 'Apel tambahan'])
      expect(await siti.say(text)).not.toContain('rencana aksi yang mana');
    expect(await siti.say('Kunjungan RA2 RHK1')).toContain('RA2 tidak ada pada periode ini');
  });

  it('leaves RA3 in the words of somebody without action plans', async () => {
    expect(await siti.say('Kunjungan RA 3 Melati RHK1')).toContain('Kegiatan: Kunjungan RA 3 Melati');
  });

  it('is asked for after the work result, and may be skipped', async () => {
    await plan(1, 1, '2026-Q4');
    expect(await siti.say('Survei RHK1')).toContain('Melaksanakan rencana aksi yang mana?');
    expect(await siti.press('Lewati')).toContain('Rencana aksi: –');
    await siti.press('Simpan');
    expect(await linked()).toEqual([null]);
  });

  it('is named by RA3, which names its work result as well', async () => {
    const row = await plan(3, 2, '2026-11');
    const review = await siti.say('08.00-09.00 Rapat RA3 2 dokumen');
    expect(review).toContain('RHK: 2. Rapat\nRencana aksi: RA3. Aksi 3');
    expect(review).toContain('Hasil: 2 dokumen');
    expect(await siti.press('Simpan')).toContain('Rencana aksi: RA3. Aksi 3');
    expect(await linked()).toEqual([row.id]);
    expect(budi.last().text).toContain('RA3. Aksi 3');
  });

  it('says when RA3 belongs to another work result than the one that is named', async () => {
    await plan(3, 2, '2026-11');
    expect(await siti.say('Rapat RHK1 RA3')).toContain('RA3 termasuk RHK 2, bukan RHK 1');
  });

  it('drops the link with its work result or date, and asks again where others fit', async () => {
    const [, november] = [await plan(1, 1, '2026-11'), await plan(2, 2, '2026-11')];
    await siti.say('Survei RA1');
    await siti.press('Ubah');
    await siti.press('RHK');
    expect(await siti.press('RHK 2')).toContain('[RA2]');
    await siti.press('RA2');
    await siti.press('Simpan');
    expect(await linked()).toEqual([november.id]);
    world.advance(7 * DAY);
    await plan(3, 1, '2026-12');
    await siti.say('Survei RHK1 RA1');
    await siti.press('Ubah');
    await siti.press('Tanggal');
    expect(await siti.say('besok')).toContain('[RA3]');
    await siti.press('Lewati');
    await siti.press('Simpan');
    expect((await entries()).map((e) => [e.localDate, e.actionPlanId])).toContainEqual(['2026-12-01', null]);
  });

  it('keeps its action plan when something else is changed, even one that was removed', async () => {
    const row = await plan(1, 1, '2026-11');
    await siti.say('Survei RA1');
    await siti.press('Simpan');
    await world.store.commit([updateActionPlan(row.id, 1, { current: false })]);
    await siti.press('Ubah');
    await siti.press('Ubah');
    await siti.press('Waktu');
    await siti.say('8-9');
    expect(await siti.press('Simpan')).toContain('RA1. Aksi 1');
    expect(await linked()).toEqual([row.id]);
    expect(await siti.press('Riwayat')).toContain('Rencana aksi: RA1. Aksi 1');
    const [entry] = await entries();
    const revisions = await world.store.all(revisionsOf({ entryId: entry!.id }));
    expect(revisions.map(({ revision }) => revision.content.actionPlanId)).toEqual([row.id, row.id]);
    expect(await siti.say('Survei lagi RHK1')).not.toContain('rencana aksi yang mana');
  });

  it('comes and goes with the edited message', async () => {
    const row = await plan(1, 1, '2026-11');
    await siti.say('Survei RHK1');
    await siti.press('Lewati');
    await siti.press('Simpan');
    await siti.edit('Survei RHK1', 'Survei RHK1 RA1');
    expect(await linked()).toEqual([row.id]);
    await siti.edit('Survei RHK1 RA1', 'Survei RHK1');
    expect(await linked()).toEqual([null]);
  });

  it('does not link an activity to an action plan that was removed before it was saved', async () => {
    const row = await plan(1, 1, '2026-11');
    await siti.say('Survei RA1');
    await world.store.commit([updateActionPlan(row.id, 1, { current: false })]);
    expect(await siti.press('Simpan')).not.toContain('RA1');
    expect(await linked()).toEqual([null]);
  });

  it('is one more field of the form in Slack, where its work result has some', async () => {
    await plan(1, 1, '2026-Q4');
    await plan(2, 1, '2026-Q4');
    const rina = await world.person('Rina', { unit: await world.unit('B'), platform: 'slack' });
    await world.plan(rina.id, 2026, ['Laporan']);
    await rina.say('/lapor');
    expect(rina.form!.fields.map(({ id }) => id)).not.toContain('ra');
    const [result] = await world.store.all(workResultsOf({ personId: rina.id, year: 2026 }));
    const [first, second] = [1, 2].map((number) => ({
      ...{ id: world.services.newId(), personId: rina.id, year: 2026, workResultId: result!.id },
      ...{ period: '2026-Q4', number, title: `Aksi ${number}`, target: null, unit: null },
      ...{ current: true, revision: 1, updatedAt: world.now },
    }));
    await world.store.commit([insertActionPlan(first!), insertActionPlan(second!)]);
    const submit = (answers: Record<string, string>) =>
      rina.send({
        kind: 'form',
        token: rina.form!.token,
        answers: Object.fromEntries(
          Object.entries(answers).map(([id, value]) => [
            id,
            [id === 'what' ? { text: value } : { choice: value }],
          ]),
        ),
      });
    await submit({ what: 'Survei', rhk: 'n1', date: '2026-11-23' });
    await rina.press('RA2');
    await rina.press('Simpan');
    await rina.press('Ubah');
    await rina.press('Ubah');
    const field = rina.form!.fields.find(({ id }) => id === 'ra');
    expect(field).toMatchObject({ optional: true, initial: 'ra2' });
    await submit({ what: 'Survei', rhk: 'n1', ra: 'ra1', date: '2026-11-23' });
    await rina.press('Simpan');
    const span = { from: '2026-11-01', to: '2026-11-30' };
    const stored = await world.store.all(entriesBetween({ personId: rina.id, ...span }));
    expect(stored.map(({ actionPlanId }) => actionPlanId)).toEqual([first!.id]);
    // What is left empty is taken away.
    await rina.press('Ubah');
    await rina.press('Ubah');
    await submit({ what: 'Survei', rhk: 'n1', date: '2026-11-23' });
    await rina.press('Simpan');
    const again = await world.store.all(entriesBetween({ personId: rina.id, ...span }));
    expect(again.map(({ actionPlanId }) => actionPlanId)).toEqual([null]);
  });

  it('shows what was done for it in the recap of its work result', async () => {
    await plan(1, 1, '2026-Q4', { target: '5', unit: 'dokumen' });
    for (const text of ['Bab 1 RA1 2 dokumen', 'Bab 2 RA1 1 dokumen']) {
      await siti.say(text);
      await siti.press('Simpan');
    }
    expect(await siti.say('/rekap')).toContain('RA1. Aksi 1: 2 kegiatan, 3 dokumen (target 5 dokumen)');
    expect(await world.store.all(actionPlansFrom({ personId: siti.id, year: 2026 }))).toHaveLength(1);
  });
});
