import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLeadership, type Leadership } from '../../db/leadership.ts';
import { named } from '../support/postgres.ts';
import { freshDatabase, type TestDatabase } from './fresh-database.ts';

/** Ends the connection that holds the lead, as a server does whose peer has gone. */
const CUT = `select pg_terminate_backend(pid) from pg_locks
  where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`;

describe('the lead of several processes on one PostgreSQL', () => {
  let database: TestDatabase;
  let now: number;
  let all: Leadership[];
  const another = () => {
    const leadership = createLeadership(database.url, () => now);
    all.push(leadership);
    return leadership;
  };
  const leaders = async () => (await Promise.all(all.map((one) => one.leads()))).filter(Boolean).length;

  beforeEach(async () => {
    now = 0;
    all = [];
    database = await freshDatabase('empty');
  });
  afterEach(async () => {
    await Promise.all(all.map((one) => one.close()));
    await database.close();
  });

  it('has one holder, however many ask at once and however often', async () => {
    for (let i = 0; i < 5; i += 1) another();
    for (let i = 0; i < 5; i += 1) {
      expect(await leaders()).toBe(1);
      now += 2_000;
    }
  });

  it('stays where it is until its holder goes, and goes to one other then', async () => {
    const [a, b] = [another(), another()];
    expect([await a.leads(), await b.leads()]).toEqual([true, false]);
    await a.close();
    expect([await a.leads(), await b.leads()]).toEqual([false, true]);
  });

  it('is lost with its connection: another takes over, and the first notices at its next look', async () => {
    const [a, b] = [another(), another()];
    expect([await a.leads(), await b.leads()]).toEqual([true, false]);
    await database.query(CUT);
    while (!(await b.leads())) await sleep(5);
    now += 2_000;
    expect([await a.leads(), await b.leads()]).toEqual([false, true]);
    await b.close();
    while (!(await a.leads())) await sleep(5);
  });

  it('is nobody’s while the server is out of reach, without an error', async () => {
    const lost = createLeadership('postgres://tutur@127.0.0.1:1/tutur');
    expect(await lost.leads()).toBe(false);
    await lost.close();
  });

  it('is its own in each database of a server', async () => {
    const other = await freshDatabase('empty');
    const far = createLeadership(named(database.url, new URL(other.url).pathname.slice(1)));
    expect([await another().leads(), await far.leads()]).toEqual([true, true]);
    await far.close();
    await other.close();
  });
});
