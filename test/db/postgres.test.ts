import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgres } from '../../db/postgres.ts';
import { factOf, putFact } from '../../db/queries/calendar.ts';
import type { Store } from '../../db/store.ts';
import { named } from '../support/postgres.ts';
import { freshDatabase, type TestDatabase } from './fresh-database.ts';

describe('a PostgreSQL database', () => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await freshDatabase();
    store = await openPostgres(database.url);
  });
  afterAll(async () => {
    await store.close();
    await database.close();
  });

  it('is a real one that orders text by its bytes', async () => {
    const [row] = await database.query(
      `select version() as version, datcollate as collation, pg_encoding_to_char(encoding) as encoding
       from pg_database where datname = current_database()`,
    );
    expect(row).toMatchObject({
      version: expect.stringMatching(/^PostgreSQL \d+/),
      collation: expect.stringMatching(/^C/),
      encoding: 'UTF8',
    });
  });

  it('may lose its connection amid a commit: nothing is stored, it may pass, and the next one lands', async () => {
    const locker = new pg.Client({ connectionString: database.url });
    await locker.connect();
    await locker.query('begin; lock table facts in access exclusive mode');
    const commits = [store.commit([putFact('a', 'x')]), store.commit([putFact('b', 'x')])];
    const outcome = Promise.allSettled(commits);
    const waiting = `select pid from pg_locks where not granted and relation = 'facts'::regclass`;
    while ((await database.query(waiting)).length < 2);
    await database.query(`select pg_terminate_backend(pid) from (${waiting}) as blocked`);
    for (const result of await outcome)
      expect(result).toMatchObject({ reason: { name: 'StoreFailure', transient: true } });
    await locker.query('rollback');
    await locker.end();
    expect(await store.all(factOf({ key: 'a' }))).toEqual([]);
    await store.commit([putFact('a', 'y')]);
    expect(await store.all(factOf({ key: 'a' }))).toEqual([{ key: 'a', value: 'y' }]);
  });

  it('may lose its idle connections without a sound', async () => {
    await store.commit([putFact('c', 'x')]);
    await database.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    const land = async (): Promise<void> => {
      try {
        await store.commit([putFact('c', 'y')]);
      } catch (error) {
        expect(error).toMatchObject({ name: 'StoreFailure', transient: true });
        await land();
      }
    };
    await land();
    expect(await store.all(factOf({ key: 'c' }))).toEqual([{ key: 'c', value: 'y' }]);
  });

  it('tells when there is no server, without the password', async () => {
    const failure = await openPostgres('postgres://tutur:rahasia@127.0.0.1:1/tutur').catch((error) => error);
    expect(failure).toMatchObject({ name: 'StoreFailure', transient: true });
    expect(failure.message).toContain('ECONNREFUSED');
    expect(String(failure.stack)).not.toContain('rahasia');
  });

  it('tells when the database does not exist', async () => {
    const failure = await openPostgres(named(database.url, 'nothing_here')).catch((error) => error);
    expect(failure).toMatchObject({ name: 'StoreFailure', transient: false });
    expect(failure.message).toContain('"nothing_here" does not exist');
  });
});
