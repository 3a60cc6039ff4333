import { realisationForm } from '../../../conversations/evaluation.ts';
import { type BoundForm, bind } from '../../../conversations/form.ts';
import { type DraftRow, deleteDraft } from '../../../db/queries/drafts.ts';
import { type EvaluationRow, insertTrail, updateEvaluation } from '../../../db/queries/evaluations.ts';
import { personById } from '../../../db/queries/people.ts';
import { first } from '../../../db/store.ts';
import { say } from '../../core/message.ts';
import { notify } from '../notices.ts';
import { answered, edited, type Outcome, toast } from '../outcome.ts';
import type { Session } from '../session.ts';
import { caseById, type EvaluationCase } from './case.ts';
import { showItem } from './item.ts';
import { itemsOf } from './page.ts';
import { evaluatorName, whyNot } from './problem.ts';
import { readAt, readWrites } from './reading.ts';
import { stepRow } from './trail.ts';
import { evaluationMessage, presentContent } from './view.ts';

/** The questions about one realisation; null where its evaluation is gone. */
export async function bindRealisation(session: Session, draft: DraftRow): Promise<BoundForm | null> {
  const found = await caseById(session.services, draft.subject.evaluationId ?? null);
  if (!found || found.row.personId !== session.person.id) return null;
  const item = itemsOf(await presentContent(session, found))[Number(draft.subject.item)];
  if (!item) return null;
  return bind(realisationForm, { t: session.t, number: item.number, proposed: item.realisation.proposed });
}

/** Keeps what the employee says about one realisation, and shows the evaluation. */
export async function finishRealisation(session: Session, draft: DraftRow): Promise<Outcome> {
  const { said, source } = draft.answers;
  const found = await caseById(session.services, draft.subject.evaluationId ?? null);
  const done = deleteDraft(draft.id, draft.revision);
  if (!found) return answered(say(session.t.problem.gone()), done);
  const problem = employeeProblem(session, found, 'correct');
  if (problem) return answered(say(problem), done);
  const { row, index } = { row: found.row, index: Number(draft.subject.item) };
  const proposed = itemsOf(await presentContent(session, found))[index]?.realisation.proposed;
  const change = { said: said === proposed ? null : String(said), source: (source as string | null) ?? null };
  const changed = { ...found, row: corrected(row, index, change) };
  return answered(
    await evaluationMessage(session, changed, [session.t.evaluation.done.corrected()]),
    done,
    updateEvaluation(row.id, row.revision, { content: changed.row.content }),
  );
}

/** Takes a correction back, so that the proposal stands again. */
export async function acceptProposal(
  session: Session,
  found: EvaluationCase,
  index: number,
): Promise<Outcome> {
  const problem = employeeProblem(session, found, 'correct');
  if (problem) return answered(say(problem));
  const { row } = found;
  if (!itemsOf(row.content)[index]) return toast(session.t.problem.gone());
  const changed = { ...found, row: corrected(row, index, { said: null, source: null }) };
  const outcome = await showItem(session, changed, index);
  return {
    reply: { ...outcome.reply, toast: session.t.evaluation.done.accepted() },
    writes: [updateEvaluation(row.id, row.revision, { content: changed.row.content })],
  };
}

/** Submits an evaluation as it was shown to whoever rates it. */
export async function submitEvaluation(session: Session, found: EvaluationCase): Promise<Outcome> {
  const { services, person, t, now } = session;
  const problem = employeeProblem(session, found, 'submit');
  if (problem) return toast(problem);
  const { row } = found;
  // Whoever has left cannot rate any more.
  const evaluatorId = found.evaluator?.active ? row.evaluatorId : person.supervisorId;
  const evaluator =
    evaluatorId === null ? null : await first(services.store, personById({ id: evaluatorId }));
  if (!evaluator?.active) return answered(say(t.evaluation.problem.noSupervisor()));
  const change = {
    status: 'submitted' as const,
    evaluatorId: evaluator.id,
    submittedAt: now,
    content: await presentContent(session, found),
  };
  const submitted: EvaluationRow = { ...row, ...change, revision: row.revision + 1 };
  const step = stepRow(services, submitted, { action: 'submitted', actorId: person.id, at: now });
  const shown = { ...found, row: submitted, evaluator, trail: [...found.trail, step] };
  return edited(
    await evaluationMessage(session, shown, [t.evaluation.done.submitted(evaluator.name)]),
    updateEvaluation(row.id, row.revision, change),
    insertTrail([step]),
    notify(
      'evaluation_task',
      `evaluation_task:${row.id}:${submitted.revision}`,
      evaluator.id,
      { evaluationId: row.id, revision: submitted.revision },
      now,
    ),
  );
}

/** Marks a result as read by its employee. */
export async function markRead(session: Session, found: EvaluationCase): Promise<Outcome> {
  const { services, person, t } = session;
  const texts = t.evaluation;
  if (person.id !== found.row.personId) return toast(t.problem.notYours());
  const writes = readWrites(session, found);
  if (writes.length === 0) return answered(say(texts.problem.notRated()));
  if (await readAt(services, found)) return toast(texts.done.readAlready());
  return { ...toast(texts.done.read(evaluatorName(t, found))), writes };
}

/** Why the employee cannot do something with their evaluation now. */
export function employeeProblem(
  { person, t }: Session,
  found: EvaluationCase,
  step: 'correct' | 'submit',
): string | null {
  if (person.id !== found.row.personId) return t.evaluation.problem.onlyEmployee(found.employee.name);
  return whyNot(t, found, step, 'employee');
}

function corrected(
  row: EvaluationRow,
  index: number,
  change: { said: string | null; source: string | null },
): EvaluationRow {
  const item = itemsOf(row.content)[index]?.realisation;
  const realisations = row.content.realisations.map((one) => (one === item ? { ...one, ...change } : one));
  return { ...row, content: { ...row.content, realisations } };
}
