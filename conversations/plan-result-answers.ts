import type { Approach, CascadeMethod, PlanResult, PlanSupport } from '../src/core/plan/content.ts';
import { formatIndicator, parseIndicator } from '../src/core/plan/indicator-line.ts';
import type { Answers } from './form.ts';
import { type IndicatorLines, NOTHING, type PlanResultContext } from './plan-result.ts';

/** The work result that complete answers describe. */
export function resultIn(
  answers: Answers,
  place: Pick<PlanResult, 'id' | 'number'>,
  { approach, year, leads }: Pick<PlanResultContext, 'approach' | 'year' | 'leads'>,
): PlanResult {
  const support = answers.supports as PlanSupport | typeof NOTHING | undefined;
  const named = support === undefined || support === NOTHING ? null : support;
  const additional = answers.kind === 'additional';
  const lines = approach === 'quantitative' ? (answers.measures as IndicatorLines).lines : [];
  return {
    ...place,
    additional,
    title: String(answers.title),
    supports: named,
    method: named && ((answers.method as CascadeMethod | undefined) ?? null),
    perspective: leads && !additional ? ((answers.perspective as PlanResult['perspective']) ?? null) : null,
    indicators:
      approach === 'quantitative'
        ? lines.flatMap((line) => {
            const read = parseIndicator(line, year);
            return 'indicator' in read ? [read.indicator] : [];
          })
        : [{ aspect: null, title: String(answers.narrative), target: null, unit: null, dueOn: null }],
  };
}

/** Answers that lead to a work result, to change some of them. */
export function answersOfResult(result: PlanResult, approach: Approach): Answers {
  const [first] = result.indicators;
  const measured = result.indicators.length > 0 && approach === 'quantitative';
  return {
    title: result.title,
    kind: result.additional ? 'additional' : 'main',
    supports: result.supports ?? NOTHING,
    ...(result.method && { method: result.method }),
    ...(result.perspective && { perspective: result.perspective }),
    ...(measured && {
      measures: { lines: result.indicators.map(formatIndicator), bad: [] } satisfies IndicatorLines,
    }),
    ...(approach === 'qualitative' && first && { narrative: first.title }),
  };
}
