// @ts-check
import { fill, h, icon, iconButton } from './dom.js';
import { clock, zoneName } from './format.js';
import { avatar } from './message.js';
import { t } from './texts.js';

/** @typedef {import('./api.js').Person} Person */

/**
 * Lets a visitor choose whose pane to open.
 * @param {object} options
 * @param {Person[]} options.people
 * @param {Set<string>} options.open accounts that have a pane
 * @param {Set<string>} options.fresh accounts without a pane to which something came
 * @param {(person: Person) => void} options.pick
 */
export function openPicker({ people, open, fresh, pick }) {
  const results = h('div', { class: 'picker-list' });
  const search = h('input', { type: 'search', placeholder: t.search, 'aria-label': t.search });
  const close = iconButton('close', t.closeWindow, () => dialog.close());
  const dialog = h(
    'dialog',
    { class: 'picker', 'aria-labelledby': 'picker-title' },
    h(
      'header',
      {},
      h('div', {}, h('h2', { id: 'picker-title' }, t.peopleTitle), h('p', {}, t.peopleHint)),
      close,
    ),
    search,
    results,
  );

  function draw() {
    const words = search.value.toLowerCase().split(/\s+/);
    const hits = people.filter(({ name, position, unit }) => {
      const text = `${name} ${position} ${unit}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    const units = [...new Set(hits.map(({ unit }) => unit))];
    fill(
      results,
      hits.length === 0 && h('p', { class: 'nobody' }, t.nobody),
      units.map((unit) =>
        h('section', {}, h('h3', {}, unit), hits.filter((person) => person.unit === unit).map(item)),
      ),
    );
  }

  /** @param {Person} person */
  function item(person) {
    const choose = () => {
      dialog.close();
      pick(person);
    };
    return h(
      'button',
      { type: 'button', class: 'person', onclick: choose },
      avatar(person),
      h('span', { class: 'who' }, h('b', {}, person.name), h('span', {}, person.position)),
      h(
        'span',
        { class: 'tags' },
        fresh.has(person.id) && h('span', { class: 'tag fresh' }, t.fresh),
        open.has(person.id) && h('span', { class: 'tag open' }, icon('check'), t.opened),
        roles(person).map((name) => h('span', { class: 'tag' }, name)),
      ),
      h('span', { class: 'clock' }, clock(Date.now(), person.zone), h('small', {}, zoneName(person.zone))),
    );
  }

  search.addEventListener('input', draw);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('pointerdown', (event) => {
    if (event.target === dialog) dialog.close();
  });
  draw();
  document.body.append(dialog);
  dialog.showModal();
  search.focus();
}

/** @param {Person} person */
function roles({ roles, supervisor }) {
  /** @type {Record<string, string>} */
  const names = t.role;
  const shown = roles.filter((role) => role !== 'pegawai' || (roles.length === 1 && !supervisor));
  return [...(supervisor ? [t.supervisor] : []), ...shown.map((role) => names[role] ?? role)];
}
