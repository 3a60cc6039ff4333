import type { ReminderSubject, SubjectKind } from '../core/staffing/ladder.ts';
import type { adminRemindersId } from './admin-reminders-id.ts';
import { periodEn } from './period-en.ts';
import { stop } from './stop.ts';

const things: Record<SubjectKind, string> = {
  plan: 'plan',
  evaluation: 'evaluation of',
  reports: 'daily reports of',
};
const subjectText = ({ kind, period }: ReminderSubject) => `${things[kind]} ${periodEn(period)}`;
const todo: Record<SubjectKind, string> = {
  plan: 'Propose or complete it with the command plan; your supervisor agrees to it.',
  evaluation: 'Complete it with the command evaluation.',
  reports: 'Complete them with the command report; recap shows the dates.',
};
const people = (n: number) => (n === 1 ? '1 person' : `${n} people`);

/** English texts of administrative reminders: reminders, and never anything like a reprimand. */
export const adminRemindersEn: typeof adminRemindersId = {
  notDiscipline: () => 'This administrative reminder is no disciplinary measure (bukan hukuman disiplin).',
  subject: subjectText,
  title: (step) => `Administrative reminder ${step} of 3`,
  body: (subject) => `By the records, this is not complete: ${subjectText(subject)}.`,
  todo: (kind) => todo[kind],
  reason: (reason) => `Basis: ${reason}`,
  next: (step, date) =>
    step === 2
      ? `If it is not complete on ${date}, reminder 2 is sent, with a copy to your supervisor.`
      : `If it is not complete on ${date}, your name is listed to HR.`,
  stops: () => 'It stops by itself once it is complete.',
  copied: (name) => `Copy: ${stop(name)}`,
  copy: {
    title: () => 'Copy of administrative reminder 2 of 3',
    body: (name, subject) =>
      `${name} has been reminded twice; not complete: ${subjectText(subject)}. Please help to complete it.`,
  },
  hr: {
    title: () => 'List after administrative reminder 3',
    body: (subject, n) => `${subjectText(subject)}: ${people(n)} not complete.`,
    more: (n) => `and ${n} more; see adminreminders list.`,
  },
  list: {
    title: () => 'My administrative reminders',
    none: () => 'There are no administrative reminders.',
    line: (step, subject, date) => `${date}: reminder ${step}, ${subjectText(subject)}`,
    status: (status) =>
      ({ scheduled: 'to come', sent: 'sent', settled: 'not needed, complete', cancelled: 'cancelled' })[
        status
      ],
  },
  form: {
    title: () => 'Administrative reminder',
    what: () => 'What is not complete?',
    whatLabel: () => 'About',
    unit: () => 'For the people of which unit?',
    unitHint: () => 'The name of a unit, with the units below it.',
    unitLabel: () => 'Unit',
    allUnits: () => 'All units',
    why: () => 'On what basis?',
    whyHint: () => 'Such as a circular and its deadline; the employees read it.',
    whyLabel: () => 'Basis',
    example: () => 'Circular 800/12/2026, due 31 January',
    review: () => 'Please check, then send',
    people: (n) => `${people(n)} not complete; they will be reminded.`,
    steps: (days) =>
      `Reminder 1 today or on the next working day; reminders 2 (copied to the supervisor) and 3 (listed to HR) each ${days} working days later, only where it is still not complete.`,
    nobody: (subject) => `${subjectText(subject)}: everybody is complete; there is nobody to remind.`,
    notYet: (subject) => `It is too early for this: ${subjectText(subject)}. Choose a period that has begun.`,
    started: (n) => `Scheduled for ${people(n)}; what was begun before is not repeated.`,
  },
  overview: {
    title: () => 'Administrative reminders',
    none: () => 'No administrative reminders in the last 90 days.',
    line: (subject, step, sent, scheduled) =>
      `${subjectText(subject)}, reminder ${step}: ${sent} sent, ${scheduled} to come`,
    fresh: () => 'Start reminders',
  },
};
