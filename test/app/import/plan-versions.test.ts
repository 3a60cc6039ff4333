import { describe, expect, it } from 'vitest';
import { allPeople } from '../../../db/queries/people.ts';
import { planVersionsOf } from '../../../db/queries/plan-versions.ts';
import { insertPlan, insertWorkResult, planOf, workResultsOfPlan } from '../../../db/queries/plans.ts';
import { first } from '../../../db/store.ts';
import { importPeople } from '../../../src/app/import/people.ts';
import { importPlans } from '../../../src/app/import/plans.ts';
import { planOn } from '../../../src/app/plan/in-force.ts';
import { nip, tableOf } from '../../core/import/builders.ts';
import { createServices, now } from './services.ts';

const DAY = 24 * 60 * 60_000;
const save = { dryRun: false };
/** The local date of the first import. */
const TODAY = '2026-11-23';

type Row = Record<string, string>;
const row = (change: Row = {}): Row => ({
  ...{ nip: nip(1), tahun: '2026', rhk_no: '1', rhk: 'Tersusunnya laporan', iki: 'Jumlah laporan' },
  ...{ target: '12', satuan: 'laporan', ...change },
});

/** An agency in which Budi supervises Siti, and its clock. */
async function agency() {
  let at = now;
  const services = { ...createServices(), now: () => at };
  const { store } = services;
  const people = [
    { nip: nip(1), nama: 'Siti', unit: 'Umum', atasan_nip: nip(2) },
    { nip: nip(2), nama: 'Budi', unit: 'Umum', atasan_nip: '' },
  ];
  await importPeople(services, tableOf(['nip', 'nama', 'unit', 'atasan_nip'], people), save);
  const ids = new Map((await store.all(allPeople())).map((person) => [person.name, person.id]));
  const personId = ids.get('Siti')!;
  return {
    ...{ services, store, personId, budi: ids.get('Budi')! },
    tomorrow() {
      at += DAY;
    },
    import: (...rows: Row[]) =>
      importPlans(services, tableOf([...new Set(rows.flatMap(Object.keys))], rows), save),
    versions: () => store.all(planVersionsOf({ personId, year: 2026 })),
    planOn: (date: string) => planOn(store, personId, date),
  };
}

describe('an imported plan', () => {
  it('is an agreed version from the beginning of its year', async () => {
    const a = await agency();
    await a.import(
      row({ tenggat: '31 Des', lampiran_konsekuensi: 'Usulan diklat', ekspektasi_loyal: 'Hadir' }),
    );
    const [version, ...more] = await a.versions();
    expect(more).toEqual([]);
    expect(version).toMatchObject({
      ...{
        number: 1,
        status: 'agreed',
        reason: 'import',
        fromDate: '2026-01-01',
        toDate: null,
        decidedBy: null,
      },
      content: {
        results: [{ number: 1, indicators: [{ target: '12', dueOn: '2026-12-31' }] }],
        annexes: { consequences: ['Usulan diklat'] },
        expectations: { loyal: 'Hadir' },
      },
    });
    const plan = (await first(a.store, planOf({ personId: a.personId, year: 2026 })))!;
    expect(version!.planId).toBe(plan.id);
    expect(await a.store.all(workResultsOfPlan({ planId: plan.id }))).toMatchObject([
      { id: version!.content.results[0]!.id, current: true },
    ]);
  });

  it('stays as it is when the file says the same', async () => {
    const a = await agency();
    await a.import(row());
    a.tomorrow();
    expect((await a.import(row())).applied).toBe(false);
    expect(await a.versions()).toHaveLength(1);
  });

  it('is another version from today when the file says something new; the past keeps the old one', async () => {
    const a = await agency();
    await a.import(row());
    const { differences } = await a.import(row({ target: '10' }));
    expect(differences).toMatchObject([{ from: TODAY }]);
    expect((await a.versions()).map(({ fromDate, toDate }) => [fromDate, toDate])).toEqual([
      [TODAY, null],
      ['2026-01-01', '2026-11-22'],
    ]);
    const target = async (date: string) => (await a.planOn(date))!.content.results[0]!.indicators[0]!.target;
    expect([await target('2026-11-22'), await target(TODAY)]).toEqual(['12', '10']);
  });

  it('takes the place of what was imported earlier on the same day', async () => {
    const a = await agency();
    for (const target of ['12', '10', '8']) await a.import(row({ target }));
    expect((await a.versions()).map(({ status, fromDate }) => [status, fromDate])).toEqual([
      ['agreed', TODAY],
      ['withdrawn', TODAY],
      ['agreed', '2026-01-01'],
    ]);
  });

  it('changes from the date that the file names, if that date is possible', async () => {
    const a = await agency();
    await a.import(row());
    await a.import(row({ target: '10', berlaku_mulai: '2026-07-01' }));
    expect((await a.versions())[0]).toMatchObject({ fromDate: '2026-07-01' });
    const refused = await a.import(row({ target: '8', berlaku_mulai: '2026-05-01' }));
    expect(refused).toMatchObject({
      applied: false,
      problems: [{ line: 2, column: 'berlaku_mulai', code: 'plan_from', earliest: '2026-07-02' }],
    });
    expect(await a.versions()).toHaveLength(2);
  });

  it('keeps what the file has no column or no text for', async () => {
    const a = await agency();
    await a.import(
      row({ tenggat: '31 Des', metode: 'langsung', pendekatan: 'kualitatif', ekspektasi_loyal: 'Hadir' }),
    );
    expect((await a.import(row({ ekspektasi_loyal: '' }))).applied).toBe(false);
    await a.import(row({ metode: '', rhk: 'Tersusunnya laporan kinerja' }));
    expect((await a.versions())[0]!.content).toMatchObject({
      approach: 'qualitative',
      expectations: { loyal: 'Hadir' },
      results: [
        { method: null, title: 'Tersusunnya laporan kinerja', indicators: [{ dueOn: '2026-12-31' }] },
      ],
    });
  });

  it('supports the supervisor’s work result, in the same file or stored before', async () => {
    const a = await agency();
    const leader = (number: string) => row({ nip: nip(2), rhk_no: number, rhk: `Akuntabilitas ${number}` });
    await a.import(row({ rhk_atasan_no: '2' }), leader('2'));
    const [result] = (await a.planOn(TODAY))!.content.results;
    const [superior] = (await planOn(a.store, a.budi, TODAY))!.content.results;
    expect(result!.supports).toEqual({
      kind: 'result',
      id: superior!.id,
      number: 2,
      title: 'Akuntabilitas 2',
    });
    await a.import(row({ rhk_atasan_no: '2' }), row({ rhk_no: '3', rhk: 'Rapat', rhk_atasan_no: '2' }));
    expect((await a.planOn(TODAY))!.content.results[1]!.supports!.id).toBe(superior!.id);
  });

  it('names a work result of the supervisor that is not there by its number', async () => {
    const a = await agency();
    await a.import(row({ rhk_atasan_no: '4' }));
    const [result] = (await a.planOn(TODAY))!.content.results;
    expect(result!.supports).toEqual({ kind: 'result', id: null, number: 4, title: null });
  });
});

describe('a plan from before there were versions', () => {
  it('keeps its past as a version of its own when an import changes it', async () => {
    const a = await agency();
    await a.store.commit([
      insertPlan({ id: 'plan', personId: a.personId, year: 2026 }),
      insertWorkResult({
        ...{
          id: 'result',
          planId: 'plan',
          number: 1,
          additional: false,
          title: 'Lama',
          superiorNumber: null,
        },
        current: true,
      }),
    ]);
    await a.import(row());
    expect((await a.versions()).map(({ number, fromDate, toDate }) => [number, fromDate, toDate])).toEqual([
      [2, TODAY, null],
      [1, '2026-01-01', '2026-11-22'],
    ]);
    expect((await a.planOn('2026-06-01'))!.content.results).toMatchObject([{ id: 'result', title: 'Lama' }]);
    expect((await a.planOn(TODAY))!.content.results).toMatchObject([
      { id: 'result', title: 'Tersusunnya laporan' },
    ]);
  });
});
