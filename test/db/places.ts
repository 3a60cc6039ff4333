import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '../../db/postgres.ts';
import { openSqlite } from '../../db/sqlite.ts';
import type { Store } from '../../db/store.ts';
import type { Place } from '../contracts/store.ts';
import { freshDatabase } from './fresh-database.ts';

/** A path for an SQLite file in a temp folder, and the way to be rid of it. */
export function tempFile(): { file: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'tutur-db-'));
  return {
    file: join(folder, 'tutur.db'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** SQLite without a file. */
export async function memoryPlace(): Promise<Place> {
  const store = openSqlite(':memory:');
  return { store, again: null, close: () => store.close() };
}

/** SQLite in a file of its own. */
export async function filePlace(): Promise<Place> {
  const { file, remove } = tempFile();
  return place(
    async () => openSqlite(file),
    async () => remove(),
  );
}

/** A PostgreSQL database of its own. */
export async function postgresPlace(): Promise<Place> {
  const database = await freshDatabase();
  return place(() => openPostgres(database.url), database.close);
}

async function place(open: () => Promise<Store>, remove: () => Promise<void>): Promise<Place> {
  const opened: Store[] = [];
  const again = async () => {
    const store = await open();
    opened.push(store);
    return store;
  };
  return {
    store: await again(),
    again,
    async close() {
      await Promise.allSettled(opened.map((store) => store.close()));
      await remove();
    },
  };
}
