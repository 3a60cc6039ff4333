import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factOf, putFact } from '../../db/queries/calendar.ts';
import { insertReply, outboxByKey } from '../../db/queries/outbox.ts';
import { insertPerson, insertUnit } from '../../db/queries/people.ts';
import { Conflict, expecting, first, type Statement, statement } from '../../db/store.ts';
import { fresh, outboxRow, personRow } from './rows.ts';
import type { Open, Place } from './store.ts';

/** Units of work: together or not at all, and none harms another. */
export function unitsContract(open: Open, shared: boolean): void {
  describe('units of work', () => {
    let place: Place;
    beforeAll(async () => {
      place = await open();
    });
    afterAll(() => place.close());

    const value = async (key: string) => (await first(place.store, factOf({ key })))?.value ?? null;

    it('shows what was committed to the next read', async () => {
      const key = fresh('fact');
      await place.store.commit([putFact(key, 'a')]);
      expect(await value(key)).toBe('a');
      await place.store.commit([putFact(key, 'b')]);
      expect(await value(key)).toBe('b');
    });

    it('runs the statements of a unit in their order', async () => {
      const key = fresh('fact');
      await place.store.commit(['a', 'b', 'c'].map((text) => putFact(key, text)));
      expect(await value(key)).toBe('c');
    });

    it('takes a unit without statements', async () => {
      await expect(place.store.commit([])).resolves.toBeUndefined();
    });

    it('takes the first two statements back when the third conflicts', async () => {
      const [one, two, known] = [fresh('fact'), fresh('fact'), outboxRow()];
      await place.store.commit([insertReply(known)]);
      const unit = [putFact(one, 'x'), putFact(two, 'x'), insertReply(known)];
      await expect(place.store.commit(unit)).rejects.toBeInstanceOf(Conflict);
      expect([await value(one), await value(two)]).toEqual([null, null]);
    });

    it('names the statement that missed its row count', async () => {
      const missed = expecting(
        1,
        statement('nobodyHere', (db, t) =>
          db
            .update(t.facts)
            .set({ value: 'x' })
            .where(eq(t.facts.key, 'nobody'))
            .returning({ key: t.facts.key }),
        ),
      );
      await expect(place.store.commit([missed])).rejects.toMatchObject({
        name: 'Conflict',
        label: 'nobodyHere',
      });
    });

    it('calls too many rows a conflict as well, and changes none', async () => {
      const [one, two] = [fresh('fact'), fresh('fact')];
      await place.store.commit([putFact(one, 'x'), putFact(two, 'x')]);
      const both = expecting(
        1,
        statement('both', (db, t) =>
          db
            .update(t.facts)
            .set({ value: 'y' })
            .where(inArray(t.facts.key, [one, two]))
            .returning({ key: t.facts.key }),
        ),
      );
      await expect(place.store.commit([both])).rejects.toMatchObject({ label: 'both' });
      expect([await value(one), await value(two)]).toEqual(['x', 'x']);
    });

    it('calls a unique key that exists a conflict, be it primary or not', async () => {
      const unit = { id: fresh('unit'), name: fresh('unit'), parentId: null, zone: null };
      const person = personRow({ unitId: unit.id });
      await place.store.commit([insertUnit(unit), insertPerson(person)]);
      for (const again of [
        insertUnit({ ...unit, name: fresh('unit') }),
        insertUnit({ ...unit, id: fresh('unit') }),
      ])
        await expect(place.store.commit([again])).rejects.toMatchObject({
          name: 'Conflict',
          label: 'insertUnit',
        });
      const namesake = insertPerson(personRow({ unitId: unit.id, nip: person.nip }));
      await expect(place.store.commit([namesake])).rejects.toMatchObject({ label: 'insertPerson' });
    });

    it('lands a hundred commits that arrive at once', async () => {
      const keys = Array.from({ length: 100 }, () => fresh('fact'));
      await Promise.all(keys.map((key) => place.store.commit([putFact(key, key)])));
      expect(await Promise.all(keys.map(value))).toEqual(keys);
    });

    it('lets a bad unit among a hundred fail alone, whatever is wrong with it', async () => {
      const known = outboxRow();
      await place.store.commit([insertReply(known)]);
      const bad: Record<number, Statement> = {
        13: insertReply(known),
        31: insertPerson(personRow({ unitId: 'nowhere' })),
        57: statement('broken', () => {
          throw new TypeError('our own mistake');
        }),
        99: insertUnit({ id: fresh('unit'), name: null as unknown as string, parentId: null, zone: null }),
      };
      const keys = Array.from({ length: 100 }, () => fresh('fact'));
      const results = await Promise.allSettled(
        keys.map((key, at) => place.store.commit([putFact(key, key), ...(bad[at] ? [bad[at]] : [])])),
      );
      const failed = results.flatMap(({ status }, at) => (status === 'rejected' ? [at] : []));
      expect(failed).toEqual([13, 31, 57, 99]);
      const stored = await Promise.all(keys.map(value));
      expect(stored).toEqual(keys.map((key, at) => (bad[at] ? null : key)));
    });

    it('gives the same inbound message to one of many who handle it at once', async () => {
      const row = outboxRow();
      const marks = Array.from({ length: 10 }, () => fresh('fact'));
      const results = await Promise.allSettled(
        marks.map((key) => place.store.commit([insertReply(row), putFact(key, 'done')])),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const done = (await Promise.all(marks.map(value))).map((text) => text === 'done');
      expect(done).toEqual(results.map(({ status }) => status === 'fulfilled'));
      expect(await first(place.store, outboxByKey({ key: row.key }))).toEqual(row);
    });

    it('tries what nobody waits for as one unit, and is silent when it fails', async () => {
      const [good, bad] = [fresh('fact'), fresh('fact')];
      const known = outboxRow();
      await place.store.commit([insertReply(known)]);
      await Promise.all([
        place.store.later([putFact(good, 'later')]),
        place.store.later([putFact(bad, 'later'), insertReply(known)]),
      ]);
      expect([await value(good), await value(bad)]).toEqual(['later', null]);
    });

    if (!shared) return;

    it('keeps what nobody waits for, and what is under way, when it is closed', async () => {
      const store = await place.again!();
      const [later, now] = [fresh('fact'), fresh('fact')];
      store.later([putFact(later, 'x')]);
      const landed = store.commit([putFact(now, 'x')]);
      await store.close();
      await landed;
      expect([await value(later), await value(now)]).toEqual(['x', 'x']);
    });

    it('lands units of two processes that touch the same rows in opposite order', async () => {
      const other = await place.again!();
      const keys = Array.from({ length: 3 }, () => fresh('fact'));
      await place.store.commit(keys.map((key) => putFact(key, '')));
      const land = async (at: number) => {
        const order = at % 2 === 0 ? keys : keys.toReversed();
        const store = at % 4 < 2 ? place.store : other;
        for (;;) {
          try {
            return await store.commit(order.map((key) => putFact(key, String(at))));
          } catch (error) {
            // Whoever lost is told to decide again, as the use cases do.
            if (!(error instanceof Conflict)) throw error;
          }
        }
      };
      await Promise.all(Array.from({ length: 4 }, (_, at) => land(at)));
      expect(new Set(await Promise.all(keys.map(value))).size).toBe(1);
      await other.close();
    });
  });
}
