import { type Json, parseJson } from '../shared/values.ts';

const SEND = [
  'business_connection_id',
  'chat_id',
  'message_thread_id',
  'direct_messages_topic_id',
  'disable_notification',
  'protect_content',
  'allow_paid_broadcast',
  'message_effect_id',
  'suggested_post_parameters',
  'reply_parameters',
  'reply_markup',
];
const EDIT = ['business_connection_id', 'chat_id', 'message_id', 'inline_message_id', 'reply_markup'];
const CAPTION = ['caption', 'parse_mode', 'caption_entities'];

/** The parameters each method of this server knows; anything else is a typing error. */
export const KNOWN_PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  getMe: [],
  getUpdates: ['offset', 'limit', 'timeout', 'allowed_updates'],
  setWebhook: [
    'url',
    'certificate',
    'ip_address',
    'max_connections',
    'allowed_updates',
    'drop_pending_updates',
    'secret_token',
  ],
  deleteWebhook: ['drop_pending_updates'],
  getWebhookInfo: [],
  sendMessage: [...SEND, 'text', 'parse_mode', 'entities', 'link_preview_options'],
  sendPhoto: [...SEND, ...CAPTION, 'photo', 'show_caption_above_media', 'has_spoiler'],
  sendDocument: [...SEND, ...CAPTION, 'document', 'thumbnail', 'disable_content_type_detection'],
  editMessageText: [...EDIT, 'text', 'parse_mode', 'entities', 'link_preview_options'],
  editMessageReplyMarkup: EDIT,
  deleteMessage: ['chat_id', 'message_id'],
  answerCallbackQuery: ['callback_query_id', 'text', 'show_alert', 'url', 'cache_time'],
  sendChatAction: ['business_connection_id', 'chat_id', 'message_thread_id', 'action'],
  setMessageReaction: ['chat_id', 'message_id', 'reaction', 'is_big'],
  setMyCommands: ['commands', 'scope', 'language_code'],
  getMyCommands: ['scope', 'language_code'],
  deleteMyCommands: ['scope', 'language_code'],
  setMyName: ['name', 'language_code'],
  setMyDescription: ['description', 'language_code'],
  setMyShortDescription: ['short_description', 'language_code'],
  getFile: ['file_id'],
  getChat: ['chat_id'],
};

/** Reads a text parameter; numbers and truth values of JSON bodies become text. */
export function textOf(params: Json, name: string): string | undefined {
  const value = params[name];
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : typeof value === 'object' ? undefined : String(value);
}

/** Reads a whole number, or undefined when it is missing or something else. */
export function intOf(params: Json, name: string): number | undefined {
  const text = textOf(params, name);
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
}

/** Reads a truth value. */
export function flagOf(params: Json, name: string): boolean {
  return ['true', '1', 'yes'].includes((textOf(params, name) ?? '').toLowerCase());
}

/** Reads an object or list, which form bodies carry as JSON text. */
export function objectOf(params: Json, name: string): unknown {
  const value = params[name];
  return typeof value === 'string' ? parseJson(value) : value;
}
