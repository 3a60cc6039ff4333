import { shortDate } from '../../core/local-time.ts';
import { type Block, type Inline, say, withButtons } from '../../core/message.ts';
import { clip } from '../entry-view.ts';
import { type FeedbackItem, feedbackSince } from '../feedback/since.ts';
import { answered, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { evaluationButton } from './button.ts';
import type { EvaluationCase } from './case.ts';
import { titleOf } from './page.ts';

/** Pieces of feedback that are listed at once, the newest. */
const MAX_SHOWN = 20;

/** The continuous feedback of the period that a reader may see, oldest first. */
export async function periodFeedback(
  { services, person }: Session,
  { row }: EvaluationCase,
): Promise<FeedbackItem[]> {
  const items = await feedbackSince(services, row.personId, person, row.fromDate, row.toDate);
  return items.filter(({ kind }) => kind === 'praise' || kind === 'improve' || kind === 'feedback');
}

/** Lists the continuous feedback of the period, so that the evaluation rests on what was said at the time. */
export async function showPeriodFeedback(session: Session, found: EvaluationCase): Promise<Outcome> {
  const { t, locale, today, person } = session;
  const all = await periodFeedback(session, found);
  const items = all
    .slice(-MAX_SHOWN)
    .map(({ date, authorName, workResultId, behaviours, body }): Inline[] => {
      const result = found.row.content.results.find(({ id }) => id === workResultId);
      const about = [
        ...(result ? [t.workResult.short(result.number)] : []),
        ...behaviours.map((behaviour) => t.plan.behaviour[behaviour].name),
      ];
      const head = [shortDate(date, locale, today), authorName, ...about].join(' · ');
      return [{ bold: head }, `: ${clip(body, 300)}`];
    });
  const blocks: Block[] = [
    titleOf(found, t, person.id),
    { kind: 'line', parts: [{ bold: t.evaluation.page.given(all.length) }] },
    { kind: 'list', items },
  ];
  return answered(
    withButtons(say(...blocks), [evaluationButton('open', t.evaluation.button.back(), found.row.id)]),
  );
}
