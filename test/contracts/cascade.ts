import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownersOfResults, peopleOfUnits } from '../../db/queries/cascade.ts';
import { type GoalRow, goalsOf, insertGoal, updateGoal } from '../../db/queries/goals.ts';
import { updatePerson } from '../../db/queries/people.ts';
import { planVersionsOf } from '../../db/queries/plan-versions.ts';
import { workResultsOfMany } from '../../db/queries/plans.ts';
import {
  insertRoleCell,
  type RoleCellRow,
  roleCellById,
  roleCellsAround,
  roleCellsOfLeader,
  roleCellsOfPerson,
  updateRoleCell,
} from '../../db/queries/role-cells.ts';
import { Conflict, first } from '../../db/store.ts';
import { encodeAction } from '../../src/core/action.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';
import { NOW } from './rows.ts';
import type { Open, Place } from './store.ts';

/** What leaders and their teams are promised about the cascade, whatever database is behind it. */
export function cascadeContract(name: string, open: Open): void {
  describe(`the cascade on ${name}`, () => {
    let place: Place;
    let world: World;
    let units: string[];
    let budi: TestPerson;
    let siti: TestPerson;
    beforeEach(async () => {
      place = await open();
      world = await createWorld('2026-11-23T08:00:00Z', place.store);
      units = [await world.unit('Dinas')];
      units.push(await world.unit('Seksi', { parentId: units[0]! }));
      budi = await world.person('Budi', { unit: units[0]! });
      siti = await world.person('Siti', { unit: units[1]!, supervisor: budi.id });
    });
    afterEach(async () => {
      await world.close();
      await place.close();
    });

    const goalRow = (change: Partial<GoalRow> = {}): GoalRow => ({
      ...{ id: world.services.newId(), unitId: units[0]!, year: 2026, kind: 'agreement', number: 1 },
      ...{ title: 'Sasaran “1”', parentId: null, current: true },
      indicators: [{ title: 'IKU', target: '80–90%', unit: null }],
      ...change,
    });
    const cellRow = (change: Partial<RoleCellRow> = {}): RoleCellRow => ({
      ...{ id: world.services.newId(), leaderId: budi.id, personId: siti.id, year: 2026, workResultId: 'r1' },
      ...{ contribution: 'Peran', method: 'direct', divided: 'region', status: 'draft', revision: 1 },
      ...{ createdAt: NOW, updatedAt: NOW },
      ...change,
    });

    it('keeps goals of units and years apart, with their indicators', async () => {
      const [two, one, strategy] = [
        goalRow({ number: 2 }),
        goalRow(),
        goalRow({ kind: 'strategy', current: false }),
      ];
      const others = [goalRow({ year: 2025 }), goalRow({ unitId: units[1]! })];
      await world.store.commit([two, one, strategy, ...others].map(insertGoal));
      expect(await world.store.all(goalsOf([units[0]!], 2026))).toEqual([one, two, strategy]);
      expect(await world.store.all(goalsOf(units, 2026))).toHaveLength(4);
      await world.store.commit([updateGoal(two.id, { parentId: strategy.id, current: false })]);
      expect((await world.store.all(goalsOf([units[0]!], 2026)))[1]).toMatchObject({
        parentId: strategy.id,
        current: false,
      });
    });

    it('has one goal of a unit, year, kind and number', async () => {
      await world.store.commit([insertGoal(goalRow())]);
      await expect(world.store.commit([insertGoal(goalRow())])).rejects.toThrow();
      await expect(world.store.commit([updateGoal('nobody', { title: 'x' })])).rejects.toEqual(
        new Conflict('updateGoal'),
      );
    });

    it('shows a leader every cell but the withdrawn, and a person what is shared with them', async () => {
      const draft = cellRow();
      const shared = cellRow({ status: 'shared', createdAt: NOW - 1 });
      const taken = cellRow({ status: 'taken', createdAt: NOW - 2, divided: null, method: 'non_direct' });
      const hidden = [cellRow({ status: 'withdrawn' }), cellRow({ year: 2025, status: 'shared' })];
      await world.store.commit([draft, shared, taken, ...hidden].map(insertRoleCell));
      const year = 2026;
      expect(await world.store.all(roleCellsOfLeader({ leaderId: budi.id, year }))).toEqual([
        ...[taken, shared, draft],
      ]);
      expect(await world.store.all(roleCellsOfPerson({ personId: siti.id, year }))).toEqual([taken, shared]);
      for (const id of [budi.id, siti.id])
        expect(await world.store.all(roleCellsAround([id, 'x'], year))).toEqual([taken, shared, draft]);
    });

    it('lets one of two changes of a cell that come at once through', async () => {
      const cell = cellRow();
      await world.store.commit([insertRoleCell(cell)]);
      const changes = (['shared', 'withdrawn'] as const).map((status) =>
        world.store.commit([updateRoleCell(cell, { status })]),
      );
      const results = await Promise.allSettled(changes);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await first(world.store, roleCellById({ id: cell.id }))).toMatchObject({ revision: 2 });
    });

    it('finds the results of many, whose they are, and who is in some units', async () => {
      await world.plan(budi.id, 2026, ['Satu', 'Dua']);
      await world.plan(siti.id, 2026, ['Tiga']);
      await world.plan(siti.id, 2025, ['Lama']);
      const rows = await world.store.all(workResultsOfMany([budi.id, siti.id], 2026));
      expect(rows.map(({ title }) => title).toSorted()).toEqual(['Dua', 'Satu', 'Tiga']);
      const owners = await world.store.all(ownersOfResults(rows.map(({ id }) => id)));
      expect(owners.map(({ personId }) => personId).toSorted()).toEqual([budi.id, siti.id].toSorted());
      const names = async () => (await world.store.all(peopleOfUnits(units))).map((one) => one.name);
      expect(await names()).toEqual(['Budi', 'Siti']);
      await world.store.commit([updatePerson(siti.id, { active: false })]);
      expect(await names()).toEqual(['Budi']);
    });

    it('makes one draft of a plan where two contributions become results at once', async () => {
      await world.plan(budi.id, 2026, ['Satu']);
      const [result] = await world.store.all(workResultsOfMany([budi.id], 2026));
      const cells = ['A', 'B'].map((contribution) =>
        cellRow({ contribution, workResultId: result!.id, status: 'shared' }),
      );
      await world.store.commit(cells.map(insertRoleCell));
      await Promise.all(
        cells.map(({ id }) =>
          siti.send({
            kind: 'choice',
            action: encodeAction({ do: 'room', room: 'cascade', op: 'take', id, arg: '' }),
            messageId: null,
          }),
        ),
      );
      const versions = await world.store.all(planVersionsOf({ personId: siti.id, year: 2026 }));
      expect(versions.map(({ content }) => content.results.map(({ number }) => number))).toEqual([[1, 2]]);
    });

    it('shares once where two presses come at once, and tells each person once', async () => {
      await world.plan(budi.id, 2026, ['Satu']);
      await budi.say('/matriks');
      await budi.press('+ RHK 1');
      await budi.press('Siti');
      await budi.say('Tersusunnya laporan');
      await budi.press('Tidak langsung');
      const list = budi.last();
      await Promise.all([budi.press('Bagikan (1)', list), budi.press('Bagikan (1)', list)]);
      expect(siti.messages.map(({ text }) => text)).toEqual([
        expect.stringContaining('Budi membagikan peran hasil 2026'),
      ]);
    });
  });
}
