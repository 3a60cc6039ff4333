import type {
  ActionsBlock,
  ContextBlock,
  HeaderBlock,
  KnownBlock,
  RichTextBlock,
  RichTextBlockElement,
  RichTextSection,
} from '@slack/types';
import type { Block, Button, Inline, Message } from '../../src/core/message.ts';
import { cut, toSlack } from './text.ts';

/** Below Slack's 50 blocks, with room for buttons. */
const MAX_BLOCKS = 40;
/** Characters of the blocks as they are sent; Slack refuses messages above about 13,200. */
const MAX_SIZE = 9_000;
const MAX_QUOTE = 3_000;
const MAX_FALLBACK = 3_000;

/** One Slack message: blocks, and the text for notifications and screen readers. */
export interface Page {
  text: string;
  blocks: KnownBlock[];
}

/** Renders a message as one or more pages; what people typed goes into rich text, which is never parsed. */
export function renderPages(message: Message): Page[] {
  const pages: Block[][] = [];
  let page: Block[] = [];
  let size = 0;
  for (const block of message.blocks.flatMap(small)) {
    const weight = JSON.stringify(renderBlocks([block])).length;
    if (page.length > 0 && (page.length >= MAX_BLOCKS || size + weight > MAX_SIZE)) {
      pages.push(page);
      page = [];
      size = 0;
    }
    page.push(block);
    size += weight;
  }
  if (page.length > 0) pages.push(page);
  return pages.map((blocks, index) => ({
    text: cut(toSlack(blocks.map(plainText).join('\n')), MAX_FALLBACK),
    blocks: [...renderBlocks(blocks), ...(index === pages.length - 1 ? message.buttons.map(actions) : [])],
  }));
}

/** Long lists and fields in parts, so that a page can end between them; long quotes as well. */
function small(block: Block): Block[] {
  if (block.kind === 'list') return parts(block.items, 10).map((items) => ({ kind: 'list', items }));
  if (block.kind === 'fields') return parts(block.rows, 10).map((rows) => ({ kind: 'fields', rows }));
  if (block.kind !== 'quote') return [block];
  return parts([...block.text], MAX_QUOTE).map((text) => ({ kind: 'quote', text: text.join('') }));
}

function parts<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}

function renderBlocks(blocks: readonly Block[]): KnownBlock[] {
  const out: KnownBlock[] = [];
  for (const block of blocks) {
    if (block.kind === 'title') out.push(header(block.text));
    else if (block.kind === 'note') out.push(context(block.text));
    else {
      const last = out.at(-1);
      if (last?.type === 'rich_text') append(last.elements, block);
      else out.push({ type: 'rich_text', elements: append([], block) } satisfies RichTextBlock);
    }
  }
  return out;
}

/** Adds a block to a rich text; neighbouring lines share one section, parted by line breaks. */
function append(elements: RichTextBlockElement[], block: Block): RichTextBlockElement[] {
  if (block.kind === 'quote') {
    elements.push({ type: 'rich_text_quote', elements: [{ type: 'text', text: block.text }] });
  } else if (block.kind === 'list') {
    elements.push({ type: 'rich_text_list', style: 'bullet', elements: block.items.map(section) });
  } else {
    for (const line of linesOf(block)) {
      const last = elements.at(-1);
      if (last?.type === 'rich_text_section')
        last.elements.push({ type: 'text', text: '\n' }, ...line.elements);
      else elements.push(line);
    }
  }
  return elements;
}

function linesOf(block: Block): RichTextSection[] {
  if (block.kind === 'line') return [section(block.parts)];
  if (block.kind === 'fields')
    return block.rows.map(([label, value]) => section([{ bold: `${label}: ` }, value]));
  return [section([' '])];
}

function section(parts: readonly Inline[]): RichTextSection {
  return { type: 'rich_text_section', elements: parts.filter((part) => part !== '').map(inline) };
}

function inline(part: Inline): RichTextSection['elements'][number] {
  if (typeof part === 'string') return { type: 'text', text: part };
  if ('bold' in part) return { type: 'text', text: part.bold, style: { bold: true } };
  if ('italic' in part) return { type: 'text', text: part.italic, style: { italic: true } };
  if ('code' in part) return { type: 'text', text: part.code, style: { code: true } };
  return { type: 'link', url: part.url, text: part.link };
}

function header(text: string): HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: cut(text, 150), emoji: true } };
}

function context(text: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'plain_text', text: cut(text, 2000), emoji: true }] };
}

function actions(row: readonly Button[], index: number): ActionsBlock {
  return {
    type: 'actions',
    elements: row.map((button, column) => ({
      type: 'button',
      action_id: `${index}-${column}`,
      text: { type: 'plain_text', text: cut(button.label, 75), emoji: true },
      value: button.action,
      ...(button.style && { style: button.style }),
    })),
  };
}

/** A block as plain text, without any formatting. */
export function plainText(block: Block): string {
  switch (block.kind) {
    case 'line':
      return block.parts.map(plainInline).join('');
    case 'title':
    case 'quote':
    case 'note':
      return block.text;
    case 'gap':
      return '';
    case 'list':
      return block.items.map((item) => `• ${item.map(plainInline).join('')}`).join('\n');
    case 'fields':
      return block.rows.map(([label, value]) => `${label}: ${plainInline(value)}`).join('\n');
  }
}

function plainInline(part: Inline): string {
  if (typeof part === 'string') return part;
  if ('bold' in part) return part.bold;
  if ('italic' in part) return part.italic;
  return 'code' in part ? part.code : part.link;
}
