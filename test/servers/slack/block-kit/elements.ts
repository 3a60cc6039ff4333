import { isDeepStrictEqual } from 'node:util';
import { asList, asText, isJson, type Json } from '../../shared/values.ts';
import { type Check, checkFields, checkList, checkString, problem } from './check.ts';
import { checkConfirm, checkOptions, checkText } from './objects.ts';

/** The fields each kind of element may have beside `type`. */
const FIELDS: Record<string, string> = {
  button: 'text action_id url value style confirm accessibility_label',
  static_select: 'placeholder action_id options option_groups initial_option confirm focus_on_load',
  multi_static_select:
    'placeholder action_id options option_groups initial_options max_selected_items confirm focus_on_load',
  overflow: 'action_id options confirm',
  checkboxes: 'action_id options initial_options confirm focus_on_load',
  radio_buttons: 'action_id options initial_option confirm focus_on_load',
  plain_text_input:
    'action_id initial_value multiline min_length max_length dispatch_action_config focus_on_load placeholder',
  number_input:
    'action_id is_decimal_allowed initial_value min_value max_value dispatch_action_config focus_on_load placeholder',
  url_text_input: 'action_id initial_value dispatch_action_config focus_on_load placeholder',
  email_text_input: 'action_id initial_value dispatch_action_config focus_on_load placeholder',
  timepicker: 'action_id initial_time confirm focus_on_load placeholder timezone',
  datepicker: 'action_id initial_date confirm focus_on_load placeholder',
  file_input: 'action_id filetypes max_files',
  image: 'image_url slack_file alt_text',
};

/** Checks one element and that it may stand where it stands. */
export function checkElement(
  check: Check,
  at: string,
  value: unknown,
  { allowed, actionIds }: { allowed: readonly string[]; actionIds: Set<string> },
): void {
  if (!isJson(value)) {
    problem(check, at, 'must be an element');
    return;
  }
  const type = asText(value.type);
  const fields = FIELDS[type];
  if (!fields || !allowed.includes(type)) {
    problem(check, `${at}/type`, `element "${type}" is not allowed here`);
    return;
  }
  checkFields(check, at, value, ['type', ...fields.split(' ')]);
  if (type !== 'image') checkActionId(check, at, value.action_id, actionIds);
  checkConfirm(check, `${at}/confirm`, value.confirm);
  checkText(check, `${at}/placeholder`, value.placeholder, { max: 150, required: false });
  if (value.focus_on_load === true) check.focused += 1;
  if (check.focused > 1) problem(check, at, 'only one element may have focus_on_load');
  KINDS[type]?.(check, at, value);
  checkInitial(check, at, value);
}

function checkActionId(check: Check, at: string, id: unknown, seen: Set<string>): void {
  checkString(check, `${at}/action_id`, id, { max: 255 });
  if (typeof id !== 'string') return;
  if (seen.has(id)) problem(check, `${at}/action_id`, `action_id "${id}" already exists in this block`);
  seen.add(id);
}

const KINDS: Record<string, (check: Check, at: string, value: Json) => void> = {
  button(check, at, value) {
    checkText(check, `${at}/text`, value.text, { max: 75 });
    checkString(check, `${at}/value`, value.value, { max: 2000 });
    checkString(check, `${at}/url`, value.url, { max: 3000 });
    checkString(check, `${at}/accessibility_label`, value.accessibility_label, { max: 75 });
    if (value.style !== undefined && !['primary', 'danger'].includes(asText(value.style)))
      problem(check, `${at}/style`, 'must be primary or danger');
  },
  static_select: checkSelect,
  multi_static_select: checkSelect,
  overflow: (check, at, value) => checkOptions(check, `${at}/options`, value.options, { max: 5 }),
  checkboxes: checkTicks,
  radio_buttons: checkTicks,
  plain_text_input(check, at, value) {
    checkNumber(check, `${at}/min_length`, value.min_length, 0, 3000);
    checkNumber(check, `${at}/max_length`, value.max_length, 1, 3000);
    checkString(check, `${at}/initial_value`, value.initial_value, { max: 3000, min: 0 });
  },
  number_input(check, at, value) {
    if (typeof value.is_decimal_allowed !== 'boolean')
      problem(check, `${at}/is_decimal_allowed`, 'missing required field');
    for (const field of ['initial_value', 'min_value', 'max_value'])
      if (value[field] !== undefined && !/^-?\d+(\.\d+)?$/.test(asText(value[field])))
        problem(check, `${at}/${field}`, 'must be a number as a string');
  },
  timepicker: (check, at, value) =>
    checkPattern(check, `${at}/initial_time`, value.initial_time, /^([01]\d|2[0-3]):[0-5]\d$/),
  datepicker: (check, at, value) =>
    checkPattern(check, `${at}/initial_date`, value.initial_date, /^\d{4}-\d{2}-\d{2}$/),
  file_input: (check, at, value) => checkNumber(check, `${at}/max_files`, value.max_files, 1, 10),
  image(check, at, value) {
    if ((value.image_url === undefined) === (value.slack_file === undefined))
      problem(check, at, 'needs image_url or slack_file');
    checkString(check, `${at}/image_url`, value.image_url, { max: 3000 });
    checkString(check, `${at}/alt_text`, value.alt_text, { max: 2000, required: true });
  },
};

function checkSelect(check: Check, at: string, value: Json): void {
  if ((value.options === undefined) === (value.option_groups === undefined)) {
    problem(check, at, 'needs either options or option_groups');
    return;
  }
  if (value.options !== undefined) {
    checkOptions(check, `${at}/options`, value.options, { max: 100 });
    return;
  }
  checkList(check, `${at}/option_groups`, value.option_groups, { max: 100 }).forEach((group, index) => {
    const place = `${at}/option_groups/${index}`;
    if (!isJson(group)) {
      problem(check, place, 'must be an option group');
      return;
    }
    checkText(check, `${place}/label`, group.label, { max: 75 });
    checkOptions(check, `${place}/options`, group.options, { max: 100 });
  });
}

function checkTicks(check: Check, at: string, value: Json): void {
  checkOptions(check, `${at}/options`, value.options, { max: 10, types: ['plain_text', 'mrkdwn'] });
}

/** An option chosen beforehand must be one of the options, word for word. */
function checkInitial(check: Check, at: string, value: Json): void {
  const options = optionsOf(value);
  const chosen = [...asList(value.initial_options), value.initial_option].filter((one) => one !== undefined);
  if (!chosen.every((one) => options.some((option) => isDeepStrictEqual(option, one))))
    problem(check, at, 'initial option is not among the options');
}

function checkNumber(check: Check, at: string, value: unknown, min: number, max: number): void {
  if (value === undefined) return;
  if (!Number.isInteger(value) || (value as number) < min || (value as number) > max)
    problem(check, at, `must be a whole number from ${min} to ${max}`);
}

function checkPattern(check: Check, at: string, value: unknown, pattern: RegExp): void {
  if (value !== undefined && !pattern.test(asText(value))) problem(check, at, `must match ${pattern}`);
}

/** Gives all options of an element, also those in groups. */
export function optionsOf(element: Json): Json[] {
  const groups = asList(element.option_groups).flatMap((group) =>
    isJson(group) ? asList(group.options) : [],
  );
  return [...asList(element.options), ...groups].filter(isJson);
}
