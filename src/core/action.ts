import { isCalendarDate } from './import/dates.ts';
import { ABSENCE_KINDS, type AbsenceKind, type ReminderLevel } from './model.ts';
import { SNOOZES } from './snooze.ts';

/** What a button means; encoded into at most 64 bytes and never trusted when it comes back. */
export type Action =
  | { do: 'answer'; draft: string; revision: number; question: string; value: string }
  | { do: 'draft'; draft: string; revision: number; op: DraftOp; question: string }
  | { do: 'entry'; entry: string; op: EntryOp }
  | { do: 'day'; person: string; date: string; op: DayOp }
  | { do: 'talk'; talk: string; op: 'reply' }
  | { do: 'prompt'; date: string; op: PromptOp }
  | { do: 'reminder'; level: ReminderLevel }
  | { do: 'absence'; absence: string; op: 'cancel' }
  | { do: 'lateness'; lateness: string; op: 'accept' | 'decline' }
  | { do: 'absent'; person: string; kind: AbsenceKind; from: string; until: AbsentUntil; op: AbsentOp }
  | { do: 'absences'; person: string | null }
  | { do: 'dismiss' }
  /** `state` names the drafts that the pressed list showed as complete. */
  | { do: 'drafts'; op: 'save'; state: string }
  | { do: 'drafts'; op: 'new' }
  | { do: 'obstacle'; obstacle: string; op: 'close' | 'keep' }
  | { do: 'template'; op: 'save'; date: string }
  | { do: 'template'; op: 'use' | 'delete'; weekday: number }
  | { do: 'announcement'; announcement: string; op: AnnouncementOp; number: number }
  | { do: 'claim'; op: 'yes' | 'no' }
  | { do: 'language'; locale: 'id' | 'en' }
  | { do: 'room'; room: Room; op: string; id: string | null; arg: string }
  | { do: 'command'; name: string };

/** A part of performance management whose buttons are understood in one place; `src/app/rooms.ts` names it. */
export type Room = (typeof ROOMS)[number];

/** What can be done to a draft besides answering its question. */
export type DraftOp = (typeof DRAFT_OPS)[number];

/** What can be done to a stored entry by its owner. */
export type EntryOp = (typeof ENTRY_OPS)[number];

/** What a supervisor can do with an employee's day. */
export type DayOp = (typeof DAY_OPS)[number];

/** Where an absence ends: a date, or a number of working days that is to be counted for the person. */
export type AbsentUntil = string | number;

/** What can be done with days of absence: show them for confirmation, record them, or take them away. */
export type AbsentOp = (typeof ABSENT_OPS)[number];
/** What can be done with an announcement; `number` is the reminder, or the page of a list. */
export type AnnouncementOp = (typeof ANNOUNCEMENT_OPS)[number];
/** What can be done about a prompt: report, put it off, or be absent. */
export type PromptOp = (typeof PROMPT_OPS)[number];

const DRAFT_OPS = [
  'back',
  'skip',
  'done',
  'clear',
  'edit',
  'menu',
  'review',
  'confirm',
  'add',
  'replace',
  'cancel',
  'resume',
  'restart',
  'open',
] as const;
const ENTRY_OPS = ['edit', 'withdraw', 'withdraw!', 'keep', 'history', 'obstacle'] as const;
const DAY_OPS = ['show', 'approve', 'return', 'feedback', 'evidence', 'history'] as const;
const ABSENT_OPS = ['ask', 'save', 'undo'] as const;
const ANNOUNCEMENT_OPS = [
  'read',
  'board',
  'refresh',
  'remind',
  'missing',
  'page',
  'edit',
  'cancel',
  'cancel!',
  'keep',
] as const;
const PROMPT_OPS = ['report', 'same', ...SNOOZES, ...ABSENCE_KINDS] as const;
/** In the order of the numbers that buttons carry; new ones go to the end. */
const ROOMS = [
  'plan',
  'cascade',
  'actions',
  'feedback',
  'dialogue',
  'evaluation',
  'objection',
  'staffing',
  'follow_up',
] as const;
const LEVELS = ['once', 'normal', 'more'] as const satisfies readonly ReminderLevel[];

/** Writes an action as the short text that a button carries. */
export function encodeAction(action: Action): string {
  switch (action.do) {
    case 'answer':
      return `a:${pack(action.draft)}:${action.revision}:${action.question}:${action.value}`;
    case 'draft':
      return `d:${pack(action.draft)}:${action.revision}:${action.op}:${action.question}`;
    case 'entry':
      return `e:${pack(action.entry)}:${action.op}`;
    case 'day':
      return `y:${pack(action.person)}:${action.date}:${action.op}`;
    case 'talk':
      return `t:${pack(action.talk)}:${action.op}`;
    case 'prompt':
      return `p:${action.date}:${action.op}`;
    case 'reminder':
      return `rem:${action.level}`;
    case 'absence':
      return `b:${pack(action.absence)}:${action.op}`;
    case 'lateness':
      return `j:${pack(action.lateness)}:${action.op}`;
    case 'absent':
      return `n:${pack(action.person)}:${ABSENCE_KINDS.indexOf(action.kind)}:${action.from}:${action.until}:${action.op}`;
    case 'absences':
      return `w:${action.person === null ? '' : pack(action.person)}`;
    case 'dismiss':
      return 'x:no';
    case 'drafts':
      return action.op === 'save' ? `f:save:${action.state}` : 'f:new';
    case 'obstacle':
      return `o:${pack(action.obstacle)}:${action.op}`;
    case 'template':
      return `v:${action.op}:${action.op === 'save' ? action.date : action.weekday}`;
    case 'announcement':
      return `s:${pack(action.announcement)}:${action.op}:${action.number}`;
    case 'claim':
      return `l:${action.op}`;
    case 'language':
      return `g:${action.locale}`;
    case 'room':
      return `r:${ROOMS.indexOf(action.room)}:${action.op}:${action.id === null ? '' : pack(action.id)}:${action.arg}`;
    case 'command':
      return `c:${action.name}`;
  }
}

/** Reads a button's text; null for anything that is not one of ours. */
export function decodeAction(text: string): Action | null {
  const [tag = '', a = '', b = '', c = '', ...rest] = text.split(':');
  const d = rest.join(':');
  switch (tag) {
    case 'a': {
      const [draft, revision] = [unpack(a), Number(b)];
      return draft && Number.isInteger(revision)
        ? { do: 'answer', draft, revision, question: c, value: d }
        : null;
    }
    case 'd': {
      const [draft, revision, op] = [unpack(a), Number(b), DRAFT_OPS.find((x) => x === c)];
      return draft && Number.isInteger(revision) && op
        ? { do: 'draft', draft, revision, op, question: d }
        : null;
    }
    case 'e': {
      const [entry, op] = [unpack(a), ENTRY_OPS.find((x) => x === b)];
      return entry && op ? { do: 'entry', entry, op } : null;
    }
    case 'y': {
      const [person, op] = [unpack(a), DAY_OPS.find((x) => x === c)];
      return person && op && isDate(b) ? { do: 'day', person, date: b, op } : null;
    }
    case 't': {
      const talk = unpack(a);
      return talk && b === 'reply' ? { do: 'talk', talk, op: 'reply' } : null;
    }
    case 'p': {
      const op = PROMPT_OPS.find((x) => x === b);
      return op && isDate(a) ? { do: 'prompt', date: a, op } : null;
    }
    case 'rem': {
      const level = LEVELS.find((x) => x === a);
      return level ? { do: 'reminder', level } : null;
    }
    case 'b': {
      const absence = unpack(a);
      return absence && b === 'cancel' ? { do: 'absence', absence, op: 'cancel' } : null;
    }
    case 'j': {
      const lateness = unpack(a);
      return lateness && (b === 'accept' || b === 'decline') ? { do: 'lateness', lateness, op: b } : null;
    }
    case 'n': {
      const [person, kind, op] = [unpack(a), ABSENCE_KINDS[Number(b)], ABSENT_OPS.find((x) => x === rest[1])];
      const until = isDate(rest[0] ?? '') ? rest[0]! : Number(rest[0]);
      return person && kind && op && isDate(c) && (typeof until === 'string' || isCount(until))
        ? { do: 'absent', person, kind, from: c, until, op }
        : null;
    }
    case 'w': {
      const person = unpack(a);
      return person || a === '' ? { do: 'absences', person } : null;
    }
    case 'x':
      return a === 'no' ? { do: 'dismiss' } : null;
    case 'f':
      if (a === 'new') return { do: 'drafts', op: 'new' };
      return a === 'save' && /^[\w-]{8}$/.test(b) ? { do: 'drafts', op: 'save', state: b } : null;
    case 'o': {
      const obstacle = unpack(a);
      return obstacle && (b === 'close' || b === 'keep') ? { do: 'obstacle', obstacle, op: b } : null;
    }
    case 'v': {
      if (a === 'save') return isDate(b) ? { do: 'template', op: 'save', date: b } : null;
      const day = /^[1-7]$/.test(b) ? Number(b) : null;
      return (a === 'use' || a === 'delete') && day ? { do: 'template', op: a, weekday: day } : null;
    }
    case 's': {
      const [announcement, op, number] = [unpack(a), ANNOUNCEMENT_OPS.find((x) => x === b), Number(c)];
      return announcement && op && /^\d{1,4}$/.test(c)
        ? { do: 'announcement', announcement, op, number }
        : null;
    }
    case 'l':
      return a === 'yes' || a === 'no' ? { do: 'claim', op: a } : null;
    case 'g':
      return a === 'id' || a === 'en' ? { do: 'language', locale: a } : null;
    case 'r': {
      const [room, id] = [/^\d$/.test(a) ? ROOMS[Number(a)] : undefined, unpack(c)];
      return room && /^[a-z_!]{1,12}$/.test(b) && (id || c === '') && d.length <= 24
        ? { do: 'room', room, op: b, id, arg: d }
        : null;
    }
    case 'c':
      return /^[a-z]{1,20}$/.test(a) ? { do: 'command', name: a } : null;
    default:
      return null;
  }
}

const isCount = (n: number) => Number.isInteger(n) && n > 0 && n < 1_000;

function isDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isCalendarDate(year, month, day);
}

/** A UUID in 22 characters instead of 36. */
function pack(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

function unpack(text: string): string | null {
  if (!/^[\w-]{22}$/.test(text)) return null;
  const hex = Buffer.from(text, 'base64url').toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
