import type { ShiftRow } from '../../../db/queries/roster.ts';
import type { Duty } from '../../core/import/shifts.ts';

/** A duty of the roster file, of somebody who is known. */
export interface FileShift {
  id: string;
  personId: string;
  date: string;
  duty: Duty;
}

/** What a roster file would change, as rows to store. */
export interface ShiftsDifference {
  added: ShiftRow[];
  changed: ShiftRow[];
  /** Dates that follow week and holidays again. */
  removed: ShiftRow[];
  unchanged: number;
}

/** Compares a roster file with what is stored. */
export function compareShifts(wanted: readonly FileShift[], stored: readonly ShiftRow[]): ShiftsDifference {
  const known = new Map(stored.map((row) => [row.id, row]));
  const difference: ShiftsDifference = { added: [], changed: [], removed: [], unchanged: 0 };
  for (const { id, personId, date, duty } of wanted) {
    const old = known.get(id);
    if (duty === 'none') {
      if (old) difference.removed.push(old);
      else difference.unchanged += 1;
      continue;
    }
    const startMinute = duty === 'off' ? null : duty.start;
    const endMinute = duty === 'off' ? null : duty.end;
    const row = { id, personId, date, startMinute, endMinute };
    if (!old) difference.added.push(row);
    else if (old.startMinute !== startMinute || old.endMinute !== endMinute) difference.changed.push(row);
    else difference.unchanged += 1;
  }
  return difference;
}

/**
 * The dates up to `until` whose duty an import changed, by person: what was asked or counted on them is to be put right.
 * Whether the date is worked now is decided by `dayOff`.
 */
export function dutiesPutRight(
  { added, changed, removed }: ShiftsDifference,
  until: string,
): { personId: string; date: string }[] {
  return [...added, ...changed, ...removed]
    .filter(({ date }) => date <= until)
    .map(({ personId, date }) => ({ personId, date }));
}
