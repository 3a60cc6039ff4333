import { type CalendarFacts, type DayOff, dayOff } from '../core/calendar.ts';
import { addDays, clockTime, localDate, localMinute, shortDate, zoneName } from '../core/local-time.ts';
import type { Locale } from '../core/model.ts';
import type { Texts } from '../i18n/texts.ts';
import type { PersonDays } from './calendar-facts.ts';

const DAY = 1440;

/** A language, and the instant (ms UTC) at which something is said. */
interface Said {
  t: Texts;
  locale: Locale;
  now: number;
}

/** `Hari ini hari kerja, 07.30–16.00 WIB (Ramadan); laporan sampai pukul 24.00.`, or why no report is expected. */
export function todayText(days: PersonDays, date: string, said: Said): string {
  const { t, locale, now } = said;
  const off = dayOff(date, days.facts);
  if (off) return t.calendar.notExpectedToday(offReason(off, date, days.facts, { t, locale, today: date }));
  const { start, end, by } = days.hours(date);
  const span = `${clockTime(start, locale)}–${clockTime(end > DAY ? end - DAY : end, locale)}`;
  const zone = zoneName(days.zone, now);
  const work = by === 'shift' ? t.calendar.duty(span, zone) : t.calendar.workday(span, zone);
  const season = by === 'ramadan' ? ` (${t.calendar.ramadan()})` : '';
  return `${work}${season}; ${t.calendar.until(closingText(days, date, said))}.`;
}

/** When a date's report window closes, as it is said on that date: `pukul 24.00`, `besok pukul 02.00`. */
export function closingText(days: PersonDays, date: string, { t, locale }: Omit<Said, 'now'>): string {
  const { closesAt } = days.window(date);
  const [on, minute] = [localDate(closesAt, days.zone), localMinute(closesAt, days.zone)];
  if (on === date) return t.calendar.at(clockTime(minute, locale));
  if (on === addDays(date, 1))
    return minute === 0
      ? t.calendar.at(clockTime(DAY, locale))
      : t.calendar.tomorrowAt(clockTime(minute, locale));
  return t.calendar.dateAt(shortDate(on, locale, date), clockTime(minute, locale));
}

/** Why no report is expected on a date, in words; an absence with its last day. */
export function offReason(
  off: DayOff,
  date: string,
  { absences }: Pick<CalendarFacts, 'absences'>,
  { t, locale, today }: { t: Texts; locale: Locale; today: string },
): string {
  if (off.kind === 'holiday') return off.name;
  if (off.kind === 'off_duty') return t.calendar.offDuty();
  if (off.kind === 'weekend') return t.calendar.weekend();
  const row = absences.find((a) => a.kind === off.absence && a.fromDate <= date && date <= a.toDate);
  return row && row.toDate > date
    ? t.absence.until(off.absence, shortDate(row.toDate, locale, today))
    : t.team.absent(off.absence);
}
