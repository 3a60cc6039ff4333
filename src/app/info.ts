import { entriesBetween } from '../../db/queries/entries.ts';
import { accountsOf, personById, subordinatesOf, updatePerson } from '../../db/queries/people.ts';
import { first } from '../../db/store.ts';
import { encodeAction } from '../core/action.ts';
import { dayOff } from '../core/calendar.ts';
import { HELP_GROUPS, type HelpGroup, type ShownCommand } from '../core/command-names.ts';
import { maskEmployeeNumber } from '../core/employee-number.ts';
import { localDate, longDate, zoneName } from '../core/local-time.ts';
import { type Block, type Inline, type Message, say, withButtons } from '../core/message.ts';
import { type Locale, PLATFORM_NAMES } from '../core/model.ts';
import { isExpectedToReport, isHr } from '../core/permissions.ts';
import { stateOf } from '../core/report-window.ts';
import { textsOf } from '../i18n/texts.ts';
import { daysOf } from './calendar-facts.ts';
import { offReason, todayText } from './day-text.ts';
import { gaugeOf } from './feedback/gauge.ts';
import { answered, type Outcome } from './outcome.ts';
import { type Session, zoneOf } from './session.ts';

/** What a new or returning person sees first. */
export async function welcome(session: Session): Promise<Message> {
  const { services, person, t } = session;
  const team = await services.store.all(subordinatesOf({ supervisorId: person.id }));
  const lines: (string | Block)[] = [{ kind: 'title', text: t.welcome.title(person.name) }];
  if (isExpectedToReport(person))
    lines.push(t.welcome.how(), { kind: 'quote', text: t.welcome.example() }, t.welcome.guided());
  if (team.length > 0) lines.push(t.welcome.supervisor(team.length));
  return withButtons(say(...lines), [
    ...(isExpectedToReport(person) ? [command('lapor', t.button.reportNow())] : []),
    command('bantuan', t.button.help()),
  ]);
}

/** The commands of somebody's roles by what people want, each with a sentence, and the quick way. */
export async function help({ services, t, sender, person }: Session): Promise<Outcome> {
  const team = await services.store.all(subordinatesOf({ supervisorId: person.id }));
  const prefix = sender.platform === 'slack' ? '/tutur ' : '/';
  const line = (name: ShownCommand): Inline[] => [
    { bold: `${prefix}${t.commandName[name]}` },
    ` – ${t.command[name]}`,
  ];
  const group = (name: HelpGroup): Block[] => [
    { kind: 'line', parts: [{ bold: t.help.group(name) }] },
    { kind: 'list', items: HELP_GROUPS[name].map(line) },
  ];
  const message = say(
    { kind: 'title', text: t.help.title() },
    t.help.free(),
    ...group('report'),
    ...group('performance'),
    ...(team.length > 0 ? [...group('team'), { kind: 'note' as const, text: t.help.ofTeam() }] : []),
    ...(isHr(person) ? group('hr') : []),
    ...group('other'),
    { kind: 'note', text: t.help.words() },
  );
  return answered(
    withButtons(message, [
      ...(isExpectedToReport(person) ? [command('lapor', t.button.reportNow())] : []),
      command('rekap', t.button.recap()),
    ]),
  );
}

/** Who am I here, who is my supervisor, what is expected of me today. */
export async function profile(session: Session): Promise<Outcome> {
  const { services, person, t, today, locale, zone, now } = session;
  const [supervisor, accounts, entries, days] = await Promise.all([
    person.supervisorId ? first(services.store, personById({ id: person.supervisorId })) : null,
    services.store.all(accountsOf({ personId: person.id })),
    services.store.all(entriesBetween({ personId: person.id, from: today, to: today })),
    daysOf(services, person, { from: today, to: today }),
  ]);
  return answered(
    say(
      { kind: 'title', text: t.profile.title() },
      {
        kind: 'fields',
        rows: [
          [t.field.name(), person.name],
          [t.field.nip(), maskEmployeeNumber(person.nip)],
          [t.field.position(), person.position || t.draft.empty()],
          [t.field.unit(), person.unitName],
          [t.field.supervisor(), supervisor?.name ?? t.profile.noSupervisor()],
          [t.field.zone(), zoneName(zone, now)],
          [t.field.language(), textsOf(locale).profile.languageName()],
          [t.field.platforms(), accounts.map((a) => PLATFORM_NAMES[a.platform]).join(', ')],
        ],
      },
      ...(isExpectedToReport(person) ? [todayText(days, today, session)] : []),
      ...(entries.length > 0 ? [t.profile.reportedToday(entries.length)] : []),
      { kind: 'note', text: t.profile.correct() },
    ),
  );
}

/** A supervisor's team today: who reported, who is absent, who has not reported. */
export async function team(session: Session): Promise<Outcome> {
  const { services, person, t, locale, now, today } = session;
  const people = await services.store.all(subordinatesOf({ supervisorId: person.id }));
  if (people.length === 0) return answered(say(t.team.none()));
  const items: Inline[][] = [];
  for (const employee of people) {
    const date = localDate(now, zoneOf(employee, services));
    const entries = await services.store.all(entriesBetween({ personId: employee.id, from: date, to: date }));
    const days = await daysOf(services, employee, { from: date, to: date });
    const off = dayOff(date, days.facts);
    const timing = stateOf(entries[0]?.submittedAt ?? null, days.closing(date), now);
    const waiting = entries.filter((entry) => entry.status === 'submitted').length;
    const state =
      entries.length > 0
        ? [
            t.team.reported(entries.length, waiting),
            ...(timing === 'grace' || timing === 'late' ? [t.window.team[timing]()] : []),
          ].join(', ')
        : off
          ? offReason(off, date, days.facts, session)
          : t.team.notYet();
    items.push([{ bold: employee.name }, `: ${state}`]);
  }
  const record = {
    label: t.absence.button.record(),
    action: encodeAction({ do: 'absences', person: null }),
  };
  const { gaps, gapDays } = await gaugeOf(services, person, people, today);
  const hint =
    gaps.length > 0 ? [{ kind: 'note' as const, text: t.feedback.teamHint(gaps.length, gapDays) }] : [];
  return answered(
    withButtons(
      say({ kind: 'title', text: t.team.title(longDate(today, locale)) }, { kind: 'list', items }, ...hint),
      [record],
    ),
  );
}

/** Asks for a language, each named in itself. */
export function askLanguage({ t }: Session): Outcome {
  const buttons = (['id', 'en'] as const).map((locale) => ({
    label: textsOf(locale).profile.languageName(),
    action: encodeAction({ do: 'language', locale }),
  }));
  return answered(withButtons(say(t.ask.language()), buttons));
}

/** Remembers a person's language and answers in it. */
export function setLanguage(session: Session, locale: Locale): Outcome {
  return answered(say(textsOf(locale).profile.languageSet()), updatePerson(session.person.id, { locale }));
}

const command = (name: string, label: string) => ({ label, action: encodeAction({ do: 'command', name }) });
