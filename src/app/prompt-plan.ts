import type { PromptRow } from '../../db/queries/calendar.ts';
import type { PersonRow } from '../../db/queries/people.ts';
import { datesBetween, localDate } from '../core/local-time.ts';
import { decidePrompt } from '../core/prompt-decision.ts';
import { type PromptSlot, slotsOf } from '../core/prompt-slots.ts';
import { quietSpan } from '../core/quiet-hours.ts';
import type { PersonDays } from './calendar-facts.ts';

/** What is known about one person when their slots are decided. */
export interface PlanFacts {
  person: Pick<PersonRow, 'activeFrom' | 'reminderLevel' | 'reminderAt'>;
  days: PersonDays;
  /** Local dates whose slots may be due, and the day after today, for the next look. */
  from: string;
  to: string;
  /** First instant (ms UTC) from which on the person is looked after. */
  since: number;
  /** Dates with a report. */
  reported: ReadonlySet<string>;
  /** What was decided before. */
  decided: readonly DecidedSlot[];
  linked: boolean;
  /** When the person was last looked at (ms UTC): every slot that had passed by then was decided then. */
  lookedAt: number | null;
  now: number;
}

/** What is known of a decision that was made before. */
export type DecidedSlot = Pick<PromptRow, 'localDate' | 'slot' | 'slotAt' | 'outcome' | 'reason'>;

/** A decision about a slot. */
export type Decision = Pick<PromptRow, 'localDate' | 'slot' | 'slotAt' | 'outcome' | 'reason'>;

/** Everything that is to be done about a person now. */
export interface Plan {
  decisions: Decision[];
  /** Dates whose window has closed since the last look and for which the person was prompted. */
  closed: string[];
  /** When the next slot or the end of a window comes. */
  nextAt: number;
}

/** Decides every slot of a person that has passed and is open, and says when the next one comes. */
export function decideDays(facts: PlanFacts): Plan {
  const { days, decided, now } = facts;
  const asked = new Set(decided.filter((row) => row.outcome === 'prompted').map((row) => row.localDate));
  // A clock that went back makes the last look worthless.
  const seen = facts.lookedAt !== null && facts.lookedAt <= now ? facts.lookedAt : Number.NEGATIVE_INFINITY;
  const plan: Plan = { decisions: [], closed: [], nextAt: Number.POSITIVE_INFINITY };
  const joinedOn = localDate(facts.since, days.zone);
  for (const date of datesBetween(facts.from, facts.to)) {
    if (date < facts.person.activeFrom || date < joinedOn) continue;
    for (const slot of promptSlotsOn(facts.person, days, date)) {
      const name = openName(slot, date, decided);
      if (name === null) continue;
      if (slot.at > now) {
        plan.nextAt = Math.min(plan.nextAt, slot.at);
        continue;
      }
      const reason = reasonOf(facts, date, slot);
      // It came into being after its moment, by a new rule or a new wish; nothing was missed.
      if (reason === 'too_late' && slot.at <= seen) continue;
      const outcome = reason === null ? 'prompted' : 'skipped';
      if (reason === null) asked.add(date);
      plan.decisions.push({ localDate: date, slot: name, slotAt: slot.at, outcome, reason });
    }
    if (!asked.has(date)) continue;
    const end = days.window(date).graceUntil;
    if (end > now) plan.nextAt = Math.min(plan.nextAt, end);
    else if (end > seen) plan.closed.push(date);
  }
  return plan;
}

function reasonOf(facts: PlanFacts, date: string, slot: PromptSlot): string | null {
  const { days, decided, since, linked, now } = facts;
  return decidePrompt(
    {
      ...{ date, slot, since, linked, calendar: days.facts },
      reported: facts.reported.has(date),
      snoozedUntil: snoozedUntil(decided, date),
      lateness: days.rules(date).promptLateness,
      quiet: quietSpan(now, days.zone, days.rules(date)) !== null,
      closesAt: days.window(date).closesAt,
    },
    now,
  );
}

/**
 * The name under which a slot is decided; null where nothing is left to decide.
 *
 * A slot that was skipped and then moved to another time, by new rules or by the person, is decided again; one that
 * prompted is done for the day.
 */
export function openName(slot: PromptSlot, date: string, decided: readonly DecidedSlot[]): string | null {
  const before = decided.filter((row) => row.localDate === date && slotName(row.slot) === slot.name);
  if (before.length === 0) return slot.name;
  const done = before.some((row) => row.outcome === 'prompted' || row.slotAt === slot.at);
  return done ? null : `${slot.name}@${slot.at}`;
}

/** The name of a slot as it was decided, without the moment that tells a moved one apart. */
export const slotName = (decided: string): string => decided.split('@')[0]!;

/** The slots of a person on a date, whether or not it is worked. */
export function promptSlotsOn(
  { reminderLevel, reminderAt }: Pick<PersonRow, 'reminderLevel' | 'reminderAt'>,
  days: PersonDays,
  date: string,
): PromptSlot[] {
  return slotsOf({
    ...{ date, zone: days.zone, rules: days.rules(date), hours: days.hours(date), window: days.window(date) },
    ...{ level: reminderLevel ?? 'normal', chosenAt: reminderAt },
  });
}

/** Until when a person has put a date's prompts off; such a wish is stored as a slot of its own. */
export function snoozedUntil(
  decided: readonly Pick<PromptRow, 'localDate' | 'slotAt' | 'reason'>[],
  date: string,
): number {
  return Math.max(
    0,
    ...decided
      .filter((row) => row.localDate === date && row.reason === 'snoozed_by_person')
      .map((row) => row.slotAt ?? 0),
  );
}
