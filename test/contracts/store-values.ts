import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factOf, holidaysBetween, putFact, putHoliday } from '../../db/queries/calendar.ts';
import { draftById, insertDraft, saveDraft } from '../../db/queries/drafts.ts';
import { evidenceById, insertEvidence, updateEvidence } from '../../db/queries/entries.ts';
import { accountById, claimOf, putAccount, putClaim } from '../../db/queries/linking.ts';
import { accountsOf, allUnits, insertUnit } from '../../db/queries/people.ts';
import { first } from '../../db/store.ts';
import { addPerson, draftRow, evidenceRow, fresh, NOW } from './rows.ts';
import type { Open, Place } from './store.ts';

/** The same values in every run. */
const RUNS = { numRuns: 40, seed: 20261123 };

/** Text that somebody may type: emoji, quotes, other scripts; PostgreSQL knows no NUL in text. */
const text = fc.oneof(
  fc.constantFrom(
    '',
    `'; drop table people; --`,
    'O\'Brien "Bu Sri"',
    '👩🏽‍💼 rapat',
    'Ñandú\n\t',
    '$1 ? :x',
    'null',
  ),
  fc.string({ unit: 'binary' }).map((s) => s.replaceAll('\0', '')),
);
const json = fc.dictionary(
  fc.oneof(text, fc.constantFrom('what', 'rhk')),
  fc.jsonValue({ stringUnit: 'binary' }),
  { noNullPrototype: true },
);
const int = fc.oneof(fc.maxSafeInteger(), fc.constantFrom(2 ** 31, -(2 ** 31) - 1, NOW));

/** Values come back as they were given. */
export function valuesContract(open: Open): void {
  describe('values', () => {
    let place: Place;
    let person: string;
    beforeAll(async () => {
      place = await open();
      person = await addPerson(place.store);
    });
    afterAll(() => place.close());

    it('gives back what a prepared statement has stored: text, JSON, booleans, nothing, large numbers', async () => {
      const value = fc.record({
        form: text,
        subject: json,
        answers: json,
        editing: fc.option(text),
        listening: fc.boolean(),
        updatedAt: int,
      });
      await fc.assert(
        fc.asyncProperty(value, value, async (one, two) => {
          const row = draftRow(person, { ...one, subject: one.subject as Record<string, string> });
          await place.store.commit([insertDraft(row)]);
          const read = () => first(place.store, draftById({ id: row.id, personId: person }));
          expect(tidy(await read())).toEqual(tidy(row));
          const changed = { ...row, ...two, form: row.form, subject: two.subject as Record<string, string> };
          await place.store.commit([saveDraft(changed)]);
          expect(tidy(await read())).toEqual(tidy({ ...changed, revision: 2 }));
        }),
        RUNS,
      );
    });

    it('gives back what a statement that is built each time has stored', async () => {
      const value = fc.record({
        name: text,
        mime: fc.option(text),
        size: fc.option(int),
        sha256: fc.option(text),
        createdAt: int,
      });
      await fc.assert(
        fc.asyncProperty(value, value, async (one, two) => {
          const row = evidenceRow(person, one);
          await place.store.commit([insertEvidence(row)]);
          expect(await first(place.store, evidenceById({ id: row.id }))).toEqual(row);
          await place.store.commit([updateEvidence(row.id, two)]);
          expect(await first(place.store, evidenceById({ id: row.id }))).toEqual({ ...row, ...two });
        }),
        RUNS,
      );
    });

    it('takes JSON with half an emoji or a NUL, and loses no more than those', async () => {
      const answers = { what: `rapat ${'👍'.slice(0, 1)}!`, '\ud83d': '\\u0000', nul: 'a\0b', ok: '👍\\' };
      const row = draftRow(person, { answers });
      await place.store.commit([insertDraft(row)]);
      const read = await first(place.store, draftById({ id: row.id, personId: person }));
      expect(tidy(read?.answers)).toEqual(tidy(answers));
    });

    it('orders text by its bytes', async () => {
      const names = [
        'b',
        'B',
        'a b',
        'ab',
        'a-b',
        'é',
        'e',
        'z',
        '1',
        '10',
        '2',
        '~',
        '\uFFFD',
        '👍',
        'Ñ',
        '',
      ];
      await place.store.commit(
        names.map((name) => insertUnit({ id: fresh('unit'), name, parentId: null, zone: null })),
      );
      const read = (await place.store.all(allUnits())).map(({ name }) => name);
      expect(read).toEqual(read.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
      expect(read).toEqual(expect.arrayContaining(names));
    });

    it('puts the new values in the place of the old where a key exists', async () => {
      const holiday = { date: '2026-08-17', name: 'A', kind: 'national', source: null, provisional: true };
      const fact = fresh('fact');
      const claim = {
        account: fresh('account'),
        personId: null,
        invitationId: null,
        failures: 1,
        updatedAt: NOW,
      };
      await place.store.commit([putHoliday(holiday), putFact(fact, 'A'), putClaim(claim)]);
      const later = { ...holiday, name: 'B', source: 'SKB', provisional: false };
      const claimed = { ...claim, personId: person, failures: 0, updatedAt: NOW + 1 };
      await place.store.commit([putHoliday(later), putFact(fact, 'B'), putClaim(claimed)]);
      const span = { from: '2026-01-01', to: '2026-12-31' };
      expect(await place.store.all(holidaysBetween(span))).toEqual([later]);
      expect(await place.store.all(factOf({ key: fact }))).toEqual([{ key: fact, value: 'B' }]);
      expect(await place.store.all(claimOf({ account: claim.account }))).toEqual([claimed]);
    });

    it('moves an account that is linked again to its new person and keeps its id', async () => {
      const other = await addPerson(place.store);
      const account = {
        id: fresh('account'),
        personId: person,
        platform: 'telegram' as const,
        externalId: fresh('x'),
        address: '1',
        current: false,
        reachable: false,
        unreachableReason: 'blocked',
        linkedAt: NOW,
      };
      const again = { ...account, personId: other, current: true, reachable: true, unreachableReason: null };
      await place.store.commit([putAccount(account)]);
      await place.store.commit([putAccount({ ...again, id: fresh('account') })]);
      expect(await place.store.all(accountById({ id: account.id }))).toEqual([again]);
      expect(await place.store.all(accountsOf({ personId: other }))).toEqual([again]);
    });
  });
}

/** The value with U+FFFD for half characters and NULs, also in names of fields; what JSON has no word for is left out. */
function tidy(value: unknown): unknown {
  const clean = JSON.stringify(value).replace(/\\(?:\\|u0000|ud[89a-f]..)/g, (m) =>
    m === '\\\\' ? m : '\ufffd',
  );
  return JSON.parse(clean);
}
