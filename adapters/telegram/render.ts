import type { InlineKeyboardButton, MessageEntity } from 'grammy/types';
import type { Block, Button, Inline, Message } from '../../src/core/message.ts';

/** A text with its formatting as entities; what people typed is never parsed as markup. */
export interface Rendered {
  text: string;
  entities: MessageEntity[];
}

/** Below the Bot API's 4096 characters and 100 entities, with room to spare. */
const MAX_TEXT = 3800;
const MAX_ENTITIES = 90;

/** Renders a message as one or more texts, cut between its lines where it is too long for one. */
export function renderTexts(message: Message): Rendered[] {
  const pages: Rendered[] = [];
  let page: Rendered = { text: '', entities: [] };
  for (const line of message.blocks.flatMap(renderBlock).flatMap(pieces)) {
    const room = page.text.length + line.text.length + 1 <= MAX_TEXT;
    if (page.text !== '' && (!room || page.entities.length + line.entities.length > MAX_ENTITIES)) {
      pages.push(page);
      page = { text: '', entities: [] };
    }
    page = join(page, line, page.text === '' ? '' : '\n');
  }
  pages.push(page);
  return pages.filter(({ text }) => text.trim() !== '');
}

/** The buttons as an inline keyboard; undefined where there are none. */
export function renderKeyboard(
  buttons: readonly Button[][],
): { inline_keyboard: InlineKeyboardButton[][] } | undefined {
  if (buttons.length === 0) return undefined;
  return {
    inline_keyboard: buttons.map((row) => row.map((b) => ({ text: b.label, callback_data: b.action }))),
  };
}

/** The lines of a block. */
function renderBlock(block: Block): Rendered[] {
  switch (block.kind) {
    case 'line':
      return [inlines(block.parts)];
    case 'title':
      return [marked(block.text, 'bold')];
    case 'note':
      return [marked(block.text, 'italic')];
    case 'gap':
      return [inlines([' '])];
    case 'quote':
      return [marked(block.text, 'blockquote')];
    case 'list':
      return block.items.map((item) => inlines(['• ', ...item]));
    case 'fields':
      return block.rows.map(([label, value]) => inlines([{ bold: `${label}: ` }, value]));
  }
}

/** A line that is too long for a message of its own is cut, never between the halves of a character. */
function pieces(line: Rendered): Rendered[] {
  if (line.text.length <= MAX_TEXT) return [line];
  const half = /[\uD800-\uDBFF]/.test(line.text[MAX_TEXT - 1] ?? '');
  const at = half ? MAX_TEXT - 1 : MAX_TEXT;
  return [slice(line, 0, at), ...pieces(slice(line, at, line.text.length))];
}

function slice({ text, entities }: Rendered, from: number, to: number): Rendered {
  const inside = entities.flatMap((e) => {
    const [start, end] = [Math.max(e.offset, from), Math.min(e.offset + e.length, to)];
    return start < end ? [{ ...e, offset: start - from, length: end - start }] : [];
  });
  return { text: text.slice(from, to), entities: inside };
}

function inlines(parts: readonly Inline[]): Rendered {
  return parts.reduce<Rendered>((all, part) => join(all, inline(part), ''), { text: '', entities: [] });
}

function inline(part: Inline): Rendered {
  if (typeof part === 'string') return { text: part, entities: [] };
  if ('bold' in part) return marked(part.bold, 'bold');
  if ('italic' in part) return marked(part.italic, 'italic');
  if ('code' in part) return marked(part.code, 'code');
  return {
    text: part.link,
    entities: [{ type: 'text_link', offset: 0, length: part.link.length, url: part.url }],
  };
}

/** Offsets count UTF-16 units, as JavaScript's lengths do; an entity must not be empty. */
function marked(text: string, type: 'bold' | 'italic' | 'code' | 'blockquote'): Rendered {
  return { text, entities: text === '' ? [] : [{ type, offset: 0, length: text.length }] };
}

function join(a: Rendered, b: Rendered, between: string): Rendered {
  const shift = a.text.length + between.length;
  return {
    text: a.text + between + b.text,
    entities: [...a.entities, ...b.entities.map((e) => ({ ...e, offset: e.offset + shift }))],
  };
}
