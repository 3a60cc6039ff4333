import { encodeAction } from '../../core/action.ts';
import type { Button } from '../../core/message.ts';

/** What buttons of the role matrix and of the tree can do; `!` is the answer to a question. */
export type CascadeOp =
  | 'matrix'
  | 'add'
  | 'cells'
  | 'cell'
  | 'text'
  | 'method'
  | 'withdraw'
  | 'withdraw!'
  | 'share'
  | 'role'
  | 'take'
  | 'tree'
  | 'picture';

/** A button of the role matrix or the tree; `id` is what it is about, `arg` mostly the year. */
export function cascadeButton(op: CascadeOp, label: string, id: string | null, arg: string | number): Button {
  return { label, action: encodeAction({ do: 'room', room: 'cascade', op, id, arg: String(arg) }) };
}

/** The year at the end of what was typed, or in a button; this year where there is none. */
export function yearIn(text: string, today: string): number {
  const found = /(?:^|\s)(20\d{2})$/.exec(text.trim());
  return Number(found?.[1] ?? today.slice(0, 4));
}
