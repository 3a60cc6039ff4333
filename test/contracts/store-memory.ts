import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRules, dropRules, insertRules } from '../../db/queries/calendar.ts';
import { allUnits, insertUnit, updateUnit } from '../../db/queries/people.ts';
import { Conflict, expecting, type Store, statement } from '../../db/store.ts';
import { loadRules } from '../../src/app/calendar-facts.ts';
import { fresh } from './rows.ts';
import type { Open, Place } from './store.ts';

/** Small tables that may be remembered: what is read of them is never old. */
export function memoryContract(open: Open, shared: boolean): void {
  describe('rules and units', () => {
    let place: Place;
    let store: Store;
    beforeAll(async () => {
      place = await open();
      store = place.store;
    });
    afterAll(() => place.close());

    const nameOf = async (id: string, of = store) =>
      (await of.all(allUnits())).find((unit) => unit.id === id)?.name;
    const budgetOf = async (of = store) => (await loadRules(of))('2026-11-23', 'none').messageBudget;
    const unit = (id: string, name: string) => insertUnit({ id, name, parentId: null, zone: null });
    const budget = (unitId: string | null, messageBudget: number) =>
      insertRules({ id: fresh('rules'), unitId, effectiveFrom: '2026-01-01', body: { messageBudget } });

    it('are read anew after each kind of write', async () => {
      const id = fresh('unit');
      expect(await nameOf(id)).toBeUndefined();
      await store.commit([unit(id, id)]);
      expect(await nameOf(id)).toBe(id);
      await store.commit([updateUnit(id, { name: `${id} B` })]);
      expect(await nameOf(id)).toBe(`${id} B`);
      await store.later([updateUnit(id, { name: `${id} C` })]);
      expect(await nameOf(id)).toBe(`${id} C`);
      await store.all(updateUnit(id, { name: `${id} D` }));
      expect(await nameOf(id)).toBe(`${id} D`);
      await store.commit([
        statement('any', (db, t) =>
          db.delete(t.units).where(eq(t.units.id, id)).returning({ id: t.units.id }),
        ),
      ]);
      expect(await nameOf(id)).toBeUndefined();
    });

    it('stay as they were where a unit of work is undone', async () => {
      const id = fresh('unit');
      await store.commit([unit(id, id)]);
      await nameOf(id);
      const failing = store.commit([
        updateUnit(id, { name: 'X' }),
        expecting(2, updateUnit(id, { name: 'Y' })),
      ]);
      await expect(failing).rejects.toThrow(Conflict);
      expect(await nameOf(id)).toBe(id);
    });

    it('decide from the next message on', async () => {
      expect(await budgetOf()).toBe(5);
      await store.commit([budget(null, 7)]);
      expect(await budgetOf()).toBe(7);
      await store.commit([dropRules(null, '2026-01-01')]);
      expect(await budgetOf()).toBe(5);
      const [above, below] = [fresh('unit'), fresh('unit')];
      await store.commit([unit(above, above), unit(below, below), budget(above, 9)]);
      const ofBelow = async () => (await loadRules(store))('2026-11-23', below).messageBudget;
      expect(await ofBelow()).toBe(5);
      await store.commit([updateUnit(below, { parentId: above })]);
      expect(await ofBelow()).toBe(9);
      expect(await store.all(allRules())).toHaveLength(1);
    });

    if (!shared) return;

    it('are read anew after another process has written', async () => {
      const other = await place.again!();
      const id = fresh('unit');
      await store.commit([unit(id, id), budget(null, 3)]);
      expect([await nameOf(id), await nameOf(id, other)]).toEqual([id, id]);
      expect([await budgetOf(), await budgetOf(other)]).toEqual([3, 3]);
      await other.commit([updateUnit(id, { name: `${id} B` }), dropRules(null, '2026-01-01')]);
      expect([await nameOf(id), await nameOf(id, other)]).toEqual([`${id} B`, `${id} B`]);
      expect([await budgetOf(), await budgetOf(other)]).toEqual([5, 5]);
      await store.commit([updateUnit(id, { name: `${id} C` })]);
      expect([await nameOf(id), await nameOf(id, other)]).toEqual([`${id} C`, `${id} C`]);
      await other.close();
    });
  });
}
