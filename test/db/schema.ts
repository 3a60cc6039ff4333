import { getTableName } from 'drizzle-orm';
import { type PgTable, getTableConfig as postgresConfig } from 'drizzle-orm/pg-core';
import { type SQLiteTable, getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core';
import { postgresTables, sqliteTables } from '../../db/tables.ts';

/** What a database or a definition says about its tables, in words that both dialects share. */
export interface Schema {
  [table: string]: {
    /** `<name> <type>`, with ` not null` and ` key`. */
    columns: string[];
    /** Their columns in order; `unique` in front where they are. */
    indexes: string[];
    /** `<column> -> <table>.<column>` */
    references: string[];
  };
}

/** What the code believes about a dialect. */
export function definedSchema(dialect: 'sqlite' | 'postgres'): Schema {
  const tables = Object.values(dialect === 'sqlite' ? sqliteTables : postgresTables);
  return schemaOf(
    tables.map((table) => {
      const config =
        dialect === 'sqlite'
          ? sqliteConfig(table as SQLiteTable)
          : postgresConfig(table as unknown as PgTable);
      return [
        config.name,
        {
          columns: config.columns.map((c) => column(c.name, c.getSQLType(), c.notNull, c.primary)),
          indexes: config.indexes.map(({ config: i }) =>
            index(
              i.unique === true,
              i.columns.map((c) => ('name' in c ? String(c.name) : 'expression')),
            ),
          ),
          references: config.foreignKeys.map((key) => {
            const { columns, foreignTable, foreignColumns } = key.reference();
            return `${columns.map((c) => c.name)} -> ${getTableName(foreignTable)}.${foreignColumns.map((c) => c.name)}`;
          }),
        },
      ];
    }),
  );
}

/** Runs SQL and gives back its rows. */
export type Ask = (sql: string) => Promise<Record<string, unknown>[]>;

/** What is really in an SQLite file. */
export async function sqliteSchema(ask: Ask): Promise<Schema> {
  const tables = await ask(
    `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'`,
  );
  const entries = tables.map(async ({ name }) => {
    const indexes = await ask(`select * from pragma_index_list('${name}') where origin = 'c'`);
    return [
      String(name),
      {
        columns: (await ask(`select * from pragma_table_info('${name}')`)).map((c) =>
          column(String(c.name), String(c.type), c.notnull === 1, c.pk === 1),
        ),
        indexes: await Promise.all(
          indexes.map(async (i) =>
            index(
              i.unique === 1,
              (await ask(`select name from pragma_index_info('${i.name}') order by seqno`)).map((c) =>
                String(c.name),
              ),
            ),
          ),
        ),
        references: (await ask(`select * from pragma_foreign_key_list('${name}')`)).map(
          (r) => `${r.from} -> ${r.table}.${r.to}`,
        ),
      },
    ] as const;
  });
  return schemaOf(await Promise.all(entries));
}

/** What is really in a PostgreSQL database. */
export async function postgresSchema(ask: Ask): Promise<Schema> {
  const columns = await ask(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as needed,
      coalesce(a.attnum = any(k.conkey), false) as key
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`);
  const indexes = await ask(`
    select c.relname as table, i.indisunique as only,
      (select string_agg(pg_get_indexdef(i.indexrelid, n, true), ',' order by n) from generate_series(1, i.indnkeyatts) n) as names
    from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and not i.indisprimary`);
  const references = await ask(`
    select c.relname as table, a.attname || ' -> ' || f.relname || '.' || b.attname as text
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace`);
  const of = (rows: Record<string, unknown>[], table: unknown) => rows.filter((row) => row.table === table);
  return schemaOf(
    [...new Set(columns.map((c) => String(c.table)))].map((table) => [
      table,
      {
        columns: of(columns, table).map((c) =>
          column(String(c.name), String(c.type), c.needed === true, c.key === true),
        ),
        indexes: of(indexes, table).map((i) => index(i.only === true, String(i.names).split(','))),
        references: of(references, table).map((r) => String(r.text)),
      },
    ]),
  );
}

/** The same schema with PostgreSQL's types in the words of SQLite. */
export function inWordsOfSqlite(schema: Schema): Schema {
  const word = (text: string) => text.replace(/ (bigint|boolean)\b/, ' integer').replace(/ jsonb\b/, ' text');
  return schemaOf(
    Object.entries(schema).map(([name, table]) => [name, { ...table, columns: table.columns.map(word) }]),
  );
}

function column(name: string, type: string, notNull: boolean, key: boolean): string {
  return `${name} ${type.toLowerCase()}${notNull ? ' not null' : ''}${key ? ' key' : ''}`;
}

function index(unique: boolean, columns: string[]): string {
  return `${unique ? 'unique ' : ''}(${columns})`;
}

function schemaOf(tables: Iterable<readonly [string, Schema[string]]>): Schema {
  return Object.fromEntries(
    [...tables].map(([name, { columns, indexes, references }]) => [
      name,
      { columns: columns.toSorted(), indexes: indexes.toSorted(), references: references.toSorted() },
    ]),
  );
}
