import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type ActionPlanRow,
  actionPlanById,
  actionPlansById,
  actionPlansFrom,
  actionPlansOfMany,
  insertActionPlan,
  updateActionPlan,
} from '../../db/queries/action-plans.ts';
import { joinAgenda, missingOnAgenda } from '../../db/queries/agenda.ts';
import { putFact } from '../../db/queries/calendar.ts';
import { insertEntry, insertEvidence } from '../../db/queries/entries.ts';
import {
  contestedEvaluation,
  contestedFeedback,
  insertObjection,
  type ObjectionRow,
  objectionById,
  objectionsAbout,
  objectionsOf,
  objectionsToDecide,
  openObjections,
  openObjectionsOf,
  openObjectionsOfMany,
  overdueObjections,
  updateObjection,
} from '../../db/queries/objections.ts';
import { factsNamed, lastActivities, lastEvidence } from '../../db/queries/radar.ts';
import { Conflict } from '../../db/store.ts';
import { runRadar } from '../../src/scheduler/radar.ts';
import { createWorld } from '../support/world.ts';
import { addPerson, entryRow, evidenceRow, fresh, NOW } from './rows.ts';
import type { Open, Place } from './store.ts';

/** What action plans, the radar and objections ask of a database. */
export function actionsContract(name: string, open: Open): void {
  describe(`action plans and objections on ${name}`, () => {
    let place: Place;
    let person: string;
    beforeEach(async () => {
      place = await open();
      person = await addPerson(place.store);
    });
    afterEach(() => place.close());

    const plan = (change: Partial<ActionPlanRow>): ActionPlanRow => ({
      ...{ id: fresh('action'), personId: person, year: 2026, workResultId: 'r1', period: '2026-Q4' },
      ...{ number: 1, title: 'Draf', target: '3', unit: 'dokumen', current: true, revision: 1 },
      updatedAt: NOW,
      ...change,
    });
    const objection = (change: Partial<ObjectionRow> = {}): ObjectionRow => ({
      ...{ id: fresh('objection'), personId: person, subjectKind: 'entry', subjectId: 's1', reason: 'Ada.' },
      ...{ status: 'open', handlerId: 'dewi', dueOn: '2026-12-07', answer: null, revision: 1 },
      ...{ createdAt: NOW, decidedAt: null, decidedBy: null },
      ...change,
    });
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

    it('keep action plans by year and number, removed ones as well', async () => {
      const { store } = place;
      const [third, first, next, old] = [
        plan({ number: 3, current: false }),
        plan({ number: 1 }),
        plan({ year: 2027, period: '2027-01' }),
        plan({ year: 2025, period: '2025-Q4' }),
      ];
      await store.commit([third, first, next, old].map(insertActionPlan));
      expect(await store.all(actionPlansFrom({ personId: person, year: 2026 }))).toEqual([
        first,
        third,
        next,
      ]);
      expect(ids(await store.all(actionPlansOfMany([person, 'x'], 2026)))).toEqual(ids([first, third]));
      expect(await store.all(actionPlanById({ id: old.id }))).toEqual([old]);
      expect(ids(await store.all(actionPlansById([next.id, 'x'])))).toEqual([next.id]);
    });

    it('refuse a number twice, and a change of an older revision', async () => {
      const { store } = place;
      const row = plan({});
      await store.commit([insertActionPlan(row)]);
      await expect(store.commit([insertActionPlan(plan({}))])).rejects.toThrow(Conflict);
      await store.commit([updateActionPlan(row.id, 1, { title: 'Lain' })]);
      await expect(store.commit([updateActionPlan(row.id, 1, { title: 'X' })])).rejects.toThrow(Conflict);
      expect(await store.all(actionPlanById({ id: row.id }))).toMatchObject([{ title: 'Lain', revision: 2 }]);
    });

    it('know the last activity and evidence of each work result', async () => {
      const { store } = place;
      const entry = (localDate: string, change: object = {}) =>
        entryRow(person, { localDate, kind: 'work_result', workResultId: 'r1', ...change });
      const [early, late] = [entry('2026-11-02'), entry('2026-11-09')];
      const others = [
        entry('2026-11-20', { status: 'withdrawn' }),
        entry('2026-11-21', { workResultId: null, kind: 'none' }),
        entry('2025-12-30'),
        entry('2026-11-10', { workResultId: 'r2' }),
      ];
      await store.commit([early, late, ...others].map(insertEntry));
      await store.commit([
        insertEvidence(evidenceRow(person, { entryId: early.id, createdAt: NOW })),
        insertEvidence(evidenceRow(person, { entryId: late.id, createdAt: NOW - 1_000 })),
        insertEvidence(evidenceRow(person, { entryId: late.id, createdAt: NOW + 1, status: 'failed' })),
      ]);
      const found = await store.all(lastActivities([person], '2026-01-01'));
      expect(found.sort((a, b) => (a.lastOn < b.lastOn ? -1 : 1))).toEqual([
        { personId: person, workResultId: 'r1', lastOn: '2026-11-09' },
        { personId: person, workResultId: 'r2', lastOn: '2026-11-10' },
      ]);
      expect(await store.all(lastEvidence([person], '2026-01-01'))).toEqual([
        { personId: person, workResultId: 'r1', lastAt: NOW },
      ]);
      await store.commit([putFact('radar.told|r1', '2026-11-10')]);
      expect(await store.all(factsNamed(['radar.told|r1', 'radar.pause|r1']))).toEqual([
        { key: 'radar.told|r1', value: '2026-11-10' },
      ]);
    });

    it('know who is not on the agenda of the radar', async () => {
      const { store } = place;
      expect(ids(await store.all(missingOnAgenda('radar')))).toEqual([person]);
      await store.commit([joinAgenda('prompt', [person], NOW)]);
      expect(ids(await store.all(missingOnAgenda('radar')))).toEqual([person]);
      await store.commit([joinAgenda('radar', [person], NOW)]);
      expect(await store.all(missingOnAgenda('radar'))).toEqual([]);
      expect(await store.all(missingOnAgenda('prompt'))).toEqual([]);
    });

    it('find objections by subject, person, handler, team and deadline', async () => {
      const { store } = place;
      const rows = [
        objection({
          createdAt: NOW,
          status: 'rejected',
          decidedAt: NOW,
          decidedBy: 'dewi',
          answer: 'Tidak.',
        }),
        objection({ createdAt: NOW + 1 }),
        objection({ createdAt: NOW + 2, subjectId: 's2', handlerId: null, dueOn: '2026-11-30' }),
        objection({ createdAt: NOW + 3, personId: 'other', subjectId: 's3', dueOn: '2026-12-08' }),
      ];
      await store.commit(rows.map(insertObjection));
      const [decided, first, forHr, other] = rows.map(({ id }) => id);
      expect(ids(await store.all(objectionsAbout({ subjectId: 's1' })))).toEqual([decided, first]);
      expect(ids(await store.all(objectionsOf({ personId: person })))).toEqual([forHr, first, decided]);
      expect(ids(await store.all(openObjectionsOf({ personId: person }))).sort()).toEqual(
        [first, forHr].sort(),
      );
      expect(ids(await store.all(openObjections({})))).toEqual([forHr, first, other]);
      expect(ids(await store.all(objectionsToDecide('dewi')))).toEqual([first, other]);
      expect(ids(await store.all(objectionsToDecide(null)))).toEqual([forHr]);
      expect(ids(await store.all(openObjectionsOfMany([person, 'x'])))).toEqual([forHr, first]);
      expect(ids(await store.all(overdueObjections({ today: '2026-12-08' })))).toEqual([forHr, first]);
      await store.commit([updateObjection(first!, 1, { status: 'withdrawn' })]);
      await expect(store.commit([updateObjection(first!, 1, { status: 'accepted' })])).rejects.toThrow(
        Conflict,
      );
      expect(await store.all(objectionById({ id: first! }))).toMatchObject([
        { status: 'withdrawn', revision: 2 },
      ]);
      expect(await store.all(contestedEvaluation({ id: 'x' }))).toEqual([]);
      expect(await store.all(contestedFeedback({ id: 'x' }))).toEqual([]);
    });

    it('tell of a quiet work result once, however many processes look', async () => {
      const world = await createWorld('2026-11-30T08:00:00Z', place.store);
      const siti = await world.person('Siti', { unit: await world.unit('Umum') });
      await world.plan(siti.id, 2026, ['Laporan']);
      await world.store.commit([joinAgenda('radar', [siti.id], world.now)]);
      const other = place.again ? await place.again() : place.store;
      await Promise.all([runRadar(world.services), runRadar({ ...world.services, store: other })]);
      await runRadar(world.services);
      await world.settle();
      expect(siti.messages.map(({ text }) => text.includes('sudah 20 hari kerja'))).toEqual([true]);
    });
  });
}
