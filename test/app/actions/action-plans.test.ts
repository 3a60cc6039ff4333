import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ActionPlanRow, actionPlansFrom, insertActionPlan } from '../../../db/queries/action-plans.ts';
import { insertPlanVersion } from '../../../db/queries/plan-versions.ts';
import { workResultsOf } from '../../../db/queries/plans.ts';
import { encodeAction } from '../../../src/core/action.ts';
import { emptyPlan } from '../../../src/core/plan/content.ts';
import { createWorld, type TestPerson, type World } from '../../support/world.ts';

let world: World;
let siti: TestPerson;
let budi: TestPerson;
let other: TestPerson;
let unit: string;
let results: { id: string; number: number; title: string }[];

beforeEach(async () => {
  world = await createWorld();
  unit = await world.unit('Bidang A');
  budi = await world.person('Budi', { unit, platform: 'slack' });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
  other = await world.person('Rudi', { unit, supervisor: budi.id });
  await world.plan(siti.id, 2026, ['Laporan', 'Rapat']);
  results = await world.store.all(workResultsOf({ personId: siti.id, year: 2026 }));
});
afterEach(() => world.close());

const row = (number: number, period: string, change: Partial<ActionPlanRow> = {}): ActionPlanRow => ({
  ...{ id: world.services.newId(), personId: siti.id, year: 2026, workResultId: results[0]!.id, period },
  ...{ number, title: `Aksi ${number}`, target: '3', unit: 'dokumen', current: true, revision: 1 },
  updatedAt: world.now,
  ...change,
});
const stored = async () =>
  (await world.store.all(actionPlansFrom({ personId: siti.id, year: 2026 })))
    .filter(({ current }) => current)
    .map(({ number, period, title, target, unit: of }) => [number, period, title, target, of]);

async function add(period: string, what: string, target: string | null): Promise<string> {
  await siti.say('/aksi');
  await siti.press('Tambah');
  await siti.press('RHK 1');
  await siti.press(period);
  await siti.say(what);
  await (target === null ? siti.press('Lewati') : siti.say(target));
  return siti.press('Simpan');
}

describe('action plans', () => {
  it('are made for the present or next month or quarter, numbered in order', async () => {
    await add('Triwulan IV 2026', 'Menyusun draf', '3 dokumen');
    expect(await add('Desember 2026', 'Menghimpun data', 'tepat waktu')).toContain('tersimpan sebagai RA2');
    expect(await stored()).toEqual([
      [1, '2026-Q4', 'Menyusun draf', '3', 'dokumen'],
      [2, '2026-12', 'Menghimpun data', 'tepat waktu', null],
    ]);
  });

  it('begin with the period that the unit is evaluated for', async () => {
    await siti.say('/aksi');
    await siti.press('Tambah');
    const buttons = siti.messages.at(-1)!.buttons;
    expect(buttons).toContain('RHK 2');
    await siti.press('RHK 2');
    expect(siti.last().buttons.slice(0, 3)).toEqual(['Triwulan IV 2026', 'November 2026', 'Desember 2026']);
  });

  it('are not stored twice', async () => {
    await add('Triwulan IV 2026', 'Menyusun draf', null);
    expect(await add('Triwulan IV 2026', 'menyusun DRAF.', null)).toContain('sudah ada sebagai RA1');
    expect(await stored()).toHaveLength(1);
  });

  it('offer the next year where its plan is agreed upon', async () => {
    const content = {
      ...emptyPlan,
      results: [
        {
          ...{
            id: world.services.newId(),
            number: 1,
            additional: false,
            title: 'Laporan 2027',
            supports: null,
          },
          ...{ method: null, perspective: null, indicators: [] },
        },
      ],
    };
    await world.store.commit([
      insertPlanVersion({
        ...{ id: world.services.newId(), planId: world.services.newId(), personId: siti.id, year: 2027 },
        ...{ number: 1, status: 'agreed', reason: 'first', fromDate: '2027-01-01', toDate: null },
        ...{ unitId: unit, position: 'Analis', supervisorId: budi.id, content, remark: null, revision: 1 },
        ...{ createdAt: world.now, proposedAt: null, decidedAt: world.now, decidedBy: budi.id },
      }),
    ]);
    await siti.say('/aksi');
    expect(await siti.press('Tambah')).toContain('RHK 1. Laporan 2027 (2027)');
    expect(await siti.press('RHK 1 (2027)')).toContain('[Triwulan I 2027]');
    expect(siti.last().buttons).not.toContain('Triwulan IV 2026');
    await siti.press('Triwulan I 2027');
    await siti.say('Menyusun rencana');
    await siti.press('Lewati');
    await siti.press('Simpan');
    expect(await stored()).toEqual([[1, '2027-Q1', 'Menyusun rencana', null, null]]);
  });

  it('keep work result and period once an activity carries them out', async () => {
    await world.store.commit([insertActionPlan(row(1, '2026-Q4'))]);
    await siti.say('Survei RA1');
    await siti.press('Simpan');
    await siti.say('/aksi RA1');
    expect(await siti.press('Ubah')).not.toContain('Periode');
    await siti.say('/aksi RA1');
    await siti.press('Hapus');
    expect(siti.last().text).toContain('1 kegiatan yang terkait tetap menyimpannya');
    await siti.press('Ya, hapus');
    expect(await stored()).toEqual([]);
    expect(await siti.say('/rekap')).toContain('RA1. Aksi 1: 1 kegiatan');
  });

  it('are copied from the last month and quarter once, however often it is pressed', async () => {
    await world.store.commit([
      ...[row(1, '2026-Q3'), row(2, '2026-10'), row(3, '2026-Q2'), row(4, '2026-Q3', { current: false })].map(
        insertActionPlan,
      ),
    ]);
    await siti.say('/aksi');
    const list = siti.last();
    await siti.press('Salin dari periode lalu (2)');
    const { action } = list.message.buttons.flat().find(({ label }) => label.startsWith('Salin'))!;
    await siti.send({ kind: 'choice', action, messageId: list.id });
    expect(siti.toast).toContain('Tidak ada lagi yang perlu disalin');
    expect((await stored()).slice(-2)).toEqual([
      [5, '2026-Q4', 'Aksi 1', '3', 'dokumen'],
      [6, '2026-11', 'Aksi 2', '3', 'dokumen'],
    ]);
    expect(await stored()).toHaveLength(5);
  });

  it('are read by the supervisor, and by nobody else', async () => {
    await world.store.commit([insertActionPlan(row(1, '2026-Q4'))]);
    expect(await budi.say('/aksi siti')).toContain('RA1. Aksi 1 · target 3 dokumen');
    expect(budi.last().buttons).not.toContain('Tambah');
    expect(await budi.press('‹ Triwulan III 2026')).toContain('Rencana aksi Siti · Triwulan III 2026');
    expect(await budi.say('/aksi wati')).toContain('Tidak ada pegawai bernama "wati"');
    const action = encodeAction({ do: 'room', room: 'actions', op: 'of', id: siti.id, arg: '' });
    await other.send({ kind: 'choice', action, messageId: null });
    expect(other.toast).toBe('Rencana aksi hanya dapat dilihat oleh pegawainya dan atasannya.');
    expect(await other.say('/aksi siti')).toContain('hanya dapat dilihat oleh pegawainya dan atasannya');
  });

  it('are changed and removed by their owner alone, and only while they are there', async () => {
    await world.store.commit([insertActionPlan(row(1, '2026-Q4'))]);
    await siti.say('/aksi');
    await siti.press('RA1');
    const actions = siti.last().message.buttons.flat();
    for (const { action } of actions.slice(0, 2)) {
      await budi.send({ kind: 'choice', action, messageId: null });
      expect(budi.toast).toBe('Data ini bukan milik Bapak/Ibu.');
    }
    await siti.press('Hapus');
    await siti.press('Ya, hapus');
    await siti.send({ kind: 'choice', action: actions[0]!.action, messageId: null });
    expect(siti.toast).toBe('RA1 sudah dihapus.');
  });

  it('need a plan', async () => {
    expect(await other.say('/aksi')).toContain('Belum ada SKP 2026 yang berlaku; susun lewat skp');
    const action = encodeAction({ do: 'room', room: 'actions', op: 'add', id: null, arg: '' });
    await other.send({ kind: 'choice', action, messageId: null });
    expect(other.toast).toContain('Belum ada SKP 2026 yang berlaku');
  });
});
