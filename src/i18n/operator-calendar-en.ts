import type { calendarId } from './operator-calendar-id.ts';

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** The operator's texts about calendar and duty rosters in English. */
export const calendarEn: typeof calendarId = {
  off: () => 'off duty',
  byWeek: () => 'as the usual week again',
  check: {
    noHolidays: () => [
      'There are no holidays yet; the shipped calendar is loaded at the first start.',
      'Or import them: import holidays data-files/holidays.csv',
    ],
    holidays: (year, n) => [`Holidays of ${year}: ${plural(n, 'day', 'days')}.`],
    holidaysProvisional: (year, n, provisional) => [
      `Holidays of ${year}: ${plural(n, 'day', 'days')}, ${provisional} of them still provisional.`,
      `Import them again once they are decreed: import holidays holidays-${year}.csv`,
    ],
    holidaysMissing: (year) => [
      `There are no holidays of ${year}.`,
      `Import them once they are decreed: import holidays holidays-${year}.csv`,
    ],
    ramadan: (year, span) => [`Ramadan hours of ${year}: ${span}.`],
    ramadanProvisional: (year, span) => [
      `Ramadan hours of ${year}: ${span}, still provisional.`,
      'Import them again once they are certain: import holidays ramadan.csv (jenis ramadan, column sampai).',
    ],
    ramadanMissing: (year) => [
      `The dates of Ramadan ${year} are missing; the usual hours hold.`,
      'Import them: import holidays ramadan.csv (jenis ramadan, column sampai).',
    ],
    rosters: (people) => [`Duty rosters: ${plural(people, 'person', 'people')}.`],
    rostersEnd: (people, first) => [
      `The ${people === 1 ? 'roster' : 'rosters'} of ${plural(people, 'person', 'people')} ended or will soon (the first on ${first}); afterwards the usual week holds for them.`,
      'Import the next ones: import shifts roster.csv',
    ],
  },
};
