import { type Approach, BEHAVIOURS, type PlanContent } from '../src/core/plan/content.ts';
import type { Answers, Form } from './form.ts';
import {
  choiceQuestion,
  fromQuestion,
  listQuestion,
  type PlanFormContext,
  textQuestion,
} from './plan-parts.ts';

/** What the questions about the frame of a plan need to know. */
export interface PlanSettingsContext extends PlanFormContext {
  /** Whether the version changes a plan that is in force. */
  changes: boolean;
}

const approach = choiceQuestion<PlanSettingsContext, Approach>(
  { id: 'approach', optional: false },
  { label: ({ t }) => t.plan.form.field.approach(), ask: ({ t }) => t.plan.form.ask.approach() },
  ({ t }) =>
    (['quantitative', 'qualitative'] as const).map((value) => {
      const label = t.plan.form.option.approach(value);
      return { value, option: { value, label, short: label } };
    }),
);

const reason = choiceQuestion<PlanSettingsContext, 'expectation' | 'move'>(
  { id: 'reason', optional: false, when: (_, { changes }) => changes },
  { label: ({ t }) => t.plan.form.field.reason(), ask: ({ t }) => t.plan.form.ask.reason() },
  ({ t }) =>
    (['expectation', 'move'] as const).map((value) => {
      const label = t.plan.form.option.reason(value);
      return { value, option: { value, label, short: label } };
    }),
);

const annex = <C extends PlanFormContext>(id: 'resources' | 'accountability' | 'consequences') =>
  listQuestion<C>(
    { id, optional: true },
    {
      label: ({ t }) => t.plan.form.field[id](),
      ask: ({ t }) => t.plan.form.ask[id](),
      hint: ({ t }) => t.plan.form.ask.listHint(),
      example: ({ t }) => t.plan.form.ask[`${id}Example`](),
    },
  );

const annexes = () => [
  annex<PlanFormContext>('resources'),
  annex<PlanFormContext>('accountability'),
  annex<PlanFormContext>('consequences'),
];

/** Approach, first day in force, and why a plan is changed. */
export const planSettingsForm: Form<PlanSettingsContext> = {
  id: 'plan_settings',
  questions: [approach, { ...fromQuestion }, reason],
  review: true,
  title: ({ t }) => t.plan.form.title.settings(),
  submit: ({ t }) => t.button.review(),
};

/** The three annexes of a plan (lampiran SKP), each a list. */
export const planAnnexesForm: Form<PlanFormContext> = {
  id: 'plan_annexes',
  questions: annexes(),
  review: true,
  title: ({ t }) => t.plan.form.title.annexes(),
  submit: ({ t }) => t.button.review(),
};

/** What the supervisor expects: special expectations by behaviour, and the annexes. */
export const planExpectationsForm: Form<PlanFormContext> = {
  id: 'plan_expectations',
  questions: [
    ...BEHAVIOURS.map((behaviour, index) =>
      textQuestion<PlanFormContext>(
        { id: `b${index + 1}`, optional: true },
        {
          label: ({ t }) => t.plan.behaviour[behaviour].name,
          ask: ({ t }) => t.plan.form.ask.expectation(t.plan.behaviour[behaviour].name),
          hint: ({ t }) => t.plan.form.ask.expectationHint(t.plan.behaviour[behaviour].guides.join('; ')),
          example: ({ t }) => t.plan.form.ask.expectationExample(),
        },
        true,
      ),
    ),
    ...annexes(),
  ],
  review: true,
  title: ({ t }) => t.plan.form.title.expectations(),
  submit: ({ t }) => t.button.review(),
};

/** The annexes that complete answers describe. */
export function annexesIn(answers: Answers): PlanContent['annexes'] {
  const list = (id: string) => (answers[id] as string[] | null | undefined) ?? [];
  return {
    resources: list('resources'),
    accountability: list('accountability'),
    consequences: list('consequences'),
  };
}

/** Answers that lead to annexes, to change some of them; an empty list counts as skipped. */
export function answersOfAnnexes(annexes: PlanContent['annexes']): Answers {
  return Object.fromEntries(Object.entries(annexes).map(([id, list]) => [id, list.length > 0 ? list : null]));
}

/** The special expectations that complete answers describe. */
export function expectationsIn(answers: Answers): PlanContent['expectations'] {
  return Object.fromEntries(
    BEHAVIOURS.flatMap((behaviour, index) => {
      const text = answers[`b${index + 1}`];
      return typeof text === 'string' && text !== '' ? [[behaviour, text]] : [];
    }),
  );
}

/** Answers that lead to special expectations, to change some of them. */
export function answersOfExpectations(expectations: PlanContent['expectations']): Answers {
  return Object.fromEntries(
    BEHAVIOURS.map((behaviour, index) => [`b${index + 1}`, expectations[behaviour] ?? null]),
  );
}
