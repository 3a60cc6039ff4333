import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqlite } from '../../db/sqlite.ts';
import { StoreFailure } from '../../db/store.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let broken = false;

beforeEach(async () => {
  broken = false;
  const store = openSqlite(':memory:');
  const { commit } = store;
  store.commit = async (statements) => {
    if (broken && statements.some((s) => s.label === 'insertPosting'))
      throw new StoreFailure('insertPosting', 'connection lost', true);
    return commit(statements);
  };
  world = await createWorld(undefined, store);
});
afterEach(() => world.close());

it('says in the log that an answer could not be remembered, and goes on', async () => {
  const unit = await world.unit('Bidang A');
  const budi = await world.person('Budi', { unit, platform: 'slack' });
  const siti = await world.person('Siti', { unit, supervisor: budi.id });
  await siti.say('Rapat koordinasi https://contoh.go.id/notulen');
  await siti.press('Simpan');
  broken = true;
  // The world throws what was logged as an error.
  await expect(budi.press('Lihat bukti (1)')).rejects.toThrow('connection lost');
  broken = false;
  expect(await budi.say('bantuan')).toBeTruthy();
});
