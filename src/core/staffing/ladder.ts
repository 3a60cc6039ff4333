import { type CalendarFacts, dayOff } from '../calendar.ts';
import { lastPeriodicBefore } from '../evaluation/period.ts';
import { addDays } from '../local-time.ts';
import { type CalendarKind, periodBefore, periodOn, readNamedPeriod } from '../named-period.ts';

/** Steps of administrative reminders: to the employee, again with a copy to the supervisor, and listed to HR. */
export const LADDER_STEPS = 3;

/** What can be missing: a year's plan, the evaluation of a period, or the reports of a month. */
export type SubjectKind = 'plan' | 'evaluation' | 'reports';

const KINDS: Record<SubjectKind, readonly CalendarKind[]> = {
  plan: ['year'],
  evaluation: ['month', 'quarter', 'year'],
  reports: ['month'],
};

/** What is missing, with its period: `2026`, `2026-Q1` or `2026-03`. */
export interface ReminderSubject {
  kind: SubjectKind;
  period: string;
}

/** What follows for a step that is due: it is over, waits for a working day, or is sent, with the date of the next one. */
export type StepDecision =
  | { kind: 'settled' }
  | { kind: 'waits'; onDate: string }
  | { kind: 'sent'; nextOn: string | null };

/** Nobody is looked ahead for longer than this; who is away for longer is looked at again then. */
const LONGEST_AWAY = 120;

/** The name of a step, the same however often the ladder is begun. */
export const reminderId = (personId: string, subject: string, step: number) =>
  `${personId}:${subject}:${step}`;

/** Writes a subject as it is stored: `plan:2026`. */
export const subjectText = ({ kind, period }: ReminderSubject) => `${kind}:${period}`;

/** Reads a stored subject; null for anything else. */
export function parseSubject(text: string): ReminderSubject | null {
  const [kind = '', period = ''] = text.split(':');
  if (!isSubjectKind(kind)) return null;
  return readNamedPeriod(period, KINDS[kind])?.text === period ? { kind, period } : null;
}

const isSubjectKind = (kind: string): kind is SubjectKind => Object.hasOwn(KINDS, kind);

/** The first and last local date of a subject's period. */
export function subjectSpan({ period }: ReminderSubject): { from: string; to: string } {
  const { from, to } = readNamedPeriod(period)!;
  return { from, to };
}

/** Whether anything can be missing yet: a plan is agreed ahead, an evaluation comes after its period. */
export function canBeMissing(subject: ReminderSubject, today: string): boolean {
  const { from, to } = subjectSpan(subject);
  if (subject.kind === 'plan') return from <= addDays(today, 366);
  return subject.kind === 'evaluation' ? to < today : from < today;
}

/** What can be missing on a date, the likeliest first. */
export function subjectsAt(today: string, evaluation: 'month' | 'quarter'): ReminderSubject[] {
  const year = Number(today.slice(0, 4));
  const month = periodOn('month', today);
  const subjects: ReminderSubject[] = [
    { kind: 'plan', period: String(year) },
    { kind: 'plan', period: String(year + 1) },
    { kind: 'evaluation', period: lastPeriodicBefore(today, evaluation).text },
    { kind: 'evaluation', period: String(year - 1) },
    { kind: 'reports', period: periodBefore(month).text },
    { kind: 'reports', period: month.text },
  ];
  return subjects.filter((subject) => canBeMissing(subject, today));
}

/** The `count`th working day after a date, the date itself for 0 if it is one; null where somebody is away for long. */
export function workingDayAfter(date: string, count: number, facts: CalendarFacts): string | null {
  let left = count;
  for (let at = count === 0 ? date : addDays(date, 1), days = 0; days <= LONGEST_AWAY; days += 1) {
    if (dayOff(at, facts) === null) {
      if (left <= 1) return at;
      left -= 1;
    }
    at = addDays(at, 1);
  }
  return null;
}

/** Decides about a step that is due on a person's local date; the calendar has to reach 120 days further. */
export function decideStep(
  { step, complete, ladderDays }: { step: number; complete: boolean; ladderDays: number },
  today: string,
  facts: CalendarFacts,
): StepDecision {
  if (complete) return { kind: 'settled' };
  const day = workingDayAfter(today, 0, facts) ?? addDays(today, LONGEST_AWAY);
  if (day > today) return { kind: 'waits', onDate: day };
  if (step >= LADDER_STEPS) return { kind: 'sent', nextOn: null };
  return { kind: 'sent', nextOn: workingDayAfter(today, ladderDays, facts) ?? addDays(today, LONGEST_AWAY) };
}
