import { asText, type Json } from '../shared/values.ts';
import { usableElements } from './block-kit/blocks.ts';
import { optionsOf } from './block-kit/elements.ts';
import { readableText } from './block-kit/readable.ts';

/** An element described by its label, part of it, its action_id, a pattern, or a predicate. */
export type ElementMatcher = string | RegExp | ((element: Json, block: Json) => boolean);

/** An element with its block, and the option that was meant, when one was. */
export interface FoundElement {
  block: Json;
  element: Json;
  option?: string;
}

/** Finds the element to click: a button or picker by its label, or a select by one of its options. */
export function findElement(blocks: Json[], wanted: ElementMatcher): FoundElement | undefined {
  const all = usableElements(blocks);
  if (typeof wanted === 'function') return all.find(({ element, block }) => wanted(element, block));
  for (const exact of [true, false]) {
    const fits = (label: string) =>
      label !== '' &&
      (typeof wanted === 'string' ? (exact ? label === wanted : label.includes(wanted)) : wanted.test(label));
    const direct = all.find(({ block, element }) => labelsOf(block, element).some(fits));
    if (direct) return direct;
    for (const { block, element } of all) {
      const option = optionsOf(element).find((one) => fits(readableText(one.text)));
      if (option) return { block, element, option: asText(option.value) };
    }
  }
  return undefined;
}

/** Finds an input of a form by its label, block_id or action_id. */
export function findInput(blocks: Json[], name: string): { block: Json; element: Json } {
  const all = usableElements(blocks).filter(({ element }) => element.type !== 'button');
  const found =
    all.find(({ block, element }) =>
      [readableText(block.label), block.block_id, element.action_id].includes(name),
    ) ??
    all.find(({ block, element }) => `${asText(block.block_id)}/${asText(element.action_id)}` === name) ??
    all.find(({ block, element }) => labelsOf(block, element).some((label) => label.includes(name)));
  if (found) return found;
  const names = all.map(({ block, element }) => readableText(block.label) || asText(element.action_id));
  throw new Error(`no input "${name}"; there are: ${names.join(', ')}`);
}

function labelsOf(block: Json, element: Json): string[] {
  return [
    readableText(element.text),
    readableText(element.placeholder),
    readableText(block.label),
    asText(element.action_id),
  ];
}
