// @ts-check
import { MAX_FILE, readUpload } from './api.js';
import { fill, h, icon, iconButton } from './dom.js';
import { t } from './texts.js';

/** @typedef {import('../../../src/core/message.ts').FormField} FormField */
/** @typedef {Extract<import('./api.js').PostedEvent, { kind: 'form' }>['answers']} Answers */
/** @typedef {{ node: HTMLElement, read: () => Promise<Answers[string]>, problem: (text: string | null) => void }} Field */

/** More options than this stand in a drop-down list. */
const MAX_RADIOS = 7;
let count = 0;

/**
 * One question of a form, with its hint and its problem.
 * @param {FormField} field
 * @returns {Field}
 */
export function makeField(field) {
  count += 1;
  const id = `field-${count}`;
  const error = h('p', { class: 'problem', id: `${id}-problem`, role: 'alert', hidden: true });
  const { node: input, read } = makeInput(field, id);
  const group = field.input.kind === 'choice' || field.input.kind === 'files';
  const label = [field.label, field.optional ? h('span', { class: 'optional' }, ` (${t.optional})`) : null];
  const node = h(
    'div',
    { class: 'field', ...(group && { role: 'group', 'aria-labelledby': `${id}-label` }) },
    group
      ? h('p', { class: 'label', id: `${id}-label` }, label)
      : h('label', { class: 'label', for: id }, label),
    input,
    field.hint && h('p', { class: 'hint', id: `${id}-hint` }, field.hint),
    error,
  );
  const described = [field.hint && `${id}-hint`, `${id}-problem`].filter(Boolean).join(' ');
  for (const part of node.querySelectorAll('input, textarea, select'))
    part.setAttribute('aria-describedby', described);
  return {
    node,
    read,
    problem(text) {
      node.classList.toggle('wrong', text !== null);
      error.hidden = text === null;
      fill(error, text ?? '');
    },
  };
}

/**
 * @param {FormField} field
 * @param {string} id
 * @returns {{ node: HTMLElement, read: () => Promise<Answers[string]> }}
 */
function makeInput({ input, initial, optional }, id) {
  if (input.kind === 'files') return fileInput(input, initial, id);
  if (input.kind === 'choice' && input.options.length <= MAX_RADIOS) {
    const radios = input.options.map(({ value, label }) => ({
      value,
      label,
      radio: radio(id, value, value === initial),
    }));
    return {
      node: h(
        'div',
        { class: 'radios' },
        radios.map(({ label, radio }) => h('label', { class: 'radio' }, radio, h('span', {}, label))),
      ),
      read: async () => radios.filter(({ radio }) => radio.checked).map(({ value }) => ({ choice: value })),
    };
  }
  if (input.kind === 'choice') {
    const options = input.options.map(({ value, label }) =>
      h('option', { value, selected: value === initial }, label),
    );
    const none = h('option', { value: '', disabled: !optional, selected: initial === null }, t.choose);
    const select = h('select', { id }, none, options);
    return { node: select, read: async () => (select.value === '' ? [] : [{ choice: select.value }]) };
  }
  const { placeholder } = input;
  const box =
    input.kind === 'text' && input.multiline
      ? h('textarea', { id, rows: '3', placeholder })
      : h('input', { id, type: 'text', placeholder });
  box.value = initial ?? '';
  return { node: box, read: async () => (box.value.trim() === '' ? [] : [{ text: box.value }]) };
}

/**
 * @param {string} name
 * @param {string} value
 * @param {boolean} checked
 */
function radio(name, value, checked) {
  return h('input', { type: 'radio', name, value, checked });
}

/**
 * @param {{ linkLabel: string, linkPlaceholder: string }} input
 * @param {string | null} initial
 * @param {string} id
 * @returns {{ node: HTMLElement, read: () => Promise<Answers[string]> }}
 */
function fileInput({ linkLabel, linkPlaceholder }, initial, id) {
  /** @type {File[]} */
  let files = [];
  const picker = h('input', {
    type: 'file',
    multiple: true,
    class: 'unseen',
    'aria-labelledby': `${id}-label`,
  });
  const list = h('div', { class: 'chips', 'aria-live': 'polite' });
  const drop = h('label', { class: 'drop' }, picker, icon('clip'), h('span', {}, t.pickFiles));
  const link = h('input', { id, type: 'url', placeholder: linkPlaceholder });
  link.value = initial ?? '';

  /** @param {Iterable<File>} given */
  function attach(given) {
    files = [...files, ...given];
    draw();
  }

  function draw() {
    const chips = files.map((file) => {
      const tooLarge = file.size > MAX_FILE;
      const remove = () => {
        files = files.filter((other) => other !== file);
        draw();
      };
      return h(
        'span',
        { class: `chip ${tooLarge ? 'bad' : ''}` },
        icon('file'),
        h('span', { class: 'chip-name' }, tooLarge ? t.tooLarge(file.name) : file.name),
        iconButton('close', t.remove(file.name), remove),
      );
    });
    fill(list, chips);
    list.dispatchEvent(new Event('input', { bubbles: true }));
  }

  picker.addEventListener('change', () => {
    attach(picker.files ?? []);
    picker.value = '';
  });
  drop.addEventListener('dragover', (event) => event.preventDefault());
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    event.stopPropagation();
    attach(event.dataTransfer?.files ?? []);
  });
  return {
    node: h(
      'div',
      { class: 'file-input' },
      drop,
      list,
      h('label', { class: 'sub-label', for: id }, linkLabel),
      link,
    ),
    async read() {
      const uploads = await Promise.all(files.filter((file) => file.size <= MAX_FILE).map(readUpload));
      const links = link.value.trim() === '' ? [] : [{ text: link.value }];
      return [...uploads.map((file) => ({ file })), ...links];
    },
  };
}
