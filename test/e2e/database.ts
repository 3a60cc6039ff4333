import { createRequire } from 'node:module';
import type Database from 'better-sqlite3';

type Row = Record<string, unknown>;

/** Reads rows from the bot's database file while it may be running, and changes nothing in it. */
export function readRows<T = Row>(file: string, sql: string, ...params: unknown[]): T[] {
  return using(file, true, (db) => db.prepare(sql).all(...params) as T[]);
}

/** Changes a stopped bot's database, where a test needs a past that no chat can make. */
export function changeRows(file: string, sql: string, ...params: unknown[]): number {
  return using(file, false, (db) => db.prepare(sql).run(...params).changes);
}

function using<T>(file: string, readonly: boolean, work: (db: Database.Database) => T): T {
  const require = createRequire(import.meta.url);
  // The same choice as in db/sqlite.ts.
  const name = Number(process.versions.napi) >= 10 ? 'better-sqlite3-napi' : 'better-sqlite3';
  const driver: typeof Database = require(name);
  const db = new driver(file, { readonly, timeout: 5_000 });
  try {
    return work(db);
  } finally {
    db.close();
  }
}
