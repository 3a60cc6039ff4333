import { allPeople, allUnits, type PersonRow } from '../../../db/queries/people.ts';
import type { Store } from '../../../db/store.ts';
import { type NamedPeriod, readNamedPeriod } from '../../core/named-period.ts';
import { findUnit } from '../../core/unit-names.ts';
import { withUnitsBelow } from '../../core/unit-tree.ts';
import type { Texts } from '../../i18n/texts.ts';

/** The unit that a list is about. */
export interface ScopeUnit {
  id: string;
  name: string;
}

/** What was typed behind a command: a period and a unit, both optional. */
export type Scope =
  | { ok: true; period: NamedPeriod | null; unit: ScopeUnit | null }
  | { ok: false; problem: 'unclear'; text: string }
  | { ok: false; problem: 'several_units'; names: string[] };

/** A period takes at most so many words (`triwulan 3 tahun 2026`). */
const MAX_WORDS = 4;

/** Reads a period at the beginning, and a unit in the rest. */
export async function readScope(store: Store, args: string): Promise<Scope> {
  const words = args.trim().split(/\s+/).filter(Boolean);
  let period: NamedPeriod | null = null;
  let taken = 0;
  for (let count = Math.min(MAX_WORDS, words.length); count > 0 && !period; count -= 1) {
    period = readNamedPeriod(words.slice(0, count).join(' '));
    if (period) taken = count;
  }
  const rest = words.slice(taken).join(' ');
  if (rest === '') return { ok: true, period, unit: null };
  const found = findUnit(rest, await store.all(allUnits()));
  if (found.ok) return { ok: true, period, unit: { id: found.unit.id, name: found.unit.name } };
  return found.candidates.length > 0
    ? { ok: false, problem: 'several_units', names: found.candidates }
    : { ok: false, problem: 'unclear', text: rest };
}

/** What is wrong with a scope, in a sentence. */
export function scopeProblem(
  scope: Extract<Scope, { ok: false }>,
  t: Texts,
  unclear: (text: string) => string,
): string {
  return scope.problem === 'unclear' ? unclear(scope.text) : t.followUp.severalUnits(scope.names);
}

/** The unit of a button; `gone` where it is no longer there, null for the whole agency. */
export async function scopeUnit(store: Store, id: string | null): Promise<ScopeUnit | 'gone' | null> {
  if (id === null) return null;
  const unit = (await store.all(allUnits())).find((one) => one.id === id);
  return unit ? { id: unit.id, name: unit.name } : 'gone';
}

/** Employees of a unit and those below it (null: the agency) by name; of those who have left, the ones in `alsoIds`. */
export async function peopleInScope(
  store: Store,
  unit: ScopeUnit | null,
  alsoIds: ReadonlySet<string>,
): Promise<PersonRow[]> {
  const within = unit && withUnitsBelow([unit.id], await store.all(allUnits()));
  return (await store.all(allPeople())).filter(
    ({ id, active, roles, unitId }) =>
      roles.includes('pegawai') && (active || alsoIds.has(id)) && (within === null || within.has(unitId)),
  );
}
