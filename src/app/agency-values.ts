import { isCalendarDate } from '../core/import/dates.ts';
import type { AcceptedReason, Hours, OwnRules, Rules } from '../core/rules.ts';
import { readClock, readDay, readDaySpan, readHours, weekHours } from '../core/work-hours.ts';

/** What can be wrong with the value of a rule in the agency file. */
export type RuleProblemCode =
  | 'work_days'
  | 'hours'
  | 'hours_day'
  | 'hours_monday'
  | 'clock'
  | 'close'
  | 'quiet_hours'
  | 'minutes'
  | 'days'
  | 'count'
  | 'period'
  | 'yes_no'
  | 'wait_days'
  | 'month_day'
  | 'late_reasons'
  | 'contact';

/** Names a fault; `key` leads to it inside the value. */
export type Refuse = (code: RuleProblemCode, key?: string) => void;

/** How a rule is written in the agency file, and which rules it sets. */
export interface RuleReader {
  sets: readonly (keyof Rules)[];
  /** Gives the rules, or null after it has refused the value. */
  read(value: unknown, refuse: Refuse): OwnRules | null;
}

/** A cut-off lies at most on the noon after its date. */
const LATEST_CLOSE = 36 * 60;
const DAY = 24 * 60;
const MAX_DAYS = 31;
const MAX_MESSAGES = 100;
const MAX_WAIT_DAYS = 92;

const reasons = new Map<string, AcceptedReason>([
  ['no_signal', 'no_signal'],
  ['tanpa_sinyal', 'no_signal'],
  ['emergency', 'emergency'],
  ['tugas_darurat', 'emergency'],
]);

const periods = new Map<string, Rules['evaluationPeriod']>([
  ['month', 'month'],
  ['bulan', 'month'],
  ['quarter', 'quarter'],
  ['triwulan', 'quarter'],
]);
const yesNo = new Map([
  ['true', true],
  ['ya', true],
  ['yes', true],
  ['on', true],
  ['false', false],
  ['tidak', false],
  ['no', false],
  ['off', false],
]);

/** One rule under one name; what `read` does not understand is refused with `code`. */
function one<R extends keyof Rules>(
  rule: R,
  code: RuleProblemCode,
  read: (value: unknown) => Rules[R] | null,
): RuleReader {
  return {
    sets: [rule],
    read(value, refuse) {
      const understood = read(value);
      if (understood !== null) return { [rule]: understood };
      refuse(code);
      return null;
    },
  };
}

const whole = (min: number, max: number) => (value: unknown) =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max ? (value as number) : null;
const clock = (latest?: number) => (value: unknown) => {
  const minute = typeof value === 'string' ? readClock(value, latest) : null;
  return minute === null ? null : clockText(minute);
};

/** Every rule by its name in the agency file (a contract). */
export const ruleReaders: Record<string, RuleReader> = {
  work_days: one(
    'workDays',
    'work_days',
    (value) => listOf(value, 1, (day) => readDay(String(day)))?.sort() ?? null,
  ),
  work_hours: week('workHours'),
  ramadan_hours: week('ramadanHours'),
  prompt_at: one('promptAt', 'clock', clock()),
  prompt_lateness_minutes: one('promptLateness', 'minutes', whole(0, DAY)),
  second_prompt_minutes_before_close: one('secondPromptBefore', 'minutes', whole(0, DAY)),
  quiet_hours: { sets: ['quietFrom', 'quietTo'], read: readQuiet },
  report_closes_at: one('closeAt', 'close', clock(LATEST_CLOSE)),
  report_grace_minutes: one('graceMinutes', 'minutes', whole(0, DAY)),
  report_late_days: one('lateDays', 'days', whole(0, MAX_DAYS)),
  report_ahead_days: one('aheadDays', 'days', whole(0, MAX_DAYS)),
  accepted_late_reasons: one('acceptedReasons', 'late_reasons', (value) =>
    listOf(value, 0, (reason) => reasons.get(String(reason).trim().toLowerCase()) ?? null),
  ),
  messages_per_day: one('messageBudget', 'count', whole(1, MAX_MESSAGES)),
  evaluation_period: one('evaluationPeriod', 'period', (value) => periods.get(wordOf(value)) ?? null),
  peer_feedback: one('peerFeedback', 'yes_no', readYesNo),
  public_praise: one('publicPraise', 'yes_no', readYesNo),
  feedback_gap_days: one('feedbackGapDays', 'wait_days', whole(1, MAX_WAIT_DAYS)),
  feedback_request_days: one('requestReminderDays', 'wait_days', whole(1, MAX_WAIT_DAYS)),
  objection_days: one('objectionDays', 'wait_days', whole(1, MAX_WAIT_DAYS)),
  radar_days: one('radarDays', 'wait_days', whole(1, MAX_WAIT_DAYS)),
  administrative_reminder_days: one('ladderDays', 'wait_days', whole(1, MAX_WAIT_DAYS)),
  plan_due: one('planDue', 'month_day', readMonthDay),
  annual_evaluation_due: one('annualDue', 'month_day', readMonthDay),
  periodic_evaluation_due_days: one('periodicDueDays', 'wait_days', whole(1, MAX_WAIT_DAYS)),
  contact: one('contact', 'contact', readContact),
};

const wordOf = (value: unknown) => String(value).trim().toLowerCase();

function readYesNo(value: unknown): boolean | null {
  return yesNo.get(wordOf(value)) ?? null;
}

/** `MM-dd`, a date that every year has. */
function readMonthDay(value: unknown): string | null {
  const [, month, day] = /^(\d{2})-(\d{2})$/.exec(wordOf(value)) ?? [];
  return month && day && isCalendarDate(2001, Number(month), Number(day)) ? `${month}-${day}` : null;
}

/** Whether a value says that what is above holds again. */
export function inherits(value: unknown): boolean {
  return typeof value === 'string' && ['inherit', 'warisi'].includes(value.trim().toLowerCase());
}

function week(rule: 'workHours' | 'ramadanHours'): RuleReader {
  return {
    sets: [rule],
    read(value, refuse) {
      if (!isMap(value)) {
        refuse('hours');
        return null;
      }
      const byDay = new Map<number, Hours>();
      let sound = true;
      const fault = (code: RuleProblemCode, key?: string) => {
        sound = false;
        refuse(code, key);
      };
      for (const [key, text] of Object.entries(value)) {
        const days = readDaySpan(key);
        const hours = typeof text === 'string' ? readHours(text) : null;
        if (!days || days.some((day) => byDay.has(day))) fault('hours_day', key);
        else if (!hours) fault('hours', key);
        else for (const day of days) byDay.set(day, hours);
      }
      const hours = sound ? weekHours(byDay) : null;
      if (sound && !hours) fault('hours_monday');
      return hours && { [rule]: hours };
    },
  };
}

/** `21:00-06:00`, or `off`, `tidak` or `false`, which is stored as the same time twice. */
function readQuiet(value: unknown, refuse: Refuse): OwnRules | null {
  const text = value === false ? 'off' : typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (['off', 'tidak', 'false'].includes(text)) return { quietFrom: '00:00', quietTo: '00:00' };
  const [from, to, more] = text.split(/\s*[-–—]\s*/).map((part) => readClock(part));
  if (from == null || to == null || more !== undefined || from === to) {
    refuse('quiet_hours');
    return null;
  }
  return { quietFrom: clockText(from), quietTo: clockText(to) };
}

function readContact(value: unknown): Rules['contact'] {
  const sentence = (text: unknown) => (typeof text === 'string' && text.trim() !== '' ? text.trim() : null);
  const both = sentence(value);
  if (both !== null) return { id: both, en: both };
  if (!isMap(value) || Object.keys(value).length !== 2) return null;
  const [id, en] = [sentence(value.id), sentence(value.en)];
  return id === null || en === null ? null : { id, en };
}

function listOf<T>(value: unknown, least: number, read: (item: unknown) => T | null): T[] | null {
  if (!Array.isArray(value) || value.length < least) return null;
  const items = value.map(read);
  return items.includes(null) ? null : [...new Set(items as T[])];
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function clockText(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
