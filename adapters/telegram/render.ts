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

/** Renders a message as one or more texts, cut between its blocks where it is too long for one. */
export function renderTexts(message: Message): Rendered[] {
  const pages: Rendered[] = [];
  let page: Rendered = { text: '', entities: [] };
  for (const block of message.blocks.flatMap(splitBlock)) {
    const next = renderBlock(block);
    const room = page.text.length + next.text.length + 1 <= MAX_TEXT;
    if (page.text !== '' && (!room || page.entities.length + next.entities.length > MAX_ENTITIES)) {
      pages.push(page);
      page = { text: '', entities: [] };
    }
    page = join(page, next, page.text === '' ? '' : '\n');
  }
  if (page.text.trim() !== '') pages.push(page);
  return pages;
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

function renderBlock(block: Block): Rendered {
  switch (block.kind) {
    case 'line':
      return inlines(block.parts);
    case 'title':
      return inlines([{ bold: block.text }]);
    case 'note':
      return inlines([{ italic: block.text }]);
    case 'gap':
      return inlines([' ']);
    case 'quote':
      return marked(block.text, 'blockquote');
    case 'list':
      return lines(block.items.map((item) => inlines(['• ', ...item])));
    case 'fields':
      return lines(block.rows.map(([label, value]) => inlines([{ bold: `${label}: ` }, value])));
  }
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

function lines(all: Rendered[]): Rendered {
  return all.reduce((page, line) => join(page, line, page.text === '' ? '' : '\n'), {
    text: '',
    entities: [],
  });
}

function join(a: Rendered, b: Rendered, between: string): Rendered {
  const shift = a.text.length + between.length;
  return {
    text: a.text + between + b.text,
    entities: [...a.entities, ...b.entities.map((e) => ({ ...e, offset: e.offset + shift }))],
  };
}

/** Long lists and fields are cut between their lines. */
function splitBlock(block: Block): Block[] {
  const size = 20;
  if (block.kind === 'list' && block.items.length > size) {
    return chunks(block.items, size).map((items) => ({ kind: 'list', items }));
  }
  if (block.kind === 'fields' && block.rows.length > size) {
    return chunks(block.rows, size).map((rows) => ({ kind: 'fields', rows }));
  }
  return [block];
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
