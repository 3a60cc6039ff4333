import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { achievementsOf, insertAchievement, updateAchievement } from '../../db/queries/achievements.ts';
import { missingOnAgenda } from '../../db/queries/agenda.ts';
import {
  evaluatedByUnit,
  evaluationStates,
  evaluationsInUnits,
  ratingCounts,
  unevaluatedIn,
} from '../../db/queries/evaluation-boards.ts';
import {
  type EvaluationRow,
  evaluationsAmong,
  evaluationsOfPerson,
  evaluationsWaitingFor,
  insertEvaluation,
  moveEvaluations,
  openObjectionsTo,
  trailOf,
  unratedOf,
  updateEvaluation,
} from '../../db/queries/evaluations.ts';
import { Conflict, statement } from '../../db/store.ts';
import { completeEvaluations } from '../../src/scheduler/evaluations.ts';
import { type Agency, fill, foundAgency, rate, stored, submitted } from '../app/evaluation/agency.ts';
import type { Open, Place } from './store.ts';

/** What evaluations ask of a store, whatever database is behind it. */
export function evaluationsContract(name: string, open: Open): void {
  describe(`evaluations on ${name}`, () => {
    let place: Place;
    let agency: Agency;
    let rows: EvaluationRow[];
    beforeEach(async () => {
      place = await open();
      agency = await foundAgency('id', '2027-01-04T02:00:00Z', place.store);
      const { world, siti, tono, budi } = agency;
      await submitted(siti);
      await rate(budi, 'above', 'meets');
      await submitted(tono);
      rows = [(await stored(world, siti))!, (await stored(world, tono))!];
    });
    afterEach(async () => {
      await agency.world.close();
      await place.close();
    });
    const all = <Row>(s: Parameters<typeof place.store.all<Row>>[0]) => place.store.all(s);

    it('are found by person, period, rater and unit', async () => {
      const { siti, tono, budi, hana, unit, secretariat } = agency;
      const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id);
      expect(ids(await all(evaluationsOfPerson({ personId: siti.id })))).toEqual([rows[0]!.id]);
      expect(ids(await all(evaluationsWaitingFor({ evaluatorId: budi.id })))).toEqual([rows[1]!.id]);
      expect(ids(await all(unratedOf({ personId: tono.id, evaluatorId: budi.id })))).toEqual([rows[1]!.id]);
      expect(await all(unratedOf({ personId: siti.id, evaluatorId: budi.id }))).toEqual([]);
      expect(await all(evaluationsAmong([siti.id, tono.id, hana.id], ['2026-Q4']))).toHaveLength(2);
      expect(await all(evaluationsAmong([siti.id], ['2026']))).toEqual([]);
      const named = await all(evaluationsInUnits('2026-Q4', [unit], ['rated', 'locked']));
      expect(named.map((row) => row.name)).toEqual(['Siti Aminah']);
      expect(await all(evaluationsInUnits('2026-Q4', null, ['rated', 'submitted']))).toHaveLength(2);
      expect(await all(evaluationsInUnits('2026-Q4', [secretariat], ['rated', 'submitted']))).toEqual([]);
    });

    it('are counted by ratings, and by unit and state', async () => {
      const { unit, secretariat, siti } = agency;
      expect(await all(ratingCounts('2026-Q4', [unit, secretariat], []))).toEqual([
        { resultRating: 'above', behaviourRating: 'meets', count: 1 },
      ]);
      expect(await all(ratingCounts('2026-Q4', [unit], [siti.id]))).toEqual([]);
      const states = await all(evaluationStates('2026-Q4'));
      expect(states.map(({ status, count }) => [status, count]).sort()).toEqual([
        ['rated', 1],
        ['submitted', 1],
      ]);
      const people = await all(evaluatedByUnit('2026-12-31'));
      expect(people.find((row) => row.unitId === unit)?.count).toBe(3);
      expect(await all(evaluatedByUnit('2026-06-30'))).toEqual([]);
    });

    it('name who is not rated yet, whether or not they have begun', async () => {
      const { unit } = agency;
      const missing = await all(unevaluatedIn('2026-Q4', '2026-12-31', [unit], 10));
      expect(missing.map((row) => [row.name, row.status])).toEqual([
        ['Budi Santoso', null],
        ['Tono', 'submitted'],
      ]);
      expect(await all(unevaluatedIn('2026-Q4', '2026-12-31', null, 3))).toHaveLength(3);
    });

    it('change only from the revision that was read, and are one for each person and period', async () => {
      const [row] = rows as [EvaluationRow];
      const change = updateEvaluation(row.id, row.revision, { status: 'returned' });
      await place.store.commit([change]);
      await expect(place.store.commit([change])).rejects.toThrow(Conflict);
      const twin = { ...row, id: agency.world.services.newId() };
      await expect(place.store.commit([insertEvaluation(twin)])).rejects.toThrow(Conflict);
    });

    it('are moved together or not at all', async () => {
      const ids = rows.map(({ id }) => id);
      const lock = moveEvaluations(ids, 'rated', { status: 'locked', lockedAt: 1 });
      await expect(place.store.commit([lock])).rejects.toThrow(Conflict);
      expect((await stored(agency.world, agency.siti))?.status).toBe('rated');
      await place.store.commit([
        moveEvaluations(ids.slice(0, 1), 'rated', { status: 'locked', lockedAt: 1 }),
      ]);
      expect(await stored(agency.world, agency.siti)).toMatchObject({
        status: 'locked',
        revision: rows[0]!.revision + 1,
      });
    });

    it('keep what was said in their trail', async () => {
      const trail = await all(trailOf({ evaluationId: rows[0]!.id }));
      expect(trail.map(({ action }) => action)).toEqual(['opened', 'submitted', 'rated']);
      expect(trail.at(-1)?.content?.results).toHaveLength(2);
    });

    it('know the open objections to them', async () => {
      const [row] = rows as [EvaluationRow];
      const objection = {
        ...{ personId: row.personId, subjectKind: 'evaluation' as const, reason: 'x', handlerId: null },
        ...{ dueOn: '2027-01-20', answer: null, revision: 1, createdAt: 1, decidedAt: null, decidedBy: null },
      };
      await place.store.commit([
        statement('objections', (db, t) =>
          db
            .insert(t.objections)
            .values([
              { ...objection, id: 'o1', subjectId: row.id, status: 'open' },
              { ...objection, id: 'o2', subjectId: row.id, status: 'rejected' },
            ])
            .returning({ id: t.objections.id }),
        ),
      ]);
      expect(await all(openObjectionsTo([row.id]))).toEqual([
        { id: 'o1', subjectId: row.id, dueOn: '2027-01-20' },
      ]);
      expect(await agency.siti.say('/evaluasi 2026-Q4')).toContain(
        'Sedang dalam keberatan, diputus paling lambat Rabu, 20 Januari 2027.',
      );
      expect(agency.siti.last().buttons).not.toContain('Keberatan');
      expect(await agency.budi.say('/pola')).toContain('(Siti Aminah [dalam keberatan])');
    });

    it('go with achievements that are set once and changed from the revision that was read', async () => {
      const { head, unit } = agency;
      await head.say('/capaian Bidang Perencanaan 2026-Q4');
      await fill(head, { level: { choice: 'good' } });
      const [row] = await all(achievementsOf([unit], '2026-Q4'));
      expect(row).toMatchObject({ level: 'good', revision: 1 });
      await place.store.commit([updateAchievement(row!.id, 1, { level: 'poor' })]);
      await expect(place.store.commit([updateAchievement(row!.id, 1, { level: 'good' })])).rejects.toThrow(
        Conflict,
      );
      await expect(place.store.commit([insertAchievement({ ...row!, id: 'other' })])).rejects.toThrow(
        Conflict,
      );
    });

    it('are on the agenda of everybody, once', async () => {
      expect(await all(missingOnAgenda('evaluation'))).toHaveLength(5);
      await completeEvaluations(agency.world.services);
      expect(await all(missingOnAgenda('evaluation'))).toEqual([]);
    });
  });
}
