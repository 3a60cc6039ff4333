import { asList, asText, isJson, type Json } from '../../shared/values.ts';
import { checkBlocks } from './blocks.ts';
import { type Check, checkFields, checkString, problem, startCheck } from './check.ts';
import { checkText } from './objects.ts';

const COMMON = ['type', 'blocks', 'private_metadata', 'callback_id', 'external_id'];
const MODAL = ['title', 'submit', 'close', 'clear_on_close', 'notify_on_close', 'submit_disabled'];

/** Checks a modal or Home view as a whole. */
export function checkView(view: Json, type: 'modal' | 'home'): Check {
  const check = startCheck(type);
  if (view.type !== type) problem(check, '/type', `must be "${type}"`);
  checkFields(check, '', view, type === 'modal' ? [...COMMON, ...MODAL] : COMMON);
  checkString(check, '/private_metadata', view.private_metadata, { max: 3000, min: 0 });
  checkString(check, '/callback_id', view.callback_id, { max: 255, min: 0 });
  checkString(check, '/external_id', view.external_id, { max: 255, min: 0 });
  if (type === 'modal') {
    checkText(check, '/title', view.title, { max: 24 });
    checkText(check, '/submit', view.submit, { max: 24, required: false });
    checkText(check, '/close', view.close, { max: 24, required: false });
    const inputs = asList(view.blocks).some((block) => isJson(block) && block.type === 'input');
    if (inputs && !view.submit) problem(check, '/submit', 'submit is required when there are input blocks');
  }
  if (view.blocks === undefined) problem(check, '/blocks', 'missing required field');
  checkBlocks(check, view.blocks ?? []);
  if (JSON.stringify(view).length > 250_000) problem(check, '', `view_too_large ${asText(view.callback_id)}`);
  return check;
}
