import { expect, it } from 'vitest';
import { pastEvaluationsOf } from '../../../db/queries/past-evaluations.ts';
import { allPeople } from '../../../db/queries/people.ts';
import { statement } from '../../../db/store.ts';
import { importHistory } from '../../../src/app/import/history.ts';
import { importPeople } from '../../../src/app/import/people.ts';
import { nip, tableOf } from '../../core/import/builders.ts';
import { createServices } from './services.ts';

const columns = ['nip', 'periode', 'nilai', 'predikat', 'sumber', 'resmi'];
const save = { dryRun: false };
const row = (periode: string, other: Record<string, string>, serial = 1) => ({
  ...{ nip: nip(serial), periode, ...other },
});

async function withPeople() {
  const services = createServices();
  const people = [1, 2].map((serial) => ({ nip: nip(serial), nama: `Pegawai ${serial}`, unit: 'Dinas' }));
  await importPeople(services, tableOf(['nip', 'nama', 'unit'], people), save);
  const ids = (await services.store.all(allPeople())).map(({ id }) => id);
  const load = (rows: Record<string, string>[], options = save) =>
    importHistory(services, tableOf(columns, rows), options);
  const stored = async () =>
    (await services.store.all(pastEvaluationsOf(ids)))
      .map((one) => [
        ...[ids.indexOf(one.personId), one.period, one.regime, one.valueCenti, one.predicate, one.source],
      ])
      .sort(([a], [b]) => Number(a) - Number(b));
  return { services, load, stored };
}

it('stores results as they are given, once, and says what differs the next time', async () => {
  const { load, stored } = await withPeople();
  const rows = [
    row('2021', { nilai: '105,85', sumber: 'SIASN' }),
    row('2020', { nilai: '87,96' }),
    row('2024', { predikat: 'Sangat Baik' }, 2),
  ];
  expect((await load(rows)).applied).toBe(true);
  expect(await stored()).toEqual([
    [0, '2020', 'pp46', 8796, 'good', null],
    [0, '2021', 'integration2021', 10585, 'good', 'SIASN'],
    [1, '2024', 'p2022', null, 'very_good', null],
  ]);
  expect(await load(rows)).toMatchObject({ applied: false, difference: { unchanged: 3 } });
  const second = await load([row('2020', { nilai: '88', sumber: 'berkas' }), row('2019', { nilai: '70' })]);
  expect(second.difference).toMatchObject({
    added: [{ period: '2019' }],
    changed: [{ fields: ['value', 'source'], before: { valueCenti: 8796 } }],
  });
  expect((await stored()).slice(0, 2)).toEqual([
    [0, '2019', 'pp46', 7000, 'sufficient', null],
    [0, '2020', 'pp46', 8800, 'good', 'berkas'],
  ]);
});

it('stores nothing with a problem or as a preview, and nothing personal in the audit trail', async () => {
  const { services, load, stored } = await withPeople();
  const faulty = await load([row('2020', { nilai: '90' }), row('2024', { nilai: '90', predikat: 'baik' })]);
  expect(faulty).toMatchObject({ applied: false, problems: [{ line: 3, code: 'number_since_2022' }] });
  await load([row('2020', { nilai: '90' })], { dryRun: true });
  expect(await stored()).toEqual([]);
  await load([row('2020', { nilai: '90' })]);
  const audit = await services.store.all(statement('audit', (db, t) => db.select().from(t.audit)));
  expect(audit.at(-1)).toMatchObject({ action: 'import.history', detail: { added: 1, changed: 0 } });
  expect(JSON.stringify(audit)).not.toContain(nip(1));
});
