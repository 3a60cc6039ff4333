import type { FeedbackKind, FeedbackVisibility } from '../src/core/feedback/kinds.ts';
import type { Answer } from '../src/core/inbound.ts';
import type { Option } from '../src/core/message.ts';
import type { Behaviour } from '../src/core/plan/content.ts';
import type { Texts } from '../src/i18n/texts.ts';
import type { Answers } from './form.ts';

/** What feedback is about: a work result of the plan, or one activity. */
export interface Topic {
  kind: 'result' | 'entry';
  id: string;
}

/** What the questions about feedback need to know. */
export interface FeedbackContext {
  t: Texts;
  /** The name of whom it is for. */
  to: string;
  kinds: readonly FeedbackKind[];
  /** Who may read feedback of a kind, the narrowest first. */
  visibilities: Readonly<Record<FeedbackKind, readonly FeedbackVisibility[]>>;
  /** The supervisor who would read it besides; null for nobody. */
  leaderId: string | null;
  /** Who reads it in words, by visibility: `Siti dan Anda`. */
  readers: Readonly<Record<FeedbackVisibility, string>>;
  topics: readonly (Topic & { label: string })[];
  /** What was asked for, where it answers a request. */
  request: string | null;
}

/** Who may read it, as it was chosen: a choice that named another supervisor than the one of now is asked again. */
export interface Readers {
  visibility: FeedbackVisibility;
  leaderId: string | null;
}

/** Everything that was answered about feedback. */
export interface FeedbackAnswers {
  kind: FeedbackKind;
  topic: Topic | null;
  body: string;
  behaviours: Behaviour[];
  visibility: FeedbackVisibility;
}

/** The part of a UUID that differs from others of the same moment and fits into a button. */
export const shortId = (id: string) => id.slice(-12);

/** A choice whose label fits a button. */
export const option = (value: string, label: string): Option => ({ value, label, short: label });

/** The option that is meant by a button, its number, or the beginning of its label; null for none. */
export function chosen(answer: Answer, options: readonly Option[]): Option | null {
  if ('choice' in answer) return options.find(({ value }) => value === answer.choice) ?? null;
  const said = 'text' in answer ? answer.text.trim().toLowerCase() : '';
  if (said === '') return null;
  return (
    options.find((_, index) => String(index + 1) === said) ??
    options.find(({ label }) => label.toLowerCase() === said) ??
    (said.length >= 3 ? options.find(({ label }) => label.toLowerCase().startsWith(said)) : undefined) ??
    null
  );
}

/** Who reads feedback by these answers: what was chosen, or the only choice there is. */
export function visibilityIn(answers: Answers, { visibilities }: FeedbackContext): FeedbackVisibility {
  const kind = answers.kind as FeedbackKind;
  const allowed = visibilities[kind];
  const said = answers[`seen_${kind}`] as Readers | undefined;
  return allowed.find((one) => one === said?.visibility) ?? allowed[0] ?? 'author';
}
