import { namedKinds } from './absence-kind-words.ts';
import { type DaySpan, spanBetween } from './day-span.ts';
import { dateOf, isDayAlone, nearestDay, readDay } from './day-words.ts';
import { addDays } from './local-time.ts';
import type { AbsenceKind } from './model.ts';

/** An absence that somebody asks for: up to a date, or for a number of their own working days. */
export type AbsenceRequest =
  | { kind: AbsenceKind; from: string; to: string }
  | { kind: AbsenceKind; from: string; workingDays: number };

/** Why words that speak of an absence cannot be taken. */
export type AbsenceTextProblem = 'no_kind' | 'no_end' | 'no_such_date' | 'end_before_start';

/** What was read out of a text; null: it is not about an absence, or not only. */
export type AbsenceReading = AbsenceRequest | { problem: AbsenceTextProblem } | null;

type When = DaySpan | { from: string; workingDays: number };

/** Nobody needs more characters to say when they are away. */
const MAX_TEXT = 100;

const FILLER =
  /(?<![\p{L}\d])(?:saya|aku|mohon|minta|mau|akan|sedang|lagi|ingin|masih|ambil|mengambil|i[zj]in|tidak masuk(?: kerja| kantor)?|karena|i am|i'm|i will be|i'll be|i|am|will be|on|taking|take|still|an?|my|untuk)(?![\p{L}\d])/gu;
const COURTESY = /[\s,]*(?:\b(?:ya|pak|bu|bapak|ibu|please|thanks|thank you|terima kasih)[\s,]*)+$/u;
const NUMBERS = ['se', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh'];
const ENGLISH = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const COUNT = `(\\d{1,3}|an?|satu|${[...NUMBERS, ...ENGLISH].join('|')})`;
const UNIT =
  '(hari kalender|hari kerja|hari|hr|minggu|pekan|bulan|calendar days?|working days?|days?|weeks?|months?)';
const FOR = `(?:(?:selama|for) )?${COUNT} ?${UNIT}`;
const START = '(?:(?:terhitung )?mulai(?: dari)?|dari|sejak|per|from|starting|beginning|since)';
const DURATION = new RegExp(`^${FOR}$`);
const DAY_DURATION = new RegExp(`^(?:${START} )?(.+?),? ${FOR}$`);
const DURATION_DAY = new RegExp(`^${FOR},? ${START} (.+)$`);
const STARTED = new RegExp(`^${START} (?=.)`);
const UNTIL = /^(?:sampai dengan|sampai|hingga|s\/d|s\.d\.?|sd|until|till|through|to) (.+)$/;
const JOIN =
  /\s*(?:[-–—]|\.\.+|…|(?<=[\d\s])s\/d|(?<=[\d\s])s\.d\.?|\bsd\b|\bsampai dengan\b|\bsampai\b|\bhingga\b|\buntil\b|\btill\b|\bthrough\b|\bto\b)\s*/g;
const AND = /^(.+?) (?:dan|and|&) (.+)$/;
const WEEK = /^(?:(this|next) week|minggu (ini|depan))$/;

/**
 * Reads an absence out of words, in Indonesian or English, such as `cuti 3 hari`, `DL 24-26/11` or `sick today`.
 *
 * Only where the whole text says it: `Rapat persiapan cuti bersama` is none. Without a day, today is meant. `assumed` is
 * the kind where none is named.
 */
export function readAbsence(text: string, today: string, assumed: AbsenceKind | null = null): AbsenceReading {
  if (text.length > MAX_TEXT) return null;
  const words = tidy(text);
  let problem: AbsenceReading = null;
  for (const { kind, before, after, vague } of namedKinds(words)) {
    const said = squeeze(`${before.replace(FILLER, ' ')} ${after}`);
    if (vague && said === '') continue;
    const when = said === '' ? { from: today, to: today } : readWhen(said, today);
    if (when && !('problem' in when)) return { kind, ...when };
    problem ??= when;
  }
  if (problem) return problem;
  const when = readWhen(words, today);
  if (!when || 'problem' in when) return assumed ? when : null;
  return assumed ? { kind: assumed, ...when } : { problem: 'no_kind' };
}

function tidy(text: string): string {
  const lower = text
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[\s.!]+$/, '');
  return squeeze(lower).replace(COURTESY, '');
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').replace(/^[\s,:]+|[\s,:]+$/g, '');

/** Reads when somebody is away, as a whole. */
function readWhen(text: string, today: string): When | { problem: AbsenceTextProblem } | null {
  const duration = DURATION.exec(text);
  if (duration) return lasting(today, duration[1], duration[2]);
  const week = WEEK.exec(text);
  if (week) {
    const monday = nearestDay({ kind: 'weekday', weekday: 1, next: true }, today)!;
    if (week[1] === 'next' || week[2] === 'depan') return { from: monday, to: addDays(monday, 6) };
    return { from: today, to: addDays(monday, -1) };
  }
  const started = DURATION_DAY.exec(text);
  if (started) return lastingFrom(started[3], started[1], started[2], today);
  const dayFirst = DAY_DURATION.exec(text);
  if (dayFirst) return lastingFrom(dayFirst[1], dayFirst[2], dayFirst[3], today);
  const until = UNTIL.exec(text);
  const end = until && readDay(until[1]!, today);
  if (end) return spanBetween({ kind: 'date', date: today }, end, today);
  const rest = text.replace(STARTED, '');
  const single = readDay(rest, today);
  if (single && !isDayAlone(single)) {
    if (rest !== text) return { problem: 'no_end' };
    return spanBetween(single, single, today);
  }
  if (single && /^(tanggal|tgl|the)/.test(text)) return spanBetween(single, single, today);
  return readRange(rest, today);
}

function readRange(text: string, today: string): When | { problem: AbsenceTextProblem } | null {
  const pair = AND.exec(text);
  if (pair) {
    const span = rangeOf(pair[1]!, pair[2]!, today);
    return span && 'to' in span && addDays(span.from, 1) === span.to ? span : null;
  }
  for (const match of text.matchAll(JOIN)) {
    const span = rangeOf(text.slice(0, match.index), text.slice(match.index + match[0].length), today);
    if (span) return span;
  }
  return null;
}

function rangeOf(first: string, last: string, today: string) {
  const [from, to] = [readDay(first, today), readDay(last, today)];
  return from && to ? spanBetween(from, to, today) : null;
}

function lastingFrom(
  day: string | undefined,
  count: string | undefined,
  unit: string | undefined,
  today: string,
): When | { problem: AbsenceTextProblem } | null {
  const words = readDay(day ?? '', today);
  if (!words || isDayAlone(words)) return null;
  const from = nearestDay(words, today);
  return from === null ? { problem: 'no_such_date' } : lasting(from, count, unit);
}

/** So long from a day on; plain days are working days. */
function lasting(from: string, count = '', unit = ''): When | { problem: AbsenceTextProblem } | null {
  const n = numberOf(count);
  if (n < 1) return { problem: 'end_before_start' };
  if (/minggu|pekan|week/.test(unit)) return { from, to: addDays(from, 7 * n - 1) };
  if (/bulan|month/.test(unit)) return { from, to: addDays(monthsLater(from, n), -1) };
  if (/kalender|calendar/.test(unit)) return { from, to: addDays(from, n - 1) };
  return { from, workingDays: n };
}

function numberOf(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  if (/^(an?|satu)$/.test(word)) return 1;
  return Math.max(NUMBERS.indexOf(word), ENGLISH.indexOf(word)) + 1;
}

/** The same day so many months later, or the last one of that month. */
function monthsLater(date: string, months: number): string {
  const month = Number(date.slice(5, 7)) - 1 + months;
  const [year, place] = [Number(date.slice(0, 4)) + Math.floor(month / 12), (month % 12) + 1];
  for (let day = Number(date.slice(8)); ; day -= 1) {
    const found = dateOf(year, place, day);
    if (found) return found;
  }
}
