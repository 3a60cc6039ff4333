import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertPrompts, promptsOn } from '../../db/queries/calendar.ts';
import { personById } from '../../db/queries/people.ts';
import { first } from '../../db/store.ts';
import { notify } from '../../src/app/notices.ts';
import { tick, tickUntil } from '../support/clock.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';

const DATE = '2026-11-23';
let world: World;
let siti: TestPerson;

beforeEach(async () => {
  world = await createWorld('2026-11-23T01:00:00Z');
  siti = await world.person('Siti', { unit: await world.unit('Bidang A') });
  await tick(world);
});
afterEach(() => world.close());

const decided = async (date = DATE) =>
  (await world.store.all(promptsOn([siti.id], date, date))).map(
    (row) => `${row.slot} ${row.reason ?? row.outcome}`,
  );

describe('reminders by choice', () => {
  it('come at the chosen time and as often as chosen', async () => {
    await siti.say('/pengingat 13.00');
    await siti.press('Lebih sering');
    await tickUntil(world, '2026-11-23T15:00:00Z');
    expect(await decided()).toEqual(['first prompted', 'extra prompted', 'last prompted']);
    expect(siti.messages.filter((m) => m.text.includes('Yth.'))).toHaveLength(3);
    await siti.say('/pengingat sekali');
    await tickUntil(world, '2026-11-24T15:00:00Z');
    expect(await decided('2026-11-24')).toEqual(['first prompted']);
  });

  it('are looked at again at once: an earlier time holds today', async () => {
    await siti.say('/pengingat 09.00');
    await tick(world, '2026-11-23T02:00:00Z');
    expect(await decided()).toEqual(['first prompted']);
  });

  it('do not fire a second time when the time is moved behind one that has come', async () => {
    await tick(world, '2026-11-23T08:30:00Z');
    expect(await siti.say('/pengingat 17.00')).not.toContain(
      'pukul 17.00, 20.45, bila belum ada laporan\nBesok',
    );
    await tickUntil(world, '2026-11-23T12:00:00Z');
    expect(await decided()).toEqual(['first prompted']);
  });

  it('do not fire at once when the chosen time has passed: it holds from the next day on', async () => {
    await tick(world, '2026-11-23T07:00:00Z');
    expect(await siti.say('/pengingat 13.30')).toContain('berlaku mulai hari kerja berikutnya');
    await tickUntil(world, '2026-11-23T12:00:00Z');
    expect(await decided()).toEqual(['first chosen_later']);
    await tick(world, '2026-11-24T06:30:00Z');
    expect(await decided('2026-11-24')).toEqual(['first prompted']);
  });

  it('do not fire at once either where the slot was left out before and is moved, still into the past', async () => {
    await siti.say('sakit');
    await siti.press('Simpan');
    await tick(world, '2026-11-23T08:31:00Z');
    expect(await decided()).toEqual(['first absent:sakit']);
    await siti.say('saya sudah masuk');
    await tick(world, '2026-11-23T09:00:00Z');
    await siti.say('/pengingat 15.45');
    await tick(world, '2026-11-23T09:01:00Z');
    expect(siti.messages.filter((m) => m.text.includes('Yth.'))).toEqual([]);
    expect((await decided()).at(-1)).toMatch(/^first@\d+ chosen_later$/);
  });

  it('say how much time is left also where the last slot was moved', async () => {
    const slot = 'last@1795000000000';
    const row = { id: 'moved', personId: siti.id, localDate: DATE, slot, slotAt: world.now, at: world.now };
    await world.store.commit([
      insertPrompts([{ ...row, outcome: 'prompted', reason: null, settled: null, settledAt: null }]),
      notify('prompt', 'prompt:moved', siti.id, { date: DATE, slot }, world.now),
    ]);
    await world.settle();
    expect(siti.last().text).toContain('Batas lapor pukul 24.00 WIB');
  });

  it('leave no trace on days before the choice', async () => {
    await tickUntil(world, '2026-11-24T02:00:00Z', 15);
    await siti.say('/pengingat sering');
    await tick(world);
    expect(await decided()).toEqual(['first prompted', 'last prompted']);
  });

  it('are chosen within limits, and reset by one word', async () => {
    for (const time of ['05.00', '07.00', '21.30', '20.50', '99.00', 'kapan saja']) {
      expect(await siti.say(`/pengingat ${time}`)).not.toContain('disimpan');
    }
    await siti.say('/pengingat 16.30');
    await siti.press('Sekali');
    expect(await first(world.store, personById({ id: siti.id }))).toMatchObject({
      reminderAt: '16:30',
      reminderLevel: 'once',
    });
    await siti.say('/pengingat biasa');
    expect(await first(world.store, personById({ id: siti.id }))).toMatchObject({
      reminderAt: null,
      reminderLevel: null,
    });
  });

  it('are shown with the reason why there are none', async () => {
    expect(await siti.say('/pengingat')).toContain('15.30, 20.45, bila belum ada laporan');
    await siti.say('Rapat');
    await siti.press('Simpan');
    expect(await siti.say('pengingat')).toContain('tidak diingatkan (laporan sudah masuk)');
    world.now = Date.parse('2026-11-28T01:00:00Z');
    expect(await siti.say('/pengingat')).toContain('tidak diingatkan (bukan hari kerja)');
  });
});
