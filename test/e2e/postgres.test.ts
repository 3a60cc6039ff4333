import { afterAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../db/fresh-database.ts';
import { SAVED, t, useWorld } from './support.ts';

let database: TestDatabase;
const world = useWorld({
  databaseUrl: async () => {
    // Empty: the operator's first command migrates it.
    database = await freshDatabase('empty');
    return database.url;
  },
});
afterAll(() => database?.close());

describe('the same bot on PostgreSQL', () => {
  it('stores a report, passes it on, and brings the answer back, across a kill', async () => {
    const budi = await world.onSlack('budi');
    const siti = await world.onTelegram('siti');
    siti.say('08.00-10.00 Rapat koordinasi RHK2 3 dokumen');
    await siti.waitFor(t.draft.review());
    await world.bot.kill();
    await world.start();
    siti.press(t.button.save());
    await siti.waitFor(SAVED);
    const card = await budi.waitFor('Rapat koordinasi');
    budi.dm('Lampirkan notulen ya', { threadTs: card.ts });
    const remark = await siti.waitFor('Lampirkan notulen ya');
    siti.say('Siap, Pak', { replyTo: remark.message_id });
    expect((await budi.waitFor('Siap, Pak')).thread_ts).toBe(card.ts);
    await budi.click(t.button.approve());
    await siti.waitFor(t.talk.approved('Budi Santoso', 1));
    siti.command('/rekap');
    await siti.waitFor('1 kegiatan · 2 jam');
    expect(await database.query('select what, status from entries')).toEqual([
      { what: 'Rapat koordinasi', status: 'approved' },
    ]);
  });
});
