import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../db/migrations.ts';
import { openStore } from '../../db/open.ts';
import { startChild } from './child.ts';
import { type RawDatabase, rawDatabase } from './database.ts';
import { definedSchema, inWordsOfSqlite } from './schema.ts';

interface Journal {
  entries: { when: number; tag: string }[];
}

const DIALECTS = ['sqlite', 'postgres'] as const;

describe('migrations', () => {
  it.each(DIALECTS)('grow in time on %s, or some would be skipped, and each has its file', (dialect) => {
    const { entries } = journal(dialect);
    const times = entries.map(({ when }) => when);
    expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
    const files = readdirSync(migrationsFolder(dialect)).filter((name) => name.endsWith('.sql'));
    expect(files.toSorted()).toEqual(entries.map(({ tag }) => `${tag}.sql`).toSorted());
  });

  it('are the same steps on both databases', () => {
    const [sqlite, postgres] = DIALECTS.map((dialect) => journal(dialect).entries.map(({ tag }) => tag));
    expect(sqlite).toEqual(postgres);
  });
});

describe('the schema', () => {
  it('means the same on both databases: names, nullability, kinds, keys, indexes, references', () => {
    expect(inWordsOfSqlite(definedSchema('postgres'))).toEqual(definedSchema('sqlite'));
  });
});

describe.each(DIALECTS)('a database on %s', (dialect) => {
  let database: RawDatabase;
  beforeEach(async () => {
    database = await rawDatabase(dialect);
  });
  afterEach(() => database.close());

  const open = async () => (await openStore(database.url)).close();

  it('is what the code believes it to be', async () => {
    await open();
    expect(await database.schema()).toEqual(definedSchema(dialect));
  });

  it.each(journal(dialect).entries.map(({ tag }, at) => [tag, at + 1] as const))(
    'opens from where %s left it, full of data, and loses none',
    async (_, applied) => {
      const folder = firstMigrations(dialect, applied);
      await database.migrate(folder);
      rmSync(folder, { recursive: true });
      await fill(database);
      const before = await counts(database);
      await open();
      const after = await counts(database);
      for (const table of Object.keys(before).filter((table) => table in after))
        expect([table, after[table]]).toEqual([table, before[table]]);
      expect(await database.orphans()).toEqual([]);
      expect(await database.schema()).toEqual(definedSchema(dialect));
    },
  );

  it('is migrated once when several processes open it at the same time', async () => {
    // With fewer, SQLite's processes seldom meet.
    const children = Array.from({ length: dialect === 'sqlite' ? 6 : 4 }, () =>
      startChild('open-database.ts', database.url),
    );
    for (const child of children) expect(await child.line()).toBe('waiting');
    for (const child of children) child.process.stdin?.write('go\n');
    expect(await Promise.all(children.map((child) => child.line()))).toEqual(children.map(() => 'opened'));
    expect(await database.schema()).toEqual(definedSchema(dialect));
  });
});

function journal(dialect: 'sqlite' | 'postgres'): Journal {
  return JSON.parse(readFileSync(join(migrationsFolder(dialect), 'meta', '_journal.json'), 'utf8'));
}

/** A copy of the migrations that ends early, as an older version of the program had it. */
function firstMigrations(dialect: 'sqlite' | 'postgres', count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'tutur-migrations-'));
  cpSync(migrationsFolder(dialect), folder, { recursive: true });
  const early = { ...journal(dialect), entries: journal(dialect).entries.slice(0, count) };
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify(early));
  return folder;
}

/** Puts one row into every table; all ids are `1`, so every reference finds its parent. */
async function fill(database: RawDatabase): Promise<void> {
  for (const [table, { columns }] of Object.entries(await database.schema())) {
    const parts = columns.map((text) => text.split(' '));
    const names = parts.map(([name]) => `"${name}"`).join(', ');
    const values = parts.map(([, type = '']) => database.value(type)).join(', ');
    await database.ask(`insert into "${table}" (${names}) values (${values})`);
  }
  expect(await database.orphans()).toEqual([]);
}

async function counts(database: RawDatabase): Promise<Record<string, number>> {
  const tables = Object.keys(await database.schema());
  const rows = await Promise.all(tables.map((table) => database.ask(`select count(*) as n from "${table}"`)));
  return Object.fromEntries(tables.map((table, at) => [table, Number(rows[at]?.[0]?.n)]));
}
