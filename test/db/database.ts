import { createRequire } from 'node:module';
import type Database from 'better-sqlite3';
import { drizzle as sqliteDrizzle } from 'drizzle-orm/better-sqlite3';
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator';
import { drizzle as postgresDrizzle } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { freshDatabase } from './fresh-database.ts';
import { tempFile } from './places.ts';
import { type Ask, postgresSchema, type Schema, sqliteSchema } from './schema.ts';

/** An empty database that a test fills and looks at beside the store. */
export interface RawDatabase {
  /** As in `DATABASE_URL`. */
  url: string;
  ask: Ask;
  schema(): Promise<Schema>;
  /** Applies the migrations of a folder, without enforcing foreign keys where the dialect needs that. */
  migrate(folder: string): Promise<void>;
  /** A value that fits a column of a type. */
  value(type: string): string;
  /** Rows whose parent is missing. */
  orphans(): Promise<unknown[]>;
  close(): Promise<void>;
}

/** Opens an empty database of a dialect. */
export function rawDatabase(dialect: 'sqlite' | 'postgres'): Promise<RawDatabase> {
  return dialect === 'sqlite' ? rawSqlite() : rawPostgres();
}

/** The SQLite driver that is safe on this Node. */
export function sqliteDriver(): typeof Database {
  const name = Number(process.versions.napi) >= 10 ? 'better-sqlite3-napi' : 'better-sqlite3';
  return createRequire(import.meta.url)(name);
}

async function rawSqlite(): Promise<RawDatabase> {
  const { file, remove } = tempFile();
  const client = new (sqliteDriver())(file);
  client.pragma('foreign_keys = OFF');
  const ask: Ask = async (sql) => {
    const query = client.prepare(sql);
    if (query.reader) return query.all() as Record<string, unknown>[];
    query.run();
    return [];
  };
  return {
    url: `file:${file}`,
    ask,
    schema: () => sqliteSchema(ask),
    migrate: async (migrationsFolder) => migrateSqlite(sqliteDrizzle({ client }), { migrationsFolder }),
    value: (type) => (type === 'integer' ? '1' : `'1'`),
    orphans: () => ask('select * from pragma_foreign_key_check'),
    async close() {
      client.close();
      remove();
    },
  };
}

async function rawPostgres(): Promise<RawDatabase> {
  const database = await freshDatabase('empty');
  // One connection, which keeps what is set on it.
  const client = new pg.Pool({ connectionString: database.url, max: 1, idleTimeoutMillis: 0 });
  const ask: Ask = async (sql) => (await client.query(sql)).rows;
  return {
    url: database.url,
    ask,
    schema: () => postgresSchema(ask),
    async migrate(migrationsFolder) {
      await migratePostgres(postgresDrizzle({ client }), { migrationsFolder });
      // As SQLite above: parents may be written after their children.
      await client.query('set session_replication_role = replica');
    },
    value: (type) => (type === 'boolean' ? 'true' : `'1'`),
    async orphans() {
      const keys = await ask(`
        select conrelid::regclass as child, confrelid::regclass as parent, a.attname as from, b.attname as to
        from pg_constraint k
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
        join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1] where contype = 'f'`);
      const found = keys.map((k) =>
        ask(`select c.* from ${k.child} c left join ${k.parent} p on p."${k.to}" = c."${k.from}"
          where c."${k.from}" is not null and p."${k.to}" is null`),
      );
      return (await Promise.all(found)).flat();
    },
    async close() {
      await client.end();
      await database.close();
    },
  };
}
