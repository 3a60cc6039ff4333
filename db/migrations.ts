import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { StoreFailure } from './store.ts';

/** The folder of the package, whether this runs from the sources or from `dist`. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** Where the generated migrations of a dialect are kept. */
export function migrationsFolder(dialect: 'sqlite' | 'postgres'): string {
  return join(packageRoot(), 'db', 'migrations', dialect);
}

/**
 * Applies the migrations that an SQLite file lacks, all or none; foreign keys must be off and are checked at the end.
 *
 * The transaction begins before it looks, so that processes that start at once take turns; Drizzle's own migrator
 * looks first, and then the second process fails. The table that it keeps is the same.
 */
export function migrateSqlite(client: Database.Database): void {
  const all = readMigrationFiles({ migrationsFolder: migrationsFolder('sqlite') });
  const apply = client.transaction(() => {
    client.exec(
      'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
    );
    const last = client.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get();
    const missing = all.filter(({ folderMillis }) => folderMillis > Number(last ?? 0));
    for (const { sql, hash, folderMillis } of missing) {
      for (const text of sql) client.exec(text);
      client
        .prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
        .run(hash, folderMillis);
    }
    const broken = client.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0)
      throw new StoreFailure('migration', `${broken.length} rows lost their parent`, false);
  });
  apply.immediate();
}
