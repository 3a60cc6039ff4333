import { DIALOGUE_KINDS, type DialogueKind } from '../src/core/dialogue/kinds.ts';
import { addDays, localDate, longDate } from '../src/core/local-time.ts';
import { parsePeriod } from '../src/core/period.ts';
import { clip, option, shortId } from './announcement-parts.ts';
import { type DialogueContext, momentQuestion, type ProposalContext, words } from './dialogue-parts.ts';
import type { Form, Question } from './form.ts';

const always = () => true;
const MAX_PLACE = 100;
const MAX_TITLE = 60;

const kind: Question<ProposalContext> = {
  id: 'kind',
  optional: false,
  when: always,
  label: ({ t }) => t.dialogue.field.kind(),
  ask: ({ t }) => ({
    text: t.dialogue.ask.kind(),
    hint: null,
    input: { kind: 'choice', options: DIALOGUE_KINDS.map((one) => option(one, t.dialogue.kind(one))) },
  }),
  parse(answer, { t }) {
    const said = ('choice' in answer ? answer.choice : 'text' in answer ? answer.text : '')
      .trim()
      .toLowerCase();
    const hit = DIALOGUE_KINDS.find(
      (one) => one === said || (said.length >= 4 && t.dialogue.kind(one).toLowerCase().includes(said)),
    );
    return hit ? { value: hit } : { problem: t.problem.chooseOne() };
  },
  accepts: (value) => DIALOGUE_KINDS.some((one) => one === value),
  complete: always,
  show: (value, { t }) => t.dialogue.kind(value as DialogueKind),
  initial: String,
};

const about: Question<ProposalContext> = {
  id: 'about',
  optional: true,
  when: (_, { results }) => results.length > 0,
  label: ({ t }) => t.dialogue.field.about(),
  ask: ({ t, results }) => ({
    text: t.dialogue.ask.about(),
    hint: null,
    input: {
      kind: 'choice',
      options: results.map(({ id, number, title }) => ({
        value: shortId(id),
        label: t.workResult.named(number, clip(title, MAX_TITLE)),
        short: t.workResult.short(number),
      })),
    },
  }),
  parse(answer, { t, results }) {
    const said = 'choice' in answer ? answer.choice : 'text' in answer ? answer.text : '';
    const number = Number(/^\s*(?:rhk)?\s*(\d{1,2})\s*$/i.exec(said)?.[1]);
    const hit = results.find((one) => shortId(one.id) === said || one.number === number);
    return hit ? { value: hit.id } : { problem: t.problem.chooseOne() };
  },
  accepts: (value, { results }) => results.some(({ id }) => id === value),
  complete: always,
  show(value, { t, results }) {
    const found = results.find(({ id }) => id === value);
    return found ? t.workResult.named(found.number, found.title) : '';
  },
  initial: (value) => shortId(String(value)),
};

/** A dialogue that somebody proposes: what about, when, where, about which work result, and why. */
export const dialogueForm: Form<ProposalContext> = {
  id: 'dialogue',
  questions: [
    kind,
    momentQuestion<ProposalContext>(),
    words<ProposalContext>(
      'place',
      true,
      {
        label: ({ t }) => t.dialogue.field.place(),
        ask: ({ t }) => t.dialogue.ask.place(),
        example: ({ t }) => t.dialogue.ask.placeExample(),
        empty: ({ t }) => t.problem.required(),
      },
      MAX_PLACE,
    ),
    about,
    words<ProposalContext>('reason', true, {
      label: ({ t }) => t.dialogue.field.reason(),
      ask: ({ t, other }) => t.dialogue.ask.reason(other.name),
      example: ({ t }) => t.dialogue.ask.reasonExample(),
      empty: ({ t }) => t.problem.required(),
    }),
  ],
  review: true,
  title: ({ t }) => t.dialogue.form.propose(),
  submit: ({ t }) => t.dialogue.form.check(),
};

const why = (optional: boolean) =>
  words<DialogueContext>('reason', optional, {
    label: ({ t }) => t.dialogue.field.reason(),
    ask: ({ t, other }) => t.dialogue.ask.why(other.name),
    example: ({ t }) => t.dialogue.ask.whyExample(),
    empty: ({ t, other }) => t.dialogue.problem.noReason(other.name),
  });

/** Another time for a dialogue. */
export const moveForm: Form<DialogueContext> = {
  id: 'dialogue_move',
  questions: [momentQuestion(), why(true)],
  review: false,
  title: ({ t }) => t.dialogue.form.move(),
  submit: ({ t }) => t.button.send(),
};

/** Why a dialogue is declined. */
export const declineForm: Form<DialogueContext> = {
  id: 'dialogue_decline',
  questions: [why(false)],
  review: false,
  title: ({ t }) => t.dialogue.form.decline(),
  submit: ({ t }) => t.button.send(),
};

/** Why a dialogue is cancelled. */
export const cancelForm: Form<DialogueContext> = {
  ...declineForm,
  id: 'dialogue_cancel',
  title: ({ t }) => t.dialogue.form.cancel(),
};

/** What the question about the day needs to know. */
export interface HeldContext extends DialogueContext {
  startsAt: number;
}

const heldOn: Question<HeldContext> = {
  id: 'on',
  optional: false,
  when: always,
  label: ({ t }) => t.dialogue.field.heldOn(),
  ask({ t, locale, zone, startsAt, today }) {
    const planned = localDate(startsAt, zone);
    return {
      text: t.dialogue.ask.heldOn(),
      hint: t.dialogue.ask.heldOnHint(longDate(planned, locale)),
      input: {
        kind: 'suggest',
        options: [option(planned, longDate(planned, locale)), option(today, t.dialogue.ask.today())],
        placeholder: longDate(planned, locale),
      },
    };
  },
  parse(answer, { t, locale, zone, startsAt, today }) {
    const said = ('choice' in answer ? answer.choice : 'text' in answer ? answer.text : '').trim();
    const bare = said.toLowerCase().replace(/^\p{L}+,\s*/u, '');
    const period = bare === '' ? null : parsePeriod(bare, today);
    const date = period?.kind === 'day' ? period.from : null;
    if (date === null) return { problem: t.dialogue.problem.date() };
    const planned = localDate(startsAt, zone);
    if (date < planned || date > today)
      return { problem: t.dialogue.problem.wrong_date(longDate(planned, locale), longDate(today, locale)) };
    return { value: date };
  },
  accepts: (value, { today }) => typeof value === 'string' && value <= today && value > addDays(today, -366),
  complete: always,
  show: (value, { locale }) => longDate(String(value), locale),
  initial: String,
};

/** On which day a dialogue was held. */
export const heldForm: Form<HeldContext> = {
  id: 'dialogue_held',
  questions: [heldOn],
  review: false,
  title: ({ t }) => t.dialogue.form.held(),
  submit: ({ t }) => t.dialogue.form.save(),
};
