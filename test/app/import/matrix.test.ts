import { describe, expect, it } from 'vitest';
import { allPeople } from '../../../db/queries/people.ts';
import { roleCellsOfLeader, updateRoleCell } from '../../../db/queries/role-cells.ts';
import { importMatrix } from '../../../src/app/import/matrix.ts';
import { importPeople } from '../../../src/app/import/people.ts';
import { importPlans } from '../../../src/app/import/plans.ts';
import { nip, tableOf } from '../../core/import/builders.ts';
import { createServices } from './services.ts';

const columns = ['atasan_nip', 'rhk_no', 'nip', 'kontribusi', 'metode', 'dibagi_menurut', 'tahun'];
const row = (kontribusi: string, other: Record<string, string> = {}) => ({
  ...{
    atasan_nip: nip(1),
    rhk_no: '1',
    nip: nip(2),
    kontribusi,
    metode: 'langsung',
    dibagi_menurut: 'aspek',
  },
  ...{ tahun: '2026', ...other },
});
const save = { dryRun: false };

async function withMatrix() {
  const services = createServices();
  const person = (serial: number, nama: string, atasan_nip: string) => ({
    ...{ nip: nip(serial), nama, unit: 'Umum', atasan_nip },
  });
  const people = [person(1, 'Budi', ''), person(2, 'Siti', nip(1))];
  await importPeople(services, tableOf(['nip', 'nama', 'unit', 'atasan_nip'], people), save);
  const plan = { nip: nip(1), tahun: '2026', rhk_no: '1', rhk: 'Hasil', iki: 'Jumlah' };
  await importPlans(services, tableOf(['nip', 'tahun', 'rhk_no', 'rhk', 'iki'], [plan]), save);
  const leaderId = (await services.store.all(allPeople())).find(({ nip: one }) => one === nip(1))!.id;
  const run = (rows: Record<string, string>[], options = save) =>
    importMatrix(services, tableOf(columns, rows), options);
  const cells = async () => services.store.all(roleCellsOfLeader({ leaderId, year: 2026 }));
  const said = async () => (await cells()).map(({ contribution, status }) => [contribution, status]);
  return { services, run, cells, said };
}

describe('an import of role matrices', () => {
  it('brings drafts that nobody but the leader sees, and changes nothing when it comes again', async () => {
    const { run, said } = await withMatrix();
    expect(await run([row('Laporan')])).toMatchObject({ applied: true, problems: [] });
    expect(await said()).toEqual([['Laporan', 'draft']]);
    expect(await run([row('laporan')])).toMatchObject({ difference: { unchanged: 0, added: [] } });
    expect(await run([row('laporan')])).toMatchObject({ applied: false, difference: { unchanged: 1 } });
  });

  it('corrects a draft, but adds to what is shared', async () => {
    const { run, said, cells, services } = await withMatrix();
    await run([row('Lapran')]);
    await run([row('Laporan')]);
    expect(await said()).toEqual([['Laporan', 'draft']]);
    await services.store.commit([updateRoleCell((await cells())[0]!, { status: 'shared' })]);
    await run([row('Peta')]);
    expect((await said()).toSorted()).toEqual([
      ['Laporan', 'shared'],
      ['Peta', 'draft'],
    ]);
  });

  it('only compares in a dry run, and stores nothing of a file with a fault', async () => {
    const { run, said } = await withMatrix();
    expect(await run([row('Laporan')], { dryRun: true })).toMatchObject({ applied: false });
    const { problems } = await run([row('Laporan'), row('Peta', { rhk_no: '2' })]);
    expect(problems.map(({ code }) => code)).toEqual(['leader_result_unknown']);
    expect(await said()).toEqual([]);
  });
});
