import type { HolidayRow as StoredHoliday } from '../../../db/queries/calendar.ts';
import type { SeasonRow as StoredSeason, UnitHolidayRow } from '../../../db/queries/roster.ts';
import type { CancelledRow, HolidayRow, HolidaysReading, SeasonRow } from '../../core/import/holidays.ts';

/** The calendar as it is stored. */
export interface StoredCalendar {
  holidays: readonly StoredHoliday[];
  unitHolidays: readonly UnitHolidayRow[];
  seasons: readonly StoredSeason[];
}

/** What can change about a day off. */
export type HolidayField = 'name' | 'kind' | 'source' | 'provisional';

/** A stored day off that is none any more. */
export type RemovedHoliday = CancelledRow & { name: string };

/** What a holidays file would change. */
export interface HolidaysDifference {
  added: HolidayRow[];
  changed: { holiday: HolidayRow; fields: HolidayField[] }[];
  removed: RemovedHoliday[];
  unchanged: number;
  /** Stored holidays of the agency in the file's years that it does not list; an import leaves them alone. */
  missing: number;
  seasons: {
    added: SeasonRow[];
    changed: { season: SeasonRow; before: StoredSeason }[];
    /** Cancelled, or replaced by a span that overlaps: the first day of Ramadan is known only the evening before. */
    removed: StoredSeason[];
  };
}

/** A date that became a day off, or a working day, of the agency (`unitId` null) or of a unit and those below it. */
export interface DateChange {
  unitId: string | null;
  date: string;
  off: boolean;
}

/** Compares a holidays file with what is stored. */
export function compareHolidays(
  reading: Pick<HolidaysReading, 'holidays' | 'seasons' | 'cancelled' | 'cancelledSeasons'>,
  stored: StoredCalendar,
): HolidaysDifference {
  const { holidays, cancelled } = reading;
  const known = new Map<string, Pick<StoredHoliday, 'name' | 'source' | 'provisional'> & { kind?: string }>([
    ...stored.holidays.map((day) => [keyOf({ unitId: null, date: day.date }), day] as const),
    ...stored.unitHolidays.map((day) => [keyOf(day), day] as const),
  ]);
  const added = holidays.filter((day) => !known.has(keyOf(day)));
  const changed = holidays.flatMap((holiday) => {
    const old = known.get(keyOf(holiday));
    const fields = (['name', 'kind', 'source', 'provisional'] as const).filter(
      (field) => old && old[field] !== undefined && old[field] !== holiday[field],
    );
    return fields.length > 0 ? [{ holiday, fields }] : [];
  });
  const removed = cancelled.flatMap((day) => {
    const old = known.get(keyOf(day));
    return old ? [{ ...day, name: old.name }] : [];
  });
  const { same, ...seasons } = compareSeasons(reading, stored.seasons);
  const listed = new Set([...holidays, ...cancelled].map(keyOf));
  const years = new Set(holidays.filter((day) => day.unitId === null).map(({ date }) => date.slice(0, 4)));
  return {
    ...{ added, changed, removed, seasons },
    unchanged: holidays.length - added.length - changed.length + (cancelled.length - removed.length) + same,
    missing: stored.holidays.filter(
      ({ date }) => years.has(date.slice(0, 4)) && !listed.has(keyOf({ unitId: null, date })),
    ).length,
  };
}

/** Whether nothing would change. */
export function isSameCalendar({ added, changed, removed, seasons }: HolidaysDifference): boolean {
  const days = added.length + changed.length + removed.length;
  return days + seasons.added.length + seasons.changed.length + seasons.removed.length === 0;
}

/**
 * The dates up to `until` that an import made a day off, or a working day, after all: what was asked or counted on them is
 * to be put right. A roster, an absence or another holiday may still decide otherwise for somebody.
 */
export function datesPutRight({ added, removed }: HolidaysDifference, until: string): DateChange[] {
  return [
    ...added.map(({ unitId, date }) => ({ unitId, date, off: true })),
    ...removed.map(({ unitId, date }) => ({ unitId, date, off: false })),
  ].filter(({ date }) => date <= until);
}

function compareSeasons(
  { seasons, cancelledSeasons }: Pick<HolidaysReading, 'seasons' | 'cancelledSeasons'>,
  stored: readonly StoredSeason[],
) {
  const at = (date: string) => stored.find((old) => old.fromDate <= date && date <= old.toDate);
  const exact = new Map(stored.map((old) => [old.fromDate, old]));
  const added = seasons.filter(({ fromDate }) => !exact.has(fromDate));
  const changed = seasons.flatMap((season) => {
    const before = exact.get(season.fromDate);
    return before && !sameSeason(season, before) ? [{ season, before }] : [];
  });
  const listed = new Set(seasons.map(({ fromDate }) => fromDate));
  const replaced = stored.filter(
    (old) =>
      !listed.has(old.fromDate) &&
      seasons.some((season) => season.fromDate <= old.toDate && old.fromDate <= season.toDate),
  );
  const ended = cancelledSeasons.flatMap(({ date }) => at(date) ?? []);
  return {
    ...{ added, changed, removed: [...new Set([...replaced, ...ended])] },
    same: seasons.length - added.length - changed.length + (cancelledSeasons.length - ended.length),
  };
}

function sameSeason(season: SeasonRow, old: StoredSeason): boolean {
  return (['toDate', 'name', 'source', 'provisional'] as const).every(
    (field) => season[field] === old[field],
  );
}

function keyOf({ unitId, date }: { unitId: string | null; date: string }): string {
  return `${unitId ?? ''}|${date}`;
}
