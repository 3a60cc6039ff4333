import { insertPrompts, promptsOn } from '../../db/queries/calendar.ts';
import type { PromptOp } from '../core/action.ts';
import { clockTime, localDate } from '../core/local-time.ts';
import { type Message, say, withButtons } from '../core/message.ts';
import { minuteOf } from '../core/rules.ts';
import { openSnoozes, SNOOZES, type Snooze, snoozeAt } from '../core/snooze.ts';
import { absentToday } from './absence.ts';
import { type AskedDay, askedDay, isDone } from './asked-day.ts';
import { copyLastDay } from './copy.ts';
import { notify } from './notices.ts';
import { answered, edited, type Outcome } from './outcome.ts';
import { snoozedUntil } from './prompt-plan.ts';
import { doneMessage, promptButton, snoozeButtons, timeOfDay } from './prompt-view.ts';
import { report, reportOn } from './report.ts';
import type { Session } from './session.ts';

/** Does what a button of a prompt says. */
export async function pressPrompt(session: Session, date: string, op: PromptOp): Promise<Outcome> {
  const snooze = SNOOZES.find((choice) => choice === op);
  if (snooze) return putOff(session, date, snooze);
  if (date !== session.today) return otherDay(session, date, op);
  if (op === 'report') return report(session);
  if (op === 'same') return copyLastDay(session);
  return absentToday(session, op as Exclude<PromptOp, Snooze | 'report' | 'same'>);
}

/** The day of a night's duty can be reported until its window closes on the next day. */
async function otherDay(session: Session, date: string, op: PromptOp): Promise<Outcome> {
  const open = op === 'report' && date < session.today;
  if (open && !isDone(await askedDay(session.services, session.person, date))) return reportOn(session, date);
  return answered(say(session.t.prompt.otherDay()));
}

/** Puts the prompts of a date off; the regular slots until then stay silent. A second press changes nothing. */
async function putOff(session: Session, date: string, choice: Snooze): Promise<Outcome> {
  const { services, person, t, locale, now } = session;
  const day = await askedDay(services, person, date);
  if (isDone(day)) return edited(doneMessage(t, locale, date, day));
  const decided = await services.store.all(promptsOn([person.id], date, date));
  const until = snoozedUntil(decided, date);
  if (until > now) return edited(waitMessage(session, date, day, t.prompts.snooze.already, until));
  const { at, problem } = snoozeAt(choice, now, day.snooze);
  if (problem) return answered(refusal(session, date, day, choice));
  const slot = `snooze-${decided.filter((row) => row.slot.startsWith('snooze-')).length + 1}`;
  return edited(
    waitMessage(session, date, day, t.prompts.snooze.done, at),
    insertPrompts([
      {
        ...{ id: services.newId(), personId: person.id, localDate: date, slot, slotAt: at, at: now },
        ...{ outcome: 'prompted', reason: 'snoozed_by_person', settled: null, settledAt: null },
      },
    ]),
    notify('prompt', `prompt:${person.id}:${date}:${slot}`, person.id, { date, slot }, now, at),
  );
}

function waitMessage(
  { t, locale }: Session,
  date: string,
  { days }: AskedDay,
  say_: (at: string) => string,
  at: number,
): Message {
  return withButtons(say(say_(timeOfDay(t, locale, at, date, days.zone))), [
    promptButton(date, 'report', t.button.reportNow()),
  ]);
}

/** Why it cannot wait that long, and what is possible instead. */
function refusal({ t, locale, now }: Session, date: string, day: AskedDay, choice: Snooze): Message {
  const { zone, window, rules } = day.snooze;
  const { at, problem } = snoozeAt(choice, now, day.snooze);
  const open = openSnoozes(now, day.snooze);
  const clock = (time: string) => clockTime(minuteOf(time), locale);
  const why = t.prompts.snooze.refused(
    problem!,
    timeOfDay(t, locale, at, localDate(at, zone), zone),
    `${clock(rules.quietFrom)}–${clock(rules.quietTo)}`,
    timeOfDay(t, locale, window.closesAt, date, zone),
  );
  const next = open.length > 0 ? t.prompts.snooze.others() : t.prompts.snooze.reportNow();
  return withButtons(say(`${why} ${next}`), snoozeButtons(t, date, open), [
    promptButton(date, 'report', t.button.reportNow()),
  ]);
}
