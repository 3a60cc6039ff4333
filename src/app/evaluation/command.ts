import { readEvaluationPeriod } from '../../core/evaluation/period.ts';
import type { Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { memberEvaluations } from './member.ts';
import { ownEvaluation } from './open.ts';
import { progressCommand } from './progress.ts';
import { teamEvaluations } from './supervisor.ts';

/** Answers `evaluasi [period]`, `evaluasi tim`, `evaluasi <name>` of a supervisor, and `evaluasi unit [unit] [period]`. */
export async function evaluations(session: Session, args: string): Promise<Outcome> {
  const [word = '', ...rest] = args.trim().split(/\s+/);
  if (/^(?:tim|team)$/i.test(word)) return teamEvaluations(session);
  if (/^unit$/i.test(word)) return progressCommand(session, rest.join(' '));
  const named = word !== '' && !readEvaluationPeriod(args).ok ? await memberEvaluations(session, args) : null;
  return named ?? ownEvaluation(session, args);
}
