import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { achievementsOf } from '../../db/queries/achievements.ts';
import { actionPlanById } from '../../db/queries/action-plans.ts';
import { openCommitmentsWith } from '../../db/queries/commitments.ts';
import { evaluationsAmong, trailOf } from '../../db/queries/evaluations.ts';
import { privateNotes, receivedFeedback } from '../../db/queries/feedback.ts';
import { requestsWaitingFor } from '../../db/queries/feedback-requests.ts';
import { openObjections } from '../../db/queries/objections.ts';
import { pastEvaluationsOf } from '../../db/queries/past-evaluations.ts';
import { allPeople, allUnits, type PersonRow } from '../../db/queries/people.ts';
import { plansWaitingFor, planVersionsOfMany } from '../../db/queries/plan-versions.ts';
import { roleCellsOfLeader, roleCellsOfPerson } from '../../db/queries/role-cells.ts';
import { openSupervisions } from '../../db/queries/supervisions.ts';
import { first, type Store, statement } from '../../db/store.ts';
import { cascadeAround } from '../../src/app/cascade/facts.ts';
import { cast, type Player } from '../../src/app/demo/agency.ts';
import { seedDemo } from '../../src/app/demo/seed.ts';
import { finalResults } from '../../src/app/follow-up/results.ts';
import { planOn } from '../../src/app/plan/in-force.ts';
import { fits } from '../../src/core/actions/action-plan.ts';
import { checkPlan } from '../../src/core/plan/check.ts';
import { plansByPerspective } from '../../src/core/plan/leads.ts';
import { isActing, supervisorOn } from '../../src/core/staffing/supervision.ts';
import type { Open, Place } from './store.ts';

/** Monday, 23 November 2026, 09:00 in Jakarta. */
const NOW = Date.parse('2026-11-23T09:00:00+07:00');
const zone = 'Asia/Jakarta';
const TODAY = '2026-11-23';
const entriesOf = statement('entries', (db, t) => db.select().from(t.entries));
const dialoguesOf = statement('dialogues', (db, t) => db.select().from(t.dialogues));
const versionsOf = statement('versions', (db, t) => db.select().from(t.planVersions));
const noticesOf = statement('outbox', (db, t) => db.select().from(t.outbox));

/** What the sample agency promises about plans, dialogues and evaluations, whatever database is behind it. */
export function demoContract(name: string, open: Open): void {
  describe(`performance management in the demo on ${name}`, () => {
    let place: Place;
    let store: Store;
    let people: PersonRow[];
    const named = (who: Player) => people.find(({ nip }) => nip === cast[who])!;
    beforeAll(async () => {
      place = await open();
      store = place.store;
      expect(await seedDemo(store, { now: NOW, zone })).toMatchObject({ ok: true });
      people = await store.all(allPeople());
    });
    afterAll(() => place.close());

    it('has levels and leaders, and somebody who leads every unit', async () => {
      expect(people.every(({ level }) => level !== null)).toBe(true);
      const units = await store.all(allUnits());
      const leaders = units.map(({ leaderId }) => people.find(({ id }) => id === leaderId)?.name);
      expect(leaders).not.toContain(undefined);
    });

    it('has complete plans in force, and one each that is drafted, proposed and returned', async () => {
      const units = await store.all(allUnits());
      const without: string[] = [];
      for (const person of people) {
        const plan = await planOn(store, person.id, TODAY);
        if (!plan) without.push(person.nip);
        const leads = plansByPerspective(person, units);
        const facts = { leads, supervised: person.supervisorId !== null, year: 2026 };
        const findings = plan ? checkPlan(plan.content, facts) : [];
        expect(findings.filter(({ weight }) => weight === 'problem')).toEqual([]);
      }
      expect(without.toSorted()).toEqual([cast.hendra, cast.agustinus].toSorted());
      const versions = await store.all(
        planVersionsOfMany(
          people.map(({ id }) => id),
          2026,
        ),
      );
      const state = (who: Player) =>
        versions.filter(({ personId }) => personId === named(who).id).map(({ status }) => status);
      expect(state('agustinus')).toEqual(['draft']);
      expect(state('baso')).toEqual(['agreed', 'proposed']);
      expect(state('rizky')).toEqual(['agreed', 'returned']);
      const waiting = await store.all(plansWaitingFor({ supervisorId: named('wayan').id }));
      expect(waiting.map(({ personId }) => personId)).toEqual([named('baso').id]);
    });

    it('leads every result up to a goal of the strategic plan, with one gap among them', async () => {
      const { cascade } = await cascadeAround(store, people, TODAY);
      const ends = [...cascade.places.values()].map(({ node }) => cascade.chain(node.id).at(-1) ?? node);
      const tops = ends.map((node) => (node.kind === 'goal' ? node.goal.kind : node.result.additional));
      expect(new Set(tops)).toEqual(new Set(['strategy', true]));
      expect(cascade.orphans).toEqual([]);
      const gaps = cascade.gaps.map((node) =>
        node.kind === 'goal' ? node.goal.title : `${node.owner.id} ${node.result.number}`,
      );
      expect(gaps).toEqual([`${named('wayan').id} 3`]);
    });

    it('divides results in a role matrix: taken, shared, and still a draft', async () => {
      const cells = await store.all(roleCellsOfLeader({ leaderId: named('wayan').id, year: 2026 }));
      const states = cells.map(({ status }) => status).toSorted();
      expect(states).toEqual(['draft', 'shared', 'taken', 'taken', 'taken', 'taken']);
      const own = await store.all(roleCellsOfPerson({ personId: named('andi').id, year: 2026 }));
      expect(own.filter(({ status }) => status === 'shared')).toHaveLength(1);
    });

    it('links activities to action plans of their result and period', async () => {
      const linked = (await store.all(entriesOf)).filter(({ actionPlanId }) => actionPlanId !== null);
      expect(linked.length).toBeGreaterThan(10);
      for (const { actionPlanId, workResultId, localDate, personId } of linked) {
        const plan = await first(store, actionPlanById({ id: actionPlanId! }));
        expect(plan!.personId).toBe(personId);
        expect(fits(plan!, workResultId, localDate)).toBe(true);
      }
    });

    it('has feedback of both kinds, a note for its author only, and a request that waits', async () => {
      const received = async (who: Player) =>
        (await store.all(receivedFeedback({ employeeId: named(who).id }))).map(({ kind }) => kind);
      expect(await received('andi')).toEqual(['praise']);
      expect(await received('baso')).toEqual(['improve']);
      expect(await store.all(privateNotes({ authorId: named('wayan').id }))).toHaveLength(1);
      expect(await store.all(requestsWaitingFor({ askedId: named('wayan').id }))).toHaveLength(1);
    });

    it('has one dialogue with confirmed minutes and a commitment, and one for the next working day', async () => {
      const dialogues = await store.all(dialoguesOf);
      expect(dialogues.map(({ status }) => status).toSorted()).toEqual(['agreed', 'confirmed']);
      const ahead = dialogues.find(({ status }) => status === 'agreed')!;
      expect(new Date(ahead.startsAt).toISOString()).toBe('2026-11-24T01:30:00.000Z');
      const [commitment, ...more] = await store.all(openCommitmentsWith({ personId: named('andi').id }));
      expect(commitment?.commitment.dueOn).toBe('2026-11-27');
      expect(more).toEqual([]);
    });

    it('has the evaluations of the last period, some that wait for their rating, and one that is objected to', async () => {
      const evaluations = await store.all(
        evaluationsAmong(
          people.map(({ id }) => id),
          ['2026-Q3'],
        ),
      );
      const waiting = evaluations.filter(({ status }) => status !== 'rated');
      expect(evaluations).toHaveLength(11);
      expect(new Set(waiting.map(({ status }) => status))).toEqual(new Set(['submitted']));
      const waitFor = waiting.map(({ personId }) => personId);
      expect(waitFor.toSorted()).toEqual([named('andi').id, named('wayan').id].toSorted());
      for (const { id, revision, content, ratedAt } of evaluations) {
        const trail = await store.all(trailOf({ evaluationId: id }));
        expect(trail.map((step) => step.revision)).toEqual([1, 2, 3].slice(0, revision));
        expect(content.realisations.some(({ proposed }) => /\d/.test(proposed))).toBe(true);
        expect(ratedAt ?? 0).toBeLessThan(NOW);
      }
      const [objection, ...more] = await store.all(openObjections({}));
      expect(more).toEqual([]);
      const contested = evaluations.find(({ id }) => id === objection?.subjectId)!;
      expect([contested.personId, objection?.handlerId]).toEqual([named('baso').id, named('suryani').id]);
      expect(objection!.dueOn > TODAY).toBe(true);
      const units = await store.all(allUnits());
      const set = await store.all(
        achievementsOf(
          units.map(({ id }) => id),
          '2026-Q3',
        ),
      );
      expect(set).toHaveLength(4);
    });

    it('knows results of the past, and one change of supervisors that is to come', async () => {
      const past = await store.all(pastEvaluationsOf([named('dewi').id]));
      expect(past.map(({ period }) => period)).toEqual(['2021', '2021-H1', '2021-H2', '2024', '2025']);
      expect((await finalResults(store, ['2025'])).length).toBeGreaterThan(3);
      const spans = (await store.all(openSupervisions(10))).filter((span) => !isActing(span));
      const scheduled = spans.filter(({ status }) => status === 'scheduled');
      expect(scheduled.map(({ personId }) => personId)).toEqual([named('siti').id]);
      expect(supervisorOn(scheduled, scheduled[0]!.fromDate)?.supervisorId).toBe(named('ratna').id);
    });

    it('tells only what waits, and nothing twice', async () => {
      const notices = await store.all(noticesOf);
      const due = notices.filter(({ dueAt }) => dueAt <= NOW).map(({ kind }) => kind);
      expect([...new Set(due)].toSorted()).toEqual([
        ...['dialogue_kit', 'feedback_request', 'objection', 'plan_proposed'],
      ]);
    });
  });

  describe(`the demo in the first days of a year on ${name}`, () => {
    it('has plans of both years, and evaluations of the last quarter', async () => {
      const place = await open();
      const now = Date.parse('2027-01-02T01:00:00Z');
      await seedDemo(place.store, { now, zone });
      const versions = await place.store.all(versionsOf);
      expect([...new Set(versions.map(({ year }) => year))].toSorted()).toEqual([2026, 2027]);
      const people = await place.store.all(allPeople());
      const evaluations = await place.store.all(
        evaluationsAmong(
          people.map(({ id }) => id),
          ['2026-Q4'],
        ),
      );
      expect(evaluations).toHaveLength(11);
      for (const { openedAt, submittedAt, ratedAt } of evaluations) {
        expect(openedAt).toBeLessThan(submittedAt!);
        expect(submittedAt!).toBeLessThan(ratedAt ?? now);
      }
      await place.close();
    });
  });
}
