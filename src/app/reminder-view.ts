import { promptsOn } from '../../db/queries/calendar.ts';
import { firstReports } from '../../db/queries/entries.ts';
import type { PersonRow } from '../../db/queries/people.ts';
import { encodeAction } from '../core/action.ts';
import { dayOff } from '../core/calendar.ts';
import { addDays, clockTime, localMinute, longDate } from '../core/local-time.ts';
import { type Block, type Message, say, withButtons } from '../core/message.ts';
import { APART } from '../core/prompt-slots.ts';
import { minuteOf } from '../core/rules.ts';
import type { PersonDays } from './calendar-facts.ts';
import { offReason } from './day-text.ts';
import { openName, promptSlotsOn, snoozedUntil } from './prompt-plan.ts';
import type { Session } from './session.ts';

/** When a person is reminded today and tomorrow and why, what is promised to them, and what they can choose. */
export async function reminderMessage(
  session: Session,
  days: PersonDays,
  choice: Pick<PersonRow, 'reminderLevel' | 'reminderAt'>,
  notes: readonly string[],
): Promise<Message> {
  const { services, person, t, locale, today, now, sender } = session;
  const s = t.prompts.settings;
  const tomorrow = addDays(today, 1);
  const [reports, decided] = await Promise.all([
    services.store.all(firstReports([person.id], today, tomorrow)),
    services.store.all(promptsOn([person.id], today, tomorrow)),
  ]);
  const clock = (minute: number) => clockTime(minute, locale);
  const on = (date: string): string => {
    if (reports.some((row) => row.localDate === date)) return s.none(s.reported());
    const off = dayOff(date, days.facts);
    if (off) return s.none(offReason(off, date, days.facts, session));
    const snoozed = snoozedUntil(decided, date);
    const slots = promptSlotsOn(choice, days, date)
      .filter((slot) => slot.at >= snoozed + APART && openName(slot, date, decided) !== null)
      .map((slot) => slot.at);
    const times = [snoozed, ...slots].filter((at) => at > now).map((at) => clock(localMinute(at, days.zone)));
    return times.length > 0 ? s.at(times.join(', ')) : s.over();
  };
  const rules = days.rules(today);
  const level = choice.reminderLevel ?? 'normal';
  const first = choice.reminderAt
    ? s.byChoice(clock(minuteOf(choice.reminderAt)))
    : s.byUnit(clock(minuteOf(rules.promptAt)));
  const quiet = rules.quietFrom !== rules.quietTo;
  const blocks: (string | Block)[] = [
    ...notes,
    { kind: 'title', text: s.title() },
    {
      kind: 'fields',
      rows: [
        [`${s.today()}, ${longDate(today, locale)}`, on(today)],
        [`${s.tomorrow()}, ${longDate(tomorrow, locale)}`, on(tomorrow)],
        [s.how(), s.level(level)],
        [s.time(), first],
      ],
    },
    s.budget(rules.messageBudget),
    ...(quiet ? [s.quiet(clock(minuteOf(rules.quietFrom)), clock(minuteOf(rules.quietTo)))] : []),
    { kind: 'note', text: s.howto(commandOf(t, sender.platform)) },
  ];
  const levels = (['once', 'normal', 'more'] as const).map((option) => ({
    label: `${option === level ? '✓ ' : ''}${s.button(option)}`,
    action: encodeAction({ do: 'reminder', level: option }),
  }));
  return withButtons(say(...blocks), levels);
}

/** How the command is typed on a platform. */
export function commandOf(t: Session['t'], platform: Session['sender']['platform']): string {
  return `${platform === 'slack' ? '/tutur ' : '/'}${t.commandName.pengingat}`;
}
