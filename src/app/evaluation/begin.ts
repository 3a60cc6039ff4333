import {
  evaluationFeedbackForm,
  evaluationReturnForm,
  realisationForm,
} from '../../../conversations/evaluation.ts';
import { ratingForm } from '../../../conversations/rating.ts';
import { say } from '../../core/message.ts';
import { begin } from '../drafts.ts';
import { answered, type Outcome, toast } from '../outcome.ts';
import type { Session } from '../session.ts';
import type { EvaluationCase } from './case.ts';
import { newDraft } from './draft.ts';
import { employeeProblem } from './employee.ts';
import { itemsOf } from './page.ts';
import { ratingProblem } from './rating.ts';
import { raterProblem } from './supervisor.ts';

/** Begins to correct one realisation. */
export async function beginCorrection(
  session: Session,
  found: EvaluationCase,
  index: number,
): Promise<Outcome> {
  const problem = employeeProblem(session, found, 'correct');
  if (problem) return answered(say(problem));
  const item = itemsOf(found.row.content)[index];
  if (!item) return toast(session.t.problem.gone());
  const { said, source, proposed } = item.realisation;
  // A form shows what is there already; in a conversation it would count as answered.
  const answers = session.sender.forms ? { said: said ?? proposed, source } : {};
  const subject = { evaluationId: found.row.id, item: String(index) };
  return begin(session, newDraft(session, realisationForm.id, subject, answers));
}

/** Begins feedback on one part of an evaluation, or its return. */
export async function beginRemark(
  session: Session,
  found: EvaluationCase,
  op: 'feedback' | 'return',
): Promise<Outcome> {
  const problem = raterProblem(session, found, op);
  if (problem) return answered(say(problem));
  const form = op === 'feedback' ? evaluationFeedbackForm : evaluationReturnForm;
  return begin(session, newDraft(session, form.id, { evaluationId: found.row.id }));
}

/** Begins the ratings of an evaluation. */
export async function beginRating(session: Session, found: EvaluationCase): Promise<Outcome> {
  const problem = await ratingProblem(session, found);
  if (problem) return answered(say(problem));
  return begin(session, newDraft(session, ratingForm.id, { evaluationId: found.row.id }));
}
