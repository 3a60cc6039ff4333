/** That a period was locked or opened, for a unit and those below it, or for the agency (null). */
export interface PeriodLock {
  unitId: string | null;
  locked: boolean;
  /** ms UTC */
  at: number;
}

/**
 * The lock that holds for a unit; null where its period is open.
 *
 * @param locks of one period, oldest first; the newest one that concerns the unit decides
 * @param chain the unit and those above it
 */
export function lockFor<L extends PeriodLock>(locks: readonly L[], chain: readonly string[]): L | null {
  const newest = locks.findLast(({ unitId }) => unitId === null || chain.includes(unitId));
  return newest?.locked ? newest : null;
}

/** Whether a lock holds an evaluation; one that was opened again since then may be finished. */
export function isHeld(lock: PeriodLock | null, reopenedAt: number | null): boolean {
  return lock !== null && (reopenedAt === null || reopenedAt < lock.at);
}
