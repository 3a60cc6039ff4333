import * as P from 'drizzle-orm/pg-core';
import * as S from 'drizzle-orm/sqlite-core';

/** Column builders of SQLite; instants are milliseconds UTC in `int`, local dates `yyyy-MM-dd` in `text`. */
export const sqliteColumns = {
  table: S.sqliteTable,
  index: S.index,
  unique: S.uniqueIndex,
  text: (name: string) => S.text(name),
  int: (name: string) => S.integer(name, { mode: 'number' }),
  bool: (name: string) => S.integer(name, { mode: 'boolean' }),
  json: (name: string) => S.text(name, { mode: 'json' }),
  key: (name: string) => S.text(name).primaryKey(),
};

/** What `defineTables` builds with; one kit for each SQL dialect. */
export type Columns = typeof sqliteColumns;

/** JSON in PostgreSQL, which refuses half a character (a text cut within an emoji) and NUL; U+FFFD stands for both. */
const jsonb = P.customType<{ data: unknown; driverData: string }>({
  dataType: () => 'jsonb',
  toDriver: (value) =>
    JSON.stringify(value).replace(/\\(?:\\|u0000|ud[89a-f]..)/g, (found) =>
      found === '\\\\' ? found : '\ufffd',
    ),
});

/**
 * Column builders of PostgreSQL, typed as SQLite's.
 *
 * This cast is the one place where the types do not speak the truth; a contract test compares both schemas.
 */
export const postgresColumns = {
  table: P.pgTable,
  index: P.index,
  unique: P.uniqueIndex,
  text: (name: string) => P.text(name),
  int: (name: string) => P.bigint(name, { mode: 'number' }),
  bool: (name: string) => P.boolean(name),
  json: (name: string) => jsonb(name),
  key: (name: string) => P.text(name).primaryKey(),
} as unknown as Columns;
