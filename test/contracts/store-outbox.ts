import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dueInLane, nextInLane, sortIntoLane } from '../../db/queries/lanes.ts';
import {
  CONVERSATION,
  dueOfPerson,
  insertNotice,
  insertReply,
  MERGED,
  type OutboxRow,
  outboxByKey,
  outboxCounts,
  outboxFailures,
  postponeOutbox,
  purgeOutbox,
  renewLease,
  reviveOutbox,
  sentSince,
  settleOutbox,
  wantNotice,
} from '../../db/queries/outbox.ts';
import { Conflict, first } from '../../db/store.ts';
import { fresh, NOW, outboxRow } from './rows.ts';
import type { Open, Place } from './store.ts';

/** The outbox: everything leaves once, at its time, and settles with a reason. */
export function outboxContract(open: Open): void {
  describe('outbox', () => {
    let place: Place;
    beforeAll(async () => {
      place = await open();
    });
    afterAll(() => place.close());

    const read = (key: string) => first(place.store, outboxByKey({ key }));
    const put = async (change: Partial<OutboxRow>) => {
      const row = outboxRow(change);
      await place.store.commit([insertNotice(row)]);
      return row;
    };
    const settled = { status: 'sent' as const, reason: null, now: NOW + 5 };

    it('keeps the first answer to an inbound message and calls the second a conflict', async () => {
      const row = await put({ payload: { messages: ['first'] } });
      const again = insertReply({ ...row, payload: { messages: ['second'] } });
      await expect(place.store.commit([again])).rejects.toEqual(new Conflict('inbound'));
      expect(await read(row.key)).toEqual(row);
    });

    it('leaves a notice as it is that is wanted once and wanted again', async () => {
      const row = await put({ kind: 'talk', personId: 'p', payload: { talkId: 'a' } });
      await place.store.commit([insertNotice({ ...row, payload: { talkId: 'b' }, dueAt: 0 })]);
      expect(await read(row.key)).toEqual(row);
    });

    it('wants a notice again: its version grows, it is pending and due anew with its new content', async () => {
      const row = await put({ kind: 'card', personId: 'p', attempts: 3, reason: 'busy' });
      await place.store.commit([settleOutbox({ key: row.key, version: 1, ...settled })]);
      const again = { ...row, payload: { date: '2026-11-24' }, dueAt: NOW + 9, createdAt: NOW + 9 };
      await place.store.commit([wantNotice(again)]);
      expect(await read(row.key)).toEqual({
        ...again,
        version: 2,
        attempts: 0,
        reason: null,
        createdAt: NOW,
      });
      await Promise.all(Array.from({ length: 10 }, () => place.store.commit([wantNotice(again)])));
      expect(await read(row.key)).toMatchObject({ version: 12, status: 'pending' });
    });

    it('leaves a notice pending that was settled at an older version', async () => {
      const row = await put({ kind: 'card' });
      await place.store.commit([wantNotice(row)]);
      await place.store.commit([settleOutbox({ key: row.key, version: 1, ...settled })]);
      expect(await read(row.key)).toMatchObject({ status: 'pending', version: 2, settledAt: null });
      await place.store.commit([
        settleOutbox({ key: row.key, version: 2, status: 'failed', reason: 'refused', now: NOW + 7 }),
      ]);
      expect(await read(row.key)).toMatchObject({ status: 'failed', reason: 'refused', settledAt: NOW + 7 });
    });

    it('puts off what is pending and nothing that is settled', async () => {
      const [waiting, gone] = [await put({}), await put({ status: 'sent' })];
      await place.store.commit(
        [waiting, gone].map(({ key }) => postponeOutbox(key, 2, NOW + 60_000, 'later')),
      );
      expect(await read(waiting.key)).toEqual({
        ...waiting,
        attempts: 2,
        dueAt: NOW + 60_000,
        reason: 'later',
      });
      expect(await read(gone.key)).toEqual(gone);
    });

    it('shows what is due in a lane, oldest first, and nothing that is not', async () => {
      const lane = { platform: 'slack', bulk: false } as const;
      const before = NOW - 1_000_000;
      const own = { platform: 'slack', kind: 'talk' } as const;
      const rows = await Promise.all([-30, -10, -20, 1].map((ms) => put({ ...own, dueAt: before + ms })));
      await put({ ...own, dueAt: 0, status: 'sent' });
      await put({ ...own, dueAt: 0, kind: 'announcement' });
      await put({ ...own, dueAt: 0, platform: 'playground' });
      await put({ ...own, dueAt: 0, platform: null });
      expect(await place.store.all(dueInLane(lane, { now: before }))).toEqual([rows[0], rows[2], rows[1]]);
      expect(await first(place.store, nextInLane(lane, {}))).toEqual({ dueAt: before - 30 });
    });

    it('keeps bulk and what has no platform yet in lanes of their own, and sorts them once', async () => {
      const late = NOW - 2_000_000;
      const bulk = await put({ kind: 'announcement', platform: 'playground', dueAt: late });
      const file = await put({ kind: 'fetch', platform: null, dueAt: late });
      const talk = await put({ kind: 'talk', platform: null, dueAt: late + 1 });
      const due = async (platform: 'playground' | null, bulk: boolean) =>
        (await place.store.all(dueInLane({ platform, bulk }, { now: late + 1 }))).map((row) => row.key);
      expect(await due('playground', true)).toEqual([bulk.key]);
      expect(await due(null, true)).toEqual([file.key]);
      expect(await due(null, false)).toContain(talk.key);
      await place.store.commit([sortIntoLane('playground', [talk.key]), sortIntoLane('slack', [talk.key])]);
      expect(await due(null, false)).not.toContain(talk.key);
      expect(await due('playground', false)).toContain(talk.key);
    });

    it('finds what a person got since an instant, and what is due for them', async () => {
      const personId = fresh('person');
      const sent = { personId, status: 'sent', settledAt: NOW } as const;
      await put({ ...sent, kind: 'talk' });
      await put({ ...sent, kind: 'talk', reason: `${MERGED}talk:1` });
      await put({ ...sent, kind: 'talk', reason: CONVERSATION });
      await put({ ...sent, kind: 'prompt' });
      await put({ ...sent, kind: 'prompt', settledAt: NOW - 1 });
      await put({ ...sent, kind: 'prompt', status: 'skipped' });
      await put({ ...sent, kind: 'prompt', personId: fresh('person') });
      const counts = await place.store.all(sentSince({ personId, since: NOW }));
      expect(counts.toSorted((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
        { kind: 'prompt', count: 1 },
        { kind: 'talk', count: 1 },
      ]);
      const second = await put({ personId, kind: 'talk', createdAt: NOW + 1 });
      const one = await put({ personId, kind: 'announcement' });
      await put({ personId, kind: 'talk', dueAt: NOW + 1 });
      expect(await place.store.all(dueOfPerson({ personId, now: NOW }))).toEqual([one, second]);
    });

    it('lets nobody else send an answer while its lease is renewed', async () => {
      const [leased, done] = [await put({}), await put({ status: 'sent' })];
      await place.store.commit([renewLease([leased.key, done.key], NOW + 9)]);
      expect(await read(leased.key)).toEqual({ ...leased, dueAt: NOW + 9 });
      expect(await read(done.key)).toEqual(done);
    });

    it('revives what waited for its recipient and is still of use, and nothing else', async () => {
      const personId = fresh('person');
      const waits = { personId, status: 'failed' as const, settledAt: NOW, attempts: 4 };
      const rows = {
        card: await put({ ...waits, kind: 'card', reason: 'unreachable' }),
        talk: await put({ ...waits, kind: 'talk', reason: 'not_linked' }),
        feedback: await put({ ...waits, kind: 'feedback', reason: 'not_linked' }),
        proposal: await put({ ...waits, kind: 'plan_proposed', reason: 'not_linked' }),
        task: await put({ ...waits, kind: 'evaluation_task', reason: 'unreachable' }),
        objection: await put({ ...waits, kind: 'objection', reason: 'unreachable' }),
        reminder: await put({ ...waits, kind: 'evaluation_due', reason: 'not_linked' }),
        refused: await put({ ...waits, kind: 'card', reason: 'refused' }),
        prompt: await put({ ...waits, kind: 'prompt', reason: 'unreachable' }),
        other: await put({ ...waits, kind: 'card', reason: 'unreachable', personId: fresh('person') }),
        sent: await put({ ...waits, kind: 'card', status: 'sent' }),
      };
      await place.store.commit([reviveOutbox(personId, NOW + 1)]);
      const now = await Promise.all(Object.values(rows).map((row) => read(row.key)));
      const revived = { status: 'pending', reason: null, attempts: 0, dueAt: NOW + 1, settledAt: null };
      expect(now).toEqual([
        { ...rows.card, ...revived },
        { ...rows.talk, ...revived },
        { ...rows.feedback, ...revived },
        { ...rows.proposal, ...revived },
        { ...rows.task, ...revived },
        { ...rows.objection, ...revived },
        rows.reminder,
        rows.refused,
        rows.prompt,
        rows.other,
        rows.sent,
      ]);
    });

    it('forgets what was settled long ago, and never what is pending or has failed', async () => {
      const old = NOW - 90 * 86_400_000;
      const rows = await Promise.all(
        (['sent', 'skipped', 'pending', 'failed'] as const).map((status) =>
          put({ status, createdAt: old, settledAt: old }),
        ),
      );
      const recent = await put({ status: 'sent', createdAt: old + 1 });
      await place.store.commit([purgeOutbox(old + 1)]);
      const left = await Promise.all([...rows, recent].map((row) => read(row.key)));
      expect(left).toEqual([null, null, rows[2], rows[3], recent]);
    });

    it('counts with numbers what waits and what has failed, and shows the newest failures', async () => {
      const kind = fresh('kind');
      const at = NOW + 1_000_000;
      await Promise.all([3, 1, 2].map((ms) => put({ kind, dueAt: ms })));
      const failed = [at, at + 2, at + 1].map((settledAt) =>
        put({ kind, status: 'failed', reason: `r${settledAt - at}`, settledAt }),
      );
      await Promise.all(failed);
      const counts = (await place.store.all(outboxCounts())).filter((row) => row.kind === kind);
      expect(counts).toEqual(
        expect.arrayContaining([
          { status: 'pending', kind, count: 3, oldest: 1 },
          { status: 'failed', kind, count: 3, oldest: NOW },
        ]),
      );
      const failures = await place.store.all(outboxFailures(2));
      expect(failures.map(({ reason, settledAt }) => [reason, settledAt])).toEqual([
        ['r2', at + 2],
        ['r1', at + 1],
      ]);
    });
  });
}
