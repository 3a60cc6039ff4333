import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Platform } from '../../src/core/model.ts';
import { prepared, remembered, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** A person with the unit they belong to. */
export type PersonRow = Tables['people']['$inferSelect'] & { unitName: string; unitZone: string | null };
/** An account on a platform. */
export type AccountRow = Tables['accounts']['$inferSelect'];
/** A unit of the agency. */
export type UnitRow = Tables['units']['$inferSelect'];

/** The columns of a person with the unit they belong to. */
export const personColumns = (t: Tables) => ({
  id: t.people.id,
  nip: t.people.nip,
  name: t.people.name,
  position: t.people.position,
  unitId: t.people.unitId,
  supervisorId: t.people.supervisorId,
  email: t.people.email,
  roles: t.people.roles,
  zone: t.people.zone,
  locale: t.people.locale,
  activeFrom: t.people.activeFrom,
  active: t.people.active,
  activeUntil: t.people.activeUntil,
  level: t.people.level,
  updatedAt: t.people.updatedAt,
  reminderLevel: t.people.reminderLevel,
  reminderAt: t.people.reminderAt,
  unitName: t.units.name,
  unitZone: t.units.zone,
});

/** The account and person behind a platform's id, while the account is current and the person active. */
export const sessionByAccount = prepared<{ platform: Platform; externalId: string }>()(
  'sessionByAccount',
  (db, t) =>
    db
      .select({ account: t.accounts, person: personColumns(t) })
      .from(t.accounts)
      .innerJoin(t.people, eq(t.people.id, t.accounts.personId))
      .innerJoin(t.units, eq(t.units.id, t.people.unitId))
      .where(
        and(
          eq(t.accounts.platform, p('platform')),
          eq(t.accounts.externalId, p('externalId')),
          eq(t.accounts.current, true),
          eq(t.people.active, true),
        ),
      ),
);

/** One person by id. */
export const personById = prepared<{ id: string }>()('personById', (db, t) =>
  db
    .select(personColumns(t))
    .from(t.people)
    .innerJoin(t.units, eq(t.units.id, t.people.unitId))
    .where(eq(t.people.id, p('id'))),
);

/** Some people by id. */
export const peopleByIds = (ids: readonly string[]) =>
  statement('peopleByIds', (db, t) =>
    db
      .select(personColumns(t))
      .from(t.people)
      .innerJoin(t.units, eq(t.units.id, t.people.unitId))
      .where(inArray(t.people.id, [...ids])),
  );

/** One person by NIP. */
export const personByNip = prepared<{ nip: string }>()('personByNip', (db, t) =>
  db
    .select(personColumns(t))
    .from(t.people)
    .innerJoin(t.units, eq(t.units.id, t.people.unitId))
    .where(eq(t.people.nip, p('nip'))),
);

/** Active people with an e-mail address, compared in lower case. */
export const peopleByEmail = prepared<{ email: string }>()('peopleByEmail', (db, t) =>
  db
    .select(personColumns(t))
    .from(t.people)
    .innerJoin(t.units, eq(t.units.id, t.people.unitId))
    .where(and(eq(t.people.email, p('email')), eq(t.people.active, true))),
);

/** Everybody, active or not, by name. */
export const allPeople = () =>
  statement('allPeople', (db, t) =>
    db
      .select(personColumns(t))
      .from(t.people)
      .innerJoin(t.units, eq(t.units.id, t.people.unitId))
      .orderBy(asc(t.people.name), asc(t.people.id)),
  );

/** Active people of a unit, by name. */
export const peopleOfUnit = prepared<{ unitId: string }>()('peopleOfUnit', (db, t) =>
  db
    .select(personColumns(t))
    .from(t.people)
    .innerJoin(t.units, eq(t.units.id, t.people.unitId))
    .where(and(eq(t.people.unitId, p('unitId')), eq(t.people.active, true)))
    .orderBy(asc(t.people.name), asc(t.people.id)),
);

/** Active people whose supervisor somebody is, by name. */
export const subordinatesOf = prepared<{ supervisorId: string }>()('subordinatesOf', (db, t) =>
  db
    .select(personColumns(t))
    .from(t.people)
    .innerJoin(t.units, eq(t.units.id, t.people.unitId))
    .where(and(eq(t.people.supervisorId, p('supervisorId')), eq(t.people.active, true)))
    .orderBy(asc(t.people.name), asc(t.people.id)),
);

/** Active people whose names have all these words in them, by name. */
export const peopleNamed = (words: readonly string[], limit: number) =>
  statement('peopleNamed', (db, t) =>
    db
      .select(personColumns(t))
      .from(t.people)
      .innerJoin(t.units, eq(t.units.id, t.people.unitId))
      .where(
        and(
          eq(t.people.active, true),
          // A typed `%` or `_` stands for itself.
          ...words.map(
            (word) => sql`lower(${t.people.name}) like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`,
          ),
        ),
      )
      .orderBy(asc(t.people.name), asc(t.people.id))
      .limit(limit),
  );

/** Active people whose supervisor is one of some people, by name. */
export const teamsOf = (supervisorIds: readonly string[]) =>
  statement('teamsOf', (db, t) =>
    db
      .select(personColumns(t))
      .from(t.people)
      .innerJoin(t.units, eq(t.units.id, t.people.unitId))
      .where(and(inArray(t.people.supervisorId, [...supervisorIds]), eq(t.people.active, true)))
      .orderBy(asc(t.people.name), asc(t.people.id)),
  );

/** Every unit, by name. */
export const allUnits = remembered('allUnits', 'units', (db, t) =>
  db.select().from(t.units).orderBy(asc(t.units.name)),
);

/** The zones that people have of their own. */
export const zonesOfPeople = () =>
  statement('zonesOfPeople', (db, t) => db.selectDistinct({ zone: t.people.zone }).from(t.people));

/** The current accounts of a person. */
export const accountsOf = prepared<{ personId: string }>()('accountsOf', (db, t) =>
  db
    .select()
    .from(t.accounts)
    .where(and(eq(t.accounts.personId, p('personId')), eq(t.accounts.current, true))),
);

/** The current accounts of some people; of one person, the usual case, by a prepared query. */
export const accountsOfMany = (ids: readonly string[]) =>
  ids.length === 1 ? accountsOf({ personId: ids[0]! }) : accountsOfSeveral(ids);

const accountsOfSeveral = (ids: readonly string[]) =>
  statement('accountsOfMany', (db, t) =>
    db
      .select()
      .from(t.accounts)
      .where(and(inArray(t.accounts.personId, [...ids]), eq(t.accounts.current, true))),
  );

/** Every account that is current. */
export const currentAccounts = () =>
  statement('currentAccounts', (db, t) => db.select().from(t.accounts).where(eq(t.accounts.current, true)));

/** Adds a unit. */
export const insertUnit = (row: Tables['units']['$inferInsert']) =>
  statement('insertUnit', (db, t) => db.insert(t.units).values(row).returning({ id: t.units.id }));

/** Changes a unit. */
export const updateUnit = (id: string, change: Partial<UnitRow>) =>
  statement('updateUnit', (db, t) =>
    db.update(t.units).set(change).where(eq(t.units.id, id)).returning({ id: t.units.id }),
  );

/** Adds a person. */
export const insertPerson = (row: Tables['people']['$inferInsert']) =>
  statement('insertPerson', (db, t) => db.insert(t.people).values(row).returning({ id: t.people.id }));

/** Changes a person. */
export const updatePerson = (id: string, change: Partial<Tables['people']['$inferInsert']>) =>
  statement('updatePerson', (db, t) =>
    db.update(t.people).set(change).where(eq(t.people.id, id)).returning({ id: t.people.id }),
  );
