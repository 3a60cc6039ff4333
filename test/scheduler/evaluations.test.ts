import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { joinAgenda } from '../../db/queries/agenda.ts';
import { insertAbsence } from '../../db/queries/calendar.ts';
import { insertPerson } from '../../db/queries/people.ts';
import { completeEvaluations, runEvaluations } from '../../src/scheduler/evaluations.ts';
import { type Agency, foundAgency, rate, submitted } from '../app/evaluation/agency.ts';
import type { TestPerson, World } from '../support/world.ts';

let agency: Agency;
let world: World;

beforeEach(async () => {
  agency = await foundAgency('id', '2026-12-28T02:00:00Z');
  world = agency.world;
  await completeEvaluations(world.services);
});
afterEach(() => world.close());

/** Lets the scheduler look at every quarter of an hour up to an instant. */
async function until(instant: string): Promise<void> {
  for (; world.now < Date.parse(instant); world.advance(900_000)) {
    await runEvaluations(world.services);
    await world.settle();
  }
}
const told = (person: TestPerson, text: string) =>
  person.messages.filter((message) => message.text.includes(text)).length;

describe('reminders of evaluations', () => {
  it('come on the first working day after the period, once before it is due, and never twice', async () => {
    const { siti, tono } = agency;
    await until('2026-12-31T23:00:00Z');
    expect(told(siti, 'sudah dibuka')).toBe(0);
    // 1 January 2027 is a Friday.
    await until('2027-01-01T02:00:00Z');
    expect(told(siti, 'Evaluasi Triwulan IV 2026 sudah dibuka, paling lambat Jumat, 15 Januari 2027')).toBe(
      1,
    );
    expect(
      siti.messages.some(({ buttons }) =>
        buttons.some((label) => label.endsWith('Evaluasi Triwulan IV 2026')),
      ),
    ).toBe(true);
    await submitted(siti);
    await until('2027-01-13T02:00:00Z');
    expect(told(tono, 'Sekadar mengingatkan: evaluasi Triwulan IV 2026 belum diajukan')).toBe(1);
    expect(told(siti, 'Sekadar mengingatkan: evaluasi Triwulan IV')).toBe(0);
    expect(told(tono, 'Triwulan IV 2026 sudah dibuka')).toBe(1);
  });

  it('wait until somebody who is absent is back at work', async () => {
    const { siti } = agency;
    const absence = {
      fromDate: '2027-01-01',
      toDate: '2027-01-05',
      kind: 'cuti' as const,
      cancelledAt: null,
    };
    const by = { createdBy: siti.id, createdAt: world.now };
    await world.store.commit([insertAbsence({ id: 'a', personId: siti.id, ...absence, ...by })]);
    await until('2027-01-05T12:00:00Z');
    expect(told(siti, 'Triwulan IV 2026 sudah dibuka')).toBe(0);
    await until('2027-01-06T02:00:00Z');
    expect(told(siti, 'Triwulan IV 2026 sudah dibuka')).toBe(1);
  });

  it('reach supervisors and HR once when something is overdue, and only while it is', async () => {
    const { siti, budi, hana, head } = agency;
    await until('2027-01-04T02:00:00Z');
    await submitted(siti);
    await until('2027-01-18T03:00:00Z');
    expect(told(budi, 'Evaluasi Triwulan IV 2026: 1 pegawai menunggu rating')).toBe(1);
    expect(told(hana, 'Evaluasi Triwulan IV 2026 sudah melewati tenggat')).toBe(1);
    expect(told(head, 'menunggu rating')).toBe(0);
    await rate(budi, 'meets', 'meets');
    await until('2027-01-20T03:00:00Z');
    expect(told(budi, 'menunggu rating dari Bapak/Ibu')).toBe(1);
  });

  it('tell who has no agreed plan to propose one first', async () => {
    await until('2027-01-01T02:00:00Z');
    expect(told(agency.hana, 'SKP yang disepakati belum ada')).toBeGreaterThan(0);
  });

  it('are decided for more people at once than fit into one transaction', async () => {
    const ids = Array.from({ length: 130 }, (_, at) => `many-${at}`);
    await world.store.commit([
      ...ids.map((id) =>
        insertPerson({
          ...{ id, nip: id, name: id, position: 'Analis', unitId: agency.unit, supervisorId: null },
          ...{ email: null, roles: ['pegawai' as const], zone: null, locale: null },
          ...{ activeFrom: '2026-07-01', active: true, updatedAt: world.now },
        }),
      ),
      joinAgenda('evaluation', ids, world.now),
    ]);
    expect(await runEvaluations(world.services)).toBeGreaterThanOrEqual(ids.length);
    expect(await runEvaluations(world.services)).toBe(0);
  });
});
