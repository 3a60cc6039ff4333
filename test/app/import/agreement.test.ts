import { describe, expect, it } from 'vitest';
import { goalsOf } from '../../../db/queries/goals.ts';
import { allUnits, insertUnit } from '../../../db/queries/people.ts';
import { statement } from '../../../db/store.ts';
import { importAgreement } from '../../../src/app/import/agreement.ts';
import { tableOf } from '../../core/import/builders.ts';
import { createServices } from './services.ts';

const columns = [
  ...['unit', 'tahun', 'jenis', 'nomor', 'sasaran', 'iku', 'target', 'satuan', 'induk_unit', 'induk_nomor'],
];
const row = (nomor: string, other: Record<string, string> = {}) => ({
  ...{
    unit: 'Dinas',
    tahun: '2026',
    jenis: 'pk',
    nomor,
    sasaran: `Sasaran ${nomor}`,
    iku: 'IKU',
    target: '1',
  },
  ...other,
});
const file = [row('1', { jenis: 'renstra' }), row('1', { induk_nomor: '1' }), row('2')];
const save = { dryRun: false };

async function withGoals() {
  const services = createServices();
  const { store } = services;
  await store.commit([
    insertUnit({ id: 'top', name: 'Dinas', parentId: null, zone: null }),
    insertUnit({ id: 'section', name: 'Seksi', parentId: 'top', zone: null }),
  ]);
  const first = await importAgreement(services, tableOf(columns, file), save);
  const goals = async () => store.all(goalsOf(['top', 'section'], 2026));
  const again = (rows: Record<string, string>[], options = save) =>
    importAgreement(services, tableOf(columns, rows), options);
  return { services, store, first, goals, again };
}

describe('an import of goals', () => {
  it('stores goals with their indicators and parents, and leaves a trail', async () => {
    const { first, goals, store } = await withGoals();
    expect(first).toMatchObject({ problems: [], applied: true });
    const rows = await goals();
    const strategy = rows.find(({ kind }) => kind === 'strategy')!;
    expect(rows.map(({ kind, number, parentId }) => [kind, number, parentId])).toEqual([
      ['agreement', 1, strategy.id],
      ['agreement', 2, null],
      ['strategy', 1, null],
    ]);
    expect(rows[0]!.indicators).toEqual([{ title: 'IKU', target: '1', unit: null }]);
    const audit = await store.all(statement('audit', (db, t) => db.select().from(t.audit)));
    expect(audit.map(({ action, detail }) => [action, detail])).toEqual([
      ['import.agreement', { added: 3, changed: 0, retired: 0 }],
    ]);
  });

  it('changes nothing when it comes again', async () => {
    const { again, services } = await withGoals();
    const commits = services.commits.length;
    expect(await again(file)).toMatchObject({ applied: false, difference: { unchanged: 3, added: [] } });
    expect(services.commits).toHaveLength(commits);
  });

  it('changes what is different, retires what is no longer listed, and takes it back', async () => {
    const { again, goals } = await withGoals();
    const other = [row('1', { sasaran: 'Lain', iku: 'IKU B' })];
    const { difference } = await again(other);
    expect(difference.changed.map(({ fields }) => fields)).toEqual([['title', 'parent', 'indicators']]);
    expect(difference.retired.map(({ kind, number }) => [kind, number])).toEqual([['agreement', 2]]);
    expect((await goals()).map(({ title, current }) => [title, current])).toEqual([
      ['Lain', true],
      ['Sasaran 2', false],
      ['Sasaran 1', true],
    ]);
    const back = await again(file);
    expect(back.difference.changed.map(({ fields }) => fields)).toEqual([
      ['title', 'parent', 'indicators'],
      ['restored'],
    ]);
  });

  it('keeps the id of a goal, by which results support it', async () => {
    const { again, goals } = await withGoals();
    const before = (await goals()).map(({ id }) => id);
    await again(file.map((one) => ({ ...one, sasaran: 'Baru' })));
    expect((await goals()).map(({ id }) => id)).toEqual(before);
  });

  it('only compares in a dry run, and stores nothing of a file with a fault', async () => {
    const { again, goals, services } = await withGoals();
    const commits = services.commits.length;
    expect(await again([row('9')], { dryRun: true })).toMatchObject({ applied: false, problems: [] });
    expect(await again([row('9'), row('8', { jenis: 'x' })])).toMatchObject({ applied: false });
    expect(services.commits).toHaveLength(commits);
    expect(await goals()).toHaveLength(3);
  });

  it('touches no other unit', async () => {
    const { again, services, goals } = await withGoals();
    expect(await services.store.all(allUnits())).toHaveLength(2);
    await again([row('1', { unit: 'Seksi', induk_unit: 'Dinas', induk_nomor: '2' })]);
    const rows = await goals();
    expect(rows.every(({ current }) => current)).toBe(true);
    expect(rows.find(({ unitId }) => unitId === 'section')!.parentId).toBe(
      rows.find(({ unitId, number }) => unitId === 'top' && number === 2)!.id,
    );
  });
});
