import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/** Opens the database that a `DATABASE_URL` names: `file:<path>` or `postgres://…`; migrates it first. */
export async function openStore(url: string): Promise<Store> {
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url);
  if (url.startsWith('file:')) return openSqlite(url.slice('file:'.length));
  throw new Error('DATABASE_URL must start with "file:" or "postgres://"');
}
