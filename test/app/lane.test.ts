import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putFact } from '../../db/queries/calendar.ts';
import { insertNotice } from '../../db/queries/outbox.ts';
import { statement } from '../../db/store.ts';
import { intoLanes } from '../../src/app/lane.ts';
import { noticeRow, notify, refresh } from '../../src/app/notices.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

describe('a notice that a message leads to', () => {
  it('waits for the platform that its recipient is likely to get it on', async () => {
    const unit = await world.unit('Bidang A');
    const one = await world.person('Budi', { unit, platform: 'slack' });
    const two = await world.person('Siti', { unit });
    const three = await world.person('Tono', { unit, linked: false });
    const later = world.now + 60_000;
    const writes = [
      notify('talk', 'a', one.id, { talkId: 'none' }, world.now, later),
      refresh('card', 'b', two.id, { employeeId: one.id, date: '2026-11-23' }, later),
      notify('talk', 'c', three.id, { talkId: 'none' }, world.now, later),
      notify('fetch', 'd', two.id, { evidenceId: 'x', platform: 'slack', ref: 'r' }, world.now, later),
      notify('evidence_failed', 'e', null, { evidenceId: 'x' }, world.now, later),
      insertNotice({
        ...noticeRow('talk', 'f', two.id, { talkId: 'none' }, later),
        platform: 'slack',
      }),
      putFact('fact', 'value'),
    ];
    await world.store.commit(await intoLanes(world.store, writes));
    const rows = await world.store.all(
      statement('rows', (db, t) =>
        db
          .select({ key: t.outbox.key, platform: t.outbox.platform })
          .from(t.outbox)
          .orderBy(asc(t.outbox.key)),
      ),
    );
    expect(rows.map(({ platform }) => platform)).toEqual(['slack', 'telegram', null, null, null, 'slack']);
  });
});
