import type { settingsId } from './operator-settings-id.ts';

const DAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** The operator's texts about rules in English. */
export const settingsEn: typeof settingsId = {
  notRead: (path, reason) => `The file ${path} cannot be read (${reason}).`,
  place: (line, path) =>
    [line === null ? '' : `Line ${line}`, path].filter(Boolean).join(', ') || 'This file',
  problem: {
    syntax: (reason) => `the YAML cannot be read: ${reason}`,
    map: (value) => `needs keys and values, not "${value}".`,
    unknown_key: () => 'this key is not known. Compare with the agency.yaml that comes with Tutur.',
    work_days: (value) => `"${value}" is no list of days. Write it like [mon, tue, wed, thu, fri].`,
    clock: (value) => `"${value}" is no time. Write it like "15:30".`,
    hours: (value) =>
      `"${value}" are no working hours. Write them like "07:30-16:00 break 60", for each day or span of days.`,
    hours_day: () => 'this day is not known, or named twice. Write it like mon-thu, fri or mon, wed.',
    hours_monday: () => 'the hours of Monday are missing; days that are not named are as Monday.',
    close: (value) =>
      `"${value}" is no cut-off. Write a time from "00:00" to "36:00"; above "24:00" is the next day.`,
    quiet_hours: (value) => `"${value}" are no quiet hours. Write them like "21:00-06:00", or off.`,
    days: (value) => `"${value}" is no number of days. Write a whole number from 0 to 31.`,
    count: (value) => `"${value}" is no number of messages. Write a whole number from 1 to 100.`,
    late_reasons: (value) =>
      `"${value}" is no list of reasons. Write [no_signal, emergency], one of them, or [].`,
    minutes: (value) => `"${value}" is no number of minutes. Write a whole number from 0 to 1440.`,
    contact: (value) => `"${value}" is no contact. Write one sentence, or id and en each.`,
    zone: (value) => `"${value}" is no zone. Use WIB, WITA, WIT or a name like Asia/Makassar.`,
    date: (value) => `"${value}" is no date. Write it like 2026-12-01.`,
    past_date: (value) => `${value} has passed, and past days keep their rules. Use today or a later date.`,
    unit_unknown: (value) => `there is no unit "${value}". Import people first, or correct its name.`,
    unit_twice: (value) => `the unit "${value}" is there twice. Join them.`,
  },
  rule: {
    workDays: () => 'work days',
    promptAt: () => 'prompt at',
    promptLateness: () => 'prompt lateness (minutes)',
    workHours: () => 'working hours',
    ramadanHours: () => 'working hours in Ramadan',
    secondPromptBefore: () => 'second prompt before the cut-off (minutes)',
    quietFrom: () => 'quiet hours',
    quietTo: () => 'quiet hours',
    closeAt: () => 'cut-off of reports',
    graceMinutes: () => 'grace period (minutes)',
    lateDays: () => 'days for late reports',
    aheadDays: () => 'days for reports ahead',
    acceptedReasons: () => 'accepted reasons for lateness',
    messageBudget: () => 'messages per person and day',
    contact: () => 'contact',
  },
  day: (day) => DAYS[day] ?? String(day),
  days: (from, to) => `${DAYS[from]}–${DAYS[to]}`,
  value: {
    inherited: () => '(inherited)',
    hours: (start, end, pause) => `${start}–${end}${pause > 0 ? `, break ${pause} minutes` : ''}`,
    never: () => 'none',
    nextDay: (time) => `${time} on the next day`,
    reason: (reason) => ({ no_signal: 'no signal', emergency: 'emergency duty' })[reason],
  },
  scope: (unit, from) => `${unit ?? 'The whole agency'}, from ${from} on:`,
  zone: (unit, from, to) => `${unit}, at once:\n  ~ zone: ${from} → ${to}`,
  overruled: (date) => `Rules that are stored for ${date} overrule this from that date on.`,
  refused: (n) => `${plural(n, 'problem')}; nothing was applied.`,
  applied: () => 'Applied.',
  dryRun: () => 'Only a preview; nothing was applied. Run it without --dry-run.',
  same: () => 'Nothing changes.',
};
