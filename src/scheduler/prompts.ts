import {
  absencesOn,
  claimSlot,
  decidedSlots,
  factOf,
  holidaysBetween,
  insertPrompts,
  type PromptRow,
  putFact,
} from '../../db/queries/calendar.ts';
import { reportedOn } from '../../db/queries/entries.ts';
import { allPeople, currentAccounts, type PersonRow } from '../../db/queries/people.ts';
import { Conflict, first, type Statement } from '../../db/store.ts';
import { loadRules } from '../app/calendar-facts.ts';
import { notify } from '../app/notices.ts';
import type { Services } from '../app/services.ts';
import { zoneOf } from '../app/session.ts';
import { addDays, datesBetween, instantOf, localDate } from '../core/local-time.ts';
import { isExpectedToReport } from '../core/permissions.ts';
import { decidePrompt, slotState } from '../core/prompt-decision.ts';
import { minuteOf } from '../core/rules.ts';

/** After a long downtime only this many days are looked back at; older slots are of no use to anybody. */
const LOOK_BACK_DAYS = 7;
const TICK = 'scheduler.tick';

/** A slot of a unit in a zone that has passed and is not decided. */
interface Slot {
  key: string;
  date: string;
  at: number;
  lateness: number;
  people: PersonRow[];
  unitId: string;
  name: string;
}

/**
 * Prompts those who have not reported, at every slot that has passed and was not decided before.
 *
 * A slot is due when its moment has passed, not when the minute is equal; it is claimed in the transaction that
 * holds the decisions about its people, so it fires once across restarts, processes and clocks that jump.
 */
export async function runPrompts(services: Services): Promise<{ prompted: number; skipped: number }> {
  const { store } = services;
  const now = services.now();
  const slots = await dueSlots(services, now);
  const result = { prompted: 0, skipped: 0 };
  for (const slot of slots) {
    const late = slotState(now, slot.at, slot.lateness) === 'too_late';
    const { prompts, writes } = late ? { prompts: [], writes: [] } : await decideSlot(services, slot, now);
    const claim = claimSlot({
      key: slot.key,
      outcome: late ? 'skipped' : 'prompted',
      reason: late ? 'too_late' : null,
      at: now,
    });
    try {
      await store.commit([claim, ...writes]);
    } catch (error) {
      if (error instanceof Conflict) continue;
      throw error;
    }
    const asked = prompts.filter((p) => p.outcome === 'prompted').length;
    result.prompted += asked;
    result.skipped += late ? slot.people.length : prompts.length - asked;
  }
  await store.commit([putFact(TICK, String(now))]);
  return result;
}

async function dueSlots(services: Services, now: number): Promise<Slot[]> {
  const { store } = services;
  const [people, rules, tick] = await Promise.all([
    store.all(allPeople()),
    loadRules(store),
    first(store, factOf({ key: TICK })),
  ]);
  const groups = new Map<string, { unitId: string; zone: string; people: PersonRow[] }>();
  for (const person of people.filter((p) => p.active)) {
    const zone = zoneOf(person, services);
    const key = `${person.unitId}|${zone}`;
    const group = groups.get(key) ?? { unitId: person.unitId, zone, people: [] };
    group.people.push(person);
    groups.set(key, group);
  }
  const slots: Slot[] = [];
  for (const [group, { unitId, zone, people: members }] of groups) {
    const today = localDate(now, zone);
    // The first tick ever decides only what is still useful: nothing was promised for the days before.
    const from = tick ? localDate(Number(tick.value), zone) : today;
    const earliest = addDays(today, -LOOK_BACK_DAYS);
    for (const date of datesBetween(from < earliest ? earliest : from, today)) {
      const { promptAt, promptLateness } = rules(date, unitId);
      const at = instantOf(date, minuteOf(promptAt), zone);
      if (slotState(now, at, promptLateness) === 'early') continue;
      slots.push({
        key: `${group}|${date}|${promptAt}`,
        date,
        at,
        lateness: promptLateness,
        people: members,
        unitId,
        name: promptAt,
      });
    }
  }
  const decided = new Set(
    slots.length > 0 ? (await store.all(decidedSlots(slots.map((s) => s.key)))).map((row) => row.key) : [],
  );
  return slots.filter((slot) => !decided.has(slot.key));
}

async function decideSlot(
  services: Services,
  slot: Slot,
  now: number,
): Promise<{ prompts: PromptRow[]; writes: Statement[] }> {
  const { store } = services;
  const { date, unitId, people } = slot;
  const ids = people.map((p) => p.id);
  const [reported, absences, holidays, accounts, rules] = await Promise.all([
    store.all(reportedOn(ids, date)),
    store.all(absencesOn(ids, date)),
    store.all(holidaysBetween({ from: date, to: date })),
    store.all(currentAccounts()),
    loadRules(store),
  ]);
  const hasReported = new Set(reported.map((row) => row.personId));
  const linked = new Set(accounts.filter((a) => a.reachable).map((a) => a.personId));
  const prompts = people.map((person): PromptRow => {
    const reason = decidePrompt({
      date,
      expected: isExpectedToReport(person) && person.activeFrom <= date,
      reported: hasReported.has(person.id),
      linked: linked.has(person.id),
      calendar: {
        workDays: () => rules(date, unitId).workDays,
        holidays: new Map(holidays.map((h) => [h.date, h.name])),
        absences: absences.filter((a) => a.personId === person.id),
      },
    });
    return {
      id: services.newId(),
      personId: person.id,
      localDate: date,
      slot: slot.name,
      outcome: reason === null ? 'prompted' : 'skipped',
      reason,
      at: now,
    };
  });
  const asked = prompts.filter((p) => p.outcome === 'prompted');
  return {
    prompts,
    writes: [
      insertPrompts(prompts),
      ...asked.map((p) =>
        notify(
          'prompt',
          `prompt:${p.personId}:${date}:${slot.name}`,
          p.personId,
          { date, slot: slot.name },
          now,
        ),
      ),
    ],
  };
}
