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

/** Buttons with short labels, some in a row. */
export function inRows(buttons: readonly Button[], each: number): Button[][] {
  const rows: Button[][] = [];
  for (let from = 0; from < buttons.length; from += each) rows.push(buttons.slice(from, from + each));
  return rows;
}
