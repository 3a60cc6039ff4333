import { asText, isJson } from '../../shared/values.ts';
import { type Check, checkFields, checkList, checkString, problem } from './check.ts';
import { unescapedParts } from './mrkdwn.ts';

type TextType = 'plain_text' | 'mrkdwn';

/** Checks a text object: its type, its length, and escaping where it is mrkdwn. */
export function checkText(
  check: Check,
  at: string,
  value: unknown,
  { max, types = ['plain_text'], required = true }: { max: number; types?: TextType[]; required?: boolean },
): void {
  if (value === undefined && !required) return;
  if (!isJson(value)) {
    problem(check, at, 'must be a text object');
    return;
  }
  const type = asText(value.type);
  if (!(types as string[]).includes(type)) problem(check, `${at}/type`, `must be ${types.join(' or ')}`);
  checkFields(check, at, value, ['type', 'text', type === 'mrkdwn' ? 'verbatim' : 'emoji']);
  checkString(check, `${at}/text`, value.text, { max, required: true });
  if (type !== 'mrkdwn') return;
  for (const part of unescapedParts(asText(value.text))) check.unescaped.push(`${part} at ${at}`);
}

/** Checks a list of options and that each value occurs once. */
export function checkOptions(
  check: Check,
  at: string,
  value: unknown,
  { max, types = ['plain_text'] }: { max: number; types?: TextType[] },
): void {
  const values = checkList(check, at, value, { max }).map((option, index) => {
    checkOption(check, `${at}/${index}`, option, types);
    return isJson(option) ? option.value : undefined;
  });
  if (new Set(values).size < values.length) problem(check, at, 'option values must be unique');
}

function checkOption(check: Check, at: string, option: unknown, types: TextType[]): void {
  if (!isJson(option)) {
    problem(check, at, 'must be an option object');
    return;
  }
  checkFields(check, at, option, ['text', 'value', 'description', 'url']);
  checkText(check, `${at}/text`, option.text, { max: 75, types });
  checkString(check, `${at}/value`, option.value, { max: 150, required: true });
  checkText(check, `${at}/description`, option.description, { max: 75, types, required: false });
}

/** Checks a confirmation dialog. */
export function checkConfirm(check: Check, at: string, value: unknown): void {
  if (value === undefined) return;
  if (!isJson(value)) {
    problem(check, at, 'must be a confirmation dialog');
    return;
  }
  checkFields(check, at, value, ['title', 'text', 'confirm', 'deny', 'style']);
  checkText(check, `${at}/title`, value.title, { max: 100 });
  checkText(check, `${at}/text`, value.text, { max: 300, types: ['plain_text', 'mrkdwn'] });
  checkText(check, `${at}/confirm`, value.confirm, { max: 30 });
  checkText(check, `${at}/deny`, value.deny, { max: 30 });
}
