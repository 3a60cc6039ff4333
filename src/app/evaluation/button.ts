import { encodeAction } from '../../core/action.ts';
import type { Button } from '../../core/message.ts';

/** What the buttons of evaluations do. */
export type EvaluationOp =
  | 'open'
  | 'begin'
  | 'item'
  | 'entries'
  | 'correct'
  | 'accept'
  | 'submit'
  | 'team'
  | 'feedback'
  | 'given'
  | 'rate'
  | 'return'
  | 'read'
  | 'trail'
  | 'board'
  | 'lock'
  | 'lock!'
  | 'unlock'
  | 'achieve'
  | 'pattern';

/** A button about evaluations; `arg` takes at most 24 characters. */
export function evaluationButton(op: EvaluationOp, label: string, id: string | null, arg = ''): Button {
  return { label, action: encodeAction({ do: 'room', room: 'evaluation', op, id, arg }) };
}
