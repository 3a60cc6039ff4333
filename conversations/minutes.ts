import {
  type CommitmentFacts,
  type CommitmentText,
  MAX_COMMITMENT,
  readCommitment,
  sideNamed,
} from '../src/core/dialogue/commitment-text.ts';
import { MAX_LINE, MAX_LINES, readMinutes, textLines } from '../src/core/dialogue/minutes.ts';
import { shortDate } from '../src/core/local-time.ts';
import type { Locale } from '../src/core/model.ts';
import type { Texts } from '../src/i18n/texts.ts';
import type { Form, Question } from './form.ts';

/** What the questions about the minutes need to know. */
export interface MinutesContext extends CommitmentFacts {
  t: Texts;
  locale: Locale;
}

const lines: Question<MinutesContext> = {
  id: 'lines',
  optional: false,
  when: () => true,
  label: ({ t }) => t.dialogue.field.minutes(),
  ask: ({ t }) => ({
    text: t.dialogue.ask.minutes(),
    hint: t.dialogue.ask.minutesHint(),
    input: { kind: 'text', multiline: true, placeholder: t.dialogue.ask.minutesExample() },
  }),
  parse(answer, { t }) {
    const { problem } = t.dialogue;
    const read = readMinutes('text' in answer ? answer.text : '');
    if ('lines' in read) return { value: read.lines };
    switch (read.problem) {
      case 'empty':
        return { problem: problem.emptyMinutes() };
      case 'too_many':
        return { problem: problem.tooManyLines(read.count, MAX_LINES) };
      case 'too_long':
        return { problem: problem.longLine(read.line, read.length, MAX_LINE) };
    }
  },
  accepts: (value) => Array.isArray(value) && value.length > 0,
  complete: () => true,
  show: (value) => (value as string[]).join('\n'),
  initial: (value) => (value as string[]).join('\n'),
};

const commitments: Question<MinutesContext> = {
  id: 'commitments',
  optional: true,
  when: () => true,
  label: ({ t }) => t.dialogue.field.commitments(),
  ask: ({ t, employee }) => ({
    text: t.dialogue.ask.commitments(),
    hint: t.dialogue.ask.commitmentsHint(calledName(employee)),
    input: {
      kind: 'text',
      multiline: true,
      placeholder: t.dialogue.ask.commitmentsHint(calledName(employee)),
    },
  }),
  parse(answer, context) {
    const texts = context.t.dialogue.commitment.problem;
    const said = textLines('text' in answer ? answer.text : '');
    if (said.length === 0) return { problem: texts.no_what(1) };
    if (said.length > MAX_LINES) return { problem: texts.too_many(MAX_LINES) };
    const read: CommitmentText[] = [];
    for (const [index, line] of said.entries()) {
      const one = readCommitment(line, context);
      if (!('problem' in one)) read.push(one);
      else if (one.problem === 'owner_unknown')
        return {
          problem: texts.owner_unknown(index + 1, one.said, `${context.employee} / ${context.leader}`),
        };
      else if (one.problem === 'due_past') return { problem: texts.due_past(index + 1, one.said) };
      else if (one.problem === 'too_long') return { problem: texts.too_long(index + 1, MAX_COMMITMENT) };
      else return { problem: texts[one.problem](index + 1) };
    }
    return { value: read.map((one) => ({ ...one, said: typed(one, context) })) };
  },
  accepts: (value, { today }) =>
    Array.isArray(value) && value.every(({ dueOn }) => typeof dueOn === 'string' && dueOn >= today),
  complete: () => true,
  show: (value, context) => (value as CommitmentText[]).map((one) => shown(one, context)).join('\n'),
  initial: (value) => (value as Said[]).map(({ said }) => said).join('\n'),
};

/** A commitment with the line that would be read as it. */
type Said = CommitmentText & { said: string };

/** The minutes of a dialogue with what follows from it, shown before they are sent. */
export const minutesForm: Form<MinutesContext> = {
  id: 'minutes',
  questions: [lines, commitments],
  review: true,
  title: ({ t }) => t.dialogue.form.minutes(),
  submit: ({ t }) => t.dialogue.form.check(),
};

/** Commitments as an answer to the question about them. */
export function commitmentsAnswer(rows: readonly CommitmentText[], context: MinutesContext): Said[] {
  return rows.map(({ owner, what, dueOn }) => ({
    ...{ owner, what, dueOn },
    said: typed({ owner, what, dueOn }, context),
  }));
}

/** `Siti Aminah: kirim draf, paling lambat 10 Des`. */
export function shown(
  { owner, what, dueOn }: CommitmentText,
  { t, locale, today, ...names }: MinutesContext,
): string {
  const { line, of } = t.dialogue.commitment;
  return of(names[owner], line(what, shortDate(dueOn, locale, today)));
}

function typed({ owner, what, dueOn }: CommitmentText, context: MinutesContext): string {
  const name = calledName(context[owner]);
  const role = owner === 'employee' ? 'pegawai' : 'atasan';
  return `${sideNamed(name, context) === owner ? name : role}: ${what}, ${dueOn}`;
}

/** What somebody is called: the first part of their name that is no title. */
function calledName(name: string): string {
  return name.split(/[\s,]+/).find((word) => word.length >= 3 && !word.endsWith('.')) ?? name;
}
