import { lookAgain } from '../../db/queries/agenda.ts';
import { insertPrompts, promptsOn } from '../../db/queries/calendar.ts';
import { type PersonRow, updatePerson } from '../../db/queries/people.ts';
import type { Statement } from '../../db/store.ts';
import { chosenTimeProblem, type NoChosenTime, readChosenTime } from '../core/chosen-time.ts';
import { addDays, clockTime, localMinute } from '../core/local-time.ts';
import { say } from '../core/message.ts';
import type { ReminderLevel } from '../core/model.ts';
import { isExpectedToReport } from '../core/permissions.ts';
import type { PromptSlot } from '../core/prompt-slots.ts';
import { minuteOf } from '../core/rules.ts';
import { daysOf, type PersonDays } from './calendar-facts.ts';
import { answered, type Outcome } from './outcome.ts';
import { openName, promptSlotsOn } from './prompt-plan.ts';
import { commandOf, reminderMessage } from './reminder-view.ts';
import type { Session } from './session.ts';

/** What a person may choose about their prompts; null: as their unit has it. */
type Choice = Pick<PersonRow, 'reminderLevel' | 'reminderAt'>;

const WORDS: Record<string, ReminderLevel> = {
  sekali: 'once',
  once: 'once',
  biasa: 'normal',
  normal: 'normal',
  sering: 'more',
  'lebih sering': 'more',
  more: 'more',
  'more often': 'more',
};

/** Shows when and why a person is reminded, and takes their choice: how often, or a first time of their own. */
export async function reminders(session: Session, args: string): Promise<Outcome> {
  const { person, t, today } = session;
  if (!isExpectedToReport(person)) return answered(say(t.prompts.settings.notAsked()));
  const days = await daysOf(session.services, person, { from: today, to: addDays(today, 1) });
  const given = args.trim().toLowerCase();
  if (given === '') return answered(await reminderMessage(session, days, person, []));
  const level = WORDS[given];
  if (level === 'normal') return choose(session, days, { reminderLevel: null, reminderAt: null });
  if (level) return choose(session, days, { ...person, reminderLevel: level });
  const time = readChosenTime(given);
  const problem = time === null ? 'unclear' : problemOf(session, days, time);
  if (problem) return answered(say(refusal(session, days, problem, time ?? args.trim())));
  return choose(session, days, { ...person, reminderAt: time });
}

/** Takes how often somebody wants to be reminded; a time of their own stays. */
export async function chooseLevel(session: Session, level: ReminderLevel): Promise<Outcome> {
  const { services, person, t, today } = session;
  if (!isExpectedToReport(person)) return answered(say(t.prompts.settings.notAsked()));
  const days = await daysOf(services, person, { from: today, to: addDays(today, 1) });
  return choose(session, days, { ...person, reminderLevel: level === 'normal' ? null : level });
}

async function choose(
  session: Session,
  days: PersonDays,
  { reminderLevel, reminderAt }: Choice,
): Promise<Outcome> {
  const { person, t } = session;
  const choice = { reminderLevel, reminderAt };
  const passed = await passedSlots(session, days, choice);
  const notes = [
    t.prompts.settings.changed(),
    ...(passed.length > 0 ? [t.prompts.settings.fromTomorrow()] : []),
  ];
  return answered(
    await reminderMessage(session, days, choice, notes),
    updatePerson(person.id, choice),
    lookAgain([person.id]),
    ...passed,
  );
}

/** A slot that a choice moves into the past must not fire at once. */
async function passedSlots(session: Session, days: PersonDays, choice: Choice): Promise<Statement[]> {
  const { services, person, now, today } = session;
  const decided = await services.store.all(promptsOn([person.id], today, today));
  const isDue = (slot: PromptSlot) => slot.at <= now && openName(slot, today, decided) !== null;
  // What was due before the choice is left to the scheduler.
  const due = promptSlotsOn(person, days, today).filter(isDue);
  const passed = promptSlotsOn(choice, days, today)
    .filter(isDue)
    .filter(({ name }) => !due.some((slot) => slot.name === name))
    .map((slot) => ({ ...slot, name: openName(slot, today, decided)! }));
  if (passed.length === 0) return [];
  return [
    insertPrompts(
      passed.map((slot) => ({
        ...{ id: services.newId(), personId: person.id, localDate: today, slot: slot.name, slotAt: slot.at },
        ...{ at: now, outcome: 'skipped', reason: 'chosen_later', settled: null, settledAt: null },
      })),
    ),
  ];
}

function problemOf(session: Session, days: PersonDays, time: string): NoChosenTime | null {
  const { today } = session;
  return chosenTimeProblem(time, days.rules(today), { start: startOf(days, today) }, lastMinute(days, today));
}

function refusal(session: Session, days: PersonDays, problem: NoChosenTime, given: string): string {
  const { t, locale, today, sender } = session;
  const { quietTo } = days.rules(today);
  const from = Math.max(startOf(days, today), minuteOf(quietTo));
  const command = commandOf(t, sender.platform);
  const shown = problem === 'unclear' ? given.slice(0, 40) : clockTime(minuteOf(given), locale);
  const [a, b] = [clockTime(from, locale), clockTime(lastMinute(days, today), locale)];
  return t.prompts.settings.refused(problem, shown, a, b, command);
}

/** Start of a usual day; on a shift the unit's hours count. */
function startOf(days: PersonDays, today: string): number {
  const { by, start } = days.hours(today);
  return by === 'shift' ? days.rules(today).workHours['1']!.start : start;
}

/** The last minute at which a first reminder is of use: that of the usual last one, else half an hour before the cut-off. */
function lastMinute(days: PersonDays, today: string): number {
  const usual = promptSlotsOn({ reminderLevel: 'normal', reminderAt: null }, days, today);
  const last = usual.find((slot) => slot.name === 'last');
  if (last) return localMinute(last.at, days.zone);
  const { closeAt, quietFrom, quietTo } = days.rules(today);
  const quiet = quietFrom === quietTo ? 1440 : minuteOf(quietFrom);
  return Math.min(minuteOf(closeAt) - 30, quiet > minuteOf(quietTo) ? quiet - 1 : 1439);
}
