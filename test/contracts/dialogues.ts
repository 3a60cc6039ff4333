import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CommitmentRow,
  commitmentById,
  commitmentsOfDialogue,
  deleteCommitmentsOf,
  insertCommitments,
  openCommitmentsAbout,
  openCommitmentsOwned,
  openCommitmentsWith,
  updateCommitment,
} from '../../db/queries/commitments.ts';
import {
  answersId,
  answersOfDialogue,
  answersOfPerson,
  type DialogueRow,
  dialogueById,
  dialoguesBetween,
  insertAnswers,
  insertDialogue,
  lastConfirmedDialogueOf,
  openDialoguesOf,
  updateAnswers,
  updateDialogue,
  workResultOwner,
} from '../../db/queries/dialogues.ts';
import { workResultsOf } from '../../db/queries/plans.ts';
import { Conflict, first, type Store } from '../../db/store.ts';
import { createApp } from '../../src/app/app.ts';
import { encodeAction } from '../../src/core/action.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';
import { fresh, NOW } from './rows.ts';
import type { Open, Place } from './store.ts';

/** What a dialogue's two sides are promised, whatever database is behind it and however many processes there are. */
export function dialoguesContract(name: string, open: Open): void {
  describe(`dialogues on ${name}`, () => {
    let place: Place;
    let world: World;
    let store: Store;
    let siti: TestPerson;
    let budi: TestPerson;
    beforeEach(async () => {
      place = await open();
      store = place.store;
      world = await createWorld('2026-11-23T08:00:00Z', store);
      const unit = await world.unit('Bidang A');
      budi = await world.person('Budi', { unit, platform: 'slack' });
      siti = await world.person('Siti', { unit, supervisor: budi.id });
    });
    afterEach(async () => {
      await world.close();
      await place.close();
    });

    const dialogue = (change: Partial<DialogueRow> = {}): DialogueRow => ({
      ...{ id: randomUUID(), employeeId: siti.id, leaderId: budi.id, kind: 'feedback', status: 'proposed' },
      ...{ startsAt: NOW, proposedBy: budi.id, place: null, reason: '“alasan” 👍', workResultId: null },
      ...{ minutes: null, minutesRevision: 0, minutesBy: null, heldOn: null },
      ...{ employeeConfirmedAt: null, leaderConfirmedAt: null },
      ...{ revision: 1, createdAt: NOW, updatedAt: NOW },
      ...change,
    });
    const commitment = (change: Partial<CommitmentRow> = {}): CommitmentRow => ({
      ...{
        id: fresh('commitment'),
        employeeId: siti.id,
        leaderId: budi.id,
        dialogueId: null,
        ownerId: siti.id,
      },
      ...{ what: 'kirim draf', dueOn: '2026-12-01', status: 'open', note: null, revision: 1 },
      ...{ createdAt: NOW, closedAt: null, ...change },
    });

    it('finds dialogues by person on either side, by time, and the last confirmed one', async () => {
      const rows = [
        dialogue({ status: 'agreed', startsAt: NOW + 2 }),
        dialogue({ status: 'held', startsAt: NOW + 1, minutes: ['A', 'B'], minutesRevision: 1 }),
        dialogue({ status: 'declined' }),
        dialogue({ status: 'confirmed', heldOn: '2026-10-01', startsAt: NOW - 5 }),
        dialogue({ status: 'confirmed', heldOn: '2026-11-01', startsAt: NOW - 9 }),
      ];
      await store.commit(rows.map(insertDialogue));
      for (const personId of [siti.id, budi.id])
        expect(await store.all(openDialoguesOf({ personId }))).toEqual([rows[1], rows[0]]);
      expect(await store.all(lastConfirmedDialogueOf({ employeeId: siti.id }))).toEqual([rows[4]]);
      expect(await store.all(lastConfirmedDialogueOf({ employeeId: budi.id }))).toEqual([]);
      const between = (...ids: string[]) => store.all(dialoguesBetween(ids[0]!, ids.slice(1), NOW - 9, NOW));
      expect(await between(siti.id)).toEqual([rows[3], rows[4]]);
      expect(await between('nobody', siti.id)).toEqual([rows[3], rows[4]]);
      expect(await between('nobody')).toEqual([]);
    });

    it('changes a dialogue, answers and a commitment only at the revision that was read', async () => {
      const row = dialogue();
      const answers = {
        ...{ id: answersId(row.id, siti.id), dialogueId: row.id, personId: siti.id },
        ...{ answers: { proud_of: '"A"\n👍' }, shared: false, revision: 1, updatedAt: NOW },
      };
      const promised = commitment();
      await store.commit([insertDialogue(row), insertAnswers(answers), insertCommitments([promised])]);
      await store.commit([
        updateDialogue(row.id, 1, { status: 'agreed' }),
        updateAnswers(answers.id, 1, { shared: true }),
        updateCommitment(promised.id, 1, { status: 'done', closedAt: NOW }),
      ]);
      for (const [stale, label] of [
        [updateDialogue(row.id, 1, { status: 'declined' }), 'updateDialogue'],
        [updateAnswers(answers.id, 1, { shared: false }), 'updateAnswers'],
        [updateCommitment(promised.id, 1, { status: 'dropped' }), 'updateCommitment'],
      ] as const)
        await expect(store.commit([stale])).rejects.toEqual(new Conflict(label));
      expect(await first(store, dialogueById({ id: row.id }))).toEqual({
        ...{ ...row, status: 'agreed', revision: 2 },
      });
      const shared = { ...answers, shared: true, revision: 2 };
      expect(await store.all(answersOfDialogue(row))).toEqual([shared]);
      expect(await store.all(answersOfPerson(siti.id, [row.id, 'other']))).toEqual([shared]);
      expect(await store.all(answersOfPerson(budi.id, [row.id]))).toEqual([]);
    });

    it('counts commitments once their minutes are confirmed, by due date', async () => {
      const [waiting, done] = [dialogue({ status: 'held' }), dialogue({ status: 'confirmed' })];
      const rows = [
        commitment({ dialogueId: waiting.id }),
        commitment({ dialogueId: done.id, dueOn: '2026-12-09' }),
        commitment({ dueOn: '2026-12-02', ownerId: budi.id }),
        commitment({ dialogueId: done.id, status: 'dropped' }),
      ];
      await store.commit([...[waiting, done].map(insertDialogue), insertCommitments(rows)]);
      const [, own, theirs] = rows;
      const whole = [
        { commitment: theirs, kind: null },
        { commitment: own, kind: 'feedback' },
      ];
      expect(await store.all(openCommitmentsOwned({ personId: siti.id }))).toEqual([whole[1]]);
      expect(await store.all(openCommitmentsWith({ personId: budi.id }))).toEqual(whole);
      expect(await store.all(openCommitmentsAbout({ employeeId: siti.id }))).toEqual(whole);
      expect(await store.all(openCommitmentsAbout({ employeeId: budi.id }))).toEqual([]);
      expect(await first(store, commitmentById({ id: rows[0]!.id }))).toEqual({
        ...{ commitment: rows[0], kind: 'feedback', dialogueStatus: 'held' },
      });
      await store.commit([deleteCommitmentsOf(waiting)]);
      expect(await store.all(commitmentsOfDialogue(waiting))).toEqual([]);
      expect(await store.all(commitmentsOfDialogue(done))).toHaveLength(2);
    });

    it('knows whose a work result is', async () => {
      await world.plan(siti.id, 2026, ['Laporan']);
      const [result] = await store.all(workResultsOf({ personId: siti.id, year: 2026 }));
      expect(await first(store, workResultOwner({ id: result!.id }))).toEqual({
        ...{ personId: siti.id, number: 1, title: 'Laporan' },
      });
    });

    it('lets one of two steps through that two processes take at the same moment', async () => {
      const stores = [store, place.again ? await place.again() : store];
      let run = 0;
      const property = fc.asyncProperty(fc.scheduler(), async (s) => {
        run += 1;
        const row = dialogue({ startsAt: NOW + 3_600_000, proposedBy: budi.id });
        await store.commit([insertDialogue(row)]);
        const press = (at: number) => {
          const app = createApp(
            { ...world.services, store: interleaved(stores[at]!, s), newId: randomUUID, random: randomBytes },
            () => {},
          );
          const address = `x${siti.id.slice(-6)}`;
          return app.handle({
            key: `telegram:${run}-${at}`,
            from: {
              ...{ platform: 'telegram', id: address, address, name: 'Siti', language: 'id', forms: false },
              email: async () => null,
            },
            event: {
              ...{ kind: 'choice', messageId: null },
              action: encodeAction({ do: 'room', room: 'dialogue', op: 'agree', id: row.id, arg: '1' }),
            },
          });
        };
        const replies = await s.waitFor(Promise.all([press(0), press(1)]));
        expect(await first(store, dialogueById({ id: row.id }))).toMatchObject({
          ...{ status: 'agreed', revision: 2 },
        });
        // One agreed; the other one is told how it stands.
        expect(replies.map(({ toast }) => toast).filter((toast) => toast === null)).toHaveLength(1);
        expect(replies.every(({ edit }) => edit !== null)).toBe(true);
      });
      await fc.assert(property, { numRuns: 15, seed: 20261123, endOnFailure: true });
    });
  });
}

/** The same store, whose steps come in the order that a scheduler wants. */
function interleaved(store: Store, scheduler: fc.Scheduler): Store {
  return {
    ...store,
    all: (s) => scheduler.schedule(Promise.resolve(), s.label).then(() => store.all(s)),
    commit: (statements) =>
      scheduler.schedule(Promise.resolve(), 'commit').then(() => store.commit(statements)),
  };
}
