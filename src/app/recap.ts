import { type ActionPlanRow, actionPlansById } from '../../db/queries/action-plans.ts';
import { type EntryRow, entriesBetween, evidenceCounts } from '../../db/queries/entries.ts';
import { latenessBetween } from '../../db/queries/lateness.ts';
import type { PersonRow } from '../../db/queries/people.ts';
import { workResultsById } from '../../db/queries/plans.ts';
import { extensionsOf } from '../../db/queries/windows.ts';
import { type Progress, progressOf } from '../core/actions/progress.ts';
import type { DayStates } from '../core/day-states.ts';
import { longDate, shortDate } from '../core/local-time.ts';
import { type Block, say } from '../core/message.ts';
import { type Period, parsePeriod } from '../core/period.ts';
import { type Summary, type SummaryLine, summarise } from '../core/summary.ts';
import { daysOf } from './calendar-facts.ts';
import { clip } from './entry-view.ts';
import { contestedEntries } from './objection/marks.ts';
import { openObstacles } from './obstacles.ts';
import { answered, type Outcome } from './outcome.ts';
import { detailsOf } from './recap-lines.ts';
import { entryButton } from './receipt.ts';
import type { Services } from './services.ts';
import type { Session } from './session.ts';
import { spanText } from './time-view.ts';

/** At most this many missing dates are named. */
const MAX_DATES = 10;

/** At most this many activities of a day get a button. */
const MAX_BUTTONS = 10;

/** Titles of work results by id. */
type Titles = Map<string, { number: number; title: string }>;

/** A summary with what explains its numbers. */
export interface PersonSummary {
  summary: Summary;
  titles: Titles;
  entries: EntryRow[];
  /** What was done for each action plan, by work result; removed ones that have activities as well. */
  actions: { plan: ActionPlanRow; progress: Progress }[];
  /** Activities whose return is contested. */
  contested: ReadonlySet<string>;
  /** Dates of the period whose cut-off an outage has moved, with that outage (ms UTC). */
  extended: { date: string; fromAt: number; toAt: number }[];
}

/** Summarises what a person did in a period, up to `today`. */
export async function summaryOf(
  services: Pick<Services, 'store' | 'agency' | 'now'>,
  person: PersonRow,
  period: { from: string; to: string },
  today: string,
): Promise<PersonSummary> {
  const { store } = services;
  const span = { from: period.from, to: period.to };
  const [entries, evidence, days, lateness, extensions, contested] = await Promise.all([
    store.all(entriesBetween({ personId: person.id, ...span })),
    store.all(evidenceCounts({ personId: person.id, ...span })),
    daysOf(services, person, span),
    store.all(latenessBetween({ personId: person.id, ...span })),
    store.all(extensionsOf({ personId: person.id, ...span })),
    contestedEntries(store, person.id),
  ]);
  const counts = new Map(evidence.map((row) => [row.entryId, row.count]));
  const counted = entries.map((entry) => ({ ...entry, evidence: counts.get(entry.id) ?? 0 }));
  const accepted = lateness.filter((row) => row.status === 'accepted').map((row) => row.localDate);
  const summary = summarise(
    span,
    counted,
    days.facts,
    { since: person.activeFrom, until: today },
    { now: services.now(), closing: days.closing, accepted: new Set(accepted) },
  );
  const ids = [...new Set(entries.flatMap((entry) => entry.workResultId ?? []))];
  const results = ids.length > 0 ? await store.all(workResultsById(ids)) : [];
  const titles: Titles = new Map(results.map((r) => [r.id, r]));
  summary.lines.sort((a, b) => rank(a, titles) - rank(b, titles));
  const extended = extensions
    .flatMap(({ extension, outage }) =>
      outage.toAt === null ? [] : { date: extension.localDate, fromAt: outage.fromAt, toAt: outage.toAt },
    )
    .sort((a, b) => (a.date === b.date ? a.fromAt - b.fromAt : a.date < b.date ? -1 : 1));
  const linked = [...progressOf(entries)];
  const plans = linked.length > 0 ? await store.all(actionPlansById(linked.map(([id]) => id))) : [];
  const actions = linked
    .flatMap(([id, progress]) => {
      const plan = plans.find((one) => one.id === id);
      return plan ? [{ plan, progress }] : [];
    })
    .sort((a, b) => a.plan.number - b.plan.number);
  return { summary, titles, entries, actions, contested, extended };
}

/** Answers `rekap <period>`. */
export async function recap(session: Session, args: string): Promise<Outcome> {
  const { services, person, t, today, locale } = session;
  const period = parsePeriod(args, today);
  if (!period) return answered(say(t.problem.badPeriod()));
  const found = await summaryOf(services, person, period, today);
  const { summary, titles, entries } = found;
  const blocks: Block[] = [
    {
      kind: 'title',
      text: t.recap.title(`${t.recap.period(period.kind)} ${datesOf(period, session)}`.trim()),
    },
    { kind: 'line', parts: [{ bold: t.recap.days(summary.reported, summary.expected) }] },
  ];
  if (summary.expected > 0) blocks.push(line(t.window.recap.states(countsOf(summary.states))));
  if (summary.absent > 0) blocks.push(line(t.recap.absent(summary.absent)));
  if (summary.reportedOff > 0) blocks.push(line(t.recap.offDays(summary.reportedOff)));
  if (summary.count === 0) blocks.push(line(t.recap.nothing()));
  else blocks.push(line(t.recap.totals(summary.count, t.duration(summary.minutes), summary.evidence)));
  for (const item of summary.lines) {
    blocks.push({ kind: 'line', parts: [{ bold: nameOf(item, titles, session) }] });
    const details = detailsOf(item, found, session);
    blocks.push({ kind: 'list', items: details.map((text) => [text]) });
  }
  if (summary.waiting > 0) blocks.push(line(t.recap.waiting(summary.waiting)));
  if (summary.returned > 0) blocks.push(line(t.recap.returned(summary.returned)));
  const open = (await openObstacles(services, person)).filter(({ openedOn }) => openedOn <= period.to);
  if (open.length > 0) blocks.push(line(t.fieldMode.obstacle.title(open.length)));
  blocks.push(...dateNotes(found, session));
  if (person.activeFrom > period.from && person.activeFrom <= period.to) {
    blocks.push({ kind: 'note', text: t.recap.since(longDate(person.activeFrom, locale)) });
  }
  // A single day names its activities, so that each can be changed without looking for its receipt.
  const buttons = period.from === period.to ? entries.slice(-MAX_BUTTONS).map(editButton(session)) : [];
  return answered({ blocks, buttons, files: [] });
}

/** The dates behind the numbers: unreported, late, and those whose cut-off an outage has moved. */
function dateNotes({ summary, extended }: PersonSummary, session: Session): Block[] {
  const { t, locale, today, zone } = session;
  const short = (date: string) => shortDate(date, locale, today);
  const named = (all: readonly string[], text: (dates: string) => string): Block[] => {
    const shown = all.slice(-MAX_DATES).map(short);
    const more = all.length - shown.length;
    const dates = [...shown, ...(more > 0 ? [t.recap.moreDates(more)] : [])].join(', ');
    return all.length > 0 ? [{ kind: 'note', text: text(dates) }] : [];
  };
  const { grace, late, excused } = summary.states;
  return [
    ...named(
      summary.missing.filter((date) => date !== today),
      t.recap.unreported,
    ),
    ...named(late, t.window.recap.late),
    ...named(grace, t.window.recap.grace),
    ...named(excused, t.window.recap.excused),
    ...extended.slice(-MAX_DATES).map(
      ({ date, ...span }): Block => ({
        kind: 'note',
        text: t.window.recap.extended(short(date), spanText(t, locale, span, zone, date)),
      }),
    ),
  ];
}

/** How many expected days stand how. */
export function countsOf(states: DayStates): Record<keyof DayStates, number> {
  const { onTime, grace, late, excused, open, missed } = states;
  return {
    ...{ onTime: onTime.length, grace: grace.length, late: late.length },
    ...{ excused: excused.length, open: open.length, missed: missed.length },
  };
}

function editButton({ t }: Session) {
  return (entry: EntryRow) => [entryButton(entry.id, 'edit', `${t.button.edit()}: ${clip(entry.what, 40)}`)];
}

function nameOf(item: SummaryLine, titles: Titles, { t }: Session): string {
  if (item.kind === 'additional') return t.workResult.additional();
  const found = item.workResultId === null ? undefined : titles.get(item.workResultId);
  return found ? t.workResult.named(found.number, found.title) : t.workResult.none();
}

function datesOf(period: Period, { locale, today }: Session): string {
  if (period.from === period.to) return longDate(period.from, locale);
  return `${shortDate(period.from, locale, today)} – ${shortDate(period.to, locale, today)}`;
}

function rank(item: SummaryLine, titles: Titles): number {
  if (item.kind === 'additional') return 10_000;
  return item.workResultId === null ? 20_000 : (titles.get(item.workResultId)?.number ?? 9_999);
}

const line = (text: string): Block => ({ kind: 'line', parts: [text] });
