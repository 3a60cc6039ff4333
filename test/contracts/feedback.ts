import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  deleteFeedback,
  draftFeedback,
  type FeedbackRow,
  feedbackById,
  feedbackRepliesTo,
  feedbackReplyById,
  givenFeedback,
  insertFeedback,
  insertFeedbackReply,
  lastShared,
  privateNotes,
  receivedFeedback,
  sharedFeedbackAbout,
  updateFeedback,
} from '../../db/queries/feedback.ts';
import {
  entriesWithFeedback,
  evidenceOfRecent,
  lastRemarks,
  openObstaclesOfMany,
  recentEntriesOf,
  remarkedEntries,
  remarksAbout,
  supervisedSince,
} from '../../db/queries/feedback-facts.ts';
import {
  type FeedbackRequestRow,
  feedbackRequestById,
  insertFeedbackRequest,
  openRequestsBetween,
  requestsOf,
  requestsWaitingFor,
  updateFeedbackRequest,
} from '../../db/queries/feedback-requests.ts';
import { Conflict, first } from '../../db/store.ts';
import { createApp } from '../../src/app/app.ts';
import type { Inbound } from '../../src/core/inbound.ts';
import { createWorld, type TestPerson, type World } from '../support/world.ts';
import { fresh, NOW } from './rows.ts';
import type { Open, Place } from './store.ts';

/** What people are promised about feedback, whatever database is behind it and however many processes there are. */
export function feedbackContract(name: string, open: Open): void {
  describe(`feedback on ${name}`, () => {
    let place: Place;
    let world: World;
    let budi: TestPerson;
    let siti: TestPerson;
    beforeEach(async () => {
      place = await open();
      world = await createWorld('2026-11-23T02:00:00Z', place.store);
      const unit = await world.unit('Bidang A');
      budi = await world.person('Budi', { unit, platform: 'slack' });
      siti = await world.person('Siti', { unit, supervisor: budi.id });
      await world.plan(siti.id, 2026, ['Tersusunnya laporan']);
    });
    afterEach(async () => {
      await world.close();
      await place.close();
    });

    const row = (change: Partial<FeedbackRow> = {}): FeedbackRow => ({
      ...{ id: fresh('feedback'), authorId: 'budi', employeeId: 'siti', kind: 'praise' },
      ...{ visibility: 'employee', relation: 'supervisor', status: 'shared', body: 'Bagus 👍 "rapi"' },
      ...{ behaviours: ['akuntabel', 'adaptif'], workResultId: null, entryId: null, requestId: null },
      ...{ dialogueId: null, localDate: '2026-11-23', revision: 1, createdAt: NOW, sharedAt: NOW },
      readAt: null,
      ...change,
    });

    it('keeps what was written, and gives others only what was shared', async () => {
      const shared = row();
      const hidden = [
        row({ status: 'draft', sharedAt: null }),
        row({ status: 'withdrawn' }),
        row({ kind: 'note', visibility: 'author', status: 'draft', sharedAt: null }),
        // Rows that no use case writes; the queries do not trust that.
        row({ kind: 'note', status: 'shared' }),
        row({ visibility: 'author' }),
      ];
      await world.store.commit([shared, ...hidden].map(insertFeedback));
      expect(await first(world.store, feedbackById({ id: shared.id }))).toEqual(shared);
      const about = (from: string, to: string) => sharedFeedbackAbout(world.store, 'siti', from, to);
      expect(await about('2026-11-23', '2026-11-23')).toEqual([shared]);
      expect(await about('2026-11-24', '2026-12-31')).toEqual([]);
      expect(await world.store.all(receivedFeedback({ employeeId: 'siti' }))).toEqual([shared]);
      expect(await world.store.all(givenFeedback({ authorId: 'budi' }))).toEqual([shared]);
      expect(await world.store.all(lastShared('budi', ['siti', 'x'], NOW))).toEqual([
        { employeeId: 'siti', at: NOW },
      ]);
      expect(await world.store.all(lastShared('budi', ['siti'], NOW + 1))).toEqual([]);
      expect(await world.store.all(draftFeedback({ authorId: 'budi' }))).toEqual([hidden[0]]);
      expect(await world.store.all(privateNotes({ authorId: 'budi' }))).toEqual([hidden[2]]);
      expect(await world.store.all(privateNotes({ authorId: 'siti' }))).toEqual([]);
    });

    it('changes and deletes at the revision that was read only, and never deletes what was shared', async () => {
      const draft = row({ status: 'draft', sharedAt: null });
      await world.store.commit([insertFeedback(draft)]);
      await world.store.commit([updateFeedback(draft.id, 1, { body: 'Lain' })]);
      for (const stale of [updateFeedback(draft.id, 1, {}), deleteFeedback(draft.id, 1)])
        await expect(world.store.commit([stale])).rejects.toBeInstanceOf(Conflict);
      await world.store.commit([updateFeedback(draft.id, 2, { status: 'shared', sharedAt: NOW })]);
      await expect(world.store.commit([deleteFeedback(draft.id, 3)])).rejects.toBeInstanceOf(Conflict);
      const reply = { id: fresh('reply'), feedbackId: draft.id, authorId: 'siti', body: 'Siap', at: NOW };
      await world.store.commit([insertFeedbackReply(reply)]);
      expect(await world.store.all(feedbackRepliesTo({ feedbackId: draft.id }))).toEqual([reply]);
      expect(await first(world.store, feedbackReplyById({ id: reply.id }))).toEqual(reply);
    });

    it('settles a request once', async () => {
      const request: FeedbackRequestRow = {
        ...{ id: fresh('request'), employeeId: 'siti', askedId: 'budi', about: 'Rapat', workResultId: null },
        ...{ status: 'open', feedbackId: null, revision: 1, createdAt: NOW, settledAt: null },
      };
      await world.store.commit([insertFeedbackRequest(request)]);
      expect(await world.store.all(requestsWaitingFor({ askedId: 'budi' }))).toEqual([request]);
      const pair = { employeeId: 'siti', askedId: 'budi' };
      expect(await world.store.all(openRequestsBetween(pair))).toEqual([request]);
      await world.store.commit([
        updateFeedbackRequest(request.id, 1, { status: 'declined', settledAt: NOW }),
      ]);
      const late = updateFeedbackRequest(request.id, 2, { status: 'answered' });
      await expect(world.store.commit([late])).rejects.toBeInstanceOf(Conflict);
      expect(await world.store.all(openRequestsBetween(pair))).toEqual([]);
      expect(await world.store.all(requestsOf({ employeeId: 'siti' }))).toMatchObject([
        { status: 'declined' },
      ]);
      expect(await first(world.store, feedbackRequestById({ id: request.id }))).toMatchObject({
        revision: 2,
      });
    });

    it('knows what the gauge and the activities that stand out are made of', async () => {
      await siti.say('08.00-10.00 Survei 2 desa kendala: hujan https://drive.go.id/a');
      await siti.press('Tanpa RHK');
      await siti.press('Simpan');
      await budi.say('Bagus', budi.last().id);
      const [entry] = await world.store.all(recentEntriesOf([siti.id], '2026-11-17'));
      expect(entry?.what).toContain('Survei');
      const { id } = entry!;
      expect(await world.store.all(evidenceOfRecent([siti.id], '2026-11-17'))).toEqual([
        { entryId: id, count: 1 },
      ]);
      expect(await world.store.all(openObstaclesOfMany([siti.id]))).toMatchObject([{ entryId: id }]);
      expect(await world.store.all(remarkedEntries(budi.id, [siti.id], '2026-11-17'))).toEqual([
        { entryId: id },
      ]);
      expect(await world.store.all(lastRemarks(budi.id, [siti.id], '2026-11-17', 0))).toEqual([
        { employeeId: siti.id, at: world.now },
      ]);
      expect(await world.store.all(lastRemarks(siti.id, [siti.id], '2026-11-17', 0))).toEqual([]);
      const span = { employeeId: siti.id, from: '2026-11-23', to: '2026-11-23' };
      expect(await world.store.all(remarksAbout(span))).toMatchObject([{ body: 'Bagus' }]);
      await world.store.commit([insertFeedback(row({ authorId: budi.id, entryId: id }))]);
      expect(await world.store.all(entriesWithFeedback(budi.id, [id]))).toEqual([{ entryId: id }]);
      expect(await world.store.all(supervisedSince(budi.id, [siti.id]))).toEqual([]);
    });

    it('is shared once when two processes take the same press, and answered both ways', async () => {
      await budi.say('/umpanbalik Siti');
      const answers = { kind: [{ choice: 'improve' }], text: [{ text: 'Notulen terlambat' }] };
      await budi.send({ kind: 'form', token: budi.form!.token, answers });
      const press = budi
        .last()
        .message.buttons.flat()
        .find(({ label }) => label === 'Bagikan')!;
      const inbound = (key: string): Inbound => ({
        key,
        from: {
          ...{ platform: 'slack', id: `x${budi.id.slice(-6)}`, address: `x${budi.id.slice(-6)}` },
          ...{ name: 'Budi', language: 'id', email: async () => null, forms: true },
        },
        event: { kind: 'choice', action: press.action, messageId: budi.last().id },
      });
      const others = [place.store, place.again ? await place.again() : place.store];
      await Promise.all(
        others.map((store, index) =>
          createApp({ ...world.services, store, newId: randomUUID }, () => {}).handle(
            inbound(`slack:${index}`),
          ),
        ),
      );
      world.advance(5_000);
      await world.settle();
      expect(siti.messages.map((m) => m.text.split('\n')[0])).toEqual(['# Umpan balik dari Budi']);
      await siti.say('Siap, Pak', siti.last().id);
      expect(budi.last().text).toContain('> Siap, Pak');
      expect(await world.store.all(givenFeedback({ authorId: budi.id }))).toMatchObject([
        { status: 'shared', readAt: world.now, revision: 2 },
      ]);
    });

    it('asks, reminds and answers', async () => {
      await siti.say('minta umpan balik');
      await siti.press('RHK 1. Tersusunnya laporan');
      world.now = Date.parse('2026-11-26T01:00:00Z');
      await world.settle();
      expect(budi.messages.map((m) => m.text.split('\n')[0])).toEqual([
        '# Siti meminta umpan balik',
        '# Siti masih menunggu umpan balik',
      ]);
      await budi.press('Beri umpan balik');
      const answers = { kind: [{ choice: 'praise' }], text: [{ text: 'Rapi' }] };
      await budi.send({ kind: 'form', token: budi.form!.token, answers });
      await budi.press('Bagikan');
      expect(siti.last().text).toContain('Menjawab permintaan: RHK 1. Tersusunnya laporan');
      expect(await world.store.all(requestsOf({ employeeId: siti.id }))).toMatchObject([
        { status: 'answered' },
      ]);
    });
  });
}
