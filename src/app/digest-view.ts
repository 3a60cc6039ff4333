import type { PersonRow } from '../../db/queries/people.ts';
import { dayOff } from '../core/calendar.ts';
import { longDate } from '../core/local-time.ts';
import type { Block, Inline, Message } from '../core/message.ts';
import type { Locale } from '../core/model.ts';
import { stateOf } from '../core/report-window.ts';
import type { Texts } from '../i18n/texts.ts';
import { isListed, type Team } from './digest-plan.ts';
import { timeOfDay } from './prompt-view.ts';

/** Names in one list; the team command shows everybody. */
const MAX_NAMES = 40;

/** How much a person reported on a date. */
export interface EntryCount {
  personId: string;
  localDate: string;
  count: number;
  waiting: number;
}

/** What is known of a team's reports besides their time. */
export interface TeamReports {
  counts: readonly EntryCount[];
  /** Late days whose reason HR has accepted. */
  excused: readonly { personId: string; localDate: string }[];
}

/** The list of some dates of a team: who reported, who has not yet, who still has time, who is absent. */
export function digestMessage(
  t: Texts,
  locale: Locale,
  team: Team,
  dates: readonly string[],
  reports: TeamReports,
  /** A line about feedback, for the supervisor. */
  gauge: string | null,
  now: number,
): Message {
  const d = t.prompts.digest;
  const [only] = dates;
  const single = dates.length === 1 && only !== undefined;
  const blocks: Block[] = [
    { kind: 'title', text: single ? d.title(longDate(only, locale)) : d.titleMany() },
    ...dates.flatMap((date): Block[] => [
      ...(single ? [] : [line({ bold: longDate(date, locale) })]),
      ...section(t, locale, team, date, reports, now),
    ]),
    ...(gauge === null ? [] : [line(gauge)]),
    { kind: 'note', text: d.private() },
  ];
  return { blocks, buttons: [], files: [] };
}

function section(
  t: Texts,
  locale: Locale,
  team: Team,
  date: string,
  { counts, excused }: TeamReports,
  now: number,
): Block[] {
  const d = t.prompts.digest;
  const rows = team.people.map((person) => ({
    person,
    listed: isListed(team, person, date),
    reportedAt: team.reportedAt(person.id, date),
    days: team.days(person),
  }));
  const asked = rows.filter((row) => row.listed === 'yes');
  if (asked.length === 0) return [line(d.nobody())];
  const reported = asked.flatMap(({ person, reportedAt, days }) => {
    if (reportedAt === null) return [];
    const ofDay = (row: { personId: string; localDate: string }) =>
      row.personId === person.id && row.localDate === date;
    const count = counts.find(ofDay);
    const said = t.team.reported(count?.count ?? 0, count?.waiting ?? 0);
    if (stateOf(reportedAt, days.window(date), now) !== 'late') return [named(person, said)];
    return [named(person, `${said}, ${excused.some(ofDay) ? d.excused() : d.late()}`)];
  });
  const open = asked.filter((row) => row.reportedAt === null);
  const inTime = open.filter(({ days }) => now <= days.window(date).graceUntil);
  const missing = open.filter((row) => !inTime.includes(row));
  const absent = rows.filter((row) => row.listed === 'absent');
  return [
    line(d.reported(reported.length, asked.length)),
    ...list(t, reported),
    ...(missing.length > 0 ? [line(d.missing(missing.length))] : []),
    ...list(
      t,
      missing.map(({ person }) => named(person)),
    ),
    ...(inTime.length > 0 ? [line(d.extended())] : []),
    ...list(
      t,
      inTime.map(({ person, days }) => {
        const until = timeOfDay(t, locale, days.window(date).graceUntil, date, days.zone);
        return named(person, d.until(until));
      }),
    ),
    ...(absent.length > 0 ? [line(d.absent())] : []),
    ...list(
      t,
      absent.map(({ person, days }) => {
        const off = dayOff(date, days.facts);
        return named(person, off?.kind === 'absent' ? t.team.absent(off.absence) : t.team.dayOff());
      }),
    ),
  ];
}

const line = (part: Inline): Block => ({ kind: 'line', parts: [part] });

const named = ({ name }: PersonRow, said?: string): Inline[] =>
  said === undefined ? [name] : [name, `: ${said}`];

function list(t: Texts, items: Inline[][]): Block[] {
  if (items.length === 0) return [];
  const more = items.length - MAX_NAMES;
  const shown = more > 0 ? [...items.slice(0, MAX_NAMES), [t.prompts.digest.more(more)]] : items;
  return [{ kind: 'list', items: shown }];
}
