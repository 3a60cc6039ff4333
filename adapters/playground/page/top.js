// @ts-check
import { h, mark } from './dom.js';
import { remember } from './memory.js';
import { locale, speak, t } from './texts.js';

/**
 * The head of the page: what this is, whose pane to open, and the language.
 * @param {HTMLElement} opener
 * @param {() => void} spoken the language was switched
 */
export function createTop(opener, spoken) {
  const language = h(
    'div',
    { class: 'switch', role: 'group', 'aria-label': t.language },
    /** @type {const} */ (['id', 'en']).map((one) =>
      h(
        'button',
        {
          type: 'button',
          'aria-pressed': String(one === locale),
          onclick() {
            remember('tutur.locale', one);
            speak(one);
            spoken();
          },
        },
        one.toUpperCase(),
      ),
    ),
  );
  return h(
    'header',
    { class: 'top' },
    mark(),
    h('div', { class: 'name' }, h('h1', {}, 'Tutur'), h('p', {}, t.tagline)),
    h('p', { class: 'sandbox' }, t.sandbox),
    opener,
    language,
  );
}
