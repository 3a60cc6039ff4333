import { periodAround } from '../src/core/period.ts';
import { DEPARTURE_REASONS, type DepartureReason } from '../src/core/staffing/departure.ts';
import type { Answers, Form } from './form.ts';
import {
  type ChosenPerson,
  choiceQuestion,
  dateQuestion,
  optionOf,
  personQuestion,
  type StaffContext,
} from './staff-parts.ts';

/** Everything that was answered about somebody who leaves. */
export interface DepartureAnswers {
  who: ChosenPerson;
  lastDay: string;
  reason: DepartureReason;
}

/** Who leaves, when and why. */
export const departureForm: Form<StaffContext> = {
  id: 'departure',
  questions: [
    personQuestion('who', (t) => ({
      ...{ ask: t.staffing.leave.who(), hint: t.staffing.form.toHint(), label: t.staffing.form.whoLabel() },
    })),
    dateQuestion(
      'last',
      (t) => ({ ask: t.staffing.leave.lastDay(), label: t.staffing.leave.lastDayLabel() }),
      ({ t, today }) => [
        { date: today, label: t.staffing.date.today() },
        { date: periodAround('month', today).to, label: t.staffing.date.endOfMonth() },
      ],
    ),
    choiceQuestion(
      'why',
      (t) => ({ ask: t.staffing.leave.why(), label: t.staffing.leave.whyLabel() }),
      ({ t }) => DEPARTURE_REASONS.map((reason) => optionOf(reason, t.staffing.leave.reason(reason))),
    ),
  ],
  review: true,
  title: ({ t }) => t.staffing.leave.form(),
  submit: ({ t }) => t.staffing.form.review(),
};

/** The answers of a complete form as one thing. */
export function departureIn(answers: Answers): DepartureAnswers {
  return {
    who: answers.who as ChosenPerson,
    lastDay: String(answers.last),
    reason: answers.why as DepartureReason,
  };
}
