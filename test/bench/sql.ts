import { createRequire } from 'node:module';
import type Database from 'better-sqlite3';

/** Works with a database file directly, where the program's own ways would take too long. */
export function using<T>(file: string, work: (db: Database.Database) => T): T {
  const require = createRequire(import.meta.url);
  // The same choice as in db/sqlite.ts.
  const name = Number(process.versions.napi) >= 10 ? 'better-sqlite3-napi' : 'better-sqlite3';
  const driver: typeof Database = require(name);
  const db = new driver(file, { timeout: 5_000 });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** Number of rows of a table. */
export function count(file: string, table: string): number {
  return using(file, (db) => db.prepare(`select count(*) from ${table}`).pluck().get() as number);
}

/** Milliseconds that one durable insert takes in a folder: what nobody can be faster than, one at a time. */
export function commitMs(file: string): number {
  return using(file, (db) => {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.exec('create table t (v integer)');
    const insert = db.prepare('insert into t (v) values (1)');
    const began = performance.now();
    for (let i = 0; i < 200; i += 1) insert.run();
    return (performance.now() - began) / 200;
  });
}
