import { newestAnnouncements } from '../../db/queries/announcements.ts';
import {
  absentByUnit,
  linkedByUnit,
  peopleByUnit,
  reportedByUnit,
  rosterByUnit,
} from '../../db/queries/audience.ts';
import { holidaysBetween } from '../../db/queries/calendar.ts';
import { allUnits } from '../../db/queries/people.ts';
import { unitHolidaysBetween } from '../../db/queries/roster.ts';
import { localDate, longDate, weekday } from '../core/local-time.ts';
import { type Block, type Inline, type Message, replyWith, say } from '../core/message.ts';
import { canAnnounce } from '../core/permissions.ts';
import { unitChain } from '../core/rules.ts';
import { board } from './announcement-buttons.ts';
import { loadRules } from './calendar-facts.ts';
import { seasonMessage } from './evaluation/progress.ts';
import { answered, type Outcome } from './outcome.ts';
import type { Services } from './services.ts';
import type { Session } from './session.ts';

/** How a unit stands today; `linked` aside, the figures sum to `people`. */
export interface UnitToday {
  unit: string;
  people: number;
  linked: number;
  reported: number;
  absent: number;
  /** On a day off, by the calendar or the roster, and without a report. */
  off: number;
  open: number;
}

/** Boards and units that are shown in a conversation. */
const MAX_BOARDS = 3;
const MAX_UNITS = 10;

/** `kendali`: today by unit, and how the newest announcements stand. */
export async function control(session: Session): Promise<Outcome> {
  const { services, person, t } = session;
  if (!canAnnounce(person)) return answered(say(t.announcement.onlyHr()));
  const newest = (await services.store.all(newestAnnouncements(MAX_BOARDS))).reverse();
  const boards: Message[] = [];
  for (const row of newest) boards.push(await board(session, row));
  const season = await seasonMessage(session);
  const today = todayMessage(session, await todayByUnit(services));
  return { reply: replyWith(today, ...(season ? [season] : []), ...boards), writes: [] };
}

/** Today by unit, one query for each figure; the units furthest behind first. */
export async function todayByUnit({
  store,
  agency,
  now,
}: Pick<Services, 'store' | 'agency' | 'now'>): Promise<UnitToday[]> {
  const date = localDate(now(), agency.zone);
  const [units, people, linked, reported, absent, roster, holidays, local, rules] = await Promise.all([
    store.all(allUnits()),
    store.all(peopleByUnit()),
    store.all(linkedByUnit()),
    store.all(reportedByUnit(date)),
    store.all(absentByUnit(date)),
    store.all(rosterByUnit(date)),
    store.all(holidaysBetween({ from: date, to: date })),
    store.all(unitHolidaysBetween({ from: date, to: date })),
    loadRules(store),
  ]);
  const places = new Map(units.map((unit) => [unit.id, unit]));
  const closed = new Set(local.map((holiday) => holiday.unitId));
  const of = (rows: readonly { unitId: string; count: number }[]) =>
    new Map(rows.map((row) => [row.unitId, Number(row.count)]));
  const [all, known, done, away] = [of(people), of(linked), of(reported), of(absent)];
  const duties = new Map(roster.map((row) => [row.unitId, row]));
  return units
    .filter((unit) => all.has(unit.id))
    .map(({ id, name }) => {
      const total = all.get(id) ?? 0;
      const [reports, absences] = [done.get(id) ?? 0, away.get(id) ?? 0];
      const rest = total - reports - absences;
      const dayOff =
        holidays.length > 0 ||
        !rules(date, id).workDays.includes(weekday(date)) ||
        unitChain(id, places).some((unitId) => closed.has(unitId));
      // The roster overrules week and holidays for whoever is on it.
      const off = dayOff ? rest - (duties.get(id)?.onDuty ?? 0) : (duties.get(id)?.free ?? 0);
      return {
        unit: name,
        people: total,
        linked: known.get(id) ?? 0,
        ...{ reported: reports, absent: absences, off, open: rest - off },
      };
    })
    .sort((a, b) => b.open / b.people - a.open / a.people || b.open - a.open || (a.unit < b.unit ? -1 : 1));
}

/** The sum of several units. */
export function sumToday(units: readonly UnitToday[]): Omit<UnitToday, 'unit'> {
  const sum = (of: (unit: UnitToday) => number) => units.reduce((total, unit) => total + of(unit), 0);
  return {
    people: sum((u) => u.people),
    linked: sum((u) => u.linked),
    reported: sum((u) => u.reported),
    absent: sum((u) => u.absent),
    off: sum((u) => u.off),
    open: sum((u) => u.open),
  };
}

function todayMessage({ t, locale, services, now }: Session, units: UnitToday[]): Message {
  const texts = t.announcement.today;
  const blocks: Block[] = [
    { kind: 'title', text: texts.title(longDate(localDate(now, services.agency.zone), locale)) },
  ];
  if (units.length === 0) return say(...blocks, texts.nobody());
  const shown = units.length <= MAX_UNITS + 1 ? units : units.slice(0, MAX_UNITS);
  const rest = units.slice(shown.length);
  const items = shown.map((unit): Inline[] => [{ bold: unit.unit }, `: ${texts.unit(unit)}`]);
  if (rest.length > 0)
    items.push([{ bold: t.announcement.board.others(rest.length) }, `: ${texts.unit(sumToday(rest))}`]);
  return say(...blocks, texts.total(sumToday(units)), { kind: 'list', items });
}
