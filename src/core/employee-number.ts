import { isCalendarDate } from './import/dates.ts';

/** Why a text is no employee number; one code for each thing the person can mend. */
export type EmployeeNumberProblem =
  | { code: 'empty' }
  /** A spreadsheet kept the number as a rounded number (`1.98609E+17`); its last digits are gone. */
  | { code: 'scientific' }
  /** Something other than digits, spaces and dots. */
  | { code: 'characters' }
  /** Not 18 digits; `digits` is how many there are. */
  | { code: 'length'; digits: number }
  /** Digits 1–8 are no day of the calendar; `digits` are those eight. */
  | { code: 'birth_date'; digits: string }
  /** Digits 13–14 are neither a month (PNS) nor the number of a work agreement (PPPK, 21 and above). */
  | { code: 'appointment_month'; digits: string }
  /** The appointment (`yyyy`, or `yyyy-MM` for a PNS) lies after today. */
  | { code: 'appointment_in_future'; appointed: string }
  /** The appointment lies before the birth. */
  | { code: 'appointment_before_birth'; appointed: string }
  /** Digit 15 is neither 1 (male) nor 2 (female). */
  | { code: 'sex'; digit: string }
  /** The serial number, digits 16–18, is 000. */
  | { code: 'serial' };

/** What is unusual about a valid employee number; ages in whole years. */
export type EmployeeNumberWarning =
  | { code: 'young_at_appointment'; age: number }
  | { code: 'old_at_appointment'; age: number }
  | { code: 'past_retirement'; age: number };

/** The answer of `parseEmployeeNumber`; `nip` is 18 digits without separators. */
export type EmployeeNumberResult =
  | { ok: true; nip: string; warnings: EmployeeNumberWarning[] }
  | { ok: false; problem: EmployeeNumberProblem };

const youngestAppointment = 17;
/** PPPK may be appointed until a year before the latest retirement at 65. */
const oldestAppointment = 64;
/** Professors retire last, at 70 (UU 14/2005). */
const latestRetirement = 70;
const firstBirthYear = 1900;
/** Work agreements of PPPK are counted from 21, so that they are never mistaken for a month. */
const firstAgreement = 21;

/**
 * Reads an employee number (NIP of a PNS or NI PPPK, Perka BKN 22/2007 and 43/2007) as a person types it.
 *
 * Spaces, dots and a spreadsheet's leading apostrophe are ignored. There is no check digit, and a woman's
 * day of birth is not raised by 40 as in a NIK. `today` is a local date (`yyyy-MM-dd`).
 */
export function parseEmployeeNumber(text: string, { today }: { today: string }): EmployeeNumberResult {
  const packed = text.replace(/[\s\p{Cf}]/gu, '').replace(/^['’‘]/, '');
  if (packed === '') return problem({ code: 'empty' });
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(packed)) return problem({ code: 'scientific' });
  const nip = packed.replaceAll('.', '');
  if (!/^\d+$/.test(nip)) return problem({ code: 'characters' });
  if (nip.length !== 18) return problem({ code: 'length', digits: nip.length });
  const [birthYear, birthMonth, birthDay] = [part(nip, 0, 4), part(nip, 4, 6), part(nip, 6, 8)];
  if (birthYear < firstBirthYear || !isCalendarDate(birthYear, birthMonth, birthDay))
    return problem({ code: 'birth_date', digits: nip.slice(0, 8) });
  const [year, month] = [part(nip, 8, 12), part(nip, 12, 14)];
  const agreement = month >= firstAgreement;
  if (!agreement && (month < 1 || month > 12))
    return problem({ code: 'appointment_month', digits: nip.slice(12, 14) });
  const appointed = agreement ? nip.slice(8, 12) : `${nip.slice(8, 12)}-${nip.slice(12, 14)}`;
  if (appointed > today.slice(0, appointed.length))
    return problem({ code: 'appointment_in_future', appointed });
  // The month of a PPPK's appointment is unknown: the end of the year is assumed, in the person's favour.
  const ageAppointed = year - birthYear - (!agreement && month < birthMonth ? 1 : 0);
  if (ageAppointed < 0) return problem({ code: 'appointment_before_birth', appointed });
  const sex = nip.charAt(14);
  if (sex !== '1' && sex !== '2') return problem({ code: 'sex', digit: sex });
  if (nip.endsWith('000')) return problem({ code: 'serial' });
  const birthdayPassed = today.slice(5, 10) >= `${nip.slice(4, 6)}-${nip.slice(6, 8)}`;
  const age = Number(today.slice(0, 4)) - birthYear - (birthdayPassed ? 0 : 1);
  return { ok: true, nip, warnings: warningsFor(ageAppointed, age) };
}

/** Hides the day of birth, appointment and sex in an employee number: `1986••••••••••1001`. */
export function maskEmployeeNumber(nip: string): string {
  const digits = nip.replace(/[\s.]/g, '');
  if (digits.length <= 8) return '•'.repeat(digits.length);
  return digits.slice(0, 4) + '•'.repeat(digits.length - 8) + digits.slice(-4);
}

function warningsFor(ageAppointed: number, age: number): EmployeeNumberWarning[] {
  const warnings: EmployeeNumberWarning[] = [];
  if (ageAppointed < youngestAppointment) warnings.push({ code: 'young_at_appointment', age: ageAppointed });
  if (ageAppointed > oldestAppointment) warnings.push({ code: 'old_at_appointment', age: ageAppointed });
  if (age > latestRetirement) warnings.push({ code: 'past_retirement', age });
  return warnings;
}

function part(nip: string, from: number, to: number): number {
  return Number(nip.slice(from, to));
}

function problem(found: EmployeeNumberProblem): EmployeeNumberResult {
  return { ok: false, problem: found };
}
