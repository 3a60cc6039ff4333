import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  dueReminders,
  insertReminders,
  reminderById,
  reminderCounts,
  remindersByIds,
  remindersOf,
  updateReminder,
} from '../../db/queries/admin-reminders.ts';
import { evaluationStates } from '../../db/queries/completeness.ts';
import { leaverByAccount } from '../../db/queries/departures.ts';
import {
  handoversByIds,
  handoversOf,
  handoversTogether,
  openDialogues,
  openEvaluations,
  openPlans,
  openRequests,
} from '../../db/queries/handovers.ts';
import { personById } from '../../db/queries/people.ts';
import { workResultsOfMany } from '../../db/queries/plans.ts';
import {
  definitiveUnderActing,
  moveSupervisor,
  openSupervisions,
  staffDirectory,
  supervisionById,
  supervisionsOf,
  updateSupervision,
} from '../../db/queries/supervisions.ts';
import { Conflict, first, statement } from '../../db/store.ts';
import { departureWrites } from '../../src/app/staffing/departure.ts';
import { climbLadders, startLadder } from '../../src/app/staffing/ladder.ts';
import {
  decideOrder,
  knownSupervisions,
  type SupervisionOrder,
  supervisionWrites,
} from '../../src/app/staffing/supervision.ts';
import { runStaffing } from '../../src/scheduler/staffing.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';
import type { Open, Place } from './store.ts';

const DAY = 24 * 3_600_000;

/** What holds about changes among people, whatever database is behind it and however many processes there are. */
export function staffingContract(name: string, open: Open): void {
  describe(`changes among people on ${name}`, () => {
    let place: Place;
    let world: World;
    let hana: TestPerson;
    let budi: TestPerson;
    let dewi: TestPerson;
    let siti: TestPerson;
    beforeEach(async () => {
      place = await open();
      world = await createWorld('2026-11-23T03:00:00Z', place.store);
      const unit = await world.unit('Bidang A');
      hana = await world.person('Hana', { unit, roles: ['hr'], platform: 'slack' });
      budi = await world.person('Budi', { unit, platform: 'slack' });
      dewi = await world.person('Dewi', { unit, platform: 'slack' });
      siti = await world.person('Siti', { unit, supervisor: budi.id });
      await world.plan(budi.id, 2026, ['Terlaksananya perencanaan']);
    });
    afterEach(async () => {
      await world.close();
      await place.close();
    });

    const sitiNow = async () => (await first(world.store, personById({ id: siti.id })))!;

    async function order(change: Partial<SupervisionOrder>, services = world.services): Promise<void> {
      const [known] = await knownSupervisions(services, [await sitiNow()]);
      const decision = decideOrder(
        services,
        known!,
        {
          ...{ supervisorId: dewi.id, kind: 'definitive', fromDate: null, toDate: null, reason: 'SK' },
          ...{ createdBy: hana.id, ...change },
        },
        world.now,
      );
      await services.store.commit(await supervisionWrites(services, [decision], world.now));
    }

    /** One more process on the same database. */
    const other = async () => ({
      ...world.services,
      newId: randomUUID,
      store: place.again ? await place.again() : place.store,
    });

    it('keep the history, move what is open, and refuse a second order on what was read before', async () => {
      const twice = await Promise.allSettled([order({}), order({ supervisorId: hana.id }, await other())]);
      expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(twice.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))[0]).toBeInstanceOf(
        Conflict,
      );
      const rows = (await world.store.all(supervisionsOf([siti.id]))).filter((r) => r.status !== 'cancelled');
      expect(rows.map(({ status, toDate }) => [status, toDate])).toEqual([
        ['ended', '2026-11-22'],
        ['active', null],
      ]);
      expect(await first(world.store, supervisionById({ id: rows[1]!.id }))).toEqual(rows[1]);
      const [handover] = await world.store.all(handoversOf({ personId: siti.id }));
      expect(handover).toMatchObject({ fromId: budi.id, onDate: '2026-11-23', counts: { days: 0 } });
      expect(await world.store.all(handoversByIds([handover!.id]))).toEqual([handover]);
      expect(await world.store.all(handoversTogether(handover!))).toEqual([handover]);
      await expect(
        world.store.commit([updateSupervision(rows[1]!.id, rows[1]!.revision + 1, { reason: 'x' })]),
      ).rejects.toBeInstanceOf(Conflict);
      await expect(
        world.store.commit([moveSupervisor(siti.id, budi.id, null, world.now)]),
      ).rejects.toBeInstanceOf(Conflict);
    });

    it('begin and end on their dates once, with two schedulers', async () => {
      await order({ kind: 'plt', fromDate: '2026-11-24', toDate: '2026-11-25' });
      expect(await world.store.all(openSupervisions(10))).toHaveLength(1);
      const both = [world.services, await other()];
      const over: (string | null)[] = [];
      for (let day = 0; day < 4; day += 1) {
        await Promise.all(both.map(runStaffing));
        await world.settle();
        over.push((await sitiNow()).supervisorId);
        if (day === 1)
          expect(await world.store.all(definitiveUnderActing())).toEqual([
            { personId: siti.id, supervisorId: budi.id },
          ]);
        world.advance(DAY);
      }
      expect(over).toEqual([budi.id, dewi.id, dewi.id, budi.id]);
      await world.settle();
      expect(await world.store.all(openSupervisions(10))).toEqual([]);
      expect(await world.store.all(handoversOf({ personId: siti.id }))).toHaveLength(2);
      expect(siti.messages.filter((m) => m.text.includes('berganti'))).toHaveLength(2);
    });

    it('let somebody leave once, and know them by their account', async () => {
      const leaver = await sitiNow();
      const departure = { lastDay: '2026-11-23', reason: 'pindah' as const, actorId: hana.id };
      await world.store.commit(await departureWrites(world.services, leaver, departure, world.now));
      world.advance(DAY);
      await Promise.all([world.services, await other()].map(runStaffing));
      expect((await sitiNow()).active).toBe(false);
      const account = { platform: 'telegram', externalId: `x${siti.id.slice(-6)}` } as const;
      expect(await first(world.store, leaverByAccount(account))).toMatchObject({ id: siti.id });
      await world.settle();
      expect(hana.messages.filter((m) => m.text.includes('tidak aktif lagi'))).toHaveLength(1);
      expect((await world.store.all(staffDirectory())).find(({ id }) => id === siti.id)?.active).toBe(false);
    });

    it('remind once, whoever looks and however often it was begun', async () => {
      const subject = { kind: 'plan', period: '2026' } as const;
      const begun = { reason: 'SE', createdBy: hana.id, now: world.now };
      await world.store.commit(startLadder(world.services, [await sitiNow()], subject, begun));
      await world.store.commit(startLadder(world.services, [await sitiNow()], subject, begun));
      const [row] = await world.store.all(dueReminders({ date: '2026-11-23' }));
      expect(row).toMatchObject({ id: `${siti.id}:plan:2026:1`, status: 'scheduled' });
      await Promise.all([world.services, await other()].map(climbLadders));
      await world.settle();
      expect(siti.messages).toHaveLength(1);
      const steps = await world.store.all(remindersOf({ personId: siti.id }));
      expect(steps.map(({ step, status, onDate }) => [step, status, onDate])).toEqual([
        [2, 'scheduled', '2026-11-30'],
        [1, 'sent', '2026-11-23'],
      ]);
      expect(await world.store.all(reminderCounts('2026-11-01'))).toMatchObject([
        { subject: 'plan:2026', step: 1, status: 'sent', count: 1 },
        { subject: 'plan:2026', step: 2, status: 'scheduled', count: 1 },
      ]);
      expect(await first(world.store, reminderById({ id: row!.id }))).toMatchObject({ status: 'sent' });
      expect(await world.store.all(remindersByIds([row!.id]))).toHaveLength(1);
      await expect(
        world.store.commit([updateReminder(row!, { status: 'cancelled' })]),
      ).rejects.toBeInstanceOf(Conflict);
      await world.store.commit([insertReminders(steps)]);
    });

    it('count what is open and complete', async () => {
      const pair = { personId: siti.id, supervisorId: budi.id };
      for (const query of [openPlans, openDialogues, openEvaluations, openRequests])
        expect(Number((await first(world.store, query(pair)))?.count)).toBe(0);
      await world.store.commit([
        statement('insertRequest', (db, t) =>
          db
            .insert(t.feedbackRequests)
            .values({
              ...{ id: 'r', employeeId: siti.id, askedId: budi.id, about: 'Rapat', workResultId: null },
              ...{ status: 'open', feedbackId: null, revision: 1, createdAt: world.now, settledAt: null },
            })
            .returning({ id: t.feedbackRequests.id }),
        ),
      ]);
      expect(Number((await first(world.store, openRequests(pair)))?.count)).toBe(1);
      expect(await world.store.all(workResultsOfMany([budi.id, siti.id], 2026))).toMatchObject([
        { personId: budi.id, number: 1 },
      ]);
      expect(await world.store.all(evaluationStates([siti.id], '2026-Q1'))).toEqual([]);
    });
  });
}
