/** Says whether year, month (1–12) and day name a day of the Gregorian calendar. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= days[month - 1]!;
}

/**
 * Reads a date written as `yyyy-MM-dd`, `dd/MM/yyyy` or `dd-MM-yyyy` and gives it as `yyyy-MM-dd`.
 *
 * The day comes before the month, as Indonesians write it. `null` for anything else, for days that do not
 * exist, and for years outside 1900–2999.
 */
export function parseDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  if (iso) return joinDate(iso[1]!, iso[2]!, iso[3]!);
  const local = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/.exec(text.trim());
  return local ? joinDate(local[4]!, local[3]!, local[1]!) : null;
}

function joinDate(year: string, month: string, day: string): string | null {
  const y = Number(year);
  if (y < 1900 || y > 2999 || !isCalendarDate(y, Number(month), Number(day))) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
