import { evaluationFeedbackForm, evaluationReturnForm } from '../../../conversations/evaluation.ts';
import { type BoundForm, bind } from '../../../conversations/form.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import {
  type EvaluationRow,
  evaluationsWaitingFor,
  insertTrail,
  updateEvaluation,
} from '../../../db/queries/evaluations.ts';
import { peopleByIds } from '../../../db/queries/people.ts';
import type { EvaluationStep } from '../../core/evaluation/transition.ts';
import { say, withButtons } from '../../core/message.ts';
import { canEvaluate } from '../../core/permissions.ts';
import { BEHAVIOURS } from '../../core/plan/content.ts';
import { notify } from '../notices.ts';
import { answered, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { evaluationButton } from './button.ts';
import { caseById, type EvaluationCase } from './case.ts';
import { evaluatorName, whyNot } from './problem.ts';
import { stepRow } from './trail.ts';
import { evaluationMessage } from './view.ts';

/** Evaluations that are listed at once. */
const MAX_SHOWN = 20;

/** Why somebody cannot do a supervisor's step now. */
export function raterProblem(
  { person, t }: Pick<Session, 'person' | 't'>,
  found: EvaluationCase,
  step: EvaluationStep,
): string | null {
  if (!canEvaluate(person, found.row)) return t.evaluation.problem.notYours(evaluatorName(t, found));
  return whyNot(t, found, step, 'rater');
}

/** Answers `evaluasi tim`: what waits for somebody's ratings, the longest waiting first. */
export async function teamEvaluations(session: Session): Promise<Outcome> {
  const { services, person, t } = session;
  const texts = t.evaluation;
  const waiting = await services.store.all(evaluationsWaitingFor({ evaluatorId: person.id }));
  if (waiting.length === 0) return answered(say(texts.team.none()));
  const shown = waiting.slice(0, MAX_SHOWN);
  const people = await services.store.all(peopleByIds(shown.map(({ personId }) => personId)));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const buttons = shown.map((row) => {
    const period = t.period(row.period);
    return [evaluationButton('open', `${names.get(row.personId) ?? '–'} · ${period}`, row.id)];
  });
  const more = waiting.length - shown.length;
  return answered(
    withButtons(
      say(
        { kind: 'title', text: texts.team.title() },
        texts.team.waiting(waiting.length),
        ...(more > 0 ? [texts.team.more(more)] : []),
      ),
      ...buttons,
    ),
  );
}

/** The questions about feedback; null where the evaluation is gone or somebody else's. */
export async function bindFeedback(session: Session, draft: DraftRow): Promise<BoundForm | null> {
  const found = await ratersCase(session, draft);
  return found && bind(evaluationFeedbackForm, { t: session.t, results: found.row.content.results });
}

/** The question about the reason of a return. */
export async function bindReturn(session: Session, draft: DraftRow): Promise<BoundForm | null> {
  return (await ratersCase(session, draft)) && bind(evaluationReturnForm, { t: session.t });
}

/** Keeps the feedback, and shows the evaluation. */
export async function finishFeedback(session: Session, draft: DraftRow): Promise<Outcome> {
  const found = await ratersCase(session, draft);
  const done = deleteDraft(draft.id, draft.revision);
  const problem = found ? raterProblem(session, found, 'feedback') : session.t.problem.gone();
  if (!found || problem) return answered(say(problem ?? ''), done);
  const { row } = found;
  const about = String(draft.answers.about);
  const [place, text] = [Number(about.slice(1)), String(draft.answers.text)];
  const result = about.startsWith('r') ? row.content.results[place] : undefined;
  const behaviour = about.startsWith('b') ? BEHAVIOURS[place] : undefined;
  const content = {
    ...row.content,
    resultFeedback: { ...row.content.resultFeedback, ...(result && { [result.id]: text }) },
    behaviourFeedback: { ...row.content.behaviourFeedback, ...(behaviour && { [behaviour]: text }) },
  };
  return answered(
    await evaluationMessage(session, { ...found, row: { ...row, content, revision: row.revision + 1 } }, [
      session.t.evaluation.done.feedback(),
    ]),
    done,
    updateEvaluation(row.id, row.revision, { content }),
  );
}

/** Gives an evaluation back to its employee, with the reason. */
export async function finishReturn(session: Session, draft: DraftRow): Promise<Outcome> {
  const { services, person, t, now } = session;
  const found = await ratersCase(session, draft);
  const done = deleteDraft(draft.id, draft.revision);
  const problem = found ? raterProblem(session, found, 'return') : t.problem.gone();
  if (!found || problem) return answered(say(problem ?? ''), done);
  const { row, employee } = found;
  const returned: EvaluationRow = { ...row, status: 'returned', revision: row.revision + 1 };
  const reason = String(draft.answers.reason);
  return answered(
    say(t.evaluation.done.returned(employee.name)),
    done,
    updateEvaluation(row.id, row.revision, { status: 'returned' }),
    insertTrail([stepRow(services, returned, { action: 'returned', actorId: person.id, at: now, reason })]),
    notify(
      'evaluation_result',
      `evaluation_result:${row.id}:${returned.revision}`,
      employee.id,
      { evaluationId: row.id, revision: returned.revision },
      now,
    ),
  );
}

/** The evaluation that a supervisor's form is about; null for whoever does not rate it. */
export async function ratersCase(session: Session, draft: DraftRow): Promise<EvaluationCase | null> {
  const found = await caseById(session.services, draft.subject.evaluationId ?? null);
  return found && canEvaluate(session.person, found.row) ? found : null;
}
