import { describe, expect, it } from 'vitest';
import { actionPlansFrom } from '../../../db/queries/action-plans.ts';
import { allPeople } from '../../../db/queries/people.ts';
import { importActions } from '../../../src/app/import/actions.ts';
import { importPeople } from '../../../src/app/import/people.ts';
import { importPlans } from '../../../src/app/import/plans.ts';
import { nip, tableOf } from '../../core/import/builders.ts';
import { createServices } from './services.ts';

const columns = ['nip', 'tahun', 'rhk_no', 'periode', 'rencana_aksi', 'target', 'satuan'];
const save = { dryRun: false };
const row = (what: string, change: Record<string, string> = {}) => ({
  ...{ nip: nip(1), tahun: '2026', rhk_no: '1', periode: '2026-Q4', rencana_aksi: what },
  ...{ target: '3', satuan: 'dokumen' },
  ...change,
});

async function withPlan() {
  const services = createServices();
  await importPeople(
    services,
    tableOf(['nip', 'nama', 'unit'], [{ nip: nip(1), nama: 'Siti', unit: 'A' }]),
    save,
  );
  const plan = [{ nip: nip(1), tahun: '2026', rhk_no: '1', rhk: 'Laporan', iki: 'Jumlah' }];
  await importPlans(services, tableOf(['nip', 'tahun', 'rhk_no', 'rhk', 'iki'], plan), save);
  const { store } = services;
  const personId = (await store.all(allPeople()))[0]!.id;
  const stored = async () =>
    (await store.all(actionPlansFrom({ personId, year: 2026 }))).map(
      ({ number, title, target, revision }) => [number, title, target, revision],
    );
  const load = (rows: Record<string, string>[], dryRun = false) =>
    importActions(services, tableOf(columns, rows), { dryRun });
  return { stored, load };
}

describe('an import of action plans', () => {
  it('numbers new ones in the order of the file, and does nothing the second time', async () => {
    const { stored, load } = await withPlan();
    const rows = [row('Menyusun draf'), row('Menghimpun data', { target: '', satuan: '' })];
    expect((await load(rows, true)).applied).toBe(false);
    expect(await stored()).toEqual([]);
    expect((await load(rows)).applied).toBe(true);
    expect(await stored()).toEqual([
      [1, 'Menyusun draf', '3', 1],
      [2, 'Menghimpun data', null, 1],
    ]);
    const again = await load(rows);
    expect(again).toMatchObject({ applied: false, differences: [{ added: [], changed: [], unchanged: 2 }] });
  });

  it('changes targets, adds what is new, and removes nothing', async () => {
    const { stored, load } = await withPlan();
    await load([row('Menyusun draf'), row('Menghimpun data')]);
    const { differences } = await load([row('menyusun draf', { target: '5' }), row('Mencetak')]);
    expect(differences).toMatchObject([
      { added: [{ title: 'Mencetak' }], changed: [{ row: { target: '5' } }] },
    ]);
    expect(await stored()).toEqual([
      [1, 'Menyusun draf', '5', 2],
      [2, 'Menghimpun data', '3', 1],
      [3, 'Mencetak', '3', 1],
    ]);
  });

  it('stores nothing of a file with problems', async () => {
    const { stored, load } = await withPlan();
    const { problems, applied } = await load([row('Menyusun draf'), row('Lain', { rhk_no: '2' })]);
    expect(problems).toMatchObject([{ line: 3, code: 'work_result_unknown' }]);
    expect(applied).toBe(false);
    expect(await stored()).toEqual([]);
  });
});
