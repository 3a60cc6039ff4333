import { datesBetween } from '../local-time.ts';
import {
  type HolidayLine,
  type HolidayLineProblem,
  type HolidayPlace,
  holidaysColumns,
  readHolidayLine,
} from './holiday-row.ts';
import {
  byLine,
  type Place,
  selectColumns,
  type Table,
  type TableProblem,
  type TableWarning,
} from './table.ts';

export type { HolidayKind } from './holiday-row.ts';

/** One day off, of the whole agency or of a unit and those below it. */
export interface HolidayRow extends HolidayPlace {
  line: number;
  /** `yyyy-MM-dd` */
  date: string;
  name: string;
  kind: 'libur_nasional' | 'cuti_bersama' | 'libur_daerah';
  /** The decree, as written. */
  source: string | null;
  /** True for `sementara`: announced or expected, not decreed. */
  provisional: boolean;
}

/** A span of dates with working hours of its own. */
export interface SeasonRow {
  line: number;
  fromDate: string;
  toDate: string;
  name: string;
  source: string | null;
  provisional: boolean;
}

/** A day off that was announced and is not one after all. */
export interface CancelledRow extends HolidayPlace {
  line: number;
  date: string;
}

/** What is wrong in a holidays file; nothing of a file with problems should be stored. */
export type HolidaysProblem =
  | TableProblem
  | HolidayLineProblem
  /** The same date (of the same unit), or spans of Ramadan that overlap. */
  | (Place & { code: 'duplicate_date'; value: string; firstLine: number });

/** A holidays file as read; the rows are those without a problem, for a preview. */
export interface HolidaysReading {
  holidays: HolidayRow[];
  seasons: SeasonRow[];
  cancelled: CancelledRow[];
  /** First dates of seasons that are cancelled. */
  cancelledSeasons: CancelledRow[];
  problems: HolidaysProblem[];
  warnings: TableWarning[];
}

/**
 * Reads the holidays file: days off (national holidays and cuti bersama by SKB 3 Menteri, regional ones of a unit), a row
 * a day or a span of days, and the spans of Ramadan.
 */
export function readHolidays(
  table: Table,
  { units }: { units: readonly { id: string; name: string }[] } = { units: [] },
): HolidaysReading {
  const selected = selectColumns(table, holidaysColumns);
  const read = selected.rows.map((row) => readHolidayLine(row, units));
  const rows = read.flatMap(({ row }) => row ?? []);
  const problems: HolidaysProblem[] = [
    ...selected.problems,
    ...read.flatMap((row) => row.problems),
    ...repeated(rows),
  ];
  const faulty = new Set(problems.map(({ line }) => line));
  const sound = rows.filter(({ line }) => !faulty.has(line));
  const days = sound.filter((row) => row.kind !== 'ramadan');
  const seasons = sound.filter((row) => row.kind === 'ramadan');
  const cancelledOf = (row: HolidayLine) =>
    datesBetween(row.from, row.to).map((date) => ({
      ...{ line: row.line, date, unitId: row.unitId, unit: row.unit },
    }));
  return {
    holidays: days.filter((row) => !row.cancelled).flatMap(holidaysOf),
    cancelled: days.filter((row) => row.cancelled).flatMap(cancelledOf),
    seasons: seasons.filter((row) => !row.cancelled).map(seasonOf),
    cancelledSeasons: seasons.filter((row) => row.cancelled).flatMap((row) => cancelledOf(row).slice(0, 1)),
    problems: byLine(problems),
    warnings: selected.warnings,
  };
}

function holidaysOf({
  line,
  from,
  to,
  name,
  kind,
  source,
  provisional,
  unitId,
  unit,
}: HolidayLine): HolidayRow[] {
  if (kind === null || kind === 'ramadan') return [];
  return datesBetween(from, to).map((date) => ({
    line,
    date,
    name,
    kind,
    source,
    provisional,
    unitId,
    unit,
  }));
}

function seasonOf({ line, from, to, name, source, provisional }: HolidayLine): SeasonRow {
  return { line, fromDate: from, toDate: to, name, source, provisional };
}

function repeated(rows: readonly HolidayLine[]): HolidaysProblem[] {
  const firstLines = new Map<string, number>();
  return rows.flatMap(({ line, from, to, kind, unitId }): HolidaysProblem[] => {
    const keys = datesBetween(from, to).map((date) => ({
      date,
      key: `${kind === 'ramadan' ? 'ramadan' : (unitId ?? '')}|${date}`,
    }));
    const taken = keys.find(({ key }) => firstLines.has(key));
    for (const { key } of keys) if (!firstLines.has(key)) firstLines.set(key, line);
    if (!taken) return [];
    const firstLine = firstLines.get(taken.key)!;
    return [{ line, column: 'tanggal', code: 'duplicate_date', value: taken.date, firstLine }];
  });
}
