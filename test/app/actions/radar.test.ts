import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { joinAgenda } from '../../../db/queries/agenda.ts';
import { insertAbsence } from '../../../db/queries/calendar.ts';
import { updatePerson } from '../../../db/queries/people.ts';
import { workResultsOf } from '../../../db/queries/plans.ts';
import { first, statement } from '../../../db/store.ts';
import { encodeAction } from '../../../src/core/action.ts';
import { completeRadar, runRadar } from '../../../src/scheduler/radar.ts';
import { createWorld, type TestPerson, type World } from '../../support/world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let world: World;
let siti: TestPerson;
let budi: TestPerson;
let unit: string;

// Monday, 2 November 2026, 15:00 in Jakarta: the first day of everybody in the test world.
beforeEach(async () => {
  world = await createWorld('2026-11-02T08:00:00Z');
  unit = await world.unit('Bidang A');
  budi = await world.person('Budi', { unit, platform: 'slack' });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
  await world.plan(siti.id, 2026, ['Laporan', 'Rapat']);
});
afterEach(() => world.close());

/** Lets days pass with a look each morning at 10:00. */
async function pass(days: number): Promise<number> {
  let notices = 0;
  for (let day = 0; day < days; day += 1) {
    world.advance(DAY);
    await completeRadar(world.services);
    notices += await runRadar(world.services);
    await world.settle();
  }
  return notices;
}
const seen = (who = siti) =>
  who.messages.filter(({ text }) => text.includes('Belum ada kegiatan atau bukti'));
const report = async (text: string) => {
  await siti.say(text);
  await siti.press('Simpan');
};
const nextLook = async () => {
  const rows = await first(
    world.store,
    statement('look', (db, t) =>
      db
        .select()
        .from(t.agenda)
        .where(eq(t.agenda.key, `radar|${siti.id}`)),
    ),
  );
  return rows!.nextAt;
};

describe('the radar', () => {
  it('tells the employee alone, once for each quiet work result, in one message', async () => {
    expect(await pass(20)).toBe(0);
    expect(seen()).toEqual([]);
    expect(await pass(1)).toBe(2);
    expect(seen()).toHaveLength(1);
    expect(seen()[0]!.text).toContain('1. RHK 1. Laporan');
    expect(seen()[0]!.text).toContain('2. RHK 2. Rapat');
    expect(seen()[0]!.text).toContain('Triwulan IV 2026 berakhir 38 hari lagi.');
    expect(await pass(20)).toBe(0);
    expect(seen()).toHaveLength(1);
    expect(seen(budi)).toEqual([]);
  });

  it('tells again after something was done and it has been quiet once more', async () => {
    await pass(10);
    await report('Menulis RHK1');
    expect(await pass(11)).toBe(1);
    expect(seen().at(-1)!.text).toContain('RHK 2');
    expect(await pass(12)).toBe(1);
    expect(seen().at(-1)!.text).toContain('RHK 1. Laporan');
    expect(seen().at(-1)!.text).toContain('selama 15 hari kerja (terakhir 12 Nov)');
  });

  it('takes evidence that came later for something done', async () => {
    await report('Menulis RHK1');
    await report('Rapat RHK2');
    await pass(14);
    await siti.press('Ubah');
    await siti.press('Ubah');
    await siti.press('Bukti');
    await siti.say('https://drive.go.id/a');
    await siti.press('Selesai');
    await siti.press('Simpan');
    expect(await pass(8)).toBe(1);
    expect(seen().at(-1)!.text).toContain('RHK 1. Laporan');
  });

  it('does not count days on which the person is away, nor tell them then', async () => {
    await world.store.commit([
      insertAbsence({
        ...{ id: world.services.newId(), personId: siti.id, createdBy: siti.id, createdAt: world.now },
        ...{ fromDate: '2026-11-16', toDate: '2026-11-20', cancelledAt: null },
        kind: 'cuti',
      }),
    ]);
    expect(await pass(27)).toBe(0);
    expect(await pass(1)).toBe(2);
  });

  it('looks at somebody who is fine about once a week', async () => {
    await report('Menulis RHK1');
    await report('Rapat RHK2');
    await completeRadar(world.services);
    await runRadar(world.services);
    expect(await nextLook()).toBe(world.now + 7 * DAY);
    // Nobody else is due, so nothing is read or written.
    expect(await runRadar(world.services)).toBe(0);
  });

  it('is not wanted any more when something was done before it left', async () => {
    await pass(20);
    world.advance(10 * HOUR);
    // 01:00 in Jakarta: the notice waits for working hours.
    await runRadar(world.services);
    await world.settle();
    expect(seen()).toEqual([]);
    world.advance(5 * HOUR);
    await report('Menulis RHK1');
    await report('Rapat RHK2');
    world.advance(3 * HOUR);
    await world.settle();
    expect(seen()).toEqual([]);
  });

  it('is silent for those who left, do not report, or are not linked', async () => {
    const gone = await world.person('Tono', { unit, supervisor: budi.id });
    const watcher = await world.person('Wati', { unit, roles: ['pengamat'] });
    const unlinked = await world.person('Umar', { unit, linked: false });
    for (const one of [gone, watcher, unlinked]) await world.plan(one.id, 2026, ['Hasil']);
    await world.store.commit([updatePerson(gone.id, { active: false })]);
    expect(await pass(25)).toBe(2);
    for (const one of [gone, watcher, unlinked]) expect(seen(one)).toEqual([]);
  });

  it('tells once when two processes look at the same moment', async () => {
    await pass(20);
    world.advance(DAY);
    await Promise.all([runRadar(world.services), runRadar(world.services)]);
    await world.settle();
    expect(seen()).toHaveLength(1);
  });

  it('rests until the period is over where nothing is needed', async () => {
    await pass(21);
    await siti.press('2. Tidak perlu periode ini');
    expect(siti.toast).toContain('RHK 2 tidak diingatkan sampai periode ini berakhir');
    expect(await siti.say('/radar')).not.toContain('RHK 2');
    expect(await siti.say('/aksi')).toContain('RHK 1: Belum ada');
    const [{ id } = { id: '' }] = await world.store.all(workResultsOf({ personId: siti.id, year: 2026 }));
    const later = encodeAction({ do: 'room', room: 'actions', op: 'pause', id, arg: '2026-Q3' });
    await siti.send({ kind: 'choice', action: later, messageId: null });
    expect(siti.toast).toContain('Periode itu sudah berakhir');
    await budi.send({ kind: 'choice', action: later, messageId: null });
    expect(budi.toast).toContain('tidak ada di SKP yang berlaku');
  });

  it('begins the report of its work result', async () => {
    await pass(21);
    await siti.press('2. Lapor sekarang');
    expect(siti.last().text).toContain('Apa yang Bapak/Ibu kerjakan?');
    await siti.say('Rapat bidang');
    expect(siti.last().text).not.toContain('Mendukung RHK');
  });

  it('leads to a dialogue with the supervisor about its work result', async () => {
    await pass(21);
    await siti.press('2. Bicarakan dengan atasan');
    expect(siti.last().text).toContain('Kapan?');
  });

  it('shows a supervisor what the employee was told, and nobody else anything', async () => {
    world.advance(25 * DAY);
    expect(await budi.say('/radar')).toContain('Tidak ada.');
    await world.store.commit([joinAgenda('radar', [siti.id], world.now)]);
    await runRadar(world.services);
    expect(await budi.say('/radar')).toContain('Siti, RHK 2: Belum ada');
    const rudi = await world.person('Rudi', { unit, roles: ['hr'] });
    expect(await rudi.say('/radar')).toBe('Radar ini untuk pegawai yang melapor dan atasannya.');
  });
});
