import { inspect } from 'node:util';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factOf, putFact } from '../../db/queries/calendar.ts';
import { insertDraft } from '../../db/queries/drafts.ts';
import { insertReply, outboxByKey } from '../../db/queries/outbox.ts';
import { insertPerson, insertUnit, personById } from '../../db/queries/people.ts';
import { Conflict, first, prepared, type Statement, StoreFailure, statement } from '../../db/store.ts';
import { addPerson, draftRow, fresh, outboxRow, personRow } from './rows.ts';
import type { Open, Place } from './store.ts';

/** A value that must never be seen in a message or a log. */
const SECRET = 'rahasia-199001012015011001';

const nonsense = (text: string) =>
  statement('nonsense', (db, t) => db.select({ x: sql`no_such_function(${text})` }).from(t.facts));
const halfGiven = prepared<{ key: string; rest?: string }>()('halfGiven', (db, t) =>
  db
    .select()
    .from(t.facts)
    .where(sql`${t.facts.key} = ${sql.placeholder('key')} and ${t.facts.value} = ${sql.placeholder('rest')}`),
);

/** What our own mistakes look like; trying again would not help. */
const MISTAKES: Record<string, () => Statement> = {
  'a missing parent': () => insertDraft(draftRow(SECRET, { answers: { what: SECRET } })),
  'a missing value': () => insertUnit({ id: SECRET, name: null as never, parentId: SECRET, zone: null }),
  'a function that does not exist': () => nonsense(SECRET),
  'a parameter that is not given': () => halfGiven({ key: SECRET }),
  'a value that cannot be stored': () =>
    insertReply(outboxRow({ payload: { secret: SECRET, amount: 10n ** 20n }, address: SECRET })),
  'a query that cannot be built': () =>
    statement('broken', () => {
      throw new TypeError('our own mistake');
    }),
};

/** Failures say what happened and whether it is worth another try, and never what was stored. */
export function failuresContract(open: Open): void {
  describe('failures', () => {
    let place: Place;
    beforeAll(async () => {
      place = await open();
    });
    afterAll(() => place.close());

    const failureOf = async (s: Statement) => {
      const [written, read] = await Promise.allSettled([place.store.commit([s]), place.store.all(s)]);
      return [written, read].map((r) => (r.status === 'rejected' ? r.reason : null));
    };

    it.each(Object.entries(MISTAKES))(
      'calls %s permanent, whether it writes or reads',
      async (_, mistake) => {
        const s = mistake();
        for (const failure of await failureOf(s)) {
          expect(failure).toBeInstanceOf(StoreFailure);
          expect(failure).toMatchObject({ transient: false, message: expect.stringContaining(s.label) });
        }
      },
    );

    it('repeats no value in any message, stack or field of a failure', async () => {
      const unit = { id: fresh('unit'), name: SECRET, parentId: null, zone: null };
      const person = personRow({ unitId: unit.id, nip: SECRET });
      await place.store.commit([insertUnit(unit), insertPerson(person), putFact(SECRET, SECRET)]);
      await place.store.commit([insertReply(outboxRow({ key: SECRET }))]);
      const asNumber = { ...personRow({ unitId: unit.id, name: SECRET }), updatedAt: SECRET as never };
      const failing: Statement[] = [
        ...Object.values(MISTAKES).map((mistake) => mistake()),
        insertUnit({ ...unit, id: fresh('unit') }),
        insertPerson({ ...person, id: fresh('person') }),
        insertReply(outboxRow({ key: SECRET })),
        insertPerson(asNumber),
        // What was stored as text is read as something else.
        statement('misread', (db, t) =>
          db
            .select({ value: sql`${t.facts.value}`.mapWith(t.outbox.payload) })
            .from(t.facts)
            .where(eq(t.facts.key, SECRET)),
        ),
      ];
      const failures = (await Promise.all(failing.map(failureOf))).flat().filter((f) => f !== null);
      expect(failures.length).toBeGreaterThan(failing.length);
      for (const failure of failures) {
        expect(failure instanceof Conflict || failure instanceof StoreFailure).toBe(true);
        expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain(SECRET);
        expect(JSON.stringify(failure) + failure.message + failure.stack).not.toContain(SECRET);
      }
    });

    it('works on after every failure', async () => {
      const key = fresh('fact');
      for (const mistake of Object.values(MISTAKES)) await failureOf(mistake());
      await place.store.commit([putFact(key, 'x')]);
      const id = await addPerson(place.store);
      expect(await first(place.store, factOf({ key }))).toEqual({ key, value: 'x' });
      expect(await first(place.store, personById({ id }))).toMatchObject({ id });
      expect(await first(place.store, outboxByKey({ key: 'nothing' }))).toBeNull();
    });

    it('refuses what comes after it was closed', async () => {
      const own = await open();
      await own.store.close();
      await expect(own.store.commit([putFact(fresh('fact'), 'x')])).rejects.toBeInstanceOf(StoreFailure);
      await expect(own.store.all(factOf({ key: 'x' }))).rejects.toBeInstanceOf(StoreFailure);
      await own.close();
    });
  });
}
