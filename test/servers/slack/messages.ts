import { copy, type Json } from '../shared/values.ts';
import { readableMrkdwn } from './block-kit/mrkdwn.ts';
import { buttonLabels, readableBlocks } from './block-kit/readable.ts';
import { fileJson } from './files.ts';
import { initialState } from './form.ts';
import type { Conversation, SeenMessage, StoredFile, StoredMessage } from './types.ts';
import { APP, newTs, TEAM, type World } from './world.ts';

/** What a new message consists of. */
export interface MessageContent {
  text: string;
  blocks?: Json[];
  thread_ts?: string | undefined;
  files?: StoredFile[];
  ephemeralFor?: string;
  metadata?: Json;
}

/** Puts a message of the app into a conversation and echoes it to the app as an event. */
export function postAsApp(world: World, place: Conversation, content: MessageContent): StoredMessage {
  const message = addMessage(place, APP.userId, true, content);
  show(world, place, message);
  if (!message.ephemeralFor) echo(world, place, messageEvent(world, place, message));
  return message;
}

/** Puts a person's message into a conversation. */
export function addMessage(
  place: Conversation,
  user: string,
  bot: boolean,
  { text, blocks, thread_ts, files = [], ephemeralFor, metadata }: MessageContent,
): StoredMessage {
  const message: StoredMessage = {
    ts: newTs(),
    user,
    bot,
    text,
    ...(blocks ? { blocks } : {}),
    ...(thread_ts ? { thread_ts } : {}),
    files,
    ...(ephemeralFor ? { ephemeralFor } : {}),
    edited: false,
    ...(metadata ? { metadata } : {}),
    reactions: [],
    state: initialState(blocks ?? []),
  };
  place.messages.push(message);
  return message;
}

/** Changes a message of the app; without blocks the old ones stay. */
export function changeAsApp(
  world: World,
  place: Conversation,
  message: StoredMessage,
  change: { text?: string | undefined; blocks?: Json[] | undefined; metadata?: Json | undefined },
): void {
  const before = messageJson(world, message);
  if (change.text !== undefined) message.text = change.text;
  if (change.blocks?.length === 0) delete message.blocks;
  else if (change.blocks) {
    message.blocks = change.blocks;
    message.state = initialState(change.blocks, message.state);
  }
  if (change.metadata) message.metadata = change.metadata;
  message.edited = true;
  show(world, place, message);
  if (!message.ephemeralFor) echo(world, place, changedEvent(world, place, message, before));
}

/** Removes a message of the app. */
export function removeAsApp(place: Conversation, message: StoredMessage): void {
  place.messages.splice(place.messages.indexOf(message), 1);
  place.lines.push(`app deletes ${message.ts}`);
}

/** Describes a message as events and the Web API do. */
export function messageJson(world: World, message: StoredMessage): Json {
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: TEAM.id,
    ...(message.bot ? { bot_id: APP.botId, app_id: APP.id } : {}),
    ...(message.blocks ? { blocks: copy(message.blocks) } : {}),
    ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
    ...(message.files.length > 0 ? { files: message.files.map((file) => fileJson(world, file)) } : {}),
    ...(message.edited ? { edited: { user: message.user, ts: newTs() } } : {}),
    ...(message.metadata ? { metadata: copy(message.metadata) } : {}),
  };
}

/** Makes the event for a new message. */
export function messageEvent(world: World, place: Conversation, message: StoredMessage): Json {
  return {
    ...messageJson(world, message),
    channel: place.id,
    channel_type: place.kind,
    event_ts: message.ts,
  };
}

/** Makes the event for a changed message. */
export function changedEvent(world: World, place: Conversation, message: StoredMessage, before: Json): Json {
  const ts = newTs();
  return {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: place.id,
    channel_type: place.kind,
    ts,
    event_ts: ts,
    message: messageJson(world, message),
    previous_message: before,
  };
}

/** Describes a message of the app as people see it now. */
export function seenMessage(world: World, message: StoredMessage): SeenMessage {
  return {
    ts: message.ts,
    ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
    text: message.blocks ? readableBlocks(message.blocks) : readableMrkdwn(message.text),
    fallback: readableMrkdwn(message.text),
    buttons: buttonLabels(message.blocks),
    ephemeral: message.ephemeralFor !== undefined,
    edited: message.edited,
    files: message.files.map(({ name, bytes }) => ({ name, bytes })),
    raw: messageJson(world, message),
  };
}

function show(world: World, place: Conversation, message: StoredMessage): void {
  const seen = seenMessage(world, message);
  const how = `${message.ephemeralFor ? ' (ephemeral)' : ''}${message.edited ? ` (edits ${message.ts})` : ''}`;
  const thread = message.thread_ts ? ` (in thread ${message.thread_ts})` : '';
  place.lines.push(`app${how}${thread}: ${seen.text} ${seen.buttons.map((label) => `[${label}]`).join('')}`);
  place.feed.push(seen);
}

function echo(world: World, place: Conversation, event: Json): void {
  if (world.echo && place.kind === 'im') world.transport.emit(event);
}
