import { readEvaluationPeriod } from '../../core/evaluation/period.ts';
import { say } from '../../core/message.ts';
import { canReadEvaluation } from '../../core/permissions.ts';
import { answered, edited, type Outcome, toast } from '../outcome.ts';
import type { RoomAction } from '../rooms.ts';
import type { Session } from '../session.ts';

import { beginCorrection, beginRating, beginRemark } from './begin.ts';
import { beginAchievement, beginUnlock } from './begin-board.ts';
import type { EvaluationOp } from './button.ts';
import { caseById, type EvaluationCase } from './case.ts';
import { acceptProposal, markRead, submitEvaluation } from './employee.ts';
import { showEntries, showItem } from './item.ts';
import { askToLock, lockPeriod } from './lock.ts';
import { openPeriod, readingProblem } from './open.ts';
import { showPattern } from './pattern-board.ts';
import { showPeriodFeedback } from './period-feedback.ts';
import { progressBoard } from './progress.ts';
import { teamEvaluations } from './supervisor.ts';
import { showTrail } from './trail.ts';
import { evaluationMessage } from './view.ts';

/** Does what a button about evaluations says; every step asks again whether it is possible and allowed. */
export async function pressEvaluation(session: Session, action: RoomAction): Promise<Outcome> {
  const { services, t } = session;
  const { id, arg } = action;
  const op = action.op as EvaluationOp;
  if (op === 'team') return teamEvaluations(session);
  if (op === 'begin' || isAboutPeriod(op)) {
    const reading = readEvaluationPeriod(arg);
    if (!reading.ok) return answered(say(readingProblem(session, reading)));
    const { period } = reading;
    switch (op) {
      case 'begin':
        return openPeriod(session, period);
      case 'board':
        return progressBoard(session, id, period);
      case 'lock':
        return askToLock(session, id, period);
      case 'lock!':
        return lockPeriod(session, id, period);
      case 'unlock':
        return beginUnlock(session, id, period);
      case 'achieve':
        return beginAchievement(session, id, period);
      case 'pattern':
        return showPattern(session, id, period);
    }
  }
  const found = await caseById(services, id);
  if (!found) return toast(t.problem.gone());
  if (!canReadEvaluation(session.person, found.row, found.employee))
    return answered(say(t.evaluation.problem.notAllowed()));
  return pressOne(session, found, op, arg);
}

async function pressOne(
  session: Session,
  found: EvaluationCase,
  op: EvaluationOp,
  arg: string,
): Promise<Outcome> {
  switch (op) {
    case 'open':
      return edited(await evaluationMessage(session, found));
    case 'item':
      return showItem(session, found, Number(arg));
    case 'entries':
      return showEntries(session, found, arg);
    case 'correct':
      return beginCorrection(session, found, Number(arg));
    case 'accept':
      return acceptProposal(session, found, Number(arg));
    case 'submit':
      return submitEvaluation(session, found);
    case 'read':
      return markRead(session, found);
    case 'feedback':
    case 'return':
      return beginRemark(session, found, op);
    case 'rate':
      return beginRating(session, found);
    case 'given':
      return showPeriodFeedback(session, found);
    case 'trail':
      return showTrail(session, found);
    default:
      return toast(session.t.problem.unknownButton());
  }
}

type PeriodOp = 'board' | 'lock' | 'lock!' | 'unlock' | 'achieve' | 'pattern';

const isAboutPeriod = (op: EvaluationOp): op is PeriodOp =>
  ['board', 'lock', 'lock!', 'unlock', 'achieve', 'pattern'].includes(op);
