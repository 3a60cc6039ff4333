import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announcementById, insertAnnouncement, insertRounds } from '../../db/queries/announcements.ts';
import { first } from '../../db/store.ts';
import { cancelWrites } from '../../src/app/announcement-cancel.ts';
import { newAnnouncement, scheduleOf } from '../../src/app/announcement-plan.ts';
import { type AnnouncementReport, reportOf } from '../../src/app/announcement-report.ts';
import { todayByUnit } from '../../src/app/control.ts';
import type { Sent } from '../../src/core/adapter.ts';
import { type AnnouncementGoal, type AudienceState, OUTCOMES } from '../../src/core/announcement.ts';
import { runAnnouncements } from '../../src/scheduler/announcements.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';
import type { Open, Place } from './store.ts';

/** What HR is promised about announcements, whatever database is behind it and however many processes there are. */
export function announcementsContract(name: string, open: Open): void {
  describe(`announcements on ${name}`, () => {
    let place: Place;
    let world: World;
    let hana: TestPerson;
    let siti: TestPerson;
    let units: string[];
    beforeEach(async () => {
      place = await open();
      world = await createWorld('2026-11-23T08:00:00Z', place.store);
      units = [await world.unit('Sekretariat')];
      units.push(await world.unit('Bidang A', { parentId: units[0]! }));
      hana = await world.person('Hana', { unit: units[0]!, roles: ['pegawai', 'hr'], platform: 'slack' });
      siti = await world.person('Siti', { unit: units[1]!, supervisor: hana.id });
      await world.person('Tono', { unit: units[1]!, linked: false });
      await world.plan(siti.id, 2026, ['Tersusunnya laporan']);
    });
    afterEach(async () => {
      await world.close();
      await place.close();
    });

    async function make(goal: AnnouncementGoal, state: AudienceState | null = null): Promise<string> {
      const id = world.services.newId();
      const audience = { unitIds: [units[0]!], roles: [], supervisorsOnly: false, state };
      const given = { body: 'Isi', audience, deadline: '2026-12-31', countdown: true, goal, at: null };
      const { rounds } = await scheduleOf(world.services, id, given, world.now);
      await world.store.commit([
        insertAnnouncement(newAnnouncement(id, hana.id, given, world.now)),
        insertRounds(rounds),
      ]);
      return id;
    }

    async function look(services = world.services): Promise<void> {
      await runAnnouncements(services);
      world.advance(20_000);
      await world.settle();
    }

    async function report(id: string): Promise<AnnouncementReport> {
      const known = await reportOf(world.services, (await first(world.store, announcementById({ id })))!);
      for (const { tally } of known.rounds)
        expect(OUTCOMES.reduce((sum, outcome) => sum + tally[outcome], 0)).toBe(tally.audience);
      expect(known.units.reduce((sum, unit) => sum + unit.audience, 0)).toBe(known.total.audience);
      return known;
    }

    const delivered = () => siti.messages.filter((m) => m.text.includes('Siaran dari')).length;

    it('reach everybody once, and count who is complete by what each of them wants', async () => {
      await siti.say('08.00-10.00 Rapat koordinasi RHK1');
      await siti.press('Simpan');
      for (const [goal, complete] of [
        ['read', 0],
        ['plan', 1],
        ['report', 1],
      ] as const) {
        const id = await make(goal);
        await look();
        await look();
        const known = await report(id);
        expect(known.total).toMatchObject({ audience: 3, delivered: 2, not_linked: 1, complete });
        expect(known).toMatchObject({ incomplete: 3 - complete, remindable: 3 - complete, nextReminder: 1 });
        expect(known.rounds.find(({ round }) => round.kind === 'first')?.round.status).toBe('sent');
      }
      expect(delivered()).toBe(3);
    });

    it('are for whom each state is true', async () => {
      const audience = async (state: AudienceState) => {
        const id = await make('read', state);
        await look();
        return (await report(id)).total.audience;
      };
      expect(await audience({ kind: 'not_linked' })).toBe(1);
      expect(await audience({ kind: 'no_plan', year: 2026 })).toBe(2);
      expect(await audience({ kind: 'not_reported', days: 3 })).toBe(3);
      const id = await make('read');
      await look();
      await siti.press('Sudah saya baca');
      expect(await audience({ kind: 'not_acknowledged', announcementId: id })).toBe(2);
    });

    it('are sent once when several processes look at the same time', async () => {
      const other = place.again ? await place.again() : place.store;
      const id = await make('read');
      await Promise.all([
        runAnnouncements(world.services),
        runAnnouncements({ ...world.services, store: other }),
      ]);
      await look();
      await look({ ...world.services, store: other });
      expect(delivered()).toBe(1);
      expect((await report(id)).total).toMatchObject({ audience: 3, delivered: 2, waiting: 0 });
    });

    it('stop in one step when they are cancelled, and still sum up', async () => {
      const id = await make('read');
      await runAnnouncements(world.services);
      const row = (await first(world.store, announcementById({ id })))!;
      const { rounds } = await report(id);
      const list = rounds.map(({ round }) => round);
      await world.store.commit(cancelWrites(world.services, row, list, hana.id, world.now));
      await look();
      const known = await report(id);
      expect(known.total.audience).toBe(3);
      expect(known.total.waiting).toBe(0);
      expect(known.rounds.map(({ round }) => round.status)).not.toContain('scheduled');
      expect(known.current).toBe(false);
    });

    it('sum to the audience whatever becomes of each recipient', async () => {
      const outcome = fc.constantFrom<Sent>(
        { ok: true, messageIds: [] },
        { ok: false, kind: 'refused', reason: 'no' },
        { ok: false, kind: 'unreachable', reason: 'blocked' },
        { ok: false, kind: 'later', afterMs: 5_000, scope: 'chat', reason: 'slow' },
        { ok: false, kind: 'later', afterMs: null, scope: 'chat', reason: 'down' },
      );
      const run = fc.record({ outcomes: fc.array(outcome, { maxLength: 8 }), cancelled: fc.boolean() });
      await fc.assert(
        fc.asyncProperty(run, async ({ outcomes, cancelled }) => {
          // A day of its own, because messages of a day are counted.
          world.advance(24 * 3_600_000);
          const id = await make('read');
          world.outcomes.push(...outcomes);
          await look();
          if (cancelled) {
            const known = await report(id);
            const list = known.rounds.map(({ round }) => round);
            await world.store.commit(
              cancelWrites(world.services, known.announcement, list, hana.id, world.now),
            );
          }
          await report(id);
          world.outcomes.splice(0);
          world.advance(600_000);
          await look();
          const { total } = await report(id);
          expect(total).toMatchObject({ audience: 3, waiting: 0 });
        }),
        { numRuns: 15, seed: 20261123, endOnFailure: true },
      );
    });

    it('and today by unit add up', async () => {
      await siti.say('/cuti');
      await siti.press('Sakit');
      const today = await todayByUnit(world.services);
      for (const unit of today) expect(unit.reported + unit.absent + unit.off + unit.open).toBe(unit.people);
      expect(today).toMatchObject([
        { unit: 'Sekretariat', people: 1, linked: 1, open: 1 },
        { unit: 'Bidang A', people: 2, linked: 1, absent: 1, open: 1 },
      ]);
    });
  });
}
