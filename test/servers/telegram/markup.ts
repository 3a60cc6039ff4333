import type { Recorder } from '../shared/recorder.ts';
import { asText, codePoints, isJson, type Json } from '../shared/values.ts';
import { broken } from './errors.ts';
import { objectOf } from './parameters.ts';
import { checkDeepLinks } from './text.ts';
import type { InlineButton, ReplyMarkup } from './types.ts';

const KINDS = ['inline_keyboard', 'keyboard', 'remove_keyboard', 'force_reply'] as const;
const OPTIONS: Record<string, string[]> = {
  inline_keyboard: [],
  keyboard: ['is_persistent', 'resize_keyboard', 'one_time_keyboard', 'input_field_placeholder', 'selective'],
  remove_keyboard: ['selective'],
  force_reply: ['input_field_placeholder', 'selective'],
};
const ACTIONS = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
];
const DECORATION = ['text', 'style', 'icon_custom_emoji_id'];
const REPLY_BUTTON = [
  ...DECORATION,
  'request_users',
  'request_chat',
  'request_contact',
  'request_location',
  'request_poll',
  'web_app',
];

/** Reads and checks `reply_markup`; gives undefined when there is none. */
export function readMarkup(recorder: Recorder, params: Json, inlineOnly = false): ReplyMarkup | undefined {
  if (params.reply_markup === undefined || params.reply_markup === '') return undefined;
  const refuse = (why: string) => broken(recorder, 'reply_markup', why);
  const value = objectOf(params, 'reply_markup');
  if (!isJson(value))
    throw refuse("object expected as reply markup: can't parse reply keyboard markup JSON object");
  const kinds = KINDS.filter((kind) => kind in value);
  const kind = kinds[0];
  if (kinds.length !== 1 || !kind) throw refuse(`reply_markup needs exactly one of ${KINDS.join(', ')}`);
  if (inlineOnly && kind !== 'inline_keyboard') throw refuse('inline keyboard expected');
  for (const key of Object.keys(value))
    if (key !== kind && !OPTIONS[kind]?.includes(key)) throw refuse(`"${key}" does not belong to ${kind}`);
  const placeholder = value.input_field_placeholder;
  if (placeholder !== undefined && !within(asText(placeholder), 1, 64))
    throw refuse('input_field_placeholder must have 1-64 characters');
  if (kind === 'inline_keyboard' || kind === 'keyboard') {
    for (const row of rowsOf(recorder, value[kind]))
      for (const button of row) {
        const problem = kind === 'keyboard' ? replyButtonProblem(button) : inlineButtonProblem(button);
        if (problem) throw refuse(problem);
        if (isJson(button)) checkDeepLinks(recorder, asText(button.url));
      }
  } else if (value[kind] !== true) throw refuse(`${kind} must be true`);
  return value as ReplyMarkup;
}

/** Gives the labels of a keyboard, row by row. */
export function labelsOf(markup: ReplyMarkup | undefined): string[][] {
  const rows: (InlineButton | { text: string } | string)[][] =
    markup?.inline_keyboard ?? markup?.keyboard ?? [];
  return rows.map((row) => row.map((button) => (typeof button === 'string' ? button : button.text)));
}

function rowsOf(recorder: Recorder, value: unknown): unknown[][] {
  const refuse = (why: string) => broken(recorder, 'reply_markup', why);
  if (!Array.isArray(value) || !value.every(Array.isArray)) throw refuse('keyboard must be a list of rows');
  const rows = value as unknown[][];
  const count = rows.reduce((sum, row) => sum + row.length, 0);
  if (count > 100) throw refuse(`${count} buttons, at most 100 are allowed`);
  for (const row of rows) {
    if (row.length === 0) recorder.violate('reply_markup', 'an empty row of buttons');
    if (row.length > 8) throw refuse(`${row.length} buttons in a row, at most 8 are shown`);
  }
  return rows;
}

function inlineButtonProblem(button: unknown): string | undefined {
  if (!isJson(button) || asText(button.text).trim() === '') return 'inline button without text';
  const label = JSON.stringify(button.text);
  const actions = ACTIONS.filter((action) => action in button);
  if (actions.length !== 1) return `inline button ${label} needs exactly one action, has ${actions.length}`;
  const strange = Object.keys(button).find((key) => !DECORATION.includes(key) && !ACTIONS.includes(key));
  if (strange) return `inline button ${label} has an unknown field "${strange}"`;
  if ('callback_data' in button) {
    const size = Buffer.byteLength(asText(button.callback_data));
    if (size < 1 || size > 64) return `BUTTON_DATA_INVALID: ${label} has ${size} bytes of callback_data`;
  }
  if ('url' in button && !/^(https?:\/\/|tg:\/\/)[^\s]+$/.test(asText(button.url)))
    return `BUTTON_URL_INVALID: ${label}`;
  if ('copy_text' in button) {
    const text = isJson(button.copy_text) ? asText(button.copy_text.text) : '';
    if (!within(text, 1, 256)) return `copy_text of ${label} must have 1-256 characters`;
  }
  return undefined;
}

function replyButtonProblem(button: unknown): string | undefined {
  if (typeof button === 'string') return button.trim() === '' ? 'keyboard button without text' : undefined;
  if (!isJson(button) || asText(button.text).trim() === '') return 'keyboard button without text';
  const strange = Object.keys(button).find((key) => !REPLY_BUTTON.includes(key));
  return strange ? `keyboard button "${String(button.text)}" has an unknown field "${strange}"` : undefined;
}

function within(text: string, least: number, most: number): boolean {
  const length = codePoints(text);
  return length >= least && length <= most;
}
