import { cleanText } from '../import/table.ts';
import type { Aspect, PlanIndicator } from './content.ts';
import { readDue } from './due-date.ts';

/** Why a line is no indicator: nothing is named, it is too long, or its date does not exist. */
export type IndicatorProblem = 'no_title' | 'too_long' | 'bad_date';

/** What a line says, understood or not. */
export type IndicatorReading = { indicator: PlanIndicator } | { problem: IndicatorProblem };

/** Characters of a line at most. */
const MAX_INDICATOR = 400;

const NAMES: Record<string, Aspect> = {
  ...{ kuantitas: 'kuantitas', kuant: 'kuantitas', jumlah: 'kuantitas', quantity: 'kuantitas' },
  ...{ kualitas: 'kualitas', kual: 'kualitas', mutu: 'kualitas', quality: 'kualitas' },
  ...{ waktu: 'waktu', time: 'waktu', biaya: 'biaya', anggaran: 'biaya', cost: 'biaya' },
};
const ASPECT = /^([a-z]{4,9})\s*[:|]\s*/i;
const BULLET = /^(?:[-–—*•·,;\s]+|\d{1,2}[.)]\s+)+/;
const NUMBER = String.raw`\d[\d.,]*`;
const AMOUNT = new RegExp(
  String.raw`^((?:(?:≥|≤|>=|<=|>|<|±|minimal|maksimal|min\.?|maks\.?|rp\.?)\s*)*${NUMBER}(?:\s*(?:-|–|s\.?d\.?|sampai|to)\s*${NUMBER})?)\s*(.*)$`,
  'i',
);
const TRAILING = new RegExp(String.raw`^(.*\p{L}\S*)\s+(${NUMBER}\s*(?:%|\p{L}{2,}(?:\s+\p{L}{2,})?))$`, 'u');
const UNTIL = /^(.*\S)[\s,;]+((?:paling lambat|selambatnya|due|by)\s+\S.*)$/i;

/**
 * Reads an indicator as people write it in one line: `kuantitas: jumlah laporan evaluasi = 12 laporan, 31 Des`.
 *
 * Only what is measured is needed; the check of the plan says what is missing. Dates without a year lie in `year`.
 */
export function parseIndicator(line: string, year: number): IndicatorReading {
  const text = trimEnds(cleanText(line).replace(BULLET, ''));
  if (text.length > MAX_INDICATOR) return { problem: 'too_long' };
  const named = ASPECT.exec(text);
  const aspect = (named && NAMES[named[1]!.toLowerCase()]) ?? null;
  const tail = splitDue(aspect === null ? text : text.slice(named![0].length), year);
  if (tail === 'invalid') return { problem: 'bad_date' };
  const at = tail.rest.indexOf('=');
  const bare = at < 0 ? TRAILING.exec(tail.rest) : null;
  const title = trimEnds(at >= 0 ? tail.rest.slice(0, at) : (bare?.[1] ?? tail.rest));
  const said = trimEnds(at >= 0 ? tail.rest.slice(at + 1).replace(/^[\s=,;]+/, '') : (bare?.[2] ?? ''));
  if (!/\p{L}{2}/u.test(title)) return { problem: 'no_title' };
  const date = readDue(said, year);
  if (date === 'invalid') return { problem: 'bad_date' };
  if (date) return { indicator: { aspect, title, target: said, unit: null, dueOn: tail.dueOn ?? date.date } };
  return { indicator: { aspect, title, ...readTarget(said), dueOn: tail.dueOn } };
}

/** The indicator as a line that is read back as the same one. */
export function formatIndicator({ aspect, title, target, unit, dueOn }: PlanIndicator): string {
  const amount = [target, unit].filter((part) => part !== null).join(' ');
  const due = dueOn === null ? '' : `, ${dueOn.split('-').reverse().join('/')}`;
  return `${aspect === null ? '' : `${aspect}: `}${title}${amount === '' ? '' : ` = ${amount}`}${due}`;
}

/** Takes the date from the end of a line, behind a comma or `paling lambat`. */
function splitDue(text: string, year: number): { rest: string; dueOn: string | null } | 'invalid' {
  const comma = Math.max(text.lastIndexOf(','), text.lastIndexOf(';'));
  const until = UNTIL.exec(text);
  const ends = [
    ...(comma > 0 ? [[text.slice(0, comma), text.slice(comma + 1)] as const] : []),
    ...(until ? [[until[1]!, until[2]!] as const] : []),
  ];
  for (const [rest, end] of ends) {
    const due = readDue(end, year);
    if (due === 'invalid') return 'invalid';
    if (due) return { rest: trimEnds(rest), dueOn: due.date };
  }
  return { rest: text, dueOn: null };
}

function readTarget(said: string): { target: string | null; unit: string | null } {
  if (said === '') return { target: null, unit: null };
  const match = AMOUNT.exec(said);
  const [target, unit] = [match?.[1]?.trim() ?? '', match?.[2]?.trim() ?? ''];
  // A second number belongs to the target: `12 laporan dan 3 surat`.
  if (!match || /\d/.test(unit) || /[.,]$/.test(target)) return { target: said, unit: null };
  return { target, unit: unit === '' ? null : unit };
}

const trimEnds = (text: string) => text.replace(/^[\s,;]+|[\s,;=]+$/g, '');
