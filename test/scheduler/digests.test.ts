import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertAbsence, promptsOn, putHoliday } from '../../db/queries/calendar.ts';
import { updatePerson } from '../../db/queries/people.ts';
import { insertExtensions } from '../../db/queries/roster.ts';
import { refreshDigests } from '../../src/app/refresh-digests.ts';
import { completeDigests, runDigests } from '../../src/scheduler/digests.ts';
import { tick, tickUntil } from '../support/clock.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

/** Monday; work begins at 07:30 WIB, which is 00:30Z. */
const DATE = '2026-11-23';
let world: World;
let unit: string;
let budi: TestPerson;
let siti: TestPerson;
let rudi: TestPerson;

beforeEach(async () => {
  world = await createWorld('2026-11-23T01:00:00Z');
  unit = await world.unit('Bidang A');
  budi = await world.person('Budi', { unit, platform: 'slack', roles: ['pengamat'] });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
  rudi = await world.person('Rudi', { unit, supervisor: budi.id });
  await completeDigests(world.services);
  await tick(world);
});
afterEach(() => world.close());

const lists = (who = budi) => who.messages.filter((m) => m.text.includes('Laporan tim'));
const report = async (who: TestPerson, what = 'Rapat') => {
  await who.say(what);
  await who.press('Simpan');
};
const absent = (who: TestPerson, fromDate: string, toDate = fromDate) =>
  world.store.commit([
    insertAbsence({
      ...{ id: `abs${who.id}${fromDate}`, personId: who.id, kind: 'cuti', fromDate, toDate },
      ...{ createdBy: who.id, createdAt: world.now, cancelledAt: null },
    }),
  ]);
const decided = async (from = DATE, to = from) =>
  (await world.store.all(promptsOn([budi.id], from, to))).filter((row) => row.slot === 'digest');

describe('the list of a team', () => {
  it('comes once, at the next start of work, to the supervisor alone', async () => {
    await report(siti);
    await tickUntil(world, '2026-11-24T00:29:00Z', 30);
    expect(lists()).toHaveLength(0);
    for (let i = 0; i < 3; i += 1) await tick(world, `2026-11-24T00:3${i}:00Z`);
    expect(lists()).toHaveLength(1);
    expect(lists()[0]!.text).toContain('Sudah melapor: 1 dari 2\n- Siti: 1 kegiatan, 1 menunggu\n');
    expect(lists()[0]!.text).toContain('Belum ada laporan: 1\n- Rudi');
    expect([...lists(siti), ...lists(rudi)]).toEqual([]);
    expect(await decided()).toMatchObject([
      { outcome: 'prompted', settled: 'sent', slotAt: Date.parse('2026-11-24T00:30:00Z') },
    ]);
  });

  it('says so in place when HR accepts why a report was late', async () => {
    const hera = await world.person('Hera', { unit, platform: 'slack', roles: ['hr'] });
    await report(rudi);
    await tickUntil(world, '2026-11-24T00:31:00Z', 30);
    await siti.say('23 Nov: Rapat');
    await siti.press('Tidak ada sinyal');
    await siti.press('Simpan');
    await world.settle();
    expect(lists()[0]!.text).toContain('- Siti: 1 kegiatan, 1 menunggu, terlambat');
    await hera.press('Terima alasan');
    await world.settle();
    expect(lists()).toHaveLength(1);
    expect(lists()[0]!.text).toContain('- Siti: 1 kegiatan, 1 menunggu, susulan, alasannya diterima');
  });

  it('never counts the absent among the missing', async () => {
    await absent(rudi, DATE);
    await tick(world, '2026-11-24T00:30:00Z');
    const { text } = lists()[0]!;
    expect(text).toContain('Belum ada laporan: 1\n- Siti\n');
    expect(text).toContain('Tidak bertugas\n- Rudi: cuti');
  });

  it('of several days is one message when work begins again', async () => {
    await tickUntil(world, '2026-11-24T01:00:00Z', 60);
    await absent(budi, '2026-11-25', '2026-11-26');
    await tickUntil(world, '2026-11-27T02:00:00Z', 60);
    expect(lists()).toHaveLength(2);
    expect(lists()[1]!.text).toMatch(/Selasa, 24 November 2026[\s\S]*Rabu, 25[\s\S]*Kamis, 26/);
    await tickUntil(world, '2026-11-30T02:00:00Z', 60);
    // Friday's; nobody works at the weekend.
    expect(lists()).toHaveLength(3);
    expect((await decided('2026-11-27', '2026-11-29')).map((row) => row.reason)).toEqual([
      null,
      'nobody_expected',
      'nobody_expected',
    ]);
    expect(await budi.say('/kenapa')).toContain('Daftar Minggu, 29 Nov: tidak ada');
  });

  it('is decided once by two processes', async () => {
    world.now = Date.parse('2026-11-24T00:30:00Z');
    await Promise.all([runDigests(world.services), runDigests(world.services)]);
    await world.settle();
    expect(lists()).toHaveLength(1);
  });

  it('waits for the whole team, whatever their zones', async () => {
    await world.person('Agus', { unit, supervisor: budi.id, zone: 'America/Los_Angeles' });
    await tick(world, '2026-11-24T00:30:00Z');
    expect(lists()).toHaveLength(0);
    await tickUntil(world, '2026-11-24T08:01:00Z', 30);
    expect(lists()).toHaveLength(1);
  });

  it('shows who still has time because of an outage, and does not wait for them', async () => {
    await world.store.commit([
      insertExtensions([
        {
          ...{ id: 'e', personId: siti.id, localDate: DATE, outageId: 'o' },
          closesAt: Date.parse('2026-11-24T03:00:00Z'),
        },
      ]),
    ]);
    await tick(world, '2026-11-24T00:30:00Z');
    expect(lists()[0]!.text).toContain(
      'Belum ada laporan: 1\n- Rudi\nMasih dalam perpanjangan batas lapor\n- Siti: sampai 24 Nov pukul 10.00 WIB',
    );
  });

  it('does not come to somebody who became a supervisor after it was due', async () => {
    const dewi = await world.person('Dewi', { unit, platform: 'slack' });
    world.now = Date.parse('2026-11-24T02:00:00Z');
    await world.store.commit([updatePerson(siti.id, { supervisorId: dewi.id })]);
    await completeDigests(world.services);
    await tick(world);
    expect(lists(dewi)).toHaveLength(0);
    await tickUntil(world, '2026-11-25T01:00:00Z', 60);
    expect(lists(dewi)).toHaveLength(1);
  });

  it('does not come for a holiday that was announced while it was waiting to be sent', async () => {
    world.outcomes = [{ ok: false, kind: 'later', afterMs: 60_000, scope: 'chat', reason: '429' }];
    await tick(world, '2026-11-24T00:30:00Z');
    await world.store.commit([
      putHoliday({ date: DATE, name: 'Pilkada', kind: 'libur_nasional', source: null, provisional: false }),
    ]);
    world.advance(61_000);
    await world.settle();
    expect(lists()).toHaveLength(0);
    expect(await decided()).toMatchObject([{ settled: 'nobody_expected' }]);
  });
});

describe('a list that was posted', () => {
  beforeEach(async () => {
    await siti.say('Rapat malam');
    await tick(world, '2026-11-24T00:30:00Z');
  });

  it('takes up late reports, approvals and returns in place', async () => {
    for (const label of ['Simpan', 'Terlewat', 'Simpan']) await siti.press(label);
    expect(lists()).toHaveLength(1);
    expect(lists()[0]!.text).toContain('- Siti: 1 kegiatan, 1 menunggu, terlambat');
    await budi.press('Setujui');
    expect(lists()[0]!.text).toContain('- Siti: 1 kegiatan, sudah diperiksa, terlambat');
    await siti.press('Tarik');
    await siti.press('Ya, tarik');
    expect(lists()[0]!.text).toContain('Belum ada laporan: 2');
    expect(await decided()).toMatchObject([{ settledAt: Date.parse('2026-11-24T00:30:00Z') }]);
  });

  it('takes up an absence that is recorded later', async () => {
    await absent(rudi, DATE);
    await world.store.commit(await refreshDigests(world.services, [rudi.id], DATE));
    await world.settle();
    expect(lists()[0]!.text).toContain('Tidak bertugas\n- Rudi: cuti');
  });

  it('drops who has left the team', async () => {
    await world.store.commit([updatePerson(rudi.id, { supervisorId: null })]);
    for (const label of ['Simpan', 'Terlewat', 'Simpan']) await siti.press(label);
    expect(lists()[0]!.text).not.toContain('Rudi');
  });

  it('is left alone after a week, and where no list was posted', async () => {
    expect(await refreshDigests(world.services, siti.id, '2026-11-20')).toEqual([]);
    world.now = Date.parse('2026-12-01T03:00:00Z');
    expect(await refreshDigests(world.services, siti.id, DATE)).toEqual([]);
  });
});
