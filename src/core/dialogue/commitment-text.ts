import { isDayAlone, nearestDay, readDay } from '../day-words.ts';
import { addDays } from '../local-time.ts';
import type { Side } from './kinds.ts';

/** Characters of what is promised at most. */
export const MAX_COMMITMENT = 200;

/** A commitment (tindak lanjut) as it was written; `dueOn` is a local date. */
export interface CommitmentText {
  owner: Side;
  what: string;
  dueOn: string;
}

/** Why a line is no commitment; `said` is the part that was not understood. */
export type CommitmentProblem = {
  problem: 'no_what' | 'too_long' | 'no_due' | 'due_past' | 'owner_unknown';
  said: string;
};

/** What a line is read with: who the two are, who writes it, and what day it is for them. */
export interface CommitmentFacts {
  employee: string;
  leader: string;
  author: Side;
  today: string;
}

const BEFORE =
  '(?:(?:paling lambat|selambat-lambatnya|selambatnya|sebelum|sampai dengan|sampai|hingga|maksimal|maks\\.?|batas(?: waktu)?|tenggat|deadline|due|by|before|until|no later than|pada|on|tanggal|tgl\\.?)\\s*:?\\s+)+';
const JUST_BEFORE = new RegExp(`[\\s,;(–—-]*${BEFORE}$`, 'i');
const DAY_MARK = /(?:tanggal|tgl\.?|the)\s+$/i;
const IN_DAYS =
  /[\s,;(]*(?:dalam|in|within)\s+(\d{1,2})\s+(hari|minggu|pekan|days?|weeks?)(?:\s+(?:lagi|ke depan))?\)?[\s.;]*$/i;
const PART = /^([^:]{1,60}?)\s*(?::|\s[-–—])\s+(.+)$/;
const ME = /^(?:saya|aku|me|i|myself)$/i;
const LEADER = /^(?:atasan|pimpinan|pejabat penilai|supervisor|leader|boss)$/i;
const EMPLOYEE = /^(?:pegawai|staf|bawahan|employee|staff)$/i;
const BY = /[\s,]*(?:\((?:oleh |by |pj:? )?([^()]{2,60})\)|\b(?:oleh|by)\s+([\p{L}' .]{2,60}))[\s.]*$/iu;
const TITLE = /^(?:bpk|bapak|pak|ibu|bu|sdr|sdri|saudara|saudari|mr|mrs|ms)\.?\s+/i;
/** Words that name a day. */
const LENGTHS = [5, 4, 3, 2, 1];
const MAX_OWNER_WORDS = 4;

/**
 * Reads a line such as `Siti: kirim draf laporan sebelum 10 Des`: who, what, and until when.
 *
 * Without a name it is the employee's. The day may stand at the end, at the beginning, or behind a word like
 * `paling lambat`; without a year it is the nearest sensible one.
 */
export function readCommitment(line: string, facts: CommitmentFacts): CommitmentText | CommitmentProblem {
  const due = findDue(line.trim(), facts.today);
  const named = findOwner(due?.rest ?? line.trim(), facts);
  if ('problem' in named) return named;
  const what = tidy(named.rest);
  if (!/\p{L}{2}/u.test(what)) return { problem: 'no_what', said: line };
  if (what.length > MAX_COMMITMENT) return { problem: 'too_long', said: what };
  if (!due) return { problem: 'no_due', said: what };
  if (due.date < facts.today) return { problem: 'due_past', said: due.said };
  return { owner: named.owner, what, dueOn: due.date };
}

/** Which of the two a name means; null for anybody else, or where it fits both. */
export function sideNamed(name: string, { employee, leader, author }: CommitmentFacts): Side | null {
  const said = name.trim();
  if (ME.test(said)) return author;
  if (LEADER.test(said)) return 'leader';
  if (EMPLOYEE.test(said)) return 'employee';
  const words = wordsOf(said.replace(TITLE, ''));
  if (words.length === 0) return null;
  const fits = (full: string) => words.every((word) => wordsOf(full).includes(word));
  if (fits(employee) === fits(leader)) return null;
  return fits(employee) ? 'employee' : 'leader';
}

function findOwner(
  text: string,
  facts: CommitmentFacts,
): { owner: Side; rest: string } | { problem: 'owner_unknown'; said: string } {
  const alone = sideNamed(text, facts);
  if (alone) return { owner: alone, rest: '' };
  const part = PART.exec(text);
  if (part) {
    const [, name = '', rest = ''] = part;
    const owner = sideNamed(name, facts);
    if (owner) return { owner, rest };
    // Few words with capital letters before a colon are a name, but nobody's of the two.
    const words = name.trim().split(/\s+/);
    if (words.length <= MAX_OWNER_WORDS && words.every((word) => /^\p{Lu}/u.test(word)))
      return { problem: 'owner_unknown', said: name.trim() };
  }
  const by = BY.exec(text);
  const byName = by && sideNamed(by[1] ?? by[2] ?? '', facts);
  if (by && byName) return { owner: byName, rest: text.slice(0, by.index) };
  const words = text.split(/\s+/);
  for (let n = Math.min(MAX_OWNER_WORDS, words.length - 1); n >= 1; n -= 1) {
    const owner = sideNamed(words.slice(0, n).join(' ').replace(/,$/, ''), facts);
    if (owner) return { owner, rest: words.slice(n).join(' ') };
  }
  return { owner: 'employee', rest: text };
}

function findDue(text: string, today: string): { date: string; said: string; rest: string } | null {
  const soon = IN_DAYS.exec(text);
  if (soon) {
    const days = Number(soon[1]) * (/^(?:hari|day)/i.test(soon[2]!) ? 1 : 7);
    return { date: addDays(today, days), said: soon[0].trim(), rest: text.slice(0, soon.index) };
  }
  const words = [...text.matchAll(/\S+/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const at = (first: number, last: number) => {
    const [from, to] = [words[first]!.from, words[last]!.to];
    const [before, said] = [text.slice(0, from), text.slice(from, to)];
    const date = dayIn(said, DAY_MARK.test(before), today);
    return date === null ? null : { date, said, before, after: text.slice(to) };
  };
  // The longest words first, so that a year is not left over.
  const windows = LENGTHS.flatMap((length) => words.map((_, first) => [first, first + length - 1] as const));
  const found = windows
    .filter(([, last]) => last < words.length)
    .flatMap(([first, last]) => at(first, last) ?? []);
  const hit =
    found.find(({ after }) => !/[\p{L}\d]/u.test(after)) ??
    found.find(({ before }) => JUST_BEFORE.test(before)) ??
    found.find(({ before, said }) => before.trim() === '' && /[:,]$/.test(said));
  if (!hit) return null;
  const rest = `${hit.before.replace(JUST_BEFORE, '').replace(/[\s,;(–—-]+$/, '')} ${hit.after}`;
  return { date: hit.date, said: hit.said, rest: rest.trim() };
}

/** A number alone is a day only behind a word that says so. */
function dayIn(text: string, marked: boolean, today: string): string | null {
  const day = readDay(text.toLowerCase().replace(/^[(]+|[).,;:!]+$/g, ''), today);
  if (!day || (isDayAlone(day) && !marked)) return null;
  return nearestDay(day, today);
}

const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:–—-]+|[\s,;:(–—-]+$/g, '')
    .replace(/\.$/, '')
    .trim();

const wordsOf = (name: string) =>
  name
    .toLowerCase()
    .split(/[^\p{L}']+/u)
    .filter((word) => word.length >= 2);
