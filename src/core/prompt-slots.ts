import type { DayHours } from './calendar.ts';
import { instantOf, weekday } from './local-time.ts';
import type { ReminderLevel } from './model.ts';
import { quietSpan } from './quiet-hours.ts';
import type { ReportWindow } from './report-window.ts';
import { minuteOf, type Rules } from './rules.ts';

/** A moment at which somebody who has not reported is prompted; a name is used once a day, whenever it lies. */
export interface PromptSlot {
  name: 'first' | 'extra' | 'last';
  /** ms UTC */
  at: number;
}

/** What a person's slots of a date depend on. */
export interface SlotFacts {
  date: string;
  zone: string;
  rules: Rules;
  hours: DayHours;
  window: ReportWindow;
  level: ReminderLevel;
  /** Local time (`HH:mm`) that the person chose for the first one. */
  chosenAt: string | null;
}

const MINUTE = 60_000;
/** Slots keep this distance (ms) from each other and from quiet hours. */
export const APART = 15 * MINUTE;
const EXTRA_AFTER = 60 * MINUTE;
/** A slot that is moved behind quiet hours has to leave this much time to report. */
const USEFUL = 30 * MINUTE;

/**
 * The moments of a date at which somebody is prompted, in order, none in quiet hours and none after the cut-off.
 *
 * In Ramadan and on a shift the first one keeps its distance to the end of work.
 */
export function slotsOf(facts: SlotFacts): PromptSlot[] {
  const { date, zone, rules, window, level } = facts;
  const first = instantOf(date, firstMinute(facts), zone);
  const wanted: PromptSlot[] = [{ name: 'first', at: first }];
  if (level === 'more') wanted.push({ name: 'extra', at: first + EXTRA_AFTER });
  if (level !== 'once' && rules.secondPromptBefore > 0)
    wanted.push({ name: 'last', at: window.closesAt - rules.secondPromptBefore * MINUTE });
  const slots: PromptSlot[] = [];
  for (const slot of wanted) {
    const at = awake(slot.at, facts);
    const before = slots.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
    const fits = at >= instantOf(date, 0, zone) && at < window.closesAt && !quietSpan(at, zone, rules);
    if (fits && at >= before + APART) slots.push({ ...slot, at });
  }
  return slots;
}

function firstMinute({ date, rules, hours, chosenAt }: SlotFacts): number {
  const usual = minuteOf(rules.promptAt);
  if (hours.by === 'week') return chosenAt === null ? usual : minuteOf(chosenAt);
  if (hours.by === 'ramadan' && chosenAt !== null) return minuteOf(chosenAt);
  const day = hours.by === 'shift' ? '1' : String(weekday(date));
  const usualEnd = (rules.workHours[day] ?? rules.workHours['1'])!.end;
  return hours.end + (usual - usualEnd);
}

/** Moves an instant out of quiet hours: behind them if there is time left then, else before them. */
function awake(at: number, { zone, rules, window }: SlotFacts): number {
  const quiet = quietSpan(at, zone, rules);
  if (!quiet) return at;
  return quiet.to <= window.closesAt - USEFUL ? quiet.to : quiet.from - APART;
}
