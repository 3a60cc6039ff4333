import { actionProblemsEn } from './problem-actions.ts';
import { calendarProblemsEn } from './problem-calendar-en.ts';
import { cascadeProblemsEn } from './problem-cascade-en.ts';
import { evaluationProblemsEn } from './problem-evaluation-en.ts';
import type { ProblemTexts } from './problem-text.ts';

const chain = (names: readonly string[]) => [...names, names[0]].join(' → ');

/** Sentences about faults in imported files, in English. */
export const problemEn: ProblemTexts = {
  place: (line, column) => (column === '' ? `Line ${line}` : `Line ${line}, column ${column}`),
  file: {
    missing_column: ({ column }) => [
      `the column "${column}" is missing`,
      `Add the heading ${column} to the header row.`,
    ],
    duplicate_column: () => ['this column is there twice', 'Remove or rename one of them.'],
    extra_cells: ({ value }) => [
      `there is text to the right of the last column ("${value}")`,
      'Mostly a separator inside a text: put that text in quotes ("…"), or remove what is too much.',
    ],
    no_rows: () => ['there is no row of data below the header', 'Add at least one row.'],
    empty: ({ column }) => ['this cell is empty', `Fill in ${column}.`],
    employee_number: () => ['no NIP', 'Type the 18 digits of the NIP.'],
    employee_number_lost_digits: ({ value }) => [
      `the last digits of "${value}" are lost, because it was kept as a number`,
      'Format the column as text, then type all 18 digits again.',
    ],
    email: ({ value }) => [
      `"${value}" is no e-mail address`,
      'Write it like name@agency.go.id, or leave it empty.',
    ],
    role: ({ value }) => [
      `the role "${value}" is not known`,
      'Use pegawai, hr, admin or pengamat; join several with +.',
    ],
    zone: ({ value }) => [`the zone "${value}" is not known`, 'Use WIB, WITA or WIT, or leave it empty.'],
    level: ({ value }) => [
      `level "${value}" is unknown`,
      'Use for example JPT Pratama, Administrator, Pengawas, Ahli Muda, Terampil, or Pelaksana.',
    ],
    yes_no: ({ value }) => [`"${value}" is neither ya nor tidak`, 'Write ya or tidak, or leave it empty.'],
    independent_without_unit: () => [
      'unit_mandiri is filled, but memimpin is empty',
      'Fill in the unit that is led, or empty unit_mandiri.',
    ],
    leads_unknown: ({ value }) => [
      `unit "${value}" is neither in this file nor in Tutur`,
      'Correct the name of the unit that is led, or leave it empty.',
    ],
    leads_conflict: ({ value, firstLine }) => [
      `unit "${value}" is led by the person in line ${firstLine} already`,
      'One unit, one leader: empty one of the two.',
    ],
    unit_parent_conflict: ({ value, firstLine, firstValue }) => [
      `the parent of this unit is "${value}" here and "${firstValue}" in line ${firstLine}`,
      'Give the same parent in both lines.',
    ],
    unit_cycle: ({ cycle }) => [
      `this unit is above itself: ${chain(cycle)}`,
      'Correct the induk_unit of one of them.',
    ],
    supervisor_unknown: ({ value }) => [
      `the supervisor ${value} is neither in this file nor in Tutur`,
      'Add their row, correct the NIP, or leave it empty.',
    ],
    supervisor_self: () => [
      'this person is their own supervisor',
      'Give the supervisor’s NIP, or leave it empty.',
    ],
    supervisor_cycle: ({ cycle }) => [
      `supervisors go in a circle: ${chain(cycle)}`,
      'Correct the atasan_nip of one of them.',
    ],
    duplicate_employee: ({ value, firstLine }) => [
      `the NIP ${value} is in line ${firstLine} already`,
      'One row a person: remove one of them.',
    ],
    duplicate_email: ({ value, firstLine }) => [
      `the e-mail address ${value} is in line ${firstLine} already`,
      'Everybody needs an address of their own; correct it or leave it empty.',
    ],
    email_taken: ({ value, owner }) => [
      `the e-mail address ${value} belongs to somebody else (NIP ${owner})`,
      'Correct it, or put that person in the file with their new address.',
    ],
    year: ({ value, min, max }) => [
      `"${value}" is no year from ${min} to ${max}`,
      'Write the plan’s year, four digits.',
    ],
    work_result_kind: ({ value }) => [`the kind "${value}" is not known`, 'Use utama or tambahan.'],
    work_result_number: ({ value }) => [
      `"${value}" is no number of a work result (RHK)`,
      'Write a whole number from 1 to 999.',
    ],
    aspect: ({ value }) => [
      `the aspect "${value}" is not known`,
      'Use kuantitas, kualitas, waktu or biaya, or leave it empty.',
    ],
    person_unknown: ({ value }) => [
      `the person ${value} is not in Tutur yet`,
      'Import the people file first (import people), or correct the NIP.',
    ],
    work_result_conflict: ({ value, firstLine, firstValue }) => [
      `the same work result says "${value}" here and "${firstValue}" in line ${firstLine}`,
      'Make them the same, or give it another number.',
    ],
    duplicate_indicator: ({ value, firstLine }) => [
      `the indicator "${value}" is in line ${firstLine} already`,
      'Remove one of them.',
    ],
    perspective: ({ value }) => [
      `the perspective "${value}" is not known`,
      'Use penerima layanan, proses bisnis, penguatan internal or anggaran, or leave it empty.',
    ],
    cascade_method: ({ value }) => [
      `the method "${value}" is not known`,
      'Use langsung or tidak langsung, or leave it empty.',
    ],
    approach: ({ value }) => [
      `the approach "${value}" is not known`,
      'Use kuantitatif or kualitatif, or leave it empty.',
    ],
    plan_date: ({ value, column }) => [
      `"${value}" is not a date${column === 'berlaku_mulai' ? ' in the year of this plan' : ''}`,
      'Write it like 2026-12-31 or 31 Des, or leave it empty.',
    ],
    plan_conflict: ({ value, firstLine, firstValue }) => [
      `the same plan has "${value}" here and "${firstValue}" in line ${firstLine}`,
      'Make them the same, or fill in one row only.',
    ],
    plan_from: ({ value, earliest }) => [
      `this plan cannot change from ${value}: its period has begun or is locked`,
      earliest === null
        ? 'All periods of that year are locked; open one first.'
        : `Fill in berlaku_mulai with ${earliest} or later.`,
    ],
    ...calendarProblemsEn,
    ...actionProblemsEn,
    ...cascadeProblemsEn,
    ...evaluationProblemsEn,
  },
  warning: {
    unknown_column: () => ['this column is not known and ignored', ''],
    employee_number_unusual: () => ['this NIP is unusual', 'Check it.'],
  },
  employeeNumber: {
    empty: () => ['the NIP is missing', 'Type its 18 digits.'],
    scientific: () => [
      'the last digits are lost',
      'Format the column as text, then type all 18 digits again.',
    ],
    characters: () => ['a NIP consists of digits only', 'Remove letters and other marks.'],
    length: ({ digits }) => [`${digits} digits, but a NIP has 18`, 'Type the whole NIP.'],
    birth_date: ({ digits }) => [`${digits} is no date of birth`, 'Check digits 1–8 (year, month, day).'],
    appointment_month: ({ digits }) => [
      `${digits} is neither the month of an appointment (01–12) nor a PPPK code (21 and above)`,
      'Check digits 13–14.',
    ],
    appointment_in_future: ({ appointed }) => [
      `the appointment ${appointed} lies ahead`,
      'Check digits 9–14.',
    ],
    appointment_before_birth: ({ appointed }) => [
      `the appointment ${appointed} lies before the birth`,
      'Check digits 1–14.',
    ],
    sex: ({ digit }) => [`digit 15 is ${digit}`, 'It must be 1 (male) or 2 (female).'],
    serial: () => ['the serial number is 000', 'Check the last three digits.'],
  },
  unusual: {
    young_at_appointment: (age) => [
      `appointed at the age of ${age}`,
      'Check it; it can be stored all the same.',
    ],
    old_at_appointment: (age) => [
      `appointed at the age of ${age}`,
      'Check it; it can be stored all the same.',
    ],
    past_retirement: (age) => [`${age} years old`, 'Check it; it can be stored all the same.'],
  },
  table: {
    not_found: ({ path }) => [`The file ${path} does not exist`, 'Check its name and folder.'],
    not_readable: ({ path, reason }) => [
      `The file ${path} cannot be read (${reason})`,
      'Check its permissions.',
    ],
    too_large: ({ path, bytes, limit }) => [
      `The file ${path} is too large (${bytes} bytes, at most ${limit})`,
      'Split it into several files.',
    ],
    empty: ({ path }) => [`The file ${path} is empty`, 'Give it a header row and at least one row of data.'],
    old_excel: ({ path }) => [
      `The file ${path} is an old Excel workbook or has a password`,
      'Save it as .xlsx without a password, or as CSV.',
    ],
    unknown_format: ({ path }) => [`The file ${path} is neither CSV nor .xlsx`, 'Save it as one of them.'],
    broken_workbook: ({ path, reason }) => [
      `The file ${path} is damaged (${reason})`,
      'Open it with Excel or LibreOffice and save it again.',
    ],
    csv_syntax: ({ path, line, reason }) => [
      `Line ${line} of the file ${path} cannot be read (${reason})`,
      'Check the quotes in that line.',
    ],
  },
};
