import type { Texts } from '../src/i18n/texts.ts';
import type { Form, Question } from './form.ts';

/** What the reason for an objection, or for its decision, needs to know. */
export interface ObjectionContext {
  t: Texts;
  /** Who decides and until when, or what follows from the decision. */
  hint: string;
  /** The decision that is explained; null for the objection itself. */
  verdict: 'accepted' | 'rejected' | null;
}

const MAX_REASON = 1000;

const reason: Question<ObjectionContext> = {
  id: 'reason',
  optional: false,
  when: () => true,
  label: ({ t }) => t.field.reason(),
  ask: ({ t, hint, verdict }) => ({
    text: verdict === null ? t.objection.ask.reason() : t.objection.ask.decision(verdict),
    hint,
    input: { kind: 'text', multiline: true, placeholder: t.objection.ask.example() },
  }),
  parse(answer, { t }) {
    const text = 'text' in answer ? answer.text.trim() : '';
    if (!/\p{L}{2}/u.test(text)) return { problem: t.objection.problem.reasonUnclear() };
    if (text.length > MAX_REASON) return { problem: t.problem.tooLong(text.length, MAX_REASON) };
    return { value: text };
  },
  accepts: (value) => typeof value === 'string' && value !== '',
  complete: () => true,
  show: (value) => String(value),
  initial: (value) => String(value),
};

/** An objection (keberatan) with its reason. */
export const objectionForm: Form<ObjectionContext> = {
  id: 'objection',
  questions: [reason],
  review: false,
  title: ({ t }) => t.objection.title(),
  submit: ({ t }) => t.button.send(),
};

/** The decision of an objection with its reason. */
export const objectionDecisionForm: Form<ObjectionContext> = {
  ...objectionForm,
  id: 'objection_decision',
  title: ({ t }) => t.objection.decisionTitle(),
};
