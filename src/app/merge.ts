import type { Block, Button } from '../core/message.ts';
import type { Rendered } from './rendered.ts';

/** Notices in one message at most. */
const MAX_PARTS = 20;
/** Rows of buttons in one message at most; Slack takes 50 blocks, 40 of them with text. */
const MAX_ROWS = 8;

/** Whether a further notice can join a message. */
export function fits(parts: readonly Rendered[], next: Rendered): boolean {
  const [first] = parts;
  if (!first || next.edit || parts.length >= MAX_PARTS) return false;
  const { platform, address } = first.account;
  if (next.account.platform !== platform || next.account.address !== address) return false;
  // A conversation stays in its thread; what the day brought may stand together.
  if (next.thread !== first.thread && (isConversation(first) || isConversation(next))) return false;
  const rows = [...parts, next].reduce((sum, part) => sum + part.message.buttons.length, 0);
  return rows <= MAX_ROWS;
}

/** Several notices to one conversation as one message, numbered, so that it is clear what each button belongs to. */
export function merge(parts: readonly [Rendered, ...Rendered[]]): Rendered {
  const [first, ...others] = parts;
  if (others.length === 0) return first;
  const talks = parts.filter(({ posting }) => posting?.kind === 'talk' || posting?.kind === 'feedback');
  return {
    account: first.account,
    message: {
      blocks: parts.flatMap(({ message }, index) => [
        ...(index > 0 ? [{ kind: 'gap' as const }] : []),
        ...numbered(message.blocks, index + 1),
      ]),
      buttons: parts.flatMap(({ message }, index) =>
        message.buttons.map((row) => row.map((button) => labelled(button, index + 1))),
      ),
      files: parts.flatMap(({ message }) => message.files),
    },
    thread: others.every((part) => part.thread === first.thread) ? first.thread : null,
    edit: null,
    // A reply to the message can be about one thing only.
    posting: talks.length === 1 ? (talks[0]?.posting ?? null) : null,
    conversation: parts.every(isConversation),
  };
}

const isConversation = (part: Rendered) => part.conversation === true;

function numbered([head, ...rest]: readonly Block[], number: number): Block[] {
  if (!head) return [];
  if (head.kind === 'title') return [{ ...head, text: `${number}. ${head.text}` }, ...rest];
  if (head.kind === 'line') return [{ ...head, parts: [`${number}. `, ...head.parts] }, ...rest];
  return [{ kind: 'line', parts: [`${number}.`] }, head, ...rest];
}

const labelled = (button: Button, number: number): Button => ({
  ...button,
  label: `${number}. ${button.label}`,
});
