import type { EvaluationContent, Realisation } from '../../core/evaluation/content.ts';
import { predicateOf } from '../../core/evaluation/predicate.ts';
import { indicatorsOf } from '../../core/evaluation/proposal.ts';
import { longDate } from '../../core/local-time.ts';
import type { Block, Inline } from '../../core/message.ts';
import type { Locale } from '../../core/model.ts';
import { BEHAVIOURS, type PlanResult } from '../../core/plan/content.ts';
import type { Texts } from '../../i18n/texts.ts';
import { clip } from '../entry-view.ts';
import type { EvaluationCase } from './case.ts';
import { evaluatorName } from './problem.ts';
import { proposedText } from './proposals.ts';

/** Whom a page is shown to, and when. */
export interface Reader {
  t: Texts;
  locale: Locale;
  today: string;
}

/** One indicator with its realisation, and the number that names it: `1.2` is the second one of RHK 1. */
export interface Item {
  number: string;
  result: PlanResult;
  realisation: Realisation;
  title: string;
  target: string | null;
}

/** Every indicator of an evaluation in the order of the plan. */
export function itemsOf({ results, realisations }: EvaluationContent): Item[] {
  // Versions of a plan may give different results the same number.
  const distinct = new Set(results.map(({ number }) => number)).size === results.length;
  return realisations.flatMap((realisation) => {
    const index = results.findIndex(({ id }) => id === realisation.workResultId);
    const result = results[index];
    const indicator = result && indicatorsOf(result)[realisation.indicator];
    if (!result || !indicator) return [];
    return {
      number: `${distinct ? result.number : index + 1}.${realisation.indicator + 1}`,
      ...{ result, realisation, title: indicator.title },
      target: [indicator.target, indicator.unit].filter(Boolean).join(' ') || null,
    };
  });
}

/** What an evaluation says, for whoever may read it; ratings only where they hold. */
export function pageBlocks(found: EvaluationCase, content: EvaluationContent, reader: Reader): Block[] {
  const { t, locale, today } = reader;
  const texts = t.evaluation;
  const { row } = found;
  const unfinished = row.status !== 'rated' && row.status !== 'locked';
  return [
    {
      kind: 'fields',
      rows: [
        [t.field.status(), texts.status(row.status)],
        [texts.field.evaluator(), evaluatorName(t, found)],
        ...(unfinished
          ? [
              [texts.field.due(), texts.page.due(longDate(found.dueOn, locale), today > found.dueOn)] as [
                string,
                string,
              ],
            ]
          : []),
        ...ratingRows(found, t),
      ],
    },
    ...notesOf(found, reader),
    ...itemBlocks(content, reader),
    ...behaviourBlocks(content, t),
  ];
}

/** The title of an evaluation's page. */
export function titleOf(found: EvaluationCase, t: Texts, readerId: string): Block {
  const period = t.period(found.period.text);
  const own = readerId === found.row.personId;
  const { title, titleOf: of } = t.evaluation.page;
  return { kind: 'title', text: own ? title(period) : of(period, found.employee.name) };
}

/** The two ratings and the predicate that follows from them; nothing where they do not hold. */
function ratingRows({ row }: EvaluationCase, t: Texts): [string, Inline][] {
  const { resultRating, behaviourRating, status } = row;
  if (!resultRating || !behaviourRating || (status !== 'rated' && status !== 'locked')) return [];
  const { field, rating, predicate } = t.evaluation;
  return [
    [field.result(), rating(resultRating)],
    [field.behaviour(), rating(behaviourRating)],
    [field.predicate(), { bold: predicate(predicateOf(resultRating, behaviourRating)) }],
    ...(row.content.remark ? [[field.remark(), row.content.remark] as [string, Inline]] : []),
  ];
}

function notesOf(found: EvaluationCase, { t, locale }: Reader): Block[] {
  const texts = t.evaluation.page;
  const { row, trail, leads, achievement, contestedUntil } = found;
  const last = trail.findLast(({ action }) => action === 'returned' || action === 'reopened');
  const lines: string[] = [];
  if (row.status === 'returned' && last?.reason) lines.push(texts.returned(last.reason));
  if (row.status === 'submitted' && last?.action === 'reopened' && last.reason)
    lines.push(texts.reopened(last.reason));
  if (contestedUntil) lines.push(texts.contested(longDate(contestedUntil, locale)));
  if (leads && achievement)
    lines.push(texts.unitAchievement(leads.name, t.evaluation.achievement(achievement.level)));
  return lines.map((text): Block => ({ kind: 'line', parts: [text] }));
}

function itemBlocks(content: EvaluationContent, reader: Reader): Block[] {
  const { t } = reader;
  const blocks: Block[] = [];
  let shown: string | null = null;
  for (const { number, result, realisation, title, target } of itemsOf(content)) {
    if (result.id !== shown) {
      shown = result.id;
      blocks.push({ kind: 'line', parts: [{ bold: t.workResult.named(result.number, result.title) }] });
      const feedback = content.resultFeedback[result.id];
      if (feedback) blocks.push({ kind: 'note', text: t.evaluation.page.feedback(feedback) });
    }
    const wanted = target === null ? '' : ` (${t.plan.target(target)})`;
    const said = realisation.said === null ? proposedText(realisation, reader) : realisation.said;
    const corrected = realisation.said === null ? '' : ` (${t.evaluation.page.corrected()})`;
    const items: Inline[][] = [[{ bold: `${number} ` }, `${clip(title, 120)}${wanted}: `, said, corrected]];
    const last = blocks.at(-1);
    if (last?.kind === 'list') last.items.push(...items);
    else blocks.push({ kind: 'list', items });
  }
  return blocks;
}

function behaviourBlocks({ expectations, behaviourFeedback }: EvaluationContent, t: Texts): Block[] {
  const { page } = t.evaluation;
  const items = BEHAVIOURS.flatMap((behaviour): Inline[][] => {
    const parts = [
      ...(expectations[behaviour] ? [page.expectation(expectations[behaviour])] : []),
      ...(behaviourFeedback[behaviour] ? [page.feedback(behaviourFeedback[behaviour])] : []),
    ];
    return parts.length > 0 ? [[{ bold: t.plan.behaviour[behaviour].name }, `: ${parts.join(' · ')}`]] : [];
  });
  return items.length === 0
    ? []
    : [
        { kind: 'line', parts: [{ bold: page.behaviours() }] },
        { kind: 'list', items },
      ];
}
