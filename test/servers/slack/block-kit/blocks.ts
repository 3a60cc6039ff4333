import { asList, asText, isJson, type Json } from '../../shared/values.ts';
import { type Check, checkFields, checkList, checkString, problem, type Surface } from './check.ts';
import { checkElement } from './elements.ts';
import { checkText } from './objects.ts';
import { checkRichText } from './rich-text.ts';

const PICKERS = [
  'static_select',
  'multi_static_select',
  'checkboxes',
  'radio_buttons',
  'timepicker',
  'datepicker',
];
const ACCESSORY = ['button', 'overflow', 'image', ...PICKERS];
const ACTION = ['button', 'overflow', ...PICKERS];
const INPUT = [
  'plain_text_input',
  'number_input',
  'url_text_input',
  'email_text_input',
  'file_input',
  ...PICKERS,
];
const BOTH = ['plain_text', 'mrkdwn'] as ('plain_text' | 'mrkdwn')[];
const MOST_BLOCKS: Record<Surface, number> = { message: 50, modal: 100, home: 100 };

interface BlockRule {
  fields: string[];
  check: (check: Check, at: string, block: Json, actionIds: Set<string>) => void;
}

const RULES: Record<string, BlockRule> = {
  divider: { fields: [], check: () => undefined },
  header: {
    fields: ['text', 'level'],
    check: (check, at, block) => checkText(check, `${at}/text`, block.text, { max: 150 }),
  },
  section: {
    fields: ['text', 'fields', 'accessory', 'expand'],
    check(check, at, block, actionIds) {
      if (block.text === undefined && block.fields === undefined) problem(check, at, 'needs text or fields');
      checkText(check, `${at}/text`, block.text, { max: 3000, types: BOTH, required: false });
      if (block.fields !== undefined)
        checkList(check, `${at}/fields`, block.fields, { max: 10 }).forEach((field, index) => {
          checkText(check, `${at}/fields/${index}`, field, { max: 2000, types: BOTH });
        });
      if (block.accessory !== undefined)
        checkElement(check, `${at}/accessory`, block.accessory, { allowed: ACCESSORY, actionIds });
    },
  },
  context: {
    fields: ['elements'],
    check(check, at, block, actionIds) {
      checkList(check, `${at}/elements`, block.elements, { max: 10 }).forEach((element, index) => {
        const place = `${at}/elements/${index}`;
        if (isJson(element) && element.type === 'image')
          checkElement(check, place, element, { allowed: ['image'], actionIds });
        else checkText(check, place, element, { max: 3000, types: BOTH });
      });
    },
  },
  actions: {
    fields: ['elements'],
    check(check, at, block, actionIds) {
      checkList(check, `${at}/elements`, block.elements, { max: 25 }).forEach((element, index) => {
        checkElement(check, `${at}/elements/${index}`, element, { allowed: ACTION, actionIds });
      });
    },
  },
  input: {
    fields: ['label', 'element', 'hint', 'optional', 'dispatch_action'],
    check(check, at, block, actionIds) {
      checkText(check, `${at}/label`, block.label, { max: 2000 });
      checkText(check, `${at}/hint`, block.hint, { max: 2000, required: false });
      checkElement(check, `${at}/element`, block.element, { allowed: INPUT, actionIds });
      if (check.surface === 'home' && isJson(block.element) && block.element.type === 'file_input')
        problem(check, `${at}/element`, 'file_input is not allowed on Home');
    },
  },
  rich_text: {
    fields: ['elements'],
    check: (check, at, block) => checkRichText(check, `${at}/elements`, block.elements),
  },
  image: {
    fields: ['image_url', 'slack_file', 'alt_text', 'title'],
    check(check, at, block) {
      if ((block.image_url === undefined) === (block.slack_file === undefined))
        problem(check, at, 'needs image_url or slack_file');
      checkString(check, `${at}/image_url`, block.image_url, { max: 3000 });
      checkString(check, `${at}/alt_text`, block.alt_text, { max: 2000, required: true });
      checkText(check, `${at}/title`, block.title, { max: 2000, required: false });
    },
  },
};

/** Checks the blocks of a message or view. */
export function checkBlocks(check: Check, blocks: unknown): void {
  const list = checkList(check, '/blocks', blocks, { max: MOST_BLOCKS[check.surface], min: 0 });
  list.forEach((block, index) => {
    const at = `/blocks/${index}`;
    const type = isJson(block) ? asText(block.type) : '';
    const rule = RULES[type];
    if (!isJson(block) || !rule) {
      problem(check, `${at}/type`, `this test server knows no block "${type}"`);
      return;
    }
    checkFields(check, at, block, ['type', 'block_id', ...rule.fields]);
    checkString(check, `${at}/block_id`, block.block_id, { max: 255 });
    const id = asText(block.block_id);
    if (id && check.blockIds.has(id)) problem(check, `${at}/block_id`, `block_id "${id}" already exists`);
    check.blockIds.add(id);
    rule.check(check, at, block, new Set());
  });
}

/** Gives all elements of blocks that people can use, with their block. */
export function usableElements(blocks: unknown): { block: Json; element: Json }[] {
  return asList(blocks)
    .filter(isJson)
    .flatMap((block) => {
      const own = block.type === 'actions' ? asList(block.elements) : [block.accessory, block.element];
      return own
        .filter(isJson)
        .filter((element) => element.type !== 'image')
        .map((element) => ({ block, element }));
    });
}
