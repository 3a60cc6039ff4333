import { drizzle as sqliteDrizzle } from 'drizzle-orm/better-sqlite3';
import { drizzle as postgresDrizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { migrateSqlite } from '../../db/migrations.ts';
import { dueInLane, type Lane, nextInLane } from '../../db/queries/lanes.ts';
import { dueOfPerson, sentSince } from '../../db/queries/outbox.ts';
import type { Db, Statement } from '../../db/store.ts';
import { postgresTables, sqliteTables } from '../../db/tables.ts';
import { sqliteDriver } from './database.ts';
import { freshDatabase } from './fresh-database.ts';

const ROWS = 100_000;
const lanes: Lane[] = [
  { platform: 'telegram', bulk: false },
  { platform: null, bulk: false },
  { platform: 'telegram', bulk: true },
  { platform: null, bulk: true },
];
const perLane = lanes.flatMap((lane): [string, Statement][] => [
  [`due in ${JSON.stringify(lane)}`, dueInLane(lane, { now: ROWS })],
  [`next in ${JSON.stringify(lane)}`, nextInLane(lane, {})],
]);
const perPerson: [string, Statement][] = [
  ['due of a person', dueOfPerson({ personId: 'p1', now: ROWS })],
  ['sent to a person', sentSince({ personId: 'p1', since: 0 })],
];

/** Pending rows of every lane, all due at the same moment or one after another. */
const fill = (dueAt: string, number: string) => `
  insert into outbox (key, kind, person_id, platform, payload, status, version, attempts, due_at, created_at)
  select 'k' || n, case when n % 2 = 0 then 'announcement' else 'talk' end, 'p' || n,
    case when n % 3 = 0 then null else 'telegram' end, '{}', 'pending', 1, 0, ${dueAt}, n from ${number}`;

/** A statement as SQL with its parameters. */
function sqlOf(db: unknown, s: Statement, tables: typeof sqliteTables) {
  const { sql, params } = (s.build(db as Db, tables) as unknown as ToSql).toSQL();
  const values = params.map((value) => {
    const name = (value as { name?: string } | null)?.name;
    return name === undefined ? value : s.params?.[name];
  });
  return { sql, values };
}
interface ToSql {
  toSQL(): { sql: string; params: unknown[] };
}

describe.each(['1', 'n'])('100,000 rows that wait in the outbox, due at %s', (dueAt) => {
  it('are never sorted, and read through the index of their lane: SQLite', () => {
    const client = new (sqliteDriver())(':memory:');
    migrateSqlite(client);
    const number = `(with recursive c(n) as (select 1 union all select n + 1 from c where n < ${ROWS}) select n from c)`;
    client.exec(fill(dueAt, number));
    const plan = (s: Statement) => {
      const { sql, values } = sqlOf(sqliteDrizzle({ client }), s, sqliteTables);
      const rows = client.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[];
      return rows.map((row) => row.detail).join('; ');
    };
    for (const [name, s] of perLane) {
      expect(plan(s), name).toMatch(/USING (COVERING )?INDEX outbox_(due|bulk)/);
      expect(plan(s), name).not.toContain('TEMP B-TREE');
    }
    for (const [name, s] of perPerson) expect(plan(s), name).toContain('USING INDEX outbox_person');
    client.close();
  });

  it('are never sorted, and read through the index of their lane: PostgreSQL', async () => {
    const database = await freshDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(fill(dueAt, `generate_series(1, ${ROWS}) as s(n)`));
    await client.query('analyze outbox');
    const plan = async (s: Statement) => {
      const { sql, values } = sqlOf(postgresDrizzle({ client }), s, postgresTables);
      const { rows } = await client.query(`explain ${sql}`, values);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    for (const [name, s] of perLane) {
      expect(await plan(s), name).toMatch(/using outbox_(due|bulk)/);
      expect(await plan(s), name).not.toContain('Sort');
    }
    for (const [name, s] of perPerson) expect(await plan(s), name).toContain('outbox_person');
    await client.end();
    await database.close();
  });
});
