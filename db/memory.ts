import type { Build, Db, Statement } from './store.ts';
import { sqliteTables } from './tables.ts';

/** Rows of small tables, kept until this process or another one changes them. */
export interface Memory {
  /** What a statement that may be remembered gives; `read` is asked where nothing is remembered. */
  rows<Row>(s: Statement<Row>, read: () => Row[]): Row[];
  /** Drops what was read of a table. */
  forget(table: unknown): void;
}

/** Makes an empty memory; `changes` gives another number once another process has written. */
export function createMemory(changes: () => unknown): Memory {
  const known = new Map<Build<unknown>, { table: unknown; rows: unknown[] }>();
  let seen: unknown;
  return {
    rows<Row>({ build, remember }: Statement<Row>, read: () => Row[]): Row[] {
      if (remember === null) return read();
      const now = changes();
      if (now !== seen) known.clear();
      seen = now;
      const before = known.get(build);
      if (before) return before.rows as Row[];
      const rows = read();
      // Everybody gets the same rows.
      for (const row of rows) Object.freeze(row);
      Object.freeze(rows);
      known.set(build, { table: sqliteTables[remember], rows });
      return rows;
    },
    forget(table) {
      for (const [build, kept] of known) if (kept.table === table) known.delete(build);
    },
  };
}

/** Builds statements and notes which table each of them writes, null for one that only reads. */
export function createBuilder(
  db: Db,
): <Row>(build: Build<Row>) => { query: PromiseLike<Row[]>; writes: unknown } {
  let writes: unknown = null;
  const noting = <F extends (table: never) => unknown>(write: F): F =>
    ((table: never) => {
      writes = table;
      return write.call(db, table);
    }) as F;
  const noted: Db = {
    select: db.select.bind(db) as Db['select'],
    selectDistinct: db.selectDistinct.bind(db) as Db['selectDistinct'],
    insert: noting(db.insert),
    update: noting(db.update),
    delete: noting(db.delete),
  };
  return (build) => {
    writes = null;
    const query = build(noted, sqliteTables);
    return { query, writes };
  };
}
