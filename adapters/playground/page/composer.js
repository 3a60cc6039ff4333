// @ts-check
import { MAX_FILE } from './api.js';
import { dismissable, fill, h, icon, iconButton } from './dom.js';
import { t } from './texts.js';

/** @typedef {{ text: string, files: File[] }} Written */

const COMMANDS = /** @type {const} */ (['lapor', 'rekap', 'tim', 'profil', 'bantuan']);
const MAX_HEIGHT = 150;

/**
 * Where a person writes: text, files, commands. Enter sends, Shift+Enter starts a new line.
 * @param {object} options
 * @param {string} options.placeholder
 * @param {string} options.draft what was being written
 * @param {boolean} options.commands whether there is a list of commands
 * @param {(written: Written) => void} options.send
 * @param {(text: string) => void} options.typed
 * @param {(problem: string) => void} options.warn
 */
export function createComposer({ placeholder, draft, commands, send, typed, warn }) {
  /** @type {File[]} */
  let files = [];
  const area = h('textarea', { rows: '1', placeholder, 'aria-label': placeholder });
  area.value = draft;
  const picker = h('input', { type: 'file', multiple: true, hidden: true, tabindex: '-1' });
  const chips = h('div', { class: 'chips', hidden: true });
  const context = h('div', { class: 'composer-context', hidden: true });
  const submit = iconButton('send', t.send, () => go(), 'send');
  const menu = h('div', { class: 'menu', role: 'menu', hidden: true });
  const opener = iconButton('slash', t.commands, () => toggle());
  opener.setAttribute('aria-haspopup', 'menu');
  const element = h(
    'form',
    { class: 'composer' },
    context,
    chips,
    h(
      'div',
      { class: 'composer-line' },
      iconButton('clip', t.attach, () => picker.click()),
      commands && h('div', { class: 'menu-holder' }, opener, menu),
      area,
      submit,
    ),
    picker,
  );

  function go() {
    const text = area.value.trim();
    if (text === '' && files.length === 0) return area.focus();
    send({ text, files });
    files = [];
    area.value = '';
    changed();
    area.focus();
  }

  function changed() {
    typed(area.value);
    area.style.height = 'auto';
    // A text box that is not shown has no height to go by.
    if (area.scrollHeight > 0) area.style.height = `${Math.min(area.scrollHeight, MAX_HEIGHT)}px`;
    submit.classList.toggle('ready', area.value.trim() !== '' || files.length > 0);
    chips.hidden = files.length === 0;
    fill(
      chips,
      files.map((file) =>
        h(
          'span',
          { class: 'chip' },
          icon('file'),
          h('span', { class: 'chip-name' }, file.name),
          iconButton('close', t.remove(file.name), () => {
            files = files.filter((other) => other !== file);
            changed();
          }),
        ),
      ),
    );
  }

  /** @param {Iterable<File>} given */
  function attach(given) {
    for (const file of given) {
      if (file.size > MAX_FILE) warn(t.tooLarge(file.name));
      else files.push(file);
    }
    changed();
    area.focus();
  }

  function toggle(open = menu.hidden) {
    menu.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
    if (open) /** @type {HTMLElement | null} */ (menu.querySelector('button'))?.focus();
    else if (menu.contains(document.activeElement)) opener.focus();
  }

  for (const name of COMMANDS) {
    const choose = () => {
      toggle(false);
      send({ text: `/${name}`, files: [] });
    };
    menu.append(
      h(
        'button',
        { type: 'button', role: 'menuitem', class: 'menu-item', onclick: choose },
        h('b', { class: 'menu-name' }, `/${name}`),
        h('span', { class: 'menu-hint' }, t.command[name]),
      ),
    );
  }
  dismissable(/** @type {HTMLElement} */ (menu.parentElement ?? menu), () => toggle(false));
  menu.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const options = [...menu.querySelectorAll('button')];
    const at = options.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    options.at((at + step) % options.length)?.focus();
  });

  element.addEventListener('submit', (event) => {
    event.preventDefault();
    go();
  });
  area.addEventListener('keydown', (event) => {
    // While an input method composes, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    go();
  });
  area.addEventListener('input', changed);
  area.addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.files ?? [];
    if (pasted.length > 0) attach(pasted);
  });
  picker.addEventListener('change', () => {
    attach(picker.files ?? []);
    picker.value = '';
  });
  queueMicrotask(changed);

  return {
    element,
    attach,
    focus: () => area.focus({ preventScroll: true }),
    /** @param {string} text */
    suggest(text) {
      area.value = text;
      changed();
      area.focus();
      submit.classList.add('pulse');
      setTimeout(() => submit.classList.remove('pulse'), 4000);
    },
    /**
     * Says above the text box what is being answered.
     * @param {string | null} text
     * @param {() => void} [cancel]
     */
    answering(text, cancel = () => {}) {
      context.hidden = text === null;
      if (text === null) return fill(context);
      fill(
        context,
        icon('reply'),
        h('span', {}, h('b', {}, t.replying), ' ', text),
        iconButton('close', t.cancelReply, cancel),
      );
      area.focus();
    },
  };
}
