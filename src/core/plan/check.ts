import type { PlanContent, PlanIndicator, PlanResult } from './content.ts';
import { isBareNumber, isMeasurable } from './measurable.ts';

/** Principles of a plan (PermenPANRB 6/2022); which finding touches which of them is our reading of it. */
export const PRINCIPLES = ['objective', 'measurable', 'accountable', 'participatory', 'transparent'] as const;

/** One of the five principles of a plan. */
export type Principle = (typeof PRINCIPLES)[number];

/** What is missing in a plan that cannot be proposed as it is, with the principle that it touches. */
const PROBLEMS = {
  no_results: 'accountable',
  no_main: 'accountable',
  title_short: 'objective',
  same_title: 'objective',
  no_perspective: 'objective',
  no_indicator: 'measurable',
  no_target: 'measurable',
  not_measurable: 'measurable',
  no_unit: 'measurable',
  no_aspect: 'accountable',
  due_outside: 'accountable',
  narrative_missing: 'measurable',
  narrative_short: 'measurable',
  narrative_target: 'measurable',
} as const satisfies Record<string, Principle>;

/** What would make a plan better and does not stand in its way. */
const HINTS = {
  no_due: 'accountable',
  no_support: 'transparent',
  no_expectations: 'participatory',
  no_resources: 'participatory',
  no_accountability: 'accountable',
  no_consequences: 'transparent',
} as const satisfies Record<string, Principle>;

/** A problem keeps a plan from being proposed; a hint does not. */
export type FindingCode = keyof typeof PROBLEMS | keyof typeof HINTS;

/** One thing that the check of a plan has found. */
export interface PlanFinding {
  weight: 'problem' | 'hint';
  principle: Principle;
  code: FindingCode;
  /** Number of the work result; null: the plan as a whole. */
  result: number | null;
  /** Place of the indicator in its work result, from 1; null: the work result as a whole. */
  indicator: number | null;
}

/** What the check needs to know about whose plan it is. */
export interface PlanCircumstances {
  /** Whether its owner plans by perspectives: JPT, and heads of independent units. */
  leads: boolean;
  /** Whether there is a supervisor whose results can be supported. */
  supervised: boolean;
  year: number;
}

/** Characters that name a result, at least. */
const MIN_TITLE = 10;
/** Characters and words of a narrative that names a result, at least. */
const MIN_NARRATIVE = 30;
const MIN_WORDS = 4;

/**
 * Checks a plan in plain words, without any score: what keeps it from being proposed, and what could be better.
 *
 * Findings come by work result and indicator, those of the plan as a whole first.
 */
export function checkPlan(content: PlanContent, circumstances: PlanCircumstances): PlanFinding[] {
  const { results, expectations, annexes } = content;
  const found: PlanFinding[] = [];
  const add = (code: FindingCode, result: number | null = null, indicator: number | null = null) =>
    found.push({
      ...(code in PROBLEMS
        ? { weight: 'problem' as const, principle: PROBLEMS[code as keyof typeof PROBLEMS] }
        : { weight: 'hint' as const, principle: HINTS[code as keyof typeof HINTS] }),
      ...{ code, result, indicator },
    });
  if (results.length === 0) add('no_results');
  else if (results.every(({ additional }) => additional)) add('no_main');
  if (Object.values(expectations).every((text) => !text)) add('no_expectations');
  if (annexes.resources.length === 0) add('no_resources');
  if (annexes.accountability.length === 0) add('no_accountability');
  if (annexes.consequences.length === 0) add('no_consequences');
  const titles = new Set<string>();
  for (const result of results) {
    for (const code of ofResult(result, circumstances)) add(code, result.number);
    const title = result.title.trim().toLowerCase();
    if (titles.has(title)) add('same_title', result.number);
    titles.add(title);
    const codes =
      content.approach === 'qualitative' ? ofNarrative(result) : ofIndicators(result, circumstances);
    for (const [code, indicator] of codes) add(code, result.number, indicator);
  }
  return found;
}

/** Whether a plan can be proposed. */
export function isComplete(findings: readonly PlanFinding[]): boolean {
  return findings.every(({ weight }) => weight === 'hint');
}

function ofResult(result: PlanResult, { leads, supervised }: PlanCircumstances): FindingCode[] {
  return [
    ...(result.title.trim().length < MIN_TITLE ? (['title_short'] as const) : []),
    ...(leads && !result.additional && result.perspective === null ? (['no_perspective'] as const) : []),
    ...(supervised && result.supports === null ? (['no_support'] as const) : []),
  ];
}

function ofIndicators({ indicators }: PlanResult, at: PlanCircumstances): [FindingCode, number | null][] {
  if (indicators.length === 0) return [['no_indicator', null]];
  return indicators.flatMap((indicator, index) =>
    ofIndicator(indicator, at).map((code): [FindingCode, number] => [code, index + 1]),
  );
}

function ofIndicator({ aspect, target, unit, dueOn }: PlanIndicator, at: PlanCircumstances): FindingCode[] {
  const said = target?.trim() ?? '';
  return [
    ...(aspect === null ? (['no_aspect'] as const) : []),
    ...(said === ''
      ? (['no_target'] as const)
      : isMeasurable(said)
        ? unit === null && isBareNumber(said)
          ? (['no_unit'] as const)
          : []
        : (['not_measurable'] as const)),
    ...ofDue(dueOn, at),
  ];
}

function ofDue(dueOn: string | null, { year }: PlanCircumstances): FindingCode[] {
  if (dueOn === null) return ['no_due'];
  return Number(dueOn.slice(0, 4)) === year ? [] : ['due_outside'];
}

/** The qualitative approach has one narrative for each work result, with its target in it. */
function ofNarrative({ indicators }: PlanResult): [FindingCode, number | null][] {
  const [narrative] = indicators;
  if (!narrative || indicators.length > 1) return [['narrative_missing', null]];
  const text = narrative.title.trim();
  const short = text.length < MIN_NARRATIVE || text.split(/\s+/).length < MIN_WORDS;
  return [
    ...(short ? ([['narrative_short', 1]] as [FindingCode, number][]) : []),
    ...(narrative.target !== null ? ([['narrative_target', 1]] as [FindingCode, number][]) : []),
  ];
}
