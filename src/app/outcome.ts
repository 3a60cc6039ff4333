import type { Statement } from '../../db/store.ts';
import { type Block, type Message, type Reply, replyWith, silence } from '../core/message.ts';

/** What a use case decided: what the sender sees and what is written, together or not at all. */
export interface Outcome {
  reply: Reply;
  writes: Statement[];
}

/** An outcome with a message and writes. */
export function answered(message: Message, ...writes: Statement[]): Outcome {
  return { reply: replyWith(message), writes };
}

/** An outcome that is only a short notice at the pressed button. */
export function toast(text: string, ...writes: Statement[]): Outcome {
  return { reply: { ...silence, toast: text }, writes };
}

/** An outcome that changes the message whose button was pressed. */
export function edited(message: Message, ...writes: Statement[]): Outcome {
  return { reply: { ...silence, edit: message }, writes };
}

/** The same outcome, with sentences before its first message. */
export function noted(outcome: Outcome, notes: readonly string[]): Outcome {
  const [message, ...more] = outcome.reply.messages;
  if (!message || notes.length === 0) return outcome;
  const lines = notes.map((note): Block => ({ kind: 'line', parts: [note] }));
  const first: Message = { ...message, blocks: [...lines, ...message.blocks] };
  return { ...outcome, reply: { ...outcome.reply, messages: [first, ...more] } };
}
