// @ts-check
import { newKey } from './api.js';
import { h, iconButton } from './dom.js';
import { makeField } from './fields.js';
import { t } from './texts.js';

/** @typedef {import('./api.js').FormView} FormView */
/** @typedef {Extract<import('./api.js').PostedEvent, { kind: 'form' }>['answers']} Answers */

let count = 0;

/**
 * Opens a form above a pane. It stays open, with everything typed, until it is accepted or closed.
 * @param {HTMLElement} host
 * @param {FormView} form
 * @param {(answers: Answers, key: string) => Promise<Record<string, string> | null>} submit resolves to problems by
 *   question; throws when it did not arrive
 */
export function openForm(host, form, submit) {
  count += 1;
  const title = `form-${count}`;
  const cameFrom = /** @type {HTMLElement | null} */ (document.activeElement);
  const fields = form.fields.map((field) => ({ id: field.id, ...makeField(field) }));
  const failure = h('p', { class: 'form-failure', role: 'alert', hidden: true }, t.failed);
  const send = h('button', { type: 'submit', class: 'choice primary' }, form.submit);
  const cancel = h('button', { type: 'button', class: 'choice', onclick: () => close() }, form.close);
  const sheet = h(
    'form',
    { class: 'sheet', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': title, novalidate: true },
    h(
      'header',
      {},
      h('h2', { id: title }, form.title),
      iconButton('close', t.closeWindow, () => close()),
    ),
    h(
      'div',
      { class: 'sheet-body' },
      fields.map(({ node }) => node),
      failure,
    ),
    h('footer', {}, cancel, send),
  );
  const veil = h('div', { class: 'veil' }, sheet);
  // The same answers again are the same submission; changed answers are a new one.
  let key = newKey();
  sheet.addEventListener('input', () => {
    key = newKey();
  });

  function close() {
    veil.remove();
    cameFrom?.focus();
  }

  sheet.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (send.disabled) return;
    send.disabled = true;
    send.setAttribute('aria-busy', 'true');
    failure.hidden = true;
    try {
      /** @type {Answers} */
      const answers = {};
      for (const { id, read } of fields) {
        const given = await read();
        if (given.length > 0) answers[id] = given;
      }
      const problems = await submit(answers, key);
      if (problems === null) return close();
      key = newKey();
      for (const { id, problem } of fields) problem(problems[id] ?? null);
      const wrong = sheet.querySelector('.wrong');
      /** @type {HTMLElement | null | undefined} */ (
        wrong?.querySelector('input, textarea, select')
      )?.focus();
      wrong?.scrollIntoView({ block: 'nearest' });
    } catch {
      failure.hidden = false;
      failure.scrollIntoView({ block: 'end' });
    } finally {
      send.disabled = false;
      send.removeAttribute('aria-busy');
    }
  });

  veil.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
    if (event.key !== 'Tab') return;
    const stops = [...sheet.querySelectorAll('button, input:not([hidden]), textarea, select')];
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement !== edge) return;
    event.preventDefault();
    /** @type {HTMLElement | undefined} */ (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  });
  host.append(veil);
  /** @type {HTMLElement | null} */ (sheet.querySelector('.field :is(input, textarea, select)'))?.focus();
}
