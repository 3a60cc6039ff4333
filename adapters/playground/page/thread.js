// @ts-check
import { createComposer } from './composer.js';
import { fill, h, iconButton } from './dom.js';
import { createList } from './list.js';
import { row } from './message.js';
import { t } from './texts.js';

/** @typedef {import('./api.js').ChatMessage} ChatMessage */

/**
 * A thread, laid over the messages of its pane.
 * @param {import('./message.js').MessageContext} context
 * @param {object} options
 * @param {Map<string, string>} options.drafts
 * @param {(written: import('./composer.js').Written, replyTo: string) => void} options.write
 * @param {(problem: string) => void} options.warn
 * @param {() => void} options.counted
 */
export function createThread(context, { drafts, write, warn, counted }) {
  /** @type {string | null} */
  let root = null;
  /** @type {HTMLElement | null} */
  let cameFrom = null;
  /** @type {ReturnType<typeof createList> | null} */
  let list = null;
  /** @type {ReturnType<typeof createComposer> | null} */
  let composer = null;
  const head = h('div', { class: 'thread-root' });
  const element = h('section', { class: 'thread', hidden: true, 'aria-label': t.thread });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });

  function close() {
    root = null;
    element.hidden = true;
    cameFrom?.focus();
  }

  /** @param {ChatMessage} message */
  function open(message) {
    const id = message.replyTo ?? message.id;
    root = id;
    cameFrom = /** @type {HTMLElement | null} */ (document.activeElement);
    list = createList(context, {
      desk: true,
      thread: true,
      label: t.thread,
      empty: () => h('p', { class: 'no-replies' }, t.noReplies),
    });
    composer = createComposer({
      placeholder: t.writeThread,
      draft: drafts.get(id) ?? '',
      commands: false,
      warn,
      typed: (text) => drafts.set(id, text),
      send: (written) => write(written, id),
    });
    list.element.prepend(head);
    fill(
      element,
      h('header', {}, iconButton('back', t.backToChat, close), h('b', {}, t.thread)),
      list.element,
      composer.element,
    );
    element.hidden = false;
    draw({ quiet: true });
    composer.focus();
    counted();
  }

  /** @param {{ quiet?: boolean }} [how] */
  function draw(how) {
    const first = root === null ? undefined : context.find(root);
    if (root === null || !list || !first) return;
    const replies = context.replies(root);
    fill(
      head,
      row(first, context, { follows: false, inThread: true }),
      h('div', { class: 'day' }, h('span', {}, t.replies(replies.length))),
    );
    list.draw(replies, how);
  }

  return {
    element,
    open,
    draw,
    /** @param {string} text */
    suggest: (text) => composer?.suggest(text),
  };
}
