import type { Texts } from '../src/i18n/texts.ts';
import type { Form, Question } from './form.ts';

const MAX_OBSTACLE = 500;

/** What the question about an obstacle needs to know. */
interface ObstacleContext {
  t: Texts;
}

/** What stood in the way of an activity (kendala), in a few words. */
export const obstacleQuestion: Omit<Question<ObstacleContext>, 'id' | 'optional' | 'when'> = {
  label: ({ t }) => t.fieldMode.obstacle.label(),
  ask: ({ t }) => ({
    text: t.fieldMode.obstacle.ask(),
    hint: t.fieldMode.obstacle.hint(),
    input: { kind: 'text', multiline: true, placeholder: t.fieldMode.obstacle.example() },
  }),
  parse(answer, { t }) {
    const text = 'text' in answer ? answer.text.trim().replace(/^(?:kendala|obstacle)\s*[:=]\s*/i, '') : '';
    if (!/\p{L}{2}/u.test(text)) return { problem: t.fieldMode.obstacle.unclear() };
    if (text.length > MAX_OBSTACLE) return { problem: t.problem.tooLong(text.length, MAX_OBSTACLE) };
    return { value: text };
  },
  accepts: (value) => typeof value === 'string' && value !== '',
  complete: () => true,
  show: (value) => String(value),
  initial: (value) => String(value),
};

/** The one question behind the button of a receipt. */
export const obstacleForm: Form<ObstacleContext> = {
  id: 'obstacle',
  questions: [{ id: 'text', optional: false, when: () => true, ...obstacleQuestion }],
  review: false,
  title: ({ t }) => t.fieldMode.obstacle.label(),
  submit: ({ t }) => t.button.send(),
};
