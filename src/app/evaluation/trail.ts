import type { EvaluationRow, EvaluationTrailRow } from '../../../db/queries/evaluations.ts';
import { peopleByIds } from '../../../db/queries/people.ts';
import { predicateOf } from '../../core/evaluation/predicate.ts';
import type { Block } from '../../core/message.ts';
import { say, withButtons } from '../../core/message.ts';
import { stamp } from '../entry-view.ts';
import { answered, type Outcome } from '../outcome.ts';
import type { Services } from '../services.ts';
import type { Session } from '../session.ts';
import { evaluationButton } from './button.ts';
import type { EvaluationCase } from './case.ts';
import { titleOf } from './page.ts';

/** Steps that are shown at once, the newest. */
const MAX_SHOWN = 30;

/** A step as the trail keeps it, with what the evaluation says after it. */
export function stepRow(
  services: Pick<Services, 'newId'>,
  row: EvaluationRow,
  step: Pick<EvaluationTrailRow, 'action' | 'actorId' | 'at'> & { reason?: string | null },
): EvaluationTrailRow {
  const { id: evaluationId, revision, resultRating, behaviourRating, content } = row;
  return {
    id: services.newId(),
    ...{ evaluationId, revision, resultRating, behaviourRating, content },
    ...step,
    reason: step.reason ?? null,
  };
}

/** Every step of an evaluation: who did what when, with which ratings and for which reason. */
export async function showTrail(session: Session, found: EvaluationCase): Promise<Outcome> {
  const { services, t, locale, zone, person } = session;
  const texts = t.evaluation;
  const steps = found.trail.slice(-MAX_SHOWN);
  const ids = [...new Set(steps.flatMap(({ actorId }) => actorId ?? []))];
  const names = new Map((await services.store.all(peopleByIds(ids))).map(({ id, name }) => [id, name]));
  const items = steps.map((step) => {
    const by = (step.actorId && names.get(step.actorId)) || texts.trail.system();
    const { resultRating, behaviourRating, reason } = step;
    const rated =
      step.action === 'rated' && resultRating && behaviourRating
        ? [
            `${texts.rating(resultRating)} / ${texts.rating(behaviourRating)}`,
            texts.predicate(predicateOf(resultRating, behaviourRating)),
          ]
        : [];
    const line = texts.trail.line(texts.trail.action(step.action), by, stamp(t, locale, step.at, zone));
    return [[line, ...rated, ...(reason ? [reason] : [])].join(' · ')];
  });
  const blocks: Block[] = [
    titleOf(found, t, person.id),
    { kind: 'line', parts: [{ bold: texts.trail.title() }] },
    { kind: 'list', items },
  ];
  return answered(withButtons(say(...blocks), [evaluationButton('open', texts.button.back(), found.row.id)]));
}
