// @ts-check

/** @typedef {import('../adapter.ts').PlaygroundPerson} Person */
/** @typedef {import('../../../src/core/message.ts').FormView} FormView */
/** @typedef {import('../../../src/core/message.ts').Button} Button */
/**
 * @typedef {Omit<import('../chats.ts').ChatMessage, 'files'> &
 *   { files: { name: string, image: boolean, url: string }[] }} ChatMessage
 */
/** @typedef {import('../posted.ts').Posted['event']} PostedEvent */
/** @typedef {{ toast: string | null, form: FormView | null, formErrors: Record<string, string> | null }} Result */
/**
 * @typedef {object} StreamEvents
 * @property {(account: string, messages: ChatMessage[]) => void} history
 * @property {(account: string, message: ChatMessage) => void} message
 * @property {(account: string) => void} elsewhere something came for somebody whose pane is not open
 * @property {(connected: boolean) => void} state
 */

/** Bytes of one file. */
export const MAX_FILE = 20_000_000;

/** @returns {Promise<{ locale: import('./texts.js').Locale, people: Person[] }>} */
export async function loadPeople() {
  const response = await fetch('/playground/people');
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

/** A name for one thing that a person does; the same name again is the same thing again. */
export const newKey = () => `playground:${uuid()}`;

/**
 * Tells Tutur what a person did. Throws when it did not arrive; the same call again is then harmless.
 * @param {string} account
 * @param {PostedEvent} event
 * @param {string} key
 * @returns {Promise<Result>}
 */
export async function post(account, event, key) {
  const response = await fetch('/playground/inbound', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key, account, event }),
  });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

/**
 * Follows the conversations of several people in one stream; browsers allow only a few streams at once.
 * @param {string[]} accounts
 * @param {StreamEvents} events
 * @returns {() => void} ends it
 */
export function follow(accounts, events) {
  const query = new URLSearchParams(accounts.map((account) => ['account', account]));
  const source = new EventSource(`/playground/events?${query}`);
  /** @param {Event} event */
  const data = (event) => JSON.parse(/** @type {MessageEvent<string>} */ (event).data);
  source.addEventListener('history', (event) => {
    const { account, messages } = data(event);
    events.history(account, messages);
  });
  source.addEventListener('message', (event) => {
    const { account, message } = data(event);
    events.message(account, message);
  });
  source.addEventListener('elsewhere', (event) => events.elsewhere(data(event).account));
  source.addEventListener('open', () => events.state(true));
  let timer = 0;
  source.addEventListener('error', () => {
    events.state(false);
    // A browser gives up after an error answer; this does not.
    clearTimeout(timer);
    if (source.readyState === EventSource.CLOSED) {
      timer = window.setTimeout(() => {
        end = follow(accounts, events);
      }, 2000);
    }
  });
  let end = () => {
    clearTimeout(timer);
    source.close();
  };
  return () => end();
}

/**
 * A file in the form in which it is posted.
 * @param {File} file
 * @returns {Promise<{ name: string, mime: string, data: string }>}
 */
export function readUpload(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = String(reader.result);
      const mime = file.type || 'application/octet-stream';
      resolve({ name: file.name, mime, data: url.slice(url.indexOf(',') + 1) });
    };
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** Not `crypto.randomUUID`, which pages have only on localhost and over HTTPS. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
