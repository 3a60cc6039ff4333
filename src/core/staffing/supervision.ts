import { addDays } from '../local-time.ts';

/** For good, or acting: for a vacant post (Plt.), or for somebody who is away (Plh.). */
export type SupervisionKind = 'definitive' | 'plt' | 'plh';

/** Where the span of a supervisor stands. */
export type SpanStatus = 'scheduled' | 'active' | 'ended' | 'cancelled';

/** Who supervises somebody from one local date to another, both included; an open end is null. */
export interface SupervisionSpan {
  /** Null while it is not stored. */
  id: string | null;
  /** Null: nobody. */
  supervisorId: string | null;
  kind: SupervisionKind;
  fromDate: string;
  toDate: string | null;
}

/** Whether a span stands in for another, instead of being the person's own. */
export const isActing = ({ kind }: Pick<SupervisionSpan, 'kind'>) => kind !== 'definitive';

/** The span in force on a local date: an acting supervisor wins over the definitive one; null where there is none. */
export function supervisorOn<S extends SupervisionSpan>(spans: readonly S[], date: string): S | null {
  return (
    spans.find((span) => isActing(span) && covers(span, date)) ??
    spans.find((span) => !isActing(span) && covers(span, date)) ??
    null
  );
}

/**
 * The spans of a person with a new one among them, without overlap among definitive ones and among acting ones.
 *
 * What is newer wins on its days: older spans are cut, parted or dropped. A definitive supervisor stays until the next
 * definitive one begins, so that a change that was planned for later still takes place.
 */
export function placeSpan(spans: readonly SupervisionSpan[], next: SupervisionSpan): SupervisionSpan[] {
  const siblings = spans.filter((span) => isActing(span) === isActing(next));
  const others = spans.filter((span) => isActing(span) !== isActing(next));
  const placed = isActing(next) ? next : { ...next, toDate: dayBeforeNext(siblings, next.fromDate) };
  return [...others, ...siblings.flatMap((span) => around(span, placed)), placed].sort(byDate);
}

/** The spans without one of them; the definitive one before it goes on until the next one begins. */
export function takeOut(spans: readonly SupervisionSpan[], id: string): SupervisionSpan[] {
  const gone = spans.find((span) => span.id === id);
  const left = spans.filter((span) => span.id !== id);
  if (!gone || isActing(gone)) return left;
  const before = left.findLast((span) => !isActing(span) && span.toDate === addDays(gone.fromDate, -1));
  return left.map((span) => (span === before ? { ...span, toDate: gone.toDate } : span));
}

/** The first date after another on which a span begins or has ended; null where nothing changes any more. */
export function nextChange(spans: readonly SupervisionSpan[], after: string): string | null {
  const dates = spans.flatMap(({ fromDate, toDate }) => [
    fromDate,
    ...(toDate === null ? [] : [addDays(toDate, 1)]),
  ]);
  return dates.filter((date) => date > after).sort()[0] ?? null;
}

/** Where a span stands on a date. */
export function stateOn(
  { fromDate, toDate }: Pick<SupervisionSpan, 'fromDate' | 'toDate'>,
  today: string,
): 'scheduled' | 'active' | 'ended' {
  if (toDate !== null && toDate < today) return 'ended';
  return fromDate > today ? 'scheduled' : 'active';
}

function covers({ fromDate, toDate }: SupervisionSpan, date: string): boolean {
  return fromDate <= date && (toDate === null || date <= toDate);
}

function dayBeforeNext(definitive: readonly SupervisionSpan[], from: string): string | null {
  const later = definitive.map(({ fromDate }) => fromDate).filter((date) => date > from);
  const [first] = later.sort();
  return first === undefined ? null : addDays(first, -1);
}

/** What is left of a span around another: all, its beginning, its end, both (the end is then a new span), or nothing. */
function around(span: SupervisionSpan, { fromDate, toDate }: SupervisionSpan): SupervisionSpan[] {
  const endsBefore = span.toDate !== null && span.toDate < fromDate;
  if (endsBefore || (toDate !== null && span.fromDate > toDate)) return [span];
  const left: SupervisionSpan[] = [];
  if (span.fromDate < fromDate) left.push({ ...span, toDate: addDays(fromDate, -1) });
  if (toDate !== null && (span.toDate === null || span.toDate > toDate))
    left.push({ ...span, id: left.length > 0 ? null : span.id, fromDate: addDays(toDate, 1) });
  return left;
}

const byDate = (a: SupervisionSpan, b: SupervisionSpan) =>
  a.fromDate < b.fromDate ? -1 : a.fromDate > b.fromDate ? 1 : 0;
