import { and, asc, gte, inArray, lte } from 'drizzle-orm';
import { statement } from '../store.ts';
import type { Tables } from '../tables.ts';

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

/** Duties of some people on some dates. */
export const shiftsOn = (personIds: readonly string[], dates: readonly string[]) =>
  statement('shiftsOn', (db, t) =>
    db
      .select()
      .from(t.shifts)
      .where(
        inArray(
          t.shifts.id,
          personIds.flatMap((person) => dates.map((date) => shiftId(person, date))),
        ),
      ),
  );

/** Duties of a person in a span of dates. */
export const shiftsBetween = (personId: string, from: string, to: string) =>
  statement('shiftsBetween', (db, t) =>
    db
      .select()
      .from(t.shifts)
      .where(and(gte(t.shifts.id, shiftId(personId, from)), lte(t.shifts.id, shiftId(personId, to))))
      .orderBy(asc(t.shifts.id)),
  );

/** Writes a duty. */
export const putShift = (row: ShiftRow) =>
  statement('putShift', (db, t) =>
    db
      .insert(t.shifts)
      .values(row)
      .onConflictDoUpdate({ target: t.shifts.id, set: row })
      .returning({ id: t.shifts.id }),
  );

/** Regional holidays in a span of dates. */
export const unitHolidaysBetween = (from: string, to: string) =>
  statement('unitHolidaysBetween', (db, t) =>
    db
      .select()
      .from(t.unitHolidays)
      .where(and(gte(t.unitHolidays.date, from), lte(t.unitHolidays.date, to)))
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

/** Seasons that touch a span of dates. */
export const seasonsBetween = (from: string, to: string) =>
  statement('seasonsBetween', (db, t) =>
    db
      .select()
      .from(t.seasons)
      .where(and(lte(t.seasons.fromDate, to), gte(t.seasons.toDate, from)))
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
