import { type CalendarFacts, dayOff } from './calendar.ts';
import { type DayStates, dayStates, type TimingFacts } from './day-states.ts';
import { datesBetween } from './local-time.ts';
import type { EntryKind, EntryStatus } from './model.ts';
import { minutesOf } from './time-span.ts';

/** The part of an entry that a summary counts. */
export interface CountedEntry {
  localDate: string;
  kind: EntryKind;
  workResultId: string | null;
  startMinute: number | null;
  endMinute: number | null;
  quantityMilli: number | null;
  unit: string | null;
  status: EntryStatus;
  /** ms UTC */
  submittedAt: number;
  /** Pieces of evidence. */
  evidence: number;
}

/** Totals of the activities that support one work result (RHK), or none. */
export interface SummaryLine {
  kind: EntryKind;
  workResultId: string | null;
  count: number;
  minutes: number;
  evidence: number;
  /** Sums per unit in thousandths, in alphabetical order of the units. */
  quantities: { unit: string; milli: number }[];
  lastDate: string;
}

/** What a person did in a period, and on how many of the expected working days. */
export interface Summary {
  from: string;
  to: string;
  lines: SummaryLine[];
  count: number;
  minutes: number;
  evidence: number;
  waiting: number;
  returned: number;
  /** Working days on which a report was expected, up to `until`. */
  expected: number;
  /** How many of those have a report. */
  reported: number;
  /** Dates with a report on which none was expected. */
  reportedOff: number;
  /** Working days of absence, up to `until`. */
  absent: number;
  /** Expected dates without a report. */
  missing: string[];
  /** The expected dates by how they were reported. */
  states: DayStates;
}

/**
 * Summarises a period; the same data always give the same summary, in whatever order the entries come.
 *
 * Days are expected from `since` (the first day on which the person was to report) to `until` (today at most);
 * weekends, holidays and absences are not expected. A day stands as its first report does.
 */
export function summarise(
  period: { from: string; to: string },
  entries: readonly CountedEntry[],
  calendar: CalendarFacts,
  span: { since: string; until: string },
  timing: TimingFacts,
): Summary {
  const counted = entries.filter(
    (e) => e.status !== 'withdrawn' && e.localDate >= period.from && e.localDate <= period.to,
  );
  const lines = new Map<string, CountedEntry[]>();
  for (const entry of counted) {
    const key = `${entry.kind === 'work_result' ? 0 : entry.kind === 'additional' ? 1 : 2}|${entry.workResultId ?? ''}`;
    lines.set(key, [...(lines.get(key) ?? []), entry]);
  }
  const firstReports = new Map<string, number>();
  for (const { localDate, submittedAt } of counted)
    firstReports.set(localDate, Math.min(submittedAt, firstReports.get(localDate) ?? submittedAt));
  const first = period.from > span.since ? period.from : span.since;
  const last = period.to < span.until ? period.to : span.until;
  const days = datesBetween(first, last).map((date) => ({ date, off: dayOff(date, calendar) }));
  const expected = days.filter(({ off }) => off === null).map(({ date }) => date);
  const missing = expected.filter((date) => !firstReports.has(date));
  return {
    ...period,
    lines: [...lines.keys()].sort().map((key) => lineOf(lines.get(key)!)),
    count: counted.length,
    minutes: sum(counted, minutesOf),
    evidence: sum(counted, (e) => e.evidence),
    waiting: counted.filter((e) => e.status === 'submitted').length,
    returned: counted.filter((e) => e.status === 'returned').length,
    expected: expected.length,
    reported: expected.length - missing.length,
    reportedOff: [...firstReports.keys()].filter((date) => !expected.includes(date)).length,
    absent: days.filter(({ off }) => off?.kind === 'absent').length,
    missing,
    states: dayStates(expected, firstReports, timing),
  };
}

function lineOf(entries: CountedEntry[]): SummaryLine {
  const quantities = new Map<string, number>();
  for (const { quantityMilli, unit } of entries) {
    if (quantityMilli === null || unit === null) continue;
    const name = unit.trim().toLowerCase();
    quantities.set(name, (quantities.get(name) ?? 0) + quantityMilli);
  }
  const [{ kind, workResultId }] = entries as [CountedEntry];
  return {
    kind,
    workResultId,
    count: entries.length,
    minutes: sum(entries, minutesOf),
    evidence: sum(entries, (e) => e.evidence),
    quantities: [...quantities]
      .map(([unit, milli]) => ({ unit, milli }))
      .sort((a, b) => (a.unit < b.unit ? -1 : 1)),
    lastDate: entries
      .map((e) => e.localDate)
      .sort()
      .at(-1)!,
  };
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
