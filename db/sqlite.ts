import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { createBuilder, createMemory } from './memory.ts';
import { migrateSqlite } from './migrations.ts';
import { type Build, Conflict, type Db, mistake, type Statement, type Store, StoreFailure } from './store.ts';

const LATER_MS = 200;
/** Milliseconds that a process waits for another one that writes. */
const BUSY_MS = 10_000;

interface Unit {
  statements: readonly Statement[];
  resolve(): void;
  reject(error: unknown): void;
}

interface SyncQuery {
  all(params?: Record<string, unknown>): unknown[];
  prepare(): SyncQuery;
}

/**
 * Loads the better-sqlite3 that is safe on this Node: 13.x (N-API 10) where it runs, else 12.x.
 *
 * 13.x crashes on Node 20, and 12.x aborts at random on Node 24.19 and later.
 */
function loadDriver(): typeof Database {
  const require = createRequire(import.meta.url);
  return require(Number(process.versions.napi) >= 10 ? 'better-sqlite3-napi' : 'better-sqlite3');
}

/** Opens and migrates an SQLite file (`:memory:` too); WAL with `synchronous=FULL`, so that a receipt survives a power cut. */
export function openSqlite(file: string): Store {
  const client = connect(file);
  const orm = drizzle({ client });
  const builder = createBuilder(orm as unknown as Db);
  const cache = new Map<Build<unknown>, { query: SyncQuery; writes: unknown }>();
  const version = client.prepare('PRAGMA data_version').pluck();
  const memory = createMemory(() => version.get());
  const raw = (sql: string) => {
    const s = client.prepare(sql);
    return () => s.run();
  };
  const [begin, commitAll, rollbackAll] = [raw('BEGIN IMMEDIATE'), raw('COMMIT'), raw('ROLLBACK')];
  const [mark, release, undo] = [raw('SAVEPOINT unit'), raw('RELEASE unit'), raw('ROLLBACK TO unit')];

  function build<Row>(s: Statement<Row>): { query: SyncQuery; writes: unknown } {
    const { query, writes } = builder(s.build);
    return { query: query as unknown as SyncQuery, writes };
  }

  function preparedOnce<Row>(s: Statement<Row>): { query: SyncQuery; writes: unknown } {
    const known = cache.get(s.build);
    if (known) return known;
    const { query, writes } = build(s);
    const made = { query: query.prepare(), writes };
    cache.set(s.build, made);
    return made;
  }

  function run<Row>(s: Statement<Row>): Row[] {
    const { query, writes } = s.params ? preparedOnce(s) : build(s);
    if (writes !== null) memory.forget(writes);
    return (s.params ? query.all(s.params) : query.all()) as Row[];
  }

  /** The rows of a statement; what goes wrong is told without its parameters. */
  function rowsOf<Row>(s: Statement<Row>, read = run<Row>): Row[] {
    try {
      return read(s);
    } catch (error) {
      throw translate(s.label, error);
    }
  }

  function runUnit(statements: readonly Statement[]): void {
    for (const s of statements) {
      const rows = rowsOf(s);
      if (s.expectRows !== null && rows.length !== s.expectRows) throw new Conflict(s.label);
    }
  }

  let queue: Unit[] = [];
  let idle: Unit[] = [];
  let scheduled = false;
  let timer: NodeJS.Timeout | undefined;

  /** What arrived together is committed together: one fsync for all, a savepoint each. */
  function flush(): void {
    scheduled = false;
    if (timer) clearTimeout(timer);
    timer = undefined;
    const units = [...queue, ...idle];
    queue = [];
    idle = [];
    if (units.length === 0) return;
    const failures = new Map<Unit, unknown>();
    try {
      begin();
      for (const unit of units) {
        // One statement alone is atomic by itself.
        const several = unit.statements.length > 1 || unit.statements[0]?.expectRows !== null;
        if (several) mark();
        try {
          runUnit(unit.statements);
        } catch (error) {
          // Where the disk is full or fails, SQLite may have rolled back more than this unit: then none has landed.
          if (!client.inTransaction) throw error;
          if (several) undo();
          failures.set(unit, error);
        }
        if (several) release();
      }
      commitAll();
    } catch (error) {
      if (client.inTransaction) rollbackAll();
      const failure = translate('commit', error);
      for (const unit of units) unit.reject(failure);
      return;
    }
    for (const unit of units) {
      if (failures.has(unit)) unit.reject(failures.get(unit));
      else unit.resolve();
    }
  }

  return {
    dialect: 'sqlite',
    all: async (s) => rowsOf(s, (one) => memory.rows(one, () => run(one))),
    commit: (statements) =>
      new Promise((resolve, reject) => {
        queue.push({ statements, resolve, reject });
        if (scheduled) return;
        scheduled = true;
        setImmediate(flush);
      }),
    later: (statements) =>
      new Promise((resolve) => {
        idle.push({ statements, resolve, reject: () => resolve() });
        timer ??= setTimeout(flush, LATER_MS);
      }),
    // One process serves a file.
    leads: async () => true,
    async close() {
      flush();
      client.close();
    },
  };
}

function connect(file: string): Database.Database {
  let client: Database.Database | undefined;
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    client = new (loadDriver())(file, { timeout: BUSY_MS });
    useWal(client);
    client.pragma('synchronous = FULL');
    // A sorted query with a limit would open a temporary file each time.
    client.pragma('temp_store = MEMORY');
    // The default of 2 MB is less than an agency's hot pages.
    client.pragma('cache_size = -32000');
    // Table rebuilds would delete child rows if foreign keys were enforced while migrating.
    client.pragma('foreign_keys = OFF');
    migrateSqlite(client);
    client.pragma('foreign_keys = ON');
    return client;
  } catch (error) {
    client?.close();
    if (error instanceof StoreFailure) throw error;
    // Nothing of what people typed is in hand yet, so SQLite's own words may be told.
    const { code, message } = error as { code?: string; message: string };
    throw new StoreFailure('to open', message, isTransient(code));
  }
}

/** Turns the write-ahead log on; for this step SQLite does not wait by itself while another process does the same. */
function useWal(client: Database.Database): void {
  const end = Date.now() + BUSY_MS;
  for (;;) {
    try {
      client.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY' || Date.now() > end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function translate(label: string, error: unknown): Error {
  if (error instanceof Conflict || error instanceof StoreFailure) return error;
  const cause = ((error as { cause?: unknown }).cause ?? error) as { code?: unknown };
  if (typeof cause.code !== 'string') return mistake(label, cause);
  if (/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(cause.code)) return new Conflict(label);
  return new StoreFailure(label, cause.code, isTransient(cause.code));
}

/** Whether the same work may succeed later: the file is locked, the disk is full or does not answer. */
function isTransient(code: string | undefined): boolean {
  return /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|PROTOCOL)/.test(code ?? '');
}
