import { randomBytes } from 'node:crypto';
import { openSqlite } from '../../../db/sqlite.ts';
import type { Statement, Store } from '../../../db/store.ts';
import { uuidv7 } from '../../../src/app/ids.ts';

/** Monday, 23 November 2026, 00:30 in Jakarta: 01:30 in Makassar, 02:30 in Jayapura. */
export const now = Date.parse('2026-11-23T00:30:00+07:00');

/** Services over an empty database in memory; `commits` counts units of work. */
export function createServices(at = now) {
  const memory = openSqlite(':memory:');
  const commits: (readonly Statement[])[] = [];
  const store: Store = {
    ...memory,
    commit: (statements) => {
      commits.push(statements);
      return memory.commit(statements);
    },
  };
  return {
    ...{ store, commits, now: () => at, newId: () => uuidv7(at) },
    random: (count: number) => randomBytes(count),
    agency: { zone: 'Asia/Jakarta', locale: 'id' as const },
    log: { info() {}, warn() {}, error() {} },
    arrived: async () => {},
    pages: () => 1,
  };
}
