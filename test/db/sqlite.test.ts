import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { factOf, putFact } from '../../db/queries/calendar.ts';
import { allUnits, insertUnit, updateUnit } from '../../db/queries/people.ts';
import { openSqlite } from '../../db/sqlite.ts';
import { type Store, StoreFailure, statement } from '../../db/store.ts';
import { fresh } from '../contracts/rows.ts';
import { startChild } from './child.ts';
import { sqliteDriver } from './database.ts';
import { tempFile } from './places.ts';

describe('an SQLite file', () => {
  let temp: ReturnType<typeof tempFile>;
  beforeEach(() => {
    temp = tempFile();
  });
  afterEach(() => temp.remove());

  const value = async (store: Store, key: string) => (await store.all(factOf({ key })))[0]?.value ?? null;

  it('has a write-ahead log, waits for the disk, and keeps foreign keys', async () => {
    const store = openSqlite(temp.file);
    const pragma = async (name: string) =>
      (
        await store.all(
          statement(name, (db) => db.select({ value: sql.raw(name) }).from(sql.raw(`pragma_${name}`))),
        )
      )[0]?.value;
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
    await store.close();
  });

  it('is made together with its folder', async () => {
    const store = openSqlite(`${temp.file}.d/e/tutur.db`);
    await store.commit([putFact('a', 'b')]);
    await store.close();
  });

  it('reads rules and units from memory until somebody writes them', async () => {
    const [store, other] = [openSqlite(temp.file), openSqlite(temp.file)];
    const before = await store.all(allUnits());
    await store.commit([putFact('a', 'b')]);
    expect(await store.all(allUnits())).toBe(before);
    await other.commit([putFact('a', 'c')]);
    const after = await store.all(allUnits());
    expect(after).not.toBe(before);
    await store.commit([insertUnit({ id: 'u', name: 'U', parentId: null, zone: null })]);
    expect(await store.all(allUnits())).toHaveLength(1);
    await store.close();
    await other.close();
  });

  it('loses nothing that was acknowledged when its process is killed, and keeps units whole', async () => {
    const child = startChild('write-until-killed.ts', `file:${temp.file}`);
    const acknowledged: string[] = [];
    for (let line = await child.line(); line !== null; line = await child.line()) {
      acknowledged.push(line);
      if (acknowledged.length === 200) child.process.kill('SIGKILL');
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(200);
    const store = openSqlite(temp.file);
    for (const key of acknowledged) expect(await value(store, key)).toBe(key);
    const all = await store.all(statement('all', (db, t) => db.select({ key: t.facts.key }).from(t.facts)));
    const whole = all.filter(({ key }) => !key.endsWith('-twin')).map(({ key }) => `${key}-twin`);
    expect(all.filter(({ key }) => key.endsWith('-twin')).map(({ key }) => key)).toEqual(
      expect.arrayContaining(whole),
    );
    expect(all).toHaveLength(2 * whole.length);
    await store.close();
  });

  it('tells when the file is not a database, or not a file', () => {
    writeFileSync(temp.file, randomBytes(8192));
    expect(() => openSqlite(temp.file)).toThrow(StoreFailure);
    expect(() => openSqlite(temp.file)).toThrow(/file is not a database/);
    mkdirSync(`${temp.file}.d`);
    expect(() => openSqlite(`${temp.file}.d`)).toThrow(StoreFailure);
  });

  it('says that a full disk may pass, acknowledges nothing that is not stored, and works on afterwards', async () => {
    const pragma = vi.spyOn(sqliteDriver().prototype, 'pragma');
    const store = openSqlite(temp.file);
    const client = pragma.mock.contexts[0] as { pragma(text: string): unknown };
    const large = 'x'.repeat(100_000);
    await store.commit([insertUnit({ id: 'unit', name: 'unit', parentId: null, zone: null })]);
    // After some statements SQLite keeps what came before them, after others it rolls everything back.
    for (const tooMuch of [putFact('large', large), updateUnit('unit', { zone: large })]) {
      client.pragma('max_page_count = 1');
      const keys = [fresh('fact'), fresh('fact')];
      const results = await Promise.allSettled([
        store.commit([putFact(keys[0]!, 'x')]),
        store.commit([tooMuch]),
        store.commit([putFact(keys[1]!, 'x')]),
      ]);
      const failed = results.filter((result) => result.status === 'rejected');
      expect(results[1]?.status).toBe('rejected');
      for (const { reason } of failed)
        expect(reason).toMatchObject({ name: 'StoreFailure', transient: true });
      const stored = await Promise.all(keys.map((key) => value(store, key)));
      expect(stored.map((text) => text === 'x')).toEqual(
        [results[0], results[2]].map((result) => result?.status === 'fulfilled'),
      );
      client.pragma('max_page_count = 1000000');
      await store.commit([tooMuch]);
    }
    expect(await value(store, 'large')).toBe(large);
    await store.close();
    pragma.mockRestore();
  });

  it('writes what nobody waits for together with the next commit', async () => {
    const store = openSqlite(temp.file);
    void store.later([putFact('later', 'x')]);
    await store.commit([putFact('now', 'x')]);
    expect(await value(store, 'later')).toBe('x');
    await store.close();
  });
});
