import { addDays } from './local-time.ts';
import type { AbsenceKind } from './model.ts';

/** Local dates of absence, both ends included, and who recorded them. */
export interface AbsenceSpan {
  kind: AbsenceKind;
  fromDate: string;
  toDate: string;
  createdBy: string;
}

/** How stored absences have to change: rows to cancel, and what to write instead. */
export interface AbsenceChange {
  cancel: string[];
  insert: AbsenceSpan[];
}

type Stored = AbsenceSpan & { id: string };
type Days = Pick<AbsenceSpan, 'fromDate' | 'toDate'>;

/**
 * Adds an absence of a person: one of the same kind that overlaps or adjoins becomes one with it, one of another kind
 * gives way and is trimmed or split. What is known already changes nothing.
 *
 * What somebody other than `personId` has recorded stays theirs when it grows.
 */
export function mergeAbsences(
  existing: readonly Stored[],
  added: AbsenceSpan,
  personId: string,
): AbsenceChange {
  const [before, after] = [addDays(added.fromDate, -1), addDays(added.toDate, 1)];
  const same = existing.filter((a) => a.kind === added.kind && a.fromDate <= after && a.toDate >= before);
  const grown: AbsenceSpan = {
    kind: added.kind,
    fromDate: least([added, ...same].map((a) => a.fromDate)),
    toDate: greatest([added, ...same].map((a) => a.toDate)),
    createdBy: same.find((a) => a.createdBy !== personId)?.createdBy ?? added.createdBy,
  };
  const others = existing.filter((a) => a.kind !== added.kind && overlaps(a, grown));
  const known = same.find((a) => a.fromDate === grown.fromDate && a.toDate === grown.toDate);
  return {
    cancel: [...same.filter((a) => a !== known), ...others].map((a) => a.id),
    insert: [...(known ? [] : [grown]), ...others.flatMap((a) => without(a, grown))],
  };
}

/** Takes days away from the absences of a person, of one kind or of all (null). */
export function removeAbsence(
  existing: readonly Stored[],
  days: Days,
  kind: AbsenceKind | null,
): AbsenceChange {
  const hit = existing.filter((a) => (kind === null || a.kind === kind) && overlaps(a, days));
  return { cancel: hit.map((a) => a.id), insert: hit.flatMap((a) => without(a, days)) };
}

const overlaps = (a: Days, b: Days) => a.fromDate <= b.toDate && a.toDate >= b.fromDate;

/** What is left of an absence at both sides of some days. */
function without({ kind, fromDate, toDate, createdBy }: AbsenceSpan, days: Days): AbsenceSpan[] {
  const left = { kind, fromDate, toDate: addDays(days.fromDate, -1), createdBy };
  const right = { kind, fromDate: addDays(days.toDate, 1), toDate, createdBy };
  return [left, right].filter((a) => a.fromDate <= a.toDate);
}

const least = (dates: string[]) => dates.reduce((a, b) => (a < b ? a : b));
const greatest = (dates: string[]) => dates.reduce((a, b) => (a > b ? a : b));
