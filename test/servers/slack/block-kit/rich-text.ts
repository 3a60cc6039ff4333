import { asText, isJson } from '../../shared/values.ts';
import { type Check, checkFields, checkList, checkString, problem } from './check.ts';

const CONTAINERS: Record<string, string[]> = {
  rich_text_section: ['type', 'elements'],
  rich_text_list: ['type', 'elements', 'style', 'indent', 'offset', 'border'],
  rich_text_preformatted: ['type', 'elements', 'border', 'language'],
  rich_text_quote: ['type', 'elements', 'border'],
};
const LEAVES: Record<string, string[]> = {
  text: ['text'],
  link: ['url'],
  user: ['user_id'],
  channel: ['channel_id'],
  usergroup: ['usergroup_id'],
  emoji: ['name'],
  date: ['timestamp', 'format'],
  color: ['value'],
};
const STYLES = ['bold', 'italic', 'strike', 'code', 'underline'];

/** Checks the structure of a rich_text block's elements. */
export function checkRichText(check: Check, at: string, elements: unknown): void {
  checkList(check, at, elements, { max: 100 }).forEach((element, index) => {
    const place = `${at}/${index}`;
    const type = isJson(element) ? asText(element.type) : '';
    const fields = CONTAINERS[type];
    if (!isJson(element) || !fields) {
      problem(check, place, `unknown rich text part "${type}"`);
      return;
    }
    checkFields(check, place, element, fields);
    if (type === 'rich_text_list') {
      if (!['bullet', 'ordered'].includes(asText(element.style)))
        problem(check, `${place}/style`, 'must be bullet or ordered');
      const items = checkList(check, `${place}/elements`, element.elements, { max: 1000 });
      if (items.some((item) => !isJson(item) || item.type !== 'rich_text_section'))
        problem(check, `${place}/elements`, 'list items must be rich_text_section');
      else checkRichTextItems(check, `${place}/elements`, items);
    } else checkLeaves(check, `${place}/elements`, element.elements);
  });
}

function checkRichTextItems(check: Check, at: string, items: unknown[]): void {
  items.forEach((item, index) => {
    if (isJson(item)) checkLeaves(check, `${at}/${index}/elements`, item.elements);
  });
}

function checkLeaves(check: Check, at: string, leaves: unknown): void {
  checkList(check, at, leaves, { max: 1000, min: 0 }).forEach((leaf, index) => {
    const place = `${at}/${index}`;
    const type = isJson(leaf) ? asText(leaf.type) : '';
    if (isJson(leaf) && type === 'broadcast') {
      check.unescaped.push(`broadcast to everybody at ${place}`);
      return;
    }
    const needed = LEAVES[type];
    if (!isJson(leaf) || !needed) {
      problem(check, place, `unknown rich text element "${type}"`);
      return;
    }
    for (const field of needed)
      if (field === 'timestamp') {
        if (!Number.isInteger(leaf.timestamp)) problem(check, place, 'timestamp must be a whole number');
      } else checkString(check, `${place}/${field}`, leaf[field], { max: 12_000, required: true });
    if (leaf.style === undefined) return;
    const right =
      isJson(leaf.style) &&
      Object.entries(leaf.style).every(([key, on]) => STYLES.includes(key) && typeof on === 'boolean');
    if (!right) problem(check, `${place}/style`, `must be truth values of ${STYLES.join(', ')}`);
  });
}
