import type { Recorder } from '../shared/recorder.ts';
import { asList, asText, codePoints, isJson, type Json } from '../shared/values.ts';
import { broken } from './errors.ts';
import { objectOf, textOf } from './parameters.ts';
import type { Entity } from './types.ts';

const ENTITY_TYPES = new Set(
  (
    'mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler ' +
    'blockquote expandable_blockquote code pre text_link text_mention custom_emoji date_time'
  ).split(' '),
);

/** A text and its formatting after the server's checks and trimming. */
export interface FormattedText {
  text: string;
  entities: Entity[];
}

/** Reads and checks a message's text (1 to 4096 characters) or a caption (0 to 1024). */
export function readText(recorder: Recorder, params: Json, kind: 'text' | 'caption'): FormattedText {
  const raw = textOf(params, kind) ?? '';
  const list = objectOf(params, kind === 'text' ? 'entities' : 'caption_entities');
  if (textOf(params, 'parse_mode'))
    throw broken(recorder, 'parse_mode', 'this test server wants entities: text is never parsed as markup');
  if (list !== undefined && !Array.isArray(list))
    throw broken(recorder, 'entities', "can't parse entities: expected a list");
  const entities = asList(list).map((entity) => checkEntity(recorder, entity, raw));
  if (entities.length > 100) recorder.violate('entities', `${entities.length} entities, only 100 are kept`);
  const text = raw.trim();
  if (kind === 'text' && raw === '') throw broken(recorder, 'text_empty', 'message text is empty');
  if (kind === 'text' && text === '') throw broken(recorder, 'text_empty', 'text must be non-empty');
  if (kind === 'text' && codePoints(text) > 4096)
    throw broken(recorder, 'text_too_long', 'message is too long');
  if (kind === 'caption' && codePoints(text) > 1024)
    throw broken(recorder, 'caption_too_long', 'message caption is too long');
  checkDeepLinks(recorder, text);
  return { text, entities: shift(entities, raw.length - raw.trimStart().length, text.length) };
}

/** Records links to bots whose start payload Telegram would not pass on. */
export function checkDeepLinks(recorder: Recorder, text: string): void {
  for (const [link, payload = ''] of text.matchAll(
    /(?:t\.me|telegram\.me)\/\w+\?start(?:group)?=([^\s&#"')\]]*)/g,
  ))
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(payload))
      recorder.violate('deep_link', `payload must be 1-64 of A-Z a-z 0-9 _ -: ${link}`);
}

/** Finds what Telegram itself marks in people's texts: commands and links. */
export function entitiesInText(text: string): Entity[] {
  const found: Entity[] = [];
  for (const match of text.matchAll(/(?<![\w/])\/[A-Za-z0-9_]{1,32}(?:@\w+)?/g))
    found.push({ type: 'bot_command', offset: match.index, length: match[0].length });
  for (const match of text.matchAll(/https?:\/\/\S+/g))
    found.push({ type: 'url', offset: match.index, length: match[0].length });
  return found.sort((a, b) => a.offset - b.offset);
}

function checkEntity(recorder: Recorder, value: unknown, text: string): Entity {
  const refuse = (why: string) => broken(recorder, 'entities', `can't parse entities: ${why}`);
  if (!isJson(value)) throw refuse('entity must be an object');
  const { offset, length } = value;
  const type = asText(value.type);
  if (!ENTITY_TYPES.has(type)) throw refuse(`unknown type "${type}"`);
  if (!Number.isInteger(offset) || !Number.isInteger(length)) throw refuse('offset and length must be whole');
  const from = offset as number;
  const to = from + (length as number);
  if (from < 0 || to <= from || to > text.length)
    throw refuse(`${type} ${from}..${to} is outside the text of ${text.length} UTF-16 units`);
  if (splitsPair(text, from) || splitsPair(text, to))
    throw refuse(`${type} ${from}..${to} splits a character`);
  const url = asText(value.url);
  if (type === 'text_link') {
    if (!/^(https?|tg|mailto):/.test(url)) throw refuse(`text_link needs a url, not "${url}"`);
    checkDeepLinks(recorder, url);
  }
  return { ...value, type, offset: from, length: to - from };
}

function splitsPair(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '');
}

/** Moves entities back by what was trimmed in front and cuts them at the new end. */
function shift(entities: Entity[], by: number, end: number): Entity[] {
  return entities
    .map((entity) => {
      const from = Math.max(0, entity.offset - by);
      const to = Math.min(end, entity.offset + entity.length - by);
      return { ...entity, offset: from, length: to - from };
    })
    .filter((entity) => entity.length > 0);
}
