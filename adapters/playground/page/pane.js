// @ts-check
import { newKey, post, readUpload } from './api.js';
import { excerpt } from './blocks.js';
import { createComposer } from './composer.js';
import { fill, h, iconButton, mark } from './dom.js';
import { clock, firstName, zoneName } from './format.js';
import { createList } from './list.js';
import { avatar } from './message.js';
import { openForm } from './modal.js';
import { createNotices } from './notices.js';
import { t } from './texts.js';
import { createThread } from './thread.js';

/** @typedef {import('./api.js').ChatMessage} ChatMessage */
/** @typedef {import('./api.js').Person} Person */
/** @typedef {import('./api.js').PostedEvent} PostedEvent */
/** @typedef {import('./message.js').MessageContext} MessageContext */
/** @typedef {ReturnType<typeof createPane>} Pane */

const PATIENCE_MS = 300;

/**
 * One person's screen: a phone, or a desk with threads and forms.
 * @param {object} options
 * @param {Person} options.person
 * @param {Map<string, ChatMessage>} options.messages kept by the page, oldest first
 * @param {Map<string, string>} options.drafts what is being written, by place
 * @param {() => void} options.change
 * @param {() => void} options.close
 * @param {() => void} options.counted the number of unread messages has changed
 * @param {(event: PostedEvent) => void} options.did
 */
export function createPane({ person, messages, drafts, change, close, counted, did }) {
  const desk = person.id.startsWith('desk:');
  let unread = 0;
  let pending = 0;
  /** @type {Promise<unknown>} */
  let line = Promise.resolve();
  /** @type {ChatMessage | null} */
  let answering = null;

  const all = () => [...messages.values()];
  /** @type {MessageContext} */
  const context = {
    person,
    find: (id) => messages.get(id),
    replies: (root) => (desk ? all().filter(({ replyTo }) => replyTo === root) : []),
    async press(message, { action }) {
      await act({ kind: 'choice', action, messageId: message.id });
    },
    reply: (message) => answer(message),
    openThread: (message) => thread.open(message),
    react: (message, emoji) => {
      if (!message.reactions.includes(emoji)) void act({ kind: 'reaction', messageId: message.id, emoji });
    },
  };

  const badge = h('span', { class: 'badge', hidden: true });
  const time = h('span', { class: 'clock' });
  const { toast, failed, toasts, failures } = createNotices();
  const list = createList(context, { desk, thread: false, label: t.messages(person.name), empty });
  const composer = createComposer({
    placeholder: t.write,
    draft: drafts.get(person.id) ?? '',
    commands: true,
    warn: toast,
    typed: (text) => drafts.set(person.id, text),
    send(written) {
      const replyTo = answering?.id ?? null;
      answer(null);
      void write(written, replyTo);
    },
  });
  const thread = createThread(context, { drafts, write, warn: toast, counted: seen });
  const device = h(
    'div',
    { class: 'device' },
    h(
      'div',
      { class: 'bar' },
      mark(),
      h('div', {}, h('b', {}, 'Tutur'), h('span', { class: 'tag' }, desk ? t.app : t.bot)),
      h('span', { class: 'look' }, desk ? t.deskLike : t.chatLike),
    ),
    list.element,
    failures,
    toasts,
    composer.element,
    thread.element,
  );
  const element = h(
    'section',
    { class: `pane ${desk ? 'desk' : 'chat'}`, 'aria-label': person.name },
    h(
      'header',
      { class: 'pane-head' },
      h('div', { class: 'avatar-holder' }, avatar(person), badge),
      h(
        'div',
        { class: 'who' },
        h('h2', {}, person.name),
        h('p', { title: `${person.position} · ${person.unit}` }, person.position),
        h('p', { class: 'unit', title: person.unit }, person.unit),
      ),
      h(
        'div',
        { class: 'pane-side' },
        h('div', {}, iconButton('swap', t.change, change), iconButton('close', t.close, close)),
        time,
      ),
    ),
    device,
  );

  /**
   * Tells Tutur what was done, one thing after the other; what did not arrive can be sent again under its name.
   * @param {PostedEvent} event
   * @param {string} [key]
   */
  async function act(event, key = newKey()) {
    pending += 1;
    const patience = setTimeout(() => list.typing(true), PATIENCE_MS);
    const sent = line.then(() => post(person.id, event, key));
    line = sent.catch(() => {});
    try {
      const result = await sent;
      if (result.toast !== null) toast(result.toast);
      if (result.form) show(result.form);
      did(event);
    } catch {
      failed(() => act(event, key));
    } finally {
      clearTimeout(patience);
      pending -= 1;
      if (pending === 0) list.typing(false);
    }
  }

  /** @param {import('./api.js').FormView} form */
  function show(form) {
    openForm(device, form, async (answers, key) => {
      const result = await post(person.id, { kind: 'form', token: form.token, answers }, key);
      if (result.toast !== null) toast(result.toast);
      if (result.formErrors === null && result.form) queueMicrotask(() => result.form && show(result.form));
      return result.formErrors;
    });
  }

  /**
   * @param {import('./composer.js').Written} written
   * @param {string | null} replyTo
   */
  async function write({ text, files }, replyTo) {
    if (files.length === 0) return act({ kind: 'text', text, replyTo });
    const album = files.length > 1 ? newKey().slice('playground:'.length) : null;
    for (const [index, file] of files.entries()) {
      const caption = index === 0 ? text : '';
      void act({ kind: 'file', file: await readUpload(file), caption, album, replyTo });
    }
  }

  /** @param {ChatMessage | null} message */
  function answer(message) {
    answering = message;
    composer.answering(message && excerpt(message), () => answer(null));
  }

  function empty() {
    const hr = !person.supervisor && person.roles.includes('hr');
    const commands = desk
      ? /** @type {const} */ (['tim', 'bantuan'])
      : /** @type {const} */ (['lapor', 'bantuan']);
    const hint = desk ? (hr ? t.emptyHrHint : t.emptyDeskHint) : t.emptyChatHint;
    return h(
      'div',
      { class: 'empty' },
      mark(),
      h('h3', {}, desk ? t.emptyDesk : t.emptyChat(firstName(person.name))),
      h('p', {}, hint),
      (hr ? /** @type {const} */ (['rekap', 'bantuan']) : commands).map((name) =>
        h(
          'button',
          { type: 'button', class: 'choice', onclick: () => write({ text: `/${name}`, files: [] }, null) },
          t.command[name],
        ),
      ),
    );
  }

  /** @param {{ quiet?: boolean }} [how] */
  function draw(how) {
    const inThread = (/** @type {ChatMessage} */ { replyTo }) =>
      desk && replyTo !== null && messages.has(replyTo);
    list.draw(
      all().filter((message) => !inThread(message)),
      how,
    );
    thread.draw(how);
  }

  function seen() {
    if (unread === 0) return;
    unread = 0;
    count();
  }

  function count() {
    badge.hidden = unread === 0;
    fill(badge, String(unread), h('span', { class: 'unseen' }, t.unread(unread)));
    element.classList.toggle('fresh', unread > 0);
    counted();
  }

  element.addEventListener('pointerenter', seen);
  element.addEventListener('pointerdown', seen);
  element.addEventListener('focusin', seen);
  device.addEventListener('dragover', (event) => event.preventDefault());
  device.addEventListener('drop', (event) => {
    event.preventDefault();
    composer.attach(event.dataTransfer?.files ?? []);
  });

  function tick() {
    fill(time, clock(Date.now(), person.zone), h('small', {}, zoneName(person.zone)));
  }
  tick();

  return {
    person,
    desk,
    element,
    composer,
    thread,
    draw,
    tick,
    seen,
    unread: () => unread,
    /** A message came in while the page was open. */
    arrived() {
      const looking = element.matches(':hover') || element.contains(document.activeElement);
      if (document.hasFocus() && looking && element.offsetParent !== null) return;
      unread += 1;
      count();
    },
    /** The last message with a main button, to point at. */
    waiting: () => all().findLast(({ buttons }) => buttons.flat().some(({ style }) => style === 'primary')),
    /** The last message of Tutur that has buttons and is not in a thread. */
    card: () => all().findLast(({ buttons, replyTo }) => buttons.length > 0 && replyTo === null),
    show: list.show,
    toast,
  };
}
