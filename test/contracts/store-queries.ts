import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factOf, insertPrompts, putFact } from '../../db/queries/calendar.ts';
import { deleteDraft, draftById, draftsOf, insertDraft, saveDraft } from '../../db/queries/drafts.ts';
import {
  attachEvidence,
  detachEvidence,
  entriesBetween,
  entryById,
  evidenceCounts,
  evidenceOf,
  firstReports,
  insertEntry,
  insertEvidence,
  insertRevision,
  lastDayBefore,
  revisionsOf,
  updateEntry,
} from '../../db/queries/entries.ts';
import { insertPerson, insertUnit, peopleNamed } from '../../db/queries/people.ts';
import { Conflict, first, type Store } from '../../db/store.ts';
import { addPerson, draftRow, entryRow, evidenceRow, fresh, NOW, personRow } from './rows.ts';
import type { Open, Place } from './store.ts';

/** The queries that hold the use cases together. */
export function queriesContract(open: Open, shared: boolean): void {
  describe('queries', () => {
    let place: Place;
    let store: Store;
    let other: Store;
    let person: string;
    beforeAll(async () => {
      place = await open();
      store = place.store;
      other = shared ? await place.again!() : store;
      person = await addPerson(store);
    });
    afterAll(() => place.close());

    const span = { from: '2026-11-01', to: '2026-11-30' };

    it('saves a draft only at the revision that was read', async () => {
      const row = draftRow(person);
      await store.commit([insertDraft(row)]);
      await store.commit([saveDraft({ ...row, answers: { what: 'A' } })]);
      const stale = saveDraft({ ...row, answers: { what: 'B' } });
      await expect(store.commit([stale])).rejects.toEqual(new Conflict('saveDraft'));
      const read = await first(store, draftById({ id: row.id, personId: person }));
      expect(read).toEqual({ ...row, answers: { what: 'A' }, revision: 2 });
    });

    it('ends a draft only at the revision that was read, and only once', async () => {
      const row = draftRow(person);
      await store.commit([insertDraft(row), saveDraft(row)]);
      await expect(store.commit([deleteDraft(row.id, 1)])).rejects.toEqual(new Conflict('deleteDraft'));
      const ends = [store, other, store, other].map((s) => s.commit([deleteDraft(row.id, 2)]));
      const results = await Promise.allSettled(ends);
      expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
      expect(await store.all(draftById({ id: row.id, personId: person }))).toEqual([]);
    });

    it('lets one of two answers that come at once through', async () => {
      const row = draftRow(person);
      await store.commit([insertDraft(row)]);
      const answers = [store, other].map((s, at) => s.commit([saveDraft({ ...row, answers: { at } })]));
      const results = await Promise.allSettled(answers);
      const winner = results.findIndex((r) => r.status === 'fulfilled');
      expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
      const read = await first(store, draftById({ id: row.id, personId: person }));
      expect(read).toMatchObject({ answers: { at: winner }, revision: 2 });
    });

    it('shows the newest drafts first, and nobody else’s', async () => {
      const [owner, stranger] = [await addPerson(store), await addPerson(store)];
      const rows = [2, 3, 1].map((ms) => draftRow(owner, { updatedAt: NOW + ms }));
      await store.commit([...rows, draftRow(stranger)].map(insertDraft));
      expect(await store.all(draftsOf({ personId: owner }))).toEqual([rows[1], rows[0], rows[2]]);
      expect(await store.all(draftById({ id: rows[0]!.id, personId: stranger }))).toEqual([]);
    });

    it('lets one of many processes that wake at the same slot claim it', async () => {
      const slot = () => ({
        ...{ id: fresh('prompt'), personId: person, localDate: '2026-11-23', slot: 'first', at: NOW },
        ...{ outcome: 'prompted' as const, reason: null, slotAt: NOW, settled: null, settledAt: null },
      });
      const marks = Array.from({ length: 8 }, () => fresh('fact'));
      const claims = marks.map((mark, at) =>
        (at % 2 === 0 ? store : other).commit([insertPrompts([slot()]), putFact(mark, 'prompted')]),
      );
      const results = await Promise.allSettled(claims);
      const lost = results.flatMap((r) => (r.status === 'rejected' ? [r.reason] : []));
      expect(lost).toEqual(Array.from({ length: 7 }, () => new Conflict('insertPrompts')));
      const done = await Promise.all(marks.map((key) => store.all(factOf({ key }))));
      expect(done.flat()).toHaveLength(1);
    });

    it('finds people by words of their names, in which “%” and “_” stand for themselves', async () => {
      const unitId = fresh('unit');
      const named = (name: string) => insertPerson(personRow({ unitId, name }));
      await store.commit([
        insertUnit({ id: unitId, name: unitId, parentId: null, zone: null }),
        ...['Ayu Qori Lestari', 'Qori Ayuningtyas', 'Qori_A 100%', "O'Qori \\ Ayu"].map(named),
      ]);
      const found = async (...words: string[]) =>
        (await store.all(peopleNamed(words, 9))).map(({ name }) => name).sort();
      expect(await found('qori', 'ayu')).toEqual([
        ...['Ayu Qori Lestari', "O'Qori \\ Ayu", 'Qori Ayuningtyas'],
      ]);
      expect(await found('qori_')).toEqual(['Qori_A 100%']);
      expect(await found('100%')).toEqual(['Qori_A 100%']);
      expect(await found('qori', '\\')).toEqual(["O'Qori \\ Ayu"]);
      expect(await store.all(peopleNamed(['qori'], 2))).toHaveLength(2);
    });

    it('orders entries by day, then submission, then id, without the withdrawn', async () => {
      const owner = await addPerson(store);
      const rows = [
        entryRow(owner, { localDate: '2026-11-30', submittedAt: 1 }),
        entryRow(owner, { localDate: '2026-11-01', submittedAt: 3 }),
        entryRow(owner, { localDate: '2026-11-01', submittedAt: 2, id: fresh('b') }),
        entryRow(owner, { localDate: '2026-11-01', submittedAt: 2, id: fresh('a') }),
        entryRow(owner, { localDate: '2026-11-02', status: 'withdrawn' }),
        entryRow(owner, { localDate: '2026-10-31' }),
        entryRow(owner, { localDate: '2026-12-01' }),
        entryRow(await addPerson(store), { localDate: '2026-11-02' }),
      ];
      await store.commit(rows.map(insertEntry));
      const read = await store.all(entriesBetween({ personId: owner, ...span }));
      expect(read).toEqual([rows[3], rows[2], rows[1], rows[0]]);
      const lastBefore = (date: string) => first(store, lastDayBefore({ personId: owner, before: date }));
      expect(await lastBefore('2026-11-30')).toEqual({ localDate: '2026-11-01' });
      expect(await lastBefore('2026-10-31')).toBeNull();
      const people = [owner, rows[7]!.personId];
      expect(await store.all(firstReports(people, '2026-11-02', '2026-11-02'))).toEqual([
        { personId: rows[7]!.personId, localDate: '2026-11-02', submittedAt: NOW },
      ]);
      expect(await store.all(firstReports([owner], '2026-11-01', '2026-11-01'))).toMatchObject([
        { submittedAt: 2 },
      ]);
    });

    it('changes an entry only at the revision that was read', async () => {
      const row = entryRow(person);
      await store.commit([insertEntry(row)]);
      const edits = [store, other].map((s, at) => s.commit([updateEntry(row.id, 1, { what: `${at}` })]));
      const results = await Promise.allSettled(edits);
      const winner = results.findIndex((r) => r.status === 'fulfilled');
      expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
      expect(await first(store, entryById({ id: row.id }))).toEqual({
        ...row,
        what: `${winner}`,
        revision: 2,
      });
    });

    it('writes each revision of an entry once', async () => {
      const row = entryRow(person);
      const revision = {
        id: fresh('revision'),
        entryId: row.id,
        revision: 1,
        action: 'created' as const,
        actorId: person,
        at: NOW,
        content: { ...row, what: '👍 "rapat"' },
        reason: null,
      };
      await store.commit([insertEntry(row), insertRevision(revision)]);
      const again = insertRevision({ ...revision, id: fresh('revision') });
      await expect(store.commit([again])).rejects.toEqual(new Conflict('insertRevision'));
      expect(await store.all(revisionsOf({ entryId: row.id }))).toEqual([{ revision, actorName: person }]);
    });

    it('counts the evidence of each entry with numbers, without what failed', async () => {
      const owner = await addPerson(store);
      const [one, two] = [entryRow(owner), entryRow(owner)];
      const pieces = ['stored', 'pending', 'failed'].map((status) =>
        evidenceRow(owner, { entryId: one.id, status: status as 'stored' }),
      );
      await store.commit([...[one, two].map(insertEntry), ...pieces.map(insertEvidence)]);
      const counts = await store.all(evidenceCounts({ personId: owner, ...span }));
      expect(counts).toEqual([{ entryId: one.id, count: 2 }]);
    });

    it('attaches only the owner’s evidence, and detaches all but what is kept', async () => {
      const [owner, stranger] = [await addPerson(store), await addPerson(store)];
      const entry = entryRow(owner);
      const rows = [evidenceRow(owner), evidenceRow(owner), evidenceRow(stranger)];
      const ids = rows.map((row) => row.id);
      await store.commit([
        insertEntry(entry),
        ...rows.map(insertEvidence),
        attachEvidence(ids, entry.id, owner),
      ]);
      const attached = async () => (await store.all(evidenceOf([entry.id]))).map((row) => row.id);
      expect(await attached()).toEqual(ids.slice(0, 2));
      await store.commit([detachEvidence(entry.id, [ids[1]!])]);
      expect(await attached()).toEqual([ids[1]]);
      await store.commit([detachEvidence(entry.id, [])]);
      expect(await attached()).toEqual([]);
    });
  });
}
