import type { Message, Update, User } from 'grammy/types';
import type { Event, Inbound, InFile, Sender } from '../../src/core/inbound.ts';

/** Turns an update of the Bot API into a neutral message; null for what is not meant for us (groups, channels). */
export function toInbound(update: Update, botId: number): Inbound | null {
  const { callback_query: press, message, my_chat_member: member, message_reaction: reaction } = update;
  const key = `telegram:${botId}:${update.update_id}`;
  if (press) {
    const event: Event = {
      kind: 'choice',
      action: press.data ?? '',
      messageId: press.message ? String(press.message.message_id) : null,
    };
    return { key, from: sender(press.from), event };
  }
  if (message?.chat.type === 'private' && message.from) {
    return { key, from: sender(message.from), event: eventOf(message) };
  }
  const { edited_message: edited } = update;
  if (edited?.chat.type === 'private' && edited.from) {
    const event: Event = {
      kind: 'edited',
      messageId: String(edited.message_id),
      text: edited.text ?? edited.caption ?? '',
    };
    return { key, from: sender(edited.from), event };
  }
  if (member?.chat.type === 'private') {
    const reachable = member.new_chat_member.status !== 'kicked' && member.new_chat_member.status !== 'left';
    return { key, from: sender(member.from), event: { kind: 'reachable', reachable } };
  }
  if (reaction?.chat.type === 'private' && reaction.user) {
    const [given] = reaction.new_reaction;
    if (given?.type !== 'emoji') return null;
    const event: Event = { kind: 'reaction', messageId: String(reaction.message_id), emoji: given.emoji };
    return { key, from: sender(reaction.user), event };
  }
  return null;
}

/** The kinds of updates that `toInbound` understands. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'message_reaction',
] as const;

function sender(user: User): Sender {
  const id = String(user.id);
  const name = [user.first_name, user.last_name].filter(Boolean).join(' ');
  return {
    platform: 'telegram',
    id,
    address: id,
    name,
    language: user.language_code ?? null,
    email: async () => null,
    forms: false,
  };
}

function eventOf(message: Message): Event {
  const written = {
    messageId: String(message.message_id),
    replyTo: message.reply_to_message ? String(message.reply_to_message.message_id) : null,
    forwarded: message.forward_origin !== undefined,
  };
  const file = fileOf(message);
  if (file) {
    return {
      kind: 'file',
      file,
      caption: message.caption ?? '',
      album: message.media_group_id ?? null,
      ...written,
    };
  }
  if (message.text === undefined) return { kind: 'unsupported' };
  const command = /^\/([a-z0-9_]{1,32})(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(message.text);
  // A command that somebody else has sent is not meant for us.
  if (command && !written.forwarded)
    return { kind: 'command', name: command[1]!.toLowerCase(), args: command[2] ?? '' };
  return { kind: 'text', text: message.text, ...written };
}

function fileOf(message: Message): InFile | null {
  const { message_id: id, voice, audio, video, video_note: note } = message;
  if (voice) return recording(voice, `suara-${id}.ogg`, 'audio/ogg');
  if (audio) return recording(audio, audio.file_name ?? `audio-${id}.mp3`, 'audio/mpeg');
  if (video) return recording(video, video.file_name ?? `video-${id}.mp4`, 'video/mp4');
  if (note) return recording(note, `video-${id}.mp4`, 'video/mp4');
  const photo = message.photo?.at(-1);
  if (photo) {
    const name = `foto-${message.message_id}.jpg`;
    return { kind: 'photo', name, mime: 'image/jpeg', size: photo.file_size ?? null, ref: photo.file_id };
  }
  const { document } = message;
  if (!document) return null;
  return {
    kind: document.mime_type?.startsWith('image/') ? 'photo' : 'document',
    name: document.file_name ?? `dokumen-${message.message_id}`,
    mime: document.mime_type ?? 'application/octet-stream',
    size: document.file_size ?? null,
    ref: document.file_id,
  };
}

/** Sound or moving pictures; the kind that they usually have stands in where Telegram does not name one. */
function recording(
  file: { file_id: string; file_size?: number; mime_type?: string },
  name: string,
  mime: string,
): InFile {
  return {
    kind: 'document',
    name,
    mime: file.mime_type ?? mime,
    size: file.file_size ?? null,
    ref: file.file_id,
  };
}
