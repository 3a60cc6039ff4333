import { parseSubject, type ReminderSubject, subjectText } from '../src/core/staffing/ladder.ts';
import { findUnit } from '../src/core/unit-names.ts';
import type { Answers, Form, Question } from './form.ts';
import { choiceQuestion, optionOf, type StaffContext, saidIn, wordsQuestion } from './staff-parts.ts';

/** What the questions about administrative reminders need to know. */
export interface AdminReminderContext extends StaffContext {
  units: readonly { id: string; name: string }[];
  /** What can be missing at present. */
  subjects: readonly ReminderSubject[];
}

/** Everything that was answered about administrative reminders. */
export interface AdminReminderAnswers {
  subject: ReminderSubject;
  /** Null: everybody. */
  unit: { id: string; name: string } | null;
  reason: string;
}

const MAX_REASON = 300;
const ALL = 'all';

const unit: Question<AdminReminderContext> = {
  id: 'unit',
  optional: false,
  when: () => true,
  label: ({ t }) => t.staffing.admin.form.unitLabel(),
  ask: ({ t }) => ({
    text: t.staffing.admin.form.unit(),
    hint: t.staffing.admin.form.unitHint(),
    input: {
      kind: 'suggest',
      options: [optionOf(ALL, t.staffing.admin.form.allUnits())],
      placeholder: t.staffing.admin.form.allUnits(),
    },
  }),
  parse(answer, { t, units }) {
    const said = saidIn(answer);
    if (/^(semua|all)( unit| units)?$/i.test(said)) return { value: ALL };
    const found = findUnit(said, units);
    if (found.ok) return { value: { id: found.unit.id, name: found.unit.name } };
    return { problem: t.staffing.check.unknownUnit(said, found.candidates.join('; ')) };
  },
  accepts: (value, { units }) => value === ALL || units.some(({ id }) => id === (value as { id: string }).id),
  complete: () => true,
  show: (value, { t }) =>
    value === ALL ? t.staffing.admin.form.allUnits() : (value as { name: string }).name,
  initial: (value) => (value === ALL ? 'semua' : (value as { name: string }).name),
};

/** What is missing, for whom, and on what basis they are reminded. */
export const adminReminderForm: Form<AdminReminderContext> = {
  id: 'admin_reminder',
  questions: [
    choiceQuestion(
      'subject',
      (t) => ({ ask: t.staffing.admin.form.what(), label: t.staffing.admin.form.whatLabel() }),
      ({ t, subjects }) =>
        subjects.map((subject) => optionOf(subjectText(subject), t.staffing.admin.subject(subject))),
    ),
    unit,
    wordsQuestion(
      'reason',
      (t) => ({
        ...{ ask: t.staffing.admin.form.why(), hint: t.staffing.admin.form.whyHint() },
        ...{ label: t.staffing.admin.form.whyLabel(), example: t.staffing.admin.form.example() },
      }),
      { optional: false, most: MAX_REASON, multiline: false },
    ),
  ],
  review: true,
  title: ({ t }) => t.staffing.admin.form.title(),
  submit: ({ t }) => t.staffing.form.review(),
};

/** The answers of a complete form as one thing. */
export function adminReminderIn(answers: Answers): AdminReminderAnswers {
  return {
    subject: parseSubject(String(answers.subject))!,
    unit: answers.unit === ALL ? null : (answers.unit as { id: string; name: string }),
    reason: String(answers.reason),
  };
}
