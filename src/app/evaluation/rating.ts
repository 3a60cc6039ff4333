import { type BoundForm, bind } from '../../../conversations/form.ts';
import { type RatingContext, ratingForm, ratingsIn } from '../../../conversations/rating.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import { type EvaluationRow, insertTrail, updateEvaluation } from '../../../db/queries/evaluations.ts';
import { leaderResultRating } from '../../core/evaluation/achievement.ts';
import { predicateOf } from '../../core/evaluation/predicate.ts';
import { type Block, type Message, say, withButtons } from '../../core/message.ts';
import { draftButton } from '../draft-view.ts';
import { notify } from '../notices.ts';
import { answered, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import type { EvaluationCase } from './case.ts';
import { titleOf } from './page.ts';
import { considerations, distributionOf, organisationOf } from './pattern.ts';
import { setterName } from './setter.ts';
import { raterProblem, ratersCase } from './supervisor.ts';
import { stepRow } from './trail.ts';
import { evaluationMessage } from './view.ts';

/** The questions about the ratings; null where the evaluation is gone or somebody else's. */
export async function bindRating(session: Session, draft: DraftRow): Promise<BoundForm | null> {
  const found = await ratersCase(session, draft);
  return found && bind(ratingForm, { t: session.t, given: givenRating(found) });
}

/** The ratings as they will be stored, with the predicate that follows and what the pattern asks to consider. */
export async function ratingReview(session: Session, draft: DraftRow): Promise<Message> {
  const { t, person, services } = session;
  const found = await ratersCase(session, draft);
  if (!found) return say(t.problem.gone());
  const { row } = found;
  const texts = t.evaluation;
  const { resultRating, behaviourRating, remark } = ratingsIn(draft.answers, givenRating(found));
  const predicate = predicateOf(resultRating, behaviourRating);
  const unit = await organisationOf(services.store, row.unitId, row.period);
  const notes = unit
    ? considerations(
        t,
        await distributionOf(services.store, unit, row.period, { personId: row.personId, predicate }),
      )
    : [];
  const blocks: Block[] = [
    titleOf(found, t, person.id),
    {
      kind: 'fields',
      rows: [
        [texts.field.result(), texts.rating(resultRating)],
        [texts.field.behaviour(), texts.rating(behaviourRating)],
        ...(remark ? [[texts.field.remark(), remark] as [string, string]] : []),
        [texts.field.predicate(), { bold: texts.predicate(predicate) }],
      ],
    },
    { kind: 'note', text: texts.page.follows() },
    ...notes.map((text): Block => ({ kind: 'line', parts: [text] })),
  ];
  const op = draftButton(draft);
  return withButtons(say(...blocks), [
    { ...op('confirm', t.button.save()), style: 'primary' },
    op('menu', t.button.change()),
    op('cancel', t.button.cancel()),
  ]);
}

/** Stores the ratings; the employee is told. */
export async function finishRating(session: Session, draft: DraftRow): Promise<Outcome> {
  const { services, person, t, now } = session;
  const found = await ratersCase(session, draft);
  const done = deleteDraft(draft.id, draft.revision);
  const problem = found ? await ratingProblem(session, found) : t.problem.gone();
  if (!found || problem) return answered(say(problem ?? ''), done);
  const { row, employee } = found;
  const { resultRating, behaviourRating, remark } = ratingsIn(draft.answers, givenRating(found));
  const change = {
    ...{ status: 'rated' as const, resultRating, behaviourRating },
    content: { ...row.content, remark },
    ...{ ratedAt: now, ratedBy: person.id },
  };
  const rated: EvaluationRow = { ...row, ...change, revision: row.revision + 1 };
  const step = stepRow(services, rated, { action: 'rated', actorId: person.id, at: now });
  const predicate = t.evaluation.predicate(predicateOf(resultRating, behaviourRating));
  const shown = { ...found, row: rated, trail: [...found.trail, step] };
  return answered(
    await evaluationMessage(session, shown, [t.evaluation.done.rated(employee.name, predicate)]),
    done,
    updateEvaluation(row.id, row.revision, change),
    insertTrail([step]),
    notify(
      'evaluation_result',
      `evaluation_result:${row.id}:${rated.revision}`,
      employee.id,
      { evaluationId: row.id, revision: rated.revision },
      now,
    ),
  );
}

/** The result rating that is not asked for: whoever leads a unit has its achievement. */
function givenRating({ leads, achievement }: EvaluationCase): RatingContext['given'] {
  return leads && achievement ? { rating: leaderResultRating(achievement.level), unit: leads.name } : null;
}

/** Why an evaluation cannot be rated now; a leader's waits for the achievement of the unit. */
export async function ratingProblem(session: Session, found: EvaluationCase): Promise<string | null> {
  const { t, services } = session;
  const problem = raterProblem(session, found, 'rate');
  const { leads, achievement } = found;
  if (problem || !leads || achievement) return problem;
  const who = await setterName(services, t, leads.id);
  return t.evaluation.problem.noAchievement(leads.name, t.period(found.period.text), who);
}
