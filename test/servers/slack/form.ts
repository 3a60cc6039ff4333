import { asList, asText, isJson, type Json } from '../shared/values.ts';
import { usableElements } from './block-kit/blocks.ts';
import { optionsOf } from './block-kit/elements.ts';
import { readableText } from './block-kit/readable.ts';
import type { FormState } from './types.ts';

/** A value a test gives to an input; files are the bytes to upload. */
export type FormValue =
  | string
  | number
  | string[]
  | null
  | { name: string; bytes: Uint8Array; mime?: string }[];

/** The key of an input in the state of a form. */
export function stateKey(block: Json, element: Json): string {
  return `${asText(block.block_id)}\n${asText(element.action_id)}`;
}

/** Makes the state of new blocks; inputs that were there before keep what was typed. */
export function initialState(blocks: Json[], before: FormState = new Map()): FormState {
  const state: FormState = new Map();
  for (const { block, element } of usableElements(blocks)) {
    const type = asText(element.type);
    const fields = initialFields(type, element);
    if (!fields) continue;
    const key = stateKey(block, element);
    const old = before.get(key);
    state.set(key, old?.type === type ? old : { type, ...fields });
  }
  return state;
}

/** Gives the state as payloads carry it. */
export function stateJson(state: FormState): Json {
  const values: Record<string, Json> = {};
  for (const [key, value] of state) {
    const [block = '', action = ''] = key.split('\n');
    values[block] = { ...values[block], [action]: value };
  }
  return { values };
}

/** Turns a test's value into the value Slack reports for this element. */
export function elementValue(element: Json, wanted: FormValue, files: Json[] = []): Json {
  const type = asText(element.type);
  const text = wanted === null ? null : String(wanted);
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
    case 'overflow':
      return { type, selected_option: text ? findOption(element, text) : null };
    case 'multi_static_select':
    case 'checkboxes': {
      const list = (Array.isArray(wanted) ? wanted : [wanted]).filter((one) => one !== null && one !== '');
      return { type, selected_options: list.map((one) => findOption(element, String(one))) };
    }
    case 'timepicker':
      if (text && !/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) throw new Error(`not a time HH:MM: ${text}`);
      return { type, selected_time: text || null };
    case 'datepicker':
      if (text && !/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new Error(`not a date YYYY-MM-DD: ${text}`);
      return { type, selected_date: text || null };
    case 'file_input':
      return { type, files };
    default:
      return { type, value: text || null };
  }
}

/** Finds an option by its label or value. */
export function findOption(element: Json, wanted: string): Json {
  const options = optionsOf(element);
  const label = (option: Json) => readableText(option.text);
  const found =
    options.find((option) => label(option) === wanted || option.value === wanted) ??
    options.find((option) => label(option).includes(wanted));
  if (!found) throw new Error(`no option "${wanted}"; there are: ${options.map(label).join(', ')}`);
  return found;
}

/** Gives what Slack's own client would not let pass, by block_id. */
export function clientErrors(blocks: Json[], state: FormState): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { block, element } of usableElements(blocks)) {
    if (block.type !== 'input') continue;
    const id = asText(block.block_id);
    const value = state.get(stateKey(block, element)) ?? {};
    const { type: _, ...fields } = value;
    const [content] = Object.values(fields);
    const empty =
      content === null || content === undefined || (Array.isArray(content) && content.length === 0);
    if (empty && block.optional !== true) errors[id] = 'Please complete this required field.';
    else if (!empty) {
      const complaint = contentError(element, content);
      if (complaint) errors[id] = complaint;
    }
  }
  return errors;
}

function contentError(element: Json, content: unknown): string | undefined {
  const { type, min_length, max_length, min_value, max_value, max_files } = element;
  const text = asText(content);
  if (type === 'plain_text_input') {
    if (typeof min_length === 'number' && text.length < min_length) return 'This entry is too short.';
    if (typeof max_length === 'number' && text.length > max_length) return 'This entry is too long.';
  }
  if (type === 'number_input') {
    const whole = element.is_decimal_allowed !== true;
    if (!(whole ? /^-?\d+$/ : /^-?\d+(\.\d+)?$/).test(text)) return 'Please enter a number.';
    if (min_value !== undefined && Number(text) < Number(min_value)) return 'This number is too small.';
    if (max_value !== undefined && Number(text) > Number(max_value)) return 'This number is too large.';
  }
  if (type === 'file_input' && asList(content).length > Number(max_files ?? 10)) return 'Too many files.';
  return undefined;
}

function initialFields(type: string, element: Json): Json | undefined {
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
      return { selected_option: isJson(element.initial_option) ? element.initial_option : null };
    case 'multi_static_select':
    case 'checkboxes':
      return { selected_options: asList(element.initial_options) };
    case 'timepicker':
      return { selected_time: element.initial_time ?? null };
    case 'datepicker':
      return { selected_date: element.initial_date ?? null };
    case 'file_input':
      return { files: [] };
    case 'plain_text_input':
    case 'number_input':
    case 'url_text_input':
    case 'email_text_input':
      return { value: element.initial_value ?? null };
    default:
      return undefined;
  }
}
