import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { remindersOf } from '../../../db/queries/admin-reminders.ts';
import { insertAbsence } from '../../../db/queries/calendar.ts';
import { personById, updatePerson } from '../../../db/queries/people.ts';
import { first } from '../../../db/store.ts';
import { isComplete } from '../../../src/app/staffing/complete.ts';
import { climbLadders } from '../../../src/app/staffing/ladder.ts';
import { createWorld, type TestPerson, type World } from '../../support/world.ts';

const DAY = 24 * 3_600_000;
let world: World;
let hana: TestPerson;
let budi: TestPerson;
let siti: TestPerson;
beforeEach(async () => {
  // A Monday, 10:00 in Jakarta.
  world = await createWorld('2026-11-23T03:00:00Z');
  const unit = await world.unit('Bidang A');
  hana = await world.person('Hana', { unit, roles: ['hr'], platform: 'slack' });
  budi = await world.person('Budi', { unit, platform: 'slack' });
  siti = await world.person('Siti', { unit, supervisor: budi.id });
  await world.plan(budi.id, 2026, ['Terlaksananya perencanaan']);
});
afterEach(() => world.close());

async function start(subject = 'plan:2026'): Promise<string> {
  const reply = await hana.send({ kind: 'command', name: 'pengingatan', args: subject });
  if (!reply.form) return hana.last().text;
  const answers = {
    subject: [{ choice: subject }],
    unit: [{ text: 'semua' }],
    reason: [{ text: 'SE 800/12/2026' }],
  };
  await hana.send({ kind: 'form', token: reply.form.token, answers });
  return hana.last().text;
}

async function look(days = 0): Promise<void> {
  world.advance(days * DAY);
  await climbLadders(world.services);
  await world.settle();
}

const steps = async (who = siti) =>
  (await world.store.all(remindersOf({ personId: who.id })))
    .map(({ step, onDate, status }) => `${step} ${onDate} ${status}`)
    .reverse();
const reminded = () => siti.messages.filter((m) => m.text.includes('Pengingat administratif')).length;

describe('administrative reminders', () => {
  it('remind, remind again with a copy, and list, on dates and with reasons', async () => {
    const review = await start();
    expect(review).toContain('1 pegawai belum lengkap');
    expect(review).toContain('bukan hukuman disiplin');
    await hana.press('Kirim');
    await look();
    expect(siti.last().text).toContain('Pengingat administratif 1 dari 3');
    expect(siti.last().text).toContain('SKP 2026 belum lengkap');
    expect(siti.last().text).toContain('Dasar: SE 800/12/2026');
    expect(siti.last().text).toContain('Senin, 30 November 2026');
    expect(siti.last().text).toContain('bukan hukuman disiplin');
    for (let day = 0; day < 6; day += 1) await look(1);
    expect(reminded()).toBe(1);
    await look(1);
    expect(siti.last().text).toContain('Pengingat administratif 2 dari 3');
    expect(siti.last().text).toContain('Tembusan: Budi.');
    expect(budi.last().text).toContain('Siti sudah diingatkan dua kali');
    await look(7);
    expect(reminded()).toBe(2);
    expect(hana.last().text).toContain('SKP 2026: 1 pegawai belum lengkap');
    expect(hana.last().text).toContain('Siti (1990•');
    expect(await steps()).toEqual(['1 2026-11-23 sent', '2 2026-11-30 sent', '3 2026-12-07 sent']);
    const all = [siti, budi, hana].flatMap((who) => who.messages.map((m) => m.text)).join('\n');
    expect(all).not.toMatch(/teguran|peringatan/i);
  });

  it('are visible to the employee with their dates', async () => {
    expect(await siti.say('/pengingat administratif')).toContain('Tidak ada pengingat administratif');
    await start();
    await hana.press('Kirim');
    await look();
    const list = await siti.say('/pengingat administratif');
    expect(list).toContain('23 Nov: pengingat 1, SKP 2026 (dikirim) · Dasar: SE 800/12/2026');
    expect(list).toContain('30 Nov: pengingat 2, SKP 2026 (akan datang)');
    expect(await hana.say('/pengingatan daftar')).toContain(
      'SKP 2026, pengingat 1: 1 dikirim, 0 akan datang',
    );
  });

  it('are one ladder however often they are begun, and whoever looks', async () => {
    await start();
    const button = hana
      .last()
      .message.buttons.flat()
      .find(({ label }) => label === 'Kirim')!;
    const event = { kind: 'choice', action: button.action, messageId: hana.last().id } as const;
    await Promise.all([hana.send(event), hana.send(event)]);
    await start();
    await hana.press('Kirim');
    const other = { ...world.services, newId: randomUUID };
    await Promise.all([climbLadders(world.services), climbLadders(other)]);
    await look();
    expect(reminded()).toBe(1);
    expect(await steps()).toEqual(['1 2026-11-23 sent', '2 2026-11-30 scheduled']);
  });

  it('stop by themselves when nothing is missing any more, also at the last moment', async () => {
    await start();
    await hana.press('Kirim');
    await look();
    await world.plan(siti.id, 2026, ['Tersusunnya laporan']);
    await look(7);
    expect(reminded()).toBe(1);
    expect(await steps()).toEqual(['1 2026-11-23 sent', '2 2026-11-30 settled']);
    expect(await start()).toContain('semua sudah lengkap');
  });

  it('are checked again at delivery', async () => {
    world.now = Date.parse('2026-11-23T23:30:00Z');
    await start();
    await hana.press('Kirim');
    await look();
    expect(reminded()).toBe(0);
    await world.plan(siti.id, 2026, ['Tersusunnya laporan']);
    world.advance(3 * 3_600_000);
    await look();
    expect(reminded()).toBe(0);
  });

  it('wait for somebody who is away, and leave alone who has left', async () => {
    const absence = { id: 'a', personId: siti.id, kind: 'cuti' as const, createdBy: siti.id };
    await world.store.commit([
      insertAbsence({
        ...{ ...absence, fromDate: '2026-11-23', toDate: '2026-11-25' },
        ...{ createdAt: world.now, cancelledAt: null },
      }),
    ]);
    await start();
    await hana.press('Kirim');
    await look();
    expect(reminded()).toBe(0);
    expect(await steps()).toEqual(['1 2026-11-26 scheduled']);
    await look(3);
    expect(reminded()).toBe(1);
    await world.store.commit([updatePerson(siti.id, { active: false })]);
    await look(10);
    expect(await steps()).toEqual(['1 2026-11-26 sent', '2 2026-12-03 cancelled']);
  });

  it('know when a month is reported and an evaluation is handed in', async () => {
    const known = (await first(world.store, personById({ id: siti.id })))!;
    const person = { ...known, activeFrom: '2026-11-20' };
    const reports = { kind: 'reports', period: '2026-11' } as const;
    expect(await isComplete(world.services, person, reports)).toBe(false);
    await siti.say('20 Nov: Rapat');
    await siti.press('Terlewat');
    await siti.press('Simpan');
    expect(await isComplete(world.services, person, reports)).toBe(true);
    expect(await isComplete(world.services, person, { kind: 'evaluation', period: '2026-Q3' })).toBe(false);
    expect(await start('evaluation:2026-Q4')).toContain('belum waktunya');
  });

  it('are for HR to begin', async () => {
    expect(await budi.say('/pengingatan')).toContain('Tidak ada pengingat administratif');
  });
});
