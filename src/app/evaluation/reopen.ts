import {
  type EvaluationRow,
  evaluationById,
  insertTrail,
  unratedOf,
  updateEvaluation,
} from '../../../db/queries/evaluations.ts';
import { personById } from '../../../db/queries/people.ts';
import { first, type Statement } from '../../../db/store.ts';
import { stepFrom } from '../../core/evaluation/transition.ts';
import { notify } from '../notices.ts';
import type { Services } from '../services.ts';
import { stepRow } from './trail.ts';

/**
 * What has to be written so that a rated evaluation is rated anew, because an objection to it was accepted.
 *
 * Its ratings stay in its trail. The employee and whoever rates it are told. Nothing where it is not rated.
 */
export async function reopenForObjection(
  services: Services,
  evaluationId: string,
  actorId: string,
  reason: string,
  now: number,
): Promise<Statement[]> {
  const row = await first(services.store, evaluationById({ id: evaluationId }));
  const answer = row && stepFrom(row.status, 'reopen');
  if (!row || !answer?.ok) return [];
  const [evaluator, employee] = await Promise.all(
    [row.evaluatorId, row.personId].map((id) => first(services.store, personById({ id }))),
  );
  // Whoever has left cannot rate any more.
  const evaluatorId = evaluator?.active ? row.evaluatorId : (employee?.supervisorId ?? row.evaluatorId);
  const change = {
    ...{ status: answer.status, evaluatorId },
    ...{ resultRating: null, behaviourRating: null, ratedAt: null, ratedBy: null, lockedAt: null },
  };
  const reopened: EvaluationRow = { ...row, ...change, revision: row.revision + 1 };
  const about = { evaluationId: row.id, revision: reopened.revision };
  return [
    updateEvaluation(row.id, row.revision, change),
    insertTrail([stepRow(services, reopened, { action: 'reopened', actorId, at: now, reason })]),
    notify('evaluation_task', `evaluation_task:${row.id}:${about.revision}`, evaluatorId, about, now),
    notify('evaluation_result', `evaluation_result:${row.id}:${about.revision}`, row.personId, about, now),
  ];
}

/**
 * What has to be written so that another supervisor rates what a person has not been rated for yet.
 *
 * What was submitted already is put to the new one; what has been rated stays with whoever rated it.
 */
export async function handOverEvaluations(
  services: Services,
  personId: string,
  fromSupervisor: string,
  toSupervisor: string,
  now: number,
): Promise<Statement[]> {
  if (toSupervisor === personId) return [];
  const rows = await services.store.all(unratedOf({ personId, evaluatorId: fromSupervisor }));
  return rows.flatMap((row) => {
    const moved: EvaluationRow = { ...row, evaluatorId: toSupervisor, revision: row.revision + 1 };
    const about = { evaluationId: row.id, revision: moved.revision };
    return [
      updateEvaluation(row.id, row.revision, { evaluatorId: toSupervisor }),
      insertTrail([stepRow(services, moved, { action: 'handed_over', actorId: null, at: now })]),
      ...(row.status === 'submitted'
        ? [notify('evaluation_task', `evaluation_task:${row.id}:${about.revision}`, toSupervisor, about, now)]
        : []),
    ];
  });
}
