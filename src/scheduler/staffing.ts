import type { Services } from '../app/services.ts';
import { type Settled, settleStaff } from '../app/staffing/settle.ts';
import { decideDue } from './due.ts';

/** People who are decided about in one transaction. */
const CHUNK = 50;

/**
 * Has supervisors begin and end on their dates, each in the employee's zone, and lets those leave whose last day is
 * over; only people whose day has come are looked at.
 */
export async function runStaffing(services: Services): Promise<Settled> {
  const now = services.now();
  const counts = await decideDue(services, 'staffing', now, CHUNK, (rows) =>
    settleStaff(services, rows, now),
  );
  return counts.reduce<Settled>(
    (all, { moved, left }) => ({ moved: all.moved + moved, left: all.left + left }),
    { moved: 0, left: 0 },
  );
}
