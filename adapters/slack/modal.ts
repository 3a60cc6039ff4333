import type { InputBlock, ModalView } from '@slack/types';
import type { Answer } from '../../src/core/inbound.ts';
import type { FormField, FormView } from '../../src/core/message.ts';
import { fileOf, type SlackFile } from './inbound.ts';
import { cut } from './text.ts';

/** The one callback id of our modals; the token in the metadata tells what they are about. */
export const FORM = 'form';
const VALUE = 'value';
const LINK = '.link';
const MAX_OPTIONS = 100;

/** Renders a form as a modal, one input block for each question. */
export function renderModal(form: FormView): ModalView {
  return {
    type: 'modal',
    callback_id: FORM,
    private_metadata: form.token,
    title: plain(form.title, 24),
    submit: plain(form.submit, 24),
    close: plain(form.close, 24),
    blocks: form.fields.flatMap(blocksOf),
  };
}

/** What a submitted modal answers, by question id; empty inputs are left out. */
export function answersIn(values: Record<string, Record<string, ViewValue>>): Record<string, Answer[]> {
  const answers: Record<string, Answer[]> = {};
  for (const [block, actions] of Object.entries(values)) {
    const id = block.endsWith(LINK) ? block.slice(0, -LINK.length) : block;
    const value = actions[VALUE];
    const given: Answer[] = [];
    const text = value?.value?.trim();
    if (text) given.push({ text });
    if (value?.selected_option) given.push({ choice: value.selected_option.value });
    for (const file of value?.files ?? []) given.push({ file: fileOf(file) });
    answers[id] = [...(answers[id] ?? []), ...given];
  }
  return answers;
}

/** The part of a view's state that our inputs produce. */
export interface ViewValue {
  value?: string | null;
  selected_option?: { value: string } | null;
  files?: SlackFile[] | null;
}

function blocksOf({ id, label, hint, optional, input, initial }: FormField): InputBlock[] {
  const base = {
    type: 'input' as const,
    block_id: id,
    label: plain(label, 2000),
    optional,
    ...(hint && { hint: plain(hint, 2000) }),
  };
  switch (input.kind) {
    case 'text':
    case 'suggest':
      return [
        {
          ...base,
          element: {
            type: 'plain_text_input',
            action_id: VALUE,
            multiline: input.kind === 'text' && input.multiline,
            ...(input.placeholder && { placeholder: plain(input.placeholder, 150) }),
            max_length: 3000,
            ...(initial && { initial_value: cut(initial, 3000) }),
          },
        },
      ];
    case 'choice': {
      const options = selectable(input.options).map((option) => ({
        text: plain(option.label, 75),
        value: option.value,
      }));
      const chosen = options.find((option) => option.value === initial);
      return [
        {
          ...base,
          element: {
            type: 'static_select',
            action_id: VALUE,
            options,
            ...(chosen && { initial_option: chosen }),
          },
        },
      ];
    }
    case 'files':
      return [
        { ...base, element: { type: 'file_input', action_id: VALUE, max_files: 10 } },
        {
          type: 'input',
          block_id: `${id}${LINK}`,
          label: plain(input.linkLabel, 2000),
          optional: true,
          element: {
            type: 'plain_text_input',
            action_id: VALUE,
            placeholder: plain(input.linkPlaceholder, 150),
            ...(initial && { initial_value: initial }),
          },
        },
      ];
  }
}

/** A select takes 100 options; what is left out can be typed in the conversation. */
function selectable<T>(options: T[]): T[] {
  return options.length <= MAX_OPTIONS
    ? options
    : [...options.slice(0, MAX_OPTIONS - 2), ...options.slice(-2)];
}

function plain(text: string, max: number) {
  return { type: 'plain_text' as const, text: cut(text, max), emoji: true };
}
