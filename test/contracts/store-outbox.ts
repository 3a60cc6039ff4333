import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  dueOutbox,
  insertNotice,
  insertReply,
  nextDue,
  type OutboxRow,
  outboxByKey,
  outboxCounts,
  outboxFailures,
  postponeOutbox,
  purgeOutbox,
  reviveOutbox,
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

    it('shows what is due, oldest first, and nothing that is not', async () => {
      const times = [-30, -10, -20, 1].map((ms) => NOW - 1_000_000 + ms);
      const rows = await Promise.all(times.map((dueAt) => put({ dueAt })));
      await put({ dueAt: 0, status: 'sent' });
      const due = await place.store.all(dueOutbox({ now: NOW - 1_000_000 }));
      expect(due).toEqual([rows[0], rows[2], rows[1]]);
      expect(await first(place.store, nextDue())).toEqual({ dueAt: times[0] });
    });

    it('revives the cards and remarks that waited for their recipient, and nothing else', async () => {
      const personId = fresh('person');
      const waits = { personId, status: 'failed' as const, settledAt: NOW, attempts: 4 };
      const rows = {
        card: await put({ ...waits, kind: 'card', reason: 'unreachable' }),
        talk: await put({ ...waits, kind: 'talk', reason: 'not_linked' }),
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
