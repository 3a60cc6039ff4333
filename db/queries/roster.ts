import { and, asc, between, eq, gte, inArray, lte, max, or, sql } from 'drizzle-orm';
import { prepared, statement } from '../store.ts';
import type { Tables } from '../tables.ts';

const p = sql.placeholder;

/** A duty of a person on a date, or their day off by the roster. */
export type ShiftRow = Tables['shifts']['$inferSelect'];
/** A regional holiday of a unit. */
export type UnitHolidayRow = Tables['unitHolidays']['$inferSelect'];
/** A span of dates with working hours of its own. */
export type SeasonRow = Tables['seasons']['$inferSelect'];
/** A later cut-off of a person's day because of an outage. */
export type ExtensionRow = Tables['extensions']['$inferSelect'];

/** The name of a person's duty on a date. */
export const shiftId = (personId: string, date: string) => `${personId}|${date}`;

/** The name of a regional holiday of a unit. */
export const unitHolidayId = (unitId: string, date: string) => `${unitId}|${date}`;

/** The name of a season. */
export const seasonId = (kind: SeasonRow['kind'], fromDate: string) => `${kind}|${fromDate}`;

/** Duties of some people (a few hundred at most) in a span of dates. */
export const shiftsOfMany = (personIds: readonly string[], from: string, to: string) =>
  statement('shiftsOfMany', (db, t) =>
    db
      .select()
      .from(t.shifts)
      .where(or(...personIds.map((id) => between(t.shifts.id, shiftId(id, from), shiftId(id, to))))),
  );

/** Duties by their names. */
export const shiftsById = (ids: readonly string[]) =>
  statement('shiftsById', (db, t) =>
    db
      .select()
      .from(t.shifts)
      .where(inArray(t.shifts.id, [...ids])),
  );

const shifts = prepared<{ first: string; last: string }>()('shiftsBetween', (db, t) =>
  db
    .select()
    .from(t.shifts)
    .where(and(gte(t.shifts.id, p('first')), lte(t.shifts.id, p('last'))))
    .orderBy(asc(t.shifts.id)),
);

/** Duties of a person in a span of dates. */
export const shiftsBetween = (personId: string, from: string, to: string) =>
  shifts({ first: shiftId(personId, from), last: shiftId(personId, to) });

/** Writes duties. */
export const putShifts = (rows: ShiftRow[]) =>
  statement('putShifts', (db, t) =>
    db
      .insert(t.shifts)
      .values(rows)
      .onConflictDoUpdate({
        target: t.shifts.id,
        set: { startMinute: sql`excluded.start_minute`, endMinute: sql`excluded.end_minute` },
      })
      .returning({ id: t.shifts.id }),
  );

/** Writes a duty. */
export const putShift = (row: ShiftRow) => putShifts([row]);

/** Takes duties back. */
export const dropShifts = (ids: readonly string[]) =>
  statement('dropShifts', (db, t) =>
    db
      .delete(t.shifts)
      .where(inArray(t.shifts.id, [...ids]))
      .returning({ id: t.shifts.id }),
  );

/** The last date of each person's roster. */
export const rosterEnds = () =>
  statement('rosterEnds', (db, t) =>
    db
      .select({ personId: t.shifts.personId, date: max(t.shifts.date) })
      .from(t.shifts)
      .innerJoin(t.people, eq(t.people.id, t.shifts.personId))
      .where(eq(t.people.active, true))
      .groupBy(t.shifts.personId),
  );

/** Regional holidays in a span of dates. */
export const unitHolidaysBetween = prepared<{ from: string; to: string }>()('unitHolidaysBetween', (db, t) =>
  db
    .select()
    .from(t.unitHolidays)
    .where(and(gte(t.unitHolidays.date, p('from')), lte(t.unitHolidays.date, p('to'))))
    .orderBy(asc(t.unitHolidays.date)),
);

/** Writes a regional holiday. */
export const putUnitHoliday = (row: UnitHolidayRow) =>
  statement('putUnitHoliday', (db, t) =>
    db
      .insert(t.unitHolidays)
      .values(row)
      .onConflictDoUpdate({ target: t.unitHolidays.id, set: row })
      .returning({ id: t.unitHolidays.id }),
  );

/** Takes a regional holiday back. */
export const dropUnitHoliday = (id: string) =>
  statement('dropUnitHoliday', (db, t) =>
    db.delete(t.unitHolidays).where(eq(t.unitHolidays.id, id)).returning({ id: t.unitHolidays.id }),
  );

/** Seasons that touch a span of dates. */
export const seasonsBetween = prepared<{ from: string; to: string }>()('seasonsBetween', (db, t) =>
  db
    .select()
    .from(t.seasons)
    .where(and(lte(t.seasons.fromDate, p('to')), gte(t.seasons.toDate, p('from'))))
    .orderBy(asc(t.seasons.fromDate)),
);

/** Writes a season. */
export const putSeason = (row: SeasonRow) =>
  statement('putSeason', (db, t) =>
    db
      .insert(t.seasons)
      .values(row)
      .onConflictDoUpdate({ target: t.seasons.id, set: row })
      .returning({ id: t.seasons.id }),
  );

/** Takes a season back. */
export const dropSeason = (id: string) =>
  statement('dropSeason', (db, t) =>
    db.delete(t.seasons).where(eq(t.seasons.id, id)).returning({ id: t.seasons.id }),
  );

/** Later cut-offs of one person in a span of dates. */
export const personExtensions = prepared<{ personId: string; from: string; to: string }>()(
  'personExtensions',
  (db, t) =>
    db
      .select()
      .from(t.extensions)
      .where(
        and(
          eq(t.extensions.personId, p('personId')),
          gte(t.extensions.localDate, p('from')),
          lte(t.extensions.localDate, p('to')),
        ),
      ),
);

/** Later cut-offs of some people in a span of dates. */
export const extensionsBetween = (personIds: readonly string[], from: string, to: string) =>
  statement('extensionsBetween', (db, t) =>
    db
      .select()
      .from(t.extensions)
      .where(
        and(
          inArray(t.extensions.personId, [...personIds]),
          gte(t.extensions.localDate, from),
          lte(t.extensions.localDate, to),
        ),
      ),
  );

/** Grants later cut-offs; what was granted for the same outage stays. */
export const insertExtensions = (rows: ExtensionRow[]) =>
  statement('insertExtensions', (db, t) =>
    db.insert(t.extensions).values(rows).onConflictDoNothing().returning({ id: t.extensions.id }),
  );
