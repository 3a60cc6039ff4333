import { randomBytes, randomUUID } from 'node:crypto';
import { createFeed, type Feed } from '../shared/feed.ts';
import type { Recorder } from '../shared/recorder.ts';
import { copy } from '../shared/values.ts';
import { ApiError, badRequest } from './errors.ts';
import { labelsOf } from './markup.ts';
import type { Callback, Message, SeenMessage, StoredFile, TelegramUser } from './types.ts';
import type { UpdateQueue } from './updates.ts';

/** The private chat of one person with the bot. */
export interface Chat {
  person: TelegramUser;
  /** True once the person has written to the bot. */
  started: boolean;
  blocked: boolean;
  /** All visible messages, of both sides, oldest first. */
  messages: Message[];
  /** Ids of messages that were there once and are deleted. */
  deleted: Set<number>;
  /** The labels of the keyboard that replaces the phone's own. */
  replyKeyboard: string[][];
  feed: Feed<SeenMessage>;
  lines: string[];
}

/** Commands as set for one scope and language. */
export interface CommandSet {
  scope: string;
  language: string;
  commands: { command: string; description: string }[];
}

/** Everything the server knows: chats, files, button presses and the bot's profile. */
export interface World {
  recorder: Recorder;
  queue: UpdateQueue;
  bot: TelegramUser & { username: string };
  chats: Map<number, Chat>;
  files: Map<string, StoredFile>;
  callbacks: Map<string, Callback>;
  commandSets: CommandSet[];
  /** Name, description and short description by `<kind>:<language>`. */
  profile: Map<string, string>;
  nextMessageId(): number;
}

/** Makes a world without people. */
export function createWorld(recorder: Recorder, queue: UpdateQueue, bot: World['bot']): World {
  let lastMessageId = 0;
  return {
    recorder,
    queue,
    bot,
    chats: new Map(),
    files: new Map(),
    callbacks: new Map(),
    commandSets: [],
    profile: new Map(),
    nextMessageId: () => {
      lastMessageId += 1;
      return lastMessageId;
    },
  };
}

/** Adds a person who has not yet written to the bot. */
export function addChat(world: World, person: TelegramUser): Chat {
  const lines: string[] = [];
  const feed = createFeed<SeenMessage>({
    name: `Telegram user ${person.first_name}`,
    textOf: (message) => message.text,
    transcript: () => lines.join('\n'),
  });
  const chat: Chat = {
    person,
    started: false,
    blocked: false,
    messages: [],
    deleted: new Set(),
    replyKeyboard: [],
    feed,
    lines,
  };
  world.chats.set(person.id, chat);
  return chat;
}

/** Finds a chat by the `chat_id` of a call, and refuses where the bot may not send. */
export function chatFor(world: World, id: number | undefined, sending: boolean): Chat {
  const chat = id === undefined ? undefined : world.chats.get(id);
  if (!chat) throw badRequest(id === undefined ? 'chat_id is empty' : 'chat not found');
  if (sending && chat.blocked) throw new ApiError(403, 'Forbidden: bot was blocked by the user');
  if (sending && !chat.started)
    throw new ApiError(403, "Forbidden: bot can't initiate conversation with a user");
  return chat;
}

/** Makes the fields that every message in a chat has. */
export function newMessage(world: World, chat: Chat, from: TelegramUser): Message {
  const { id, first_name, username } = chat.person;
  return {
    message_id: world.nextMessageId(),
    date: Math.floor(Date.now() / 1000),
    from,
    chat: { id, type: 'private', first_name, ...(username ? { username } : {}) },
  };
}

/** Shows a new or edited message of the bot to the person. */
export function show(world: World, chat: Chat, message: Message, edited: boolean): void {
  if (!edited) chat.messages.push(message);
  const seen = seenMessage(world, message);
  if (message.reply_markup?.keyboard) chat.replyKeyboard = seen.buttons;
  if (message.reply_markup?.remove_keyboard) chat.replyKeyboard = [];
  const buttons = seen.buttons.map((row) => row.map((label) => `[${label}]`).join('')).join(' / ');
  chat.lines.push(`bot${edited ? ` edits ${message.message_id}` : ''}: ${seen.text} ${buttons}`.trimEnd());
  chat.feed.push(seen);
}

/** Describes a message of the bot as the person sees it now. */
export function seenMessage(world: World, message: Message): SeenMessage {
  const fileId = message.document?.file_id ?? message.photo?.at(-1)?.file_id;
  const file = fileId === undefined ? undefined : world.files.get(fileId);
  return {
    message_id: message.message_id,
    text: message.text ?? message.caption ?? '',
    entities: copy(message.entities ?? message.caption_entities ?? []),
    buttons: labelsOf(message.reply_markup),
    edited: message.edit_date !== undefined,
    ...(file ? { file } : {}),
    raw: copy(message),
  };
}

/** Keeps a file and gives the reference that messages carry. */
export function storeFile(
  world: World,
  file: { name: string; mime: string; bytes: Uint8Array; size?: number | undefined },
  folder: 'photos' | 'documents' | 'voice',
): { file_id: string; file_unique_id: string; file_size: number } {
  const file_id = `F${randomBytes(18).toString('base64url')}`;
  const extension = /\.\w+$/.exec(file.name)?.[0] ?? '';
  const size = file.size ?? file.bytes.length;
  world.files.set(file_id, {
    name: file.name,
    mime: file.mime,
    bytes: Buffer.from(file.bytes),
    size,
    path: `${folder}/file_${world.files.size + 1}${extension}`,
  });
  return { file_id, file_unique_id: `U${file_id.slice(-11)}`, file_size: size };
}

/** Makes an id for things people never see. */
export function newId(): string {
  return BigInt(`0x${randomUUID().replaceAll('-', '').slice(0, 15)}`).toString();
}
