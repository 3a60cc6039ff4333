// @ts-check

/** @typedef {Node | string | null | false | undefined} Child */

const SVG = 'http://www.w3.org/2000/svg';

/** Drawn on a grid of 24, with strokes. */
const PATHS = {
  send: 'M4 12 20 4l-5 16-3.5-6.5L4 12Zm7.5 1.5L20 4',
  clip: 'm20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.8 4.8l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4L14.5 7',
  slash: 'M6 4h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Zm8 4-4 8',
  reply: 'M9 7 4 12l5 5M4 12h9a7 7 0 0 1 7 6',
  thread: 'M5 4h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Zm3 4.5h8M8 12h5',
  close: 'M6 6l12 12M18 6 6 18',
  swap: 'M7 4 3 8l4 4M3 8h14M17 12l4 4-4 4M21 16H7',
  plus: 'M12 5v14M5 12h14',
  file: 'M7 3h7l5 5v11a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Zm7 0v5h5',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  back: 'm14 6-6 6 6 6',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6 9a6 6 0 0 1 12 0M16 4.5a3.5 3.5 0 0 1 0 6M17.5 14.3A6 6 0 0 1 21 20',
  retry: 'M20 11a8 8 0 1 0-2.3 6.3M20 4v7h-7',
  link: 'M10 14a4.5 4.5 0 0 0 6.4 0l3-3A4.5 4.5 0 0 0 13 4.6l-1 1M14 10a4.5 4.5 0 0 0-6.4 0l-3 3A4.5 4.5 0 0 0 11 19.4l1-1',
};

/**
 * Builds an element. Text stays text: nothing given here is ever read as markup.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown>} [props] attributes, and listeners as `onclick`
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  add(element, children);
  return element;
}

/**
 * Replaces what an element contains.
 * @param {Element} element
 * @param {...(Child | Child[])} children
 */
export function fill(element, ...children) {
  element.replaceChildren();
  add(element, children);
}

/**
 * @param {Element} element
 * @param {(Child | Child[])[]} children
 */
function add(element, children) {
  for (const child of children.flat()) {
    if (child !== null && child !== false && child !== undefined) element.append(child);
  }
}

/**
 * A small drawing; what it means is said by its button.
 * @param {keyof typeof PATHS} name
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

/**
 * A button that shows only a drawing.
 * @param {keyof typeof PATHS} name
 * @param {string} label
 * @param {(event: MouseEvent) => void} onclick
 * @param {string} [more] classes
 */
export function iconButton(name, label, onclick, more = '') {
  return h(
    'button',
    { type: 'button', class: `icon-button ${more}`, 'aria-label': label, title: label, onclick },
    icon(name),
  );
}

/** The mark of Tutur, as an avatar. */
export function mark() {
  return h('img', { class: 'avatar mark', src: '/playground/page/mark.svg', alt: '' });
}

/**
 * Closes something when Escape is pressed in it or something outside is pressed.
 * @param {HTMLElement} element
 * @param {() => void} close
 */
export function dismissable(element, close) {
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  });
  const outside = (/** @type {Event} */ event) => {
    if (!element.isConnected) return document.removeEventListener('pointerdown', outside, true);
    if (!element.contains(/** @type {Node} */ (event.target))) close();
  };
  document.addEventListener('pointerdown', outside, true);
}
