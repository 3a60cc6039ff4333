import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { ask, named, startPostgres, TEMPLATE } from '../support/postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** A database of its own in the tests' PostgreSQL. */
export interface TestDatabase {
  url: string;
  /** Runs SQL beside the store, as an administrator would. */
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** A database for one test file: migrated, or empty for those who migrate themselves. */
export async function freshDatabase(kind: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> {
  // Without the global setup (another runner, an editor) the file starts a server of its own.
  const given: string | undefined = inject('postgresUrl');
  const server = given === undefined ? await startPostgres() : { url: given, stop: async () => {} };
  const name = `t_${randomBytes(8).toString('hex')}`;
  await ask(server.url, `create database ${name} template ${kind === 'migrated' ? TEMPLATE : 'template0'}`);
  const url = named(server.url, name);
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => {});
  return {
    url,
    query: async (sql, values) => (await pool.query(sql, values)).rows,
    async close() {
      await pool.end();
      await server.stop();
    },
  };
}
