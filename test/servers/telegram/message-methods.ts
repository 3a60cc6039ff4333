import { isDeepStrictEqual } from 'node:util';
import { asText, codePoints, copy, isJson, type Json } from '../shared/values.ts';
import { badRequest, broken } from './errors.ts';
import { readMarkup } from './markup.ts';
import type { Method, MethodCall } from './method.ts';
import { flagOf, intOf, objectOf, textOf } from './parameters.ts';
import { REACTIONS } from './reactions.ts';
import { readText } from './text.ts';
import type { Message } from './types.ts';
import { type Chat, chatFor, newMessage, show } from './world.ts';

const ACTIONS = new Set(
  (
    'typing upload_photo record_video upload_video record_voice upload_voice upload_document ' +
    'choose_sticker find_location record_video_note upload_video_note'
  ).split(' '),
);
const CALLBACK_LIFETIME_MS = 60_000;

/** The methods that send, change and remove messages. */
export const messageMethods: Record<string, Method> = {
  sendMessage({ world, params }) {
    const { text, entities } = readText(world.recorder, params, 'text');
    return send({ world, params }, { text, ...(entities.length > 0 ? { entities } : {}) });
  },

  editMessageText({ world, params }) {
    const { text, entities } = readText(world.recorder, params, 'text');
    const { chat, message } = ownMessage({ world, params }, 'edit');
    if (message.text === undefined) throw badRequest('there is no text in the message to edit');
    const markup = readMarkup(world.recorder, params, true);
    return change({ world, params }, chat, message, {
      text,
      entities: entities.length > 0 ? entities : undefined,
      reply_markup: markup,
    });
  },

  editMessageReplyMarkup({ world, params }) {
    const { chat, message } = ownMessage({ world, params }, 'edit');
    return change({ world, params }, chat, message, {
      reply_markup: readMarkup(world.recorder, params, true),
    });
  },

  deleteMessage({ world, params }) {
    const chat = chatFor(world, intOf(params, 'chat_id'), false);
    const id = intOf(params, 'message_id') ?? 0;
    const at = chat.messages.findIndex((message) => message.message_id === id);
    if (at < 0) throw badRequest('message to delete not found');
    chat.messages.splice(at, 1);
    chat.deleted.add(id);
    chat.lines.push(`bot deletes ${id}`);
    return true;
  },

  answerCallbackQuery({ world, params }) {
    const id = textOf(params, 'callback_query_id') ?? '';
    const text = textOf(params, 'text');
    const gone = 'query is too old and response timeout expired or query ID is invalid';
    const callback = world.callbacks.get(id);
    if (!callback) throw broken(world.recorder, 'callback_unknown', gone);
    // A press that was sent again, after a crash for example, is rightly answered again.
    if (callback.answered && world.queue.repeated(id)) throw badRequest(gone);
    if (callback.answered) throw broken(world.recorder, 'callback_answered_twice', gone);
    if (text !== undefined && codePoints(text) > 200)
      throw broken(world.recorder, 'callback_answer_too_long', 'MESSAGE_TOO_LONG');
    if ((intOf(params, 'cache_time') ?? 0) < 0) throw broken(world.recorder, 'cache_time', 'negative');
    if (Date.now() - callback.at > CALLBACK_LIFETIME_MS) throw badRequest(gone);
    callback.answered = true;
    callback.answer({ ...(text ? { text } : {}), show_alert: flagOf(params, 'show_alert') });
    const chat = world.chats.get(callback.from.id);
    if (text) chat?.lines.push(`bot answers the press: ${text}`);
    return true;
  },

  sendChatAction({ world, params }) {
    chatFor(world, intOf(params, 'chat_id'), true);
    const action = textOf(params, 'action') ?? '';
    if (!ACTIONS.has(action))
      throw broken(world.recorder, 'chat_action', `wrong parameter action "${action}"`);
    return true;
  },

  setMessageReaction({ world, params }) {
    const chat = chatFor(world, intOf(params, 'chat_id'), true);
    const id = intOf(params, 'message_id');
    const target = chat.messages.find((message) => message.message_id === id);
    if (!target) throw badRequest('message to react not found');
    const list = objectOf(params, 'reaction') ?? [];
    if (!Array.isArray(list) || list.length > 1)
      throw broken(world.recorder, 'reaction', 'a bot sets at most one reaction');
    const [reaction] = list as unknown[];
    if (reaction !== undefined) {
      const emoji = isJson(reaction) && reaction.type === 'emoji' ? asText(reaction.emoji) : '';
      if (!REACTIONS.has(emoji)) throw broken(world.recorder, 'reaction', `REACTION_INVALID ${emoji}`);
      chat.lines.push(`bot reacts to ${id}: ${emoji}`);
    }
    return true;
  },
};

/** Puts a message of the bot into the chat, with what all sending methods have in common. */
export function send(
  { world, params }: Pick<MethodCall, 'world' | 'params'>,
  content: Partial<Message>,
): Message {
  const markup = readMarkup(world.recorder, params);
  const chat = chatFor(world, intOf(params, 'chat_id'), true);
  const reply = replied({ world, params }, chat);
  const message: Message = {
    ...newMessage(world, chat, world.bot),
    ...content,
    ...(reply ? { reply_to_message: reply } : {}),
    ...(markup ? { reply_markup: markup } : {}),
  };
  show(world, chat, message, false);
  // Replies carry only inline keyboards back to the bot.
  const { reply_markup, ...rest } = copy(message);
  return reply_markup?.inline_keyboard ? { ...rest, reply_markup } : rest;
}

function replied({ world, params }: Pick<MethodCall, 'world' | 'params'>, chat: Chat): Message | undefined {
  const wanted = objectOf(params, 'reply_parameters');
  if (wanted === undefined) return undefined;
  if (!isJson(wanted) || !Number.isInteger(wanted.message_id))
    throw broken(world.recorder, 'reply_parameters', 'message_id is missing');
  const target = chat.messages.find((message) => message.message_id === wanted.message_id);
  if (!target && wanted.allow_sending_without_reply !== true)
    throw badRequest('message to be replied not found');
  if (!target) return undefined;
  const { reply_to_message: _, ...flat } = target;
  return flat;
}

function ownMessage({ world, params }: { world: MethodCall['world']; params: Json }, verb: 'edit') {
  const chat = chatFor(world, intOf(params, 'chat_id'), true);
  const id = intOf(params, 'message_id') ?? 0;
  const message = chat.messages.find((one) => one.message_id === id);
  if (!message && !chat.deleted.has(id))
    throw broken(world.recorder, 'message_unknown', `message to ${verb} not found`);
  if (!message) throw badRequest(`message to ${verb} not found`);
  if (message.from.id !== world.bot.id)
    throw broken(world.recorder, 'message_foreign', `message can't be ${verb}ed`);
  return { chat, message };
}

function change(
  { world }: Pick<MethodCall, 'world' | 'params'>,
  chat: Chat,
  message: Message,
  next: { text?: string; entities?: Message['entities'] | undefined; reply_markup: Message['reply_markup'] },
): Message {
  const changed = Object.entries(next).some(
    ([key, value]) => !isDeepStrictEqual(plain(message[key as keyof Message]), plain(value)),
  );
  if (!changed)
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  for (const [key, value] of Object.entries(next)) {
    if (value === undefined) delete message[key as keyof Message];
    else Object.assign(message, { [key]: value });
  }
  message.edit_date = Math.floor(Date.now() / 1000);
  show(world, chat, message, true);
  return copy(message);
}

/** An empty keyboard is the same as none. */
function plain(value: unknown): unknown {
  if (isJson(value) && Array.isArray(value.inline_keyboard) && value.inline_keyboard.length === 0)
    return undefined;
  return value;
}
