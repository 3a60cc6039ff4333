import { type HolidaysDifference, isSameCalendar } from '../app/import/holidays-difference.ts';
import type { ShiftsImport } from '../app/import/shifts.ts';
import { maskEmployeeNumber } from '../core/employee-number.ts';
import { clockTime } from '../core/local-time.ts';
import type { Locale } from '../core/model.ts';
import type { OperatorTexts } from '../i18n/operator-texts.ts';
import type { Described } from './import-report.ts';

const DAY = 1440;

/** Describes what a holidays file would change. */
export function describeHolidays(difference: HolidaysDifference, t: OperatorTexts): Described {
  const { added, changed, removed, unchanged, missing, seasons } = difference;
  const place = ({ unit }: { unit: string | null }) => (unit === null ? '' : ` (${unit})`);
  const span = ({ fromDate, toDate, name }: { fromDate: string; toDate: string; name: string }) =>
    `${fromDate}..${toDate} ${name}`;
  const lines = [
    t.import.counts(
      added.length + seasons.added.length,
      changed.length + seasons.changed.length,
      unchanged,
      removed.length + seasons.removed.length,
    ),
    ...added.map((day) => `+ ${day.date} ${day.name}${place(day)}`),
    ...changed.map(({ holiday, fields }) => {
      const parts = fields.map((field) => t.import.holidayField(field)).join(', ');
      return `~ ${holiday.date} ${holiday.name}${place(holiday)}: ${parts}`;
    }),
    ...removed.map((day) => `- ${day.date} ${day.name}${place(day)}`),
    ...seasons.added.map((season) => `+ ${span(season)}`),
    ...seasons.changed.map(({ season, before }) => `~ ${span(before)} → ${span(season)}`),
    ...seasons.removed.map((season) => `- ${span(season)}`),
    ...(missing > 0 ? [t.import.missingHolidays(missing)] : []),
  ];
  const data = {
    added: added.map(({ date, name, unit }) => ({ date, name, unit })),
    changed: changed.map(({ holiday: { date, name, unit }, fields }) => ({ date, name, unit, fields })),
    removed: removed.map(({ date, name, unit }) => ({ date, name, unit })),
    seasons: {
      added: seasons.added.map(({ fromDate, toDate, name }) => ({ fromDate, toDate, name })),
      changed: seasons.changed.map(({ season: { fromDate, toDate, name } }) => ({ fromDate, toDate, name })),
      removed: seasons.removed.map(({ fromDate, toDate, name }) => ({ fromDate, toDate, name })),
    },
    ...{ unchanged, missing },
  };
  return { different: !isSameCalendar(difference), lines, data };
}

/** Describes what a roster file would change, duty by duty. */
export function describeShifts(
  { difference, people }: Pick<ShiftsImport, 'difference' | 'people'>,
  locale: Locale,
  t: OperatorTexts,
): Described {
  const { added, changed, removed, unchanged } = difference;
  const duty = ({ startMinute, endMinute }: (typeof added)[number]) =>
    startMinute === null || endMinute === null
      ? t.calendar.off()
      : `${clockTime(startMinute, locale)}–${clockTime(endMinute > DAY ? endMinute - DAY : endMinute, locale)}`;
  const linesOf = (mark: string, rows: readonly (typeof added)[number][]) =>
    rows.map((row) => {
      const { name = '', nip = '' } = people.get(row.personId) ?? {};
      const what = mark === '-' ? t.calendar.byWeek() : duty(row);
      return `${mark} ${name} (${maskEmployeeNumber(nip)}), ${row.date}: ${what}`;
    });
  const dataOf = (rows: readonly (typeof added)[number][]) =>
    rows.map(({ personId, date, startMinute, endMinute }) => ({
      ...{ nip: maskEmployeeNumber(people.get(personId)?.nip ?? ''), date, startMinute, endMinute },
    }));
  return {
    different: added.length + changed.length + removed.length > 0,
    lines: [
      t.import.counts(added.length, changed.length, unchanged, removed.length),
      ...linesOf('+', added),
      ...linesOf('~', changed),
      ...linesOf('-', removed),
    ],
    data: { added: dataOf(added), changed: dataOf(changed), removed: dataOf(removed), unchanged },
  };
}
