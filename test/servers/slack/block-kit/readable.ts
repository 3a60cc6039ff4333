import { asList, asText, isJson, type Json } from '../../shared/values.ts';
import { usableElements } from './blocks.ts';
import { readableMrkdwn } from './mrkdwn.ts';

/** Gives the text of blocks as people read it, a line for each part. */
export function readableBlocks(blocks: unknown): string {
  return asList(blocks).filter(isJson).flatMap(linesOf).filter(Boolean).join('\n');
}

/** Gives the text of a text object as people read it. */
export function readableText(value: unknown): string {
  if (!isJson(value)) return '';
  return value.type === 'mrkdwn' ? readableMrkdwn(asText(value.text)) : asText(value.text);
}

/** Gives the labels of all buttons in blocks. */
export function buttonLabels(blocks: unknown): string[] {
  return usableElements(blocks)
    .filter(({ element }) => element.type === 'button')
    .map(({ element }) => readableText(element.text));
}

function linesOf(block: Json): string[] {
  if (block.type === 'context')
    return [
      asList(block.elements)
        .map((part) => readableText(part) || altText(part))
        .join(' '),
    ];
  if (block.type === 'rich_text') return asList(block.elements).map(richText);
  if (block.type === 'image') return [readableText(block.title), asText(block.alt_text)];
  return [
    readableText(block.text),
    ...asList(block.fields).map(readableText),
    readableText(block.label),
    readableText(block.hint),
  ];
}

function altText(part: unknown): string {
  return isJson(part) ? asText(part.alt_text) : '';
}

function richText(part: unknown): string {
  if (!isJson(part)) return '';
  if (part.type === 'rich_text_list')
    return asList(part.elements)
      .map((item, index) => `${part.style === 'ordered' ? `${index + 1}.` : '•'} ${richText(item)}`)
      .join('\n');
  return asList(part.elements)
    .map((leaf) => {
      if (!isJson(leaf)) return '';
      if (leaf.type === 'user') return `@${asText(leaf.user_id)}`;
      if (leaf.type === 'emoji') return `:${asText(leaf.name)}:`;
      if (leaf.type === 'date') return asText(leaf.fallback) || asText(leaf.format);
      return asText(leaf.text) || asText(leaf.url);
    })
    .join('');
}
