import { DrizzleQueryError } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { createLeadership } from './leadership.ts';
import { migrationsFolder } from './migrations.ts';
import { type Build, Conflict, type Db, mistake, type Statement, type Store, StoreFailure } from './store.ts';
import { postgresTables } from './tables.ts';

/** Any fixed number: processes that start at once take turns at migrating. */
const MIGRATION_LOCK = 5_814_601;

interface AsyncQuery {
  prepare(name: string): { execute(params: Record<string, unknown>): Promise<unknown[]> };
}

/** Milliseconds after which a server that does not answer counts as out of reach. */
const CONNECT_MS = 10_000;

/** Opens and migrates a PostgreSQL database (`postgres://…`); the server groups commits by itself. */
export async function openPostgres(url: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: CONNECT_MS });
  // A connection that breaks, idle or at work, must not end the process; the next query gets a new one.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await migrateAlone(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const orm = drizzle({ client: pool });
  const names = new Map<Build<unknown>, string>();
  const running = new Set<Promise<unknown>>();
  const leadership = createLeadership(url);

  async function run<Row>(db: Db, s: Statement<Row>): Promise<Row[]> {
    try {
      const query = s.build(db, postgresTables);
      if (!s.params) return await query;
      let name = names.get(s.build);
      if (!name) {
        name = `s${names.size}`;
        names.set(s.build, name);
      }
      return (await (query as unknown as AsyncQuery).prepare(name).execute(s.params)) as Row[];
    } catch (error) {
      // What the server and the connection refuse comes wrapped; all else never left this process.
      throw error instanceof DrizzleQueryError ? translate(s.label, error) : mistake(s.label, error);
    }
  }

  // Not drizzle's own transaction: it never gives a connection back on which `begin` fails.
  async function transact(statements: readonly Statement[]): Promise<void> {
    const client = await pool.connect();
    let broken = false;
    try {
      const tx = drizzle({ client }) as unknown as Db;
      await client.query('begin');
      for (const s of statements) {
        const rows = await run(tx, s);
        if (s.expectRows !== null && rows.length !== s.expectRows) throw new Conflict(s.label);
      }
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async function commit(statements: readonly Statement[]): Promise<void> {
    const work = transact(statements);
    running.add(work);
    try {
      await work;
    } catch (error) {
      throw translate('commit', error);
    } finally {
      running.delete(work);
    }
  }

  return {
    dialect: 'postgres',
    all: (s) => run(orm as unknown as Db, s),
    commit,
    later: (statements) => commit(statements).catch(() => {}),
    leads: leadership.leads,
    async close() {
      await Promise.allSettled(running);
      await leadership.close();
      await pool.end();
    },
  };
}

async function migrateAlone(pool: pg.Pool): Promise<void> {
  const client = await pool.connect().catch((error: Error & { code?: string }) => {
    // What the server says to somebody who connects names no data; Node's own message can be empty.
    throw new StoreFailure('to open', error.message || String(error.code), isTransient(error.code));
  });
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle({ client }), { migrationsFolder: migrationsFolder('postgres') });
  } catch (error) {
    throw translate('to open', error);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => {});
    client.release();
  }
}

function translate(label: string, error: unknown): Error {
  if (error instanceof Conflict || error instanceof StoreFailure) return error;
  // Drizzle's own message repeats the parameters; only the server's code and constraint may leave here.
  const cause = ((error as { cause?: unknown }).cause ?? error) as { code?: string; constraint?: string };
  // A unique key; or a deadlock or serialization failure, in which the server chose another unit before ours.
  if (/^(23505|40P01|40001)$/.test(cause.code ?? '')) return new Conflict(label);
  const { code, constraint } = cause;
  const reason = [code ?? 'no connection', constraint].filter(Boolean).join(' ');
  return new StoreFailure(label, reason, isTransient(code));
}

/**
 * Whether the same work may succeed later, by SQLSTATE: not where the data, a constraint, the log-in, the database's
 * name or the syntax is at fault (classes 22, 23, 28, 3D, 42). No code means that the connection was lost.
 */
function isTransient(code: string | undefined): boolean {
  return !(code && /^(22|23|28|3D|42)/.test(code));
}
