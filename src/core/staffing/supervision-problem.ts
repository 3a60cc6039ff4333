import { addDays } from '../local-time.ts';
import { isActing, type SupervisionKind } from './supervision.ts';

/** Somebody as far as the check of a supervisor needs to know them. */
export interface Staff {
  id: string;
  active: boolean;
  /** Who supervises them on the day on which the change begins. */
  supervisorId: string | null;
}

/** A change of somebody's supervisor as it is wished for. */
export interface WantedSupervision {
  personId: string;
  supervisorId: string;
  kind: SupervisionKind;
  fromDate: string;
  /** Last local date of an acting supervisor. */
  toDate: string | null;
}

/** Why a change of a supervisor is refused. */
export type SupervisionProblem =
  | 'self'
  | 'cycle'
  | 'person_inactive'
  | 'supervisor_inactive'
  | 'until_missing'
  | 'until_too_early'
  | 'until_not_acting'
  | 'too_early'
  | 'too_late';

/** Days by which a change can be dated back: this year and the one before. */
const BACK_DAYS = 730;
/** Days by which a change can be planned ahead. */
const AHEAD_DAYS = 400;

/** What is wrong with the dates of a change; null where nothing is. */
function datesProblem(
  { kind, fromDate, toDate }: Pick<WantedSupervision, 'kind' | 'fromDate' | 'toDate'>,
  today: string,
): SupervisionProblem | null {
  if (fromDate < addDays(today, -BACK_DAYS)) return 'too_early';
  if (fromDate > addDays(today, AHEAD_DAYS)) return 'too_late';
  if (!isActing({ kind })) return toDate === null ? null : 'until_not_acting';
  if (toDate === null) return 'until_missing';
  if (toDate < fromDate) return 'until_too_early';
  return toDate > addDays(today, AHEAD_DAYS) ? 'too_late' : null;
}

/** What is wrong with a change of one person's supervisor; null where nothing is. */
export function supervisionProblem(
  wanted: WantedSupervision,
  staff: ReadonlyMap<string, Staff>,
  today: string,
): SupervisionProblem | null {
  if (wanted.personId === wanted.supervisorId) return 'self';
  if (!staff.get(wanted.personId)?.active) return 'person_inactive';
  if (!staff.get(wanted.supervisorId)?.active) return 'supervisor_inactive';
  if (isAbove(wanted.personId, wanted.supervisorId, staff)) return 'cycle';
  return datesProblem(wanted, today);
}

/** Whether somebody supervises another, directly or over others. */
export function isAbove(upper: string, lower: string, staff: ReadonlyMap<string, Staff>): boolean {
  const seen = new Set<string>();
  for (let at = staff.get(lower)?.supervisorId ?? null; at !== null && !seen.has(at); ) {
    if (at === upper) return true;
    seen.add(at);
    at = staff.get(at)?.supervisorId ?? null;
  }
  return false;
}
