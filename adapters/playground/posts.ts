import type { Event } from '../../src/core/inbound.ts';
import { type Message, type Reply, say } from '../../src/core/message.ts';
import type { ChatFile, ChatMessage, Chats } from './chats.ts';
import type { Posted } from './posted.ts';

/** Puts what came of an event into the conversation; the ids derive from its key. */
export function show(chats: Chats, { key, account }: Posted, event: Event, reply: Reply): void {
  const pressed = event.kind === 'choice' && event.messageId ? chats.find(account, event.messageId) : null;
  const target = event.kind === 'reaction' ? chats.find(account, event.messageId) : null;
  const said = event.kind === 'text' || event.kind === 'file' ? event.replyTo : null;
  // On a desk an answer stays in the thread where it was asked for; a chat shows a reference only when told to.
  const place = account.startsWith('desk:') ? (said ?? pressed?.replyTo ?? null) : null;
  const thread = anchor(chats, account, reply.thread) ?? place;
  const messages = reply.edit && !pressed ? [reply.edit, ...reply.messages] : reply.messages;
  const posts = messages.map((message, index) =>
    botMessage(`${key.slice('playground:'.length)}-${index + 1}`, message, thread),
  );
  chats.put(
    account,
    ...(pressed && reply.edit ? [changed(pressed, reply.edit)] : []),
    ...(target && event.kind === 'reaction' && !target.reactions.includes(event.emoji)
      ? [{ ...target, reactions: [...target.reactions, event.emoji] }]
      : []),
    ...posts,
  );
}

/** An event that names only messages of its own conversation; on a desk a reply goes to the head of its thread. */
export function place(chats: Chats, account: string, event: Event): Event {
  if (event.kind !== 'text' && event.kind !== 'file') return event;
  return { ...event, replyTo: anchor(chats, account, event.replyTo) };
}

/** The message that an answer belongs to: on a desk the head of its thread; null where there is none such. */
export function anchor(chats: Chats, account: string, id: string | null): string | null {
  const message = id === null ? null : chats.find(account, id);
  if (!message) return null;
  return account.startsWith('desk:') ? (message.replyTo ?? message.id) : message.id;
}

/** What a person wrote or sent, as their own pane shows it; buttons and forms leave nothing behind. */
export function ownMessage({ key, event: posted }: Posted, event: Event): ChatMessage | null {
  const id = key.slice('playground:'.length);
  const said = posted.kind === 'text' ? posted.text : event.kind === 'file' ? event.caption : '';
  const message = { ...say(...(said.trim() === '' ? [] : [said])), files: [] };
  const base = { ...message, id, at: Date.now(), from: 'person' as const, edited: false, reactions: [] };
  if (event.kind === 'file') {
    const { ref, name, mime } = event.file;
    return { ...base, replyTo: event.replyTo, files: [{ origin: 'upload', path: ref, name, mime }] };
  }
  if (posted.kind !== 'text') return null;
  return { ...base, replyTo: event.kind === 'text' ? event.replyTo : null };
}

/** A message of Tutur as it is kept. */
export function botMessage(
  id: string,
  { blocks, buttons, files }: Message,
  replyTo: string | null,
): ChatMessage {
  return {
    id,
    at: Date.now(),
    from: 'bot',
    replyTo,
    edited: false,
    reactions: [],
    blocks,
    buttons,
    files: files.map(
      (file): ChatFile => ('svg' in file ? { ...file, origin: 'drawing' } : { ...file, origin: 'evidence' }),
    ),
  };
}

/** A message with new contents in its old place. */
export function changed(old: ChatMessage, message: Message): ChatMessage {
  const { blocks, buttons, files } = botMessage(old.id, message, old.replyTo);
  return { ...old, blocks, buttons, files, edited: true };
}
