import type { Event, Inbound, InFile, Sender } from '../../src/core/inbound.ts';
import { emojiOf, fromSlack } from './text.ts';

/** The part of a file object that we read. */
export interface SlackFile {
  id: string;
  name?: string | null;
  mimetype?: string;
  size?: number;
}

/** The part of a message event that we read. */
export interface MessageEvent {
  user?: string;
  bot_id?: string;
  subtype?: string;
  channel: string;
  channel_type?: string;
  ts: string;
  thread_ts?: string;
  text?: string;
  files?: SlackFile[];
  /** With `message_changed`: the message as it is now, and as it was. */
  message?: { user?: string; bot_id?: string; ts: string; text?: string; edited?: { ts: string } };
  previous_message?: { text?: string };
}

/** Who is behind a Slack user id; the e-mail is asked for only when it is needed. */
export function senderOf(user: string, email: (user: string) => Promise<string | null>): Sender {
  return {
    platform: 'slack',
    id: user,
    address: user,
    name: user,
    language: null,
    email: () => email(user),
    forms: true,
  };
}

/** Turns a message event into neutral messages, one for each file; none for what is not a person writing to us. */
export function messagesIn(event: MessageEvent, from: (user: string) => Sender): Inbound[] {
  if (event.subtype === 'message_changed') return changesIn(event, from);
  const { user, channel, ts, thread_ts: thread, subtype, files = [] } = event;
  if (!user || event.bot_id || event.channel_type !== 'im') return [];
  if (subtype !== undefined && subtype !== 'file_share' && subtype !== 'thread_broadcast') return [];
  const key = `slack:${channel}:${ts}`;
  const text = fromSlack(event.text ?? '');
  const replyTo = thread && thread !== ts ? thread : null;
  if (files.length === 0) return [{ key, from: from(user), event: textEvent(text, ts, replyTo) }];
  return files.map((file, index) => ({
    key: index === 0 ? key : `${key}:${index}`,
    from: from(user),
    event: {
      kind: 'file',
      file: fileOf(file),
      caption: index === 0 ? text : '',
      album: files.length > 1 ? ts : null,
      messageId: ts,
      replyTo,
      forwarded: false,
    },
  }));
}

/** A person's change of what they wrote; previews of links and our own changes are none. */
function changesIn(
  { channel, channel_type, message, previous_message: before }: MessageEvent,
  from: (user: string) => Sender,
): Inbound[] {
  if (channel_type !== 'im' || !message?.user || message.bot_id || !message.edited) return [];
  if ((message.text ?? '') === (before?.text ?? '')) return [];
  return [
    {
      key: `slack:${channel}:${message.ts}:${message.edited.ts}`,
      from: from(message.user),
      event: { kind: 'edited', messageId: message.ts, text: fromSlack(message.text ?? '') },
    },
  ];
}

/** A command that people may write in a conversation as well, such as `/lapor`, is a command there, too. */
function textEvent(text: string, messageId: string, replyTo: string | null): Event {
  const command = /^\/(?:tutur\s+)?([a-z_]{1,32})(?:\s+([\s\S]*))?$/i.exec(text.trim());
  if (command) return { kind: 'command', name: command[1]!.toLowerCase(), args: command[2] ?? '' };
  return { kind: 'text', text, messageId, replyTo, forwarded: false };
}

/** Turns `/tutur <command> <rest>` into a command. */
export function commandIn(text: string): Event {
  const [name = '', ...rest] = text.trim().split(/\s+/);
  return {
    kind: 'command',
    name: name.toLowerCase(),
    args: fromSlack(text.trim().slice(name.length).trim() && rest.join(' ')),
  };
}

/** A reaction to one of our messages. */
export function reactionIn(name: string, messageId: string): Event {
  return { kind: 'reaction', messageId, emoji: emojiOf(name) };
}

/** A file of Slack's as evidence. */
export function fileOf(file: SlackFile): InFile {
  const mime = file.mimetype ?? 'application/octet-stream';
  return {
    kind: mime.startsWith('image/') ? 'photo' : 'document',
    name: file.name ?? file.id,
    mime,
    size: file.size ?? null,
    ref: file.id,
  };
}
