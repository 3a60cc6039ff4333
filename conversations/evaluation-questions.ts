import type { Option } from '../src/core/message.ts';
import type { Texts } from '../src/i18n/texts.ts';
import type { Prompt, Question } from './form.ts';

/** The least that questions about evaluations need to know. */
interface Words {
  t: Texts;
}

const MAX_TEXT = 2000;

/** A question that is answered in words. */
export function wordsQuestion<C extends Words>(
  id: string,
  optional: boolean,
  label: (context: C) => string,
  put: (context: C) => { text: string; hint: string | null; placeholder: string },
  when: Question<C>['when'] = () => true,
): Question<C> {
  return {
    ...{ id, optional, label, when },
    ask(context): Prompt {
      const { text, hint, placeholder } = put(context);
      return { text, hint, input: { kind: 'text', multiline: true, placeholder } };
    },
    parse(answer, { t }) {
      const text = 'text' in answer ? answer.text.trim() : '';
      if (!/\p{L}{2}|\d/u.test(text)) return { problem: t.evaluation.problem.empty() };
      if (text.length > MAX_TEXT) return { problem: t.problem.tooLong(text.length, MAX_TEXT) };
      return { value: text };
    },
    accepts: (value) => typeof value === 'string' && value !== '',
    complete: () => true,
    show: (value) => String(value),
    initial: (value) => String(value),
  };
}

/** A question that is answered with one of several choices, by its button, its number or its name. */
export function choiceQuestion<C extends Words>(
  id: string,
  label: (context: C) => string,
  put: (context: C) => { text: string; hint: string | null },
  options: (context: C) => Option[],
  when: Question<C>['when'] = () => true,
): Question<C> {
  return {
    ...{ id, label, when },
    optional: false,
    ask: (context) => ({ ...put(context), input: { kind: 'choice', options: options(context) } }),
    parse(answer, context) {
      const typed = 'text' in answer ? answer.text.trim().toLowerCase() : null;
      const hit = options(context).find((option, index) =>
        'choice' in answer
          ? option.value === answer.choice
          : typed === String(index + 1) || typed === option.short.toLowerCase(),
      );
      return hit ? { value: hit.value } : { problem: context.t.problem.chooseOne() };
    },
    accepts: (value, context) => options(context).some((option) => option.value === value),
    complete: () => true,
    show: (value, context) => options(context).find((option) => option.value === value)?.label ?? '',
    initial: (value) => String(value),
  };
}
