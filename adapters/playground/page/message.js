// @ts-check
import { content, excerpt, files } from './blocks.js';
import { h, icon, iconButton, mark } from './dom.js';
import { clock, hue, initials } from './format.js';
import { t } from './texts.js';

/** @typedef {import('./api.js').ChatMessage} ChatMessage */
/** @typedef {import('./api.js').Person} Person */
/** @typedef {import('./api.js').Button} Button */
/**
 * @typedef {object} MessageContext what a message needs to know of its pane
 * @property {Person} person
 * @property {(id: string) => ChatMessage | undefined} find
 * @property {(root: string) => ChatMessage[]} replies
 * @property {(message: ChatMessage, button: Button) => Promise<void>} press
 * @property {(message: ChatMessage) => void} reply
 * @property {(message: ChatMessage) => void} openThread
 * @property {(message: ChatMessage, emoji: string) => void} react
 */

const EMOJI = ['👍', '🎉', '🙏'];

/**
 * A round picture with a person's initials.
 * @param {Pick<Person, 'id' | 'name'>} person
 */
export function avatar({ id, name }) {
  return h('span', { class: `avatar hue-${hue(id)}`, 'aria-hidden': 'true' }, initials(name));
}

/**
 * A message as a bubble, with its buttons below, as in Telegram.
 * @param {ChatMessage} message
 * @param {MessageContext} context
 */
export function bubble(message, context) {
  const own = message.from === 'person';
  const answered = message.replyTo ? context.find(message.replyTo) : undefined;
  const time = h('span', { class: 'time' }, clock(message.at, context.person.zone));
  return h(
    'article',
    { class: `bubble-row ${own ? 'own' : 'bot'}`, 'data-id': message.id },
    h(
      'div',
      { class: 'bubble' },
      answered && h('div', { class: 'answered' }, excerpt(answered)),
      files(message),
      content(message),
      time,
    ),
    own ? null : iconButton('reply', t.reply, () => context.reply(message), 'reply-to'),
    keyboard(message, context),
  );
}

/**
 * A message as a line of a channel, with its buttons, reactions and thread, as in Slack.
 * @param {ChatMessage} message
 * @param {MessageContext} context
 * @param {{ follows: boolean, inThread: boolean }} place
 */
export function row(message, context, { follows, inThread }) {
  const own = message.from === 'person';
  const { person } = context;
  const replies = inThread ? [] : context.replies(message.id);
  const name = h('span', { class: 'author' }, own ? person.name : 'Tutur');
  const time = h('span', { class: 'time' }, stamp(message, context));
  return h(
    'article',
    { class: `row ${follows ? 'follows' : ''}`, 'data-id': message.id },
    follows
      ? h('span', { class: 'gutter time' }, clock(message.at, person.zone))
      : own
        ? avatar(person)
        : mark(),
    h(
      'div',
      { class: 'row-body' },
      follows
        ? null
        : h('div', { class: 'row-head' }, name, own ? null : h('span', { class: 'tag' }, t.app), time),
      content(message),
      files(message),
      keyboard(message, context),
      message.reactions.length > 0 &&
        h(
          'div',
          { class: 'reactions' },
          message.reactions.map((emoji) => h('span', { class: 'reaction' }, emoji, h('b', {}, '1'))),
        ),
      replies.length > 0 && threadLink(message, replies, context),
    ),
    own && inThread ? null : tools(message, context, inThread),
  );
}

/**
 * @param {ChatMessage} message
 * @param {ChatMessage[]} replies
 * @param {MessageContext} context
 */
function threadLink(message, replies, context) {
  const last = replies.at(-1);
  return h(
    'button',
    { type: 'button', class: 'thread-link', onclick: () => context.openThread(message) },
    icon('thread'),
    h('b', {}, t.replies(replies.length)),
    last && h('span', { class: 'thread-last' }, excerpt(last)),
  );
}

/**
 * @param {ChatMessage} message
 * @param {MessageContext} context
 * @param {boolean} inThread
 */
function tools(message, context, inThread) {
  const bot = message.from === 'bot';
  return h(
    'div',
    { class: 'tools' },
    bot &&
      EMOJI.map((emoji) =>
        h(
          'button',
          {
            type: 'button',
            class: 'icon-button',
            'aria-label': t.react(emoji),
            title: t.react(emoji),
            onclick: () => context.react(message, emoji),
          },
          emoji,
        ),
      ),
    inThread ? null : iconButton('thread', t.inThread, () => context.openThread(message)),
  );
}

/**
 * @param {ChatMessage} message
 * @param {MessageContext} context
 */
function keyboard(message, context) {
  if (message.buttons.length === 0) return null;
  const all = h('div', { class: 'keyboard' });
  for (const buttons of message.buttons) {
    const line = buttons.map((button) => {
      const element = h('button', { type: 'button', class: `choice ${button.style ?? ''}` }, button.label);
      element.addEventListener('click', async () => {
        if (all.classList.contains('busy')) return;
        all.classList.add('busy');
        element.setAttribute('aria-busy', 'true');
        await context.press(message, button);
        all.classList.remove('busy');
        element.removeAttribute('aria-busy');
      });
      return element;
    });
    all.append(h('div', { class: 'keys' }, line));
  }
  return all;
}

/**
 * @param {ChatMessage} message
 * @param {MessageContext} context
 */
function stamp(message, { person }) {
  const time = clock(message.at, person.zone);
  return message.edited ? `${t.edited} ${time}` : time;
}
