import { describe, expect, it } from 'vitest';
import { allPeople } from '../../../db/queries/people.ts';
import { indicatorsOf, planOf, workResultsOf, workResultsOfPlan } from '../../../db/queries/plans.ts';
import { first } from '../../../db/store.ts';
import { importPeople } from '../../../src/app/import/people.ts';
import { importPlans } from '../../../src/app/import/plans.ts';
import { nip, tableOf } from '../../core/import/builders.ts';
import { createServices } from './services.ts';

const columns = [
  'nip',
  'tahun',
  'jenis',
  'rhk_no',
  'rhk',
  'rhk_atasan_no',
  'aspek',
  'iki',
  'target',
  'satuan',
];
const save = { dryRun: false };

const row = (number: number, iki: string, other: Record<string, string> = {}) => ({
  ...{ nip: nip(1), tahun: '2026', rhk_no: String(number), rhk: `Hasil ${number}`, iki, target: '12' },
  ...other,
});
const plan = [
  row(1, 'Jumlah laporan'),
  row(1, 'Ketepatan waktu', { aspek: 'waktu' }),
  row(2, 'Jumlah rapat'),
];

async function withPlan() {
  const services = createServices();
  const people = tableOf(['nip', 'nama', 'unit'], [{ nip: nip(1), nama: 'Siti', unit: 'Umum' }]);
  await importPeople(services, people, save);
  await importPlans(services, tableOf(columns, plan), save);
  const { store } = services;
  const personId = (await store.all(allPeople()))[0]!.id;
  const current = () => store.all(workResultsOf({ personId, year: 2026 }));
  const everything = async () => {
    const { id: planId } = (await first(store, planOf({ personId, year: 2026 })))!;
    return store.all(workResultsOfPlan({ planId }));
  };
  return { services, store, current, everything };
}

describe('a first import of plans', () => {
  it('stores work results with their indicators in order', async () => {
    const { store, current } = await withPlan();
    const results = await current();
    expect(results.map(({ number, title }) => [number, title])).toEqual([
      [1, 'Hasil 1'],
      [2, 'Hasil 2'],
    ]);
    const indicators = await store.all(indicatorsOf([results[0]!.id]));
    expect(indicators.map(({ title, aspect }) => [title, aspect])).toEqual([
      ['Jumlah laporan', null],
      ['Ketepatan waktu', 'waktu'],
    ]);
  });
});

describe('a second import of plans', () => {
  it('changes nothing when the file is the same', async () => {
    const { services } = await withPlan();
    const again = await importPlans(services, tableOf(columns, plan), save);
    expect(again.applied).toBe(false);
    expect(again.differences).toMatchObject([{ added: [], changed: [], retired: [], unchanged: 2 }]);
  });

  it('rewrites the indicators of a changed work result and keeps its id', async () => {
    const { services, store, current } = await withPlan();
    const [before] = await current();
    const rows = [row(1, 'Jumlah dokumen', { rhk: 'Hasil satu' }), plan[2]!];
    const { differences } = await importPlans(services, tableOf(columns, rows), save);
    expect(differences[0]!.changed.map(({ fields }) => fields)).toEqual([['title', 'indicators']]);
    expect((await current())[0]).toMatchObject({ id: before!.id, title: 'Hasil satu' });
    const indicators = await store.all(indicatorsOf([before!.id]));
    expect(indicators.map(({ title }) => title)).toEqual(['Jumlah dokumen']);
  });

  it('retires a work result that is no longer listed, and never deletes it', async () => {
    const { services, current, everything } = await withPlan();
    const { differences } = await importPlans(services, tableOf(columns, [plan[2]!]), save);
    expect(differences[0]!.retired.map(({ number }) => number)).toEqual([1]);
    expect((await current()).map(({ number }) => number)).toEqual([2]);
    expect(await everything()).toHaveLength(2);
  });

  it('restores a retired work result that is listed again', async () => {
    const { services, current, everything } = await withPlan();
    await importPlans(services, tableOf(columns, [plan[2]!]), save);
    const { differences } = await importPlans(services, tableOf(columns, plan), save);
    expect(differences[0]!.changed.map(({ fields }) => fields)).toEqual([['restored']]);
    expect(await current()).toHaveLength(2);
    expect(await everything()).toHaveLength(2);
  });

  it('changes nothing when the file names somebody unknown', async () => {
    const { services, current } = await withPlan();
    const rows = [row(1, 'Lain', { rhk: 'Lain' }), row(1, 'Jumlah', { nip: nip(9) })];
    const { problems, applied } = await importPlans(services, tableOf(columns, rows), save);
    expect(problems).toMatchObject([{ line: 3, column: 'nip', code: 'person_unknown' }]);
    expect(applied).toBe(false);
    expect((await current())[0]!.title).toBe('Hasil 1');
  });
});
