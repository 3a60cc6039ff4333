import { describe, expect, it } from 'vitest';
import { allPeople, allUnits, updatePerson } from '../../../db/queries/people.ts';
import { planVersionsOf } from '../../../db/queries/plan-versions.ts';
import { statement } from '../../../db/store.ts';
import { importPeople } from '../../../src/app/import/people.ts';
import { importPlans } from '../../../src/app/import/plans.ts';
import { nip, tableOf } from '../../core/import/builders.ts';
import { createServices } from './services.ts';

const columns = [
  'nip',
  'nama',
  'jabatan',
  'unit',
  'induk_unit',
  'atasan_nip',
  'email',
  'peran',
  'zona',
  'jenjang',
];
const save = { dryRun: false };

function person(serial: number, other: Record<string, string> = {}): Record<string, string> {
  return { nip: nip(serial), nama: `Pegawai ${serial}`, unit: 'Sekretariat', ...other };
}

const team = [
  person(1, { induk_unit: 'Dinas', atasan_nip: nip(2), email: 'Satu@kab.go.id', peran: 'hr+pegawai' }),
  person(2, { unit: 'Dinas', email: 'dua@kab.go.id', zona: 'WIT', jenjang: 'JPT Pratama' }),
];

async function withTeam() {
  const services = createServices();
  await importPeople(services, tableOf(columns, team), save);
  return {
    services,
    people: () => services.store.all(allPeople()),
    units: () => services.store.all(allUnits()),
  };
}

describe('a first import of people', () => {
  it('stores people, units and supervisors in one commit', async () => {
    const { services, people, units } = await withTeam();
    const [one, two] = await people();
    expect(services.commits).toHaveLength(1);
    expect(one).toMatchObject({
      nip: nip(1),
      unitName: 'Sekretariat',
      email: 'satu@kab.go.id',
      active: true,
    });
    expect(one!.supervisorId).toBe(two!.id);
    expect(one!.roles).toEqual(['pegawai', 'hr']);
    expect([one!.level, two!.level]).toEqual([null, 'jpt_pratama']);
    const [dinas, office] = await units();
    expect(office!.parentId).toBe(dinas!.id);
  });

  it('expects reports from the day it is where the person works', async () => {
    const services = createServices(Date.parse('2026-11-22T23:30:00+07:00'));
    await importPeople(services, tableOf(columns, team), save);
    const [one, two] = await services.store.all(allPeople());
    expect([one!.activeFrom, two!.activeFrom]).toEqual(['2026-11-22', '2026-11-23']);
  });

  it('leaves counts and nothing personal in the audit trail', async () => {
    const { services } = await withTeam();
    const rows = await services.store.all(statement('audit', (db, t) => db.select().from(t.audit)));
    expect(rows).toMatchObject([{ action: 'import.people', detail: { added: 2, unitsAdded: 2 } }]);
    expect(JSON.stringify(rows)).not.toContain(nip(1));
  });
});

describe('a second import of people', () => {
  it('changes nothing when the file is the same', async () => {
    const { services } = await withTeam();
    const again = await importPeople(services, tableOf(columns, team), save);
    expect(again).toMatchObject({ applied: false, difference: { added: [], changed: [], unchanged: 2 } });
    expect(services.commits).toHaveLength(1);
  });

  it('names the changed fields and changes only them', async () => {
    const { services, people } = await withTeam();
    const rows = [
      person(1, {
        ...{ ...team[0], jabatan: 'Analis', atasan_nip: '', unit: 'SEKRETARIAT', jenjang: 'ahli muda' },
      }),
      team[1]!,
    ];
    const { difference } = await importPeople(services, tableOf(columns, rows), save);
    expect(difference.changed.map(({ fields }) => fields)).toEqual([
      [
        { field: 'position', from: '', to: 'Analis' },
        { field: 'supervisor', from: nip(2), to: null },
        { field: 'level', from: null, to: 'ahli_muda' },
      ],
    ]);
    expect((await people())[0]).toMatchObject({
      position: 'Analis',
      supervisorId: null,
      unitName: 'Sekretariat',
    });
  });

  it('keeps what is stored in columns that the file lacks', async () => {
    const { services, people } = await withTeam();
    const before = await people();
    const { difference } = await importPeople(services, tableOf(['nip', 'nama', 'unit'], team), save);
    expect(difference.unchanged).toBe(2);
    expect(await people()).toEqual(before);
  });

  it('leaves people alone who are missing, and counts them', async () => {
    const { services, people } = await withTeam();
    const { difference } = await importPeople(services, tableOf(columns, [team[1]!, person(3)]), save);
    expect(difference).toMatchObject({ missing: 1, unchanged: 1 });
    expect(await people()).toHaveLength(3);
  });

  it('moves a unit when the file names another parent', async () => {
    const { services, units } = await withTeam();
    const rows = [person(1, { ...team[0], induk_unit: 'Badan' })];
    await importPeople(services, tableOf(columns, rows), save);
    const all = await units();
    const parent = all.find(({ name }) => name === 'Badan')!;
    expect(all.find(({ name }) => name === 'Sekretariat')!.parentId).toBe(parent.id);
  });

  it('does not take an e-mail address from somebody who is not in the file', async () => {
    const { services } = await withTeam();
    const table = tableOf(columns, [person(3, { email: 'DUA@kab.go.id' })]);
    const { problems, applied } = await importPeople(services, table, save);
    expect(problems).toEqual([
      { line: 2, column: 'email', code: 'email_taken', value: 'dua@kab.go.id', owner: nip(2) },
    ]);
    expect(applied).toBe(false);
  });

  it('lets two people of the file swap their addresses', async () => {
    const { services, people } = await withTeam();
    const rows = [
      { ...team[0]!, email: 'dua@kab.go.id' },
      { ...team[1]!, email: 'satu@kab.go.id' },
    ];
    await importPeople(services, tableOf(columns, rows), save);
    expect((await people()).map(({ email }) => email)).toEqual(['dua@kab.go.id', 'satu@kab.go.id']);
  });

  it('does not bring somebody back who was made inactive', async () => {
    const { services, people } = await withTeam();
    await services.store.commit([updatePerson((await people())[0]!.id, { active: false })]);
    await importPeople(services, tableOf(columns, [person(1, { ...team[0], jabatan: 'Analis' })]), save);
    expect((await people())[0]).toMatchObject({ position: 'Analis', active: false });
  });
});

describe('an import that must not store', () => {
  it('changes nothing when one row of the file is wrong', async () => {
    const { services, people } = await withTeam();
    const rows = [person(1, { ...team[0], nama: 'Nama Baru' }), person(4, { zona: 'GMT' })];
    const { problems, applied } = await importPeople(services, tableOf(columns, rows), save);
    expect(problems).toMatchObject([{ line: 3, column: 'zona', code: 'zone' }]);
    expect(applied).toBe(false);
    expect((await people()).map(({ name }) => name)).toEqual(['Pegawai 1', 'Pegawai 2']);
  });

  it('only compares with dryRun', async () => {
    const services = createServices();
    const { difference, applied } = await importPeople(services, tableOf(columns, team), { dryRun: true });
    expect(difference.added).toHaveLength(2);
    expect(applied).toBe(false);
    expect(await services.store.all(allPeople())).toEqual([]);
  });

  it('stores nothing when somebody else stored the same person meanwhile', async () => {
    const { services, units } = await withTeam();
    const late = createServices();
    const stale = { ...services, store: { ...services.store, all: late.store.all } };
    await expect(importPeople(stale, tableOf(columns, [person(1), person(5)]), save)).rejects.toThrow(
      'conflict',
    );
    expect(await units()).toHaveLength(2);
  });
});

describe('somebody who moves', () => {
  const plan = {
    ...{ nip: nip(1), tahun: '2026', jenis: 'utama', rhk_no: '1', rhk: 'Tersusunnya laporan' },
    ...{ aspek: 'kuantitas', iki: 'Jumlah laporan', target: '12', satuan: 'laporan' },
  };

  it('finds a draft for the new place, while the plan in force goes on', async () => {
    const { services, people } = await withTeam();
    await importPlans(services, tableOf(Object.keys(plan), [plan]), save);
    const moved = person(1, { ...team[0], unit: 'Bidang Baru', induk_unit: 'Dinas', jabatan: 'Analis' });
    await importPeople(services, tableOf(columns, [moved, team[1]!]), save);
    const { id, unitId } = (await people()).find((one) => one.nip === nip(1))!;
    const [draft, agreed] = await services.store.all(planVersionsOf({ personId: id, year: 2026 }));
    expect(draft).toMatchObject({ number: 2, status: 'draft', reason: 'move', unitId, position: 'Analis' });
    expect(agreed).toMatchObject({ number: 1, status: 'agreed', toDate: null });
  });

  it('keeps the plan as it is when only something else changes', async () => {
    const { services, people } = await withTeam();
    await importPlans(services, tableOf(Object.keys(plan), [plan]), save);
    await importPeople(services, tableOf(columns, [{ ...team[0]!, nama: 'Nama Baru' }, team[1]!]), save);
    const { id } = (await people()).find((one) => one.nip === nip(1))!;
    expect(await services.store.all(planVersionsOf({ personId: id, year: 2026 }))).toHaveLength(1);
  });
});
