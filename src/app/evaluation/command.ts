import type { Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { ownEvaluation } from './open.ts';
import { progressCommand } from './progress.ts';
import { teamEvaluations } from './supervisor.ts';

/** Answers `evaluasi [period]`, `evaluasi tim` and `evaluasi unit [unit] [period]`. */
export function evaluations(session: Session, args: string): Promise<Outcome> {
  const [word = '', ...rest] = args.trim().split(/\s+/);
  if (/^(?:tim|team)$/i.test(word)) return teamEvaluations(session);
  if (/^unit$/i.test(word)) return progressCommand(session, rest.join(' '));
  return ownEvaluation(session, args);
}
