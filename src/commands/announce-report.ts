import type { Command } from 'commander';
import { clip } from '../../conversations/announcement-parts.ts';
import {
  type AnnouncementRow,
  announcementById,
  newestAnnouncements,
  roundsOf,
} from '../../db/queries/announcements.ts';
import { first } from '../../db/store.ts';
import { cancelWrites } from '../app/announcement-cancel.ts';
import { type AnnouncementReport, reportOf } from '../app/announcement-report.ts';
import { stamp } from '../app/announcement-view.ts';
import { tallyText } from '../app/board-view.ts';
import { sumToday, todayByUnit } from '../app/control.ts';
import type { Tally } from '../core/delivery-report.ts';
import { groupBy } from '../core/group.ts';
import { textsOf } from '../i18n/texts.ts';
import { CommandFailure, type Context, type Report, runWithStore, textsFor } from './run.ts';
import type { World } from './world.ts';

/** Announcements that `announce list` shows. */
const LISTED = 50;
const MAX_TEXT = 80;

/** Registers `list`, `report`, `cancel` and `today` below `announce`. */
export function registerAnnouncementReports(command: Command, world: World): void {
  const t = textsFor(world);
  const help = t.announce.help;
  const json = (options: { json?: boolean }) => options.json === true;
  const add = (name: string, description: string) =>
    command.command(name).description(description).option('--json', t.help.json());
  add('list', help.list()).action((options) => runWithStore(world, json(options), list));
  add('today', help.today()).action((options) => runWithStore(world, json(options), today));
  add('report', help.report())
    .argument('<id>', help.id())
    .action((id: string, options) => runWithStore(world, json(options), (context) => report(context, id)));
  add('cancel', help.cancel())
    .argument('<id>', help.id())
    .action((id: string, options) => runWithStore(world, json(options), (context) => cancel(context, id)));
}

async function list({ services, settings, t }: Context): Promise<Report> {
  const rows = await services.store.all(newestAnnouncements(LISTED));
  const rounds = rows.length > 0 ? await services.store.all(roundsOf(rows.map((row) => row.id))) : [];
  const byAnnouncement = groupBy(rounds, (round) => round.announcementId);
  const { zone, locale } = services.agency;
  const texts = textsOf(settings.AGENCY_LOCALE);
  const data = rows.map((row) => {
    const own = byAnnouncement.get(row.id) ?? [];
    const begin = own.find((round) => round.kind === 'first');
    return {
      id: row.id,
      text: clip(row.body, MAX_TEXT),
      status: row.cancelledAt !== null ? ('cancelled' as const) : (begin?.status ?? 'skipped'),
      at: begin?.dueAt ?? row.createdAt,
      deadline: row.deadline,
      rounds: own.map(({ kind, daysBefore, dueAt: at, status }) => ({ kind, daysBefore, at, status })),
    };
  });
  const lines = data.map(
    ({ id, text, status, at }) =>
      `${id}  ${t.announce.status(status)}, ${stamp(texts, locale, at, zone)}: ${text}`,
  );
  return { exit: 0, lines: lines.length > 0 ? lines : [t.announce.none()], errors: [], data };
}

async function report({ services, settings, t }: Context, id: string): Promise<Report> {
  const row = await find(services, id, t);
  const known = await reportOf(services, row);
  const texts = textsOf(settings.AGENCY_LOCALE);
  const lines = [
    clip(row.body, MAX_TEXT),
    tallyText(texts, known.total),
    texts.announcement.board.complete(row.goal, known.total.complete, known.total.audience),
    ...known.units.map(
      (unit) =>
        `  ${unit.name}: ${texts.announcement.board.unit(unit.complete, unit.audience)}; ${tallyText(texts, unit)}`,
    ),
    ...known.rounds.map(({ round, tally }) => {
      const number = round.kind === 'reminder' ? Number(round.id.split(':')[2]) : round.daysBefore;
      const name = texts.announcement.board.round(round.kind, number);
      return `${name} (${t.announce.status(round.status)}): ${tallyText(texts, tally)}`;
    }),
  ];
  return { exit: 0, lines, errors: [], data: dataOf(known) };
}

function dataOf({ announcement, total, units, rounds, read, incomplete }: AnnouncementReport) {
  const numbers = ({ audience, delivered, failed, unreachable, not_linked, skipped, waiting }: Tally) => ({
    ...{ audience, delivered, failed, unreachable, notLinked: not_linked, skipped, waiting },
  });
  return {
    id: announcement.id,
    goal: announcement.goal,
    deadline: announcement.deadline,
    cancelledAt: announcement.cancelledAt,
    ...numbers(total),
    complete: total.complete,
    incomplete,
    read,
    units: units.map((unit) => ({ unit: unit.name, ...numbers(unit), complete: unit.complete })),
    rounds: rounds.map(({ round, tally }) => ({
      kind: round.kind,
      daysBefore: round.daysBefore,
      status: round.status,
      at: round.dueAt,
      ...numbers(tally),
    })),
  };
}

async function cancel({ services, t }: Context, id: string): Promise<Report> {
  const row = await find(services, id, t);
  if (row.cancelledAt !== null) throw new CommandFailure(t.announce.already());
  const rounds = await services.store.all(roundsOf([id]));
  if (!rounds.some(({ status }) => status === 'scheduled' || status === 'sending'))
    throw new CommandFailure(t.announce.finished());
  await services.store.commit(cancelWrites(services, row, rounds, null, services.now()));
  return { exit: 0, lines: [t.announce.cancelled()], errors: [], data: { ok: true, id } };
}

async function today({ services, settings }: Context): Promise<Report> {
  const units = await todayByUnit(services);
  const texts = textsOf(settings.AGENCY_LOCALE).announcement.today;
  const total = sumToday(units);
  const lines = [texts.total(total), ...units.map((unit) => `  ${unit.unit}: ${texts.unit(unit)}`)];
  return {
    exit: 0,
    lines: units.length > 0 ? lines : [texts.nobody()],
    errors: [],
    data: { ...total, units },
  };
}

async function find({ store }: Context['services'], id: string, t: Context['t']): Promise<AnnouncementRow> {
  const row = await first(store, announcementById({ id }));
  if (!row) throw new CommandFailure(t.announce.unknown(id));
  return row;
}
