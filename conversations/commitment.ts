import { addDays, longDate } from '../src/core/local-time.ts';
import type { Locale } from '../src/core/model.ts';
import { parseDay } from '../src/core/moment.ts';
import type { Texts } from '../src/i18n/texts.ts';
import { option } from './announcement-parts.ts';
import { words } from './dialogue-parts.ts';
import type { Form, Question } from './form.ts';

/** What the questions about a commitment need to know. */
export interface CommitmentContext {
  t: Texts;
  locale: Locale;
  today: string;
  /** The present due date. */
  dueOn: string;
  /** Who reads the reason. */
  other: string;
}

const WEEK = 7;

const due: Question<CommitmentContext> = {
  id: 'due',
  optional: false,
  when: () => true,
  label: ({ t }) => t.dialogue.commitment.form.due(),
  ask({ t, locale, today, dueOn }) {
    const from = dueOn > today ? dueOn : today;
    const offered = [addDays(from, WEEK), addDays(from, 2 * WEEK)];
    return {
      text: t.dialogue.commitment.form.askDue(),
      hint: t.dialogue.commitment.form.dueHint(),
      input: {
        kind: 'suggest',
        options: offered.map((date) => option(date, longDate(date, locale))),
        placeholder: longDate(offered[0]!, locale),
      },
    };
  },
  parse(answer, { t, today, dueOn }) {
    const said = 'choice' in answer ? answer.choice : 'text' in answer ? answer.text : '';
    const date = parseDay(said, today);
    if (date === null) return { problem: t.dialogue.commitment.form.badDue() };
    return date <= dueOn || date < today
      ? { problem: t.dialogue.commitment.form.notLater() }
      : { value: date };
  },
  accepts: (value, { today, dueOn }) => typeof value === 'string' && value > dueOn && value >= today,
  complete: () => true,
  show: (value, { locale }) => longDate(String(value), locale),
  initial: String,
};

/** A later date for a commitment. */
export const laterForm: Form<CommitmentContext> = {
  id: 'commitment_later',
  questions: [due],
  review: false,
  title: ({ t }) => t.dialogue.commitment.form.later(),
  submit: ({ t }) => t.dialogue.form.save(),
};

/** Why a commitment is dropped. */
export const dropForm: Form<CommitmentContext> = {
  id: 'commitment_drop',
  questions: [
    words<CommitmentContext>('reason', false, {
      label: ({ t }) => t.dialogue.field.reason(),
      ask: ({ t, other }) => t.dialogue.commitment.form.askReason(other),
      example: ({ t }) => t.dialogue.ask.whyExample(),
      empty: ({ t, other }) => t.dialogue.problem.noReason(other),
    }),
  ],
  review: false,
  title: ({ t }) => t.dialogue.commitment.form.drop(),
  submit: ({ t }) => t.button.send(),
};
