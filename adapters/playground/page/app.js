// @ts-check
import { follow, loadPeople } from './api.js';
import { fill, h, icon, mark } from './dom.js';
import { firstName } from './format.js';
import { recall, remember } from './memory.js';
import { avatar } from './message.js';
import { createPane } from './pane.js';
import { firstPanes, supervisorOf } from './people.js';
import { openPicker } from './picker.js';
import { speak, t } from './texts.js';
import { createTop } from './top.js';
import { createTour } from './tour.js';

/** @typedef {import('./api.js').Person} Person */
/** @typedef {import('./api.js').ChatMessage} ChatMessage */
/** @typedef {import('./pane.js').Pane} Pane */

const TICK_MS = 10_000;

/** @type {Person[]} */
let people = [];
/** @type {Pane[]} */
let panes = [];
/** @type {string | null} account of the pane that a phone shows */
let front = null;
/** @type {Map<string, Map<string, ChatMessage>>} */
const conversations = new Map();
/** @type {Map<string, string>} */
const drafts = new Map();
/** @type {Set<string>} */
const fresh = new Set();
let unfollow = () => {};
let touring = recall('tutur.tour') !== 'off';
/** @type {ReturnType<typeof createTour> | null} */
let tour = null;

const row = h('main', { class: 'panes' });
const tabs = h('nav', { class: 'tabs' });
const state = h('div', { class: 'offline', role: 'status', hidden: true });
const opener = h('button', { type: 'button', class: 'opener', onclick: () => choose(null) });

/** @param {string} account */
function messagesOf(account) {
  const known = conversations.get(account) ?? new Map();
  conversations.set(account, known);
  return known;
}

/** @param {Person} person */
function makePane(person) {
  const pane = createPane({
    person,
    messages: messagesOf(person.id),
    drafts,
    change: () => choose(person),
    close: () => setPanes(panes.map((p) => p.person).filter((p) => p !== person)),
    counted: drawTabs,
    did: (event) => tour?.did(pane.desk, event),
  });
  return pane;
}

/** @param {Person[]} chosen */
function setPanes(chosen) {
  panes = chosen.map((person) => panes.find((pane) => pane.person === person) ?? makePane(person));
  for (const { id } of chosen) fresh.delete(id);
  if (!chosen.some(({ id }) => id === front)) front = chosen[0]?.id ?? null;
  remember('tutur.panes', JSON.stringify(chosen.map(({ id }) => id)));
  fill(
    row,
    panes.map((pane) => pane.element),
  );
  for (const pane of panes) pane.draw({ quiet: true });
  drawTabs();
  unfollow();
  unfollow = follow(
    chosen.map(({ id }) => id),
    { history, message, elsewhere, state: connected },
  );
}

/**
 * @param {string} account
 * @param {ChatMessage[]} messages
 */
function history(account, messages) {
  const known = messagesOf(account);
  known.clear();
  for (const one of messages) known.set(one.id, one);
  paneOf(account)?.draw({ quiet: true });
}

/**
 * @param {string} account
 * @param {ChatMessage} one
 */
function message(account, one) {
  const known = messagesOf(account);
  const isNew = !known.has(one.id);
  known.set(one.id, one);
  const pane = paneOf(account);
  pane?.draw();
  if (isNew && one.from === 'bot') pane?.arrived();
}

/** @param {string} account */
function elsewhere(account) {
  fresh.add(account);
  drawTabs();
}

/** @param {boolean} on */
function connected(on) {
  state.hidden = on;
  fill(state, t.offline);
}

/** @param {string} account */
const paneOf = (account) => panes.find(({ person }) => person.id === account);

/** @param {Person} person */
function bringToFront(person) {
  front = person.id;
  if (!paneOf(person.id)) setPanes([...panes.map((pane) => pane.person), person]);
  drawTabs();
  const pane = paneOf(person.id);
  pane?.element.scrollIntoView({ behavior: 'smooth', inline: 'center', block: 'nearest' });
  pane?.draw({ quiet: true });
  pane?.seen();
  return pane ?? null;
}

/** @param {Person | null} instead whose pane is given to somebody else; null for one more */
function choose(instead) {
  const open = new Set(panes.map(({ person }) => person.id));
  openPicker({
    people,
    open,
    fresh,
    pick(person) {
      if (!open.has(person.id) && instead) {
        setPanes(panes.map((pane) => (pane.person === instead ? person : pane.person)));
      }
      bringToFront(person);
      paneOf(person.id)?.composer.focus();
    },
  });
}

function drawTabs() {
  fill(
    opener,
    icon('people'),
    h('span', {}, t.people),
    fresh.size > 0 && h('span', { class: 'badge' }, String(fresh.size)),
  );
  opener.setAttribute('aria-label', t.people);
  for (const { element, person } of panes) element.classList.toggle('front', person.id === front);
  fill(
    tabs,
    panes.map(({ person, unread }) =>
      h(
        'button',
        {
          type: 'button',
          class: 'tab',
          'aria-current': person.id === front ? 'page' : false,
          onclick: () => bringToFront(person),
        },
        avatar(person),
        h('span', {}, firstName(person.name)),
        unread() > 0 && h('span', { class: 'badge' }, String(unread())),
      ),
    ),
  );
}

/** @param {'employee' | 'supervisor'} who */
function guide(who) {
  const shown = panes.map(({ person }) => person);
  const employee =
    shown.find(({ id, supervisor }) => id.startsWith('chat:') && !supervisor) ?? firstPanes(people)[0];
  const person = who === 'employee' ? employee : employee && supervisorOf(employee, people);
  return person ? bringToFront(person) : null;
}

/** Builds everything in the language that is switched on. */
function build() {
  tour = touring
    ? createTour(guide, () => {
        touring = false;
        remember('tutur.tour', 'off');
      })
    : null;
  fill(document.body, createTop(opener, build), tour?.element, tabs, state, row);
  const chosen = panes.map(({ person }) => person);
  panes = [];
  setPanes(chosen);
}

/** @returns {Person[]} */
function remembered() {
  try {
    /** @type {string[]} */
    const ids = JSON.parse(recall('tutur.panes') ?? '[]');
    return ids.flatMap((id) => people.find((person) => person.id === id) ?? []);
  } catch {
    return [];
  }
}

async function begin() {
  try {
    const loaded = await loadPeople();
    people = loaded.people;
    const kept = recall('tutur.locale');
    speak(kept === 'id' || kept === 'en' ? kept : loaded.locale);
  } catch {
    const again = h(
      'button',
      { type: 'button', class: 'choice primary', onclick: () => location.reload() },
      t.again,
    );
    fill(document.body, h('div', { class: 'splash' }, mark(), h('p', {}, t.failedLoad), again));
    return;
  }
  const known = remembered();
  panes = (known.length > 0 ? known : firstPanes(people)).map(makePane);
  build();
  setInterval(() => {
    for (const pane of panes) pane.tick();
  }, TICK_MS);
}

void begin();
