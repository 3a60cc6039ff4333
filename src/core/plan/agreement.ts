import { addDays } from '../local-time.ts';
import type { VersionSpan } from './version.ts';

/** A version of one plan, with what tells it from the others. */
export interface DatedVersion extends VersionSpan {
  id: string;
}

/** What an agreement depends on besides the versions: the plan's year, the local date, and the last day that is locked. */
export interface AgreementFacts {
  year: number;
  today: string;
  lockedThrough: string | null;
}

/** What an agreement changes about the versions before it, or the earliest date from which it would be possible. */
export type Agreement =
  | {
      /** The version that ends on the day before. */
      close: { id: string; toDate: string } | null;
      /** The version that the new one replaces before it was in force on any day that has passed. */
      supersede: string | null;
    }
  | { problem: 'other_year' | 'not_before'; earliest: string | null };

/**
 * Decides what follows when a version of a plan is agreed from a local date on.
 *
 * The version in force ends on the day before, and everything up to then stays as it was: a date that would reach into a
 * locked period or behind the beginning of another version is refused.
 */
export function agree(
  versions: readonly DatedVersion[],
  version: Pick<DatedVersion, 'id'>,
  from: string,
  facts: AgreementFacts,
): Agreement {
  const others = versions.filter(({ id }) => id !== version.id);
  const earliest = earliestFrom(others, facts);
  if (Number(from.slice(0, 4)) !== facts.year) return { problem: 'other_year', earliest };
  if (earliest === null || from < earliest) return { problem: 'not_before', earliest };
  const latest = latestAgreed(others);
  if (latest === null) return { close: null, supersede: null };
  if (latest.fromDate === from) return { close: null, supersede: latest.id };
  return { close: { id: latest.id, toDate: addDays(from, -1) }, supersede: null };
}

/** The earliest local date from which another version can be in force; null: the whole year is taken or locked. */
export function earliestFrom(
  versions: readonly VersionSpan[],
  { year, today, lockedThrough }: AgreementFacts,
): string | null {
  const latest = latestAgreed(versions);
  const free = [
    `${year}-01-01`,
    ...(lockedThrough === null ? [] : [addDays(lockedThrough, 1)]),
    // A version that begins today or later has no past yet and can be replaced as a whole.
    ...(latest === null ? [] : [latest.fromDate >= today ? latest.fromDate : addDays(latest.fromDate, 1)]),
  ];
  const earliest = free.toSorted().at(-1)!;
  return earliest > `${year}-12-31` ? null : earliest;
}

/**
 * The date from which a version is in force where nobody names one: the first one of a year from its beginning, a later
 * one from today, or as soon as it can be.
 */
export function usualFrom(versions: readonly VersionSpan[], facts: AgreementFacts): string {
  const { year, today } = facts;
  const wanted = latestAgreed(versions) === null ? `${year}-01-01` : today;
  const earliest = earliestFrom(versions, facts) ?? `${year}-12-31`;
  const from = wanted > earliest ? wanted : earliest;
  return from > `${year}-12-31` ? `${year}-12-31` : from;
}

function latestAgreed<V extends VersionSpan>(versions: readonly V[]): V | null {
  return (
    versions
      .filter(({ status }) => status === 'agreed')
      .toSorted((a, b) => a.fromDate.localeCompare(b.fromDate))
      .at(-1) ?? null
  );
}
