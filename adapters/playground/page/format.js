// @ts-check
import { locale, t } from './texts.js';

/** @type {Record<string, string>} */
const ZONES = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};
const HUES = 8;
const TITLES = /^(dr|drs|dra|ir|h|hj|prof|apt|ns)\.?$/i;

/**
 * `WIB`, `WITA`, `WIT`, or the zone's offset.
 * @param {string} zone
 */
export function zoneName(zone) {
  if (ZONES[zone]) return ZONES[zone];
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    timeZoneName: 'shortOffset',
  }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/**
 * `16.05`, as clocks show it in a zone.
 * @param {number} at
 * @param {string} zone
 */
export function clock(at, zone) {
  const text = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
  return locale === 'id' ? text.replace(':', '.') : text;
}

/**
 * A day as the list names it: today, yesterday, or its date.
 * @param {number} at
 * @param {string} zone
 */
export function dayName(at, zone) {
  const day = dayOf(at, zone);
  if (day === dayOf(Date.now(), zone)) return t.today;
  if (day === dayOf(Date.now() - 86_400_000, zone)) return t.yesterday;
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);
}

/**
 * `2026-11-23`
 * @param {number} at
 * @param {string} zone
 */
export function dayOf(at, zone) {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);
}

/**
 * A name without what stands after the comma (degrees) and without titles before it.
 * @param {string} name
 */
export function bareName(name) {
  const words = (name.split(',')[0] ?? '').trim().split(/\s+/);
  const bare = words.filter((word) => !TITLES.test(word));
  return bare.length > 0 ? bare : words;
}

/** @param {string} name */
export function initials(name) {
  const words = bareName(name);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => word?.[0] ?? '')
    .join('')
    .toUpperCase();
}

/**
 * What somebody is called; after `I` or `Ni` comes the name itself.
 * @param {string} name
 */
export function firstName(name) {
  const [first = name, second] = bareName(name);
  return first.length <= 2 && second ? `${first} ${second}` : first;
}

/**
 * A colour that a person always has.
 * @param {string} id
 */
export function hue(id) {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % HUES;
}
