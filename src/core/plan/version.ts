/** Where a version of a plan stands; only agreed ones are ever in force. */
export type PlanStatus = 'draft' | 'proposed' | 'returned' | 'agreed' | 'withdrawn';

/** Why there is another version: the first of its year, another expectation, a move, or an import by HR. */
export type PlanReason = 'first' | 'expectation' | 'move' | 'import';

/** The part of a version that its time depends on; both dates are included, an open end is null. */
export interface VersionSpan {
  status: PlanStatus;
  fromDate: string;
  toDate: string | null;
}

/** The version that is in force on a local date; there is at most one. */
export function versionOn<V extends VersionSpan>(versions: readonly V[], date: string): V | null {
  return (
    versions.find(
      ({ status, fromDate, toDate }) =>
        status === 'agreed' && fromDate <= date && (toDate === null || date <= toDate),
    ) ?? null
  );
}
