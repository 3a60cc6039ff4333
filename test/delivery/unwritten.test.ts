import { expect, it } from 'vitest';
import { openSqlite } from '../../db/sqlite.ts';
import { StoreFailure } from '../../db/store.ts';
import { createWorld } from '../support/world.ts';

it('does not send again what could not be written down', async () => {
  let refused = 0;
  let full = false;
  const store = openSqlite(':memory:');
  const { commit } = store;
  store.commit = async (statements) => {
    if (full && statements.some((s) => s.label === 'settleOutbox')) {
      refused += 1;
      throw new StoreFailure('settleOutbox', 'SQLITE_FULL', true);
    }
    return commit(statements);
  };
  const world = await createWorld(undefined, store);
  const unit = await world.unit('Bidang A');
  const budi = await world.person('Budi', { unit, platform: 'slack' });
  const siti = await world.person('Siti', { unit, supervisor: budi.id });
  await siti.say('Rapat koordinasi');
  full = true;
  const pressed = siti.press('Simpan').catch(String);
  for (let i = 0; i < 500; i += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(budi.messages).toHaveLength(1);
  expect(refused).toBe(1);
  full = false;
  world.advance(2_000);
  expect(await pressed).toContain('delivery failed');
  expect(budi.messages).toHaveLength(1);
  await siti.say('Menyusun laporan');
  await siti.press('Simpan');
  expect(budi.messages).toHaveLength(1);
  expect(budi.last().text).toContain('Menyusun laporan');
  await world.close();
});
