import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertAudit } from '../../db/queries/calendar.ts';
import { auditOf, lockedEvaluationsOf, periodLocksOf } from '../../db/queries/plan-support.ts';
import {
  insertPlanVersion,
  plansWaitingFor,
  planVersionById,
  planVersionsOf,
  planVersionsOfMany,
  updatePlanVersion,
} from '../../db/queries/plan-versions.ts';
import { Conflict, first, type Store, statement } from '../../db/store.ts';
import type { Tables } from '../../db/tables.ts';
import { emptyPlan } from '../../src/core/plan/content.ts';
import { addPerson, fresh, NOW, planVersionRow } from './rows.ts';
import type { Open, Place } from './store.ts';

/** The queries that versions of plans rest on. */
export function plansContract(open: Open, shared: boolean): void {
  describe('plans', () => {
    let place: Place;
    let store: Store;
    let other: Store;
    beforeAll(async () => {
      place = await open();
      store = place.store;
      other = shared ? await place.again!() : store;
    });
    afterAll(() => place.close());

    it('reads a version as it was written, and the newest first', async () => {
      const personId = await addPerson(store);
      const rows = [
        planVersionRow(personId, { toDate: '2026-04-30', decidedAt: NOW, decidedBy: 'x', remark: '“ya”' }),
        planVersionRow(personId, {
          number: 2,
          fromDate: '2026-05-01',
          content: { ...emptyPlan, approach: 'qualitative' },
        }),
        planVersionRow(personId, { year: 2027, planId: fresh('plan') }),
      ];
      await store.commit(rows.map(insertPlanVersion));
      expect(await store.all(planVersionsOf({ personId, year: 2026 }))).toEqual([rows[1], rows[0]]);
      expect(await first(store, planVersionById({ id: rows[2]!.id }))).toEqual(rows[2]);
      const someone = await addPerson(store);
      expect(await store.all(planVersionsOfMany([personId, someone], 2026))).toEqual([rows[0], rows[1]]);
    });

    it('lets one of two that number a version at once through', async () => {
      const personId = await addPerson(store);
      const commits = [store, other].map((s) => s.commit([insertPlanVersion(planVersionRow(personId))]));
      const results = await Promise.allSettled(commits);
      expect(results.filter((r) => r.status === 'rejected').map((r) => r.reason)).toEqual([
        new Conflict('insertPlanVersion'),
      ]);
      expect(await store.all(planVersionsOf({ personId, year: 2026 }))).toHaveLength(1);
    });

    it('changes a version only at the revision that was read', async () => {
      const personId = await addPerson(store);
      const row = planVersionRow(personId, { status: 'proposed' });
      await store.commit([insertPlanVersion(row)]);
      const decisions = (['agreed', 'returned'] as const).map((status, at) =>
        [store, other][at]!.commit([updatePlanVersion(row.id, 1, { status })]),
      );
      const results = await Promise.allSettled(decisions);
      expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
      const read = (await first(store, planVersionById({ id: row.id })))!;
      expect(read.revision).toBe(2);
      expect(read.status).toBe(results[0]!.status === 'fulfilled' ? 'agreed' : 'returned');
    });

    it('lists what waits for a supervisor, the longest waiting first', async () => {
      const people = await Promise.all([addPerson(store), addPerson(store), addPerson(store)]);
      const supervisorId = fresh('supervisor');
      const rows = people.map((personId, at) =>
        planVersionRow(personId, { status: 'proposed', supervisorId, proposedAt: NOW - at }),
      );
      const settled = planVersionRow(people[0]!, { number: 2, supervisorId });
      await store.commit([...rows, settled].map(insertPlanVersion));
      expect(await store.all(plansWaitingFor({ supervisorId }))).toEqual(rows.reverse());
    });

    it('lets one of two steps with the same number through, and reads the newest first', async () => {
      const subject = fresh('plan');
      const line = (number: number) => ({
        ...{ id: `${subject}|${number}`, at: NOW + number, actorId: null, action: 'plan.asked', subject },
        detail: { body: 'Mengapa?' },
      });
      await store.commit([insertAudit(line(1))]);
      const commits = [store, other].map((s) => s.commit([insertAudit(line(2))]));
      const results = await Promise.allSettled(commits);
      expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
      expect(await store.all(auditOf({ subject }))).toEqual([line(2), line(1)]);
    });

    it('knows what is locked', async () => {
      const personId = await addPerson(store);
      const row = (change: Partial<Evaluation>): Evaluation => ({
        ...{
          id: fresh('evaluation'),
          personId,
          period: fresh('p'),
          fromDate: '2026-01-01',
          toDate: '2026-03-31',
        },
        ...{ unitId: 'u', evaluatorId: 'e', planVersionId: null, status: 'rated', resultRating: null },
        ...{
          behaviourRating: null,
          revision: 1,
          openedAt: NOW,
          submittedAt: null,
          ratedAt: null,
          ratedBy: null,
        },
        content: {
          ...{ results: [], expectations: {}, realisations: [], remark: null },
          ...{ resultFeedback: {}, behaviourFeedback: {} },
        },
        lockedAt: null,
        ...change,
      });
      const locked = { status: 'locked' as const, lockedAt: NOW };
      const rows = [
        row({}),
        row({ ...locked, toDate: '2026-06-30' }),
        row({ ...locked, toDate: '2026-09-30' }),
      ];
      await store.commit(rows.map(insertEvaluation));
      expect(await store.all(lockedEvaluationsOf({ personId }))).toEqual([
        { toDate: '2026-09-30' },
        { toDate: '2026-06-30' },
      ]);
      const lock = (period: string, at: number) => ({
        ...{ id: fresh('lock'), unitId: null, period, locked: true, reason: null, actorId: 'hr', at },
      });
      const locks = [lock('2031-Q1', 1), lock('2031-02', 2), lock('2032', 3)];
      await store.commit(locks.map(insertLock));
      expect(await store.all(periodLocksOf(2031))).toEqual([locks[1], locks[0]]);
    });
  });
}

type Evaluation = Tables['evaluations']['$inferSelect'];

const insertEvaluation = (row: Evaluation) =>
  statement('insertEvaluation', (db, t) =>
    db.insert(t.evaluations).values(row).returning({ id: t.evaluations.id }),
  );

const insertLock = (row: Tables['periodLocks']['$inferSelect']) =>
  statement('insertLock', (db, t) =>
    db.insert(t.periodLocks).values(row).returning({ id: t.periodLocks.id }),
  );
