import type { CalendarProblemTexts } from './problem-text.ts';

/** Sentences about faults in files about the calendar, in English. */
export const calendarProblemsEn: CalendarProblemTexts = {
  date: ({ value }) => [`"${value}" is no date`, 'Write it like 2026-08-17 or 17/08/2026.'],
  holiday_kind: ({ value }) => [
    `the kind "${value}" is not known`,
    'Use libur_nasional, cuti_bersama, libur_daerah or ramadan.',
  ],
  holiday_status: ({ value }) => [`the status "${value}" is not known`, 'Use pasti, sementara or batal.'],
  duplicate_date: ({ value, firstLine }) => [
    `the date ${value} is in line ${firstLine} already`,
    'One row a date: join their names, or correct the date.',
  ],
  date_span: ({ value, max }) => [
    `"${value}" lies before the first date, or more than ${max} days after it`,
    'Correct tanggal or sampai.',
  ],
  holiday_unit: () => ['the column unit is for libur_daerah only', 'Leave it empty, or change jenis.'],
  unit_unknown: ({ value }) => [
    `there is no unit "${value}" in Tutur yet`,
    'Import the people file first (import people), or correct its name.',
  ],
  shift_clock: ({ value }) => [
    `"${value}" is no time`,
    'Write it like 07:30 (in Excel: format the column as text), or libur in the column mulai.',
  ],
  shift_end: ({ value }) => [`a day off has no end ("${value}")`, 'Leave selesai empty.'],
  duplicate_shift: ({ value, firstLine }) => [
    `this person has a duty on ${value} in line ${firstLine} already`,
    'One row a person and date: remove one of them.',
  ],
};
