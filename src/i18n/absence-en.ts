import type { AbsenceKind } from '../core/model.ts';
import type { absenceId } from './absence-id.ts';
import { stop } from './stop.ts';

/** What the kinds of absence are called. */
export const absenceNameEn: Record<AbsenceKind, string> = {
  cuti: 'On leave',
  sakit: 'Sick',
  izin: 'Excused',
  dinas_luar: 'Duty travel',
  diklat: 'Training',
  tugas_belajar: 'Study assignment',
};

const EXAMPLES =
  'leave 3 days · business trip 24-26 Nov · sick today · excused tomorrow · leave until Friday';
const days = (n: number) => `${n} working ${n === 1 ? 'day' : 'days'}`;

/** English texts about absences. */
export const absenceEn: typeof absenceId = {
  what: (kind, dates, workingDays) =>
    `${absenceNameEn[kind]}, ${dates} (${workingDays === 0 ? 'no working days in it' : days(workingDays)})`,
  brief: (kind, dates) => `${absenceNameEn[kind]} ${dates}`,
  of: (name, what) => `${name} · ${what}`,
  by: (name) => `recorded by ${name}`,
  until: (kind, date) => `${absenceNameEn[kind].toLowerCase()} until ${date}`,
  about: (date) => `About: ${date}`,
  title: () => 'Absences',
  titleOf: (name) => `Absences of ${name}`,
  none: () => 'Nothing is recorded, neither today nor ahead.',
  more: (n) => `and ${n} more`,
  today: () => 'Today you are:',
  todayOf: () => 'Today this employee is:',
  examples: () => `For other days just type: ${EXAMPLES}.`,
  examplesOf: (prefix) =>
    `For another employee: ${prefix}leave NAME or NIP, then for example business trip 24-26 Nov.`,
  replaces: (what) => `Replaces: ${what}.`,
  recorded: (what) => `Recorded: ${what}. You will not be reminded during that time.`,
  recordedFor: (name, what) => `Recorded for ${name}: ${what}. They will be told.`,
  already: (kind) => `Today is already recorded: ${absenceNameEn[kind].toLowerCase()}.`,
  known: (what) => `Already recorded: ${what}. Nothing has changed.`,
  cancelled: (what) => `Removed: ${what}. The working days in it count again.`,
  setByOther: () =>
    'Your supervisor or HR recorded this, so only they can cancel it. If it is wrong, reply to the notice about it.',
  notAllowed: () => 'Only their supervisor or HR can record an absence of another employee.',
  unreadable: (text) => `“${text}” could not be read. For example: ${EXAMPLES}.`,
  notFound: (name) =>
    `No employee matches “${name}”. Check the spelling or use the NIP, then say it again with kind and dates.`,
  which: (name) => `Which employee do you mean by “${name}”?`,
  tooMany: () => 'There are more that match; write more of the name, or the NIP.',
  whose: () => 'Whose absence do you want to record?',
  problem: (problem, backDays) =>
    ({
      no_kind: `The kind is missing. Write for example: ${EXAMPLES}.`,
      no_end:
        'Until when? Write for example: leave from tomorrow for 3 days, or leave tomorrow until Friday.',
      no_such_date: 'That date does not exist. Check it and write again, for example: leave 24-26 Nov.',
      end_before_start:
        'The end lies before the start. Write again, for example: leave 24-26 Nov, or add the year.',
      too_long: 'That is more than a year. Check the year, or divide it into parts.',
      too_far_back: `What lies more than ${backDays} days back can only be recorded by HR.`,
      too_far_ahead: 'It begins in more than a year. Check the year, or record it later.',
      no_working_days:
        'Your working days after that are not in the calendar yet. Write the dates, for example: leave 24-26 Nov.',
    })[problem],
  back: {
    done: (name, what) => `Welcome back, ${stop(name)} Thank you for letting us know; ${what}`,
    ended: (kind, date) => `your absence (${absenceNameEn[kind].toLowerCase()}) is recorded until ${date}.`,
    removed: (kind, further) =>
      `what was recorded ${further ? 'from today on' : 'for today'} (${absenceNameEn[kind].toLowerCase()}) has been removed.`,
    none: () => 'No absence is recorded for today, so nothing needs to change. You can report right away.',
  },
  notice: {
    recorded: (actor, what) => `${actor} recorded an absence for you: ${what}.`,
    cancelled: (actor, what) => `${actor} cancelled your absence: ${what}.`,
    silent: () => 'During that time you are not reminded and do not count as not having reported.',
    counted: () => 'The working days in it count again.',
    contest: (supervisor) =>
      `If this is wrong, reply to this message; your reply reaches ${stop(supervisor)}`,
    contestHr: () => 'If this is wrong, please contact your HR office.',
    changedBy: (name, what) => `${name} changed an absence that you recorded: ${what}.`,
    backToWork: (name, what) => `${name} is back at work; what you recorded ends earlier: ${what}.`,
  },
  button: {
    cancel: (what) => `Cancel: ${what}`,
    back: () => 'I am back',
    record: () => 'Record an absence',
  },
};
