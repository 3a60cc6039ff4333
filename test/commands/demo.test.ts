import { beforeAll, describe, expect, it } from 'vitest';
import { allRules } from '../../db/queries/calendar.ts';
import { allPeople, allUnits, currentAccounts, type PersonRow } from '../../db/queries/people.ts';
import { openSqlite } from '../../db/sqlite.ts';
import { type Store, statement } from '../../db/store.ts';
import { seedDemo } from '../../src/app/demo/seed.ts';
import { allHolidays } from '../../src/app/import/holidays.ts';
import { parseEmployeeNumber } from '../../src/core/employee-number.ts';
import { parseEmail } from '../../src/core/import/person-fields.ts';
import { localDate, weekday } from '../../src/core/local-time.ts';
import { createShell, now } from './shell.ts';

const zone = 'Asia/Jakarta';
let store: Store;
let people: PersonRow[];
beforeAll(async () => {
  store = openSqlite(':memory:');
  await seedDemo(store, { now, zone });
  people = await store.all(allPeople());
});

const entries = () => store.all(statement('entries', (db, t) => db.select().from(t.entries)));
const talks = () => store.all(statement('talks', (db, t) => db.select().from(t.talks)));
const absences = () => store.all(statement('absences', (db, t) => db.select().from(t.absences)));
const revisions = () => store.all(statement('revisions', (db, t) => db.select().from(t.entryRevisions)));

describe('the people of the demo', () => {
  it('have employee numbers and addresses that our own reader takes without a warning', () => {
    const today = localDate(now, zone);
    for (const { nip, email, name } of people) {
      expect(parseEmployeeNumber(nip, { today }), name).toEqual({ ok: true, nip, warnings: [] });
      expect(parseEmail(email!), name).toBe(email);
    }
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
  });

  it('hold every role, in three zones, PNS and PPPK', async () => {
    expect([...new Set(people.flatMap(({ roles }) => roles))].sort()).toEqual([
      'admin',
      'hr',
      'pegawai',
      'pengamat',
    ]);
    const zones = new Set((await store.all(allUnits())).map((unit) => unit.zone));
    expect([...zones].sort()).toEqual(['Asia/Jakarta', 'Asia/Jayapura', 'Asia/Makassar']);
    expect(people.some(({ nip }) => Number(nip.slice(12, 14)) >= 21)).toBe(true);
  });

  it('have one account each: supervisors and HR at a desk, the others in a chat', async () => {
    const accounts = await store.all(currentAccounts());
    const supervisors = new Set(people.map(({ supervisorId }) => supervisorId));
    expect(accounts).toHaveLength(people.length);
    for (const { id, roles } of people) {
      const account = accounts.find(({ personId }) => personId === id)!;
      const kind = supervisors.has(id) || roles.includes('hr') ? 'desk' : 'chat';
      expect([account.platform, account.externalId, account.address]).toEqual([
        ...['playground', `${kind}:${id}`, `${kind}:${id}`],
      ]);
    }
  });
});

describe('the entries of the demo', () => {
  it('lie on working days before today on which their owner is not absent', async () => {
    const holidays = new Set((await allHolidays(store)).map(({ date }) => date));
    const away = await absences();
    const all = await entries();
    expect(all.length).toBeGreaterThan(300);
    for (const { localDate: date, personId, zone } of all) {
      expect(weekday(date)).toBeLessThan(6);
      expect(holidays.has(date)).toBe(false);
      expect(date < localDate(now, zone)).toBe(true);
      const absent = away.some((a) => a.personId === personId && a.fromDate <= date && date <= a.toDate);
      expect(absent).toBe(false);
    }
  });

  it('serve work results of their owner, and are counted once', async () => {
    const plans = await store.all(statement('plans', (db, t) => db.select().from(t.plans)));
    const results = await store.all(statement('results', (db, t) => db.select().from(t.workResults)));
    const personOf = new Map(plans.map(({ id, personId }) => [id, personId]));
    const ownerOf = new Map(results.map(({ id, planId }) => [id, personOf.get(planId)]));
    const all = await entries();
    for (const { kind, workResultId, personId } of all)
      expect(workResultId === null ? kind : ownerOf.get(workResultId)).toBe(
        workResultId === null ? 'none' : personId,
      );
    expect(new Set(all.map(({ number }) => number)).size).toBe(all.length);
  });

  it('tell a story that has happened: approved, returned, talked about', async () => {
    const [all, said, history] = [await entries(), await talks(), await revisions()];
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['submitted', 'approved', 'returned']));
    expect(new Set(said.map(({ kind }) => kind))).toEqual(new Set(['feedback', 'reply', 'returned']));
    for (const at of [...said.map((talk) => talk.at), ...history.map((row) => row.at)])
      expect(at).toBeLessThan(now);
    for (const { id, revision } of all)
      expect(history.filter(({ entryId }) => entryId === id)).toHaveLength(revision);
  });
});

describe('the demo itself', () => {
  it('is the same for the same day', async () => {
    const other = openSqlite(':memory:');
    await seedDemo(other, { now, zone });
    const again = await other.all(statement('entries', (db, t) => db.select().from(t.entries)));
    expect(again).toEqual(await entries());
    for (const name of ['evaluations', 'dialogues', 'feedback', 'planVersions', 'outbox'] as const) {
      const all = statement(name, (db, t) => db.select().from(t[name]));
      expect(await other.all(all), name).toEqual(await store.all(all));
    }
  });

  it('works on the first day of a year, before there is a plan to serve', async () => {
    const other = openSqlite(':memory:');
    const january = Date.parse('2027-01-02T01:00:00Z');
    expect(await seedDemo(other, { now: january, zone })).toMatchObject({ ok: true });
  });

  it('refuses a database that is not empty', async () => {
    expect(await seedDemo(store, { now, zone })).toMatchObject({ ok: false, people: people.length });
    expect(await store.all(allRules())).toEqual([]);
    const shell = createShell();
    expect((await shell.run('demo')).code).toBe(0);
    const second = await shell.run('demo', '--json');
    expect(second.code).toBe(1);
    expect(second.json()).toMatchObject({ ok: false });
    const status = await shell.run('status', '--json');
    expect(status.json()).toMatchObject({ people: 14, linked: 14, entriesToday: 0, scheduler: null });
    shell.remove();
  });
});
