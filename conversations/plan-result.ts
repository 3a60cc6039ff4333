import {
  type Approach,
  type CascadeMethod,
  PERSPECTIVES,
  type PlanResult,
  type PlanSupport,
} from '../src/core/plan/content.ts';
import { parseIndicator } from '../src/core/plan/indicator-line.ts';
import type { Form, Question } from './form.ts';
import { choiceQuestion, linesIn, type PlanFormContext, textQuestion } from './plan-parts.ts';

/** What the questions about a work result need to know. */
export interface PlanResultContext extends PlanFormContext {
  approach: Approach;
  /** The number of the work result that is changed; null: a new one. */
  number: number | null;
  /** What it can support: results of the supervisor, goals of the own unit. */
  supports: readonly PlanSupport[];
  /** Whether its owner plans by perspectives. */
  leads: boolean;
  /** Whether the lines that are understood are kept while others are asked for again; a form shows all of them anyway. */
  keepsLines: boolean;
}

/** The lines of an answer, and which of them are not understood (from 0). */
export interface IndicatorLines {
  lines: string[];
  bad: number[];
}

/** Indicators of a work result at most. */
const MAX_INDICATORS = 12;
/** The answer that supports nothing. */
export const NOTHING = 'none';

const option = (value: string, label: string, short = label) => ({ value, label, short });

const title = textQuestion<PlanResultContext>(
  { id: 'title', optional: false },
  {
    label: ({ t }) => t.plan.form.field.title(),
    ask: ({ t }) => t.plan.form.ask.title(),
    hint: ({ t }) => t.plan.form.ask.titleHint(),
    example: ({ t }) => t.plan.form.ask.titleExample(),
  },
  false,
);

const kind = choiceQuestion<PlanResultContext, 'main' | 'additional'>(
  { id: 'kind', optional: false },
  { label: ({ t }) => t.plan.form.field.kind(), ask: ({ t }) => t.plan.form.ask.kind() },
  ({ t }) =>
    (['main', 'additional'] as const).map((value) => ({
      value,
      option: option(value, t.plan.form.option[value]()),
    })),
);

const supports: Question<PlanResultContext> = {
  ...choiceQuestion<PlanResultContext, PlanSupport | typeof NOTHING>(
    { id: 'supports', optional: false, when: (_, context) => context.supports.length > 0 },
    { label: ({ t }) => t.plan.form.field.supports(), ask: ({ t }) => t.plan.form.ask.supports() },
    ({ t, supports: offered }) => [
      ...offered.map((support) => ({ value: support, option: supportOption(support, t) })),
      { value: NOTHING, option: option(NOTHING, t.plan.form.option.noSupport()) },
    ],
  ),
  initial: (value) => (value === NOTHING ? NOTHING : keyOf(value as PlanSupport)),
};

const method = choiceQuestion<PlanResultContext, CascadeMethod>(
  {
    id: 'method',
    optional: false,
    when: ({ supports: chosen }, context) =>
      context.supports.length > 0 && chosen !== undefined && chosen !== NOTHING,
  },
  { label: ({ t }) => t.plan.form.field.method(), ask: ({ t }) => t.plan.form.ask.method() },
  ({ t }) =>
    (['direct', 'non_direct'] as const).map((value) => ({
      value,
      option: option(value, t.plan.form.option.method(value)),
    })),
);

const perspective = choiceQuestion<PlanResultContext, PlanResult['perspective']>(
  {
    id: 'perspective',
    optional: false,
    when: ({ kind: chosen }, { leads }) => leads && chosen !== 'additional',
  },
  { label: ({ t }) => t.plan.form.field.perspective(), ask: ({ t }) => t.plan.form.ask.perspective() },
  ({ t }) =>
    PERSPECTIVES.map((value) => ({ value, option: option(value, t.plan.form.option.perspective(value)) })),
);

const indicators: Question<PlanResultContext> = {
  id: 'measures',
  optional: false,
  when: (_, { approach }) => approach === 'quantitative',
  label: ({ t }) => t.plan.form.field.indicators(),
  ask(context, answers) {
    const { t } = context;
    const given = answers.measures as IndicatorLines | undefined;
    const bad = given ? problemsOf(given.lines, context) : [];
    return {
      text: t.plan.form.ask.indicators(),
      hint:
        bad.length === 0
          ? t.plan.form.ask.indicatorsHint()
          : [...bad.map(({ text }) => text), t.plan.form.problem.repair(bad.length)].join(' '),
      input: { kind: 'text', multiline: true, placeholder: t.plan.form.ask.indicatorsExample() },
    };
  },
  parse(answer, context, previous) {
    const { t } = context;
    const lines = repaired(linesIn(answer), context.keepsLines ? (previous as IndicatorLines | null) : null);
    if (lines.length === 0) return { problem: t.plan.form.problem.empty() };
    if (lines.length > MAX_INDICATORS) return { problem: t.plan.form.problem.tooMany(MAX_INDICATORS) };
    const bad = problemsOf(lines, context);
    if (bad.length > 0 && !context.keepsLines) return { problem: bad.map(({ text }) => text).join(' ') };
    return { value: { lines, bad: bad.map(({ at }) => at) } satisfies IndicatorLines };
  },
  accepts: (value) => Array.isArray((value as IndicatorLines).lines),
  complete: (value) => (value as IndicatorLines).bad.length === 0,
  show: (value) => (value as IndicatorLines).lines.join('\n'),
  initial: (value) => (value as IndicatorLines).lines.join('\n'),
};

const narrative = textQuestion<PlanResultContext>(
  { id: 'narrative', optional: false, when: (_, { approach }) => approach === 'qualitative' },
  {
    label: ({ t }) => t.plan.form.field.narrative(),
    ask: ({ t }) => t.plan.form.ask.narrative(),
    hint: ({ t }) => t.plan.form.ask.narrativeHint(),
    example: ({ t }) => t.plan.form.ask.narrativeExample(),
  },
  true,
);

/** A work result of a plan (RHK) with its indicators and targets, or its narrative. */
export const planResultForm: Form<PlanResultContext> = {
  id: 'plan_result',
  questions: [title, kind, supports, method, perspective, indicators, narrative],
  review: true,
  title: ({ t, number }) =>
    number === null ? t.plan.form.title.newResult() : t.plan.form.title.result(number),
  submit: ({ t }) => t.button.review(),
};

/** Puts lines that were sent again in the place of those that were not understood; else all lines are new. */
function repaired(lines: string[], previous: IndicatorLines | null): string[] {
  if (!previous || previous.bad.length === 0 || previous.bad.length !== lines.length) return lines;
  return previous.lines.map((line, at) => lines[previous.bad.indexOf(at)] ?? line);
}

function problemsOf(
  lines: readonly string[],
  { t, year }: PlanResultContext,
): { at: number; text: string }[] {
  return lines.flatMap((line, at) => {
    const read = parseIndicator(line, year);
    if ('indicator' in read) return [];
    const short = line.length > 60 ? `${line.slice(0, 59)}…` : line;
    return [{ at, text: t.plan.form.problem.line(at + 1, short, t.plan.form.problem.why(read.problem)) }];
  });
}

/** A choice's value that fits a button: the kind, and the part of the id that differs. */
const keyOf = ({ kind: what, id, number }: PlanSupport) =>
  `${what === 'goal' ? 'g' : 'r'}${id === null ? number : id.slice(-12)}`;

function supportOption(support: PlanSupport, t: PlanResultContext['t']) {
  const { kind: what, number, title: name } = support;
  const texts = t.plan.form.option;
  return what === 'goal'
    ? option(keyOf(support), texts.goal(number ?? 0, name ?? ''), texts.shortGoal(number ?? 0))
    : option(keyOf(support), texts.result(number ?? 0, name ?? ''), texts.shortResult(number ?? 0));
}
