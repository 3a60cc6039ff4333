// @ts-check
import { h, icon } from './dom.js';

/** @typedef {import('../../../src/core/message.ts').Block} Block */
/** @typedef {import('../../../src/core/message.ts').Inline} Inline */
/** @typedef {import('./api.js').ChatMessage} ChatMessage */

/**
 * A piece of a line. Only addresses of the web become links.
 * @param {Inline} part
 * @returns {Node | string}
 */
function inline(part) {
  if (typeof part === 'string') return part;
  if ('bold' in part) return h('strong', {}, part.bold);
  if ('italic' in part) return h('em', {}, part.italic);
  if ('code' in part) return h('code', {}, part.code);
  if (!/^https?:\/\//i.test(part.url)) return part.link;
  return h('a', { href: part.url, target: '_blank', rel: 'noopener noreferrer' }, part.link);
}

/**
 * @param {Block} block
 * @returns {Node}
 */
function blockNode(block) {
  switch (block.kind) {
    case 'line':
      return lineNode(block.parts);
    case 'title':
      return h('p', { class: 'title' }, block.text);
    case 'fields':
      return h(
        'dl',
        {},
        block.rows.flatMap(([label, value]) => [h('dt', {}, label), h('dd', {}, inline(value))]),
      );
    case 'list':
      return h(
        'ul',
        {},
        block.items.map((item) => h('li', {}, item.map(inline))),
      );
    case 'quote':
      return h('blockquote', {}, block.text);
    case 'note':
      return h('p', { class: 'note' }, block.text);
    case 'gap':
      return h('div', { class: 'gap' });
  }
}

/**
 * A line: one that is all bold heads what follows; one that is moved to the right stays there in its next rows.
 * @param {Inline[]} parts
 * @returns {Node}
 */
function lineNode(parts) {
  const [first] = parts;
  const start = typeof first === 'string' ? first : '';
  const indent = start.match(/^\u00a0+/)?.[0] ?? '';
  const bullet = start.slice(indent.length).match(/^[•◦] /)?.[0] ?? '';
  const isHead = parts.length === 1 && typeof first === 'object' && 'bold' in first;
  if (indent === '' && bullet === '') return h('p', { class: isHead ? 'head' : '' }, parts.map(inline));
  const rest = [start.slice(indent.length + bullet.length), ...parts.slice(1)];
  const line = h('p', { class: 'branch' }, h('span', {}, bullet), h('span', {}, rest.map(inline)));
  line.style.setProperty('--steps', String(indent.length / 3));
  return line;
}

/**
 * The text of a message.
 * @param {ChatMessage} message
 */
export function content(message) {
  return h('div', { class: 'content' }, message.blocks.map(blockNode));
}

/**
 * The files of a message: pictures as pictures, others to download.
 * @param {ChatMessage} message
 */
export function files(message) {
  if (message.files.length === 0) return null;
  const items = message.files.map(({ name, image, url }) =>
    image
      ? h('a', { class: 'picture', href: url, target: '_blank' }, h('img', { src: url, alt: name }))
      : h('a', { class: 'file', href: url, download: name }, icon('file'), h('span', {}, name)),
  );
  return h('div', { class: 'files' }, items);
}

/**
 * The first words of a message, for a reference to it.
 * @param {ChatMessage} message
 */
export function excerpt(message) {
  const words = message.blocks.flatMap((block) => {
    if (block.kind === 'line') return block.parts.map(plain).join('');
    if (block.kind === 'fields') return block.rows.map(([, value]) => plain(value)).join(', ');
    if (block.kind === 'list') return block.items.map((item) => item.map(plain).join('')).join(', ');
    return 'text' in block ? block.text : [];
  });
  const text = [...words, ...message.files.map(({ name }) => name)].join(' · ').replace(/\s+/g, ' ');
  return text.length > 110 ? `${text.slice(0, 109)}…` : text;
}

/** @param {Inline} part */
function plain(part) {
  if (typeof part === 'string') return part;
  return Object.values(part)[0];
}
