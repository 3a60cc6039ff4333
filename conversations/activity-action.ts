import { isOpenOn } from '../src/core/actions/period.ts';
import type { ActivityContext, Contribution } from './activity.ts';
import type { Answers, Question } from './form.ts';

/** An action plan (rencana aksi) as the question about it knows it. */
export interface OfferedAction {
  id: string;
  /** The number of the work result that it belongs to. */
  workResultNumber: number;
  /** `RA3` names it among those of its year. */
  number: number;
  title: string;
  /** `2026-03` or `2026-Q1`. */
  period: string;
}

const SAID = /^(?:ra\s*)?(\d{1,3})$/i;

/** The action plan that an activity carries out; only asked where its work result has some on its date. */
export const carriesOut: Question<ActivityContext> = {
  id: 'ra',
  optional: true,
  when: (answers, context) => openActions(answers, context).length > 0,
  label: ({ t }) => t.actions.label(),
  ask: (context, answers) => ({
    text: context.t.actions.ask.which(),
    hint: null,
    input: {
      kind: 'choice',
      options: openActions(answers, context).map(({ number, title }) => ({
        value: `ra${number}`,
        label: context.t.actions.named(number, title),
        short: context.t.actions.short(number),
      })),
    },
  }),
  parse(answer, context, _previous, answers) {
    const said = 'choice' in answer ? answer.choice : 'text' in answer ? answer.text.trim() : '';
    const number = Number(SAID.exec(said)?.[1] ?? Number.NaN);
    const hit = openActions(answers, context).find((plan) => plan.number === number);
    if (hit) return { value: hit.id };
    return { problem: context.t.actions.problem.choose(Number.isNaN(number) ? null : number) };
  },
  accepts: (value, context, answers) => openActions(answers, context).some(({ id }) => id === value),
  complete: () => true,
  show(value, { t, actionPlans }) {
    const found = actionPlans.find(({ id }) => id === value);
    return found ? t.actions.named(found.number, found.title) : '';
  },
  initial(value, { actionPlans }) {
    const found = actionPlans.find(({ id }) => id === value);
    return found ? `ra${found.number}` : '';
  },
};

/** The action plans of the work result and date that an activity has. */
function openActions(
  { rhk, date }: Answers,
  { actionPlans }: Pick<ActivityContext, 'actionPlans'>,
): OfferedAction[] {
  const number = (rhk as Contribution | null | undefined)?.number ?? null;
  return actionPlans.filter(
    (plan) => plan.workResultNumber === number && isOpenOn(plan.period, String(date)),
  );
}
