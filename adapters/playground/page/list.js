// @ts-check
import { fill, h, mark } from './dom.js';
import { dayName, dayOf } from './format.js';
import { bubble, row } from './message.js';
import { t } from './texts.js';

/** @typedef {import('./api.js').ChatMessage} ChatMessage */
/** @typedef {import('./message.js').MessageContext} MessageContext */

/** Milliseconds within which messages of one author stand under one name. */
const CLOSE_TOGETHER = 5 * 60_000;

/**
 * A list of messages that draws only what changed and stays at its end while it is there.
 * @param {MessageContext} context
 * @param {{ desk: boolean, thread: boolean, label: string, empty: () => Node }} options
 */
export function createList(context, { desk, thread, label, empty }) {
  const items = h('div', { class: 'items' });
  const typing = h('div', { class: 'typing', hidden: true }, mark(), dots());
  const element = h(
    'div',
    { class: 'list', role: 'log', 'aria-label': label, 'aria-live': 'polite', tabindex: '0' },
    items,
    typing,
  );
  /** @type {Map<string, { node: Element, drawn: string }>} */
  let known = new Map();
  const atEnd = () => element.scrollHeight - element.scrollTop - element.clientHeight < 90;
  const toEnd = () => element.scrollTo({ top: element.scrollHeight });
  // Pictures change the height after they were drawn.
  element.addEventListener('load', () => toEnd(), true);

  /**
   * @param {ChatMessage[]} messages oldest first
   * @param {{ quiet?: boolean }} [how] quiet: nothing flashes, as when a history is shown
   */
  function draw(messages, { quiet = false } = {}) {
    const stay = atEnd() || messages.at(-1)?.from === 'person' || quiet;
    /** @type {typeof known} */
    const next = new Map();
    /** @type {Element[]} */
    const wanted = [];
    /** @type {ChatMessage | null} */
    let before = null;
    for (const message of messages) {
      const day = dayOf(message.at, context.person.zone);
      const newDay = before === null || dayOf(before.at, context.person.zone) !== day;
      if (newDay && !thread)
        wanted.push(keep(next, `day ${day}`, dayName(message.at, context.person.zone), divider));
      const follows =
        before !== null && !newDay && before.from === message.from && message.at - before.at < CLOSE_TOGETHER;
      const drawn = JSON.stringify([
        message,
        follows,
        thread ? null : context.replies(message.id),
        message.replyTo,
      ]);
      wanted.push(keep(next, message.id, drawn, () => one(message, follows), !quiet));
      before = message;
    }
    known = next;
    if (wanted.length === 0) fill(items, empty());
    else reconcile(wanted);
    if (stay) toEnd();
  }

  /**
   * @param {ChatMessage} message
   * @param {boolean} follows
   */
  function one(message, follows) {
    return desk ? row(message, context, { follows, inThread: thread }) : bubble(message, context);
  }

  /**
   * The node that shows something, made anew only when what it shows has changed.
   * @param {typeof known} next
   * @param {string} id
   * @param {string} drawn
   * @param {(drawn: string) => Element} make
   * @param {boolean} [flash]
   */
  function keep(next, id, drawn, make, flash = false) {
    const old = known.get(id);
    if (old?.drawn === drawn) {
      next.set(id, old);
      return old.node;
    }
    const node = make(drawn);
    if (flash) node.classList.add(old ? 'changed' : 'new');
    if (old?.node.contains(document.activeElement)) {
      queueMicrotask(() => /** @type {HTMLElement | null} */ (node.querySelector('.choice'))?.focus());
    }
    next.set(id, { node, drawn });
    return node;
  }

  /** @param {Element[]} wanted */
  function reconcile(wanted) {
    const keepers = new Set(wanted);
    for (const child of [...items.children]) if (!keepers.has(child)) child.remove();
    wanted.forEach((node, index) => {
      if (items.children[index] !== node) items.insertBefore(node, items.children[index] ?? null);
    });
  }

  return {
    element,
    draw,
    /** @param {boolean} on */
    typing(on) {
      const stay = atEnd();
      typing.hidden = !on;
      if (stay) toEnd();
    },
    /** @param {string} id */
    show(id) {
      const node = known.get(id)?.node;
      node?.scrollIntoView({ block: 'center', behavior: 'smooth' });
      return /** @type {HTMLElement | undefined} */ (node);
    },
  };
}

/** @param {string} name */
function divider(name) {
  return h('div', { class: 'day' }, h('span', {}, name));
}

function dots() {
  return h('span', { class: 'dots', role: 'img', 'aria-label': t.typing }, h('i'), h('i'), h('i'));
}
